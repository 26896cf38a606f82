#include "kiosk/ui/imgui_compat.h"

#include <iterator>

#include <imgui_internal.h>

namespace sango::ui::compat {
namespace {

constexpr ImWchar kBlank = ' ';

bool build(ImFontAtlas* atlas) {
    atlas->TexWidth = 4;
    atlas->TexHeight = 4;
    atlas->TexUvScale = ImVec2(0.25F, 0.25F);
    atlas->TexUvWhitePixel = ImVec2(0.5F, 0.5F);
    atlas->TexPixelsAlpha8 = static_cast<unsigned char*>(ImGui::MemAlloc(16));
    std::fill_n(atlas->TexPixelsAlpha8, 16, static_cast<unsigned char>(255));
    for (int i = 0; i < atlas->Fonts.Size; ++i) {
        const int em = static_cast<int>(atlas->Fonts[i]->FontSize);
        reset_font(atlas->Fonts[i], em, em);
    }
    atlas->TexReady = true;
    return true;
}

int index_of(const ImFont* font, char16_t point) {
    if (point >= font->IndexLookup.Size) return -1;
    const ImWchar index = font->IndexLookup[point];
    return index == static_cast<ImWchar>(-1) ? -1 : index;
}

}  // namespace

std::vector<ImFont*> make_fonts(const std::vector<int>& ems) {
    static constexpr ImFontBuilderIO kBuilder{build};
    ImFontAtlas* atlas = ImGui::GetIO().Fonts;
    atlas->FontBuilderIO = &kBuilder;
    atlas->Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
    std::vector<ImFont*> fonts;
    for (const int em : ems) {
        // AddFont wants the bytes of a face; ours are drawn elsewhere, so a byte stands for them.
        ImFontConfig config;
        config.FontData = ImGui::MemAlloc(1);
        config.FontDataSize = 1;
        config.SizePixels = static_cast<float>(em);
        ImFont* font = atlas->AddFont(&config);
        font->FontSize = static_cast<float>(em);
        fonts.push_back(font);
    }
    for (int i = 0; i < atlas->Fonts.Size; ++i) {
        atlas->Fonts[i]->ContainerAtlas = atlas;
        atlas->Fonts[i]->ConfigData = &atlas->ConfigData[i];
        atlas->Fonts[i]->ConfigDataCount = 1;
    }
    atlas->Build();
    return fonts;
}

void reset_font(ImFont* font, int em, int height) {
    font->ContainerAtlas = ImGui::GetIO().Fonts;
    font->Glyphs.clear();
    font->IndexLookup.clear();
    font->IndexAdvanceX.clear();
    font->FontSize = static_cast<float>(height);
    // BIZ UDGothic: 880 of 1000 above the baseline.
    font->Ascent = static_cast<float>(height) * 0.88F;
    font->Descent = -static_cast<float>(height) * 0.12F;
    font->FallbackGlyph = nullptr;
    font->FallbackChar = kBlank;
    font->EllipsisChar = static_cast<ImWchar>(-1);
    font->DotChar = static_cast<ImWchar>(-1);
    font->DirtyLookupTables = false;
    add_glyph(font, kBlank, {.advance = static_cast<float>(em) / 2});
}

void set_white_pixel(float u, float v) {
    ImGui::GetIO().Fonts->TexUvWhitePixel = ImVec2(u, v);
}

bool has_glyph(const ImFont* font, char16_t point) {
    return index_of(font, point) >= 0;
}

void add_glyph(ImFont* font, char16_t point, const GlyphPlace& p) {
    font->AddGlyph(nullptr, point, p.x0, p.y0, p.x1, p.y1, p.u0, p.v0, p.u1, p.v1, p.advance);
    font->GrowIndex(point + 1);
    font->IndexLookup[point] = static_cast<ImWchar>(font->Glyphs.Size - 1);
    font->IndexAdvanceX[point] = p.advance;
    font->Glyphs.back().Visible = p.x1 > p.x0 && p.y1 > p.y0;
    font->DirtyLookupTables = false;
    // The glyphs may have moved in memory.
    font->FallbackGlyph = &font->Glyphs[index_of(font, kBlank)];
    font->FallbackAdvanceX = font->FallbackGlyph->AdvanceX;
}

void scale_glyph_v(ImFont* font, float factor) {
    for (ImFontGlyph& glyph : font->Glyphs) {
        glyph.V0 *= factor;
        glyph.V1 *= factor;
    }
}

#if IMGUI_VERSION_NUM < 18700
void feed_pointer(float x, float y) {
    ImGui::GetIO().MousePos = ImVec2(x, y);
}
void feed_button(bool down) {
    ImGui::GetIO().MouseDown[0] = down;
}
void feed_wheel(float notches) {
    ImGui::GetIO().MouseWheel += notches;
}
#else
void feed_pointer(float x, float y) {
    ImGui::GetIO().AddMousePosEvent(x, y);
}
void feed_button(bool down) {
    ImGui::GetIO().AddMouseButtonEvent(0, down);
}
void feed_wheel(float notches) {
    ImGui::GetIO().AddMouseWheelEvent(0, notches);
}
#endif

namespace {
ImGuiKey key_of(Key key) {
    switch (key) {
        case Key::tab:
            return ImGuiKey_Tab;
        case Key::left:
            return ImGuiKey_LeftArrow;
        case Key::right:
            return ImGuiKey_RightArrow;
        case Key::up:
            return ImGuiKey_UpArrow;
        case Key::down:
            return ImGuiKey_DownArrow;
        case Key::page_up:
            return ImGuiKey_PageUp;
        case Key::page_down:
            return ImGuiKey_PageDown;
        case Key::home:
            return ImGuiKey_Home;
        case Key::end:
            return ImGuiKey_End;
        case Key::del:
            return ImGuiKey_Delete;
        case Key::backspace:
            return ImGuiKey_Backspace;
        case Key::space:
            return ImGuiKey_Space;
        case Key::enter:
            return ImGuiKey_Enter;
        case Key::escape:
            return ImGuiKey_Escape;
        case Key::a:
            return ImGuiKey_A;
        case Key::c:
            return ImGuiKey_C;
        case Key::v:
            return ImGuiKey_V;
        case Key::x:
            return ImGuiKey_X;
        case Key::z:
            return ImGuiKey_Z;
    }
    return ImGuiKey_Escape;
}
}  // namespace

#if IMGUI_VERSION_NUM < 18700
void feed_key(Key key, bool down, bool control, bool shift) {
    ImGuiIO& io = ImGui::GetIO();
    const ImGuiKey named = key_of(key);
    if (io.KeyMap[named] < 0) io.KeyMap[named] = named;  // no window: our own numbers
    io.KeysDown[io.KeyMap[named]] = down;
    io.KeyCtrl = control;
    io.KeyShift = shift;
}
bool key_pressed(Key key) {
    const int native = ImGui::GetIO().KeyMap[key_of(key)];
    return native >= 0 && ImGui::IsKeyPressed(native);
}
#else
void feed_key(Key key, bool down, bool control, bool shift) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiMod_Ctrl, control);
    io.AddKeyEvent(ImGuiMod_Shift, shift);
    io.AddKeyEvent(key_of(key), down);
}
bool key_pressed(Key key) {
    return ImGui::IsKeyPressed(key_of(key));
}
#endif

