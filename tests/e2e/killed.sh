#!/usr/bin/env bash
# A few of the kills of tests/faults/kills.sh, which has the whole of it.
exec bash "$(dirname "$0")/../faults/kills.sh" "$1" "${SANGO_KILLS:-10}" "${SANGO_SEED:-7}"
