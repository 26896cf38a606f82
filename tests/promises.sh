#!/usr/bin/env bash
# The promises "Unbreakable" and "Closed", each proven by what tests/promises.txt names for it, as a table.
#
#   tests/promises.sh unbreakable|closed [PROGRAMS [TESTS]]   runs what proves them: the programs of build/release/bin
#                                                             and the test programs of build/debug/bin
#   tests/promises.sh table OUTCOMES                          the table of what tests/run.sh ran already: lines
#                                                             "name<TAB>ok" as it names things
# Exit status 1 if one of them does not hold.
set -u -o pipefail
cd "$(dirname "$0")/.."
group=${1:?unbreakable, closed, or table FILE}

declare -A outcome_of=()
kept=0

# What run.sh calls the program.
name_in_run() {
    case $1 in
        test-*) echo "debug $1" ;;
        kills) echo "e2e killed" ;;
        *) echo "$1" ;;
    esac
}

ran() { # PROGRAM: as the run before told it
    local name status worst=""
    [ "$1" = fuzz ] && {
        while IFS=$'\t' read -r name status; do
            [[ $name == "fuzz "* ]] || continue
            [ "$status" = ok ] || worst=FAIL
            [ -n "$worst" ] || worst=ok
        done <"$outcomes"
        [ "$worst" = FAIL ] || worst=$(grep -q $'^fuzz .*\tFAIL' "$outcomes" && echo FAIL || echo "$worst")
        echo "${worst:-not run}"
        return
    }
    status=$(awk -F'\t' -v name="$(name_in_run "$1")" '$1 == name { print $2 }' "$outcomes")
    echo "${status:-not run}"
}

proven() { # PROGRAM CASES
    local log
    log=$(mktemp)
    case $1 in
        faults) "$programs/sango-faults" >"$log" 2>&1 ;;
        kills) bash tests/faults/kills.sh "$programs" "${SANGO_KILLS:-50}" >"$log" 2>&1 && ! grep -q '^fail ' "$log" ;;
        fuzz) bash tests/fuzz/long.sh "${SANGO_FUZZ_RUNS:-20000}" >"$log" 2>&1 ;;
        e2e*) bash "tests/e2e/${1#e2e }.sh" "$programs" >"$log" 2>&1 && ! grep -q '^fail ' "$log" && grep -q '^pass ' "$log" ;;
        test-*) "$tests/$1" ${2:+-tc="$2"} >"$log" 2>&1 && ! grep -qE 'test cases: +0 ' "$log" ;;
    esac
    if [ $? -eq 0 ]; then echo ok; else { echo FAIL; sed 's/^/    /' "$log" | tail -n 40 >&2; }; fi
    rm -f "$log"
}

if [ "$group" = table ]; then
    outcomes=$2
    wanted="unbreakable closed"
else
    programs=$(realpath "${2:-build/release/bin}")
    tests=$(realpath "${3:-build/debug/bin}")
    wanted=$group
fi
for group in $wanted; do
    echo "$group"
    while IFS='|' read -r of promise program cases; do
        of=$(xargs <<<"$of")
        [ "$of" = "$group" ] || continue
        promise=$(sed 's/^ *//;s/ *$//' <<<"$promise")
        program=$(xargs <<<"$program")
        cases=$(sed 's/^ *//;s/ *$//' <<<"$cases")
        key="$program $cases"
        [ -n "${outcome_of[$key]:-}" ] ||
            outcome_of[$key]=$(if [ -n "${outcomes:-}" ]; then ran "$program"; else proven "$program" "$cases"; fi)
        [ "${outcome_of[$key]}" = FAIL ] && kept=1
        printf '  %-7s  %-100s  %s\n' "${outcome_of[$key]}" "$promise" "$program"
    done < <(grep -v '^#' tests/promises.txt)
done
exit $kept
