#include "kiosk/ui/fonts.h"

#include "kiosk/ui/atlas.h"
#include "kiosk/ui/glyph_source.h"
#include "kiosk/ui/imgui_compat.h"
#include "shared/base/text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sango::ui {
namespace {

std::filesystem::path first_of(std::initializer_list<const char*> places) {
    for (const char* place : places) {
        std::error_code ignored;
        if (std::filesystem::exists(place, ignored)) return place;
    }
    return *places.begin();
}

/// Even, so that half-width characters (half an em) have whole pixels and stand sharp.
int em_of(Type type, float scale) {
    return 2 * static_cast<int>(std::lround(spec_of(type).size * scale / 2));
}

/// ImGui's height of a line. Lines are placed by text.h; only a field of several lines needs it to be more
/// than the em.
int height_of(Type type, float scale) {
    return type == Type::memo ? static_cast<int>(std::lround(spec_of(type).line * scale))
                              : em_of(type, scale);
}

}  // namespace

FontFiles debian_fonts() {
    return {.regular = first_of({"/usr/share/fonts/truetype/bizud-gothic/BIZUDGothic-Regular.ttf"}),
            .bold = first_of({"/usr/share/fonts/truetype/bizud-gothic/BIZUDGothic-Bold.ttf"}),
            .fallback = first_of({"/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"}),
            .fallback_bold = first_of({"/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc",
                                       "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"}),
            .icons = first_of({"/usr/share/fonts/truetype/materialdesignicons-webfont/"
                               "materialdesignicons-webfont.ttf"})};
}

struct Fonts::State {
    explicit State(GlyphSource from) : source(std::move(from)) {}

    GlyphSource source;
    Atlas atlas;
    Slots slots;
    float scale = 1;
    std::vector<ImFont*> fonts;
    bool overflowed = false;
    std::size_t glyphs = 0;
    std::u32string lacking;

    std::array<int, kTypes> ems{};

    void add(Type type, char16_t point);
    void empty();
};

void Fonts::State::empty() {
    atlas.clear();
    glyphs = 0;
    for (std::size_t i = 0; i < kTypes; ++i) {
        const auto type = static_cast<Type>(i);
        ems[i] = em_of(type, scale);
        compat::reset_font(fonts[i], ems[i], height_of(type, scale));
    }
    compat::set_white_pixel(1.0F / Atlas::kWidth, 1.0F / static_cast<float>(atlas.height()));
}

void Fonts::State::add(Type type, char16_t point) {
    ImFont* font = fonts[static_cast<std::size_t>(type)];
    const int em = ems[static_cast<std::size_t>(type)];
    const char32_t own = point;
    const std::u32string_view meaning = slots.meaning(point);
    const std::u32string_view cluster = meaning.empty() ? std::u32string_view(&own, 1) : meaning;
    const Glyph glyph = source.draw(cluster, em, spec_of(type).bold);
    if (!glyph.found && lacking.find(cluster) == std::u32string::npos) lacking += cluster;

    compat::GlyphPlace place{.advance = glyph.advance};
    if (glyph.width > 0 && glyph.height > 0) {
        const auto at = atlas.put(glyph.width, glyph.height, glyph.coverage.data());
        if (!at) {
            overflowed = true;
            return;
        }
        const bool icon = point >= kFirstIcon && point <= kLastIcon;
        // An icon stands in the middle of the line: its drawing reaches from -1/8 to 7/8 of the em.
        const float above = std::floor((font->FontSize - static_cast<float>(em)) / 2);
        const float baseline = above + std::round(static_cast<float>(em) * (icon ? 0.875F : 0.88F));
        place.x0 = static_cast<float>(glyph.left);
        place.y0 = baseline - static_cast<float>(glyph.top);
        place.x1 = place.x0 + static_cast<float>(glyph.width);
        place.y1 = place.y0 + static_cast<float>(glyph.height);
        const auto height = static_cast<float>(atlas.height());
        place.u0 = static_cast<float>(at->x) / Atlas::kWidth;
        place.v0 = static_cast<float>(at->y) / height;
        place.u1 = static_cast<float>(at->x + glyph.width) / Atlas::kWidth;
        place.v1 = static_cast<float>(at->y + glyph.height) / height;
    }
    compat::add_glyph(font, point, place);
    ++glyphs;
}

Fonts::Fonts(std::unique_ptr<State> state) : state_(std::move(state)) {}
Fonts::Fonts(Fonts&&) noexcept = default;
Fonts& Fonts::operator=(Fonts&&) noexcept = default;
Fonts::~Fonts() = default;

Result<Fonts> Fonts::open(const FontFiles& files) {
    auto source = GlyphSource::open(files);
    if (!source) return source.error();
    auto state = std::make_unique<State>(std::move(source).value());
    std::vector<int> ems;
    for (std::size_t i = 0; i < kTypes; ++i) ems.push_back(em_of(static_cast<Type>(i), 1));
    state->fonts = compat::make_fonts(ems);
    state->empty();
    return Fonts(std::move(state));
}

void Fonts::set_scale(float scale) {
    if (scale == state_->scale) return;
    state_->scale = scale;
    state_->empty();
}

ImFont* Fonts::font(Type type, std::string_view shown) {
    ImFont* font = state_->fonts[static_cast<std::size_t>(type)];
    for (std::size_t i = 0; i < shown.size();) {
        // Valid UTF-8 of at most three bytes a character: hide() made it.
        const auto byte = [&](std::size_t at) {
            return static_cast<unsigned char>(at < shown.size() ? shown[at] : 0);
        };
        char16_t point = byte(i);
        std::size_t length = 1;
        if (point >= 0xE0) {
            point = static_cast<char16_t>((point & 0x0FU) << 12U | (byte(i + 1) & 0x3FU) << 6U |
                                          (byte(i + 2) & 0x3FU));
            length = 3;
        } else if (point >= 0xC0) {
            point = static_cast<char16_t>((point & 0x1FU) << 6U | (byte(i + 1) & 0x3FU));
            length = 2;
        }
        i += length;
        if (point > 0x20 && !compat::has_glyph(font, point)) state_->add(type, point);
    }
    return font;
}

Slots& Fonts::slots() {
    return state_->slots;
}
AtlasView Fonts::atlas() const {
    return state_->atlas.view();
}
void Fonts::uploaded() {
    state_->atlas.uploaded();
}
std::size_t Fonts::glyph_count() const {
    return state_->glyphs;
}
const std::u32string& Fonts::lacking() const {
    return state_->lacking;
}

bool Fonts::settle() {
    if (!state_->overflowed) return false;
    state_->overflowed = false;
    if (state_->atlas.grow()) {
        for (ImFont* font : state_->fonts) compat::scale_glyph_v(font, 0.5F);
        compat::set_white_pixel(1.0F / Atlas::kWidth, 1.0F / static_cast<float>(state_->atlas.height()));
    } else {
        state_->empty();
    }
    return true;
}

}  // namespace sango::ui
