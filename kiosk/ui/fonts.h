#pragma once

#include "kiosk/ui/icon.h"
#include "kiosk/ui/slots.h"
#include "kiosk/ui/type.h"
#include "shared/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

struct ImFont;

namespace sango::ui {

/// Where the faces lie. Debian's places by default; the first that exists of each list counts.
struct FontFiles {
    std::filesystem::path regular;  ///< BIZ UDGothic
    std::filesystem::path bold;
    std::filesystem::path fallback;  ///< Noto Sans CJK, for what BIZ UDGothic lacks; may be empty
    std::filesystem::path fallback_bold;
    std::filesystem::path icons;  ///< Material Design Icons
};
[[nodiscard]] FontFiles debian_fonts();

/// One coverage byte a pixel; what changed since the renderer last took it.
struct AtlasView {
    int width = 0;
    int height = 0;
    std::span<const std::uint8_t> pixels;
    int dirty_top = 0;  ///< rows [top, bottom) are to be uploaded
    int dirty_bottom = 0;
    std::uint64_t shape = 0;  ///< changes when the size did: a new texture is needed
};

/// Glyphs are drawn the first time a text needs them, before it is measured: no text waits for a frame,
/// and a start pays only for the characters of its first screen. The faces are mapped, not read.
class Fonts {
public:
    /// Registers one font per Type with the current ImGui context, which must outlive the fonts.
    /// Fails ("no_font") with the package to install when BIZ UDGothic or the icons are missing.
    [[nodiscard]] static Result<Fonts> open(const FontFiles& files);
    Fonts(Fonts&&) noexcept;
    Fonts& operator=(Fonts&&) noexcept;
    ~Fonts();

    /// All sizes are to be drawn at this scale from now on (1 to 2). Empties the atlas if it changes.
    /// Between frames only.
    void set_scale(float scale);

    /// The font of this type, with every character of `shown` (UTF-8, no character above U+FFFF) in it.
    [[nodiscard]] ImFont* font(Type type, std::string_view shown);
    /// `text` as ImGui can draw it: what needs a slot has one (see slots.h).
    [[nodiscard]] std::string shown(std::string_view text) { return slots().hide(text); }
    [[nodiscard]] Slots& slots();

    [[nodiscard]] AtlasView atlas() const;
    /// The renderer has the dirty rows now.
    void uploaded();
    /// A text did not fit any more: grows or empties the atlas between frames; true if a frame is due.
    [[nodiscard]] bool settle();
    /// Glyphs drawn so far; and characters no face had (drawn as □).
    [[nodiscard]] std::size_t glyph_count() const;
    [[nodiscard]] const std::u32string& lacking() const;

private:
    struct State;
    explicit Fonts(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace sango::ui
