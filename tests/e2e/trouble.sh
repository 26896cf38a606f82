#!/usr/bin/env bash
# What goes wrong on an ordinary day: each thing is said in one sentence, and nothing is lost.
source "$(dirname "$0")/stage.bash"

demo_clinic
municipality nerima
user=$(user_number 1)
card "$user" "$stage/card.png" --kind coupon --interview 2026-06-20

# one_sentence FILE: one line of Japanese, and nothing that only a programmer reads.
one_sentence() {
    [ "$(wc -l <"$1")" = 1 ] && grep -qP '[\p{Hiragana}]' "$1" && ! grep -qE 'errno|terminate|what\(\)|exception|0x' "$1"
}
says() { # NAME STATUS FILE
    if [ "$2" -ne 0 ] && one_sentence "$3"; then pass "$1"; else fail "$1" "exit status $2" "$3"; fi
}

# Cards.
read_card() { "$bin/sango" card read --trust "$stage/clinic/trust" --at "$at" "$@" 2>"$stage/read.err" | tee "$stage/read.out" | jq -r .reason; }
head -c 2000 "$stage/card.png" >"$stage/cut.png"
expect "a cut picture of a card is unreadable" unreadable "$(read_card "$stage/cut.png")" "$stage/read.out" "$stage/read.err"
expect "a good card has no reason" null "$(read_card "$stage/card.png")" "$stage/read.out" "$stage/read.err"
expect "a clock a year off is the clock's fault" clock \
    "$("$bin/sango" card read --trust "$stage/clinic/trust" --at 2025-11-21T14:05:00+09:00 "$stage/card.png" 2>/dev/null | jq -r .reason)"

# Lists and programmes.
printf '番号,名前\nN-4821-7\n' >"$stage/broken.csv"
"$bin/sango" user import "$stage/broken.csv" --data "$stage/clinic" >/dev/null 2>"$stage/csv.err"
says "a CSV with a broken line" $? "$stage/csv.err"
sed 's/^total = 7/total = "seven"/' "$top/assets/programmes/nerima.toml" >"$stage/wrong.toml"
"$bin/sango" programme check "$stage/wrong.toml" >"$stage/wrong.out" 2>"$stage/wrong.err"
says "a programme file with a wrong field" $? "$stage/wrong.err"
grep -q 'total' "$stage/wrong.err" && pass "the wrong field is named" || fail "the wrong field is named" "it is not" "$stage/wrong.err"

# No network: the desk goes on, and what waits is counted; once it is back everything arrives once.
end_municipality "$municipality_pid"
play offline <<EOS
scan $stage/card.png
tap checkin.alert.allergy
tap checkin.infection.no
tap checkin.confirm
expect checkin.done
expect bar.sending
EOS
expect "without network the desk goes on" 0 $? "$stage/offline.err"
municipality nerima
"$bin/sango" report send --data "$stage/clinic" >"$stage/send.out" 2>&1
expect "what waited is sent once the network is back" 0 $? "$stage/send.out"
uses() { "$bin/sango-municipality" receipts --dir "$stage/nerima" --json | jq -r 'select(.kind == "use") | .subject' | sort; }
expect "each use is with the municipality once" "$(uses | uniq | wc -l)" "$(uses | wc -l)"
[ "$(uses | wc -l)" -gt 0 ] && pass "there is one at least" || fail "there is one at least" "none" "$stage/send.out"

# A stranger answers at the municipality's address.
end_municipality "$municipality_pid"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=127.0.0.1 \
    -addext subjectAltName=IP:127.0.0.1 -keyout "$stage/stranger.key" -out "$stage/stranger.pem" 2>/dev/null
port=$(cat "$stage/nerima.port")
openssl s_server -accept "127.0.0.1:$port" -key "$stage/stranger.key" -cert "$stage/stranger.pem" -www \
    >"$stage/stranger.log" 2>&1 &
children+=($!)
for try in $(seq 100); do (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null && break; sleep 0.05; done
play stranger <<EOS
tap checkin.number
type checkin.number.field $(user_number 7)
tap checkin.number.ok
tap checkin.alert.follow_up
tap checkin.infection.no
tap checkin.confirm
expect checkin.done
expect bar.sending
EOS
expect "with a stranger at the other end the desk goes on" 0 $? "$stage/stranger.err"
"$bin/sango" report send --data "$stage/clinic" >"$stage/stranger.out" 2>"$stage/stranger.err"
status=$?
[ "$status" -ne 0 ] && pass "nothing counts as sent to a stranger" || fail "nothing counts as sent to a stranger" "exit status 0" "$stage/stranger.out"
grep -q '証明書' "$stage/stranger.out" "$stage/stranger.err" && pass "the certificate is named" ||
    fail "the certificate is named" "it is not" "$stage/stranger.out" "$stage/stranger.err"
"$bin/sango" audit verify --data "$stage/clinic" >"$stage/audit.out" 2>&1
expect "the audit chain holds after all of it" 0 $? "$stage/audit.out"
