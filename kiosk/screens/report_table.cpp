#include "kiosk/screens/list_area.h"
#include "kiosk/screens/outcome.h"
#include "kiosk/screens/report_parts.h"
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

constexpr std::array<std::string_view, 5> kStepNames{"collected", "checked", "closed", "sent", "accepted"};

/// "集計 → 点検 → 確定 → 送信 → 受理", the step that is being done in the municipality's colour.
void draw_steps(ui::Context& ui, ui::Rect at, const ReportView& view) {
    const ui::Theme& theme = ui.theme();
    const std::string& name = ui.pick(view.name);
    const ui::Color colour = municipality_shape(ui, view.colour);
    ui::fill(ui, {at.x, at.center().y - 6, 12, 12}, colour, 6);
    at.cut_left(20);
    const float name_width = ui::text_width(ui, ui::Type::strong, name) + 1;
    ui::text(ui, "report.title", at.cut_left(name_width, 20), name,
             {.type = ui::Type::strong, .ink = {}, .middle = true, .role = ui::Role::heading});
    for (std::size_t i = 0; i < kStepNames.size(); ++i) {
        const std::string words = ui.tr(fmt::format("report.step_{}", kStepNames[i]));
        const bool now = static_cast<std::size_t>(view.step) == i;
        const ui::Type type = now ? ui::Type::strong : ui::Type::small;
        const float width = ui::text_width(ui, type, words) + 1;
        const ui::Rect place = at.cut_left(width, 8);
        ui::text(ui, fmt::format("report.step.{}", kStepNames[i]), place, words,
                 {.type = type, .ink = now ? theme.ink : theme.quiet_ink, .middle = true});
        if (now) ui::fill(ui, {place.x, place.bottom() - 4, place.w, 3}, colour, 2);
        if (i + 1 < kStepNames.size())
            ui::text(ui, "", at.cut_left(20, 6), "→",
                     {.type = ui::Type::small, .ink = theme.quiet_ink, .middle = true});
    }
}

constexpr float kChevron = 20;  // "this leads somewhere"

/// Left edges and widths of the columns. The last takes what is left.
struct Columns {
    ui::Rect number, service, days, count, copay, state;
};

Columns columns_of(ui::Rect line) {
    constexpr float kNarrow = 736;  // at 1280 px; what a wider screen has more is shared
    const float more = std::max(0.0F, line.w - kNarrow) / 5;
    Columns c;
    c.number = line.cut_left(96 + more, 6);
    c.service = line.cut_left(182 + more, 6);
    c.days = line.cut_left(126 + more, 4);
    c.count = line.cut_left(34, 8);
    c.copay = line.cut_left(90 + more, 12);
    c.state = line;
    return c;
}

void draw_column_heads(ui::Context& ui, const ui::Rect& at) {
    ui::Rect line = at;
    line.cut_right(kChevron);
    const Columns c = columns_of(line);
    const auto head = [&](const ui::Rect& place, std::string_view key, ui::Align align = ui::Align::left) {
        const std::string words = ui.tr(key);
        const ui::Type type = ui::fit_text(ui, {ui::Type::small, ui::Type::source}, words, place.w);
        ui::text(ui, "", place, words,
                 {.type = type, .ink = ui.theme().quiet_ink, .align = align, .middle = true});
    };
    head(c.number, "report.col_number");
    head(c.service, "report.col_service");
    head(c.days, "report.col_days");
    head(c.count, "report.col_count", ui::Align::right);
    head(c.copay, "report.col_copay", ui::Align::right);
    head(c.state, "report.col_state");
}

struct State {
    ui::Outcome mark{};
    std::string words;
};

State state_of(const ui::Context& ui, const ReportRowView& row) {
    State state{.mark = ui::Outcome::yes, .words = {}};
    const std::vector<Message>* said = nullptr;
    if (!row.refused.empty()) {
        state.mark = ui::Outcome::no;
        said = &row.refused;
    } else if (!row.gaps.empty()) {
        state.mark = ui::Outcome::ask;
        said = &row.gaps;
    }
    if (said == nullptr) {
        if (row.told > 0) state.words = ui.tr("report.told", {std::to_string(row.told)});
        return state;
    }
    for (const Message& message : *said) {
        if (!state.words.empty()) state.words += ui.tr("report.and");
        state.words += ui.pick(message);
    }
    return state;
}

/// A row: what was said stands in its column if it fits there, else on a line of its own below.
struct RowShape {
    float first = 0;  ///< height of the line of figures
    float below = 0;  ///< height of the words below it
    State state;
};

RowShape shape_of(ui::Context& ui, const ReportRowView& row, float width) {
    const Columns c = columns_of({0, 0, width - kChevron, 50});
    RowShape shape;
    shape.state = state_of(ui, row);
    const float service = ui::text_height(ui, ui::Type::body, ui.pick(row.service), c.service.w);
    const float days = ui::text_height(ui, ui::Type::body, row.days_text, c.days.w);
    shape.first = std::max(service, days) + 22;
    const bool fits = ui::text_width(ui, ui::Type::body, shape.state.words) <= c.state.w - 30;
    if (!fits)
        shape.below =
            ui::text_height(ui, ui::Type::body, shape.state.words, width - c.service.x - kChevron) + 6;
    return shape;
}

