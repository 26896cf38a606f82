#include "shared/clinic/board.h"

#include "tests/bench/measure.h"

#include <fmt/format.h>

namespace sango::bench {
namespace {

constexpr int kPlaces = 50;
constexpr int kStay = 3;
constexpr int kRounds = 200;
constexpr Date kFirst = make_date(2020, 4, 1);

/// A clinic of 50 beds with `bookings` stays one after the other, day upon day for years.
clinic::Clinic crowded(const std::filesystem::path& data, const Clock& clock, int bookings) {
    (void)must(clinic::create(data, {"sakura-0123", "さくら助産院", {{"佐藤 美咲", "manager"}}}, clock,
                              seeded_random(1)));
    auto clinic = must(clinic::open({data, std::filesystem::path("assets")}, clock, seeded_random(2)));
    for (int no = 1; no <= kPlaces; ++no)
        (void)must(clinic::add_place(clinic, {no, clinic::PlaceKind::bed, std::to_string(100 + no)}));
    auto transaction = must(store::Transaction::begin(clinic.database));
    (void)must(clinic.database.run("INSERT INTO mother VALUES ('m', 'nerima', 'N-1', 1, 's')"));
    for (int i = 0; i < bookings; ++i) {
        const Date first = kFirst + std::chrono::days(i / kPlaces * (kStay + 1));
        const std::string id = clinic.ids.next();
        (void)must(
            clinic.database.run("INSERT INTO booking (id, mother_id, state, service, first_day, days, place, "
                                "recorded_at, recorded_by) "
                                "VALUES (?1, 'm', 'booked', 'short_stay', ?2, 3, '', 1, 's')",
                                {store::value(id), store::value(first)}));
        (void)must(clinic.database.run(
            "INSERT INTO held VALUES (?1, ?2, ?3, ?4, 'm', 'short_stay', 0)",
            {store::value(1 + i % kPlaces), store::value(clinic::slot_of(first, 0)),
             store::value(clinic::slot_of(first + std::chrono::days(kStay), 0) - 1), store::value(id)}));
    }
    (void)must(transaction.commit());
    return clinic;
}

}  // namespace

/// The board's query: 8 weeks of 50 places, in the middle of 1,000, 10,000 and 100,000 bookings.
void board_queried(const Places& places) {
    for (const int bookings : {1'000, 10'000, 100'000}) {
        const HandClock clock(japan_instant(kFirst, std::chrono::hours(9)));
        clinic::Clinic clinic = crowded(places.work / fmt::format("board-{}", bookings), clock, bookings);
        const auto rows = must(clinic::places(clinic));
        const Date from = kFirst + std::chrono::days(bookings / kPlaces * (kStay + 1) / 2);
        Samples samples;
        std::size_t found = 0;
        for (int i = 0; i < kRounds; ++i)
            samples.add(
                milliseconds([&] { found = must(clinic::held_between(clinic, rows, from, 56)).size(); }));
        print({fmt::format("board: 8 weeks, 50 places, {} bookings ({} in sight)", bookings, found),
               ms(samples.median()), "-", "-", "-", "1.00 ms", samples.n()});
    }
}

}  // namespace sango::bench
