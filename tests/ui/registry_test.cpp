#include "kiosk/ui/registry.h"

#include <doctest/doctest.h>

namespace sango::ui {

TEST_CASE("what is on the screen is found by its id, listed, and its state said in words") {
    Registry registry;
    registry.begin_frame();
    registry.add({.id = "checkin.confirm",
                  .role = Role::button,
                  .text = "受付する",
                  .at = {662, 720, 602, 64},
                  .pressable = true,
                  .enabled = false,
                  .why = "体温を入れると押せます"});
    registry.add({.id = "", .role = Role::text, .text = "誰も尋ねない文"});
    registry.add({.id = "checkin.stamped",
                  .role = Role::checkbox,
                  .text = "押印した",
                  .checked = true,
                  .focused = true});
    REQUIRE(registry.find("checkin.confirm") != nullptr);
    CHECK(registry.find("checkin.none") == nullptr);
    CHECK(registry.list() ==
          "checkin.confirm\tbutton\t\"受付する\"\tdisabled: 体温を入れると押せます\t662,720 602x64\n"
          "checkin.stamped\tcheckbox\t\"押印した\"\tchecked focused\t0,0 0x0\n");
}

TEST_CASE("an id used twice in one frame is found out") {
    Registry registry;
    registry.add({.id = "a.b"});
    registry.add({.id = "a.c"});
    registry.add({.id = "a.b"});
    registry.add({});
    registry.add({});
    CHECK(registry.duplicates() == std::vector<std::string>{"a.b"});
    registry.begin_frame();
    CHECK(registry.duplicates().empty());
}

}  // namespace sango::ui
