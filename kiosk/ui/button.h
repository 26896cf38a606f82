#pragma once

#include "kiosk/ui/context.h"
#include "kiosk/ui/icon.h"

#include <span>
#include <string_view>

namespace sango::ui {

enum class ButtonKind {
    primary,  ///< coral: the one action that moves things on, one a screen
    quiet,    ///< everything else
    danger,   ///< only in a dialog
    plain,    ///< a word without a box, for "show more"
};

struct ButtonLook {
    ButtonKind kind = ButtonKind::quiet;
    Icon icon = Icon::none;
    std::string_view why_disabled = {};  ///< not empty: greyed, and the reason stands in it
    bool selected = false;               ///< a pressed-in choice: filled coral with its word
    Type type = Type::large;
    std::string_view says = {};  ///< to a screen reader and the registry, where an icon stands without words
};

/// A button; true when it was pressed. 52 to 64 px high; never less than 48 either way. Long words take
/// a second line.
[[nodiscard]] bool button(Context& ui, std::string_view id, const Rect& at, std::string_view words,
                          const ButtonLook& look = {});

struct TileLook {
    Icon icon = Icon::none;
    bool selected = false;
    std::string_view why_disabled = {};
};
/// A square with an icon over a word; selected: white with a coral ring.
[[nodiscard]] bool tile(Context& ui, std::string_view id, const Rect& at, std::string_view words,
                        const TileLook& look = {});

/// An item of the rail: icon over a word, filled while its screen is shown. `badge` (a count) may be empty.
[[nodiscard]] bool rail_item(Context& ui, std::string_view id, const Rect& at, std::string_view words,
                             Icon icon, bool selected, std::string_view badge = {});

/// One of several, side by side. Ids are "<id>.<choice id>".
struct Choice {
    std::string_view id = {};
    std::string_view words = {};
    std::string_view why_disabled = {};
};
/// `selected` is an index into choices, or -1. Returns the index pressed, or -1.
[[nodiscard]] int segmented(Context& ui, std::string_view id, const Rect& at, std::span<const Choice> choices,
                            int selected);

/// A box with a tick and a sentence; the whole of it is the target. True when it changed `checked`.
bool checkbox(Context& ui, std::string_view id, const Rect& at, std::string_view sentence, bool& checked,
              std::string_view why_disabled = {});
/// The height the sentence needs at this width (48 at least).
[[nodiscard]] float checkbox_height(Context& ui, std::string_view sentence, float width);

/// "− 80 ml +": ids "<id>.less", "<id>", "<id>.more". True when it changed `value`.
struct StepperLook {
    int least = 0;
    int most = 999;
    int step = 1;
    std::string_view unit = {};
};
bool stepper(Context& ui, std::string_view id, const Rect& at, int& value, const StepperLook& look);

/// Digits 0 to 9, optionally a point, and a key that takes one back: ids "<id>.0" ... "<id>.point",
/// "<id>.erase". `digits` grows to `most` characters. True when it changed. At least 3*64 x 4*52 px.
bool number_pad(Context& ui, std::string_view id, const Rect& at, std::string& digits, std::size_t most,
                bool point = false);

}  // namespace sango::ui
