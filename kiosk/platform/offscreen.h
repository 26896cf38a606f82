#pragma once

#include "kiosk/platform/png_writer.h"
#include "shared/base/result.h"

#include <memory>

namespace sango::platform {

/// A surface that no one sees: EGL without any display server, a framebuffer object, glReadPixels. For
/// play scripts, tests and pictures. One a thread.
class Offscreen {
public:
    /// Fails ("no_egl") with what to install where EGL has no software driver.
    [[nodiscard]] static Result<Offscreen> open(int width, int height);
    Offscreen(Offscreen&&) noexcept;
    Offscreen& operator=(Offscreen&&) noexcept;
    ~Offscreen();

    [[nodiscard]] int width() const;
    [[nodiscard]] int height() const;
    /// Waits until everything that was drawn stands in the picture.
    void finish() const;
    /// The picture as drawn last.
    [[nodiscard]] Image pixels() const;

private:
    struct State;
    explicit Offscreen(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace sango::platform
