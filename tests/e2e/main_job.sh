#!/usr/bin/env bash
# packaging/run.sh without a display: the main job is played, and the receipt whose number it prints is in the
# receiver's database exactly once.
source "$(dirname "$0")/stage.bash"

SANGO_HEADLESS=1 timeout 280 "$top/packaging/run.sh" >"$stage/run.out" 2>&1
expect "the demo is played to its end" 0 $? "$stage/run.out"

number=$(grep -oE 'R[0-9]{1,3}-[0-9]{2}-[0-9]{4,9}' "$stage/run.out" | tail -n 1)
if [ -z "$number" ]; then
    fail "a receipt number is printed" "none in its output" "$stage/run.out"
    exit 1
fi
pass "a receipt number is printed"
found=$("$bin/sango-municipality" receipts --dir "$top/build/demo/nerima" --json |
    jq -r --arg number "$number" 'select(.number == $number and .kind == "report") | .subject' | wc -l)
expect "the receiver holds the report under that number once" 1 "$found" "$stage/run.out"
pictures=$(find "$top/build/demo" -name '*.png' -size +20k | wc -l)
if [ "$pictures" -ge 5 ]; then pass "a picture of each step is there"; else fail "a picture of each step is there" "$pictures"; fi
"$bin/sango" audit verify --data "$top/build/demo/clinic" >"$stage/audit.out" 2>&1
expect "the audit chain holds afterwards" 0 $? "$stage/audit.out"
