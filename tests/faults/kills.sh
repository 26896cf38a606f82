#!/usr/bin/env bash
# The real kiosk under a player, killed at random instants: notes, half-typed words, check-in, booking, handover,
# closing, and sending to the real receiver over TLS. After each kill: nothing that was confirmed on the screen is
# missing or there twice, the words that were being written are back, database and audit chain are whole, and the
# receiver holds each item once.
#
#   tests/faults/kills.sh BIN [KILLS [SEED]]     1,000 kills by default; the seed decides what is done, after which act
#                                                the kill falls and how long after
#
# Prints a table by what was under way when the kill fell.
kills=${2:-1000}
seed=${3:-$((RANDOM + 1))}
source "$(dirname "$0")/../e2e/stage.bash"
export SANGO_AT=2026-11-22T03:12:00+09:00
at=$SANGO_AT
per_house=5 # kills, before everything begins anew from the model
RANDOM=$seed
trouble=$stage/trouble

# An act is what a finger does, then what the screen must say; after it the screen is listed, so that the number of
# lists tells how many acts were confirmed. What it adds to: note use undone booking handover report, or none; and what
# stands half-typed after it ("=" as before).
steps=() adds=() draft=() under=()
act() { # UNDER ADDS DRAFT LINES
    under+=("$1") adds+=("$2") draft+=("$3")
    steps+=("$4"$'\nlist')
}
some_words() { words="かきかけ$((++worded))"; }
note() { act note note "" $'tap rail.care\ntap care.kind.milk\ntap care.record\nexpect care.written'; }
typing() {
    some_words
    act draft none "$words" $'tap rail.care\ntap care.kind.text\ntype care.text '"$words"$'\nexpect care.text '"$words"
}
typed_note() { typing; act note note "" $'tap care.record\nexpect care.written'; }
check_in() {
    act check-in use = $'tap rail.checkin\ntap checkin.number\ntype checkin.number.field N-1958-X\ntap checkin.number.ok\ntap checkin.alert.follow_up\ntap checkin.infection.no\ntap checkin.confirm\nexpect checkin.done'
    act check-in undone = $'tap checkin.undo\ntap checkin.undo.ask.reason.0\ntap checkin.undo.ask.confirm\nexpect notice 取り消しました'
}
book() {
    act booking booking = $'tap rail.board\ntap board.book\ntype board.person.field さきやま\ntap board.person.hit.0\ntap board.service.day_care\ntap board.cell.11.1126\ntap board.book\nexpect board.undo.action'
    act booking booking = $'tap board.undo.action\nexpect notice 元に戻しました'
}
close_month() { act close report = $'tap rail.report\ntap report.card.nerima\ntap report.action\nexpect report.step.closed'; }
send() { act send none = $'tap rail.checkin\nwait 61'; }
hand_over() {
    act handover handover = $'tap rail.night\ntap night.handover\ntap night.receive.0\ntap night.receive.whole\nexpect handover'
    local line
    for ((line = 0; line < handover_lines; ++line)); do
        act handover line = "tap handover.$line.confirm"
    done
    act handover done = $'tap handover.finish\nexpect bar.watch'
}

query="SELECT (SELECT count(*) FROM care_note), (SELECT count(*) FROM service_use), (SELECT count(*) FROM use_undone),
    (SELECT count(*) FROM booking), (SELECT count(*) FROM handover), (SELECT count(*) FROM handover_line),
    (SELECT count(*) FROM handover_done), (SELECT count(*) > 0 FROM implementation_report WHERE programme = 'nerima')"
names=(note use undone booking handover line done report)
declare -A has=()
count_rows() { # into has
    local row i
    IFS='|' read -ra row <<<"$(clinic_sql "$query" 2>>"$trouble")"
    for i in "${!names[@]}"; do has[${names[$i]}]=${row[$i]:-0}; done
}

# The model: a night with babies in keeping, sixty items waiting, a municipality that answers.
demo_clinic
municipality nerima
end_municipality "$municipality_pid"
mkdir "$stage/model"
cp -r "$stage/clinic" "$stage/nerima" "$stage/model/"
play first <<<$'tap rail.night\ntap night.handover\ntap night.receive.0\ntap night.receive.whole\nlist\ntap rail.checkin'
handover_lines=$(grep -c '^handover\.[0-9]*\.confirm' "$stage/first.out")

