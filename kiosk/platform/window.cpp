#include "kiosk/platform/window.h"

#include "kiosk/ui/frame.h"
#include "shared/base/text.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <imgui.h>

namespace sango::platform {

struct Window::State {
    bool library = false;
    GLFWwindow* window = nullptr;
    bool backend = false;
    std::string typed;  ///< UTF-8, since the last frame

    ~State() {
        if (backend) ImGui_ImplGlfw_Shutdown();
        if (window != nullptr) glfwDestroyWindow(window);
        if (library) glfwTerminate();
    }

    /// Characters come here and not to ImGui, whose queue cannot hold those above U+FFFF.
    static void on_character(GLFWwindow* window, unsigned int point) {
        append_utf8(static_cast<State*>(glfwGetWindowUserPointer(window))->typed,
                    static_cast<char32_t>(point));
    }
};

Window::Window(std::unique_ptr<State> state) : state_(std::move(state)) {}
Window::Window(Window&&) noexcept = default;
Window& Window::operator=(Window&&) noexcept = default;
Window::~Window() = default;

Result<Window> Window::open(const WindowSpec& spec) {
    auto state = std::make_unique<State>();
    state->library = glfwInit() == GLFW_TRUE;
    if (!state->library)
        return error("no_display",
                     "画面につながりません。DISPLAY を確かめるか、--headless で起動してください。",
                     "There is no display. Check DISPLAY, or start with --headless.");
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    int width = spec.width;
    int height = spec.height;
    if (spec.whole_screen) {
        glfwWindowHint(GLFW_DECORATED, GLFW_FALSE);
        glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);
        if (GLFWmonitor* monitor = glfwGetPrimaryMonitor(); monitor != nullptr)
            if (const GLFWvidmode* mode = glfwGetVideoMode(monitor); mode != nullptr) {
                width = mode->width;
                height = mode->height;
            }
    }
    state->window = glfwCreateWindow(width, height, spec.title.c_str(), nullptr, nullptr);
    if (state->window == nullptr)
        return error("no_display", "OpenGL 3.3 の画面を開けません。libgl1-mesa-dri を入れてください。",
                     "Cannot open a window with OpenGL 3.3. Install libgl1-mesa-dri.");
    if (spec.whole_screen) glfwSetWindowPos(state->window, 0, 0);
    glfwMakeContextCurrent(state->window);
    glfwSwapInterval(1);
    glfwSetWindowUserPointer(state->window, state.get());
    state->backend = ImGui_ImplGlfw_InitForOpenGL(state->window, true);
    glfwSetCharCallback(state->window, State::on_character);
    return Window(std::move(state));
}

void Window::wait(std::optional<std::chrono::milliseconds> longest) {
    if (!longest)
        glfwWaitEvents();
    else if (longest->count() > 0)
        glfwWaitEventsTimeout(std::chrono::duration<double>(*longest).count());
    else
        glfwPollEvents();
}

void Window::poll() {
    glfwPollEvents();
}
void Window::wake() {
    glfwPostEmptyEvent();
}

void Window::begin_frame(ui::Context& ui) {
    ImGui_ImplGlfw_NewFrame();
    if (!state_->typed.empty()) ui::feed_text(ui, std::exchange(state_->typed, std::string()));
}

void Window::present() {
    glfwSwapBuffers(state_->window);
}

int Window::width() const {
    int width = 0;
    glfwGetFramebufferSize(state_->window, &width, nullptr);
    return width;
}
int Window::height() const {
    int height = 0;
    glfwGetFramebufferSize(state_->window, nullptr, &height);
    return height;
}
bool Window::closed() const {
    return glfwWindowShouldClose(state_->window) == GLFW_TRUE;
}
void Window::close() {
    glfwSetWindowShouldClose(state_->window, GLFW_TRUE);
}

}  // namespace sango::platform