std::u16string waiting_characters() {
    std::u16string out;
    for (const ImWchar character : ImGui::GetIO().InputQueueCharacters)
        out += static_cast<char16_t>(character);
    return out;
}

std::u16string take_waiting_characters() {
    std::u16string out = waiting_characters();
    ImGui::GetIO().InputQueueCharacters.resize(0);
    return out;
}

void forget_undo(unsigned int field) {
    ImGuiInputTextState* state = ImGui::GetInputTextState(field);
    if (state == nullptr) return;
#if IMGUI_VERSION_NUM < 19130
    auto& undo = state->Stb.undostate;
#else
    auto& undo = state->Stb->undostate;
#endif
    undo.undo_point = 0;
    undo.undo_char_point = 0;
    undo.redo_point = static_cast<short>(std::size(undo.undo_rec));
    undo.redo_char_point = static_cast<int>(std::size(undo.undo_char));
}

ClipboardThroughSlots::ClipboardThroughSlots(Slots& slots) : slots_(slots) {
    ImGuiIO& io = ImGui::GetIO();
    get_ = io.GetClipboardTextFn;
    set_ = io.SetClipboardTextFn;
    data_ = io.ClipboardUserData;
    io.GetClipboardTextFn = get;
    io.SetClipboardTextFn = set;
    io.ClipboardUserData = this;
}

ClipboardThroughSlots::~ClipboardThroughSlots() {
    ImGuiIO& io = ImGui::GetIO();
    io.GetClipboardTextFn = get_;
    io.SetClipboardTextFn = set_;
    io.ClipboardUserData = data_;
}

const char* ClipboardThroughSlots::get(void* self) {
    auto& own = *static_cast<ClipboardThroughSlots*>(self);
    const char* text = own.get_ != nullptr ? own.get_(own.data_) : nullptr;
    if (text == nullptr) return nullptr;
    own.text_ = own.slots_.hide(text);
    return own.text_.c_str();
}

void ClipboardThroughSlots::set(void* self, const char* text) {
    auto& own = *static_cast<ClipboardThroughSlots*>(self);
    if (own.set_ != nullptr) own.set_(own.data_, own.slots_.restore(text).c_str());
}

}  // namespace sango::ui::compat
