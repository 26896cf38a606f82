// Setagaya, 001 V 5 (3) and (4): an older child comes along on the days of the mother's own stay or day care.

#include "tests/clinic/house.h"

#include <algorithm>

using namespace sango;
using namespace sango::clinic;
using programme::Outcome;
using programme::Service;
using sango::test::House;

namespace {

struct Setagaya : House {
    std::string mother = [this] {
        Registration told = test::hanako();
        told.programme = "setagaya";
        told.user_number = *make_user_number('S', "77");
        const auto id = register_mother(clinic(), told);
        REQUIRE_MESSAGE(id.ok(), (id.ok() ? "" : id.error().message.en));
        return *id;
    }();
    [[nodiscard]] BookingDraft sibling(int from) const {
        BookingDraft draft;
        draft.mother_id = mother;
        draft.service = Service::sibling_day_care;
        draft.first_day = in(from);
        return draft;
    }
    /// What the rule of riding along says to it.
    Outcome riding(const BookingDraft& draft) {
        const auto answer = judge_booking(clinic(), draft);
        REQUIRE_MESSAGE(answer.ok(), (answer.ok() ? "" : answer.error().message.en));
        const auto reason = std::ranges::find_if(answer->verdict.reasons, [](const programme::Reason& one) {
            return one.rule == "booking_window" && one.source.find("001 V 5 (4)") != std::string::npos;
        });
        REQUIRE(reason != answer->verdict.reasons.end());
        return reason->verdict;
    }
};

}  // namespace

TEST_CASE(
    "an older child comes along on the days on which the mother herself is booked, and takes no place") {
    Setagaya house;
    CHECK(house.riding(house.sibling(4)) == Outcome::ask);
    CHECK(judge_booking(house.clinic(), house.sibling(4))->obstacles.empty());
    const auto own = place_booking(house.clinic(), house.day(house.mother, 4));
    REQUIRE_MESSAGE(own.ok(), (own.ok() ? "" : own.error().code + " " + own.error().message.en));
    CHECK(house.riding(house.sibling(4)) == Outcome::accept);
    CHECK(house.riding(house.sibling(5)) == Outcome::ask);

    BookingDraft along = house.sibling(4);
    along.rides_on = *own;
    const auto id = place_booking(house.clinic(), along);
    REQUIRE_MESSAGE(id.ok(), (id.ok() ? "" : id.error().code + " " + id.error().message.en));
    const auto booking = *find_booking(house.clinic(), *id);
    REQUIRE(booking.has_value());
    CHECK(booking->rides_on == *own);
    CHECK(booking->parts.empty());
    CHECK(house.held().size() == 1);
    CHECK(house.audit_holds());

    REQUIRE(cancel_booking(house.clinic(), *own, "体調").ok());
    CHECK(house.riding(house.sibling(4)) == Outcome::ask);
}
