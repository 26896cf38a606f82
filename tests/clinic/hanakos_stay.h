#pragma once

#include "tests/clinic/desk.h"

#include <string>

namespace sango::test {

/// What came of a use case: "ok", or the code of its error.
template <class T>
std::string code(const Result<T>& result) {
    return result.ok() ? "ok" : result.error().code;
}

/// 山田 花子 is in the house with her baby; 佐藤 and 鈴木 are on duty.
struct HanakosStay {
    Desk desk;
    std::string use = desk.check_in_hanako();
    std::string baby = (*clinic::find_by_number(desk.clinic(), "nerima", "N-4821-1"))->children.front().id;
    std::string sato = (*clinic::staff(desk.clinic()))[0].id;
    std::string suzuki = (*clinic::staff(desk.clinic()))[1].id;
};

}  // namespace sango::test
