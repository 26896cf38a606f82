#pragma once

#include "shared/base/bytes.h"
#include "shared/base/date.h"
#include "shared/base/result.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sango::report {

/// How a line is set: size in points (1/72 inch).
struct Face {
    double size = 10;
    bool bold = false;

    auto operator<=>(const Face&) const = default;
};

/// Paper to draw on, the one place that knows cairo and pango. Lengths are points from the top left corner. A
/// failure is kept and told by finish().
class PdfCanvas {
public:
    PdfCanvas(double width, double height, std::string_view title, Instant made_at);
    ~PdfCanvas();
    PdfCanvas(const PdfCanvas&) = delete;
    PdfCanvas& operator=(const PdfCanvas&) = delete;

    /// The text in lines no wider than `width`; at least one.
    [[nodiscard]] std::vector<std::string> lines(std::string_view text, Face face, double width);
    [[nodiscard]] double width_of(std::string_view line, Face face);
    /// Width and height of a PNG in points at 96 dots an inch; nothing where it cannot be read.
    struct Extent {
        double width = 0;
        double height = 0;
    };
    [[nodiscard]] Extent extent_of(BytesView png);

    /// One line, its letters standing on `baseline`. `grey`: 0 black, 1 white.
    void write(double x, double baseline, std::string_view line, Face face, double grey = 0);
    void rule(double x1, double y1, double x2, double y2, double thickness, double grey);
    void frame(double x, double y, double width, double height, double thickness, double grey);
    void fill(double x, double y, double width, double height, double grey);
    void dot(double x, double y, double radius, double grey);
    void place(double x, double y, double width, double height, BytesView png);
    void next_page();
    [[nodiscard]] Result<std::string> finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace sango::report
