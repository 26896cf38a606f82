#!/usr/bin/env bash
# What a clinic decides about programmes: rules signed by the municipality, from a file and over the line; open numbers;
# a programme switched off. By the command line, and by tap.
source "$(dirname "$0")/stage.bash"
export LANG=C.UTF-8

demo_clinic
municipality nerima
sango() { "$bin/sango" --data "$stage/clinic" "$@"; }
programme() { sango programme "$@" >"$stage/out" 2>"$stage/err"; }

# rules FIRST-DAY COPAY [REVISION]: Nerima's file, changed.
rules() {
    sed -e "s/^valid_from = 2021-04-01/valid_from = $1\nrevision = ${3:-1}/" \
        -e "s/^each_further_day = 3500/each_further_day = $2/" "$top/assets/programmes/nerima.toml" >"$stage/rules.toml"
}
sign() { # OUT
    need "sign the rules" "$bin/sango-municipality" sign-programme --dir "$stage/nerima" --file "$stage/rules.toml" \
        --out "$1"
}
copay() { # DAY: of a stay of three days, by the clinic's rules
    jq -n --arg day "$1" '{programme:"nerima",service:"short_stay",start:$day,days:3,used:[],
        mother:{household:"taxed"},children:[{born:$day}]}' | sango verdict | jq .copay_yen
}

# From a file.
mkdir -p "$stage/usb"
rules 2027-04-01 4000
sign "$stage/usb/nerima-r9.cose"
programme import "$stage/rules.toml"
expect "an unsigned file is refused" 1 $? "$stage/err"
expect "in one sentence" 1 "$(wc -l <"$stage/err")" "$stage/err"
head -c 900 "$stage/usb/nerima-r9.cose" >"$stage/cut.cose"
programme import "$stage/cut.cose"
expect "half a file is refused" 1 $? "$stage/err"
programme import "$stage/usb/nerima-r9.cose"
expect "a signed file is taken in" 0 $? "$stage/err"
expect "it holds from its first day" "10500 11000" "$(copay 2027-03-31) $(copay 2027-04-01)"
expect "the shipped rules are as they were" 10500 "$(copay 2026-05-10)"
programme import "$stage/usb/nerima-r9.cose"
expect "twice is refused" 1 $? "$stage/err"
sango programme show nerima --on 2027-04-01 >"$stage/show" 2>&1
expect "show speaks of it" 0 $? "$stage/show"

# Over the line: a correction, and a version that is older.
rules 2027-04-01 5000 2
sign "$stage/second.cose"
rules 2026-06-01 9000
sign "$stage/older.cose"
programme pull nerima
expect "the newest rules are pulled" 0 $? "$stage/err"
expect "the correction holds, nothing older" "10500 12000" "$(copay 2027-03-31) $(copay 2027-04-01)"
programme pull nerima
expect "a second time there is nothing newer" "There are no newer rules." "$(cat "$stage/out")"

# Another municipality's signature.
need "another municipality" "$bin/sango-municipality" init --dir "$stage/other" --programme minamiaso --code 434337
"$bin/sango-municipality" sign-programme --dir "$stage/other" --file "$stage/rules.toml" >"$stage/out" 2>"$stage/err"
expect "a municipality signs its own rules only" 1 $? "$stage/err"

# Numbers that the papers leave open.
programme set nakano limit.total 14
expect "a number is written" 0 $? "$stage/err"
programme set nakano limit.total 0
expect "one outside its bounds is not" 1 $? "$stage/err"
programme set nakano limit.total many
expect "a word is malformed" 2 $? "$stage/err"
expect "it can be read again" 14 \
    "$(sango --json programme settings nakano | jq 'select(.name=="limit.total").value')"
programme set nakano limit.total unset
expect "and the changes are kept, the first from what stood there" "10 14 null" \
    "$(sango --json programme history nakano | jq -rs '[.[].before, .[-1].before] | map(tostring) | "\(.[1]) \(.[0]) \(.[2])"')"

# By tap: the same numbers, the switch, a file from the stick; all of it is there after a restart.
rules 2028-04-01 6000
sign "$stage/usb/nerima-r10.cose"
SANGO_MEDIA=$stage/usb play settings <<'EOP'
tap rail.settings
expect settings.manager 管理者
tap settings.takeover.0
tap settings.programme.nakano
tap settings.tab.answers
tap settings.change.limit.total
tap settings.form.pad.1
tap settings.form.pad.2
expect settings.form.value 12日
tap settings.form.confirm
expect notice 記録しました
tap settings.back
tap settings.contract.nerima.off
tap settings.off.confirm
tap settings.files
expect settings.file.0 nerima-r10.cose
tap settings.file.0
expect notice 令和10年4月1日
tap lang.en
tap theme.night
EOP
expect "the settings by tap" 0 $? "$stage/settings.err" "$stage/settings.out"
expect "what was tapped is kept" 12 \
    "$(sango --json programme settings nakano | jq 'select(.name=="limit.total").value')"
expect "the file from the stick holds" 13000 "$(copay 2028-04-01)"
play again <<'EOP'
expect rail.settings Settings
EOP
expect "the language is kept over a restart" 0 $? "$stage/again.err"
sango audit verify >"$stage/out" 2>"$stage/err"
expect "all of it is in the audit chain" 0 $? "$stage/err"
