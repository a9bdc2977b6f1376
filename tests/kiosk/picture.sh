#!/usr/bin/env bash
# Run the shared screen in cage, inside a screen in memory, under an account that is not root's. Take pictures of it at the
# start, after a crash and after it was stopped, and say how long each took.   picture.sh FOLDER [PROGRAM]
set -euo pipefail

folder=$(realpath -m "${1:?a folder for the pictures}")
app=$(realpath "${2:-.venv/bin/her2guide}")
nobody=65534
most=60 # seconds to wait for anything

skip() {
    echo "kiosk-picture: skipped, $*"
    exit 0
}

[[ $(uname) == Linux ]] || skip "cage runs on Linux alone"
declare -A packages=([cage]=cage [Xvfb]=xvfb [Xwayland]=xwayland [import]=imagemagick [setpriv]=util-linux)
missing=()
for tool in "${!packages[@]}"; do
    command -v "$tool" >/dev/null || missing+=("${packages[$tool]}")
done
ldconfig -p | grep -q libwayland-cursor || missing+=(libwayland-cursor0)
if ((${#missing[@]})); then
    if [[ $(id -u) != 0 ]] || ! command -v apt-get >/dev/null; then skip "needs ${missing[*]}"; fi
    apt-get install --yes --quiet=2 --no-install-recommends "${missing[@]}" >/dev/null 2>&1 || skip "cannot install ${missing[*]}"
fi
mkdir -p "$folder"

runtime=$(mktemp -d)
chmod 700 "$runtime"
drop=()
if [[ $(id -u) == 0 ]]; then # the one right it keeps is to read a checkout that is root's
    chown "$nobody:$nobody" "$runtime"
    drop=(setpriv "--reuid=$nobody" "--regid=$nobody" --clear-groups --inh-caps=+dac_read_search --ambient-caps=+dac_read_search)
fi
started=()
finish() {
    for process in "${started[@]}"; do kill -KILL "$process" 2>/dev/null || true; done
    wait 2>/dev/null || true
    rm -rf "$runtime" "$runtime.display" "$runtime.log"
}
trap finish EXIT

Xvfb -displayfd 3 -screen 0 1024x768x24 -nolisten tcp >/dev/null 2>&1 3>"$runtime.display" & # a number that is free
started+=($!)
for _ in {1..200}; do
    [[ -s $runtime.display ]] && break
    sleep 0.1
done
display=:$(cat "$runtime.display")
"${drop[@]}" env -i PATH="$PATH" HOME="$runtime" XDG_RUNTIME_DIR="$runtime" RUNTIME_DIRECTORY="$runtime" \
    DISPLAY="$display" WLR_BACKENDS=x11 WLR_RENDERER=pixman WLR_NO_HARDWARE_CURSORS=1 QT_QPA_PLATFORM=wayland \
    PYTHONDONTWRITEBYTECODE=1 cage -d -- "$app" --mode kiosk --supervise 2>"$runtime.log" &
cage=$!
started+=("$cage")

say() { echo "kiosk-picture: $*"; }
now() { date +%s.%N; }
since() { echo "$(now) $1" | awk '{ printf "%.1f s", $1 - $2 }'; }
supervisor() { pgrep -P "$cage" -f -- "--supervise$" || true; }
window() { local it; it=$(supervisor); [[ -z $it ]] || pgrep -P "$it" || true; }

picture() { # name; waits until there is more to see than an empty screen
    local since_then=$SECONDS colors
    rm -f "$folder/$1.png"
    while ((SECONDS - since_then < most)); do
        import -display "$display" -window root "$folder/$1.png" 2>/dev/null || true
        colors=$(identify -format %k "$folder/$1.png" 2>/dev/null || echo 0)
        if ((colors > 200)); then
            took=$(since "$begun")
            sleep 1.5 # what is seen is the page as it stays, not one that is still being laid out
            import -display "$display" -window root "$folder/$1.png"
            return
        fi
        sleep 0.2
    done
    say "nothing to see for $1 in $most s; what was said:"
    cat "$runtime.log"
    exit 1
}

another() { # a process; waits for a window that is another
    local begun=$SECONDS it
    while ((SECONDS - begun < most)); do
        it=$(window)
        if [[ -n $it && $it != "$1" ]]; then
            echo "$it"
            return
        fi
        sleep 0.1
    done
    exit 1
}

begun=$(now)
picture start
say "the first page after $took"

old=$(window)
begun=$(now)
kill -SEGV "$old"
old=$(another "$old")
picture after-crash
say "back from a crash after $took"

begun=$(now)
kill -STOP "$old"
old=$(another "$old")
picture after-stop
say "back from being stopped after $took"

kill -TERM "$(supervisor)"
wait "$cage" 2>/dev/null || true
left=$(find "$runtime" -mindepth 1 -name '.her2guide-*' | wc -l)
say "folders of sessions left: $left"
say "log:"
grep '^her2guide: ' "$runtime.log" || true
[[ $left == 0 ]]
