#!/usr/bin/env bash
# The desk and its municipality: a card is lost, an e-coupon is seen by eye, papers are shared, and without network the
# desk goes on. All programs are the real ones.
source "$(dirname "$0")/stage.bash"

demo_clinic
municipality nerima
need "the clinic's own code" "$bin/sango-municipality" coupon-desk --dir "$stage/nerima" --address https://coupon.example/desk
hanako=$(user_number 1)
cat >"$stage/plan.json" <<'JSON'
{"number": "P-1", "kind": "support_plan", "issued_on": "2026-11-10", "title": "支援計画",
 "sections": [{"heading": "本人の希望", "words": "夜に眠りたい"}]}
JSON
need "share a plan" "$bin/sango-municipality" paper --dir "$stage/nerima" --user "$hanako" --file "$stage/plan.json" \
    --consent yes
"$bin/sango-municipality" paper --dir "$stage/nerima" --user "$hanako" --file "$stage/nerima.roster" >"$stage/wrong.out" \
    2>"$stage/wrong.err"
expect "what is no paper is refused" 2 $? "$stage/wrong.err"
card "$hanako" "$stage/old.png" --interview 2026-03-10
told() { "$bin/sango-municipality" receipts --dir "$stage/nerima" --json | jq -r --arg kind "$1" 'select(.kind == $kind) | .subject' | wc -l; }

play lost <<EOS
scan $stage/old.png
expect checkin.person 山田 花子
expect checkin.balance 確認ずみ
tap checkin.papers
expect papers.text 夜に眠りたい
tap papers.close
tap checkin.cancel
wait 5
tap checkin.name
type checkin.name.field やまだ
tap checkin.hit.0
tap checkin.lost
tap checkin.lost.ask.confirm
expect checkin.missing カードの紛失を届けました
tap checkin.cancel
scan $stage/old.png
expect notice
EOS
expect "a lost card is reported and then refused" 0 $? "$stage/lost.err"
expect "the municipality has the loss once" 1 "$(told card_lost)" "$stage/lost.err"

uses=$(told use)
play coupon <<EOS
list
expect checkin.code 練馬区
tap checkin.number
type checkin.number.field $(user_number 7)
tap checkin.number.ok
tap checkin.coupon
tap checkin.coupon.confirm
tap checkin.alert.follow_up
tap checkin.infection.no
tap checkin.confirm
expect checkin.announced 自治体に通知しました
EOS
expect "an e-coupon seen by eye is told at once" 0 $? "$stage/coupon.err"
expect "and once" $((uses + 1)) "$(told use)" "$stage/coupon.err"
expect "it is recorded as seen by eye" coupon_seen \
    "$(clinic_sql "SELECT shown FROM service_use ORDER BY id DESC LIMIT 1")" "$stage/coupon.err"

end_municipality "$municipality_pid"
play offline <<EOS
tap checkin.list.house
tap checkin.house.0
tap checkout.arrival.well
tap checkout.leaving.well
tap checkout.follow.no
tap checkout.received
tap checkout.confirm
expect checkin.left おつかれさまでした
expect checkin.left.code
EOS
expect "without network she leaves, and sees the questionnaire's code" 0 $? "$stage/offline.err"
expect "that it was shown is counted" 1 "$(clinic_sql "SELECT count(*) FROM questionnaire_shown")" "$stage/offline.err"
expect "each reading of a person's page is on record" 1 \
    "$(clinic_sql "SELECT count(*) >= 4 FROM audit WHERE action = 'read' AND table_name = 'mother'")" "$stage/offline.err"
"$bin/sango" audit verify --data "$stage/clinic" >"$stage/audit.out" 2>&1
expect "the audit chain holds" 0 $? "$stage/audit.out"
