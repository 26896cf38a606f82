#pragma once

#include "kiosk/ui/button.h"
#include "kiosk/ui/context.h"

#include <string_view>

namespace sango::ui {

/// Over the shaded screen, which is drawn but not reachable. Draw it last in the frame, for as long as
/// it is open; whether it is open is the screen's state. Escape cancels.
struct DialogWords {
    std::string_view title = {};
    std::string_view sentence =
        {};  ///< names what will happen, to whom: "山田 花子さんの受付を取り消します。"
    std::string_view confirm = {};  ///< the verb: "取り消す"
    std::string_view cancel = {};
    bool danger = false;                 ///< destroys or takes something back
    std::string_view why_disabled = {};  ///< greys the confirm button
};
enum class Answer { none, confirmed, cancelled };

/// A sentence and two buttons; ids "<id>", "<id>.sentence", "<id>.confirm", "<id>.cancel".
[[nodiscard]] Answer dialog(Context& ui, std::string_view id, const DialogWords& words);

/// A dialog with contents of its own: `height` px of content (a text field for a reason, a number pad)
/// between sentence and buttons. Draw the contents into the returned place, then call end_dialog.
[[nodiscard]] Rect begin_dialog(Context& ui, std::string_view id, const DialogWords& words, float height,
                                float width = 640);
[[nodiscard]] Answer end_dialog(Context& ui, std::string_view id, const DialogWords& words);

/// A page that may be opened while a dialog is: over it and shading it, so that the dialog is found again as
/// it was.
void begin_page(Context& ui);
void end_page(Context& ui);

/// What must be read and reached whatever dialog is open: drawn over all of them, in none of their shade.
/// Draw last, under no dialog; no text field inside. `at`: what it covers; nothing under it can be pressed
/// through it.
void begin_over(Context& ui, std::string_view id, const Rect& at);
void end_over(Context& ui);

/// A strip at the foot of the screen: what was done, and a way back. True when `action` was pressed; no
/// action, no button. Ids "<id>" and "<id>.action". How long it stays is the screen's decision.
[[nodiscard]] bool toast(Context& ui, std::string_view id, std::string_view sentence,
                         std::string_view action = {}, Tone tone = Tone::neutral);

}  // namespace sango::ui
