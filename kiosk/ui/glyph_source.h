#pragma once

#include "kiosk/ui/fonts.h"

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace sango::ui {

/// One glyph as the face draws it. Pixels; y counts down from the baseline.
struct Glyph {
    int width = 0;
    int height = 0;
    int left = 0;  ///< from the pen to the bitmap's left edge
    int top = 0;   ///< from the baseline up to the bitmap's top edge
    float advance = 0;
    std::vector<std::uint8_t> coverage;  ///< width * height bytes
    bool found = true;                   ///< false: no face has it, a box is drawn in its place
};

/// The faces, mapped into memory; the fallback is opened the first time it is needed.
class GlyphSource {
public:
    [[nodiscard]] static Result<GlyphSource> open(const FontFiles& files);
    GlyphSource(GlyphSource&&) noexcept;
    GlyphSource& operator=(GlyphSource&&) noexcept;
    ~GlyphSource();

    /// Draws one character, or a character with its variation selector, at an em of `pixels`.
    [[nodiscard]] Glyph draw(std::u32string_view cluster, int pixels, bool bold);

private:
    struct State;
    explicit GlyphSource(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace sango::ui
