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

void draw_notice_in(ui::Context& ui, ui::Rect at, const Notice& notice, std::vector<Intent>& intents) {
    const ui::Outcome mark = mark_of(notice.tone);
    const ui::Pair colors = ui::chip_colors(ui.theme(), ui::tone_of(mark));
    const std::string& words = ui.pick(notice.text);
    ui::fill(ui, at, colors.fill, std::min(ui::kCardCorner, at.h / 4));
    ui::outcome_mark(ui, "", at.cut_left(48), mark, 22, "");
    const ui::Rect close = at.cut_right(112).inset(0, (at.h - ui::kTarget) / 2);
    at.cut_right(12);
    const std::size_t lines = at.h < 56 ? 1 : 2;
    const ui::Type type = ui::fit_text(ui, {ui::Type::body, ui::Type::small}, words, at.w, lines);
    ui::text(ui, "notice", at, words, {.type = type, .ink = colors.ink, .middle = true});
    if (ui::button(ui, "notice.dismiss", close, ui.tr("frame.close"), {.type = ui::Type::small}))
        intents.push_back(DismissNotice{});
}

void draw_notice(ui::Context& ui, ui::Rect& area, const std::optional<Notice>& notice,
                 std::vector<Intent>& intents) {
    if (!notice) return;
    const float words_width = area.w - 48 - 124 - 8;
    const float words_height = ui::text_height(ui, ui::Type::body, ui.pick(notice->text), words_width);
    ui::Rect strip = area.cut_top(std::max(64.0F, words_height + 24), ui::kGap);
    draw_notice_in(ui, strip, *notice, intents);
}

}  // namespace sango::screens
