#include "kiosk/screens/check_in_parts.h"
#include "kiosk/screens/choice_row.h"
#include "kiosk/screens/list_area.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/scroll.h"
#include "kiosk/ui/text.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace sango::screens {
namespace {

constexpr float kCamera = 216;
constexpr float kTime = 64;  // "13:30" and its gap

void draw_camera(ui::Context& ui, const ui::Rect& at, const CameraView& camera) {
    const ui::Theme& theme = ui.theme();
    ui::fill(ui, at, theme.camera, ui::kCardCorner);
    if (theme.night) ui::outline(ui, at, theme.line, ui::kCardCorner);
    const ui::Color light = theme.night ? theme.ink : ui::rgb(0xFFFFFF);
    const std::string words = camera.note ? ui.pick(*camera.note) : ui.tr("checkin.hold_card");
    if (camera.picture != nullptr) {
        ui::picture(ui, "", at, *camera.picture, words, false, true);
    }
    if (camera.note) {
        ui::Rect inside = at.inset(28, 24);
        ui::text(ui, "", inside.cut_top(40, 8), ui::icon_text(ui::Icon::no_camera),
                 {.type = ui::Type::icon, .ink = light, .align = ui::Align::center, .middle = true});
        ui::text(ui, "checkin.scan", inside, words,
                 {.type = ui::Type::body, .ink = light, .align = ui::Align::center, .middle = true});
        return;
    }
    const ui::Rect frame{at.center().x - 94, at.y + 18, 188, at.h - 36};
    ui::outline(ui, frame, light, 14, 3);
    ui::Rect place = frame;
    if (camera.picture != nullptr) {
        // Over a live picture the words need a ground of their own.
        const float width = ui::text_width(ui, ui::Type::body, words) + 24;
        place = {at.center().x - width / 2, frame.bottom() - 44, width, 36};
        ui::fill(ui, place, theme.camera, 18);
    }
    ui::text(ui, "checkin.scan", place, words,
             {.type = ui::Type::body, .ink = light, .align = ui::Align::center, .middle = true});
}

struct AttendanceLook {
    std::string_view words;
    ui::Tone tone = ui::Tone::neutral;
    std::optional<ui::Outcome> mark;
};

AttendanceLook look_of(const ExpectedRow& row) {
    if (row.at_desk) return {"checkin.at_desk", ui::Tone::warn, {}};
    switch (row.attendance) {
        case clinic::Attendance::expected:
            return {"checkin.expected", ui::Tone::neutral, {}};
        case clinic::Attendance::late:
            return {"checkin.late", ui::Tone::warn, ui::Outcome::ask};
        case clinic::Attendance::arrived:
            return {"checkin.arrived", ui::Tone::good, ui::Outcome::yes};
        case clinic::Attendance::left:
            return {"checkin.left", ui::Tone::neutral, {}};
        case clinic::Attendance::did_not_come:
            return {"checkin.did_not_come", ui::Tone::bad, ui::Outcome::no};
    }
    return {"checkin.expected", ui::Tone::neutral, {}};
}

/// A line of the lists: what stands before the name, the name (never cut: a long one takes a second line)
/// with a chip beside it, and the service below both.
struct Line {
    std::string before;
    std::string name;
    std::string below;
    std::string chip;
    ui::ChipLook chip_look;
};

float name_width(ui::Context& ui, const Line& line, float width) {
    const float chip = line.chip.empty() ? 0 : ui::chip_width(ui, line.chip, line.chip_look) + ui::kSmallGap;
    return width - kTime - chip;
}

float line_height(ui::Context& ui, const Line& line, float width) {
    const float names = ui::text_height(ui, ui::Type::name, line.name, name_width(ui, line, width));
    return names + (line.below.empty() ? 0 : 24) + 12;
}

void draw_line(ui::Context& ui, const ui::Rect& at, const Line& line) {
    const float width = name_width(ui, line, at.w);
    ui::Rect left = at;
    ui::text(ui, "", left.cut_left(kTime), line.before, {.type = ui::Type::body, .ink = {}, .middle = true});
    const float names = ui::text_height(ui, ui::Type::name, line.name, width);
    left.y += (at.h - names - (line.below.empty() ? 0 : 24)) / 2;
    const ui::Rect head = left.cut_top(names);
    ui::text(ui, "", {head.x, head.y, width, head.h}, line.name, {.type = ui::Type::name, .ink = {}});
    if (!line.below.empty())
        ui::text(ui, "", left, line.below, {.type = ui::Type::small, .ink = ui.theme().quiet_ink});
    if (!line.chip.empty()) ui::chip(ui, "", head, line.chip, line.chip_look, true);
}

Line line_of(const ui::Context& ui, const ExpectedRow& row) {
    const AttendanceLook look = look_of(row);
    Line line;
    if (row.starts_at) line.before = fmt::format("{}:{:02}", *row.starts_at / 60, *row.starts_at % 60);
    line.name = row.name;
    line.below = ui.pick(row.service);
    line.chip = ui.tr(look.words);
    line.chip_look = {.tone = look.tone, .icon = ui::Icon::none, .mark = look.mark};
    return line;
}

Line line_of(const ui::Context& ui, const clinic::InHouse& pair) {
    Line line;
    line.before = pair.place;
    line.name = pair.mother.name.empty() ? pair.mother.user_number : pair.mother.name;
    line.below = ui.tr("checkin.since", {time_text(pair.since)});
    line.chip = ui.tr("checkin.to_check_out");
    return line;
}

std::string spoken(const Line& line) {
    return fmt::format("{} {} {} {}", line.before, line.name, line.below, line.chip);
}

void draw_expected(ui::Context& ui, const ui::Rect& at, const CheckInView& view, Intents& intents) {
    if (view.expected.empty())
        return ui::empty_state(ui, "checkin.expected.none", at, ui::Icon::bookings,
                               ui.tr("checkin.expected_empty"));
    float content = 0;
    for (const ExpectedRow& row : view.expected) content += line_height(ui, line_of(ui, row), at.w);
    ui::Rect place = begin_list(ui, "checkin.expected", at, content);
    for (std::size_t i = 0; i < view.expected.size(); ++i) {
        const ExpectedRow& row = view.expected[i];
        const Line line = line_of(ui, row);
        const ui::Rect here = place.cut_top(line_height(ui, line, at.w));
        const std::string id = fmt::format("checkin.expected.{}", i);
        const bool gone = row.attendance == clinic::Attendance::left;
        if (gone) {
            ui::plain_row(ui, id, here, spoken(line));
        } else if (ui::row(ui, id, here, spoken(line), row.at_desk)) {
            if (row.use_id.empty())
                intents.push_back(ChooseMother{row.mother_id, row.booking_id});
            else
                intents.push_back(OpenCheckOut{row.use_id});
        }
        draw_line(ui, here, line);
    }
    ui::end_scroll(ui);
}

/// A use of days that are over: when it was, and that its leaving is still to be recorded.
Line unfinished_line(const ui::Context& ui, const clinic::InHouse& pair) {
    const std::chrono::year_month_day day(pair.first_day);
    Line line;
    line.before = fmt::format("{}/{}", static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    line.name = pair.mother.name.empty() ? pair.mother.user_number : pair.mother.name;
    line.below = ui.tr("checkin.unfinished");
    line.chip = ui.tr("checkin.to_check_out");
    line.chip_look = {.tone = ui::Tone::warn, .icon = ui::Icon::none, .mark = {}};
    return line;
}

void draw_house_line(ui::Context& ui, ui::Rect& place, const std::string& id, const Line& line,
                     const std::string& use_id, const CheckInView& view, Intents& intents) {
    const ui::Rect here = place.cut_top(line_height(ui, line, place.w));
    const bool chosen = view.check_out && view.check_out->use_id == use_id;
    if (ui::row(ui, id, here, spoken(line), chosen)) intents.push_back(OpenCheckOut{use_id});
    draw_line(ui, here, line);
}

/// Who is here; before them, whose leaving was forgotten on an earlier day.
void draw_house(ui::Context& ui, const ui::Rect& at, const CheckInView& view, Intents& intents) {
    if (view.in_house.empty() && view.unfinished.empty())
        return ui::empty_state(ui, "checkin.house.none", at, ui::Icon::home, ui.tr("checkin.house_empty"));
    float content = 0;
    for (const clinic::InHouse& pair : view.in_house) content += line_height(ui, line_of(ui, pair), at.w);
    for (const clinic::InHouse& pair : view.unfinished)
        content += line_height(ui, unfinished_line(ui, pair), at.w);
    ui::Rect place = begin_list(ui, "checkin.house", at, content);
    place.w = at.w;
    for (std::size_t i = 0; i < view.unfinished.size(); ++i)
        draw_house_line(ui, place, fmt::format("checkin.unfinished.{}", i),
                        unfinished_line(ui, view.unfinished[i]), view.unfinished[i].use_id, view, intents);
    for (std::size_t i = 0; i < view.in_house.size(); ++i)
        draw_house_line(ui, place, fmt::format("checkin.house.{}", i), line_of(ui, view.in_house[i]),
                        view.in_house[i].use_id, view, intents);
    ui::end_scroll(ui);
}

}  // namespace

void draw_check_in_left(ui::Context& ui, ui::Rect at, const CheckInView& view, CheckInState& state,
                        Intents& intents) {
    draw_camera(ui, at.cut_top(kCamera, 12), state.camera);

    const auto ways = at.cut_top(ui::kButton, ui::kGap).columns(2, ui::kSmallGap);
    const auto toggle = [&](CheckInState::Panel panel) {
        const bool open = state.panel == panel;
        state.panel = open ? CheckInState::Panel::person : panel;
        if (!open)
            ui.focus(panel == CheckInState::Panel::number ? "checkin.number.field" : "checkin.name.field");
    };
    if (ui::button(ui, "checkin.number", ways[0], ui.tr("checkin.by_number"), {.icon = ui::Icon::keyboard}))
        toggle(CheckInState::Panel::number);
    if (ui::button(ui, "checkin.name", ways[1], ui.tr("checkin.by_name"), {.icon = ui::Icon::search}))
        toggle(CheckInState::Panel::name);

    ui::Rect inside = ui::card(ui, at);
    const std::string expected = ui.tr("checkin.list_expected", {std::to_string(view.expected.size())});
    const std::string house = ui.tr("checkin.list_house", {std::to_string(view.in_house.size())});
    const std::array<ui::Choice, 2> lists{{{"expected", expected, {}}, {"house", house, {}}}};
    const int chosen = choose_one(ui, "checkin.list", inside.cut_top(ui::kTarget, ui::kSmallGap), lists,
                                  state.shows_house ? 1 : 0, ChoiceStyle::tabs);
    if (chosen >= 0) state.shows_house = chosen == 1;
    if (state.shows_house)
        draw_house(ui, inside, view, intents);
    else
        draw_expected(ui, inside, view, intents);
}

}  // namespace sango::screens
