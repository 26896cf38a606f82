#!/usr/bin/env bash
# Changes each number, date, time and yes or no of each programme file, one at a time, and runs the programme tests:
# every change has to make one of them fail. numbers_test.cpp, which makes its changes itself, sits this out.
#
#   tests/programme/mutations.sh [FOLDER OF test-programme]      some minutes; prints one line for each change
set -u -o pipefail
cd "$(dirname "$0")/../.."
bin=${1:-$PWD/build/release/bin}
work=$(mktemp -d "${TMPDIR:-/tmp}/sango-mutations.XXXXXX")
trap 'rm -rf "$work"' EXIT
cp -r assets "$work/assets"

# Line number, tab, the line as it becomes.
changes_of() { # FILE
    awk '
        function other(value,    parts) {
            if (value == "true") return "false"
            if (value == "false") return "true"
            if (value ~ /^[0-9][0-9][0-9][0-9]-/) return sprintf("%04d%s", substr(value, 1, 4) + 1, substr(value, 5))
            if (value ~ /^[0-9][0-9]:/) return sprintf("%02d%s", substr(value, 1, 2) + 1, substr(value, 3))
            if (value ~ /^"[0-9][0-9]-/) return sprintf("\"%02d%s", substr(value, 2, 2) % 12 + 1, substr(value, 4))
            return value + 1
        }
        /^#/ { next }
        match($0, /^[a-z_]+ = ([0-9][0-9:-]*|true|false|"[0-9][0-9]-[0-9][0-9]")/) {
            key = substr($0, 1, index($0, " = ") + 2)
            value = substr($0, length(key) + 1, RLENGTH - length(key))
            print NR "\t" key other(value) substr($0, RLENGTH + 1)
        }' "$1"
}

run_tests() { # what is in $work/assets
    SANGO_ASSETS=$work/assets timeout 120 "$bin/test-programme" --abort-after=1 \
        --test-case-exclude="Every number of a programme file matters*" >"$work/out" 2>&1
}

run_tests || { echo "the tests fail before anything is changed"; cat "$work/out"; exit 1; }
changed=0 survived=0
for file in assets/programmes/*.toml; do
    name=$(basename "$file")
    while IFS=$'\t' read -r number line; do
        awk -v at="$number" -v line="$line" 'NR == at { print line; next } { print }' "$file" \
            >"$work/assets/programmes/$name"
        changed=$((changed + 1))
        if run_tests; then
            survived=$((survived + 1))
            echo "SURVIVED $name:$number: $line"
        else
            echo "caught   $name:$number: $line"
        fi
    done < <(changes_of "$file")
    cp "$file" "$work/assets/programmes/$name"
done
echo "$changed changed, $survived survived"
[ "$survived" -eq 0 ]
