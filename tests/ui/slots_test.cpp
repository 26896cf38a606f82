#include "kiosk/ui/slots.h"

#include "shared/base/text.h"

#include <algorithm>

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace sango::ui {
namespace {

bool fits_imgui(std::string_view text) {
    const std::u32string points = code_points(text);
    return std::all_of(points.begin(), points.end(), [](char32_t point) { return point <= 0xFFFF; });
}

/// Characters a name may bring along, the troublesome ones often.
char32_t any_point() {
    return *rc::gen::oneOf(
        rc::gen::inRange<char32_t>(1, 0x80), rc::gen::inRange<char32_t>(0x3040, 0x9FFF),
        rc::gen::inRange<char32_t>(0xE000, 0xF900), rc::gen::inRange<char32_t>(0x20000, 0x20100),
        rc::gen::inRange<char32_t>(0xFE00, 0xFE10), rc::gen::inRange<char32_t>(0xE0100, 0xE0110));
}

}  // namespace

TEST_CASE("吉 with the long upper stroke, variant forms and private characters come back as they were") {
    Slots slots;
    for (const std::string_view name : {"𠮷野 葵", "葛󠄀城", "髙﨑", "\uE000さん", "渡邉󠄂",
                                        "山田 花子", "", "﨑", "𠮷𠮷𠮷", "👶🏻"}) {
        const std::string hidden = slots.hide(name);
        CHECK(fits_imgui(hidden));
        CHECK(slots.restore(hidden) == name);
    }
}

TEST_CASE("any text without NUL survives hiding and restoring") {
    CHECK(rc::check([] {
        Slots slots;
        std::string text;
        const int length = *rc::gen::inRange(0, 30);
        for (int i = 0; i < length; ++i) append_utf8(text, any_point());
        const std::string hidden = slots.hide(text);
        RC_ASSERT(fits_imgui(hidden));
        RC_ASSERT(slots.restore(hidden) == text);
        RC_ASSERT(slots.hide(text) == hidden);
    }));
}

TEST_CASE("a character keeps its slot, and a character with its selector is one slot") {
    Slots slots;
    CHECK(slots.hide("𠮷") == slots.hide("𠮷"));
    CHECK(slots.hide("𠮷") != slots.hide("𩸽"));
    CHECK(code_points(slots.hide("葛󠄀")).size() == 1);
    CHECK(code_points(slots.hide("葛󠄀城")).size() == 2);
}

TEST_CASE("a stored name is never normalised on the way") {
    Slots slots;
    CHECK(slots.restore(slots.hide("渚\uFA46")) == "渚\uFA46");
    CHECK(slots.restore(slots.hide("か\u3099")) == "か\u3099");
}

TEST_CASE("when every slot is taken, the next character is shown as a box and can not be restored") {
    Slots slots;
    std::string text;
    for (char32_t point = 0x20000; point < 0x20000 + 4096; ++point) append_utf8(text, point);
    CHECK(slots.restore(slots.hide(text)) == text);
    CHECK(slots.full());
    CHECK(slots.restore(slots.hide("𩸽")) == "\uFFFD");
}

}  // namespace sango::ui
