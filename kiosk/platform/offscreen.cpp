#include "kiosk/platform/offscreen.h"

#include "kiosk/platform/gl.h"

#include <cstring>

#include <EGL/egl.h>
#include <EGL/eglext.h>

namespace sango::platform {
namespace {

Error no_egl(std::string_view step) {
    return error("no_egl",
                 "画面なしの描画ができません（" + std::string(step) +
                     "）。libegl1 と libegl-mesa0、libgl1-mesa-dri を入れてください。",
                 "Cannot draw without a screen (" + std::string(step) +
                     "). Install libegl1, libegl-mesa0 and libgl1-mesa-dri.");
}

}  // namespace

struct Offscreen::State {
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;
    GLuint framebuffer = 0;
    GLuint pixels = 0;
    int width = 0;
    int height = 0;

    ~State() {
        if (context != EGL_NO_CONTEXT) {
            if (framebuffer != 0) glDeleteFramebuffers(1, &framebuffer);
            if (pixels != 0) glDeleteRenderbuffers(1, &pixels);
            eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
            eglDestroyContext(display, context);
        }
        // The display is the process's own and stays: Mesa loses memory when its driver is unloaded.
        if (display != EGL_NO_DISPLAY) eglReleaseThread();
    }
};

Offscreen::Offscreen(std::unique_ptr<State> state) : state_(std::move(state)) {}
Offscreen::Offscreen(Offscreen&&) noexcept = default;
Offscreen& Offscreen::operator=(Offscreen&&) noexcept = default;
Offscreen::~Offscreen() = default;

Result<Offscreen> Offscreen::open(int width, int height) {
    auto state = std::make_unique<State>();
    state->width = width;
    state->height = height;
    const auto platform_display =
        reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(eglGetProcAddress("eglGetPlatformDisplayEXT"));
    if (platform_display == nullptr) return no_egl("eglGetPlatformDisplayEXT");
    state->display = platform_display(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
    if (state->display == EGL_NO_DISPLAY || eglInitialize(state->display, nullptr, nullptr) != EGL_TRUE)
        return no_egl("eglInitialize");
    if (eglBindAPI(EGL_OPENGL_API) != EGL_TRUE) return no_egl("eglBindAPI");
    const EGLint wanted[] = {EGL_SURFACE_TYPE, EGL_PBUFFER_BIT, EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT,
                             EGL_NONE};
    EGLConfig config = nullptr;
    EGLint count = 0;
    if (eglChooseConfig(state->display, wanted, &config, 1, &count) != EGL_TRUE || count < 1)
        return no_egl("eglChooseConfig");
    const EGLint version[] = {EGL_CONTEXT_MAJOR_VERSION,
                              3,
                              EGL_CONTEXT_MINOR_VERSION,
                              3,
                              EGL_CONTEXT_OPENGL_PROFILE_MASK,
                              EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                              EGL_NONE};
    state->context = eglCreateContext(state->display, config, EGL_NO_CONTEXT, version);
    if (state->context == EGL_NO_CONTEXT ||
        eglMakeCurrent(state->display, EGL_NO_SURFACE, EGL_NO_SURFACE, state->context) != EGL_TRUE)
        return no_egl("eglCreateContext");
    glGenRenderbuffers(1, &state->pixels);
    glBindRenderbuffer(GL_RENDERBUFFER, state->pixels);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
    glGenFramebuffers(1, &state->framebuffer);
    glBindFramebuffer(GL_FRAMEBUFFER, state->framebuffer);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, state->pixels);
    if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) return no_egl("framebuffer");
    return Offscreen(std::move(state));
}

int Offscreen::width() const {
    return state_->width;
}
int Offscreen::height() const {
    return state_->height;
}

void Offscreen::finish() const {
    glFinish();
}

Image Offscreen::pixels() const {
    const auto width = static_cast<std::size_t>(state_->width);
    const auto height = static_cast<std::size_t>(state_->height);
    Image image{state_->width, state_->height, std::vector<std::uint8_t>(width * height * 3)};
    std::vector<std::uint8_t> upward(width * height * 3);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, state_->width, state_->height, GL_RGB, GL_UNSIGNED_BYTE, upward.data());
    for (std::size_t row = 0; row < height; ++row)
        std::memcpy(image.rgb.data() + row * width * 3, upward.data() + (height - 1 - row) * width * 3,
                    width * 3);
    return image;
}

}  // namespace sango::platform
