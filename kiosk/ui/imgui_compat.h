#pragma once

// What changes between Dear ImGui 1.86 (Debian 12) and 1.91 (Debian 13) is in this header and its source, and
// nowhere else. ImWchar is 16 bit in both packages; IMGUI_USE_WCHAR32 must never be defined against them.

#include "kiosk/ui/fonts.h"

#include <string>
#include <string_view>
#include <vector>

#include <imgui.h>

namespace sango::ui::compat {

static_assert(sizeof(ImWchar) == 2, "The packaged ImGui holds 16-bit characters");

/// Fonts of ours in ImGui's atlas. ImGui's own builders are not used: glyphs are added one by one.
/// Leaves one font per size (em, pixels) that has nothing but a blank, and a built atlas of 4x4 pixels.
[[nodiscard]] std::vector<ImFont*> make_fonts(const std::vector<int>& ems);
/// Forgets all glyphs; the font is as after make_fonts, its blank half of `em` wide, its lines `height` high.
void reset_font(ImFont* font, int em, int height);
/// Where the atlas' white pixel is now (texture coordinates).
void set_white_pixel(float u, float v);
[[nodiscard]] bool has_glyph(const ImFont* font, char16_t point);
struct GlyphPlace {
    float x0 = 0, y0 = 0, x1 = 0, y1 = 0;  ///< pixels from the pen at the top of the line
    float u0 = 0, v0 = 0, u1 = 0, v1 = 0;
    float advance = 0;
};
void add_glyph(ImFont* font, char16_t point, const GlyphPlace& place);
/// The atlas grew: all texture heights times `factor`.
void scale_glyph_v(ImFont* font, float factor);

/// Input, put there directly (1.86) or through the event queue (1.87 and later).
void feed_pointer(float x, float y);
void feed_button(bool down);
void feed_wheel(float notches);
enum class Key {
    tab,
    left,
    right,
    up,
    down,
    page_up,
    page_down,
    home,
    end,
    del,
    backspace,
    space,
    enter,
    escape,
    a,
    c,
    v,
    x,
    z
};
void feed_key(Key key, bool down, bool control = false, bool shift = false);
/// A key went down in this frame, or repeats.
[[nodiscard]] bool key_pressed(Key key);
/// Characters waiting for this frame.
[[nodiscard]] std::u16string waiting_characters();
/// Takes them away.
[[nodiscard]] std::u16string take_waiting_characters();
/// Forgets what an edited field could undo: its text was changed past ImGui.
void forget_undo(unsigned int field);

/// While it lives, ImGui's clipboard holds slots inside and real characters outside.
class ClipboardThroughSlots {
public:
    explicit ClipboardThroughSlots(Slots& slots);
    ~ClipboardThroughSlots();
    ClipboardThroughSlots(const ClipboardThroughSlots&) = delete;
    ClipboardThroughSlots& operator=(const ClipboardThroughSlots&) = delete;

private:
    static const char* get(void* self);
    static void set(void* self, const char* text);

    Slots& slots_;
    const char* (*get_)(void*);
    void (*set_)(void*, const char*);
    void* data_;
    std::string text_;
};

}  // namespace sango::ui::compat
