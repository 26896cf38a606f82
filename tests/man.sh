#!/usr/bin/env bash
# Every program and every command of `sango` has a man page, every man page has its program or command, and all of
# them render without a warning.
set -u
cd "$(dirname "$0")/.."
bin=${1:-$PWD/build/release/bin}
pages=packaging/man
broken=0
fault() { echo "$*"; broken=1; }

with_subcommands() { # COMMAND...: its help and that of each command below it
    local text sub
    text=$("$@" --help) || return
    echo "$text"
    for sub in $(subcommands <<<"$text"); do with_subcommands "$@" "$sub"; done
}
subcommands() { sed -n '/^Subcommands:/,$ s/^  \([a-z][a-z-]*\).*/\1/p'; }

programs=(sango sango-kiosk sango-municipality)
commands=$("$bin/sango" --help | subcommands)
[ -n "$commands" ] || fault "sango --help lists no command"

everywhere=$("$bin/sango" --help)  # options that may stand with every command

expected=$(printf '%s\n' "${programs[@]}"; for command in $commands; do echo "sango-$command"; done)
for page in $expected; do
    [ -f "$pages/$page.1" ] || fault "there is no $pages/$page.1"
done
for file in "$pages"/*.1; do
    page=$(basename "$file" .1)
    grep -qx -- "$page" <<<"$expected" || fault "$file speaks of what sango --help does not list"
    warnings=$(MANWIDTH=100 man --warnings -E UTF-8 -l -Tutf8 -Z "$file" 2>&1 >/dev/null)
    [ -z "$warnings" ] || fault "$file: $warnings"
    # The options that a page speaks of are those that the program knows.
    case " ${programs[*]} " in
        *" $page "*) help=$("$bin/$page" --help) ;;
        *) help=$(with_subcommands "$bin/sango" "${page#sango-}") ;;
    esac
    [ "$page" = sango-municipality ] && help=$(with_subcommands "$bin/sango-municipality")
    read_as=$(MANWIDTH=1000 man --nh --nj -E ascii -l "$file" 2>/dev/null | col -b)
    for option in $(grep -oE -- '--[a-z][a-z-]+' <<<"$help" | sort -u); do
        grep -qF -- "$option" <<<"$read_as" || fault "$file does not speak of $option, which the program knows"
    done
    for option in $(grep -oE -- '--[a-z][a-z-]+' <<<"$read_as" | sort -u); do
        grep -qF -- "$option" <<<"$help$everywhere" || fault "$file speaks of $option, which the program does not know"
    done
done
grep -q 'EXIT STATUS' "$pages/sango.1" || fault "$pages/sango.1 does not say what the exit codes mean"
exit $broken
