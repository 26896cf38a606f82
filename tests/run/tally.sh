# Runs programs beside each other, prints one line for each, and counts. Sourced by tests/run.sh.

passed=0
failed=0
slots=${SANGO_JOBS:-$(nproc)}
serial=0
declare -A name_of=() kind_of=() log_of=() begun_at=() limit_of=()

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
    local log=$work/$((++serial)).log limit=${SANGO_TEST_LIMIT:-300}
    # The status goes through a file: a program that dies by a signal must not be a job that bash has lost.
    (
        timeout -k 10 "$limit" "$@"
        echo $? >"$log.ending" && mv "$log.ending" "$log.status"
    ) >"$log" 2>&1 &
    name_of[$!]=$name kind_of[$!]=$kind log_of[$!]=$log begun_at[$!]=$(microseconds) limit_of[$!]=$limit
}

# Waits for one of them.
reap() {
    local pid status
    while :; do
        for pid in "${!name_of[@]}"; do
            if [ -e "${log_of[$pid]}.status" ]; then
                status=$(cat "${log_of[$pid]}.status")
            elif ! kill -0 "$pid" 2>/dev/null && [ ! -e "${log_of[$pid]}.status" ]; then
                status=137  # killed with all it had around it
            else
                continue
            fi
            judge "$pid" "$status" $(($(microseconds) - begun_at[$pid]))
            unset "name_of[$pid]" "kind_of[$pid]" "log_of[$pid]" "begun_at[$pid]" "limit_of[$pid]"
            return
        done
        wait -n "${!name_of[@]}" 2>/dev/null || sleep 0.05
    done
}

# Waits for all of them.
settle() {
    while [ ${#name_of[@]} -gt 0 ]; do reap; done
}

judge() { # PID STATUS MICROSECONDS
    local name=${name_of[$1]} kind=${kind_of[$1]} log=${log_of[$1]} status=$2 good=0 bad=0 line
    local seconds=$((10#$3 / 100000))e-1
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
    printf '%s\t%s\n' "$name" "$([ "$bad" -eq 0 ] && echo ok || echo FAIL)" >>"$work/outcomes"
    if [ "$bad" -eq 0 ]; then
        printf 'ok    %-34s %5d passed  %7.1f s\n' "$name" "$good" "$seconds"
        grep -E '^skip ' "$log" | sed 's/^/      /'
        [ "$kind" = crash ] && cat "$log"
        return
    fi
    printf 'FAIL  %-34s %5d passed, %d failed  %7.1f s  (exit status %d)\n' "$name" "$good" "$bad" \
        "$seconds" "$status"
    [ "$status" -eq 124 ] && echo "It was ended after ${limit_of[$1]} s."
    sed 's/^/    /' "$log"
}

finish() {
    [ -e "$work/outcomes" ] && bash tests/promises.sh table "$work/outcomes"
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
    exit
}
