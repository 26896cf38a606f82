#include "shared/clinic/demo_board.h"

#include "shared/clinic/board.h"

#include <algorithm>

namespace sango::clinic {
namespace {

using programme::Service;
using std::chrono::days;
using std::chrono::hours;

struct Plan {
    std::string_view name;
    Service service{};
    int from = 0;  ///< days after today
    int days = 1;
    std::string_view place = "";
    std::optional<int> starts_at = {};
    std::optional<int> minutes = {};
};

void tell_wish(DemoStory& story, const Plan& plan, bool waits) {
    const auto mother = std::ranges::find(demo_mothers(), plan.name, &DemoMother::name);
    if (mother == demo_mothers().end() ||
        !demo_number(*mother, story.clinic().programmes, story.today()).has_value())
        return;
    const Instant asked =
        japan_instant(story.today() - days(3), hours(11) + std::chrono::minutes(7 * plan.from));
    story.at(asked, [&story, plan, waits]() -> Result<Done> {
        Clinic& clinic = story.clinic();
        const auto known = demo_mother(clinic, plan.name);
        if (!known) return known.error();
        const auto all = places(clinic);
        if (!all) return all.error();
        BookingDraft draft;
        draft.mother_id = known->id;
        draft.service = plan.service;
        draft.first_day = story.today() + days(plan.from);
        draft.days = plan.days;
        draft.starts_at = plan.starts_at;
        draft.minutes = plan.minutes;
        if (waits) {
            const auto waiting = ask_booking(clinic, draft, BookingState::waiting);
            if (!waiting) return waiting.error();
            return Done{};
        }
        const auto place = std::ranges::find(*all, plan.place, &Place::name);
        draft.place_no = place == all->end() ? 0 : place->no;
        (void)place_booking(clinic, draft);
        return Done{};
    });
}

}  // namespace

Result<Done> set_up_places(Clinic& clinic, Date today) {
    int no = 0;
    for (const std::string_view name : {"101", "102", "103", "104", "105"})
        if (const auto added = add_place(clinic, {++no, PlaceKind::bed, std::string(name)}); !added)
            return added.error();
    no = 10;
    for (const std::string_view name : {"デイ1", "デイ2", "デイ3", "デイ4", "デイ5"})
        if (const auto added = add_place(clinic, {++no, PlaceKind::day_place, std::string(name), 540, 1'020});
            !added)
            return added.error();
    no = 20;
    for (const std::string_view name : {"訪問 佐藤", "訪問 高木"})
        if (const auto added =
                add_place(clinic, {++no, PlaceKind::midwife, std::string(name), 540, 1'080, 30});
            !added)
            return added.error();
    for (const PlaceKind kind : {PlaceKind::day_place, PlaceKind::midwife}) {
        Closure closure;
        closure.first_day = today + days(2);
        closure.last_day = closure.first_day;
        closure.kind = kind;
        closure.reason = "研修";
        if (const auto added = add_closure(clinic, closure); !added) return added.error();
    }
    Closure sundays;
    sundays.first_day = today - days(70);
    sundays.weekday = 0;
    sundays.kind = PlaceKind::midwife;
    if (const auto added = add_closure(clinic, sundays); !added) return added.error();
    return set_setting(clinic, "roster.midwives", "3");
}

void tell_board(DemoStory& story) {
    for (const Plan& plan : {Plan{"山田 花子", Service::short_stay, 5, 3, "101"},
                             {"﨑山 真帆", Service::short_stay, 8, 3, "102"},
                             {"岡本 七海", Service::short_stay, 3, 3, "103"},
                             {"後藤 さやか", Service::short_stay, 2, 3, "105"},
                             {"甲斐 友梨", Service::short_stay, 9, 2, "103"},
                             {"𠮷野 葵", Service::short_stay, 9, 4, "101"},
                             {"田中 陽菜", Service::day_care, 3, 1, "デイ1"},
                             {"田中 陽菜", Service::day_care, 10, 1, "デイ2"},
                             {"小林 美穂", Service::day_care, 4, 1, "デイ2"},
                             {"髙橋 凛", Service::day_care, 6, 1, "デイ1"},
                             {"井上 澪", Service::day_care, 11, 1, "デイ3"},
                             {"後藤 さやか", Service::day_care, 7, 1, "デイ3", 600, 240},
                             {"勅使河原 佐知子", Service::day_care, 12, 1, "デイ1"},
                             {"甲斐 友梨", Service::outreach, 4, 1, "訪問 佐藤", 600, 90},
                             {"中村 結衣", Service::outreach, 7, 1, "訪問 佐藤", 780, 90},
                             {"森田 彩", Service::outreach, 3, 1, "訪問 高木", 630, 90},
                             {"松本 由佳", Service::outreach, 10, 1, "訪問 佐藤", 840, 90},
                             {"大塚 理恵", Service::day_care, 5, 1, "デイ4"},
                             {"石田 真由", Service::day_care, 7, 1, "デイ4"},
                             {"藤原 千尋", Service::short_stay, 12, 2, "104"},
                             {"村上 彩乃", Service::day_care, 6, 1, "デイ4"}})
        tell_wish(story, plan, false);
    for (const Plan& plan : {Plan{"松本 由佳", Service::short_stay, 6, 3},
                             {"小林 美穂", Service::short_stay, 8, 2},
                             {"井上 澪", Service::outreach, 5, 1},
                             {"福田 沙織", Service::short_stay, 11, 3}})
        tell_wish(story, plan, true);
}

}  // namespace sango::clinic
