#include "kiosk/ui/glyph_source.h"

#include <algorithm>
#include <cmath>

#include <fcntl.h>
#include <ft2build.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include FT_FREETYPE_H

namespace sango::ui {
namespace {

/// A file mapped for reading: only the pages that are touched count as memory.
class Mapped {
public:
    explicit Mapped(const std::filesystem::path& file) {
        const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
        if (descriptor < 0) return;
        struct stat about {};
        if (::fstat(descriptor, &about) == 0 && about.st_size > 0) {
            void* at = ::mmap(nullptr, static_cast<std::size_t>(about.st_size), PROT_READ, MAP_PRIVATE,
                              descriptor, 0);
            if (at != MAP_FAILED) {
                data_ = at;
                size_ = static_cast<std::size_t>(about.st_size);
            }
        }
        ::close(descriptor);
    }
    ~Mapped() {
        if (data_ != nullptr) ::munmap(data_, size_);
    }
    Mapped(const Mapped&) = delete;
    Mapped& operator=(const Mapped&) = delete;

    [[nodiscard]] const FT_Byte* data() const { return static_cast<const FT_Byte*>(data_); }
    [[nodiscard]] FT_Long size() const { return static_cast<FT_Long>(size_); }

private:
    void* data_ = nullptr;
    std::size_t size_ = 0;
};

class Face {
public:
    Face(FT_Library library, const std::filesystem::path& file) : file_(file) {
        // Index 0 of Noto Sans CJK's collection is the Japanese one.
        if (file_.data() == nullptr ||
            FT_New_Memory_Face(library, file_.data(), file_.size(), 0, &face_) != 0)
            face_ = nullptr;
    }
    ~Face() {
        if (face_ != nullptr) FT_Done_Face(face_);
    }
    Face(const Face&) = delete;
    Face& operator=(const Face&) = delete;

    [[nodiscard]] bool usable() const { return face_ != nullptr; }
    [[nodiscard]] FT_Face get() const { return face_; }
    /// 0: this face does not have it.
    [[nodiscard]] FT_UInt index(std::u32string_view cluster) const {
        if (face_ == nullptr || cluster.empty()) return 0;
        if (cluster.size() > 1) {
            const FT_UInt variant = FT_Face_GetCharVariantIndex(face_, cluster[0], cluster[1]);
            if (variant != 0) return variant;
        }
        return FT_Get_Char_Index(face_, cluster[0]);
    }

private:
    Mapped file_;
    FT_Face face_ = nullptr;
};

bool is_icon(char32_t point) {
    return point >= kFirstIcon && point <= kLastIcon;
}
bool is_lone_selector(std::u32string_view cluster) {
    return cluster.size() == 1 && ((cluster[0] >= 0xFE00 && cluster[0] <= 0xFE0F) ||
                                   (cluster[0] >= 0xE0100 && cluster[0] <= 0xE01EF));
}

/// A box an em wide, for what no face has.
Glyph box(int pixels) {
    Glyph glyph;
    glyph.found = false;
    glyph.width = glyph.height = std::max(3, pixels * 3 / 4);
    glyph.left = pixels / 8;
    glyph.top = pixels * 3 / 4;
    glyph.advance = static_cast<float>(pixels);
    glyph.coverage.assign(static_cast<std::size_t>(glyph.width) * static_cast<std::size_t>(glyph.height), 0);
    for (int y = 0; y < glyph.height; ++y)
        for (int x = 0; x < glyph.width; ++x)
            if (x == 0 || y == 0 || x == glyph.width - 1 || y == glyph.height - 1)
                glyph.coverage[static_cast<std::size_t>(y * glyph.width + x)] = 255;
    return glyph;
}

}  // namespace

struct GlyphSource::State {
    struct Library {
        FT_Library handle = nullptr;
        Library() { FT_Init_FreeType(&handle); }
        ~Library() { FT_Done_FreeType(handle); }
        Library(const Library&) = delete;
        Library& operator=(const Library&) = delete;
    };
    Library library;
    FontFiles files;
    std::unique_ptr<Face> regular;
    std::unique_ptr<Face> bold;
    std::unique_ptr<Face> icons;
    std::unique_ptr<Face> fallback;
    std::unique_ptr<Face> fallback_bold;

    Face& lazily(std::unique_ptr<Face>& face, const std::filesystem::path& file) const {
        if (!face) face = std::make_unique<Face>(library.handle, file);
        return *face;
    }
};

GlyphSource::GlyphSource(std::unique_ptr<State> state) : state_(std::move(state)) {}
GlyphSource::GlyphSource(GlyphSource&&) noexcept = default;
GlyphSource& GlyphSource::operator=(GlyphSource&&) noexcept = default;
GlyphSource::~GlyphSource() = default;

Result<GlyphSource> GlyphSource::open(const FontFiles& files) {
    auto state = std::make_unique<State>();
    state->files = files;
    for (const auto& [face, file] : {std::pair{&state->regular, &files.regular},
                                     {&state->bold, &files.bold},
                                     {&state->icons, &files.icons}})
        if (!state->lazily(*face, *file).usable())
            return error("no_font",
                         "文字の表示に必要なフォントがありません。fonts-morisawa-bizud-gothic と "
                         "fonts-materialdesignicons-webfont を入れてください。",
                         "A font is missing. Install fonts-morisawa-bizud-gothic and "
                         "fonts-materialdesignicons-webfont.");
    return GlyphSource(std::move(state));
}

Glyph GlyphSource::draw(std::u32string_view cluster, int pixels, bool bold) {
    if (is_lone_selector(cluster)) return {};  // nothing to see, no width
    Face* face = cluster.size() == 1 && is_icon(cluster[0]) ? state_->icons.get()
                 : bold                                     ? state_->bold.get()
                                                            : state_->regular.get();
    FT_UInt index = face->index(cluster);
    if (index == 0) {
        face = bold ? &state_->lazily(state_->fallback_bold, state_->files.fallback_bold)
                    : &state_->lazily(state_->fallback, state_->files.fallback);
        index = face->index(cluster);
    }
    if (index == 0 || FT_Set_Pixel_Sizes(face->get(), 0, static_cast<FT_UInt>(pixels)) != 0 ||
        FT_Load_Glyph(face->get(), index, FT_LOAD_TARGET_LIGHT | FT_LOAD_NO_BITMAP) != 0 ||
        FT_Render_Glyph(face->get()->glyph, FT_RENDER_MODE_NORMAL) != 0)
        return box(pixels);

    const FT_GlyphSlot slot = face->get()->glyph;
    const FT_Bitmap& bitmap = slot->bitmap;
    Glyph glyph;
    glyph.width = static_cast<int>(bitmap.width);
    glyph.height = static_cast<int>(bitmap.rows);
    glyph.left = slot->bitmap_left;
    glyph.top = slot->bitmap_top;
    glyph.advance = std::round(static_cast<float>(slot->advance.x) / 64.0F);
    glyph.coverage.resize(static_cast<std::size_t>(bitmap.width) * bitmap.rows);
    for (unsigned y = 0; y < bitmap.rows; ++y)
        std::copy_n(bitmap.buffer + static_cast<std::ptrdiff_t>(y) * bitmap.pitch, bitmap.width,
                    glyph.coverage.begin() +
                        static_cast<std::ptrdiff_t>(y) * static_cast<std::ptrdiff_t>(bitmap.width));
    return glyph;
}

}  // namespace sango::ui
