#pragma once

#include "tests/clinic/desk.h"

namespace sango::test {

/// The desk with a manager, who is on duty.
struct ManagedDesk : Desk {
    static constexpr const char* kManager = "00000000-0000-7000-8000-00000000000f";

    ManagedDesk() {
        REQUIRE(store::insert(opened->database, "staff",
                              {{"id", store::value(kManager)},
                               {"name", store::value("高木 直子")},
                               {"role", store::value("manager")},
                               {"added_at", store::value(clock.now())}},
                              {clock.now(), "system"}, "add_staff")
                    .ok());
        take_over();
    }
    void take_over() { REQUIRE(clinic::act_as(clinic(), kManager).ok()); }
    void hand_to_the_night() {
        const auto people = clinic::staff(clinic());
        for (const clinic::Staff& one : *people)
            if (one.role == clinic::Role::night) REQUIRE(clinic::act_as(clinic(), one.id).ok());
    }
};

}  // namespace sango::test
