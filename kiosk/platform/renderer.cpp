#include "kiosk/platform/renderer.h"

#include "kiosk/platform/damage.h"
#include "kiosk/platform/gl.h"
#include "kiosk/ui/picture.h"

#include <algorithm>
#include <array>
#include <vector>

#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

namespace sango::platform {
namespace {

ImTextureID handle_of(GLuint texture) {
    return reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(texture));
}

/// One byte a pixel, read as the given channels.
GLuint make_texture(const std::array<GLint, 4>& channels) {
    GLuint texture = 0;
    glGenTextures(1, &texture);
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, channels.data());
    return texture;
}

struct PictureTexture {
    GLuint texture = 0;
    std::uint64_t serial = 0;
    const ui::Picture* of = nullptr;
    int width = 0;
    int height = 0;
};

}  // namespace

struct Renderer::State {
    bool backend = false;
    GLuint glyphs = 0;
    std::uint64_t glyph_shape = 0;
    std::vector<PictureTexture> pictures;
    Damage damage;
    /// The picture as it stands: a frame draws into it only what changed, and it is then copied whole, since
    /// a window's own buffer need not hold what was in it before.
    GLuint standing = 0;
    GLuint standing_pixels = 0;
    int width = 0;
    int height = 0;

    ~State() {
        if (standing != 0) glDeleteFramebuffers(1, &standing);
        if (standing_pixels != 0) glDeleteRenderbuffers(1, &standing_pixels);
        for (const PictureTexture& picture : pictures) glDeleteTextures(1, &picture.texture);
        if (glyphs != 0) glDeleteTextures(1, &glyphs);
        if (backend) ImGui_ImplOpenGL3_Shutdown();
    }

    void take_glyphs(ui::Fonts& fonts) {
        const ui::AtlasView atlas = fonts.atlas();
        if (atlas.dirty_top == atlas.dirty_bottom && atlas.shape == glyph_shape) return;
        glBindTexture(GL_TEXTURE_2D, glyphs);
        glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
        if (atlas.shape != glyph_shape) {
            glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, atlas.width, atlas.height, 0, GL_RED, GL_UNSIGNED_BYTE,
                         atlas.pixels.data());
            glyph_shape = atlas.shape;
        } else {
            glTexSubImage2D(GL_TEXTURE_2D, 0, 0, atlas.dirty_top, atlas.width,
                            atlas.dirty_bottom - atlas.dirty_top, GL_RED, GL_UNSIGNED_BYTE,
                            atlas.pixels.data() + static_cast<std::ptrdiff_t>(atlas.dirty_top) * atlas.width);
        }
        fonts.uploaded();
    }

    void take_pictures(const std::vector<ui::PictureUse>& uses) {
        while (pictures.size() < uses.size())
            pictures.push_back({.texture = make_texture({GL_RED, GL_RED, GL_RED, GL_ONE})});
        for (std::size_t i = 0; i < uses.size(); ++i) {
            const ui::Picture& picture = *uses[i].picture;
            PictureTexture& own = pictures[i];
            const bool complete = picture.luminance.size() >= static_cast<std::size_t>(picture.width) *
                                                                  static_cast<std::size_t>(picture.height);
            if (!complete || (own.serial == picture.serial && own.of == &picture)) continue;
            glBindTexture(GL_TEXTURE_2D, own.texture);
            const GLint filter = uses[i].sharp ? GL_NEAREST : GL_LINEAR;
            glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
            glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, filter);
            glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
            if (own.width == picture.width && own.height == picture.height)
                glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, picture.width, picture.height, GL_RED,
                                GL_UNSIGNED_BYTE, picture.luminance.data());
            else
                glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, picture.width, picture.height, 0, GL_RED,
                             GL_UNSIGNED_BYTE, picture.luminance.data());
            own = {own.texture, picture.serial, &picture, picture.width, picture.height};
        }
    }

    [[nodiscard]] std::vector<PixelRect> changed(const ui::Context& ui, const ImDrawData& data) {
        std::vector<std::uint64_t> serials;
        for (const ui::PictureUse& use : ui.pictures())
            serials.push_back(use.picture->serial ^ reinterpret_cast<std::uintptr_t>(use.picture));
        const ui::Color ground = ui.theme().ground;
        return damage.next(
            data, width, height,
            {.colour = std::uint32_t{ground.r} << 16U | std::uint32_t{ground.g} << 8U | ground.b,
             .glyph_shape = glyph_shape,
             .pictures = serials});
    }

    void size_standing(int new_width, int new_height) {
        if (standing != 0 && new_width == width && new_height == height) return;
        width = new_width;
        height = new_height;
        if (standing == 0) {
            glGenFramebuffers(1, &standing);
            glGenRenderbuffers(1, &standing_pixels);
        }
        glBindRenderbuffer(GL_RENDERBUFFER, standing_pixels);
        glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
        glBindFramebuffer(GL_FRAMEBUFFER, standing);
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, standing_pixels);
    }

    /// Draws what lies in `rect`, on `ground`.
    void draw_part(ImDrawData& data, const PixelRect& rect, const ui::Color& ground) const {
        std::vector<ImVec4> clips;
        const ImVec4 part(static_cast<float>(rect.x), static_cast<float>(rect.y),
                          static_cast<float>(rect.x + rect.w), static_cast<float>(rect.y + rect.h));
        for (int list = 0; list < data.CmdListsCount; ++list)
            for (ImDrawCmd& command : data.CmdLists[list]->CmdBuffer) {
                clips.push_back(command.ClipRect);
                ImVec4& clip = command.ClipRect;
                clip = {std::max(clip.x, part.x), std::max(clip.y, part.y), std::min(clip.z, part.z),
                        std::min(clip.w, part.w)};
                if (clip.z <= clip.x || clip.w <= clip.y) clip = {};
            }
        glEnable(GL_SCISSOR_TEST);
        glScissor(rect.x, height - rect.y - rect.h, rect.w, rect.h);
        glClearColor(static_cast<float>(ground.r) / 255, static_cast<float>(ground.g) / 255,
                     static_cast<float>(ground.b) / 255, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        glDisable(GL_SCISSOR_TEST);
        ImGui_ImplOpenGL3_RenderDrawData(&data);
        auto clip = clips.begin();
        for (int list = 0; list < data.CmdListsCount; ++list)
            for (ImDrawCmd& command : data.CmdLists[list]->CmdBuffer) command.ClipRect = *clip++;
    }

    /// Draw commands name pictures by their number in the frame; here they get the texture.
    void name_pictures(ImDrawData& data) const {
        for (int list = 0; list < data.CmdListsCount; ++list)
            for (ImDrawCmd& command : data.CmdLists[list]->CmdBuffer) {
                const auto number = reinterpret_cast<std::uint64_t>(command.TextureId);
                if (number >= ui::kPictureTextures && number - ui::kPictureTextures < pictures.size())
                    command.TextureId = handle_of(pictures[number - ui::kPictureTextures].texture);
            }
    }
};

