#include "kiosk/screens/outcome.h"
#include "kiosk/screens/report_parts.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/text.h"

#include <algorithm>

namespace sango::screens {
namespace {

constexpr int kStepsOfAMonth = 5;
constexpr std::size_t kMostBeside = 4;  // fewer keep this width

ui::ChipLook look_of(ReportCard::Tone tone) {
    switch (tone) {
        case ReportCard::Tone::neutral:
            return {.tone = ui::Tone::neutral, .icon = ui::Icon::none, .mark = {}};
        case ReportCard::Tone::waiting:
            return {.tone = ui::Tone::warn, .icon = ui::Icon::sync, .mark = {}};
        case ReportCard::Tone::attention:
            return {.tone = ui::Tone::warn, .icon = ui::Icon::none, .mark = ui::Outcome::ask};
        case ReportCard::Tone::done:
            return {.tone = ui::Tone::good, .icon = ui::Icon::none, .mark = ui::Outcome::yes};
    }
    return {};
}

void draw_card(ui::Context& ui, const ui::Rect& at, const ReportCard& report, bool selected, bool narrow,
               std::vector<Intent>& intents) {
    const ui::Color colour = municipality_shape(ui, report.colour);
    const std::string& name = ui.pick(report.name);
    ui::Rect inside;
    if (ui::card_button(ui, "report.card." + report.programme, at, name + " " + ui.pick(report.state),
                        &inside, {.selected = selected, .ring = colour}))
        intents.push_back(ChooseProgramme{report.programme});

    inside = at.inset(narrow ? 10 : ui::kGap, 12);
    ui::Rect first = inside.cut_top(36, 6);
    ui::Rect second = inside.cut_top(14, 10);
    const std::string count =
        ui.tr("report.count", {std::to_string(report.persons), std::to_string(report.days)});
    const float width = ui::text_width(ui, ui::Type::small, count) + 1;
    // A long name has its line for itself; the count then stands beside the bar.
    const bool beside = ui::text_width(ui, ui::Type::name, name) + 8 + width <= first.w;
    ui::text(
        ui, "", beside ? first.cut_right(width, 8) : second.cut_right(width, 10), count,
        {.type = ui::Type::small, .ink = ui.theme().quiet_ink, .align = ui::Align::right, .middle = true});
    const ui::Type type = ui::fit_text(ui, {ui::Type::name, ui::Type::strong}, name, first.w);
    ui::text(ui, "", first, name, {.type = type, .ink = {}, .middle = true});
    const int done = static_cast<int>(report.done) + 1;
    ui::segments(ui, "report.progress." + report.programme, {second.x, second.y + 1, second.w, 12}, done,
                 kStepsOfAMonth, std::to_string(done) + "/" + std::to_string(kStepsOfAMonth), colour);
    ui::chip(ui, "report.state." + report.programme, inside, ui.pick(report.state), look_of(report.tone));
}

}  // namespace

void draw_report_cards(ui::Context& ui, const ui::Rect& at, const ReportView& view,
                       std::vector<Intent>& intents) {
    // Five municipalities still stand side by side; one card alone does not fill the screen.
    const std::size_t count = std::max(view.cards.size(), kMostBeside);
    const auto places = at.columns(count, count > kMostBeside ? 12 : ui::kGap);
    for (std::size_t i = 0; i < view.cards.size(); ++i)
        draw_card(ui, places[i], view.cards[i], view.cards[i].programme == view.programme,
                  count > kMostBeside, intents);
}

}  // namespace sango::screens
