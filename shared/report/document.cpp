#include "shared/report/document.h"

#include "shared/report/pdf_canvas.h"

#include <algorithm>
#include <functional>
#include <new>
#include <numeric>
#include <string_view>

#include <fmt/format.h>

namespace sango::report {
namespace {

constexpr double kMm = 72 / 25.4;
constexpr double kShortSide = 210 * kMm;
constexpr double kLongSide = 297 * kMm;
constexpr double kMargin = 18 * kMm;
constexpr double kFoot = 10 * kMm;  ///< under the text, for caption and page number
constexpr double kLeading = 1.45;   ///< line height, of the letter's size
constexpr double kRise = 1.06;      ///< baseline under a line's top, of the letter's size
constexpr double kPad = 3;          ///< round a cell's text
constexpr double kThin = 0.5;
constexpr double kRuleGrey = 0.62;
constexpr double kShade = 0.94;
constexpr double kQuiet = 0.4;
constexpr double kStamp = 18 * kMm;
constexpr double kUnderCaption = 1 * kMm;
constexpr Face kTitle{16, true};
constexpr Face kHeading{11, true};
constexpr Face kBody{10, false};
constexpr Face kSmall{8, false};
constexpr Face kLarge{14, false};

/// Sets blocks onto pages. What is drawn is remembered by page, since the foot needs to know how many there
/// are.
class Setting {
public:
    Setting(PdfCanvas& canvas, double width, double height)
        : canvas_(canvas), left_(kMargin), right_(width - kMargin), bottom_(height - kMargin - kFoot) {
        pages_.emplace_back();
    }

    void title(const std::string& text);
    /// `next`: the block under it, or none.
    void set(const Heading& heading, const Block* next = nullptr);
    void set(const Paragraph& paragraph);
    void set(const Table& table);
    void set(const Form& form);
    void set(const Issuer& issuer);
    void set(const Stamps& stamps);
    void set(const Picture& picture);
    void set(const Sketch& sketch);
    void set(const Space& space) { y_ = std::min(bottom_, y_ + space.height * kMm); }
    void set(const NewPage&) { next_page(); }
    void draw(const Document& document);

private:
    using Mark = std::function<void(PdfCanvas&)>;
    struct Cell {
        std::vector<std::string> lines;
        Align align = Align::left;
        Face face;
        bool shaded = false;
    };

    [[nodiscard]] double width() const { return right_ - left_; }
    [[nodiscard]] double room() const { return bottom_ - y_; }
    void mark(Mark what) { pages_.back().push_back(std::move(what)); }
    void next_page() {
        pages_.emplace_back();
        y_ = kMargin;
    }
    void want(double height) {
        if (room() < height && y_ > kMargin) next_page();
    }
    void line(const std::string& text, Face face, double x, double width, Align align, double grey = 0);
    [[nodiscard]] double room_of(const Sketch& sketch);
    void row(const std::vector<Cell>& cells, const std::vector<double>& widths);
    void stamp_box(double x, double y);

