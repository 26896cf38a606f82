#!/usr/bin/env bash
# The disk fills up in the middle of the day: it is said before the next entry, what was confirmed stays, and once there
# is room again the desk goes on.
source "$(dirname "$0")/stage.bash"

mkdir "$stage/clinic"
if ! unshare --mount true 2>/dev/null; then
    skip "a full disk" "no small disk can be mounted here"
    exit
fi
demo_clinic "$stage/made"

cat >"$stage/inside.bash" <<'EOS'
mount -t tmpfs -o size=6m sango-e2e "$stage/clinic" || exit 77
cp -a "$stage/made/." "$stage/clinic/"
before=$(sqlite3 -readonly "$stage/clinic/clinic.db" "SELECT count(*) FROM care_note")
dd if=/dev/zero of="$stage/clinic/filler" bs=1k status=none 2>/dev/null
printf '%s\n' 'tap rail.care' 'tap care.kind.milk' 'tap care.record' 'list' >"$stage/full.play"
"$bin/sango-kiosk" --data "$stage/clinic" --at "$at" --headless --play "$stage/full.play" >"$stage/full.out" 2>"$stage/full.err"
echo "status $?" >>"$stage/full.out"
rm "$stage/clinic/filler"
printf '%s\n' 'tap rail.care' 'tap care.kind.milk' 'tap care.record' 'expect care.written' >"$stage/room.play"
"$bin/sango-kiosk" --data "$stage/clinic" --at "$at" --headless --play "$stage/room.play" >"$stage/room.out" 2>"$stage/room.err"
echo "$?" >"$stage/room.status"
"$bin/sango" audit verify --data "$stage/clinic" >"$stage/audit.out" 2>&1
echo "$?" >"$stage/audit.status"
after=$(sqlite3 -readonly "$stage/clinic/clinic.db" "SELECT count(*) FROM care_note")
echo "$((after - before))" >"$stage/notes"
EOS
export stage bin at
unshare --mount bash "$stage/inside.bash" >"$stage/inside.out" 2>&1
status=$?
if [ "$status" = 77 ]; then
    skip "a full disk" "no small disk can be mounted here"
    exit
fi
if grep -q 'いっぱい\|空き' "$stage/full.out" "$stage/full.err"; then pass "a full disk is said in words"; else fail "a full disk is said in words" "it is not" "$stage/full.out" "$stage/full.err" "$stage/inside.out"; fi
grep -q '^care\.written	' "$stage/full.out" && fail "nothing is confirmed that could not be written" "it was" "$stage/full.out" ||
    pass "nothing is confirmed that could not be written"
expect "with room again the desk goes on" 0 "$(cat "$stage/room.status")" "$stage/room.err"
expect "the audit chain holds" 0 "$(cat "$stage/audit.status")" "$stage/audit.out"
expect "the note that was confirmed is there, the other is not" 1 "$(cat "$stage/notes")"
