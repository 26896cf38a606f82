#pragma once

#include "kiosk/ui/context.h"
#include "shared/base/result.h"

#include <memory>

namespace sango::platform {

/// Draws a frame into the framebuffer that is bound, with the OpenGL 3 context that is current. The
/// same path for a window and for an off-screen surface.
class Renderer {
public:
    /// After ui::Session and a GL context exist; both outlive it. Fails ("no_gl").
    [[nodiscard]] static Result<Renderer> open();
    Renderer(Renderer&&) noexcept;
    Renderer& operator=(Renderer&&) noexcept;
    ~Renderer();

    /// Draws what ui::run_frame left behind: new glyphs and pictures go up first. Width and height in
    /// pixels of the surface.
    void draw(ui::Context& ui, int width, int height);

private:
    struct State;
    explicit Renderer(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace sango::platform
