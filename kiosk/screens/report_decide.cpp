#include "kiosk/screens/list_area.h"
#include "kiosk/screens/report_parts.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/dialog.h"
#include "kiosk/ui/scroll.h"
#include "kiosk/ui/text.h"
#include "kiosk/ui/text_field.h"
#include "shared/base/text.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::screens {
namespace {

constexpr float kRow = 60;
constexpr std::size_t kMostRows = 5;  // seen at once; the rest scrolls

/// Why the substitutes cannot be taken yet; empty: they can.
std::string why_not(const ui::Context& ui, const ReportPapersView& papers,
                    const std::vector<std::string>& chosen) {
    for (std::size_t i = 0; i < papers.lacking.size(); ++i) {
        if (chosen[i].empty()) return ui.tr("report.decide_each", {papers.lacking[i].shown});
        if (!missing_in_cp932(chosen[i]).empty()) return ui.tr("report.decide_lacks_too", {chosen[i]});
    }
    return {};
}

/// 𠮷 U+20BB7 → 吉 〓 [ ]
void draw_lacking(ui::Context& ui, ui::Rect at, std::size_t index, const LackingCharacter& lacking,
                  std::string& chosen) {
    at.cut_bottom(kRow - 52);
    const std::string id = fmt::format("decide.{}", index);
    ui::text(ui, id, at.cut_left(52), lacking.shown, {.type = ui::Type::name, .ink = {}, .middle = true});
    ui::text(ui, "", at.cut_left(110), lacking.code,
             {.type = ui::Type::small, .ink = ui.theme().quiet_ink, .middle = true});
    ui::text(ui, "", at.cut_left(36), "→",
             {.type = ui::Type::body, .ink = ui.theme().quiet_ink, .middle = true});
    for (std::size_t i = 0; i < lacking.likely.size(); ++i)
        if (ui::button(ui, fmt::format("{}.likely.{}", id, i), at.cut_left(64, ui::kSmallGap),
                       lacking.likely[i], {.selected = chosen == lacking.likely[i]}))
            chosen = lacking.likely[i];
    constexpr std::size_t kMost = 48;  // a word at most: 16 characters
    const std::string other = ui.tr("report.decide_other");
    (void)ui::text_field(ui, id + ".text", at, chosen, {.placeholder = other, .most = kMost});
}

}  // namespace

void draw_decision(ui::Context& ui, const ReportView& view, ReportState& state,
                   std::vector<Intent>& intents) {
    const ReportPapersView& papers = view.papers;
    if (state.substitutes.size() != papers.lacking.size()) {
        state.substitutes.clear();
        for (const LackingCharacter& one : papers.lacking) state.substitutes.push_back(one.chosen);
    }
    const std::string why = why_not(ui, papers, state.substitutes);
    const std::string title = ui.tr("report.decide");
    const std::string sentence = ui.tr("report.decide_sentence");
    const std::string confirm = ui.tr("report.export");
    const std::string cancel = ui.tr("report.decide_leave");
    const ui::DialogWords words{
        .title = title, .sentence = sentence, .confirm = confirm, .cancel = cancel, .why_disabled = why};
    const auto rows = static_cast<float>(std::min(papers.lacking.size(), kMostRows));
    const ui::Rect inside = ui::begin_dialog(ui, "decide", words, rows * kRow, 720);
    ui::Rect list = begin_list(ui, "decide.rows", inside, kRow * static_cast<float>(papers.lacking.size()));
    for (std::size_t i = 0; i < papers.lacking.size(); ++i)
        draw_lacking(ui, list.cut_top(kRow), i, papers.lacking[i], state.substitutes[i]);
    ui::end_scroll(ui);
    switch (ui::end_dialog(ui, "decide", words)) {
        case ui::Answer::none:
            return;
        case ui::Answer::cancelled:
            intents.push_back(LeaveExport{});
            break;
        case ui::Answer::confirmed: {
            ExportPapers again{view.programme,        view.month, ExportPapers::What::report_csv, true,
                               papers.lacking_folder, {}};
            for (std::size_t i = 0; i < papers.lacking.size(); ++i)
                again.substitutes.emplace_back(papers.lacking[i].character, state.substitutes[i]);
            intents.push_back(std::move(again));
            break;
        }
    }
    state.substitutes.clear();
}

}  // namespace sango::screens
