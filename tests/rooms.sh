#!/usr/bin/env bash
# Holds the include rules between the rooms: what a folder may see of ours, and that shared/ knows no window.
# Prints each line that breaks one; exit status 1 if there is any.
set -u
cd "$(dirname "$0")/.."
broken=0

# may FOLDER ROOM...: files of FOLDER may include "ROOM/..." and their own folder, nothing else of ours.
may() {
    local folder=$1; shift
    local allowed="$folder"
    for room in "$@"; do allowed+="|$room"; done
    local found
    found=$(grep -rnE '^#include "(shared|kiosk|tests)/' "$folder" --include='*.h' --include='*.cpp' |
        grep -vE "#include \"($allowed)/")
    if [ -n "$found" ]; then
        echo "$folder may only see: $* and itself"
        echo "$found"
        broken=1
    fi
}

base=shared/base
may shared/base
may shared/programme $base
may shared/card $base
may shared/store $base
may shared/clinic $base shared/programme shared/card shared/store
may shared/report $base shared/programme shared/card shared/store shared/clinic
may shared/sync $base shared/programme shared/card shared/store shared/clinic shared/report
may kiosk/ui $base
may kiosk/platform $base kiosk/ui
may kiosk/screens $base shared/programme shared/card shared/clinic shared/store kiosk/ui
may kiosk/devices $base shared/card
may kiosk/cli shared/[a-z]+
may kiosk/app shared/[a-z]+ kiosk/[a-z]+

window=$(grep -rnE '#include *[<"](imgui|GLFW|GL/|EGL/)' shared kiosk/cli kiosk/screens kiosk/devices 2>/dev/null)
if [ -n "$window" ]; then
    echo "only kiosk/ui and kiosk/platform know the window:"
    echo "$window"
    broken=1
fi

zxing=$(grep -rlE '#include <(ZXing|ReadBarcode|MultiFormatWriter|BarcodeFormat)' shared kiosk 2>/dev/null | grep -v '^shared/card/')
[ -n "$zxing" ] && { echo "only shared/card knows ZXing: $zxing"; broken=1; }

sqlite=$(grep -rl '#include <sqlite3.h>' shared kiosk 2>/dev/null | grep -v '^shared/store/')
[ -n "$sqlite" ] && { echo "only shared/store knows SQLite: $sqlite"; broken=1; }

curl=$(grep -rl '#include <curl/' shared kiosk 2>/dev/null | grep -v '^shared/sync/')
[ -n "$curl" ] && { echo "only shared/sync knows libcurl: $curl"; broken=1; }

paper=$(grep -rlE '#include <(cairo|pango/|xlsxwriter)' shared kiosk 2>/dev/null | grep -v '^shared/report/')
[ -n "$paper" ] && { echo "only shared/report knows cairo, pango and libxlsxwriter: $paper"; broken=1; }

named=$(grep -rnE 'nerima|minamiaso|setagaya|nakano|kashiwa|練馬|南阿蘇|世田谷|中野区|柏市|1312[0-9]{2}|434337' shared kiosk \
    --include='*.h' --include='*.cpp' | grep -E '\b(if|case|switch)\b.*(nerima|minamiaso|setagaya|nakano|kashiwa|練馬|南阿蘇|131|434337)')
[ -n "$named" ] && { echo "no municipality is named in an if:"; echo "$named"; broken=1; }

exit $broken
