#include "shared/clinic/booking.h"
#include "shared/clinic/closure.h"
#include "shared/clinic/lottery.h"
#include "tests/faults/workflow_parts.h"

#include <array>

namespace sango::faults {
namespace {

constexpr const char* kReason = "都合がつかなくなりました";

clinic::Place bed() {
    clinic::Place place;
    place.kind = clinic::PlaceKind::bed;
    return place;
}

/// A room of its own for someone new, two weeks ahead.
clinic::BookingDraft wish(House& house) {
    static int rooms = 0;
    clinic::Place place = bed();
    place.name = "個室 " + std::to_string(++rooms);
    clinic::BookingDraft draft;
    draft.place_no = must(clinic::add_place(house.clinic(), place));
    draft.mother_id = house.at_the_desk().mother_id;
    draft.service = programme::Service::short_stay;
    draft.first_day = japan_date(house.clock().now()) + std::chrono::days(14);
    draft.days = 3;
    return draft;
}

std::string placed(House& house) {
    return must(clinic::place_booking(house.clinic(), wish(house)));
}

clinic::BookingDraft moved(House& house) {
    clinic::BookingDraft draft = wish(house);
    draft.booking_id = must(clinic::place_booking(house.clinic(), draft));
    draft.first_day += std::chrono::days(2);
    return draft;
}

Act room_changed(House& house) {
    const std::string id = placed(house);
    const clinic::BookingDraft other = wish(house);
    return act([&house, id, other] {
        return clinic::change_room(house.clinic(), id, other.first_day + std::chrono::days(1),
                                   other.place_no);
    });
}

Act lots_drawn(House& house) {
    const clinic::BookingDraft first = wish(house);
    must(clinic::ask_booking(house.clinic(), first, clinic::BookingState::asked));
    must(clinic::ask_booking(house.clinic(), wish(house), clinic::BookingState::asked));
    return act([&house, first] {
        return clinic::draw(house.clinic(), first.service, first.first_day, first.first_day, "2026-11-21");
    });
}

Act offered(House& house) {
    clinic::BookingDraft draft = wish(house);
    draft.booking_id = must(clinic::ask_booking(house.clinic(), draft, clinic::BookingState::waiting));
    return act([&house, draft] {
        return clinic::offer_booking(house.clinic(), draft, house.clock().now() + std::chrono::hours(24));
    });
}

Act closed(House& house) {
    clinic::Closure closure;
    closure.first_day = japan_date(house.clock().now()) + std::chrono::days(40);
    closure.last_day = closure.first_day;
    closure.reason = "研修";
    return act([&house, closure] { return clinic::add_closure(house.clinic(), closure); });
}

// clang-format off
constexpr std::array kWorkflows{
    Workflow{"place a booking", [](House& house) { return act([&house, draft = wish(house)] { return clinic::place_booking(house.clinic(), draft); }); }, clinic::Right::booking},
    Workflow{"move a booking", [](House& house) { return act([&house, draft = moved(house)] { return clinic::place_booking(house.clinic(), draft); }); }, clinic::Right::booking},
    Workflow{"cancel a booking", [](House& house) { return act([&house, id = placed(house)] { return clinic::cancel_booking(house.clinic(), id, kReason); }); }, clinic::Right::booking},
    Workflow{"take a booking back", [](House& house) { return act([&house, id = placed(house)] { return clinic::take_back(house.clinic(), id); }); }, clinic::Right::booking},
    Workflow{"change the room in mid-stay", room_changed, clinic::Right::booking},
    Workflow{"put on the waiting list", [](House& house) { return act([&house, draft = wish(house)] { return clinic::ask_booking(house.clinic(), draft, clinic::BookingState::waiting); }); }, clinic::Right::booking},
    Workflow{"offer a place", offered, clinic::Right::booking},
    Workflow{"draw lots", lots_drawn, clinic::Right::booking, true},
    Workflow{"close a day", closed, clinic::Right::booking},
};
// clang-format on

}  // namespace

std::span<const Workflow> board_workflows() {
    return kWorkflows;
}

}  // namespace sango::faults
