#include "kiosk/screens/first_start_parts.h"
#include "kiosk/screens/kana_keys.h"
#include "kiosk/screens/sign_keys.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/icon.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/text.h"
#include "shared/store/recovery.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::screens {
namespace {

constexpr std::size_t kPaperRows = 4;
constexpr float kPaperRowHeight = 44;
constexpr float kSheetHeight = 56 + kPaperRows * kPaperRowHeight + 12;
constexpr std::string_view kCovered = "••••-••••-••••-••••";

std::string sheet_row(std::string_view sheet, std::size_t row) {
    for (; row > 0; --row) {
        const std::size_t end = sheet.find('\n');
        if (end == std::string_view::npos) return {};
        sheet.remove_prefix(end + 1);
    }
    return std::string(sheet.substr(0, sheet.find('\n')));
}

/// A sheet of paper: its number, its rows, covered unless somebody reads it here.
void draw_sheet(ui::Context& ui, ui::Rect at, const FirstStartView& view, std::size_t which, bool open,
                std::string_view typed = {}, bool read_back = false) {
    const ui::Theme& theme = ui.theme();
    ui::fill(ui, at.moved(5, 6), theme.well, 6);
    ui::fill(ui, at, theme.card, 6);
    ui::outline(ui, at, theme.line, 6, 1);
    ui::fill(ui, {at.x, at.y, 8, at.h}, theme.accent, 4);
    ui::Rect inside = at.inset(24, 10);
    ui::text(ui, "", inside.cut_top(40, 6), ui.tr("first.sheet", {std::to_string(which + 1)}),
             {.type = ui::Type::strong, .ink = {}, .middle = true});
    std::string all;
    for (std::size_t row = 0; row < kPaperRows; ++row) {
        ui::Rect line = inside.cut_top(kPaperRowHeight);
        const bool asked = read_back && view.asked[which] == static_cast<int>(row) + 1;
        std::string words = open ? sheet_row(view.sheets[which], row) : std::string(kCovered);
        if (asked) {
            std::string end(typed);
            for (std::size_t i = typed.size(); i < store::kReadBackSigns; ++i) end += "_";
            words = fmt::format("••••-••••-••••-{}", end);
            ui::fill(ui, line.inset(-6, 3), theme.accent_chip.fill, 8);
        }
        all += (row == 0 ? "" : " ") + words;
        const ui::Color ink = asked ? theme.accent_chip.ink : open ? theme.ink : theme.quiet_ink;
        ui::text(ui, "", line.cut_left(32), std::to_string(row + 1),
                 {.type = ui::Type::small,
                  .ink = asked ? theme.accent_chip.ink : theme.quiet_ink,
                  .middle = true});
        ui::text(ui, "", line, words,
                 {.type = ui::fit_text(ui, {ui::Type::large, ui::Type::body, ui::Type::small}, words, line.w),
                  .ink = ink,
                  .middle = true});
    }
    ui.note({.id = fmt::format("first.sheet.{}", which + 1), .role = ui::Role::text, .text = all, .at = at});
}

/// Where to write to, and the button that does.
void draw_folders(ui::Context& ui, ui::Rect at, const FirstStartView& view, FirstStartState& state,
                  std::vector<Intent>& intents) {
    ui::Rect inside = ui::card(ui, at);
    ui::heading(ui, "", inside.cut_top(36, 8), ui.tr("first.print_to"));
    const std::string why = view.folders.empty() ? ui.tr("first.no_folder") : std::string();
    if (ui::button(ui, "first.write", inside.cut_bottom(ui::kButton), ui.tr("first.write"),
                   {.kind = view.written.empty() ? ui::ButtonKind::primary : ui::ButtonKind::quiet,
                    .icon = ui::Icon::printer,
                    .why_disabled = why}) &&
        state.folder < view.folders.size())
        intents.emplace_back(WriteFirstPapers{view.folders[state.folder]});
    inside.cut_bottom(12);
    if (ui::button(ui, "first.look", inside.cut_bottom(52), ui.tr("first.look"),
                   {.icon = ui::Icon::sync, .type = ui::Type::body}))
        intents.emplace_back(LookForFolders{});
    inside.cut_bottom(12);
    if (!view.written.empty()) {
        const std::string words = ui.tr("first.written", {view.written_to});
        const float height = ui::text_height(ui, ui::Type::body, words, inside.w - 44);
        ui::Rect line = inside.cut_bottom(std::max(height, 28.0F));
        ui::outcome_mark(ui, "", line.cut_left(32, 12), ui::Outcome::yes, 24, "");
        ui::text(ui, "first.written", line, words,
                 {.type = ui::Type::body, .ink = ui::ink_of(ui.theme(), ui::Tone::good)});
        inside.cut_bottom(12);
    }
    for (std::size_t i = 0; i < std::min<std::size_t>(view.folders.size(), 3); ++i)
        if (ui::button(ui, fmt::format("first.folder.{}", i), inside.cut_top(56, 8), view.folders[i],
                       {.selected = state.folder == i,
                        .type = ui::fit_text(ui, {ui::Type::body, ui::Type::small, ui::Type::source},
                                             view.folders[i], inside.w - 24)}))
            state.folder = i;
    if (view.folders.empty())
        ui::text(ui, "", inside, ui.tr("first.put_in"),
                 {.type = ui::Type::body, .ink = ui.theme().quiet_ink});
}

}  // namespace

