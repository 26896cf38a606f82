#include "shared/clinic/demo_clinic.h"

#include "shared/base/user_number.h"
#include "shared/clinic/demo_people.h"
#include "shared/programme/rules.h"
#include "tests/clinic/desk.h"

#include <algorithm>
#include <set>

using namespace sango;
using namespace sango::clinic;
using sango::test::TempFolder;

namespace {

const std::filesystem::path kAssets = std::filesystem::path(SANGO_SOURCE_DIR) / "assets";

struct Demo {
    TempFolder temp{test::memory_folder()};
    HandClock clock;
    std::optional<Clinic> opened;

    explicit Demo(const char* at, bool empty = false) : clock(*parse_instant(at)) {
        const auto made = make_demo_clinic({temp.path() / "clinic", kAssets, clock.now(), 1, empty});
        REQUIRE_MESSAGE(made.ok(), (made.ok() ? "" : made.error().message.en));
        auto clinic = open({temp.path() / "clinic", kAssets}, clock, seeded_random(2));
        REQUIRE(clinic.ok());
        opened.emplace(std::move(clinic).value());
    }
    Clinic& clinic() { return *opened; }
    /// Booked for today, or as a walk-in.
    programme::Verdict verdict(std::string_view name, programme::Service service, int days = 1) {
        const auto found = search_mothers(clinic(), name, 1);
        REQUIRE(found->size() == 1);
        CheckInDraft draft;
        draft.mother_id = found->front().id;
        draft.service = service;
        draft.days = days;
        const auto expected = expected_today(clinic());
        const auto booked = std::ranges::find(*expected, draft.mother_id, &Expected::mother_id);
        if (booked != expected->end()) draft.booking_id = booked->booking_id;
        draft.acute_infection = false;
        return assess(clinic(), draft)->verdict;
    }
};

std::set<std::string> asked(const programme::Verdict& verdict) {
    std::set<std::string> rules;
    for (const auto& reason : verdict.reasons)
        if (reason.verdict != programme::Outcome::accept) rules.insert(reason.rule);
    return rules;
}

}  // namespace

