#include "kiosk/screens/list_area.h"
#include "kiosk/screens/night_parts.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/scroll.h"
#include "kiosk/ui/text.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::screens {
namespace {

constexpr float kWho = 190;
constexpr float kConfirm = 132;

float line_height(ui::Context& ui, const HandoverLine& line, float width) {
    const float words = width - kWho - kConfirm - 2 * ui::kGap - 28;
    return std::max(64.0F, ui::text_height(ui, ui::Type::body, ui.pick(line.words), words) + 20);
}

void draw_line(ui::Context& ui, ui::Rect at, std::size_t index, const HandoverLine& line,
               std::vector<Intent>& intents) {
    const std::string id = fmt::format("handover.{}", index);
    const std::string& words = ui.pick(line.words);
    ui::plain_row(ui, id, at, line.place + " " + line.who + " " + words);
    ui::Rect confirm = at.cut_right(kConfirm, ui::kGap);
    confirm.y += (confirm.h - ui::kTarget) / 2;
    confirm.h = ui::kTarget;
    if (line.confirmed) {
        ui::outcome_mark(ui, "", confirm.cut_left(28, 6), ui::Outcome::yes, 22, ui.tr("frame.mark_yes"));
        ui::text(ui, "", confirm, ui.tr("night.confirmed"),
                 {.type = ui::Type::small, .ink = ui::ink_of(ui.theme(), ui::Tone::good), .middle = true});
    } else if (ui::button(ui, id + ".confirm", confirm, ui.tr("night.confirm"), {.type = ui::Type::body})) {
        intents.push_back(ConfirmHandoverLine{line.kind, line.subject});
    }
    ui::text(ui, "", at.cut_left(kWho, ui::kGap), line.place.empty() ? line.who : line.place + " " + line.who,
             {.type = ui::Type::strong, .middle = true});
    if (line.urgent && !words.starts_with("△"))
        ui::outcome_mark(ui, "", at.cut_left(22, 6), ui::Outcome::ask, 20, ui.tr("frame.mark_ask"));
    ui::text(ui, "", at, words,
             {.ink = line.urgent ? ui::ink_of(ui.theme(), ui::Tone::warn) : ui.theme().ink, .middle = true});
}

}  // namespace

void draw_handover(ui::Context& ui, ui::Rect area, const NightView& view, NightState& state,
                   std::vector<Intent>& intents) {
    const HandoverView& page = view.handover;
    ui::Rect inside = ui::card(ui, area);
    ui::Rect head = inside.cut_top(52, ui::kSmallGap);
    if (ui::button(ui, "handover.close", head.cut_right(120, ui::kGap), ui.tr("frame.back"),
                   {.type = ui::Type::body}))
        state.open = NightState::Open::nothing;
    if (ui::button(ui, "handover.print", head.cut_right(200, ui::kGap), ui.tr("frame.print"),
                   {.icon = ui::Icon::printer, .type = ui::Type::body}))
        intents.push_back(PrintHandover{});
    ui::heading(ui, "handover", head, ui.tr("night.handover_title", {page.giver, page.receiver}));
    const auto left = std::ranges::count(page.lines, false, &HandoverLine::confirmed);
    ui::Rect foot = inside.cut_bottom(ui::kBigButton, ui::kGap);
    const std::string why = left > 0 ? ui.tr("night.lines_left", {std::to_string(left)}) : "";
    if (ui::button(ui, "handover.finish", foot.cut_right(420),
                   ui.tr("night.handover_finish", {page.receiver}),
                   {.kind = ui::ButtonKind::primary, .why_disabled = why})) {
        intents.push_back(FinishHandover{});
        state.open = NightState::Open::nothing;
    }
    ui::text(
        ui, "handover.since", foot,
        page.last_at ? ui.tr("night.since_last", {time_text(*page.last_at)}) : ui.tr("night.since_never"),
        {.type = ui::Type::small, .ink = ui.theme().quiet_ink, .middle = true});
    if (page.lines.empty())
        return ui::empty_state(ui, "handover.none", inside, ui::Icon::check, ui.tr("night.nothing_open"));
    float content = 0;
    for (const HandoverLine& line : page.lines) content += line_height(ui, line, inside.w);
    ui::Rect list = begin_list(ui, "handover.lines", inside, content);
    for (std::size_t i = 0; i < page.lines.size(); ++i)
        draw_line(ui, list.cut_top(line_height(ui, page.lines[i], inside.w)), i, page.lines[i], intents);
    ui::end_scroll(ui);
}

}  // namespace sango::screens
