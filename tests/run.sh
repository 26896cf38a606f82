#!/usr/bin/env bash
# Installs what is missing, builds, runs every test and prints, as its last line, "N passed, N failed".
#
#   tests/run.sh                      everything, from nothing
#   tests/run.sh release checks       parts of it: release debug tsan fuzz (build and test programs of that preset),
#                                     checks (shell checks and end to end, on the release build), bench
#
# SANGO_JOBS sets how many things are built or run at once. Needs no display, no input and no network but loopback
# (and apt, where something is missing). Test programs are ended after 300 s,
# those under TSan and the fault trial after 600 s, the bench after 900 s.
set -u -o pipefail
cd "$(dirname "$0")/.."
exec </dev/null
source tests/run/tally.sh
source tests/run/build.sh

parts=("$@")
[ $# -eq 0 ] && parts=(release checks debug tsan fuzz bench)
for part in "${parts[@]}"; do
    case $part in
        release | checks | debug | tsan | fuzz | bench) ;;
        *) echo "tests/run.sh: no part is called $part: release checks debug tsan fuzz bench" >&2; exit 2 ;;
    esac
done
wants() { local part; for part in "${parts[@]}"; do [ "$part" = "$1" ] && return; done; return 1; }

export LC_ALL=C.UTF-8
unset DISPLAY WAYLAND_DISPLAY  # a window that a test opens is its own X server's
export ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1:check_initialization_order=1
export LSAN_OPTIONS=suppressions=$PWD/tests/run/lsan.supp:print_suppressions=0
export UBSAN_OPTIONS=print_stacktrace=1
export TSAN_OPTIONS=suppressions=$PWD/tests/run/tsan.supp:second_deadlock_stack=1

work=$(mktemp -d "${TMPDIR:-/tmp}/sango-tests.XXXXXX")
trap 'stop_builder; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

packaging/install.sh --tests || { count_failed 1; finish; }

start_builder  # builds release, debug, tsan, fuzz, one after the other, while what is built already is tested

if wants release || wants checks || wants bench; then
    if await release; then
        wants release && run_test_programs release
        if wants checks; then
            for check in rooms format man; do start check "$check" bash "tests/$check.sh"; done
            settle
            SANGO_TEST_LIMIT=600 start crash faults build/release/bin/sango-faults
            for script in tests/e2e/*.sh; do
                [ -e "$script" ] && start lines "e2e $(basename "$script" .sh)" bash "$script" "$PWD/build/release/bin"
            done
        fi
        settle
    fi
fi
for preset in debug tsan; do
    wants "$preset" && await "$preset" && run_test_programs "$preset"
    settle
done
if wants fuzz && await fuzz; then
    run_fuzzers
    settle
fi
if wants bench && await release; then
    SANGO_TEST_LIMIT=900 start crash bench bash tests/bench/run.sh "$PWD/build/release/bin"
    settle
fi
finish
