#include "shared/clinic/care_ask.h"
#include "shared/clinic/care_timer.h"
#include "shared/clinic/handover.h"
#include "shared/clinic/incident.h"
#include "shared/clinic/watch.h"
#include "tests/faults/workflow_parts.h"

#include <array>

namespace sango::faults {
namespace {

struct Baby {
    std::string use_id;
    std::string child_id;
};

Baby baby(House& house) {
    const std::string use = house.in_the_house();
    const auto child = must(house.clinic().database.text(
        "SELECT c.id FROM child c JOIN service_use u ON u.mother_id = c.mother_id WHERE u.id = ?1",
        {store::value(use)}));
    return {use, child.value_or("")};
}

std::string staff_id(House& house, clinic::Role role) {
    for (const clinic::Staff& one : must(clinic::staff(house.clinic())))
        if (one.role == role) return one.id;
    return {};
}

/// Somebody watches, and has this baby in keeping.
Baby kept(House& house) {
    (void)clinic::take_watch(house.clinic(), staff_id(house, clinic::Role::night));
    const Baby one = baby(house);
    must(clinic::take_into_keeping(house.clinic(), one.use_id, one.child_id, {}));
    return one;
}

Act taken_into_keeping(House& house) {
    (void)clinic::take_watch(house.clinic(), staff_id(house, clinic::Role::night));
    return act([&house, one = baby(house)] {
        return clinic::take_into_keeping(house.clinic(), one.use_id, one.child_id, {});
    });
}

Act look_taken_back(House& house) {
    const Baby one = kept(house);
    const std::string look = must(clinic::record_look(house.clinic(), one.child_id, {}));
    return act([&house, look] { return clinic::retract_look(house.clinic(), look, "別の赤ちゃんでした"); });
}

Act line_confirmed(House& house) {
    const Baby one = kept(house);
    must(clinic::begin_handover(house.clinic(), staff_id(house, clinic::Role::manager)));
    return act([&house, one] {
        return clinic::confirm_line(house.clinic(), clinic::OpenLine::Kind::watch, one.child_id, "見守り中");
    });
}

clinic::NewIncident near_miss(House& house) {
    clinic::NewIncident incident;
    incident.use_id = house.in_the_house();
    incident.happened_at = house.clock().now();
    incident.words = "ベッド柵が下りていました。";
    return incident;
}

std::string incident(House& house) {
    return must(clinic::report_incident(house.clinic(), near_miss(house)));
}

clinic::CareTimer timer(House& house) {
    const Baby one = baby(house);
    clinic::CareTimer running;
    running.use_id = one.use_id;
    running.child_id = one.child_id;
    running.kind = clinic::NoteKind::sleep;
    running.started_at = house.clock().now();
    return running;
}

constexpr auto kWatch = clinic::Right::watch;
constexpr auto kIncident = clinic::Right::incident;
constexpr auto kCare = clinic::Right::care;

// clang-format off
constexpr std::array kWorkflows{
    Workflow{"take the watch", [](House& house) { return act([&house, id = staff_id(house, clinic::Role::night)] { return clinic::take_watch(house.clinic(), id); }); }, kWatch, true},
    Workflow{"take into keeping", taken_into_keeping, kWatch},
    Workflow{"record a look", [](House& house) { return act([&house, one = kept(house)] { return clinic::record_look(house.clinic(), one.child_id, {}); }); }, kWatch},
    Workflow{"take a look back", look_taken_back, kWatch},
    Workflow{"give a baby back", [](House& house) { return act([&house, one = kept(house)] { return clinic::give_back(house.clinic(), one.child_id); }); }, kWatch},
    Workflow{"begin a handover", [](House& house) { return act([&house, id = staff_id(house, clinic::Role::night)] { return clinic::begin_handover(house.clinic(), id); }); }, kWatch},
    Workflow{"confirm a line", line_confirmed, kWatch},
    Workflow{"start a timer", [](House& house) { return act([&house, running = timer(house)] { return clinic::start_timer(house.clinic(), running); }); }, kCare},
    Workflow{"stop a timer", [](House& house) { return act([&house, id = must(clinic::start_timer(house.clinic(), timer(house)))] { return clinic::stop_timer(house.clinic(), id); }); }, kCare},
    Workflow{"ask about allergies", [](House& house) { return act([&house, use = house.in_the_house()] { return clinic::record_allergies(house.clinic(), use, true, "卵"); }); }, kCare},
    Workflow{"report an incident", [](House& house) { return act([&house, told = near_miss(house)] { return clinic::report_incident(house.clinic(), told); }); }, kIncident},
    Workflow{"add to the time line", [](House& house) { return act([&house, id = incident(house)] { return clinic::add_event(house.clinic(), id, house.clock().now(), "医師に電話しました。"); }); }, kIncident},
    Workflow{"tell by word", [](House& house) { return act([&house, id = incident(house)] { return clinic::record_told(house.clinic(), id, "母子保健課"); }); }, kIncident},
};
// clang-format on

}  // namespace

std::span<const Workflow> night_workflows() {
    return kWorkflows;
}

}  // namespace sango::faults
