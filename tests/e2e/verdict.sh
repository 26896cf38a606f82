#!/usr/bin/env bash
# What municipalities' and clinics' own scripts stand on: `sango verdict` and `sango programme`, their output word for
# word and their exit statuses.
source "$(dirname "$0")/stage.bash"
export LANG=C.UTF-8

# verdict WHAT-DIFFERS [OPTION...]: the stay of the manual page, changed by a jq filter; its answer is in $stage/answer.
cat >"$stage/stay.json" <<'EOS'
{ "programme": "nerima", "service": "short_stay", "start": "2026-05-10", "days": 2, "units": 1,
  "asked_at": "2026-05-01T09:00:00+09:00",
  "mother": { "resident": true, "moved_out_on": null, "household": "taxed", "household_confirmed_on": null,
              "medical_treatment": false, "acute_infection": false, "unwell_or_anxious": true,
              "family_support": "none", "support_need": "ordinary", "loss_on": null },
  "children": [ { "born": "2026-03-01", "due": "2026-03-10", "weight_g": 2900 } ],
  "used": [ { "service": "day_care", "date": "2026-04-20", "days": 1, "units": 1 } ],
  "card": { "kind": "coupon", "coupons_left": 5, "copay_per_unit": null, "interview_on": "2026-04-03" },
  "decision": { "granted": true, "first_use_here": false, "request_letter": true, "extra_days": 0 },
  "closed_days": [ "2026-05-09" ], "settings": {} }
EOS
verdict() {
    local filter=${1:-.}
    shift
    jq "$filter" "$stage/stay.json" | "$bin/sango" "$@" verdict >"$stage/answer" 2>"$stage/answer.err"
}
# The whole answer but its sentences.
bare() { jq -c 'del(.reasons[].text, .lines[].text)' "$stage/answer"; }
# "accept 7000 5": verdict, copay and what is left.
short() { jq -r '"\(.verdict) \(.copay_yen) \(.remaining.after)"' "$stage/answer"; }

verdict .
expect "an accepted stay exits with" 0 $? "$stage/answer.err"
expect "the stay's answer" '{"verdict":"accept","reasons":[{"rule":"residency","verdict":"accept","source":"002 利用できる方"},{"rule":"window","verdict":"accept","source":"002 利用日数 ※1・利用できる方"},{"rule":"card","verdict":"accept","source":"002 利用までの流れ 1"},{"rule":"medical","verdict":"accept","source":"002 利用できる方"},{"rule":"infection","verdict":"accept","source":"002 ご利用できない場合について"},{"rule":"limit","verdict":"accept","source":"002 利用日数"},{"rule":"booking_window","verdict":"accept","source":"002 利用までの流れ 2"},{"rule":"household","verdict":"accept","source":"002 利用日数 ※4・利用者負担額について"}],"last_day":"2026-06-30","remaining":{"before":7,"after":5},"copay_yen":7000,"lines":[{"yen":7000}],"coupons_used":0,"cancel_by":"2026-05-08T10:00:00+09:00"}' \
    "$(bare)" "$stage/answer"
expect "its names in their order" \
    '["verdict","reasons","last_day","remaining","copay_yen","lines","coupons_used","cancel_by"]' \
    "$(jq -c keys_unsorted "$stage/answer")"
expect "a reason's names in their order" '["rule","verdict","text","source"]' "$(jq -c '.reasons[0]|keys_unsorted' "$stage/answer")"
expect "a line's names in their order" '["text","yen"]' "$(jq -c '.lines[0]|keys_unsorted' "$stage/answer")"
expect "the answer is one line" 1 "$(wc -l <"$stage/answer")"
"$bin/sango" verdict "$stage/stay.json" >"$stage/file.out" 2>&1
expect "a file is answered as the pipe is" "$(cat "$stage/answer")" "$(cat "$stage/file.out")"
"$bin/sango" verdict - <"$stage/stay.json" >"$stage/dash.out" 2>&1
expect "- is standard input" "$(cat "$stage/answer")" "$(cat "$stage/dash.out")"
LANG=ja_JP.UTF-8 "$bin/sango" verdict "$stage/stay.json" >"$stage/ja.out" 2>&1
expect "the answer does not depend on the language" "$(cat "$stage/answer")" "$(cat "$stage/ja.out")"

# Exit status 0 whatever the answer is: 002, 001, 003, 000, 004.
while IFS='|' read -r name wanted filter; do
    verdict "$filter"
    status=$?
    expect "$name" "0 $wanted" "$status $(short)" "$stage/answer" "$stage/answer.err"