void draw_first_papers(ui::Context& ui, ui::Rect at, const FirstStartView& view, FirstStartState& state,
                       std::vector<Intent>& intents) {
    bool back = false;
    if (draw_first_foot(ui, at, "first.printed", ui.tr("first.printed"),
                        view.written.empty() ? ui.tr("first.write_first") : std::string(), &back)) {
        state.page = FirstStartState::Page::read_back;
        state.shown = -1;
        state.read = {};
        state.reading = 0;
    }
    draw_folders(ui, at.cut_right(400, ui::kGap), view, state, intents);
    const std::string title = ui.tr("first.papers_title");
    ui::text(ui, "first.title", at.cut_top(ui::text_height(ui, ui::Type::name, title, at.w), 6), title,
             {.type = ui::Type::name});
    const std::string means = ui.tr("first.papers_means");
    ui::text(ui, "", at.cut_top(ui::text_height(ui, ui::Type::body, means, at.w), 16), means,
             {.type = ui::Type::body, .ink = ui.theme().quiet_ink});
    if (view.again) {
        const std::string words = ui.tr("first.papers_again");
        const float height = ui::text_height(ui, ui::Type::small, words, at.w - 32) + 24;
        const ui::Rect strip = at.cut_top(height, 14);
        ui::fill(ui, strip, ui.theme().warn_chip.fill, ui::kButtonCorner);
        ui::text(ui, "first.again", strip.inset(16, 12), words,
                 {.type = ui::Type::small, .ink = ui.theme().warn_chip.ink});
    }
    const auto columns = at.cut_top(kSheetHeight + 14 + 52).columns(2, 24);
    for (std::size_t i = 0; i < 2; ++i) {
        ui::Rect column = columns[i];
        const bool open = state.shown == static_cast<int>(i);
        draw_sheet(ui, column.cut_top(kSheetHeight, 14), view, i, open);
        if (ui::button(ui, fmt::format("first.show.{}", i + 1), column,
                       ui.tr(open ? "first.hide" : "first.show"), {.type = ui::Type::body}))
            state.shown = open ? -1 : static_cast<int>(i);
    }
    at.cut_top(14);
    ui::text(ui, "", at, ui.tr("first.badge_too", {view.manager}),
             {.type = ui::Type::small, .ink = ui.theme().quiet_ink});
}

void draw_read_back(ui::Context& ui, ui::Rect at, const FirstStartView& view, FirstStartState& state,
                    std::vector<Intent>& intents) {
    std::array<bool, 2> right{};
    for (std::size_t i = 0; i < 2; ++i)
        right[i] = store::reads_back(view.sheets[i], static_cast<std::size_t>(view.asked[i]), state.read[i]);
    const bool whole = std::ranges::all_of(
        state.read, [](const std::string& read) { return read.size() == store::kReadBackSigns; });
    const std::string why = right[0] && right[1] ? std::string()
                            : whole              ? ui.tr("first.read_differs")
                                                 : ui.tr("first.read_needs");
    bool back = false;
    if (draw_first_foot(ui, at, "first.finish", ui.tr("first.finish"), why, &back)) {
        intents.emplace_back(FinishFirstStart{state.read});
        if (ui.language != ui::Language::ja)
            intents.emplace_back(ChooseScreen{std::string(ui::language_code(ui.language)), "auto"});
    }
    if (back) state.page = FirstStartState::Page::print;

    const std::string title = ui.tr("first.read_title");
    ui::text(ui, "first.title", at.cut_top(ui::text_height(ui, ui::Type::name, title, at.w), 4), title,
             {.type = ui::Type::name});
    const std::string means = ui.tr("first.read_means");
    ui::text(ui, "", at.cut_top(ui::text_height(ui, ui::Type::body, means, at.w), 10), means,
             {.type = ui::Type::body, .ink = ui.theme().quiet_ink});
    ui::Rect keys = at.cut_bottom(3 * 52 + 2 * ui::kSmallGap, 14);
    const auto columns = at.cut_top(std::min(at.h, kSheetHeight + 10 + 56)).columns(2, 24);
    for (std::size_t i = 0; i < 2; ++i) {
        ui::Rect column = columns[i];
        draw_sheet(ui, column.cut_top(kSheetHeight, 10), view, i, false, state.read[i], true);
        const bool full = state.read[i].size() == store::kReadBackSigns;
        const std::string words = ui.tr(right[i] ? "first.read_right"
                                        : full   ? "first.read_wrong"
                                                 : "first.read_row",
                                        {std::to_string(view.asked[i])});
        if (ui::button(ui, fmt::format("first.read.{}", i + 1), column, words,
                       {.icon = right[i] ? ui::Icon::check : ui::Icon::keyboard,
                        .selected = state.reading == i,
                        .type = ui::fit_text(ui, {ui::Type::body, ui::Type::small}, words, column.w - 80)}))
            state.reading = i;
    }
    std::string& typed = state.read[state.reading];
    if (ui::button(ui, "first.erase", keys.cut_right(120, ui::kSmallGap), ui.tr("checkin.erase"),
                   {.icon = ui::Icon::erase, .type = ui::Type::small}))
        typed = without_last(typed);
    (void)sign_keys(ui, "first.key", keys, typed, store::kReadBackSigns);
    // The next sheet's turn comes by itself, once this one reads right.
    if (state.reading == 0 &&
        store::reads_back(view.sheets[0], static_cast<std::size_t>(view.asked[0]), state.read[0]) &&
        state.read[1].empty() && !right[0])
        state.reading = 1;
}

}  // namespace sango::screens