keys_here() { clinic_sql "SELECT idempotency_key FROM outbox WHERE programme = 'nerima'$1" | sort; }
keys_there() { "$bin/sango-municipality" receipts --dir "$stage/nerima" --json | jq -r .idempotency_key | sort; }
announced=0
declare -A fell=() lost=() doubled=() undrafted=() broken=()
tell() { echo "    kill $kill (--seed $seed), under way: $at_work: $1"; }

new_house() {
    rm -rf "$stage/clinic" "$stage/nerima"
    cp -r "$stage/model/clinic" "$stage/model/nerima" "$stage/"
    municipality nerima
    count_rows
    typed="" maybe=""
}
# All that waits goes out; then both ends hold the same, once each.
end_house() {
    "$bin/sango" report send --data "$stage/clinic" --at "$at" >"$stage/send.out" 2>&1
    if [ "$(keys_here "")" != "$(keys_there)" ]; then
        tell "the receiver does not hold what was announced, once each"
        doubled[send]=$((${doubled[send]:-0} + 1))
    fi
    announced=$((announced + $(keys_there | wc -l)))
    end_municipality "$municipality_pid"
}

# How long a round takes that nothing hinders.
measure() {
    start_ms=${EPOCHREALTIME/[.,]/}
    play start <<<list
    start_ms=$(((${EPOCHREALTIME/[.,]/} - start_ms) / 1000 + 1))
    steps=() adds=() draft=() under=()
    act look none = "tap rail.care"
    hand_over; note; typed_note; check_in; book; close_month; send; typing
    printf '%s\n' "${steps[@]}" >"$stage/whole.play"
    local begun=${EPOCHREALTIME/[.,]/}
    "$bin/sango-kiosk" --data "$stage/clinic" --at "$at" --headless --play "$stage/whole.play" >"$stage/whole.out" 2>"$stage/whole.err"
    expect "everything can be done where nothing is killed" 0 $? "$stage/whole.err"
    whole=$(((${EPOCHREALTIME/[.,]/} - begun) / 1000))
}

