#pragma once

#include "kiosk/ui/context.h"

#include <functional>

namespace sango::ui {

/// One frame: reads ImGui's input, draws, closes the frame (ImGui::Render). The renderer then takes
/// ImGui::GetDrawData(). Width and height in pixels of the surface.
void run_frame(Context& ui, float width, float height, const std::function<void(Context&)>& draw);

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
