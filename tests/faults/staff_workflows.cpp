#include "shared/clinic/badge.h"
#include "shared/clinic/device_key.h"
#include "shared/clinic/first_start.h"
#include "shared/clinic/sign_in.h"
#include "shared/clinic/staff.h"
#include "shared/clinic/writing.h"
#include "tests/faults/workflow_parts.h"

#include <array>

#include <sodium.h>

namespace sango::faults {
namespace {

constexpr std::string_view kPin = "274913";
constexpr const char* kReason = "バッジを家に忘れました";

std::string someone(House& house) {
    return must(clinic::add_staff(house.clinic(), "田中 彩", clinic::Role::desk));
}

/// Someone came in without her badge.
std::string emergency(House& house) {
    const clinic::Actor before = house.clinic().actor;
    must(clinic::sign_in_emergency(house.clinic(), someone(house), kReason));
    house.clinic().actor = before;
    return must(clinic::unseen_emergencies(house.clinic())).back().id;
}

/// Whoever came in leaves again, so that the next try is the manager's.
Act came_in(House& house) {
    return act([&house, id = someone(house)]() -> Result<Done> {
        const clinic::Actor before = house.clinic().actor;
        auto done = clinic::sign_in_emergency(house.clinic(), id, kReason);
        house.clinic().actor = before;
        return done;
    });
}

/// She has a PIN whose hash is cheap to check, so that thousands of tries are.
std::string with_pin(House& house) {
    const std::string her = someone(house);
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str_alg(hash.data(), kPin.data(), kPin.size(), crypto_pwhash_OPSLIMIT_MIN,
                              crypto_pwhash_MEMLIMIT_MIN, crypto_pwhash_ALG_ARGON2ID13) != 0)
        give_up(error("out_of_memory", "", "no memory"));
    must(clinic::insert_pin(house.clinic().database, house.clinic().ids.next(), her, hash.data(),
                            clinic::stamp(house.clinic())));
    return her;
}

/// Whoever signs in leaves again, so that the next try is the manager's.
Act signs_in(House& house, std::string_view pin, bool wrong) {
    return act([&house, pin, wrong, her = with_pin(house)]() -> Result<Done> {
        const clinic::Actor before = house.clinic().actor;
        auto done = clinic::sign_in(house.clinic(), her, pin);
        house.clinic().actor = before;
        return wrong && !done && done.error().code == "wrong_pin" ? Result<Done>(Done{}) : done;
    });
}

// clang-format off
constexpr std::array kWorkflows{
    Workflow{"add to the staff", [](House& house) { return act([&house] { return clinic::add_staff(house.clinic(), "田中 彩", clinic::Role::desk); }); }, clinic::Right::staff},
    Workflow{"leave the staff", [](House& house) { return act([&house, id = someone(house)] { return clinic::end_staff(house.clinic(), id); }); }, clinic::Right::staff},
    Workflow{"print a badge", [](House& house) { return act([&house, id = someone(house)] { return clinic::issue_badge(house.clinic(), id); }); }, clinic::Right::staff},
    Workflow{"set a PIN", [](House& house) { return act([&house, id = someone(house)] { return clinic::set_pin(house.clinic(), id, kPin); }); }, clinic::Right::staff},
    Workflow{"sign in", [](House& house) { return signs_in(house, kPin, false); }, clinic::Right::screen},
    Workflow{"type a wrong PIN", [](House& house) { return signs_in(house, "805512", true); }, clinic::Right::screen},
    Workflow{"read the first sheets back", [](House& house) { return act([&house] { return clinic::finish_first_start(house.clinic(), Bytes(32, 7)); }); }, clinic::Right::settings, true},
    Workflow{"come in without a badge", came_in, clinic::Right::screen},
    Workflow{"renew the device key", [](House& house) { return act([&house] { return clinic::renew_device_key(house.clinic(), house.data()); }); }, clinic::Right::settings},
    Workflow{"read why someone did", [](House& house) { return act([&house, id = emergency(house)] { return clinic::see_emergency(house.clinic(), id); }); }, clinic::Right::staff},
};
// clang-format on

}  // namespace

std::span<const Workflow> staff_workflows() {
    return kWorkflows;
}

}  // namespace sango::faults
