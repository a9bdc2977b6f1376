#!/bin/sh
# Make this machine a shared screen for her2guide. Run as root; run again, it changes nothing more.
#   ./install.sh [--x11] [--app PROGRAM] [--dry-run]
# DESTDIR=DIR puts the files below DIR and touches nothing else.
set -eu
. "$(dirname -- "$0")/common.sh"

app=/opt/her2guide/.venv/bin/her2guide
dry=no
units='her2guide-kiosk.service'
needs='cage seatd espeak-ng'
while [ $# -gt 0 ]; do
    case $1 in
        --x11) units='her2guide-x.service her2guide-kiosk-x11.service' needs='xserver-xorg x11-xserver-utils espeak-ng' ;;
        --app) [ $# -gt 1 ] || stop "--app needs a program"; app=$2; shift ;;
        --dry-run) dry=yes ;;
        *) stop "$1 is not known; there are --x11, --app PROGRAM, --dry-run" ;;
    esac
    shift
done
case $app in /*) ;; *) stop "--app must be an absolute path" ;; esac
case $app in *[!A-Za-z0-9/._+-]*) stop "--app: a path of letters, digits and / . _ + - alone" ;; esac
[ -n "$root" ] || [ "$dry" = yes ] || [ "$(id -u)" = 0 ] || stop "must be run as root"
[ -n "$root" ] || [ "$dry" = yes ] || [ -x "$app" ] || stop "$app is not there; name it with --app"

note() { # what uninstall.sh takes away again
    [ "$dry" = yes ] && return
    mkdir -p "$root${manifest%/*}"
    touch "$root$manifest"
    grep -qxF -- "$*" "$root$manifest" || echo "$*" >>"$root$manifest"
}

put() { # a file that is here, its place, its mode
    act install -D -m "$3" "$here/$1" "$root$2"
    note file "$2"
}

echo "$files" | while read -r from to mode; do
    if [ -n "$from" ]; then put "$from" "$to" "$mode"; fi
done

for unit in $units; do
    to=/etc/systemd/system/$unit
    if [ "$dry" = yes ]; then
        echo "would: write $root$to, starting $app"
    else
        mkdir -p "$root${to%/*}"
        sed "s|@APP@|$app|" "$here/$unit" >"$root$to"
        chmod 644 "$root$to"
    fi
    note file "$to"
done

for unit in $masked; do
    to=/etc/systemd/system/$unit
    if [ "$(readlink "$root$to" || true)" != /dev/null ]; then
        [ ! -e "$root$to" ] || stop "$to is a file of yours; move it away first"
        act mkdir -p "$root${to%/*}"
        act ln -s /dev/null "$root$to"
        note mask "$to"
    fi
done

# Of print jobs nothing is kept: neither the file nor that there was one.
if [ -f "$root$cups" ] && ! grep -q "$mark" "$root$cups"; then
    if [ "$dry" = yes ]; then
        echo "would: set PreserveJobFiles No and PreserveJobHistory No in $root$cups"
    else
        sed -i "s/^[[:space:]]*\(PreserveJob\(Files\|History\)[[:space:]].*\)/#her2guide# \1/" "$root$cups"
        printf '%s\n' "$mark: begin" 'PreserveJobFiles No' 'PreserveJobHistory No' "$mark: end" >>"$root$cups"
    fi
fi
note cups "$cups"

if [ ! -e "$root/etc/her2guide/site.toml" ]; then
    act install -D -m 644 "$here/site.toml.example" "$root/etc/her2guide/site.toml"
fi

live systemd-sysusers
live sysctl --quiet --system
live swapoff -a || echo "swap could not be turned off while the machine runs; it is off after a restart"
live systemctl daemon-reload
for unit in $units; do
    case $unit in *kiosk*) live systemctl enable "$unit" ;; esac
done
if [ -z "$root" ] && [ -d /etc/cups ]; then
    live systemctl try-restart cups.service
fi
for need in $needs; do
    [ -n "$root" ] || dpkg -s "$need" >/dev/null 2>&1 || echo "still needed: apt-get install $need"
done
echo "Next: fill in /etc/her2guide/site.toml, restart the machine, and run: $app kiosk-check"