done <<'EOS'
002 past the limit is refused at the whole price|refuse 21500 0|.service="day_care" | .days=1 | .used=[{service:"day_care",date:"2026-03-10",days:12,units:1}] | .settings={"unit_price.day_care":20000}
002 an exemption of last June is asked about in July|ask null 10|.service="day_care" | .days=1 | .start="2026-07-01" | .mother.household="tax_exempt" | .mother.household_confirmed_on="2026-06-30"
001 a stay with two coupons|accept 4000 5|.programme="setagaya"
001 asked for at 10:00:00 the day before|accept 4000 5|.programme="131121" | .asked_at="2026-05-09T10:00:00+09:00"
001 asked for a second later|refuse 4000 5|.programme="setagaya" | .asked_at="2026-05-09T10:00:01+09:00"
003 six hours are three units and one use|accept 1800 5|.programme="minamiaso" | .service="day_care" | .days=1 | .units=3 | .card.copay_per_unit=600
003 a copay missing from the certificate is asked for|ask null 5|.programme="minamiaso" | .service="day_care" | .days=1
000 an unset limit is asked for|ask 1000 null|.programme="nakano" | .service="day_care" | .days=1
000 with the limit set|accept 1000 8|.programme="nakano" | .service="day_care" | .days=1 | .settings={"limit.total":10}
004 everything open is asked for|ask null null|.programme="kashiwa" | .service="outreach" | .days=1
001 a visit after a loss|accept 0 5|.programme="setagaya" | .service="outreach" | .days=1 | .children=null | .mother.loss_on="2026-04-15"
EOS
jq -n '{programme:"nerima",service:"day_care",start:"2026-05-10"}' | "$bin/sango" verdict >"$stage/answer" 2>"$stage/answer.err"
expect "three fields are enough for an answer" "0 ask" "$? $(jq -r .verdict "$stage/answer")" "$stage/answer.err"
expect "it names what it lacks" true "$(jq '[.reasons[].text] | any(contains("mother.resident"))' "$stage/answer")"

# Malformed: exit status 2, one line that names the field, nothing on standard output.
malformed() { # NAME FIELD: the request is on standard input
    "$bin/sango" verdict >"$stage/answer" 2>"$stage/answer.err"
    local status=$?
    expect "malformed: $1" "2 0 1 named" \
        "$status $(wc -c <"$stage/answer") $(wc -l <"$stage/answer.err") $(grep -qF "$2" "$stage/answer.err" && echo named)" "$stage/answer.err"
}
while IFS='|' read -r name field filter; do
    jq "$filter" "$stage/stay.json" | malformed "$name" "$field"
done <<'EOS'
no programme|programme|del(.programme)
an unknown programme|programme|.programme="atlantis"
no service|service|.service=null
an unknown service|service|.service="spa"
a day that is none|start|.start="2026-02-30"
a day before all rules|start|.start="1999-04-01"
text for a number|days|.days="2"
half a day|days|.days=1.5
no days at all|days|.days=0
a moment without its offset|asked_at|.asked_at="2026-05-01T09:00:00"
an unknown household|mother.household|.mother.household="rich"
a birth that is no day|children[0].born|.children[0].born="2026-13-01"
an unknown field|mother.nickname|.mother.nickname="x"
a fraction of a yen|card.copay_per_unit|.card.copay_per_unit=600.5
a setting in words|settings.limit.total|.settings={"limit.total":"ten"}
EOS
echo '{"programme": "nerima",' | malformed "half a JSON" "JSON"
malformed "nothing" "JSON" </dev/null
printf '{"programme":"nerima","programme":"nakano"}' | malformed "a field given twice" "programme"
"$bin/sango" verdict "$stage/nowhere.json" >"$stage/answer" 2>"$stage/answer.err"
expect "a file that is not there exits with" "2 0" "$? $(wc -c <"$stage/answer")" "$stage/answer.err"
"$bin/sango" verdict --colour >"$stage/answer" 2>"$stage/answer.err" </dev/null
expect "an unknown option exits with" "2 0" "$? $(wc -c <"$stage/answer")" "$stage/answer.err"
verdict . --assets "$stage"
expect "a folder without programmes exits with" "1 0" "$? $(wc -c <"$stage/answer")" "$stage/answer.err"

# Programmes.
"$bin/sango" programme list >"$stage/list" 2>"$stage/list.err"
expect "list exits with" 0 $? "$stage/list.err"
expect "the five are listed" "kashiwa minamiaso nakano nerima setagaya" "$(awk '{print $1}' "$stage/list" | sort | paste -sd' ')"
expect "their codes" "122173 131121 131148 131202 434337" "$("$bin/sango" --json programme list | jq -r .code | sort | paste -sd' ')"
for code in 122173 131121 131148 131202 434337; do
    "$bin/sango" --json programme show "$code" >"$stage/show" 2>"$stage/show.err"
    status=$?
    expect "every rule of $code has its source" "0 true" \
        "$status $(jq '.rules | length > 8 and all(.source | test("^[0-9]{3} "))' "$stage/show")" "$stage/show.err"
