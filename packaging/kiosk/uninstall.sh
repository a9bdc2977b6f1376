#!/bin/sh
# Take away what install.sh put on this machine. /etc/her2guide and the account stay; remove them by hand if you want.
#   ./uninstall.sh [--dry-run]
set -eu
. "$(dirname -- "$0")/common.sh"

dry=no
case ${1:-} in
    '') ;;
    --dry-run) dry=yes ;;
    *) stop "$1 is not known; there is --dry-run" ;;
esac
[ -n "$root" ] || [ "$dry" = yes ] || [ "$(id -u)" = 0 ] || stop "must be run as root"
[ -f "$root$manifest" ] || stop "nothing was installed here ($root$manifest is not there)"

for unit in her2guide-kiosk.service her2guide-kiosk-x11.service her2guide-x.service; do
    [ ! -e "$root/etc/systemd/system/$unit" ] || live systemctl disable --now "$unit"
done
while read -r kind path; do
    case $kind in
        file) act rm -f "$root$path" ;;
        mask) [ "$(readlink "$root$path" || true)" != /dev/null ] || act rm -f "$root$path" ;;
        cups)
            if [ -f "$root$path" ]; then
                act sed -i -e "/^$mark: begin$/,/^$mark: end$/d" -e 's/^#her2guide# //' "$root$path"
            fi
            ;;
    esac
done <"$root$manifest"
act rm -f "$root$manifest"
if [ "$dry" = no ]; then
    rmdir "$root${manifest%/*}" "$root/usr/local/lib/her2guide-kiosk" 2>/dev/null || true
fi
live systemctl daemon-reload
live sysctl --quiet --system
echo "Restart the machine so that swap and logins come back."
