#!/usr/bin/env bash
# No trace: after a busy day no name, number to call or word about a mother lies anywhere in the clear, nobody else may
# read a file of the clinic, and the units that run Sango are shut in.
source "$(dirname "$0")/stage.bash"

demo_clinic
municipality nerima
mkdir -p "$stage/tmp" "$stage/usb" "$stage/media/sheet"
chmod 700 "$stage/tmp"
secrets=(しるし名字 しるし名前 しるしかな 090-7777-0001 しるし番地 しるし覚書 山田 花子 やまだ 090-0000)

cat >"$stage/day.play" <<'EOP'
tap checkin.number
type checkin.number.field N-0000-Z
tap checkin.number.ok
tap rail.care
tap care.kind.text
type care.text しるし覚書です
tap care.record
tap rail.safety
tap rail.report
tap rail.settings
tap rail.checkin
tap checkin.name
type checkin.name.field やまだ
list
EOP
grep -v '^#' "$stage/day.play" >"$stage/whole.play"
echo "wait 60" >>"$stage/whole.play"
TMPDIR=$stage/tmp SANGO_MEDIA=$stage/media "$bin/sango-kiosk" --data "$stage/clinic" --at "$at" --headless \
    --play "$stage/whole.play" >"$stage/day.out" 2>"$stage/day.err" &
kiosk=$!
for try in $(seq 2400); do
    kill -0 "$kiosk" 2>/dev/null || break
    for what in environ cmdline limits; do cat "/proc/$kiosk/$what" 2>/dev/null >>"$stage/$what"; done
    sleep 0.05
done
wait "$kiosk"
expect "the day goes through" 0 $? "$stage/day.err"
register() { printf 'programme,user_number,name,kana,born,address,phone\nnerima,N-7777-1,%s %s,%s,2026-10-01,%s,%s\n' "${secrets[@]:0:3}" "${secrets[4]}" "${secrets[3]}" >"$stage/mothers.csv"; }
register
"$bin/sango" --data "$stage/clinic" user import "$stage/mothers.csv" >"$stage/import.out" 2>"$stage/import.err"
expect "a mother with marked names is registered" 0 $? "$stage/import.err"
rm -f "$stage/mothers.csv"
need "recovery sheets" "$bin/sango" --data "$stage/clinic" backup sheets
need "a backup" "$bin/sango" --data "$stage/clinic" backup make

found=0
for secret in "${secrets[@]}"; do
    for where in "$stage/clinic" "$stage/tmp" "$stage/environ" "$stage/cmdline" "$stage/day.err" "$stage/import.err"; do
        hits=$(grep -rlaF -- "$secret" "$where" 2>/dev/null)
        [ -n "$hits" ] && { found=$((found + 1)); echo "    $secret: $hits"; }
    done
done
expect "database, log of writes, backup, temporary files, environment and errors tell nothing" 0 "$found"
expect "a crash leaves no picture of the memory" 0 "$(sed -n 's/^Max core file size  *\([^ ]*\).*/\1/p' "$stage/limits" | tail -1)" "$stage/limits"
expect "every file is its owner's alone" "" "$(find "$stage/clinic" -type f -perm /077 -printf '%m %P\n')"
expect "every folder too" "" "$(find "$stage/clinic" -type d -perm /077 -printf '%m %P\n')"
expect "nothing is left in the temporary folder" 0 "$(find "$stage/tmp" -type f | wc -l)"

if command -v systemd-analyze >/dev/null; then
    for unit in sango-kiosk sango-report; do
        level=$(systemd-analyze security --offline=true "$top/packaging/systemd/$unit.service" 2>"$stage/unit.err" |
            sed -n 's/.*Overall exposure level[^:]*: \([0-9.]*\).*/\1/p')
        if awk -v level="${level:-10}" 'BEGIN { exit !(level <= 1.5) }'; then pass "$unit is shut in ($level)"; else fail "$unit is shut in" "${level:-unknown}" "$stage/unit.err"; fi
    done
else
    skip "the units are shut in" "systemd-analyze is not here"
fi
