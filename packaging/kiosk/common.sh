# What install.sh and uninstall.sh share: where things go. Read by both, not run.
# shellcheck shell=sh disable=SC2034

root=${DESTDIR:-}
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
manifest=/var/lib/her2guide-kiosk/manifest
cups=/etc/cups/cupsd.conf
mark='# her2guide kiosk'

# Each line: a file here, where it goes, its mode.
files='
may-run               /usr/local/lib/her2guide-kiosk/may-run                755
etc/sysusers.conf     /etc/sysusers.d/her2guide-kiosk.conf                  644
etc/sysctl.conf       /etc/sysctl.d/90-her2guide-kiosk.conf                 644
etc/logind.conf       /etc/systemd/logind.conf.d/90-her2guide-kiosk.conf    644
etc/sleep.conf        /etc/systemd/sleep.conf.d/90-her2guide-kiosk.conf     644
etc/coredump.conf     /etc/systemd/coredump.conf.d/90-her2guide-kiosk.conf  644
etc/system.conf       /etc/systemd/system.conf.d/90-her2guide-kiosk.conf    644
etc/modprobe.conf     /etc/modprobe.d/her2guide-kiosk.conf                  644
'

# What may never start on such a machine: other logins, swap, sleep on disk, the reboot by three keys.
masked='
getty@tty2.service getty@tty3.service getty@tty4.service getty@tty5.service getty@tty6.service autovt@.service
swap.target hibernate.target hybrid-sleep.target suspend-then-hibernate.target ctrl-alt-del.target
'

stop() {
    echo "$0: $*" >&2
    exit 2
}

# Do one thing, or only say it.
act() {
    if [ "${dry:?}" = yes ]; then
        echo "would: $*"
    else
        "$@"
    fi
}

# The same for what needs a running system: not done for another root.
live() {
    if [ -z "$root" ]; then
        act "$@"
    elif [ "$dry" = yes ]; then
        echo "would, on the machine itself: $*"
    fi
}
