#include "kiosk/screens/shared_papers_panel.h"

#include "kiosk/screens/list_area.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/scroll.h"
#include "kiosk/ui/text.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::screens {
namespace {

constexpr float kWidth = 980;
constexpr float kList = 300;

std::string day_text(const ui::Context& ui, Date day) {
    return ui.language == ui::Language::ja ? era_date_text(day) : english_date_text(day);
}

void draw_list(ui::Context& ui, const ui::Rect& at, const PapersView& view, std::vector<Intent>& intents) {
    constexpr float kLine = 72;
    ui::Rect place = begin_list(ui, "papers.list", at, kLine * static_cast<float>(view.papers.size()));
    for (std::size_t i = 0; i < view.papers.size(); ++i) {
        const PaperLine& paper = view.papers[i];
        const bool open = paper.id == view.open_id;
        ui::Rect line = place.cut_top(kLine);
        const std::string day = day_text(ui, paper.issued_on);
        if (ui::row(ui, fmt::format("papers.of.{}", i), line, ui.pick(paper.kind) + " " + day, open) && !open)
            intents.push_back(OpenPaper{paper.id});
        line = line.inset(0, 10);
        ui::text(ui, "", line.cut_top(28), ui.pick(paper.kind), {.type = ui::Type::strong, .ink = {}});
        ui::text(ui, "", line, day, {.type = ui::Type::small, .ink = ui.theme().quiet_ink});
    }
    ui::end_scroll(ui);
}

}  // namespace

void draw_shared_papers(ui::Context& ui, const PapersView& view, std::vector<Intent>& intents) {
    ui.begin_layer();
    const ui::Rect whole = ui.area();
    ui::fill(ui, whole, ui.theme().shade);
    const float height = std::min(640.0F, whole.h - 2 * ui::kGap);
    ui::Rect inside =
        ui::card(ui, {whole.center().x - kWidth / 2, whole.center().y - height / 2, kWidth, height});
    ui::heading(ui, "papers", inside.cut_top(36), ui.tr("checkin.papers_title", {view.name}));
    ui::text(ui, "", inside.cut_top(28, 12), ui.tr("checkin.papers_recorded"),
             {.type = ui::Type::small, .ink = ui.theme().quiet_ink});
    ui::Rect foot = inside.cut_bottom(ui::kButton, ui::kGap);
    draw_list(ui, inside.cut_left(kList, 24), view, intents);

    const auto open = std::ranges::find(view.papers, view.open_id, &PaperLine::id);
    if (open != view.papers.end()) {
        const float title = ui::text_height(ui, ui::Type::large, open->title, inside.w);
        ui::text(ui, "papers.title", inside.cut_top(title, 8), open->title,
                 {.type = ui::Type::large, .ink = {}});
        const float words = ui::text_height(ui, ui::Type::body, view.text, inside.w - 24);
        const ui::Rect place = begin_list(ui, "papers.page." + open->id, inside, words);
        ui::text(ui, "papers.text", {place.x, place.y, inside.w - 24, words}, view.text);
        ui::end_scroll(ui);
    }
    if (ui::button(ui, "papers.close", foot.cut_right(240), ui.tr("frame.close")) || ui.input().escape)
        intents.push_back(ClosePaper{});
    ui.end_layer();
}

}  // namespace sango::screens
