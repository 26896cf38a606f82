#pragma once

#include "shared/base/bytes.h"
#include "shared/base/date.h"
#include "shared/base/result.h"

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace sango::report {

// A document on paper as a value: what stands on it from top to bottom. Lengths are millimetres. Text is
// UTF-8 and is set as it was written: what BIZ UDGothic lacks (𠮷) comes from Noto Sans CJK, and both are
// embedded. A line feed breaks a line; a long line breaks by the rules of Japanese (禁則).

enum class Align { left, right, centre };

struct Heading {
    std::string text;
};

struct Paragraph {
    enum class Size { small, body, large };
    std::string text;
    Size size = Size::body;
    Align align = Align::left;
    bool bold = false;
};

/// A table with its header repeated on each page. A row taller than what is left of the page goes to the next
/// one; a row taller than a whole page is cut between lines.
struct Table {
    struct Column {
        std::string title;
        double share = 1;  ///< of the width, against the other columns
        Align align = Align::left;
    };
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows;  ///< a missing cell is empty
    std::vector<std::vector<std::string>> sums;  ///< set in bold, under the rows
    bool small = false;                          ///< 8 pt instead of 9 pt
};

/// A form (様式): label and value in ruled cells, `pairs` of them a row.
struct Form {
    std::vector<std::pair<std::string, std::string>> fields;
    int pairs = 1;
    double label_share = 0.28;  ///< of one pair's width
    bool large = false;         ///< 14 pt instead of 9 pt: to be read from the wall
};

/// Who issues the document, at the right; `seal`: a square for the stamp (印) after the last line.
struct Issuer {
    std::vector<std::string> lines;
    bool seal = true;
};

/// Square boxes for name stamps (印) at the right, each under its title: 管理者, 担当.
struct Stamps {
    std::vector<std::string> titles;
};

/// A PNG, as large as it is at 96 dots an inch, at most the width of the text and `most_height`.
struct Picture {
    Bytes png;
    double most_height = 120;
    Align align = Align::left;
};

/// A drawing as wide as the text, in millimetres from its top left corner; grey 0 is black, 1 white.
struct Sketch {
    struct Line {
        double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
        double grey = 0;
        double thickness = 0.3;
    };
    struct Area {
        double x = 0, y = 0, width = 0, height = 0;
        double grey = 0;
    };
    struct Dot {
        double x = 0, y = 0, radius = 1;
        double grey = 0;
    };
    struct Words {
        double x = 0, y = 0;  ///< of the baseline; left, right or middle of the words by `align`
        std::string text;
        Align align = Align::left;
        double grey = 0;
    };
    double height = 40;
    std::string caption;      ///< over it, small; the two never part at a page's end
    std::vector<Area> areas;  ///< drawn first, then lines, dots, words (8 pt)
    std::vector<Line> lines;
    std::vector<Dot> dots;
    std::vector<Words> words;
};
inline constexpr double kSketchWidth = 174;  ///< of an upright page

struct Space {
    double height = 4;
};

struct NewPage {};

using Block = std::variant<Heading, Paragraph, Table, Form, Issuer, Stamps, Picture, Sketch, Space, NewPage>;

struct Document {
    std::string title;    ///< large, centred, on the first page; also the file's own title
    std::string caption;  ///< small, at the left of each page's foot: what the paper belongs to
    bool landscape = false;
    bool english = false;  ///< the foot says "page 1 of 3" instead of 1 / 3 ページ
    Instant made_at{};     ///< stands in the file's own description; the same document gives the same bytes
    std::vector<Block> blocks;
};

/// The document as a PDF, A4, every font embedded, page x of y at each foot. Never throws; any thread.
/// Errors: no_fonts (neither of the two is installed), bad_picture, out_of_memory.
[[nodiscard]] Result<std::string> pdf(const Document& document);

}  // namespace sango::report