worded=0 kill=0 at_work=send
new_house
measure
end_house
per_act=$((whole / ${#steps[@]} + 1))
confirmed_acts() { grep -c '^rail\.checkin	' "$stage/round.out"; }

for ((kill = 1; kill <= kills; ++kill)); do
    (((kill - 1) % per_house == 0)) && new_house
    steps=() adds=() draft=() under=()
    act look none = "tap rail.care"
    case $(((kill - 1) % per_house)) in
        0) ((RANDOM % 2)) && hand_over ;;
        1) close_month ;;
    esac
    for ((i = 0; i < 4; ++i)); do
        case $((RANDOM % 6)) in
            0) note ;;
            1) typed_note ;;
            2) check_in ;;
            3) book ;;
            4) send ;;
            5) typing ;;
        esac
    done
    printf '%s\n' "${steps[@]}" >"$stage/round.play"
    : >"$stage/round.out"
    "$bin/sango-kiosk" --data "$stage/clinic" --at "$at" --headless --play "$stage/round.play" >>"$stage/round.out" 2>"$stage/round.err" &
    kiosk=$!
    # After so many acts, and then within the next one.
    after=$((RANDOM % ${#steps[@]}))
    until [ "$(confirmed_acts)" -ge "$after" ] || ! kill -0 "$kiosk" 2>/dev/null; do sleep 0.01; done
    within=$((RANDOM % (after == 0 ? start_ms : per_act)))
    sleep "$((within / 1000)).$(printf %03d $((within % 1000)))"
    { kill -9 "$kiosk" && wait "$kiosk"; } 2>/dev/null

    # Acts before the last list that was begun are confirmed; the one after it was under way.
    confirmed=$(confirmed_acts)
    at_work=start
    ((confirmed > 0)) && at_work=${under[$confirmed]:-end}
    fell[$at_work]=$((${fell[$at_work]:-0} + 1))

    # What was half-typed before is on the screen again, as soon as the care page is.
    if ((confirmed > 0)); then
        shown=$(awk '/^care\.text\t/ && !seen { split($0, part, "\""); print part[2]; seen = 1 } /^rail\.checkin\t/ && ++lists == 2 { exit }' "$stage/round.out")
        if [ -n "$typed" ] && [ "$shown" != "$typed" ]; then
            undrafted[$at_work]=$((${undrafted[$at_work]:-0} + 1))
            tell "half-typed \"$typed\" came back as \"$shown\""
        fi
    fi
    for ((i = 0; i < confirmed; ++i)); do
        [ "${draft[$i]}" = "=" ] || typed=${draft[$i]}
    done
    # The act under way may have changed it already.
    if ((confirmed > 0)) && [ "${draft[$confirmed]-=}" != "=" ]; then typed=""; fi

    if ! "$bin/sango" audit verify --data "$stage/clinic" >"$stage/audit.out" 2>&1 ||
        [ "$(clinic_sql "PRAGMA integrity_check" 2>&1)" != ok ]; then
        broken[$at_work]=$((${broken[$at_work]:-0} + 1))
        tell "$(tail -n 1 "$stage/audit.out")"
    fi
    declare -A had=() more=()
    for name in "${names[@]}"; do had[$name]=${has[$name]} more[$name]=0; done
    for ((i = 0; i < confirmed; ++i)); do
        [ "${adds[$i]}" = none ] || more[${adds[$i]}]=$((${more[${adds[$i]}]} + 1))
    done
    count_rows
    for name in "${names[@]}"; do
        least=$((had[$name] + more[$name]))
        most=$least
        [ "${adds[$confirmed]:-none}" = "$name" ] && most=$((least + 1))
        # The button that sends closes what is not closed yet.
        [ "$name" = report ] && least=$((least > 0)) && most=$((most > 0))
        if ((has[$name] < least)); then
            lost[$at_work]=$((${lost[$at_work]:-0} + 1))
            tell "$name: $least were confirmed, ${has[$name]} are there"
        elif ((has[$name] > most)); then
            doubled[$at_work]=$((${doubled[$at_work]:-0} + 1))
            tell "$name: $most were done at most, ${has[$name]} are there"
        fi
    done
    # What is said to be accepted is with the receiver, and nothing is there twice.
    if [ -n "$(keys_there | uniq -d)" ]; then
        doubled[$at_work]=$((${doubled[$at_work]:-0} + 1))
        tell "the receiver holds an item twice"
    fi
    if [ -n "$(comm -23 <(keys_here " AND id IN (SELECT outbox_id FROM receipt)") <(keys_there))" ]; then
        lost[$at_work]=$((${lost[$at_work]:-0} + 1))
        tell "an item counts as accepted that the receiver does not hold"
    fi
    ((kill % per_house == 0 || kill == kills)) && end_house
done
kill=$kills

sum() { local -n of=$1; local all=0 one; for one in "${of[@]}"; do all=$((all + one)); done; echo "$all"; }
printf '%-12s %7s %6s %8s %7s %7s   seed %s\n' "under way" kills lost doubled draft broken "$seed"
for name in start look note draft check-in booking handover close send end; do
    printf '%-12s %7d %6d %8d %7d %7d\n' "$name" "${fell[$name]:-0}" "${lost[$name]:-0}" "${doubled[$name]:-0}" \
        "${undrafted[$name]:-0}" "${broken[$name]:-0}"
done
printf '%-12s %7d %6d %8d %7d %7d   %d items with the receiver\n' all "$(sum fell)" "$(sum lost)" "$(sum doubled)" \
    "$(sum undrafted)" "$(sum broken)" "$announced"
expect "nothing confirmed is lost" 0 "$(sum lost)" "$trouble"
expect "nothing is there twice, here or with the receiver" 0 "$(sum doubled)" "$trouble"
expect "what was half-typed is back" 0 "$(sum undrafted)"
expect "database and audit chain are whole" 0 "$(sum broken)" "$stage/audit.out"
[ "$announced" -gt 0 ] && pass "something was sent" || fail "something was sent" "nothing" "$stage/send.out"
