#include "kiosk/screens/notice_strip.h"

#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/text.h"

#include <algorithm>

namespace sango::screens {
namespace {

ui::Outcome mark_of(Notice::Tone tone) {
    switch (tone) {
        case Notice::Tone::done:
            return ui::Outcome::yes;
        case Notice::Tone::warning:
            return ui::Outcome::ask;
        case Notice::Tone::failure:
            return ui::Outcome::no;
    }
    return ui::Outcome::no;
}

}  // namespace

void draw_notice(ui::Context& ui, ui::Rect& area, const std::optional<Notice>& notice,
                 std::vector<Intent>& intents) {
    if (!notice) return;
    const ui::Outcome mark = mark_of(notice->tone);
    const ui::Pair colors = ui::chip_colors(ui.theme(), ui::tone_of(mark));
    const std::string& words = ui.pick(notice->text);
    const float words_width = area.w - 60 - 136;
    const float words_height = ui::text_height(ui, ui::Type::body, words, words_width);
    ui::Rect strip = area.cut_top(std::max(64.0F, words_height + 24), ui::kGap);

    ui::fill(ui, strip, colors.fill, ui::kCardCorner);
    ui::outcome_mark(ui, "", strip.cut_left(60), mark, 24, "");
    const ui::Rect close = strip.cut_right(136).inset(8, (strip.h - ui::kTarget) / 2);
    ui::text(ui, "notice", strip, words, {.type = ui::Type::body, .ink = colors.ink, .middle = true});
    if (ui::button(ui, "notice.dismiss", close, ui.tr("frame.close"), {.type = ui::Type::small}))
        intents.push_back(DismissNotice{});
}

}  // namespace sango::screens
