#!/usr/bin/env bash
# Arguments by chance for the programs of the command line, in a folder of their own: whatever they are, the program ends
# by itself with a status of its own (0 to 3), says a sentence where it is not 0, and leaves the clinic whole.
#
#   tests/fuzz/arguments.sh BIN [RUNS [SEED]]
runs=${2:-10000}
seed=${3:-$((RANDOM + 1))}
source "$(dirname "$0")/../e2e/stage.bash"
RANDOM=$seed

demo_clinic
mkdir "$stage/room" && cd "$stage/room" || exit 1
# What there is, as the programs themselves tell it.
mapfile -t commands < <("$bin/sango" --help | sed -n 's/^  \([a-z]\{3,\}\)  .*/\1/p')
words=(list add show make check set build close export send sheets restore verify log proof read issue place ask move cancel
    pin badge end renew use uses unattended import erase hold)
mapfile -t options < <(for command in "${commands[@]}"; do "$bin/sango" "$command" --help 2>/dev/null; done |
    grep -oE -- '--[a-z-]+' | sort -u)
values=("" 0 -1 1 7 99999999999999999999 1e9 nan 2026-11-21 2026-13-45 2026-11-21T14:05:00+09:00 9999-12-31T23:59:59+99:99
    nerima setagaya 2026-10 short_stay N-4821-1 "N-4821-" "山田 花子" "𠮷野" $'\xff\xfe' $'a\nb' "%s%n%x" "../../.."
    /dev/null /dev/full /proc/self/mem . missing.json "{}" "[" '{"a":' "$(head -c 5000 /dev/zero | tr '\0' x)" -- -h --json pdf
    utf-8 cp932 "'; DROP TABLE staff; --" "$stage/clinic/clinic.db" "$stage/clinic/device.key" sakura-0123 manager)
one_of() { local -n from=$1; picked=${from[$((RANDOM % ${#from[@]}))]}; }

unended=0 unsaid=0 done_well=0
for ((run = 1; run <= runs; ++run)); do
    given=()
    # Never over what others own: a folder is only ever named inside this one.
    ((RANDOM % 8)) && given+=(--data "$stage/clinic")
    one_of commands && [ "$picked" != demo ] && given+=("$picked")
    ((RANDOM % 4)) && one_of words && given+=("$picked")
    for ((i = RANDOM % 5; i > 0; --i)); do
        case $((RANDOM % 3)) in
            0) one_of options ;;
            *) one_of values ;;
        esac
        case $picked in --data | --out | --folder | --to | --png) picked=--json ;; esac
        given+=("$picked")
    done
    timeout 20 "$bin/sango" "${given[@]}" </dev/null >"$stage/out" 2>"$stage/err"
    status=$?
    if [ $status -gt 3 ]; then
        unended=$((unended + 1))
        printf '    run %d (seed %s), status %d:' "$run" "$seed" $status
        printf ' %q' "${given[@]}"
        echo
    elif [ $status -eq 0 ]; then
        done_well=$((done_well + 1))
    elif [ ! -s "$stage/err" ] && [ ! -s "$stage/out" ]; then
        unsaid=$((unsaid + 1))
        printf '    run %d (seed %s), nothing said:' "$run" "$seed"
        printf ' %q' "${given[@]}"
        echo
    fi
done
printf '%d runs, %d done, %d ended badly, %d said nothing   seed %s\n' "$runs" "$done_well" "$unended" "$unsaid" "$seed"
expect "every one ends with a status of its own" 0 "$unended" "$stage/err"
expect "what was not done is said" 0 "$unsaid" "$stage/err"
"$bin/sango" audit verify --data "$stage/clinic" >"$stage/audit.out" 2>&1
expect "the clinic is whole afterwards" 0 $? "$stage/audit.out"
