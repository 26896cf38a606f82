#!/usr/bin/env bash
# Every C++ file of ours has the form of .clang-format.
set -euo pipefail
cd "$(dirname "$0")/.."
if ! files=$(git -c safe.directory="$PWD" ls-files -- '*.h' '*.cpp' 2>/dev/null); then
    files=$(find shared kiosk tests -name '*.h' -o -name '*.cpp')  # not a checkout
fi
[ -n "$files" ]
xargs -d '\n' clang-format --dry-run -Werror <<<"$files"
