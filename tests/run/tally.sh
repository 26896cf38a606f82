# Runs programs beside each other, prints one line for each, and counts. Sourced by tests/run.sh.

passed=0
failed=0
slots=${SANGO_JOBS:-$(nproc)}
serial=0
declare -A name_of=() kind_of=() log_of=() begun_at=()

count_failed() { failed=$((failed + $1)); }
count_passed() { passed=$((passed + $1)); }

microseconds() { echo "${EPOCHREALTIME/[.,]/}"; }

# start KIND NAME COMMAND...: runs it beside what is running already. KIND says what counts as a test in it:
#   doctest  the test cases of its summary
#   lines    its lines "pass NAME" and "fail NAME: why"; "skip NAME: why" is shown and not counted
#   check    the program itself
#   crash    the program itself, and its output is shown
start() {
    local kind=$1 name=$2
    shift 2
    while [ ${#name_of[@]} -ge "$slots" ]; do reap; done
    local log=$work/$((++serial)).log
    timeout -k 10 "${SANGO_TEST_LIMIT:-300}" "$@" >"$log" 2>&1 &
    name_of[$!]=$name kind_of[$!]=$kind log_of[$!]=$log begun_at[$!]=$(microseconds)
}

# Waits for one of them.
reap() {
    local pid status
    wait -n -p pid "${!name_of[@]}"
    status=$?
    [ -n "${pid:-}" ] || { name_of=(); return; }
    local took=$(($(microseconds) - begun_at[$pid]))
    judge "${kind_of[$pid]}" "${name_of[$pid]}" "${log_of[$pid]}" "$status" "$took"
    unset "name_of[$pid]" "kind_of[$pid]" "log_of[$pid]" "begun_at[$pid]"
}

# Waits for all of them.
settle() {
    while [ ${#name_of[@]} -gt 0 ]; do reap; done
}

judge() { # KIND NAME LOG STATUS MICROSECONDS
    local kind=$1 name=$2 log=$3 status=$4 good=0 bad=0 line
    case $kind in
        doctest)
            # Each shard of a program may print one; colours are off where output is no terminal.
            while read -r line; do
                good=$((good + $(sed -E 's/.*\| *([0-9]+) passed.*/\1/' <<<"$line")))
                bad=$((bad + $(sed -E 's/.*\| *([0-9]+) failed.*/\1/' <<<"$line")))
            done < <(grep -E '^\[doctest\] test cases:' "$log")
            [ $((good + bad)) -eq 0 ] && bad=1  # it ended before its summary, or has no test in it
            ;;
        lines)
            good=$(grep -cE '^pass ' "$log")
            bad=$(grep -cE '^fail ' "$log")
            [ $((good + bad)) -eq 0 ] && ! grep -qE '^skip ' "$log" && bad=1
            ;;
        check | crash)
            [ "$status" -eq 0 ] && good=1 || bad=1
            ;;
    esac
    # A leak, a race or a crash after the summary.
    [ "$status" -ne 0 ] && [ "$bad" -eq 0 ] && bad=1
    count_passed "$good"
    count_failed "$bad"
    if [ "$bad" -eq 0 ]; then
        printf 'ok    %-34s %5d passed  %7.1f s\n' "$name" "$good" "$((10#$5 / 100000))e-1"
        grep -E '^skip ' "$log" | sed 's/^/      /'
        [ "$kind" = crash ] && cat "$log"
        return
    fi
    printf 'FAIL  %-34s %5d passed, %d failed  %7.1f s  (exit status %d)\n' "$name" "$good" "$bad" \
        "$((10#$5 / 100000))e-1" "$status"
    [ "$status" -eq 124 ] && echo "It was ended after ${SANGO_TEST_LIMIT:-300} s."
    sed 's/^/    /' "$log"
}

finish() {
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
    exit
}
