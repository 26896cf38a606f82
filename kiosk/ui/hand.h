#pragma once

#include "kiosk/ui/context.h"
#include "shared/base/result.h"

#include <functional>
#include <string_view>

namespace sango::ui {

/// A finger and a keyboard for tests and play scripts: the same input as a person's, through ImGui.
/// `frame` draws one frame of the program.
class Hand {
public:
    Hand(Context& ui, std::function<void()> frame) : ui_(ui), frame_(std::move(frame)) {}

    /// Presses the middle of what has this id; scrolls it into view first. Errors ("no_such_id",
    /// "disabled", "covered", "not_pressable") name the id and what is there instead.
    Result<> tap(std::string_view id);
    /// Taps a field, or takes the one focused if `id` is empty, and types after what it holds.
    Result<> type(std::string_view id, std::string_view text);
    /// "enter", "escape", "tab", "back_tab", "backspace", "delete", "left", "right", "up", "down", "home",
    /// "end", "page_up", "page_down", "space", "select_all", "copy", "paste", "cut". Else "no_such_key".
    Result<> key(std::string_view name);
    /// A press and a drag from one point to another, pixels of the surface.
    void drag(Point from, Point to);
    /// Draws until nothing asks for another frame at once (at most 10).
    void settle();

private:
    Context& ui_;
    std::function<void()> frame_;
};

}  // namespace sango::ui
