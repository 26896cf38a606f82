#include "shared/store/recovery.h"

#include <algorithm>

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::store;

namespace {

std::string both(const RecoverySheets& sheets) {
    return sheets.sheets[0] + "\n" + sheets.sheets[1] + "\n";
}

}  // namespace

TEST_CASE("two sheets make the key again, in any order and however they were typed") {
    const RecoverySheets sheets = make_recovery_sheets();
    CHECK(read_recovery_sheets(both(sheets))->public_key == sheets.public_key);
    std::string typed = sheets.sheets[1] + "\r\n\n" + sheets.sheets[0];
    std::ranges::transform(typed, typed.begin(), [](char c) {
        return c == '-' ? ' ' : c == '0' ? 'o' : c == '1' ? 'l' : static_cast<char>(std::tolower(c));
    });
    CHECK(read_recovery_sheets(typed)->public_key == sheets.public_key);
}

TEST_CASE("no two pairs are alike, and each row says which it is") {
    const RecoverySheets one = make_recovery_sheets();
    CHECK(one.public_key != make_recovery_sheets().public_key);
    CHECK(one.sheets[0].size() == 4 * 19 + 3);
    CHECK(one.sheets[0].starts_with("11"));
    CHECK(one.sheets[1].find("\n24") != std::string::npos);
}

TEST_CASE("one sheet alone is not enough: the first missing row is named") {
    const RecoverySheets sheets = make_recovery_sheets();
    const auto read = read_recovery_sheets(sheets.sheets[0]);
    CHECK(read.error().code == "missing_row");
    CHECK(read.error().message.en.find("Row 1 of sheet 2") != std::string::npos);
}

TEST_CASE("every sign misread is found in its row") {
    const RecoverySheets sheets = make_recovery_sheets();
    const std::string rows = both(sheets);
    for (std::size_t at = 0; at < rows.size(); ++at) {
        if (rows[at] == '\n' || rows[at] == '-') continue;
        std::string misread = rows;
        misread[at] = rows[at] == 'A' ? 'B' : 'A';
        const auto read = read_recovery_sheets(misread);
        REQUIRE_FALSE(read.ok());
        CHECK(read.error().code == "bad_row");
    }
}

TEST_CASE("sheets of two different pairs are not taken for one") {
    const RecoverySheets old = make_recovery_sheets();
    const RecoverySheets now = make_recovery_sheets();
    CHECK(read_recovery_sheets(old.sheets[0] + "\n" + now.sheets[1])->public_key != now.public_key);
    CHECK(read_recovery_sheets(both(now) + old.sheets[0]).error().code == "row_twice");
}
