#include "kiosk/devices/evdev_wedge.h"

#include <doctest/doctest.h>
#include <linux/input-event-codes.h>

using namespace sango::devices;

TEST_CASE("Keys of a US keyboard become what the scanner read") {
    ScannerKeys keys;
    const auto press = [&](std::uint16_t code, bool shifted = false) {
        if (shifted) {
            CHECK_FALSE(keys.key(KEY_LEFTSHIFT, 1));
        }
        auto line = keys.key(code, 1);
        CHECK_FALSE(keys.key(code, 0));
        if (shifted) {
            CHECK_FALSE(keys.key(KEY_LEFTSHIFT, 0));
        }
        return line;
    };
    for (const std::uint16_t code : std::initializer_list<std::uint16_t>{KEY_S, KEY_N, KEY_G}) {
        press(code, true);
    }
    press(KEY_1);
    press(KEY_SEMICOLON, true);
    press(KEY_5, true);
    press(KEY_4, true);
    press(KEY_8, true);
    press(KEY_EQUAL, true);
    press(KEY_MINUS);
    press(KEY_DOT);
    press(KEY_SLASH);
    press(KEY_SPACE);
    press(KEY_A);
    CHECK(press(KEY_ENTER) == "SNG1:%$*+-./ a");
    CHECK_FALSE(press(KEY_ENTER));  // nothing before it
    press(KEY_B);
    CHECK(press(KEY_KPENTER) == "b");
}

TEST_CASE("Held keys, unknown keys and either shift are understood") {
    ScannerKeys keys;
    CHECK_FALSE(keys.key(KEY_A, 1));
    CHECK_FALSE(keys.key(KEY_A, 2));
    CHECK_FALSE(keys.key(KEY_F1, 1));
    CHECK_FALSE(keys.key(KEY_RIGHTSHIFT, 1));
    CHECK_FALSE(keys.key(KEY_LEFTSHIFT, 1));
    CHECK_FALSE(keys.key(KEY_LEFTSHIFT, 0));
    CHECK_FALSE(keys.key(KEY_A, 1));
    CHECK_FALSE(keys.key(KEY_RIGHTSHIFT, 0));
    CHECK_FALSE(keys.key(KEY_A, 1));
    CHECK(keys.key(KEY_ENTER, 1) == "aAa");
}

TEST_CASE("A line without end is dropped, and the next one is good") {
    ScannerKeys keys;
    for (int i = 0; i < 10'000; ++i) {
        CHECK_FALSE(keys.key(KEY_X, 1));
    }
    CHECK_FALSE(keys.key(KEY_ENTER, 1));
    CHECK_FALSE(keys.key(KEY_Y, 1));
    CHECK(keys.key(KEY_ENTER, 1) == "y");
}

TEST_CASE("A scanner that is not there, or is none, says so") {
    CHECK(open_scanner("/dev/input/no-such-scanner").error().code == "scanner_missing");
    CHECK(open_scanner("/dev/null").error().code == "scanner_unsuitable");
}
