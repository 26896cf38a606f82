#!/usr/bin/env bash
# A machine dies: the clinic comes back on another one from its newest backup and two sheets of paper.
source "$(dirname "$0")/stage.bash"

demo_clinic
expect "no backup without recovery sheets" 1 "$("$bin/sango" backup make --data "$stage/clinic" >"$stage/none.log" 2>&1; echo $?)" "$stage/none.log"
"$bin/sango" backup sheets --data "$stage/clinic" >"$stage/sheets.out" 2>"$stage/sheets.err"
grep -E '^[12][1-4]' "$stage/sheets.out" >"$stage/rows"
expect "two sheets of four rows are printed" 8 "$(wc -l <"$stage/rows")" "$stage/sheets.out" "$stage/sheets.err"
expect "nothing of the sheets stays in the data" 0 "$(grep -rlaF "$(sed -n '1s/^...\(.\{9\}\).*/\1/p' "$stage/rows")" "$stage/clinic" | wc -l)"

"$bin/sango" backup make --data "$stage/clinic" --to "$stage/stick" >"$stage/make.out" 2>&1
file=$(ls "$stage"/stick/*.sangobackup 2>/dev/null)
expect "a backup lies on the stick" "$file" "$(tail -n 1 "$stage/make.out")" "$stage/make.out"
expect "it is listed" 1 "$("$bin/sango" backup list "$stage/stick" --json 2>/dev/null | grep -c '"clinic":"sakura-0123"')"
expect "it reads to its end" 0 "$("$bin/sango" backup check "$file" <"$stage/rows" >"$stage/check.out" 2>&1; echo $?)" "$stage/check.out"

head -n 4 "$stage/rows" >"$stage/one-sheet"
expect "one sheet alone opens nothing" 1 "$("$bin/sango" backup restore "$file" --data "$stage/other" --sheets "$stage/one-sheet" >"$stage/one.out" 2>&1; echo $?)" "$stage/one.out"
head -c 20000 "$file" >"$stage/cut.sangobackup"
expect "a cut backup is refused" 1 "$("$bin/sango" backup restore "$stage/cut.sangobackup" --data "$stage/other" --sheets "$stage/rows" >"$stage/cut.out" 2>&1; echo $?)" "$stage/cut.out"
[ -e "$stage/other" ] && fail "nothing is made of what was refused" "there is a folder" || pass "nothing is made of what was refused"

expect "it is restored elsewhere" 0 "$(tac "$stage/rows" | "$bin/sango" backup restore "$file" --data "$stage/other" >"$stage/restore.out" 2>&1; echo $?)" "$stage/restore.out"
expect "the audit chain of what came back holds" 0 "$("$bin/sango" audit verify --data "$stage/other" >"$stage/audit.out" 2>&1; echo $?)" "$stage/audit.out"
printf '%s\n' 'tap rail.care' 'list' >"$stage/look.play"
"$bin/sango-kiosk" --data "$stage/other" --at "$at" --headless --play "$stage/look.play" >"$stage/look.out" 2>"$stage/look.err"
if grep -q '^care\.tile\.0	' "$stage/look.out"; then pass "the people in the house are on its screen"; else fail "the people in the house are on its screen" "they are not" "$stage/look.out" "$stage/look.err"; fi