    PdfCanvas& canvas_;
    double left_;
    double right_;
    double bottom_;
    double y_ = kMargin;
    std::vector<std::vector<Mark>> pages_;
};

/// At y_, which stays.
void Setting::line(const std::string& text, Face face, double x, double width, Align align, double grey) {
    const double used = align == Align::left ? 0 : canvas_.width_of(text, face);
    if (align == Align::right) x += width - used;
    if (align == Align::centre) x += (width - used) / 2;
    mark([=, baseline = y_ + face.size * kRise](PdfCanvas& on) { on.write(x, baseline, text, face, grey); });
}

void Setting::title(const std::string& text) {
    for (const std::string& one : canvas_.lines(text, kTitle, width())) {
        line(one, kTitle, left_, width(), Align::centre);
        y_ += kTitle.size * kLeading;
    }
    y_ += 4 * kMm;
}

void Setting::set(const Heading& heading, const Block* next) {
    const double height = kHeading.size * kLeading;
    // A heading never stands alone at a page's end.
    const Sketch* picture = next == nullptr ? nullptr : std::get_if<Sketch>(next);
    want(height + 3 * kMm + (picture != nullptr ? room_of(*picture) : 3 * kBody.size * kLeading));
    if (y_ > kMargin) y_ += 2 * kMm;
    for (const std::string& one : canvas_.lines(heading.text, kHeading, width())) {
        line(one, kHeading, left_, width(), Align::left);
        y_ += height;
    }
    y_ += 1 * kMm;
}

void Setting::set(const Paragraph& paragraph) {
    Face face = paragraph.size == Paragraph::Size::small   ? kSmall
                : paragraph.size == Paragraph::Size::large ? kLarge
                                                           : kBody;
    face.bold = paragraph.bold;
    for (const std::string& one : canvas_.lines(paragraph.text, face, width())) {
        want(face.size * kLeading);
        line(one, face, left_, width(), paragraph.align);
        y_ += face.size * kLeading;
    }
    y_ += 1 * kMm;
}

/// One ruled row. What does not fit on this page goes on on the next, cut between lines.
void Setting::row(const std::vector<Cell>& cells, const std::vector<double>& widths) {
    std::size_t most = 1;
    double size = 0;
    for (const Cell& cell : cells) {
        most = std::max(most, cell.lines.size());
        size = std::max(size, cell.face.size);
    }
    const double step = size * kLeading;
    for (std::size_t done = 0; done < most;) {
        const auto fit = static_cast<std::size_t>(std::max(0.0, (room() - 2 * kPad) / step));
        const std::size_t here = std::min(most - done, std::max<std::size_t>(1, fit));
        const double height = static_cast<double>(here) * step + 2 * kPad;
        const double top = y_;
        double x = left_;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const Cell& cell = cells[i];
            if (cell.shaded) mark([=, w = widths[i]](PdfCanvas& on) { on.fill(x, top, w, height, kShade); });
            y_ = top + kPad;
            for (std::size_t n = done; n < std::min(cell.lines.size(), done + here); ++n) {
                line(cell.lines[n], cell.face, x + kPad, widths[i] - 2 * kPad, cell.align);
                y_ += step;
            }
            mark([=, w = widths[i]](PdfCanvas& on) { on.frame(x, top, w, height, kThin, kRuleGrey); });
            x += widths[i];
        }
        y_ = top + height;
        done += here;
        if (done < most) next_page();
    }
}

void Setting::set(const Table& table) {
    const Face face{table.small ? 8.0 : 9.0, false};
    const Face bold{face.size, true};
    const double shares = std::accumulate(table.columns.begin(), table.columns.end(), 0.0,
                                          [](double sum, const Table::Column& c) { return sum + c.share; });
    std::vector<double> widths;
    std::vector<Cell> header;
    for (const Table::Column& column : table.columns) {
        widths.push_back(width() * column.share / shares);
        header.push_back(
            {canvas_.lines(column.title, bold, widths.back() - 2 * kPad), Align::centre, bold, true});
    }
    const auto height_of = [](const std::vector<Cell>& cells) {
        std::size_t most = 1;
        for (const Cell& cell : cells) most = std::max(most, cell.lines.size());
        return static_cast<double>(most) * cells.front().face.size * kLeading + 2 * kPad;
    };
    if (table.columns.empty()) return;
    want(height_of(header) * 2);
    row(header, widths);
    const auto body = [&](const std::vector<std::string>& texts, Face used, bool shaded) {
        std::vector<Cell> cells;
        for (std::size_t i = 0; i < widths.size(); ++i)
            cells.push_back({canvas_.lines(i < texts.size() ? texts[i] : "", used, widths[i] - 2 * kPad),
                             table.columns[i].align, used, shaded});
        if (room() < std::min(height_of(cells), bottom_ - kMargin - height_of(header))) {
            next_page();
            row(header, widths);
        }
        row(cells, widths);
    };
    for (const auto& texts : table.rows) body(texts, face, false);
    for (const auto& texts : table.sums) body(texts, bold, true);
    y_ += 2 * kMm;
}

void Setting::set(const Form& form) {
    const auto pairs = static_cast<std::size_t>(std::max(1, form.pairs));
    const double one = width() / static_cast<double>(pairs);
    const double label = one * form.label_share;
    const Face label_face{form.large ? 12.0 : 9.0, true};
    const Face value_face{form.large ? 14.0 : 9.0, false};
    for (std::size_t at = 0; at < form.fields.size(); at += pairs) {
        std::vector<Cell> cells;
        std::vector<double> widths;
        std::size_t most = 1;
        const std::size_t end = std::min(at + pairs, form.fields.size());
        for (std::size_t i = at; i < end; ++i) {
            const auto& [name, value] = form.fields[i];
            // The last value of all has what is left of its row.
            const double rest = i + 1 < form.fields.size()
                                    ? one - label
                                    : width() - static_cast<double>(i - at) * one - label;
            widths.insert(widths.end(), {label, rest});
            cells.push_back(
                {canvas_.lines(name, label_face, label - 2 * kPad), Align::left, label_face, true});
            cells.push_back(
                {canvas_.lines(value, value_face, rest - 2 * kPad), Align::left, value_face, false});
            most = std::max({most, cells.back().lines.size(), cells[cells.size() - 2].lines.size()});
        }
        constexpr std::size_t kKeepWhole = 8;  // lines; a taller row may be cut
        want(static_cast<double>(std::min(most, kKeepWhole)) * value_face.size * kLeading + 2 * kPad);
        row(cells, widths);
    }
    y_ += 2 * kMm;
}

void Setting::stamp_box(double x, double y) {
    mark([=](PdfCanvas& on) {
        on.frame(x, y, kStamp, kStamp, kThin, kRuleGrey);
        on.write(x + kStamp / 2 - kBody.size / 2, y + kStamp / 2 + kBody.size * 0.35, "印", kBody, 0.75);
    });
}

void Setting::set(const Issuer& issuer) {
    const double step = kBody.size * kLeading;
    const double height =
        std::max(static_cast<double>(issuer.lines.size()) * step, issuer.seal ? kStamp : 0.0);
    want(height);
    double wide = 0;
    for (const std::string& one : issuer.lines) wide = std::max(wide, canvas_.width_of(one, kBody));
    const double end = issuer.seal ? right_ - kStamp - 3 * kMm : right_;
    const double top = y_;
    const double x = std::max(left_, end - wide);
    for (const std::string& text : issuer.lines)
        for (const std::string& one : canvas_.lines(text, kBody, end - x)) {
            line(one, kBody, x, end - x, Align::left);
            y_ += step;
        }
    if (issuer.seal) stamp_box(right_ - kStamp, std::max(top, y_ - kStamp));
    y_ = std::max(y_, top + height) + 3 * kMm;
}

void Setting::set(const Stamps& stamps) {
    constexpr Face kTitleFace{8, false};
    const double head = kTitleFace.size * kLeading + 2;
    want(head + kStamp);
    double x = right_ - static_cast<double>(stamps.titles.size()) * kStamp;
    const double top = y_;
    for (const std::string& title : stamps.titles) {
        mark([=](PdfCanvas& on) {
            on.fill(x, top, kStamp, head, kShade);
            on.frame(x, top, kStamp, head, kThin, kRuleGrey);
        });
        y_ = top + 1;
        line(title, kTitleFace, x, kStamp, Align::centre);
        stamp_box(x, top + head);
        x += kStamp;
    }
    y_ = top + head + kStamp + 3 * kMm;
}

void Setting::set(const Picture& picture) {
    const auto extent = canvas_.extent_of(picture.png);
    if (extent.width <= 0 || extent.height <= 0) return;
    const double scale = std::min({1.0, width() / extent.width, picture.most_height * kMm / extent.height,
                                   (bottom_ - kMargin) / extent.height});
    const double w = extent.width * scale;
    const double h = extent.height * scale;
    want(h);
    const double free = width() - w;
    const double x = left_ + (picture.align == Align::right    ? free
                              : picture.align == Align::centre ? free / 2
                                                               : 0);
    mark([x, y = y_, w, h, &png = picture.png](PdfCanvas& on) { on.place(x, y, w, h, png); });
    y_ += h + 2 * kMm;
}

double Setting::room_of(const Sketch& sketch) {
    const double lines = sketch.caption.empty()
                             ? 0
                             : static_cast<double>(canvas_.lines(sketch.caption, kSmall, width()).size()) *
                                       kSmall.size * kLeading +
                                   kUnderCaption;
    return lines + sketch.height * kMm;
}

void Setting::set(const Sketch& sketch) {
    want(room_of(sketch));
    if (!sketch.caption.empty()) {
        for (const std::string& one : canvas_.lines(sketch.caption, kSmall, width())) {
            line(one, kSmall, left_, width(), Align::left);
            y_ += kSmall.size * kLeading;
        }
        y_ += kUnderCaption;
    }
    const double top = y_;
    mark([this, top, &sketch](PdfCanvas& on) {
        const auto x = [&](double mm) { return left_ + mm * kMm; };
        const auto y = [&](double mm) { return top + mm * kMm; };
        for (const auto& a : sketch.areas) on.fill(x(a.x), y(a.y), a.width * kMm, a.height * kMm, a.grey);
        for (const auto& l : sketch.lines)
            on.rule(x(l.x1), y(l.y1), x(l.x2), y(l.y2), l.thickness * kMm, l.grey);
        for (const auto& d : sketch.dots) on.dot(x(d.x), y(d.y), d.radius * kMm, d.grey);
        for (const auto& w : sketch.words) {
            const double wide = w.align == Align::left ? 0 : on.width_of(w.text, kSmall);
            on.write(x(w.x) - (w.align == Align::centre ? wide / 2 : wide), y(w.y), w.text, kSmall, w.grey);
        }
    });
    y_ += (sketch.height + 2) * kMm;
}

void Setting::draw(const Document& document) {
    const double baseline = bottom_ + kFoot;
    for (std::size_t page = 0; page < pages_.size(); ++page) {
        if (page > 0) canvas_.next_page();
        for (const Mark& what : pages_[page]) what(canvas_);
        const std::string number = document.english ? fmt::format("page {} of {}", page + 1, pages_.size())
                                                    : fmt::format("{} / {} ページ", page + 1, pages_.size());
        canvas_.write(left_, baseline, document.caption, kSmall, kQuiet);
        canvas_.write(right_ - canvas_.width_of(number, kSmall), baseline, number, kSmall, kQuiet);
    }
}

}  // namespace

Result<std::string> pdf(const Document& document) {
    try {
        const double width = document.landscape ? kLongSide : kShortSide;
        const double height = document.landscape ? kShortSide : kLongSide;
        PdfCanvas canvas(width, height, document.title, document.made_at);
        Setting setting(canvas, width, height);
        if (!document.title.empty()) setting.title(document.title);
        for (std::size_t i = 0; i < document.blocks.size(); ++i) {
            const Block& block = document.blocks[i];
            if (const auto* heading = std::get_if<Heading>(&block))
                setting.set(*heading, i + 1 < document.blocks.size() ? &document.blocks[i + 1] : nullptr);
            else
                std::visit([&](const auto& one) { setting.set(one); }, block);
        }
        setting.draw(document);
        return canvas.finish();
    } catch (const std::bad_alloc&) {
        return error("out_of_memory", "書類を作れませんでした。メモリーを空けて、もう一度お試しください。",
                     "The document could not be made. Free some memory and try again.");
    }
}

}  // namespace sango::report
