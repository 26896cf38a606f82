#include "shared/clinic/demo_clinic.h"

#include "shared/clinic/demo_board.h"
#include "shared/clinic/demo_papers.h"
#include "shared/clinic/demo_story.h"
#include "shared/clinic/writing.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::clinic {
namespace {

using programme::Service;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

constexpr days kBeginsBefore{70};

Instant moment(Date day, int hour, int minute) {
    return japan_instant(day, hours(hour) + minutes(minute));
}

/// Made-up prices, so that the report's total can be seen.
Result<Done> set_up(Clinic& clinic, Date today) {
    for (const programme::Programme& programme : clinic.programmes.all()) {
        if (clinic.programmes.find(programme.id(), today) != &programme) continue;
        if (auto set = set_setting(clinic, fmt::format("contract.{}", programme.id()), "1"); !set) return set;
        for (const auto& [service, price] : {std::pair{Service::short_stay, 30'000},
                                             {Service::day_care, 15'000},
                                             {Service::outreach, 8'000}}) {
            const auto& offered = programme.services();
            if (std::ranges::find(offered, service) == offered.end()) continue;
            const std::string name =
                fmt::format("programme.{}.unit_price.{}", programme.id(), programme::word(service));
            if (auto set = set_setting(clinic, name, std::to_string(price)); !set) return set;
        }
    }
    for (const auto& [name, text] :
         {// Made-up answers to what some papers leave open; the rest stays open, so that asking can be seen.
          std::pair<std::string_view, std::string_view>{"programme.nakano.limit.total", "10"},
          {"programme.nakano.copay.outreach", "1500"},
          {"programme.kashiwa.window.months", "12"},
          {"programme.kashiwa.copay.day_care", "1200"},
          {"programme.kashiwa.copay.outreach", "600"},
          {"clinic.owner", "合同会社さくら"},
          {"clinic.address", "東京都練馬区豊玉北0-0-0"},
          {"clinic.representative", "高木 直子"},
          {"clinic.programme_manager", "高木 直子"},
          {"clinic.phone", "03-0000-0000"},
          {"clinic.invoice.registration", "T0000000000000"},
          {"clinic.bank.name", "さくら銀行"},
          {"clinic.bank.branch", "練馬支店"},
          {"clinic.bank.kind", "普通"},
          {"clinic.bank.number", "0000000"},
          {"clinic.bank.holder", "ゴウドウガイシヤサクラ"},
          {"emergency.hospital.name", "みどり小児病院（協力医療機関）"},
          {"emergency.hospital.phone", "03-0000-0000"},
          {"emergency.aed", "玄関を入って右の壁"},
          {"emergency.flow",
           "声をかける → 人を呼ぶ → 119番とAED → 心肺蘇生をつづける → 母親と家族に知らせる"}})
        if (auto set = set_setting(clinic, name, text); !set) return set;
    return set_setting(clinic, "questionnaire.nerima",
                       "https://questionnaire.example/postpartum-care?clinic={clinic}");
}

void tell_registrations(DemoStory& story, Instant begins) {
    for (const DemoMother& mother : demo_mothers()) {
        const auto number = demo_number(mother, story.clinic().programmes, story.today());
        if (!number) continue;
        const Registration told = demo_registration(mother, *number, story.today(), false);
        Date known = japan_date(begins);
        for (const Child& child : told.children) known = std::max(known, *child.born + days(8));
        if (told.facts.loss_on) known = std::max(known, *told.facts.loss_on + days(2));
        const auto tell = [&story](const Registration& registration) -> Result<Done> {
            const auto id = register_mother(story.clinic(), registration);
            if (!id) return id.error();
            return Done{};
        };
        story.at(moment(known, 8, 30), [tell, told] { return tell(told); });
        if (mother.moved_out_days_ago)
            story.at(moment(story.today() - days(*mother.moved_out_days_ago - 1), 8, 30),
                     [tell, later = demo_registration(mother, *number, story.today(), true)] {
                         return tell(later);
                     });
    }
}

bool known(DemoStory& story, std::string_view name) {
    const auto mother = std::ranges::find(demo_mothers(), name, &DemoMother::name);
    return demo_number(*mother, story.clinic().programmes, story.today()).has_value();
}

struct Past {
    std::string_view name;
    Service service{};
    int day = 1;  ///< of the month before
    int days = 1;
    int units = 1;
    std::string_view place = "";
    int asked_before = 0;  ///< days; 0: she came without a booking
    bool reported = true;  ///< not: 報告 shows what is missing, and how it is mended
};

/// Booked by phone so many days before, where the programme wants to be asked in time.
void tell_asking(DemoStory& story, const Past& past, Date first) {
    story.at(moment(first - days(past.asked_before), 11, 0), [&story, past, first]() -> Result<Done> {
        const auto mother = demo_mother(story.clinic(), past.name);
        if (!mother) return mother.error();
        NewBooking booking{mother->id, past.service, first, past.days, 10 * 60, std::string(past.place)};
        const auto booked = book(story.clinic(), booking);
        if (!booked) return booked.error();
        return Done{};
    });
}

void tell_past_month(DemoStory& story) {
    std::vector<Past> visits{{"山田 花子", Service::short_stay, 8, 2, 1, "101"},
                             {"山田 花子", Service::day_care, 3, 1, 1, "デイ1"},
                             {"山田 花子", Service::day_care, 14, 1, 1, "デイ2"},
                             {"山田 花子", Service::day_care, 19, 1, 1, "デイ1"},
                             {"山田 花子", Service::day_care, 24, 1, 1, "デイ1"},
                             {"井上 澪", Service::day_care, 6, 1, 1, "デイ1"},
                             {"井上 澪", Service::outreach, 11},
                             {"井上 澪", Service::day_care, 20, 1, 1, "デイ2"},
                             {"田中 陽菜", Service::day_care, 9, 1, 1, "デイ1"},
                             {"田中 陽菜", Service::day_care, 23, 1, 1, "デイ2"},
                             {"髙橋 凛", Service::short_stay, 15, 3, 1, "102"},
                             {"髙橋 凛", Service::outreach, 27},
                             {"﨑山 真帆", Service::day_care, 13, 1, 1, "デイ1"},
                             {"清水 千夏", Service::day_care, 4, 1, 1, "デイ2"},
                             {"木村 絵里", Service::day_care, 5, 1, 1, "デイ1"},
                             {"森田 彩", Service::outreach, 26},
                             {"後藤 さやか", Service::day_care, 10, 1, 3, "デイ2"},
                             {"後藤 さやか", Service::short_stay, 18, 2, 1, "103"},
                             {"甲斐 友梨", Service::outreach, 12},
                             {"甲斐 友梨", Service::day_care, 22, 1, 2, "デイ2"},
                             {"甲斐 友梨", Service::outreach, 26},
                             {"西川 朋子", Service::day_care, 7, 1, 1, "デイ4", 8},
                             {"西川 朋子", Service::day_care, 17, 1, 1, "デイ4", 9},
                             {"西川 朋子", Service::short_stay, 27, 2, 1, "104", 10, false},
                             {"大塚 理恵", Service::day_care, 2, 1, 1, "デイ5", 6},
                             {"大塚 理恵", Service::day_care, 8, 1, 1, "デイ5", 7},
                             {"大塚 理恵", Service::day_care, 15, 1, 1, "デイ5", 9},
                             {"大塚 理恵", Service::day_care, 21, 1, 1, "デイ5", 5},
                             {"大塚 理恵", Service::day_care, 28, 1, 1, "デイ5", 12, false},
                             {"大塚 理恵", Service::outreach, 12, 1, 1, "", 8},
                             {"大塚 理恵", Service::outreach, 24, 1, 1, "", 8},
                             {"石田 真由", Service::day_care, 8, 1, 1, "デイ4"},
                             {"石田 真由", Service::day_care, 21, 1, 1, "デイ4"},
                             {"石田 真由", Service::outreach, 28},
                             {"村上 彩乃", Service::outreach, 23}};
    for (int day = 2; day <= 24; day += 2)
        visits.push_back({"松本 由佳", Service::day_care, day, 1, 1, "デイ3"});

    const std::chrono::year_month before = month_of(story.today()) - std::chrono::months(1);
    for (const Past& past : visits) {
        if (!known(story, past.name)) continue;
        const Date first = Date(before / past.day);
        if (past.asked_before > 0) tell_asking(story, past, first);
        const bool stays = past.service == Service::short_stay;
        const Date last = first + days(past.days - 1);
        const Instant arrives = stays ? moment(first, 14, 0) : moment(first, 10, past.day % 20);
        const Instant leaves = stays                               ? moment(last, 10, 0)
                               : past.service == Service::outreach ? arrives + minutes(90)
                                                                   : moment(last, 16, 0);
        tell_visit(story, {past.name, past.service, past.days, past.units, past.place, arrives, leaves, false,
                           past.reported});
    }
}

/// Who is in the house: since a day, so that a timeline is full; a stay that would reach into the month
/// before begins with this month, so that the month before stays complete.
void tell_house(DemoStory& story) {
    const Instant earliest = japan_instant(first_day(month_of(story.today())), hours(0));
    const Instant arrived = std::max(story.end() - hours(24) - minutes(10), earliest);
    for (const auto& [name, place] : {std::pair<std::string_view, std::string_view>{"中村 結衣", "101"},
                                      {"𠮷野 葵", "102"},
                                      {"井上 澪", "103"}}) {
        if (!known(story, name)) continue;
        story.at(arrived - days(3), [&story, name = name, place = place, arrived]() -> Result<Done> {
            const auto mother = demo_mother(story.clinic(), name);
            if (!mother) return mother.error();
            const auto booked = book(story.clinic(), {mother->id, Service::short_stay, japan_date(arrived), 3,
                                                      14 * 60, std::string(place)});
            if (!booked) return booked.error();
            return Done{};
        });
        tell_visit(story, {name, Service::short_stay, 3, 1, place, arrived, std::nullopt, true});
    }
}

/// On the half hour nearest to `from_now` after the story's end, today.
int desk_minutes(const DemoStory& story, minutes from_now) {
    const auto now = std::chrono::duration_cast<minutes>(japan_time_of_day(story.end()));
    const int rounded = static_cast<int>((now + from_now).count() + 15) / 30 * 30;
    return std::clamp(rounded, 0, 23 * 60 + 30);
}

void tell_today(DemoStory& story) {
    struct Plan {
        std::string_view name;
        Service service{};
        minutes from_now{};
        std::string_view place = "";
        std::optional<minutes> arrives = {};  ///< after the booked time
        std::optional<minutes> leaves = {};   ///< after arriving
        int days = 1;
    };
    const std::vector<Plan> plans{
        {"岡本 七海", Service::day_care, minutes(-300), "デイ2", minutes(3), minutes(180)},
        {"田中 陽菜", Service::day_care, minutes(-240), "デイ1", minutes(5)},
        {"山田 花子", Service::day_care, minutes(-35), "デイ3"},
        {"﨑山 真帆", Service::day_care, minutes(60), "デイ5"},
        {"勅使河原 佐知子", Service::short_stay, minutes(90), "104", {}, {}, 3},
        {"石田 真由", Service::day_care, minutes(105), "デイ2"},
        {"髙橋 凛", Service::day_care, minutes(150), "デイ4"},
        {"西川 朋子", Service::short_stay, minutes(165), "105", {}, {}, 2},
        {"村上 彩乃", Service::outreach, minutes(195), "訪問 高木"},
    };
    const Instant midnight = japan_instant(story.today(), hours(0));
    for (const Plan& plan : plans) {
        if (!known(story, plan.name)) continue;
        const int starts_at = desk_minutes(story, plan.from_now);
        story.at(moment(story.today() - days(6), 11, 0), [&story, plan, starts_at]() -> Result<Done> {
            const auto mother = demo_mother(story.clinic(), plan.name);
            if (!mother) return mother.error();
            NewBooking booking;
            booking.mother_id = mother->id;
            booking.service = plan.service;
            booking.first_day = story.today();
            booking.days = plan.days;
            booking.starts_at = starts_at;
            booking.place = plan.place;
            auto booked = book(story.clinic(), booking);
            if (!booked && booked.error().code == "place_taken") {
                // In the small hours of a demo all of them come at once.
                booking.place.clear();
                booked = book(story.clinic(), booking);
            }
            if (!booked) return booked.error();
            return Done{};
        });
        if (!plan.arrives) continue;
        const Instant arrives = midnight + minutes(starts_at) + *plan.arrives;
        const auto leaves = plan.leaves ? std::optional(arrives + *plan.leaves) : std::nullopt;
        // Early in the day nobody has come yet.
        if (arrives > story.end() || (leaves && *leaves > story.end())) continue;
        tell_visit(story, {plan.name, plan.service, 1, 1, plan.place, arrives, leaves, false});
    }
}

/// What the municipality answered about uses at another clinic.
void tell_balance(DemoStory& story) {
    if (!known(story, "井上 澪")) return;
    story.at(moment(story.today() - days(2), 9, 15), [&story]() -> Result<Done> {
        Clinic& clinic = story.clinic();
        const auto mother = demo_mother(clinic, "井上 澪");
        if (!mother) return mother.error();
        return transact(clinic, Right::screen, [&]() -> Result<Done> {
            const std::string id = clinic.ids.next();
            const store::Stamp now{clinic.clock.now(), "system"};
            auto done = store::insert(clinic.database, "balance",
                                      {{"id", store::value(id)},
                                       {"mother_id", store::value(mother->id)},
                                       {"answered_at", store::value(now.at)}},
                                      now, "balance");
            if (!done) return done;
            return store::insert(clinic.database, "balance_use",
                                 {{"balance_id", store::value(id)},
                                  {"ordinal", store::value(1)},
                                  {"service", store::value("day_care")},
                                  {"first_day", store::value(story.today() - days(16))},
                                  {"days", store::value(1)},
                                  {"units", store::value(1)}},
                                 now, "balance");
        });
    });
}

/// The day before a report is due the month before is closed; where no day is set it waits for a hand.
void tell_closing(DemoStory& story, const DemoPapers& papers) {
    if (!papers.close_month) return;
    const std::chrono::year_month month = month_of(story.today()) - std::chrono::months(1);
    for (const programme::Programme& programme : story.clinic().programmes.all()) {
        const auto due = programme.report_due_day();
        if (!due || story.clinic().programmes.find(programme.id(), story.today()) != &programme) continue;
        const Date day = first_day(month + std::chrono::months(1)) + days(std::max(0, *due - 2));
        story.at(moment(day, 17, 45), [&story, &papers, id = programme.id(), month] {
            return papers.close_month(story.clinic(), id, month);
        });
    }
}

}  // namespace

Result<Done> make_demo_clinic(const DemoClinic& demo) {
    const Instant begins = moment(japan_date(demo.at) - kBeginsBefore, 8, 0);
    HandClock clock(begins);
    const NewClinic sakura{std::string(kDemoClinicId),
                           "さくら助産院",
                           {{"佐藤 美咲", "desk"}, {"鈴木 恵", "night"}, {"高木 直子", "manager"}}};
    if (auto made = create(demo.data, sakura, clock, seeded_random(demo.seed)); !made) return made;
    auto clinic = open({demo.data, demo.assets}, clock, seeded_random(demo.seed ^ 0x5A4E474FU));
    if (!clinic) return clinic.error();
    // Nobody's records yet: made in one go, and durable once they are whole.
    if (auto off = clinic->database.run("PRAGMA synchronous = OFF"); !off) return off.error();
    const auto people = staff(*clinic);
    if (!people) return people.error();
    if (auto acts = act_as(*clinic, std::ranges::find(*people, Role::manager, &Staff::role)->id); !acts)
        return acts;
    if (auto set = set_up(*clinic, japan_date(demo.at)); !set) return set;
    if (auto set = set_up_places(*clinic, japan_date(demo.at)); !set) return set;
    if (!demo.empty) {
        DemoStory story(*clinic, clock, demo.at, demo.papers.report_on_use);
        tell_registrations(story, begins);
        tell_past_month(story);
        tell_house(story);
        tell_today(story);
        tell_board(story);
        tell_night(story);
        tell_balance(story);
        tell_papers(story);
        tell_closing(story, demo.papers);
        if (auto played = story.play(); !played) return played;
    }
    if (auto on = clinic->database.run("PRAGMA synchronous = FULL"); !on) return on.error();
    return clinic->database.checkpoint();
}

}  // namespace sango::clinic