Renderer::Renderer(std::unique_ptr<State> state) : state_(std::move(state)) {}
Renderer::Renderer(Renderer&&) noexcept = default;
Renderer& Renderer::operator=(Renderer&&) noexcept = default;
Renderer::~Renderer() = default;

Result<Renderer> Renderer::open() {
    auto state = std::make_unique<State>();
    state->backend = ImGui_ImplOpenGL3_Init("#version 150");
    if (!state->backend || !ImGui_ImplOpenGL3_CreateDeviceObjects())
        return error("no_gl", "OpenGL 3.3 が使えません。libgl1-mesa-dri を入れてください。",
                     "OpenGL 3.3 is not available. Install libgl1-mesa-dri.");
    state->glyphs = make_texture({GL_ONE, GL_ONE, GL_ONE, GL_RED});
    // Glyphs stand on whole pixels, one texel each: taking the nearest gives the same picture in less time.
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    ImGui::GetIO().Fonts->SetTexID(handle_of(state->glyphs));
    return Renderer(std::move(state));
}

void Renderer::draw(ui::Context& ui, int width, int height) {
    ImDrawData* data = ImGui::GetDrawData();
    if (data == nullptr) return;
    GLint target = 0;
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &target);
    state_->take_glyphs(ui.fonts());
    state_->take_pictures(ui.pictures());
    state_->size_standing(width, height);
    const std::vector<PixelRect> parts = state_->changed(ui, *data);
    state_->name_pictures(*data);
    glBindFramebuffer(GL_FRAMEBUFFER, state_->standing);
    glViewport(0, 0, width, height);
    for (const PixelRect& part : parts) state_->draw_part(*data, part, ui.theme().ground);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, state_->standing);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, static_cast<GLuint>(target));
    glBlitFramebuffer(0, 0, width, height, 0, 0, width, height, GL_COLOR_BUFFER_BIT, GL_NEAREST);
    glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(target));
}

}  // namespace sango::platform
