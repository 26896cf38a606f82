#pragma once

#include "kiosk/ui/layout.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sango::ui {

enum class Role {
    button,
    tile,
    chip,
    text,
    heading,
    field,
    checkbox,
    choice,
    row,
    card,
    progress,
    mark,
    dialog,
    toast,
    rail,
    chart,
    picture,
    scroll,
};
/// "button", "text", ...: stable, for `list` and tests.
[[nodiscard]] std::string_view role_text(Role role);

/// One thing on the screen in this frame. Tests, play scripts and screen readers know the screen by
/// these and by nothing else.
struct Entry {
    std::string id = {};  ///< stable dotted words, "checkin.confirm"; empty for text that no one asks for
    Role role = Role::text;
    std::string text = {};  ///< what it says, in the language shown; a field's value; "5/7" of a bar
    Rect at = {};           ///< pixels of the surface (not design pixels), before clipping
    Rect seen = {};         ///< the part of it that a scroll area lets be seen; set by the context
    bool pressable = false;
    bool enabled = true;
    std::string why = {};  ///< why it is greyed, as drawn; empty while enabled
    std::optional<bool> checked = {};
    bool selected = false;
    bool focused = false;
    bool visible = true;   ///< false while scrolled out of its area
    bool covered = false;  ///< true under a dialog: seen, not reachable
    int layer = 0;         ///< 0 the screen, 1 a dialog over it
};

/// "disabled: あと2件を直すと押せます", "checked", "selected focused", "" ...: words in a fixed order.
[[nodiscard]] std::string state_text(const Entry& entry);

/// What is on the screen. Filled anew each frame; between frames it holds the last whole frame.
class Registry {
public:
    void begin_frame();
    void add(Entry entry);

    [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
    /// The entry with this id, the topmost if there are several; nullptr if it is not on the screen.
    [[nodiscard]] const Entry* find(std::string_view id) const;
    /// Ids that two entries of one frame share: always a mistake of the screen.
    [[nodiscard]] std::vector<std::string> duplicates() const;
    /// One line an entry that has an id, in drawing order: id, role, "text", state, x,y wxh; tabs between.
    [[nodiscard]] std::string list() const;

private:
    std::vector<Entry> entries_ = {};
};

}  // namespace sango::ui
