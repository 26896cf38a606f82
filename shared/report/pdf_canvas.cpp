#include "shared/report/pdf_canvas.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <new>
#include <numbers>
#include <utility>

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

namespace sango::report {
namespace {

struct Release {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* context) const { cairo_destroy(context); }
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
    void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Release>;

cairo_status_t keep(void* sink, const unsigned char* data, unsigned int length) {
    try {
        static_cast<std::string*>(sink)->append(reinterpret_cast<const char*>(data), length);
    } catch (const std::bad_alloc&) {
        return CAIRO_STATUS_NO_MEMORY;
    }
    return CAIRO_STATUS_SUCCESS;
}

cairo_status_t draw_from(void* source, unsigned char* data, unsigned int length) {
    auto& left = *static_cast<BytesView*>(source);
    if (left.size() < length) return CAIRO_STATUS_READ_ERROR;
    std::memcpy(data, left.data(), length);
    left = left.subspan(length);
    return CAIRO_STATUS_SUCCESS;
}

Owned<cairo_surface_t> picture_from(BytesView png) {
    Owned<cairo_surface_t> picture(cairo_image_surface_create_from_png_stream(draw_from, &png));
    if (cairo_surface_status(picture.get()) != CAIRO_STATUS_SUCCESS) return nullptr;
    return picture;
}

// The first that has the character draws it.
constexpr const char* kFamilies = "BIZ UDGothic,Noto Sans CJK JP,IPAGothic";
constexpr std::array kFamily{"BIZ UDGothic", "Noto Sans CJK JP", "IPAGothic"};
constexpr double kPointsPerDot = 72.0 / 96.0;

Owned<PangoFontDescription> description_of(Face face) {
    Owned<PangoFontDescription> font(pango_font_description_new());
    pango_font_description_set_family_static(font.get(), kFamilies);
    pango_font_description_set_absolute_size(font.get(), face.size * PANGO_SCALE);
    pango_font_description_set_weight(font.get(), face.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    return font;
}

/// Whether any of our families is installed; what else fontconfig offers has no kanji, or is not meant for
/// paper.
bool has_fonts(PangoFontMap* fonts, PangoContext* context) {
    return std::ranges::any_of(kFamily, [&](const char* family) {
        Owned<PangoFontDescription> wanted(pango_font_description_new());
        pango_font_description_set_family_static(wanted.get(), family);
        pango_font_description_set_absolute_size(wanted.get(), 10 * PANGO_SCALE);
        const Owned<PangoFont> font(pango_font_map_load_font(fonts, context, wanted.get()));
        if (!font) return false;
        const Owned<PangoFontDescription> found(pango_font_describe(font.get()));
        const char* name = pango_font_description_get_family(found.get());
        return name != nullptr && std::string_view(name) == family;
    });
}

}  // namespace

struct PdfCanvas::State {
    std::string bytes;
    Owned<cairo_surface_t> surface;
    Owned<cairo_t> cairo;
    Owned<PangoFontMap> fonts;
    Owned<PangoContext> context;
    std::map<Face, Owned<PangoFontDescription>> faces;
    /// Set lines, kept: a month's table says the same words thousands of times.
    std::map<std::pair<Face, std::string>, Owned<PangoLayout>, std::less<>> set;
    bool bad_picture = false;
    bool no_fonts = false;

    PangoLayout* layout_of(std::string_view line, Face face) {
        const auto known = set.find(std::pair(face, std::string(line)));
        if (known != set.end()) return known->second.get();
        Owned<PangoLayout> layout(pango_layout_new(context.get()));
        auto& font = faces[face];
        if (!font) font = description_of(face);
        pango_layout_set_font_description(layout.get(), font.get());
        pango_layout_set_text(layout.get(), line.data(), static_cast<int>(line.size()));
        constexpr std::size_t kMostKept = 20'000;
        if (set.size() >= kMostKept) set.clear();
        return set.emplace(std::pair(face, std::string(line)), std::move(layout)).first->second.get();
    }
    void ink(double grey) { cairo_set_source_rgb(cairo.get(), grey, grey, grey); }
};

PdfCanvas::PdfCanvas(double width, double height, std::string_view title, Instant made_at)
    : state_(std::make_unique<State>()) {
    State& s = *state_;
    s.surface.reset(cairo_pdf_surface_create_for_stream(keep, &s.bytes, width, height));
    cairo_pdf_surface_set_metadata(s.surface.get(), CAIRO_PDF_METADATA_TITLE, std::string(title).c_str());
    cairo_pdf_surface_set_metadata(s.surface.get(), CAIRO_PDF_METADATA_CREATOR, "Sango");
    cairo_pdf_surface_set_metadata(s.surface.get(), CAIRO_PDF_METADATA_CREATE_DATE,
                                   instant_text(made_at).c_str());
    s.cairo.reset(cairo_create(s.surface.get()));
    s.fonts.reset(pango_cairo_font_map_new());
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(s.fonts.get()), 72);
    s.context.reset(pango_font_map_create_context(s.fonts.get()));
    // Letters stand where paper wants them, not where a screen's dots are.
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(s.context.get(), options);
    cairo_font_options_destroy(options);
    s.no_fonts = !has_fonts(s.fonts.get(), s.context.get());
    pango_context_set_language(s.context.get(), pango_language_from_string("ja"));
    pango_context_set_base_dir(s.context.get(), PANGO_DIRECTION_LTR);
}

PdfCanvas::~PdfCanvas() {
    cairo_surface_finish(state_->surface.get());
}

std::vector<std::string> PdfCanvas::lines(std::string_view text, Face face, double width) {
    std::vector<std::string> lines;
    while (true) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view piece = text.substr(0, end);
        if (width_of(piece, face) <= width) {
            lines.emplace_back(piece);
        } else {
            Owned<PangoLayout> wrapped(pango_layout_copy(state_->layout_of(piece, face)));
            pango_layout_set_width(wrapped.get(), static_cast<int>(std::max(face.size, width) * PANGO_SCALE));
            pango_layout_set_wrap(wrapped.get(), PANGO_WRAP_WORD_CHAR);
            for (const GSList* at = pango_layout_get_lines_readonly(wrapped.get()); at != nullptr;
                 at = at->next) {
                const auto* line = static_cast<const PangoLayoutLine*>(at->data);
                lines.emplace_back(piece.substr(static_cast<std::size_t>(line->start_index),
                                                static_cast<std::size_t>(line->length)));
            }
        }
        if (end == text.size()) return lines;
        text.remove_prefix(end + 1);
    }
}

