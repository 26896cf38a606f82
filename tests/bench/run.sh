#!/usr/bin/env bash
# Prints one table: what Sango must reach, measured beside what it is compared with, in one run on this machine. The
# numbers are for reading; only what cannot be measured at all ends with a failure.
#
#   tests/bench/run.sh [BIN]      BIN: the folder of the programs, build/release/bin if left out
set -u -o pipefail
cd "$(dirname "$0")/../.."
bin=${1:-$PWD/build/release/bin}
mkdir -p build
work=$(mktemp -d "$PWD/build/bench.XXXXXX")  # on the disk of the checkout, not on one in memory
for program in sango sango-kiosk sango-municipality sango-bench; do
    [ -x "$bin/$program" ] || { echo "bench: $bin/$program is not built" >&2; exit 1; }
done
export LC_ALL=C.UTF-8
children=()
trap '[ ${#children[@]} -gt 0 ] && kill "${children[@]}" 2>/dev/null; rm -rf "$work"' EXIT
broken=0
rows=$work/rows
: >"$rows"

row() { local IFS=$'\t'; echo "$*" >>"$rows"; }
part() { # NAME [CLINIC]
    "$bin/sango-bench" "$1" "$work" "${2:-}" >>"$rows" || { echo "bench: $1 could not be measured" >&2; broken=1; }
}
now_us() { echo "${EPOCHREALTIME/[.,]/}"; }
median() { sort -n | awk '{ a[NR] = $1 } END { print a[int((NR + 1) / 2)] }'; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2fx", a / b }'; }
tree() { local child; echo "$1"; for child in $(pgrep -P "$1"); do tree "$child"; done; }
pss_kb() { # PID: of it and all below it
    local pid sum=0 kb
    for pid in $(tree "$1"); do
        kb=$(awk '/^Pss:/ { print $2 }' "/proc/$pid/smaps_rollup" 2>/dev/null) && sum=$((sum + ${kb:-0}))
    done
    echo "$sum"
}
end() { # PID
    local pids
    mapfile -t pids < <(tree "$1")
    kill "${pids[@]}" 2>/dev/null
    wait "$1" 2>/dev/null
}

"$bin/sango" demo --data "$work/demo" --at 2026-11-21T14:05:00+09:00 >/dev/null || exit 1

# ---- inside the process
part scan
part photographs
part commit
part board
part frame
part month
part touch "$work/demo"

# ---- sending
for size in 1 10 100; do  # a receiver for each clinic, since all three are the same clinic's October to one of them
    town=$work/town-$size
    "$bin/sango-municipality" init --dir "$town" --clinic sakura-0123 --clinic-data "$work/clinic-$size" &&
        "$bin/sango-municipality" roster --dir "$town" --file "$work/roster.json" >/dev/null || broken=1
    "$bin/sango-municipality" serve --dir "$town" --port-file "$work/port-$size" --clinic-data "$work/clinic-$size" \
        >/dev/null &
    children+=($!)
    for try in $(seq 200); do [ -s "$work/port-$size" ] && break; sleep 0.05; done
done
part send

# ---- start and memory, beside a browser that shows the same list
cat >"$work/page.html" <<'PAGE'
<!doctype html><html lang="ja"><meta charset="utf-8"><title>受付</title>
<style>body{font:20px sans-serif;margin:0}header{padding:16px;background:#eee}button{font-size:20px;min-height:56px;min-width:160px}
td{padding:20px;border-bottom:1px solid #ccc}</style>
<header>さくら助産院 令和8年11月21日(土) 14:05 <button>番号</button> <button>名前</button></header><table>
<tr><td>9:00<td>岡本 七海<td>母子デイケア<td>退所<tr><td>10:00<td>田中 陽菜<td>母子デイケア<td>来院
<tr><td>13:30<td>山田 花子<td>母子デイケア<td>遅れ<tr><td>15:00<td>﨑山 真帆<td>母子デイケア<td>予定
<tr><td>15:30<td>勅使河原 佐知子<td>母子ショートステイ<td>予定<tr><td>16:30<td>髙橋 凛<td>母子デイケア<td>予定
</table><h1>利用者カードをかざしてください</h1></html>
PAGE
printf 'expect checkin.scan\nshot %s\n' "$work/first.png" >"$work/first.play"
browser=$(command -v chromium || true)
browse() { "$browser" --no-sandbox --no-first-run --disable-extensions --disable-background-networking \
    --user-data-dir="$work/browser" --window-size=1280,800 "$@" "file://$work/page.html" >"$work/browser.log" 2>&1; }
[ -n "$browser" ] && timeout 60 "$browser" --version >/dev/null 2>&1 || browser=
[ -n "$browser" ] && { browse --headless --disable-gpu --screenshot="$work/page.png"; [ -s "$work/page.png" ] || browser=; }
runs=9
for run in $(seq $runs); do
    before=$(now_us)
    "$bin/sango-kiosk" --data "$work/demo" --at 2026-11-21T14:05:00+09:00 --headless --play "$work/first.play" >/dev/null || broken=1
    echo $(($(now_us) - before)) >>"$work/start.ours"
    [ -n "$browser" ] || continue
    before=$(now_us)
    browse --headless --disable-gpu --screenshot="$work/page.png"
    echo $(($(now_us) - before)) >>"$work/start.theirs"
done
ours=$(median <"$work/start.ours")
if [ -n "$browser" ]; then
    theirs=$(median <"$work/start.theirs")
    row "start to a picture of the first screen" "$((ours / 1000)) ms" "Chromium, same list" "$((theirs / 1000)) ms" \
        "$(ratio "$ours" "$theirs")" "0.35x" $runs
else
    row "start to a picture of the first screen" "$((ours / 1000)) ms" "Chromium is not installed" - - "0.35x" $runs
fi

# ---- a window: memory, and what it costs to do nothing
if command -v Xvfb >/dev/null; then
    "$bin/sango" demo --data "$work/today" >/dev/null || broken=1
    Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp >/dev/null 2>&1 3>"$work/display" &
    children+=($!)
    for try in $(seq 200); do [ -s "$work/display" ] && break; sleep 0.05; done
    DISPLAY=:$(cat "$work/display")
    export DISPLAY
    "$bin/sango-kiosk" --data "$work/today" >"$work/kiosk.log" 2>&1 &
    kiosk=$!
    children+=("$kiosk")
    timeout 30 xdotool search --sync --onlyvisible --name '^Sango$' >/dev/null || { cat "$work/kiosk.log" >&2; broken=1; }
    sleep 5
    ours=$(pss_kb "$kiosk")
    ticks() { awk '{ print $14 + $15 }' "/proc/$kiosk/stat"; }
    wakes() { awk '/^voluntary_ctxt/ { sum += $2 } END { print sum }' "/proc/$kiosk/task/$kiosk/status"; }
    ticks_before=$(ticks) wakes_before=$(wakes) seconds=20
    sleep $seconds
    idle=$(awk -v t=$(($(ticks) - ticks_before)) -v hz="$(getconf CLK_TCK)" -v s=$seconds 'BEGIN { printf "%.2f %%", 100 * t / hz / s }')
    row "idle in a window, part of a core" "$idle" - - - "0.10 %" 1
    row "idle in a window, wakings of the drawing thread" "$(($(wakes) - wakes_before)) in $seconds s" - - - "0" 1
    end "$kiosk"
    if [ -n "$browser" ]; then
        browse --kiosk --use-gl=angle --use-angle=swiftshader &
        children+=($!)
        sleep 8
        theirs=$(pss_kb $!)
        row "memory (PSS, all processes)" "$((ours / 1024)) MB" "Chromium, same list" "$((theirs / 1024)) MB" \
            "$(ratio "$ours" "$theirs")" "0.25x" 1
        end $!
    else
        row "memory (PSS, all processes)" "$((ours / 1024)) MB" "Chromium is not installed" - - "0.25x" 1
    fi
fi

awk -F '\t' '
    BEGIN { $0 = "what\tSango\tbeside\tthat\tratio\tbar\tn"; keep() }
    { keep() }
    function keep(  i) { for (i = 1; i <= 7; i++) { cell[++n[i], i] = $i; if (length($i) > wide[i]) wide[i] = length($i) } }
    END { for (r = 1; r <= n[1]; r++) { line = ""; for (i = 1; i <= 7; i++) line = line sprintf("%-" wide[i] + 2 "s", cell[r, i])
          sub(/ +$/, "", line); print line } }' "$rows"
exit $broken
