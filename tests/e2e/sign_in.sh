#!/usr/bin/env bash
# Badge and PIN: who may come in, how long a wrong PIN waits, what a terminal that was left alone still does.
source "$(dirname "$0")/stage.bash"
export LANG=C.UTF-8

demo_clinic
sango() { "$bin/sango" --data "$stage/clinic" "$@"; }
staff_id() { sango staff --at "$at" list | jq -r --arg role "$1" 'select(.role==$role).id'; }
pin() { printf '%s\n' "$2" | sango staff --at "$at" pin --id "$(staff_id "$1")" >"$stage/out" 2>"$stage/err"; }

enter() { fold -w1 <<<"$1" | sed 's/^/tap signin.pad./'; }  # PIN: the digits, tap by tap

play open <<'EOP'
expect rail.checkin 受付
EOP
expect "without badges the terminal is open" 0 $? "$stage/open.err"
for role in desk night manager; do
    need "badge" sango staff --at "$at" badge --id "$(staff_id "$role")" --png "$stage/$role.png"
done
pin manager 123456
expect "digits in a row are no PIN" 1 $? "$stage/err"
pin manager 274913
expect "a PIN is set" 0 $? "$stage/err"
pin desk 805512 && pin night 340618
expect "the PIN stands nowhere in the data" 0 "$(grep -rlE '274913|805512|340618' "$stage/clinic" | wc -l)"

play locked <<'EOP'
tap rail.checkin
EOP
expect "nobody gets in without a badge" 1 $?
play come_in <<EOP
expect signin.ask バッジ
scan $stage/desk.png
expect signin.holder 佐藤 美咲
$(enter 111222)
expect notice 暗証番号が違います
$(enter 805512)
expect bar.staff 佐藤 美咲
tap rail.checkin
tap checkin.name
type checkin.name.field やま
wait 301
expect signin.ask バッジ
scan $stage/desk.png
$(enter 805512)
expect checkin.name.field やま
scan $stage/night.png
expect signin.holder 鈴木 恵
EOP
expect "badge and PIN, idle lock, the draft, another badge" 0 $? "$stage/come_in.err" "$stage/come_in.out"

three_wrong() { printf 'scan %s\n' "$stage/night.png"; enter 999999999999999999; }
three_wrong | play wrong
expect "three wrong PINs" 0 $? "$stage/wrong.err"
{ printf 'scan %s\n' "$stage/night.png"; enter 340618; echo "expect notice お待ちください"; } | play wait
expect "the wait survives a restart" 0 $? "$stage/wait.err" "$stage/wait.out"

at=2026-11-21T14:30:00+09:00
play emergency <<EOP
tap signin.emergency
tap signin.staff.1
type signin.reason バッジが見つかりません
tap signin.by_emergency.confirm
expect bar.staff 鈴木 恵
tap rail.settings
tap settings.section.staff
list
tap bar.staff
scan $stage/manager.png
$(enter 274913)
expect bar.trouble 緊急アクセス
tap rail.settings
tap settings.section.staff
expect staff.emergency.0 バッジが見つかりません
tap staff.seen.0
expect notice 確認
EOP
expect "an emergency is told to the manager" 0 $? "$stage/emergency.err" "$stage/emergency.out"
expect "the night's rights do not reach the staff" 1 "$(grep -c '^staff.add.*disabled' "$stage/emergency.out")"
expect "the reason stands nowhere in the clear" 0 "$(grep -rl 'バッジが見つかりません' "$stage/clinic" | wc -l)"
sango audit verify >"$stage/out" 2>"$stage/err"
expect "all of it is in the audit chain" 0 $? "$stage/err"
