#!/usr/bin/env bash
# The long run of the fuzzers, over all cores, a minute of each in turn, until each has had its runs. What was reached
# is kept, so that it can be stopped and goes on where it stood. Prints a table of runs, findings and coverage.
#
#   tests/fuzz/long.sh [RUNS]        10,000,000 runs of each fuzzer by default
#   tests/fuzz/long.sh keep [MOST]   copies into the tree what reaches something new, the smallest first, MOST a fuzzer
#
# SANGO_FUZZERS: folder of the programs (build/fuzz/bin); SANGO_FUZZ_STATE: what is kept (build/fuzz/long);
# SANGO_JOBS: how many run at once; SANGO_FUZZ_UNTIL: seconds after which it prints its table and ends.
set -u -o pipefail
cd "$(dirname "$0")/../.."
programs=$(realpath "${SANGO_FUZZERS:-build/fuzz/bin}")
state=${SANGO_FUZZ_STATE:-build/fuzz/long}
jobs=${SANGO_JOBS:-$(nproc)}
until=${SANGO_FUZZ_UNTIL:-0}
turn=60
mkdir -p "$state"
state=$(realpath "$state")

names() { for program in "$programs"/fuzz-*; do basename "$program" | sed 's/^fuzz-//'; done; }
runs_of() { cat "$state/$1/runs" 2>/dev/null || echo 0; }

keep() { # NAME MOST
    local name=$1 most=$2 fresh=$state/$1/fresh file
    rm -rf "$fresh"
    mkdir -p "$fresh"
    cp "tests/fuzz/$name"/* "$fresh/"
    "$programs/fuzz-$name" -merge=1 -timeout=10 "$fresh" "$state/$name/corpus" >"$state/$name/merge.log" 2>&1
    find "$fresh" -type f -size -2k -printf '%s %f\n' | sort -n | while read -r _ file; do
        [ -e "tests/fuzz/$name/$file" ] && continue
        [ "$most" -gt 0 ] || break
        most=$((most - 1))
        cp "$fresh/$file" "tests/fuzz/$name/$file"
        echo "tests/fuzz/$name/$file"
    done
}

one_turn() { # NAME WANTED
    local name=$1 home=$state/$1 done
    mkdir -p "$home/corpus" "$home/findings"
    "$programs/fuzz-$name" -runs=$(($2 - $(runs_of "$name"))) -max_total_time=$turn -timeout=10 -rss_limit_mb=2048 \
        -print_final_stats=1 -reload=0 -artifact_prefix="$home/findings/" "$home/corpus" "tests/fuzz/$name" \
        >"$home/log" 2>&1
    done=$(sed -n 's/^stat::number_of_executed_units: *//p' "$home/log")
    echo $(($(runs_of "$name") + ${done:-0})) >"$home/runs.new" && mv "$home/runs.new" "$home/runs"
    grep -oE 'cov: [0-9]+' "$home/log" | tail -n 1 | cut -d' ' -f2 >"$home/coverage"
}

table() {
    printf '%-16s %12s %9s %9s %7s\n' fuzzer runs findings coverage corpus
    local name found all=0
    for name in $(names); do
        found=$(find "$state/$name/findings" -type f 2>/dev/null | wc -l)
        all=$((all + found))
        printf '%-16s %12d %9d %9s %7d\n' "$name" "$(runs_of "$name")" "$found" \
            "$(cat "$state/$name/coverage" 2>/dev/null)" "$(find "$state/$name/corpus" -type f 2>/dev/null | wc -l)"
    done
    return $((all > 0))
}

if [ "${1:-}" = keep ]; then
    for name in $(names); do keep "$name" "${2:-10}"; done
    exit
fi
wanted=${1:-10000000}
while :; do
    left=0
    for name in $(names); do
        [ "$(runs_of "$name")" -ge "$wanted" ] && continue
        [ "$until" -gt 0 ] && [ $SECONDS -ge "$until" ] && continue
        left=1
        while [ "$(jobs -rp | wc -l)" -ge "$jobs" ]; do wait -n; done
        one_turn "$name" "$wanted" &
    done
    wait
    [ $left -eq 1 ] || break
done
table
