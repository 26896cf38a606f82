#pragma once

#include "kiosk/ui/context.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sango::screens {

/// What was chosen or typed so far while something is taken back.
struct ReasonDraft {
    bool open = false;
    int chosen = -1;   ///< index into the common reasons
    std::string text;  ///< typed instead

    void begin() { *this = {.open = true, .chosen = -1, .text = {}}; }
};

/// Taking back asks in a sentence that names what will happen, and for the reason: a common one by one tap,
/// or one's own words. All strings in the language shown.
struct ReasonWords {
    std::string title;
    std::string sentence;
    std::string confirm;
    std::span<const std::string> common;  ///< at most 6
};

/// Draw last in the frame while `draft.open`. Returns the reason once confirmed; closes by itself.
/// Ids: <id>, <id>.sentence, <id>.reason.0 ..., <id>.text, <id>.confirm, <id>.cancel.
[[nodiscard]] std::optional<std::string> ask_reason(ui::Context& ui, std::string_view id,
                                                    const ReasonWords& words, ReasonDraft& draft);

/// Common reasons as choices in one or two rows of `at`; true when one was pressed.
bool reason_choices(ui::Context& ui, std::string_view id, const ui::Rect& at,
                    std::span<const std::string> common, int& chosen);

}  // namespace sango::screens
