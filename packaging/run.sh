#!/usr/bin/env bash
# Sango in one command, from an empty checkout on Debian 12: installs what is missing, builds, starts a reference
# municipality on loopback, and opens the kiosk on a demo clinic. Where there is no display, the main job is played through
# the same screens off-screen, and the receipt's number is printed; pictures lie under build/demo/.
#
#   packaging/run.sh                 # a window, or the played demo
#   SANGO_HEADLESS=1 packaging/run.sh   # the played demo even where there is a display
set -euo pipefail
cd "$(dirname "$0")/.."

packaging/install.sh
[ -f build/release/build.ninja ] || cmake --preset release >build-release.log 2>&1 || { cat build-release.log >&2; exit 1; }
rm -f build-release.log
echo "Building ..."
cmake --build --preset release --target sango sango-kiosk sango-municipality | tail -n 1

bin=$PWD/build/release/bin
demo=$PWD/build/demo
rm -rf "$demo"
mkdir -p "$demo"

headless=${SANGO_HEADLESS:-}
[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || headless=1

# The played demo stands on the last afternoon of this month, so that one use, its month and its receipt fit in one run.
month=$(TZ=Asia/Tokyo date +%Y-%m)
last_day=$(date -d "$month-01 +1 month -1 day" +%F)
at=()
[ -n "$headless" ] && at=(--at "${last_day}T14:05:00+09:00")

"$bin/sango" demo --data "$demo/clinic" "${at[@]}"

# Two municipalities, each a server of its own with its own authority, roster and keys.
servers=()
trap 'kill "${servers[@]}" 2>/dev/null || true' EXIT
start_municipality() { # PROGRAMME CODE
    "$bin/sango-municipality" init --dir "$demo/$1" --programme "$1" --code "$2" --clinic sakura-0123 --clinic-data "$demo/clinic"
    "$bin/sango-municipality" serve --dir "$demo/$1" --port 0 --port-file "$demo/$1/port" --clinic-data "$demo/clinic" \
        >"$demo/$1/log" 2>&1 &
    servers+=($!)
    for _ in $(seq 100); do [ -s "$demo/$1/port" ] && return; sleep 0.05; done
    echo "The reference municipality did not start: see $demo/$1/log" >&2
    exit 1
}
start_municipality nerima 131202
start_municipality minamiaso 434337

if [ -z "$headless" ]; then
    echo "The kiosk opens on the demo clinic. Cards to hold up lie in build/demo/cards."
    mkdir -p "$demo/cards"
    "$bin/sango-municipality" issue-card --dir "$demo/nerima" --user "$("$bin/sango" demo --user-number 1)" --kind card --out "$demo/cards/nerima.png"
    "$bin/sango-kiosk" --data "$demo/clinic"
    exit
fi
