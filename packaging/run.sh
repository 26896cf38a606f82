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
mkdir -p build
[ -f build/release/build.ninja ] || cmake --preset release >build/configure.log 2>&1 || { cat build/configure.log >&2; exit 1; }
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
at=$(TZ=Asia/Tokyo date +%FT%T+09:00)
[ -z "$headless" ] || at="${last_day}T14:05:00+09:00"

"$bin/sango" demo --data "$demo/clinic" --at "$at" >/dev/null

# Two municipalities, each a server of its own with its own authority, roster and keys.
servers=()
trap 'kill "${servers[@]}" 2>/dev/null || true' EXIT
start_municipality() { # PROGRAMME CODE
    "$bin/sango-municipality" init --dir "$demo/$1" --programme "$1" --code "$2" \
        --clinic sakura-0123 --clinic-data "$demo/clinic" >/dev/null
    "$bin/sango" demo --roster "$1" --at "$at" >"$demo/$1.roster.json"
    "$bin/sango-municipality" roster --dir "$demo/$1" --file "$demo/$1.roster.json" >/dev/null
    "$bin/sango-municipality" serve --dir "$demo/$1" --port 0 --port-file "$demo/$1.port" \
        --clinic-data "$demo/clinic" --at "$at" >"$demo/$1.log" 2>&1 &
    servers+=($!)
    for _ in $(seq 200); do [ -s "$demo/$1.port" ] && return; sleep 0.05; done
    echo "The reference municipality did not start: see $demo/$1.log" >&2
    exit 1
}
start_municipality nerima 131202
"$bin/sango-municipality" coupon-desk --dir "$demo/nerima" --address https://coupon.example/desk
start_municipality minamiaso 434337

# The municipality issues the card of the first mother of the demo.
user=$("$bin/sango" demo --user-number 1 --at "$at")
"$bin/sango-municipality" issue-card --dir "$demo/nerima" --user "$user" --kind card --interview 2026-03-10 \
    --at "$at" --out "$demo/card.png" >/dev/null

if [ -z "$headless" ]; then
    echo "The kiosk opens on the demo clinic. A card to hold up to the camera: build/demo/card.png ($user)"
    "$bin/sango-kiosk" --data "$demo/clinic"
    exit
fi

check_out() { # Whoever stands first in the list of those in the house leaves.
    cat <<EOF
tap checkin.list.house
tap checkin.house.0
tap checkout.arrival.tired
tap checkout.leaving.well
tap checkout.follow.no
tap checkout.received
EOF
}

{
    cat <<EOF
# One card, one day, one month, one receipt.
shot $demo/01-desk.png
scan $demo/card.png
shot $demo/02-card-read.png
tap checkin.alert.allergy
tap checkin.infection.no
tap checkin.stamp
expect checkin.headline ご利用いただけます
expect checkin.copay 1,500円
shot $demo/03-verdict.png
tap checkin.confirm
expect checkin.done 受付しました
shot $demo/04-checked-in.png
tap checkin.care
expect care.about 山田 花子
tap care.preset.80
tap care.record
tap care.allergy.none
tap care.allergy.confirm
tap care.kind.nappy
tap care.nappy.urine
tap care.record
tap care.kind.temperature
tap care.pad.3
tap care.pad.6
tap care.pad.8
tap care.record
shot $demo/05-three-notes.png
tap theme.night
shot $demo/06-at-night.png
tap theme.auto
tap rail.checkin
EOF
    for guest in 1 2 3 4 5; do
        check_out
        [ $guest -ne 5 ] || echo "shot $demo/07-leaving.png"
        echo "tap checkout.confirm"
    done
    cat <<EOF
# The first of the next month: the month is over and can be closed.
wait 86400
tap rail.report
tap report.card.nerima
shot $demo/08-month.png
tap report.action
expect report.receipt R
shot $demo/09-accepted.png
EOF
} >"$demo/main-job.play"

echo "Playing the main job ..."
LANG=ja_JP.UTF-8 "$bin/sango-kiosk" --data "$demo/clinic" --at "$at" --headless --play "$demo/main-job.play"

receipt=$("$bin/sango" report status --data "$demo/clinic" --programme nerima --month "$month" --json |
    sed -n 's/.*"receipt":"\([^"]*\)".*/\1/p')
[ -n "$receipt" ] || { echo "No receipt came back." >&2; exit 1; }
echo "Pictures of each step: build/demo/*.png"
echo "受理番号 / Receipt: $receipt"