float row_height(ui::Context& ui, const ReportRowView& row, float width) {
    const RowShape shape = shape_of(ui, row, width);
    return shape.first + shape.below;
}

void draw_row(ui::Context& ui, ui::Rect at, const ReportRowView& row, bool leads) {
    const ui::Theme& theme = ui.theme();
    const RowShape shape = shape_of(ui, row, at.w);
    const ui::Rect chevron = at.cut_right(kChevron);
    if (leads)
        ui::text(ui, "", chevron, ui::icon_text(ui::Icon::forward),
                 {.type = ui::Type::body, .ink = theme.quiet_ink, .align = ui::Align::right, .middle = true});
    ui::Rect line = at.cut_top(shape.first);
    if (shape.below > 0) line.cut_bottom(6);  // the words below stand nearer
    Columns c = columns_of(line);
    const auto cell = [&](const ui::Rect& place, std::string_view words, ui::Align align = ui::Align::left) {
        ui::text(ui, "", place, words, {.type = ui::Type::body, .ink = {}, .align = align, .middle = true});
    };
    cell(c.number, row.user_number);
    cell(c.service, ui.pick(row.service));
    cell(c.days, row.days_text);
    cell(c.count, std::to_string(row.days), ui::Align::right);
    cell(c.copay, money_text(ui, row.copay), ui::Align::right);
    ui::outcome_mark(ui, "", c.state.cut_left(20, 10), shape.state.mark, 18, "");
    const ui::TextLook said{.type = ui::Type::body,
                            .ink = ui::ink_of(theme, ui::tone_of(shape.state.mark)),
                            .middle = shape.below == 0};
    const ui::Rect below{c.service.x, at.y - 6, at.right() - c.service.x, at.h};
    if (!shape.state.words.empty())
        ui::text(ui, "", shape.below > 0 ? below : c.state, shape.state.words, said);
}

void mend(const ReportRowView& row, ReportState& state, std::vector<Intent>& intents) {
    if (row.mended_at == ReportRowView::Mend::user_report) {
        state.open = ReportState::Open::user_report;
        state.use_id = row.use_id;
        state.user_number = row.user_number;
        state.consent = state.urgent = false;
        state.remarks.clear();
    } else if (row.mended_at == ReportRowView::Mend::incident)
        intents.push_back(OpenIncident{row.incident_id});
    else if (row.mended_at == ReportRowView::Mend::care)
        intents.push_back(ChoosePair{row.use_id});
    else
        intents.push_back(OpenCheckOut{row.use_id});
}

/// What the municipality said of the whole report.
void draw_refusals(ui::Context& ui, ui::Rect& at, const ReportView& view) {
    for (std::size_t i = 0; i < view.refusals.size(); ++i) {
        const std::string& words = ui.pick(view.refusals[i]);
        const float height = ui::text_height(ui, ui::Type::body, words, at.w - 48) + 16;
        ui::Rect strip = at.cut_top(height, 6);
        ui::fill(ui, strip, ui.theme().bad_chip.fill, 10);
        ui::outcome_mark(ui, "", strip.cut_left(40), ui::Outcome::no, 18, "");
        ui::text(ui, fmt::format("report.refusal.{}", i), strip, words,
                 {.type = ui::Type::body, .ink = ui.theme().bad_chip.ink, .middle = true});
    }
}

}  // namespace

void draw_report_table(ui::Context& ui, const ui::Rect& at, const ReportView& view, ReportState& state,
                       std::vector<Intent>& intents) {
    ui::card(ui, at);
    ui::Rect inside = at.inset(ui::kGap, 12);
    draw_steps(ui, inside.cut_top(34, 4), view);
    draw_refusals(ui, inside, view);
    if (view.rows.empty())
        return ui::empty_state(ui, "report.none", inside, ui::Icon::document, ui.tr("report.no_rows"));
    draw_column_heads(ui, inside.cut_top(32));
    float content = 0;
    for (const ReportRowView& row : view.rows) content += row_height(ui, row, inside.w);
    ui::Rect place = begin_list(ui, "report.rows", inside, content);
    for (std::size_t i = 0; i < view.rows.size(); ++i) {
        const ReportRowView& row = view.rows[i];
        const ui::Rect here = place.cut_top(row_height(ui, row, inside.w));
        const std::string id = fmt::format("report.row.{}", i);
        const bool leads = (!row.gaps.empty() || !row.refused.empty()) && !row.use_id.empty();
        const std::string words = fmt::format("{} {} {} {}", row.user_number, ui.pick(row.service),
                                              row.days_text, state_of(ui, row).words);
        if (!leads)
            ui::plain_row(ui, id, here, words);
        else if (ui::row(ui, id, here, words))
            mend(row, state, intents);
        draw_row(ui, here, row, leads);
    }
    ui::end_scroll(ui);
}

}  // namespace sango::screens
