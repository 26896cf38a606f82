#include "kiosk/screens/check_in_parts.h"
#include "kiosk/screens/list_area.h"
#include "kiosk/screens/outcome.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/scroll.h"
#include "kiosk/ui/text.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::screens {
namespace {

constexpr float kAllowance = 32;

std::string figure_of(const AllowanceBar& bar) {
    return fmt::format("{}/{}", bar.left, bar.total);
}

void draw_allowances(ui::Context& ui, ui::Rect& at, const CandidateView& who) {
    if (who.allowances.empty()) return;
    ui::caption(ui, "", at.cut_top(28, 2), ui.tr("checkin.left_over"));
    float name_width = 0;
    for (const AllowanceBar& bar : who.allowances)
        name_width = std::max(name_width, ui::text_width(ui, ui::Type::small, ui.pick(bar.name)));
    name_width = std::min(name_width, 166.0F) + 1;
    float figure_width = 0;
    for (const AllowanceBar& bar : who.allowances)
        figure_width = std::max(figure_width, ui::text_width(ui, ui::Type::body, figure_of(bar)));
    figure_width += 1;
    for (const AllowanceBar& bar : who.allowances) {
        const float names = ui::text_height(ui, ui::Type::small, ui.pick(bar.name), name_width);
        ui::Rect line = at.cut_top(std::max(kAllowance, names));
        ui::text(ui, "", line.cut_left(name_width, 10), ui.pick(bar.name),
                 {.type = ui::Type::small, .ink = {}, .middle = true});
        const std::string figure = figure_of(bar);
        ui::text(ui, "", line.cut_right(figure_width, 10), figure,
                 {.type = ui::Type::body, .ink = {}, .align = ui::Align::right, .middle = true});
        const double share = bar.total > 0 ? static_cast<double>(bar.left) / bar.total : 0.0;
        ui::progress(ui, "checkin.allowance." + std::string(programme::word(bar.service)),
                     {line.x, line.center().y - 8, line.w, 16}, share, figure,
                     municipality_shape(ui, who.colour));
    }
    if (who.balance_note) {
        const std::string& note = ui.pick(*who.balance_note);
        const float height = ui::text_height(ui, ui::Type::source, note, at.w);
        ui::text(ui, "checkin.balance", at.cut_top(height), note,
                 {.type = ui::Type::source, .ink = ui.theme().quiet_ink});
    }
    at.cut_top(10);
}

void draw_copay(ui::Context& ui, ui::Rect& at, const CandidateView& who) {
    ui::caption(ui, "", at.cut_top(28), ui.tr("checkin.copay_lines"));
    for (const auto& [words, yen] : who.lines) {
        const std::string figure = money_text(ui, yen);
        const float figure_width = ui::text_width(ui, ui::Type::body, figure) + 1;
        const float width = at.w - figure_width - 12;
        const ui::Type type = ui::fit_text(ui, {ui::Type::body, ui::Type::small}, ui.pick(words), width);
        ui::Rect line = at.cut_top(std::max(28.0F, ui::text_height(ui, type, ui.pick(words), width)), 2);
        ui::text(ui, "", line.cut_right(figure_width, 12), figure,
                 {.type = ui::Type::body, .ink = {}, .align = ui::Align::right, .middle = true});
        ui::text(ui, "", line, ui.pick(words), {.type = type, .ink = {}, .middle = true});
    }
}

constexpr float kSum = 1 + 8 + 52;

void draw_sum(ui::Context& ui, ui::Rect at, const CandidateView& who) {
    ui::divider(ui, at.cut_top(1, 8));
    ui::Rect sum = at.cut_top(52);
    const bool refused = who.verdict == programme::Outcome::refuse;
    const std::string figure = who.copay ? money_text(ui, *who.copay)
                               : refused ? std::string("—")
                                         : ui.tr("checkin.copay_unknown");
    const ui::Type type = who.copay ? ui::Type::money : ui::Type::large;
    const float width = ui::text_width(ui, type, figure) + 1;
    ui::text(ui, "checkin.copay", sum.cut_right(width, 8), figure,
             {.type = type, .ink = {}, .align = ui::Align::right, .middle = true});
    ui::text(ui, "", sum, ui.tr("checkin.to_pay"), {.type = ui::Type::body, .ink = {}, .middle = true});
}

/// Where nobody can say what was used elsewhere, what stands on her card is counted.
void draw_stamps(ui::Context& ui, ui::Rect& at, const CandidateView& who, Intents& intents) {
    if (!who.asks_stamps) return;
    const std::string words = ui.tr(who.stamps ? "checkin.stamps_counted" : "checkin.stamps_ask");
    const float height = ui::text_height(ui, ui::Type::small, words, at.w);
    ui::text(ui, "checkin.stamps.ask", at.cut_top(height, 2), words,
             {.type = ui::Type::small,
              .ink = who.stamps ? ui.theme().ink : ui::ink_of(ui.theme(), ui::Tone::warn)});
    int count = who.stamps.value_or(who.used_known);
    const std::string unit = ui.tr("checkin.units");
    if (ui::stepper(ui, "checkin.stamps", at.cut_top(52, 10), count,
                    {.least = 0, .most = 99, .step = 1, .unit = unit}))
        intents.push_back(CountStamps{count});
}

}  // namespace

void draw_money(ui::Context& ui, const ui::Rect& at, const CandidateView& who, CheckInState& state,
                Intents& intents) {
    ui::Rect inside = ui::card(ui, at);
    draw_card_steps(ui, inside, who, state, intents);
    // Where there is no room the upper part scrolls, what is to be asked and paid first: what is left stands
    // in the verdict as well. What she pays and the steps stay in sight.
    float& content = ui.memory("checkin.money.height");
    ui::Rect upper = inside.cut_top(std::min(content, std::max(0.0F, inside.h - kSum)));
    ui::Rect place = begin_list(ui, "checkin.money", upper, content);
    const float top = place.y;
    place.h = 4000;  // cut as far as the contents go, and remember how far that was
    const bool tight = content > upper.h;
    if (!tight) draw_allowances(ui, place, who);
    draw_stamps(ui, place, who, intents);
    draw_copay(ui, place, who);
    if (tight) {
        place.cut_top(10);
        draw_allowances(ui, place, who);
    }
    ui::end_scroll(ui);
    if (content != place.y - top) ui.settle();
    content = place.y - top;
    draw_sum(ui, inside, who);
}

}  // namespace sango::screens
