#pragma once

#include "shared/clinic/board.h"
#include "shared/clinic/booking_row.h"
#include "shared/clinic/deemed_use.h"
#include "tests/clinic/desk.h"

namespace sango::test {

/// A desk with a house behind it: two beds, two day places from 10:00 to 16:00, a midwife who visits.
struct House : Desk {
    House() {
        for (const clinic::Place& place : {clinic::Place{1, clinic::PlaceKind::bed, "101"},
                                           {2, clinic::PlaceKind::bed, "102"},
                                           {11, clinic::PlaceKind::day_place, "デイ 1", 600, 960},
                                           {12, clinic::PlaceKind::day_place, "デイ 2", 600, 960},
                                           {21, clinic::PlaceKind::midwife, "訪問 佐藤", 540, 1'020, 30}})
            REQUIRE(clinic::add_place(clinic(), place).ok());
    }
    /// Someone new whom all of Nerima's rules accept.
    [[nodiscard]] std::string someone() {
        clinic::Registration told = hanako();
        told.user_number = *make_user_number('N', std::to_string(++strangers));
        const auto id = clinic::register_mother(clinic(), told);
        REQUIRE(id.ok());
        REQUIRE(clinic::show_card(clinic(), claims_of(told.user_number)).ok());
        return *id;
    }
    [[nodiscard]] card::Claims claims_of(const std::string& number) const {
        card::Claims shown = claims(card::Kind::coupon, number);
        shown.user = number;
        return shown;
    }
    [[nodiscard]] Date in(int days) const { return today() + std::chrono::days(days); }
    [[nodiscard]] clinic::BookingDraft stay(std::string mother, int from, int days, int place = 1) const {
        clinic::BookingDraft draft;
        draft.mother_id = std::move(mother);
        draft.service = programme::Service::short_stay;
        draft.first_day = in(from);
        draft.days = days;
        draft.place_no = place;
        return draft;
    }
    [[nodiscard]] clinic::BookingDraft day(std::string mother, int from, int place = 11) const {
        clinic::BookingDraft draft = stay(std::move(mother), from, 1, place);
        draft.service = programme::Service::day_care;
        return draft;
    }
    [[nodiscard]] std::string placed(const clinic::BookingDraft& draft) {
        const auto id = clinic::place_booking(clinic(), draft);
        REQUIRE_MESSAGE(id.ok(), (id.ok() ? std::string() : id.error().code + " " + id.error().message.en));
        return *id;
    }
    [[nodiscard]] std::string refusal(const clinic::BookingDraft& draft) {
        const auto id = clinic::place_booking(clinic(), draft);
        return id.ok() ? std::string("placed") : id.error().code;
    }
    /// What is held, and that it is what the bookings say.
    [[nodiscard]] std::vector<clinic::Held> held() {
        std::vector<clinic::Held> rows;
        REQUIRE(
            clinic()
                .database
                .query("SELECT place_no, first_slot, last_slot, root FROM held ORDER BY place_no, first_slot",
                       {},
                       [&](const store::Row& row) {
                           rows.push_back({static_cast<int>(row.integer(0)),
                                           {row.integer(1), row.integer(2)},
                                           row.text(3)});
                           return true;
                       })
                .ok());
        CHECK(rows == *clinic::held_now(clinic()));
        return rows;
    }
    [[nodiscard]] clinic::BookingState state(const std::string& id) {
        return (*clinic::find_booking(clinic(), id))->state;
    }
};

}  // namespace sango::test
