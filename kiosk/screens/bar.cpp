#include "kiosk/screens/bar.h"

#include "kiosk/screens/safety_parts.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/dialog.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/scroll.h"
#include "kiosk/ui/text.h"

#include <algorithm>

namespace sango::screens {
namespace {

/// A chip at the right end of what is left of the bar.
void shown_chip(ui::Context& ui, ui::Rect& left, std::string_view id, std::string_view words,
                const ui::ChipLook& look) {
    const ui::Rect took = ui::chip(ui, id, left, words, look, true);
    left.w = std::max(0.0F, took.x - left.x - ui::kGap);
}

void draw_sending(ui::Context& ui, ui::Rect& left, const BarView& view) {
    const std::string waiting = std::to_string(view.waiting);
    if (view.sending)
        shown_chip(ui, left, "bar.sending", ui.tr("frame.sending"),
                   {.tone = ui::Tone::warn, .icon = ui::Icon::sync, .mark = {}});
    else if (view.waiting > 0)
        shown_chip(ui, left, "bar.sending", ui.tr("frame.waiting", {waiting}),
                   {.tone = ui::Tone::warn, .icon = ui::Icon::none, .mark = {}});
    else
        shown_chip(ui, left, "bar.sending", ui.tr("frame.sent"),
                   {.tone = ui::Tone::good, .icon = ui::Icon::none, .mark = {}});
    if (view.refused > 0)
        shown_chip(ui, left, "bar.refused", ui.tr("frame.refused", {std::to_string(view.refused)}),
                   {.tone = ui::Tone::bad, .icon = ui::Icon::none, .mark = ui::Outcome::no});
}

std::string brief(const ui::Context& ui, int days) {
    if (days == 0) return ui.tr("frame.due_today");
    return days > 0 ? ui.tr("frame.days_left", {std::to_string(days)})
                    : ui.tr("frame.days_late", {std::to_string(-days)});
}

/// The nearest paper a municipality waits for, from a week before; in few words where the bar is full.
/// `room`: what name and date need.
void draw_deadline(ui::Context& ui, ui::Rect& left, const BarView& view, float room) {
    if (!view.deadline) return;
    const int days = view.deadline->days_left;
    const ui::ChipLook look{.tone = days < 0    ? ui::Tone::bad
                                    : days <= 3 ? ui::Tone::warn
                                                : ui::Tone::neutral,
                            .icon = ui::Icon::clock,
                            .mark = {}};
    std::string words = ui.pick(view.deadline->text);
    if (ui::chip_width(ui, words, look) + ui::kGap + room > left.w) words = brief(ui, days);
    shown_chip(ui, left, "bar.deadline", words, look);
}

/// Who watches, and whether she is alone where two are wanted; whether alarms can be heard.
void draw_watch(ui::Context& ui, ui::Rect& left, const NightView& night, const BarView& view) {
    if (night.watcher.empty()) return;
    const bool few = night.present < night.needed;
    shown_chip(ui, left, "bar.watch", ui.tr(few ? "night.watch_alone" : "night.watch", {night.watcher}),
               {.tone = few ? ui::Tone::warn : ui::Tone::neutral,
                .icon = few ? ui::Icon::alert : ui::Icon::none,
                .mark = {}});
    if (view.no_sound && !night.babies.empty())
        shown_chip(ui, left, "bar.no_sound", ui.tr("night.no_sound"),
                   {.tone = ui::Tone::bad, .icon = ui::Icon::alert, .mark = {}});
}

/// The report of an incident that is due first, counted down.
void draw_incident_due(ui::Context& ui, ui::Rect& left, const BarView& view) {
    if (view.deadlines.empty()) return;
    const IncidentDue& first = view.deadlines.front();
    std::string words = ui.pick(first.what);
    if (first.due) words += " " + left_text(ui, *first.due, view.now);
    shown_chip(ui, left, "bar.incident", words, {.tone = ui::Tone::bad, .icon = ui::Icon::timer, .mark = {}});
}

std::string date_and_time(const ui::Context& ui, Instant now) {
    const Date day = japan_date(now);
    const std::string date = ui.language == ui::Language::ja ? era_date_text(day) : english_date_text(day);
    return date + " " + time_text(now);
}

/// Who is on duty. Where badges are in use, a tap leaves the terminal.
bool draw_on_duty(ui::Context& ui, ui::Rect& left, const KioskView& kiosk) {
    const std::string& name = kiosk.bar.staff_name;
    if (name.empty()) return false;
    if (kiosk.sign_in.asked && kiosk.sign_in.state == SignInView::State::open) {
        ui::Rect took;
        const bool pressed =
            ui::chip_button(ui, "bar.staff", left, ui.tr("frame.staff", {name}),
                            {.tone = ui::Tone::neutral, .icon = ui::Icon::staff, .mark = {}}, true, &took);
        left.w = std::max(0.0F, took.x - left.x - ui::kGap);
        return pressed;
    }
    if (name != kiosk.night.watcher)
        shown_chip(ui, left, "bar.staff", ui.tr("frame.staff", {name}),
                   {.tone = ui::Tone::neutral, .icon = ui::Icon::none, .mark = {}});
    return false;
}

}  // namespace

void draw_emergency_chip(ui::Context& ui, ui::Rect& left, const BarView& view, bool& emergency_open) {
    if (view.emergency.empty()) return;
    ui::Rect took;
    if (ui::chip_button(ui, "bar.emergency", left, ui.tr("frame.emergency"),
                        {.tone = ui::Tone::bad, .icon = ui::Icon::phone, .mark = {}}, true, &took))
        emergency_open = true;
    left.w = std::max(0.0F, took.x - left.x - ui::kGap);
}

bool draw_bar(ui::Context& ui, const ui::Rect& at, const KioskView& kiosk, bool& emergency_open) {
    const BarView& view = kiosk.bar;
    ui::fill(ui, at, ui.theme().card);
    ui::fill(ui, {at.x, at.bottom() - 1, at.w, 1}, ui.theme().line);

    ui::Rect left = at.inset(20, 0);
    draw_emergency_chip(ui, left, view, emergency_open);
    draw_watch(ui, left, kiosk.night, view);
    draw_incident_due(ui, left, view);
    const bool leaves = draw_on_duty(ui, left, kiosk);
    draw_sending(ui, left, view);
    // The date keeps its place; a long clinic name takes what is left, in two small lines if it must.
    const std::string date = date_and_time(ui, view.now);
    const float date_width = ui::text_width(ui, ui::Type::body, date);
    draw_deadline(
        ui, left, view,
        date_width + ui::kGap + std::min(220.0F, ui::text_width(ui, ui::Type::strong, view.clinic_name) + 2));
    const float name_room = std::max(0.0F, left.w - date_width - ui::kGap);
    const ui::Type type = ui::fit_text(ui, {ui::Type::strong, ui::Type::source}, view.clinic_name, name_room);
    const float name_width = std::min(name_room, ui::text_width(ui, type, view.clinic_name) + 1);
    ui::text(ui, "bar.clinic", left.cut_left(name_width, ui::kGap), view.clinic_name,
             {.type = type, .ink = {}, .middle = true});
    ui::text(ui, "bar.date", left, date, {.type = ui::Type::body, .ink = {}, .middle = true});
    return leaves;
}

bool draw_trouble(ui::Context& ui, ui::Rect& area, const BarView& view) {
    if (!view.trouble) return false;
    const ui::Pair colors = ui.theme().bad_chip;
    constexpr float kSignRoom = 30;
    const std::string& words = ui.pick(*view.trouble);
    const std::string right = ui.tr("frame.clock_is_right");
    const float button =
        view.clock_doubted ? ui::text_width(ui, ui::Type::body, right) + 48 + ui::kGap : 0.0F;
    const float height =
        ui::text_height(ui, ui::Type::body, words, area.w - 2 * ui::kGap - kSignRoom - button) + 20;
    ui::Rect strip = area.cut_top(std::max(view.clock_doubted ? 64.0F : 48.0F, height));
    ui::fill(ui, strip, colors.fill);
    strip = strip.inset(ui::kGap, 0);
    bool confirmed = false;
    if (view.clock_doubted) {
        ui::Rect place = strip.cut_right(button - ui::kGap, ui::kGap);
        place = {place.x, place.center().y - ui::kTarget / 2, place.w, ui::kTarget};
        confirmed = ui::button(ui, "bar.clock", place, right, {.type = ui::Type::body});
    }
    ui::text(ui, "", strip.cut_left(kSignRoom), ui::icon_text(ui::Icon::alert),
             {.type = ui::Type::body, .ink = colors.ink, .middle = true});
    ui::text(ui, "bar.trouble", strip, words, {.type = ui::Type::body, .ink = colors.ink, .middle = true});
    return confirmed;
}

namespace {

constexpr float kCallWidth = 820;

float call_height(ui::Context& ui, const EmergencyLine& line, float width) {
    const float number = ui::text_width(ui, ui::Type::money, line.number) + 2 + ui::kGap;
    float height = ui::text_height(ui, ui::Type::large, ui.pick(line.who), width - number);
    for (const Message& step : line.steps)
        height += ui::text_height(ui, ui::Type::body, ui.pick(step), width - number);
    return std::max(72.0F, height + 24);
}

void draw_call(ui::Context& ui, ui::Rect row, std::size_t index, const EmergencyLine& line) {
    ui::divider(ui, row);
    const float number_width = ui::text_width(ui, ui::Type::money, line.number) + 2;
    ui::text(ui, "emergency." + std::to_string(index), row.cut_right(number_width, ui::kGap), line.number,
             {.type = ui::Type::money,
              .ink = ui::ink_of(ui.theme(), ui::Tone::bad),
              .align = ui::Align::right,
              .middle = true});
    if (line.steps.empty()) {
        ui::text(ui, "", row, ui.pick(line.who), {.type = ui::Type::large, .middle = true});
        return;
    }
    row.cut_top(12);
    row.cut_top(ui::text(ui, "", row, ui.pick(line.who), {.type = ui::Type::large}));
    for (const Message& step : line.steps) row.cut_top(ui::text(ui, "", row, ui.pick(step)));
}

}  // namespace

void draw_emergency(ui::Context& ui, const BarView& view, bool& open, std::vector<Intent>& intents) {
    ui::begin_page(ui);
    const ui::Rect whole = ui.area();
    const float inner = kCallWidth - 2 * ui::kGap;
    float content = 0;
    for (const EmergencyLine& line : view.emergency) content += call_height(ui, line, inner);
    for (const Message& note : view.emergency_notes)
        content += ui::text_height(ui, ui::Type::large, ui.pick(note), inner) + 16;
    const float around = 36 + 28 + 3 * ui::kGap + ui::kButton + 2 * ui::kGap;
    const float height = std::min(whole.h - ui::kBar, content + around);
    const float top = std::max(ui::kBar, whole.center().y - height / 2);
    ui::Rect inside = ui::card(ui, {whole.center().x - kCallWidth / 2, top, kCallWidth, height});
    ui::heading(ui, "emergency", inside.cut_top(36, 4), ui.tr("frame.emergency_title"));
    ui::text(ui, "", inside.cut_top(28, ui::kGap), ui.tr("frame.emergency_where", {view.clinic_name}),
             {.type = ui::Type::body, .ink = ui.theme().quiet_ink});
    ui::Rect close = inside.cut_bottom(ui::kButton, ui::kGap);
    if (ui::button(ui, "emergency.print", close.cut_left(260, ui::kGap), ui.tr("frame.print"),
                   {.icon = ui::Icon::printer, .type = ui::Type::body}))
        intents.emplace_back(PrintEmergency{});
    const ui::Rect said = close.cut_left(close.w - 240, ui::kGap);
    if (view.emergency_paper)
        ui::text(ui, "emergency.paper", said, ui.pick(*view.emergency_paper),
                 {.type = ui::Type::small, .middle = true});
    ui::Rect list = ui::begin_scroll(ui, "emergency.list", inside, content);
    for (std::size_t i = 0; i < view.emergency.size(); ++i)
        draw_call(ui, list.cut_top(call_height(ui, view.emergency[i], inner)), i, view.emergency[i]);
    for (std::size_t i = 0; i < view.emergency_notes.size(); ++i) {
        const std::string& note = ui.pick(view.emergency_notes[i]);
        ui::Rect row = list.cut_top(ui::text_height(ui, ui::Type::large, note, inner) + 16);
        ui::divider(ui, row);
        ui::text(ui, "emergency.note." + std::to_string(i), row.inset(0, 8), note, {.type = ui::Type::large});
    }
    ui::end_scroll(ui);
    if (ui::button(ui, "emergency.close", close, ui.tr("frame.close")) || ui.input().escape) {
        open = false;
        if (view.emergency_paper) intents.emplace_back(ForgetEmergencyPaper{});
    }
    ui::end_page(ui);
}

}  // namespace sango::screens