double PdfCanvas::width_of(std::string_view line, Face face) {
    int width = 0;
    pango_layout_get_size(state_->layout_of(line, face), &width, nullptr);
    return static_cast<double>(width) / PANGO_SCALE;
}

PdfCanvas::Extent PdfCanvas::extent_of(BytesView png) {
    const auto picture = picture_from(png);
    if (!picture) {
        state_->bad_picture = true;
        return {};
    }
    return {cairo_image_surface_get_width(picture.get()) * kPointsPerDot,
            cairo_image_surface_get_height(picture.get()) * kPointsPerDot};
}

void PdfCanvas::write(double x, double baseline, std::string_view line, Face face, double grey) {
    if (line.empty()) return;
    state_->ink(grey);
    cairo_move_to(state_->cairo.get(), x, baseline);
    PangoLayout* layout = state_->layout_of(line, face);
    pango_cairo_show_layout_line(state_->cairo.get(), pango_layout_get_line_readonly(layout, 0));
}

void PdfCanvas::rule(double x1, double y1, double x2, double y2, double thickness, double grey) {
    state_->ink(grey);
    cairo_set_line_width(state_->cairo.get(), thickness);
    cairo_move_to(state_->cairo.get(), x1, y1);
    cairo_line_to(state_->cairo.get(), x2, y2);
    cairo_stroke(state_->cairo.get());
}

void PdfCanvas::frame(double x, double y, double width, double height, double thickness, double grey) {
    state_->ink(grey);
    cairo_set_line_width(state_->cairo.get(), thickness);
    cairo_rectangle(state_->cairo.get(), x, y, width, height);
    cairo_stroke(state_->cairo.get());
}

void PdfCanvas::fill(double x, double y, double width, double height, double grey) {
    state_->ink(grey);
    cairo_rectangle(state_->cairo.get(), x, y, width, height);
    cairo_fill(state_->cairo.get());
}

void PdfCanvas::dot(double x, double y, double radius, double grey) {
    state_->ink(grey);
    cairo_new_path(state_->cairo.get());
    cairo_arc(state_->cairo.get(), x, y, radius, 0, 2 * std::numbers::pi);
    cairo_fill(state_->cairo.get());
}

void PdfCanvas::place(double x, double y, double width, double height, BytesView png) {
    const auto picture = picture_from(png);
    if (!picture) {
        state_->bad_picture = true;
        return;
    }
    cairo_t* cairo = state_->cairo.get();
    cairo_save(cairo);
    cairo_translate(cairo, x, y);
    cairo_scale(cairo, width / std::max(1, cairo_image_surface_get_width(picture.get())),
                height / std::max(1, cairo_image_surface_get_height(picture.get())));
    cairo_set_source_surface(cairo, picture.get(), 0, 0);
    cairo_paint(cairo);
    cairo_restore(cairo);
}

void PdfCanvas::next_page() {
    cairo_show_page(state_->cairo.get());
}

Result<std::string> PdfCanvas::finish() {
    if (state_->bad_picture)
        return error("bad_picture", "画像を読めません。画像を選び直してください。",
                     "The picture cannot be read. Choose another one.");
    if (state_->no_fonts)
        return error(
            "no_fonts",
            "書類の文字(BIZ UDゴシック)が入っていません。fonts-morisawa-bizud-gothic を入れてください。",
            "The letters for documents are missing. Install fonts-morisawa-bizud-gothic.");
    cairo_show_page(state_->cairo.get());
    const cairo_status_t drawn = cairo_status(state_->cairo.get());
    cairo_surface_finish(state_->surface.get());
    const cairo_status_t written = cairo_surface_status(state_->surface.get());
    if (drawn != CAIRO_STATUS_SUCCESS || written != CAIRO_STATUS_SUCCESS)
        return error("out_of_memory", "書類を作れませんでした。メモリーを空けて、もう一度お試しください。",
                     "The document could not be made. Free some memory and try again.");
    return std::move(state_->bytes);
}

}  // namespace sango::report
