#include "shared/base/sign32.h"

#include <doctest/doctest.h>

using namespace sango;

TEST_CASE("each of the 32 signs reads as its own value, small or capital") {
    for (unsigned value = 0; value < 32; ++value) {
        const char sign = sign_of(value);
        CHECK(value_of_sign(sign) == value);
        if (sign >= 'A') CHECK(value_of_sign(static_cast<char>(sign - 'A' + 'a')) == value);
    }
}

TEST_CASE("what looks like another sign is read as it; what is no sign is not") {
    CHECK(value_of_sign('I') == 1);
    CHECK(value_of_sign('l') == 1);
    CHECK(value_of_sign('o') == 0);
    CHECK(value_of_sign('u') == value_of_sign('V'));
    for (const char foreign : {'-', ' ', '*', '\0', '\x80'}) CHECK_FALSE(value_of_sign(foreign));
}