done
LANG=ja_JP.UTF-8 "$bin/sango" programme show nerima >"$stage/show" 2>"$stage/show.err"
expect "show prints a page that can be read" "0 1" "$? $(grep -c '1泊2日 7,000円、その後1日ごと 3,500円' "$stage/show")" "$stage/show.err"
"$bin/sango" programme show atlantis >"$stage/show" 2>"$stage/show.err"
expect "show of no programme exits with" "1 0" "$? $(wc -c <"$stage/show")" "$stage/show.err"
"$bin/sango" programme show nerima --on 1999-01-01 >"$stage/show" 2>"$stage/show.err"
expect "show of a day before all rules exits with" 1 $? "$stage/show.err"
"$bin/sango" programme show nerima --on yesterday >"$stage/show" 2>"$stage/show.err"
expect "show on no day exits with" 2 $? "$stage/show.err"
"$bin/sango" programme >"$stage/show" 2>"$stage/show.err"
expect "programme alone exits with" 2 $? "$stage/show.err"

"$bin/sango" programme check "$top"/assets/programmes/*.toml >"$stage/check" 2>"$stage/check.err"
expect "the five are in order" "0 5 0" "$? $(wc -l <"$stage/check") $(wc -c <"$stage/check.err")" "$stage/check.err"
sed 's/^each_day = 1500/each_day = "1500"/' "$top/assets/programmes/nerima.toml" >"$stage/wrong.toml"
line=$(grep -n '^each_day = "1500"' "$stage/wrong.toml" | cut -d: -f1)
"$bin/sango" programme check "$stage/wrong.toml" >"$stage/check" 2>"$stage/check.err"
expect "a wrong price is told with file, line and field" "1 1" \
    "$? $(grep -cF "wrong.toml:$line: service.day_care.copay.each_day: " "$stage/check.err")" "$stage/check.err"
"$bin/sango" --json programme check "$stage/wrong.toml" >"$stage/check" 2>"$stage/check.err"
expect "and as JSON" "1 false" "$? $(jq .ok "$stage/check")" "$stage/check"
"$bin/sango" programme check "$stage/gone.toml" >"$stage/check" 2>"$stage/check.err"
expect "a file that is not there is told" "1 1" "$? $(wc -l <"$stage/check.err")" "$stage/check.err"

# Versions: a use is judged by the one in force on its day.
mkdir -p "$stage/assets/programmes"
version() { # FILE FIRST LAST PRICE
    sed -e "s/^valid_from = .*/valid_from = $2\nvalid_to = $3/" -e "s/^each_day = 1500/each_day = $4/" \
        "$top/assets/programmes/nerima.toml" >"$stage/assets/programmes/$1"
}
version r8.toml 2026-04-01 2027-03-31 1500
version r9.toml 2027-04-01 2028-03-31 1600
for day in 2027-03-31:1500 2027-04-01:1600; do
    verdict ".service=\"day_care\" | .days=1 | .start=\"${day%:*}\" | .children[0].born=\"2026-12-01\"" --assets "$stage/assets"
    expect "the price of ${day%:*}" "0 ${day#*:}" "$? $(jq .copay_yen "$stage/answer")" "$stage/answer.err"
done
"$bin/sango" --assets "$stage/assets" programme show nerima --on 2027-04-01 >"$stage/show" 2>&1
expect "show prints the version of the day" 1 "$(grep -c '1,600' "$stage/show")" "$stage/show"
version r9.toml 2027-05-01 2028-03-31 1600
"$bin/sango" --assets "$stage/assets" programme list >"$stage/list" 2>"$stage/list.err"
expect "days between two versions are told" "0 1" "$? $(grep -c 'nerima.*2027-04-01 - 2027-04-30' "$stage/list.err")" "$stage/list.err"
verdict '.start="2027-04-15"' --assets "$stage/assets"
expect "a use on such a day is not judged" "2 0" "$? $(wc -c <"$stage/answer")" "$stage/answer.err"
"$bin/sango" programme check "$stage/assets/programmes/"*.toml >"$stage/check" 2>"$stage/check.err"
expect "check tells them too" "0 1" "$? $(grep -c '2027-04-01' "$stage/check.err")" "$stage/check.err"
version r9.toml 2027-03-31 2028-03-31 1600
"$bin/sango" programme check "$stage/assets/programmes/"*.toml >"$stage/check" 2>"$stage/check.err"
expect "check refuses two versions on one day" "1 1" "$? $(grep -c 'r9.toml' "$stage/check.err")" "$stage/check.err"
verdict . --assets "$stage/assets"
expect "and no use is judged by them" "1 0" "$? $(wc -c <"$stage/answer")" "$stage/answer.err"

# A sixth programme is a file put into the folder.
rm "$stage/assets/programmes/"*
cp "$top"/tests/programme/hoshimi/*.toml "$top"/assets/programmes/*.toml "$stage/assets/programmes/"
verdict '.programme="hoshimi" | .service="day_care" | .days=1 | .units=5' --assets "$stage/assets"
expect "a sixth programme counts hours" "0 accept 2000 36" "$? $(short)" "$stage/answer" "$stage/answer.err"
