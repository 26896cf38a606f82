#pragma once

#include "tests/clinic/desk.h"

#include <string>

namespace sango::test {

/// 山田 花子 is in the house with her baby; 佐藤 and 鈴木 are on duty.
struct HanakosStay {
    Desk desk;
    std::string use = desk.check_in_hanako();
    std::string baby = (*clinic::find_by_number(desk.clinic(), "nerima", "N-4821-1"))->children.front().id;
    std::string sato = (*clinic::staff(desk.clinic()))[0].id;
    std::string suzuki = (*clinic::staff(desk.clinic()))[1].id;
};

}  // namespace sango::test
