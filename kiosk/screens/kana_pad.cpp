#include "kiosk/screens/kana_pad.h"

#include "kiosk/screens/kana_keys.h"
#include "kiosk/ui/button.h"

#include <fmt/format.h>

namespace sango::screens {

bool kana_pad(ui::Context& ui, std::string_view id, const ui::Rect& at, std::string& name) {
    constexpr float kKeyGap = 6;
    const std::string before = name;
    const auto columns = at.columns(kKanaColumns + 1, kKeyGap);
    for (std::size_t column = 0; column < kKanaColumns; ++column) {
        const auto places = columns[column].rows(kKanaRows, kKeyGap);
        for (std::size_t row = 0; row < kKanaRows; ++row) {
            const KanaKey& key = kana_keys()[column][row];
            if (key.kana.empty()) continue;
            if (ui::button(ui, fmt::format("{}.{}", id, key.id), places[row], key.kana)) name += key.kana;
        }
    }
    const auto last = columns[kKanaColumns].rows(kKanaRows, kKeyGap);
    const ui::ButtonLook small{.type = ui::Type::small};
    if (ui::button(ui, fmt::format("{}.voiced", id), last[0], ui.tr("checkin.kana_voiced"), small))
        name = with_voice_turned(name);
    if (ui::button(ui, fmt::format("{}.small", id), last[1], ui.tr("checkin.kana_small"), small))
        name = with_size_turned(name);
    if (ui::button(ui, fmt::format("{}.long", id), last[2], "ー")) name += "ー";
    if (ui::button(ui, fmt::format("{}.erase", id), last[3], ui.tr("checkin.kana_erase"), small))
        name = without_last(name);
    if (ui::button(ui, fmt::format("{}.clear", id), last[4], ui.tr("checkin.kana_clear"), small))
        name.clear();
    return name != before;
}

}  // namespace sango::screens
