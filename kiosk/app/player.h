#pragma once

#include "kiosk/app/kiosk.h"
#include "kiosk/devices/file_camera.h"
#include "kiosk/platform/offscreen.h"
#include "kiosk/platform/play_script.h"
#include "kiosk/platform/renderer.h"
#include "kiosk/ui/hand.h"
#include "shared/base/clock.h"

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <vector>

namespace sango::app {

/// Drives the real screens from a script, on an off-screen surface: the same frame, the same taps, the same
/// clinic thread as in a window. After each command it waits until nothing is under way and the screen has
/// settled.
class Player {
public:
    /// All outlive the player. `out` gets what `list` prints.
    Player(ui::Context& ui, platform::Offscreen& surface, platform::Renderer& renderer, Kiosk& kiosk,
           HandClock& clock, std::ostream& out);

    /// Waits for the first view, then carries out the lines. Stops at the first that fails; the error begins
    /// with the line's number. Codes: no_such_id (names it and what is there), disabled, expected (what
    /// stands there instead), ...
    [[nodiscard]] Result<Done> play(const std::vector<platform::PlayLine>& lines);

private:
    Result<Done> run(const platform::play::Tap& command);
    Result<Done> run(const platform::play::Type& command);
    Result<Done> run(const platform::play::Scan& command);
    Result<Done> run(const platform::play::Key& command);
    Result<Done> run(const platform::play::Wait& command);
    Result<Done> run(const platform::play::Shot& command);
    Result<Done> run(const platform::play::List& command);
    Result<Done> run(const platform::play::Expect& command);

    void frame();
    /// Draws until the clinic thread, the network and the screen are all at rest; `stuck` after a minute of
    /// real time.
    Result<Done> settle();

    ui::Context& ui_;
    platform::Offscreen& surface_;
    platform::Renderer& renderer_;
    Kiosk& kiosk_;
    HandClock& clock_;
    std::ostream& out_;
    devices::FileCamera camera_;
    ui::Hand hand_;
};

}  // namespace sango::app
