# What every end-to-end script stands on: a folder of its own, a demo clinic, municipalities as child processes, the
# kiosk without a window. Sourced with the folder of the programs as first argument. What a script checks it says in
# lines "pass NAME", "fail NAME: why" and "skip NAME: why".
set -u -o pipefail

bin=$1
script=$(basename "$0" .sh)
top=$(cd "$(dirname "$0")/../.." && pwd)
stage=$(mktemp -d "${TMPDIR:-/tmp}/sango-e2e.XXXXXX")
children=()
leave() {
    [ ${#children[@]} -gt 0 ] && kill "${children[@]}" 2>/dev/null && wait "${children[@]}" 2>/dev/null
    [ -n "${SANGO_KEEP:-}" ] && echo "kept: $stage" || rm -rf "$stage"
}
trap leave EXIT
export LANG=ja_JP.UTF-8 LC_ALL=C.UTF-8

# A Saturday afternoon, as on the pictures of the screens.
at=${SANGO_AT:-2026-11-21T14:05:00+09:00}

pass() { echo "pass $script: $1"; }
fail() { # NAME WHY [FILE...]: the files' ends are shown
    echo "fail $script: $1: $2"
    shift 2
    local file
    for file in "$@"; do [ -s "$file" ] && sed "s|^|    $(basename "$file"): |" "$file" | tail -n 60; done
}
skip() { echo "skip $script: $1: $2"; }

# expect NAME WANTED GOT [FILE...]: equal, or it fails.
expect() {
    local name=$1 wanted=$2 got=$3
    shift 3
    if [ "$wanted" = "$got" ]; then pass "$name"; else fail "$name" "expected \"$wanted\", got \"$got\"" "$@"; fi
}

need() { # NAME COMMAND...: what must work before anything can be checked
    local name=$1
    shift
    "$@" >"$stage/need.log" 2>&1 && return
    fail "$name" "exit status $?: $*" "$stage/need.log"
    exit 1
}

demo_clinic() { # [DIR]
    need "demo clinic" "$bin/sango" demo --data "${1:-$stage/clinic}" --at "$at"
}

# municipality NAME [MORE OPTIONS OF serve]: makes it where it is missing, and starts it for $stage/clinic.
municipality() {
    local name=$1 code=131202
    shift
    [ "$name" = minamiaso ] && code=434337
    if [ ! -d "$stage/$name" ]; then
        need "municipality" "$bin/sango-municipality" init --dir "$stage/$name" --programme "$name" --code "$code" \
            --clinic sakura-0123 --clinic-data "$stage/clinic"
        "$bin/sango" demo --roster "$name" --at "$at" >"$stage/$name.roster"
        need "roster" "$bin/sango-municipality" roster --dir "$stage/$name" --file "$stage/$name.roster"
    fi
    rm -f "$stage/$name.port"
    "$bin/sango-municipality" serve --dir "$stage/$name" --port 0 --port-file "$stage/$name.port" \
        --clinic-data "$stage/clinic" --at "$at" "$@" >>"$stage/$name.log" 2>&1 &
    children+=($!)
    municipality_pid=$!
    local try
    for try in $(seq 200); do [ -s "$stage/$name.port" ] && return; sleep 0.05; done
    fail "municipality" "$name did not start" "$stage/$name.log"
    exit 1
}

user_number() { "$bin/sango" demo --user-number "$1" --at "$at"; }

# card USER FILE.png [MORE OPTIONS OF issue-card]: Nerima issues a card.
card() {
    local user=$1 file=$2
    shift 2
    need "issue a card" "$bin/sango-municipality" issue-card --dir "$stage/nerima" --user "$user" --out "$file" \
        --at "$at" "$@"
}

end_municipality() { # PID
    kill "$1" 2>/dev/null
    wait "$1" 2>/dev/null
    local kept=() child
    for child in "${children[@]}"; do [ "$child" = "$1" ] || kept+=("$child"); done
    children=("${kept[@]}")
}

# play NAME [OPTIONS]: the script on standard input; what it printed is in $stage/NAME.out and .err.
play() {
    local name=$1
    shift
    cat >"$stage/$name.play"
    timeout 120 "$bin/sango-kiosk" --data "$stage/clinic" --at "$at" --headless --play "$stage/$name.play" "$@" \
        >"$stage/$name.out" 2>"$stage/$name.err"
}

# The clinic's database, while no program has it open.
clinic_sql() { sqlite3 -readonly "$stage/clinic/clinic.db" "$1"; }