TEST_CASE("The demo clinic shows a day at the desk, in the house, and a month that can be closed") {
    using programme::Outcome;
    using programme::Service;
    Demo demo("2026-11-21T14:05:00+09:00");
    CHECK(clock_trustworthy(demo.clinic()));
    CHECK_FALSE(store::verify_audit(demo.clinic().database)->broken);

    const auto expected = expected_today(demo.clinic());
    REQUIRE(expected->size() == 9);
    CHECK((*expected)[0].attendance == Attendance::left);
    CHECK((*expected)[1].attendance == Attendance::arrived);
    CHECK((*expected)[2].name == "山田 花子");
    CHECK((*expected)[2].attendance == Attendance::late);
    CHECK((*expected)[3].attendance == Attendance::expected);

    const auto house = in_house(demo.clinic());
    REQUIRE(house->size() == 4);
    CHECK((*house)[0].place == "101");
    CHECK((*house)[1].mother.children.size() == 2);
    const auto notes = notes_of_use(demo.clinic(), (*house)[0].use_id);
    CHECK(notes->size() > 30);
    CHECK(std::ranges::any_of(*notes, [](const Note& note) { return note.corrected; }));
    CHECK(std::ranges::any_of(*notes, [](const Note& note) { return note.what.amount == 376; }));
    CHECK(weights_of_child(demo.clinic(), (*house)[0].mother.children[0].id)->size() == 2);

    for (const auto& [programme, least] : {std::pair<const char*, std::size_t>{"nerima", 5},
                                           {"minamiaso", 5},
                                           {"setagaya", 10},
                                           {"nakano", 3},
                                           {"kashiwa", 1}}) {
        const auto uses =
            uses_between(demo.clinic(), programme, make_date(2026, 10, 1), make_date(2026, 10, 31));
        CHECK_MESSAGE(uses->size() >= least, programme);
        for (const RecordedUse& use : *uses) {
            CHECK(use.left);
            CHECK_FALSE(use.care.empty());
        }
    }
    const auto hanako = demo.verdict("山田 花子", Service::day_care);
    CHECK(hanako.verdict == Outcome::accept);
    CHECK(hanako.remaining == programme::Remaining{8, 7});
    CHECK(hanako.copay == Yen(1'500));
    CHECK(asked(demo.verdict("小林 美穂", Service::day_care)).contains("household"));
    CHECK(demo.verdict("松本 由佳", Service::day_care).verdict == Outcome::refuse);
    CHECK(asked(demo.verdict("清水 千夏", Service::day_care)).contains("window"));
    CHECK(asked(demo.verdict("木村 絵里", Service::day_care)).contains("residency"));
    CHECK(demo.verdict("森田 彩", Service::day_care).verdict == Outcome::refuse);
    CHECK(demo.verdict("有働 菜々", Service::day_care).verdict == Outcome::refuse);
}

TEST_CASE("Each of the five municipalities has someone in the demo whose verdict tells its own rules") {
    using programme::Outcome;
    using programme::Remaining;
    using programme::Service;
    Demo demo("2026-11-21T14:05:00+09:00");
    // 001 III 1 (2) ②: one coupon left covers one of two days; the twins' surcharge is on the other only.
    const auto twins = demo.verdict("西川 朋子", Service::short_stay, 2);
    CHECK(twins.verdict == Outcome::accept);
    CHECK(twins.coupons_used == 1);
    CHECK(twins.copay == Yen(2'000 + 4'500 + 500));
    CHECK(twins.remaining == Remaining{5, 3});
    // 001 III 1 (2) ③, VII 6: day care and outreach share 7, raised for her by 3.
    const auto raised = demo.verdict("大塚 理恵", Service::day_care);
    CHECK(raised.remaining == Remaining{3, 2});
    CHECK(raised.copay == Yen(3'000));
    CHECK(demo.verdict("大塚 理恵", Service::outreach).remaining == Remaining{3, 2});
    // 001 III 1 (2) ④: no use without the ward's decision.
    CHECK(asked(demo.verdict("福田 沙織", Service::short_stay)).contains("decision"));
    // 000 1: one limit over three services; what the paper leaves open is asked.
    const auto day = demo.verdict("石田 真由", Service::day_care);
    CHECK(day.verdict == Outcome::accept);
    CHECK(day.copay == Yen(1'000));
    CHECK(day.remaining == Remaining{7, 6});
    const auto early = demo.verdict("藤原 千尋", Service::short_stay, 2);
    CHECK(early.verdict == Outcome::ask);
    CHECK(asked(early) == std::set<std::string>{"setting"});
    CHECK(early.last_day == make_date(2026, 12, 18));
    // 004: the decision gives her days; whoever is helped enough at home is not among those it is for.
    const auto decided = demo.verdict("村上 彩乃", Service::outreach);
    CHECK(decided.verdict == Outcome::accept);
    CHECK(decided.remaining == Remaining{4, 3});
    CHECK(asked(demo.verdict("岸本 遥", Service::outreach)).contains("need"));
}

TEST_CASE("The demo can stand on any day and hour") {
    for (const char* at :
         {"2026-12-01T00:00:00+09:00", "2026-03-31T23:59:59+09:00", "2026-08-31T03:00:00+09:00",
          "2026-12-31T14:05:00+09:00", "2028-02-29T14:05:00+09:00"}) {
        Demo demo(at);
        CHECK_FALSE(store::verify_audit(demo.clinic().database)->broken);
        const Date before = first_day(month_of(japan_date(demo.clock.now()))) - std::chrono::days(1);
        const auto uses = uses_between(demo.clinic(), "nerima", first_day(month_of(before)), before);
        CHECK(
            std::ranges::all_of(*uses, [](const RecordedUse& use) { return use.left && !use.care.empty(); }));
        CHECK(in_house(demo.clinic())->size() >= 3);
    }
}

TEST_CASE("The same seed tells the same story, and an empty demo has no mothers") {
    Demo one("2026-11-21T14:05:00+09:00");
    Demo two("2026-11-21T14:05:00+09:00");
    const auto ids = [](Demo& demo) {
        std::vector<std::string> found;
        const auto house = in_house(demo.clinic());
        for (const InHouse& pair : *house) found.push_back(pair.use_id);
        return found;
    };
    CHECK(ids(one) == ids(two));
    Demo empty("2026-11-21T14:05:00+09:00", true);
    CHECK(empty.clinic().database.integer("SELECT count(*) FROM mother")->value_or(-1) == 0);
    CHECK(*setting(empty.clinic(), "contract.nerima") == "1");
}

TEST_CASE("Every number of the demo's people passes the check sign and belongs to one of them") {
    const auto programmes = programme::Catalogue::load(kAssets / "programmes");
    REQUIRE(programmes.ok());
    std::set<std::string> numbers;
    for (const DemoMother& mother : demo_mothers()) {
        const auto number = demo_number(mother, *programmes, make_date(2026, 11, 21));
        REQUIRE(number);
        // A municipality whose numbers are its own has no check sign to hold them to.
        if (programmes->find(mother.programme, make_date(2026, 11, 21))->rules().user_number_prefix != 0)
            CHECK(parse_user_number(*number) == number);
        CHECK(numbers.insert(*number).second);
    }
}
