#pragma once

#include "kiosk/ui/context.h"

#include <functional>
#include <string_view>

namespace sango::ui {

/// One frame: reads ImGui's input, draws, closes the frame (ImGui::Render). The renderer then takes
/// ImGui::GetDrawData(). Width and height in pixels of the surface.
void run_frame(Context& ui, float width, float height, const std::function<void(Context&)>& draw);

/// Typed characters (an input method's, a scanner's) for the next frame. All text input goes through
/// here: ImGui's own queue turns 𠮷 into U+FFFD.
void feed_text(Context& ui, std::string_view text);

/// ImGui without files, without its own keyboard navigation, with no look of its own. Makes the current
/// ImGui context; the only one. Destroyed with the object.
class Session {
public:
    Session();
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
};

}  // namespace sango::ui
