// A sixth municipality that nobody thought of: stays in days, day care and visits in hours. Two files, no
// line of C++ for it.

#include "shared/programme/describe.h"
#include "tests/programme/sample.h"

#include <filesystem>

using namespace sango;
using namespace sango::programme;
using namespace sango::programme::sample;

namespace {

const Catalogue& hoshimi() {
    static const Catalogue both = [] {
        auto loaded = Catalogue::load(std::filesystem::path(SANGO_SOURCE_DIR) / "tests/programme/hoshimi");
        if (!loaded) FAIL(loaded.error().message.en);
        return std::move(*loaded);
    }();
    return both;
}

Verdict judged(const Request& asked) {
    const Programme* version = hoshimi().find("hoshimi", asked.start);
    REQUIRE(version != nullptr);
    return judge(*version, asked);
}

Request hours(Service service, int units, std::string_view start = "2026-05-10") {
    Request asked = request(service, start);
    asked.units = units;
    asked.asked_at = japan_instant(asked.start - std::chrono::days(10), std::chrono::hours(9));
    return asked;
}

}  // namespace

TEST_CASE("900 第4条 2: day care and visits share 42 hours, 60 for multiples") {
    Request asked = hours(Service::day_care, 5);
    CHECK(judged(asked).remaining == Remaining{42, 37});
    asked.used = {use(Service::day_care, "2026-04-01", 1, 6), use(Service::outreach, "2026-04-02", 1, 2),
                  use(Service::short_stay, "2026-04-10", 7)};
    CHECK(judged(asked).remaining == Remaining{34, 29});
    asked.units = 35;
    CHECK(outcome(judged(asked), "limit") == "refuse");
    asked.children->push_back(asked.children->front());
    CHECK(judged(asked).remaining == Remaining{52, 17});
    asked.units.reset();
    CHECK(missing(judged(asked), "limit") == std::vector<std::string>{"units"});
    asked.units = 5;
    asked.used = {use(Service::outreach, "2026-04-02", 1, 0)};
    CHECK(missing(judged(asked), "limit") == std::vector<std::string>{"used[0].units"});
}

TEST_CASE("900 別表1: an hour of day care is ¥400, of a visit ¥600, a day of a stay ¥3,000") {
    const Verdict day_care = judged(hours(Service::day_care, 5));
    CHECK(day_care.verdict == Outcome::accept);
    CHECK(day_care.copay == Yen(2000));
    REQUIRE(day_care.lines.size() == 1);
    CHECK(day_care.lines[0].text == Message{"通所型 5時間分", "Day care, 5 hours"});
    CHECK(judged(hours(Service::outreach, 1)).copay == Yen(600));
    CHECK(judged(hours(Service::outreach, 1)).lines[0].text.en == "Visit, 1 hour");
    const Verdict stay = judged(request(Service::short_stay, "2026-05-20", 3));
    CHECK(stay.copay == Yen(9000));
    CHECK(stay.remaining == Remaining{7, 4});
}

TEST_CASE("900 第9条: the hours beyond the limit, and those after moving out, are at the whole price") {
    Request asked = hours(Service::day_care, 5);
    asked.used = {use(Service::outreach, "2026-04-01", 1, 40)};
    CHECK(missing(judged(asked), "setting") == std::vector<std::string>{"settings.unit_price.day_care"});
    asked.settings["unit_price.day_care"] = 2500;
    CHECK(judged(asked).copay == Yen(5 * 400 + 3 * 2500));
    asked.mother->household = Household::welfare;
    CHECK(judged(asked).copay == Yen(3 * 400 + 3 * 2500));  // two hours are free
    asked.used->clear();
    CHECK(judged(asked).copay == Yen(0));
    asked.mother->moved_out_on = day("2026-05-01");
    CHECK(judged(asked).copay == Yen(5 * 400 + 5 * 2500));
}

TEST_CASE("900 第6条・第7条: its own times for asking and cancelling") {
    Request asked = hours(Service::day_care, 1);
    for (const auto& [asked_at, expected] :
         {std::pair{"2026-04-09T23:59:59+09:00", "refuse"}, std::pair{"2026-04-10T00:00:00+09:00", "accept"},
          std::pair{"2026-05-07T17:00:00+09:00", "accept"},
          std::pair{"2026-05-07T17:00:01+09:00", "refuse"}}) {
        asked.asked_at = moment(asked_at);
        CHECK(outcome(judged(asked), "booking_window") == expected);
    }
    asked.closed_days = {day("2026-05-08")};  // says nothing of closed days
    CHECK(instant_text(*judged(asked).cancel_by) == "2026-05-08T12:00:00+09:00");
}

TEST_CASE("900 第3条 4: a programme may offer nothing after a loss, and then says only whom to ask") {
    for (int i = 0; i < kServiceCount; ++i) {
        Request asked = request(static_cast<Service>(i));
        asked.mother->loss_on = day("2026-04-15");
        const Verdict verdict = judged(asked);
        CHECK(verdict.verdict == Outcome::refuse);
        REQUIRE(verdict.reasons.size() == 1);
        CHECK(verdict.reasons[0].text == Message{"星見町にご相談ください。", "Please ask Hoshimi Town."});
    }
}

TEST_CASE("900 別表1: on 31 March the old year's prices and hours hold, on 1 April the new year's") {
    Request asked = hours(Service::day_care, 2, "2027-03-31");
    asked.children = {Child{day("2026-12-01"), day("2026-12-01"), 3000}};
    CHECK(judged(asked).copay == Yen(800));
    CHECK(judged(asked).remaining == Remaining{42, 40});
    asked.start = day("2027-04-01");
    CHECK(judged(asked).copay == Yen(900));
    CHECK(judged(asked).remaining == Remaining{36, 34});
    // What was used in the old year still counts against the new year's hours.
    asked.used = {use(Service::day_care, "2027-03-31", 1, 30)};
    CHECK(judged(asked).remaining == Remaining{6, 4});
    CHECK(hoshimi().gaps().empty());
    CHECK(hoshimi().find("hoshimi", day("2026-03-31")) == nullptr);
    CHECK(hoshimi().find("hoshimi", day("2028-04-01")) == nullptr);
}

TEST_CASE("900 別表1: a page of its rules speaks of hours") {
    std::string page;
    for (const RuleLine& line : describe(*hoshimi().find("999997", day("2026-05-10"))))
        page += sentence(line).ja + " " + sentence(line).en + "\n";
    CHECK(page.find("1時間（始まった分）ごと 400円") != std::string::npos);
    CHECK(page.find("Day care, Visit: 42 hours together, multiples 60") != std::string::npos);
    CHECK(page.find("started hours") != std::string::npos);
}
