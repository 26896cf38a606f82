#!/usr/bin/env bash
# A few of the arguments of tests/fuzz/arguments.sh, which has more.
exec bash "$(dirname "$0")/../fuzz/arguments.sh" "$1" "${SANGO_ARGUMENTS:-150}" "${SANGO_SEED:-7}"
