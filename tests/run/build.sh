# Builds the presets in the background, in the order in which they are tested. Sourced by tests/run.sh.

# Tests that have threads in them: what TSan is for.
threaded=(test-devices test-sync test-store test-app)

targets_of() { # PRESET
    case $1 in
        release) echo sango sango-kiosk sango-municipality sango-gallery sango-screens-gallery sango-bench sango-faults ;;
        debug) echo test-programs ;;
        tsan) echo "${threaded[@]}" ;;
        fuzz) echo fuzzers ;;
    esac
}

presets_wanted() {
    local preset
    for preset in release debug tsan fuzz; do
        wants "$preset" && echo "$preset" && continue
        [ "$preset" = release ] && { wants checks || wants bench; } && echo release
    done
}

builder=
start_builder() {
    mkfifo "$work/built"
    set -m  # a process group of its own, so that it can be stopped whole
    (
        exec 8>"$work/built"
        for preset in $(presets_wanted); do
            log=$work/build-$preset.log
            began=$SECONDS
            status=0
            # shellcheck disable=SC2046
            { cmake --preset "$preset" && cmake --build --preset "$preset" --parallel "$slots" --target $(targets_of "$preset"); } \
                >"$log" 2>&1 || status=$?
            echo "$preset $status $((SECONDS - began))" >&8
        done
    ) &
    builder=$!
    set +m
    exec 9<"$work/built"
}

stop_builder() {
    [ -n "$builder" ] && kill -- "-$builder" 2>/dev/null
    builder=
}

# Waits until PRESET is built; false, and one failed, if it is not to be had.
await() {
    local preset status took
    while [ ! -e "$work/$1.built" ]; do
        read -r preset status took <&9 || break
        echo "$status" >"$work/$preset.built"
        if [ "$status" -eq 0 ]; then
            printf 'built %-34s               %7d s\n' "$preset" "$took"
        else
            echo "FAIL  build of $preset"
            count_failed 1
            grep -vE '^(\[[0-9]+/[0-9]+\] (Building|Linking)|-- )' "$work/build-$preset.log" | sed 's/^/    /'
        fi
    done
    [ "$(cat "$work/$1.built" 2>/dev/null || echo 1)" = 0 ]
}

run_test_programs() { # PRESET
    local program name before=() limit=${SANGO_TEST_LIMIT:-300}
    # The sanitizer's shadow memory does not fit every layout the kernel may choose.
    [ "$1" = tsan ] && limit=600
    [ "$1" = tsan ] && setarch -R true 2>/dev/null && before=(setarch -R)
    for program in build/"$1"/bin/test-*; do
        name=$(basename "$program")
        [ -x "$program" ] || continue
        [ "$1" = tsan ] && [[ " ${threaded[*]} " != *" $name "* ]] && continue
        SANGO_TEST_LIMIT=$limit start doctest "$1 $name" "${before[@]}" "$PWD/$program"
    done
}

run_fuzzers() {
    local program name
    for program in build/fuzz/bin/fuzz-*; do
        name=$(basename "$program")
        name=${name#fuzz-}
        mkdir -p "$work/corpus-$name"
        start check "fuzz $name" "$program" -runs=20000 -max_total_time=8 -timeout=10 -print_final_stats=0 \
            -artifact_prefix="$work/" "$work/corpus-$name" "tests/fuzz/$name"
    done
}
