#!/usr/bin/env bash
# Month's end by the command line alone: earlier uses come in, figures are counted, the month is closed, written as
# PDF, spreadsheet and CSV, billed, sent, and both receipts leave as proof that openssl verifies.
source "$(dirname "$0")/stage.bash"

demo_clinic
municipality nerima
december=2026-12-08T10:00:00+09:00
sango() { "$bin/sango" --data "$stage/clinic" "$@"; }
code() { "$@" >"$stage/out" 2>"$stage/err"; echo $?; }

# Earlier uses and figures.
printf 'programme,user_number,service,date,days,units,born\nnakano,K-1,short_stay,2023-05-01,3,1,2023-04-02\nnakano,K-2,day_care,2024-03-31,1,1,\n' \
    >"$stage/history.csv"
expect "earlier uses come in" 0 "$(code sango import uses "$stage/history.csv" --json)" "$stage/err"
expect "all of them" '{"ok":true,"added":2,"known":0}' "$(cat "$stage/out")"
expect "a second time adds nothing" '{"ok":true,"added":0,"known":2}' "$(sango import uses "$stage/history.csv" --json)"
expect "figures are counted" "1 3" \
    "$(sango figures --programme nakano --fiscal-year 2023 --json | jq -r '.services.short_stay | "\(.persons) \(.days)"')"
printf 'programme,user_number,service,date,days,units,born\nnakano,K-3,spa,2023-05-01,3,1,\n' >"$stage/bad.csv"
expect "a broken line is refused" 2 "$(code sango import uses "$stage/bad.csv")" "$stage/err"

# Close and export. The demo clinic's October is complete.
month=2026-10
expect "the month is closed" 0 "$(code sango report close --programme nerima --month $month --at $december)" "$stage/err"
mkdir "$stage/papers"
expect "the month leaves as three files" 0 \
    "$(code sango report export --programme nerima --month $month --out "$stage/papers" --format pdf,xlsx,csv --at $december)" "$stage/err"
pdf=$stage/papers/jisshi-houkoku_nerima_${month}_1.pdf
expect "fonts are embedded" 0 "$(pdffonts "$pdf" | tail -n +3 | awk '$(NF-4) != "yes"' | wc -l)"
names=$(clinic_sql "SELECT count(*) FROM mother")
[ "$names" -gt 0 ] && pass "there are people" || fail "there are people" "$names"
expect "the CSV in CP932 is refused or written, never with a question mark" "" \
    "$(sango report export --programme nerima --month $month --out "$stage/papers" --format csv --encoding cp932 --at $december >/dev/null 2>&1; grep -l '?' "$stage"/papers/*.csv)"

# The invoice.
expect "the bank account is taken away" 0 "$(code sango clinic set bank.number "" bank.holder "")" "$stage/err"
expect "without a bank account there is no invoice" 1 "$(code sango invoice close --programme nerima --month $month --at $december)"
expect "an account that no bank has is refused" 2 "$(code sango clinic set bank.number 12a bank.holder サクラ)"
expect "and nothing of it is kept" null "$(sango --json clinic show | jq -r '."bank.holder"')"
expect "a new account is written" 0 "$(code sango clinic set bank.number 7654321 bank.holder "さくら ジヨサンイン")" "$stage/err"
expect "as banks write it" "サクラ ジヨサンイン" "$(sango --json clinic show | jq -r '."bank.holder"')"
settings() { sqlite3 "$stage/clinic/clinic.db" "INSERT OR REPLACE INTO setting VALUES ('$1', '$2')"; }
settings programme.nerima.invoice.waived_share 1
settings programme.nerima.invoice.late_cancel 1
expect "the invoice is issued" 0 "$(code sango invoice close --programme nerima --month $month --at $december --json)" "$stage/err" "$stage/out"
expect "under the year's first number" R8-001 "$(jq -r .number "$stage/out")"
expect "and leaves as PDF" 0 "$(code sango invoice export --programme nerima --month $month --out "$stage/papers" --at $december)" "$stage/err"

expect "with the account on it" 1 "$(pdftotext "$stage/papers/seikyusho_nerima_${month}_1.pdf" - | grep -c 7654321)"

# Sent, once each, and proven.
expect "everything is sent" 0 "$(code sango report send --at $december)" "$stage/err" "$stage/out"
receipts() { "$bin/sango-municipality" receipts --dir "$stage/nerima" --json; }
expect "one receipt for the report" 1 "$(receipts | jq -r 'select(.kind == "report") | .subject' | wc -l)"
expect "one receipt for the invoice" 1 "$(receipts | jq -r 'select(.kind == "invoice") | .subject' | wc -l)"
sango report send --at $december >/dev/null 2>&1
expect "sending again counts once" 1 "$(receipts | jq -r 'select(.kind == "invoice") | .subject' | wc -l)"
mkdir "$stage/proofs"
expect "receipts leave as proof" 0 "$(code sango outbox proof --out "$stage/proofs" --at $december)" "$stage/err"
bad=0
for folder in "$stage"/proofs/*/; do
    (cd "$folder" && openssl pkeyutl -verify -pubin -inkey receipt-key.pem -rawin -in receipt.json -sigfile receipt.sig) \
        >/dev/null 2>&1 || bad=$((bad + 1))
    digest=$(openssl dgst -sha256 -binary "$folder/sent.json" | base64)
    grep -qF "sha-256=:$digest:" "$folder/receipt.json" || bad=$((bad + 1))
done
expect "openssl verifies every one of them" 0 "$bad"
expect "every try is on record" true \
    "$(sango outbox log --json | jq -s 'length > 1 and all(.outcome == "accepted")')"
expect "the audit chain holds" 0 "$(code sango audit verify)" "$stage/err"
