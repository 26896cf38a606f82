#pragma once

#include "kiosk/ui/context.h"
#include "kiosk/ui/icon.h"

#include <string_view>

namespace sango::ui {

/// A white card with a thin border. Returns its inside (16 px in).
Rect card(Context& ui, const Rect& at);

struct CardLook {
    bool selected = false;           ///< a ring in `ring`
    std::optional<Color> ring = {};  ///< accent if none; a municipality's colour
    bool alarm = false;              ///< a ring in the alarm colour, selected or not
    std::string_view why_disabled = {};
};
/// A card that can be pressed as a whole (a mother, a municipality). Draws its ground; the caller draws
/// the contents on top into `*inside`. `words` is what it says to a screen reader and in the registry.
[[nodiscard]] bool card_button(Context& ui, std::string_view id, const Rect& at, std::string_view words,
                               Rect* inside, const CardLook& look = {});

/// A row of a list: thin line below, the whole of it pressable. The caller draws the contents into `at`.
[[nodiscard]] bool row(Context& ui, std::string_view id, const Rect& at, std::string_view words,
                       bool selected = false);
/// The same without being pressable.
void plain_row(Context& ui, std::string_view id, const Rect& at, std::string_view words);

/// A thin line across the top edge of `at`.
void divider(Context& ui, const Rect& at);

/// What will appear here, where a list is empty: an icon, a sentence, in the middle of `at`.
void empty_state(Context& ui, std::string_view id, const Rect& at, Icon icon, std::string_view sentence);

/// Fills. The ground of a screen, the bar, the rail.
void fill(Context& ui, const Rect& at, Color color, float corner = 0);
void outline(Context& ui, const Rect& at, Color color, float corner, float thickness = 1);
/// A dashed line around what is not there yet.
void dashed_outline(Context& ui, const Rect& at, Color color, float corner, float thickness = 3);
/// Slanted stripes, for what is closed.
void stripes(Context& ui, const Rect& at, Color color);

}  // namespace sango::ui
