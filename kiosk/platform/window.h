#pragma once

#include "kiosk/ui/context.h"
#include "shared/base/result.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace sango::platform {

struct WindowSpec {
    std::string title = "Sango";
    int width = 1280;
    int height = 800;
    bool whole_screen = false;  ///< undecorated and as large as the monitor, as in the kiosk session
};

/// One window with OpenGL 3.3 and ImGui's input on it (GLFW; under X11 text comes through XIM). One a
/// program, on the thread of main.
class Window {
public:
    /// After ui::Session. Fails ("no_display") where there is no display, or no OpenGL 3.3.
    [[nodiscard]] static Result<Window> open(const WindowSpec& spec);
    Window(Window&&) noexcept;
    Window& operator=(Window&&) noexcept;
    ~Window();

    /// Sleeps until input, a wake() or `longest` (for ever if none). A frame is due after it.
    void wait(std::optional<std::chrono::milliseconds> longest);
    /// Takes the input there is without sleeping.
    void poll();
    /// Ends a wait(), from any thread: a worker has something to show.
    static void wake();

    /// Before ui::run_frame: hands the input to ImGui.
    void begin_frame(ui::Context& ui);
    /// After Renderer::draw: shows the frame.
    void present();

    [[nodiscard]] int width() const;  ///< pixels
    [[nodiscard]] int height() const;
    [[nodiscard]] bool closed() const;  ///< the person or the session wants it gone
    void close();

private:
    struct State;
    explicit Window(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace sango::platform
