#!/usr/bin/env bash
# The kiosk is killed in the middle of the day, at different moments: what was confirmed on the screen is there
# afterwards, nothing is half there, and the next start finds everything in order.
source "$(dirname "$0")/stage.bash"

lost=0 broken=0 unopened=0 confirmed_all=0
for turn in 1 2 3 4 5; do
    rm -rf "$stage/clinic"
    demo_clinic
    before=$(clinic_sql "SELECT count(*) FROM care_note")
    {
        echo "tap rail.care"
        for note in $(seq 60); do
            echo "tap care.kind.milk"
            echo "tap care.record"
            echo "expect care.written"
            echo "list"
        done
    } >"$stage/notes.play"
    "$bin/sango-kiosk" --data "$stage/clinic" --at "$at" --headless --play "$stage/notes.play" \
        >"$stage/notes.out" 2>"$stage/notes.err" &
    kiosk=$!
    wanted=$((turn * 7))
    for try in $(seq 1200); do
        [ "$(grep -c '^care\.written	' "$stage/notes.out")" -ge "$wanted" ] && break
        kill -0 "$kiosk" 2>/dev/null || break
        sleep 0.05
    done
    { kill -9 "$kiosk" && wait "$kiosk"; } 2>/dev/null
    confirmed=$(grep -c '^care\.written	' "$stage/notes.out")
    confirmed_all=$((confirmed_all + confirmed))
    # A list that the kill cut short may have been seen by nobody; one whole list more is never counted.
    "$bin/sango" audit verify --data "$stage/clinic" >"$stage/audit.out" 2>&1 || broken=$((broken + 1))
    after=$(clinic_sql "SELECT count(*) FROM care_note")
    [ "$after" -ge $((before + confirmed)) ] || lost=$((lost + 1))
    [ "$(clinic_sql "PRAGMA integrity_check")" = ok ] || broken=$((broken + 1))
    play again <<<"tap rail.care
expect care.tile.0" || unopened=$((unopened + 1))
done
if [ "$confirmed_all" -ge 60 ]; then pass "notes were confirmed before each kill"; else fail "notes were confirmed before each kill" "$confirmed_all" "$stage/notes.err" "$stage/notes.out"; fi
expect "no confirmed note is lost" 0 "$lost"
expect "database and audit chain are whole" 0 "$broken" "$stage/audit.out"
expect "the kiosk opens again" 0 "$unopened" "$stage/again.err"
