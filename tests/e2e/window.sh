#!/usr/bin/env bash
# The one true run: the kiosk in a window on an X server, driven by a mouse and a keyboard. Where to press is what the
# same script's `list` says without a window, at the same size.
source "$(dirname "$0")/stage.bash"

# Left behind by an earlier run of ours or somebody else's: the server finds a free number itself.
mkdir "$stage/screen"
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp -fbdir "$stage/screen" >"$stage/xvfb.log" 2>&1 3>"$stage/display" &
children+=($!)
for try in $(seq 200); do [ -s "$stage/display" ] && break; sleep 0.05; done
display=$(cat "$stage/display")
if [ -z "$display" ]; then
    fail "an X server without a screen starts" "it does not" "$stage/xvfb.log"
    exit 1
fi
export DISPLAY=:$display

# The window's clock is turned by nobody, as in the rehearsal.
demo_clinic
municipality nerima
end_municipality "$municipality_pid"
cp -a "$stage/clinic" "$stage/rehearsed"
number=$(user_number 7 | tr -d -)
{
    echo "list"
    echo "tap checkin.number"
    echo "list"
    for ((i = 0; i < ${#number}; i++)); do echo "tap checkin.number.key.${number:i:1}"; done
    echo "list"
    echo "tap checkin.number.ok"
    echo "list"
    echo "tap checkin.alert.follow_up"
    echo "list"
    echo "tap checkin.infection.no"
    echo "list"
    echo "tap checkin.confirm"
    echo "list"
    echo "tap rail.care"
    echo "list"
    echo "tap care.kind.milk"
    echo "tap care.record"
} >"$stage/rehearsal.play"
"$bin/sango-kiosk" --data "$stage/rehearsed" --at "$at" --headless --play "$stage/rehearsal.play" >"$stage/rehearsal.out" \
    2>"$stage/rehearsal.err"
expect "the rehearsal without a window succeeds" 0 $? "$stage/rehearsal.err"

"$bin/sango-kiosk" --data "$stage/clinic" --at "$at" --size 1280x800 --camera /dev/null >"$stage/window.out" \
    2>"$stage/window.err" &
kiosk=$!
children+=("$kiosk")
window=$(timeout 30 xdotool search --sync --onlyvisible --name '^Sango$' | head -n 1)
if [ -z "$window" ]; then
    fail "a window opens" "none within 30 s" "$stage/window.err" "$stage/xvfb.log"
    exit 1
fi
pass "a window opens"
xdotool windowmove "$window" 0 0 2>/dev/null

picture() { sha256sum <"$stage/screen/Xvfb_screen0"; }
# Waits until the picture is another one than $1 and stands still.
settle() {
    local before=$1 now last= try
    for try in $(seq 200); do
        now=$(picture)
        [ "$now" != "$before" ] && [ "$now" = "$last" ] && return
        last=$now
        sleep 0.1
    done
    return 1
}
settle "" || true

# press ID: the middle of the last rectangle that the rehearsal named for it.
press() {
    local place x y before
    place=$(awk -F '\t' -v id="$1" '$1 == id { at = $5 } END { print at }' "$stage/rehearsal.out")
    [[ $place =~ ^([0-9]+),([0-9]+)\ ([0-9]+)x([0-9]+)$ ]] || { echo "no place for $1: $place" >>"$stage/presses"; return 1; }
    x=$((BASH_REMATCH[1] + BASH_REMATCH[3] / 2)) y=$((BASH_REMATCH[2] + BASH_REMATCH[4] / 2))
    before=$(picture)
    xdotool mousemove "$x" "$y" mousedown 1
    sleep 0.05
    xdotool mouseup 1
    settle "$before" || echo "nothing changed after $1 at $x,$y" >>"$stage/presses"
}
: >"$stage/presses"
press checkin.number
for ((i = 0; i < ${#number}; i++)); do press "checkin.number.key.${number:i:1}"; done
press checkin.number.ok
press checkin.alert.follow_up
press checkin.infection.no
press checkin.confirm
press rail.care
press care.record
expect "every press changes the picture" "" "$(cat "$stage/presses")" "$stage/window.err"

# The command line does not wait for data that the kiosk has open.
"$bin/sango" audit verify --data "$stage/clinic" >"$stage/busy.out" 2>"$stage/busy.err"
expect "a second program on the same data is told so at once" 3 $? "$stage/busy.err"

# A picture of one colour packs to next to nothing.
packed=$(gzip -c "$stage/screen/Xvfb_screen0" | wc -c)
if [ "$packed" -gt 20000 ]; then pass "the window shows a screen"; else fail "the window shows a screen" "it packs to $packed bytes"; fi
kill -0 "$kiosk" 2>/dev/null
expect "the kiosk is still there" 0 $? "$stage/window.err"
end_municipality "$kiosk"

expect "the check-in is in the database" 1 \
    "$(clinic_sql "SELECT count(*) FROM service_use u JOIN mother m ON m.id = u.mother_id WHERE m.user_number = '$(user_number 7)' AND u.first_day = 20778")"
expect "the note is in the database" 1 \
    "$(clinic_sql "SELECT count(*) FROM care_note WHERE recorded_at = $(date -d "$at" +%s) AND kind = 'milk'")"
"$bin/sango" audit verify --data "$stage/clinic" >"$stage/audit.out" 2>&1
expect "the audit chain holds" 0 $? "$stage/audit.out"
