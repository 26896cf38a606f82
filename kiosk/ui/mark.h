#pragma once

#include "kiosk/ui/context.h"
#include "kiosk/ui/icon.h"

#include <string_view>

namespace sango::ui {

/// The answer of a rule: ○ yes, △ yes but look or ask, × no.
enum class Outcome { yes, ask, no };
[[nodiscard]] Tone tone_of(Outcome outcome);

/// ○ △ × drawn as a shape, filling a circle of `size` px in the middle of `at`. `words` is what it says
/// to a screen reader ("はい", "要確認"): the caller draws a word beside it.
void outcome_mark(Context& ui, std::string_view id, const Rect& at, Outcome outcome, float size,
                  std::string_view words);

struct ChipLook {
    Tone tone = Tone::neutral;
    Icon icon = Icon::none;
    std::optional<Outcome> mark = {};  ///< ○ △ × before the words
};
/// A pill of 36 px with a shape and words, as wide as it needs, its left edge (right edge with
/// `from_right`) at `at`, centred in its height. Returns the place it took. Too long for `at`: it wraps
/// inside and grows.
Rect chip(Context& ui, std::string_view id, const Rect& at, std::string_view words, const ChipLook& look = {},
          bool from_right = false);
/// The same, 48 px, pressable (emergency, staff, an alert to acknowledge).
[[nodiscard]] bool chip_button(Context& ui, std::string_view id, const Rect& at, std::string_view words,
                               const ChipLook& look = {}, bool from_right = false, Rect* took = nullptr);
[[nodiscard]] float chip_width(Context& ui, std::string_view words, const ChipLook& look = {});

/// A bar of `share` (0 to 1). `words` ("5/7") go to the registry; the caller draws them beside it.
void progress(Context& ui, std::string_view id, const Rect& at, double share, std::string_view words,
              std::optional<Color> color = {});
/// `done` of `total` pieces.
void segments(Context& ui, std::string_view id, const Rect& at, int done, int total, std::string_view words,
              std::optional<Color> color = {});

}  // namespace sango::ui
