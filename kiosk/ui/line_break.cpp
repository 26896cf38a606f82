#include "kiosk/ui/line_break.h"

#include "kiosk/ui/slots.h"
#include "kiosk/ui/text.h"

namespace sango::ui {
namespace {

bool one_of(char32_t point, std::u32string_view set) {
    return set.find(point) != std::u32string_view::npos;
}

/// Latin words, numbers with their signs, amounts: "1,500", "N-4821-7", "14:05".
bool of_a_word(char32_t point) {
    return (point > 0x20 && point < 0x2E80 && !one_of(point, U"()[]{}")) ||
           (point >= 0xFF10 && point <= 0xFF5A);
}
bool is_space(char32_t point) {
    return point == U' ' || point == 0x3000;
}
bool joins_what_is_before(char32_t point) {
    return is_variation_selector(point) || point == 0x3099 || point == 0x309A;
}
/// Counters belong to their number: 7日, 1,500円, 3か月, 60 ml.
bool follows_number(char32_t point) {
    return one_of(point, U"日円人回件年月時分秒歳%％名泊枚か週gml");
}
bool is_digit(char32_t point) {
    return point >= U'0' && point <= U'9';
}

bool may_break_between(char32_t before, char32_t after) {
    if (joins_what_is_before(after)) return false;
    if (is_space(before)) return !is_space(after);
    if (!may_begin_line(after) || !may_end_line(before)) return false;
    if (is_space(after)) return false;  // the space goes with the line before it
    if (of_a_word(before) && of_a_word(after)) return false;
    return !(is_digit(before) && follows_number(after));
}

std::u32string_view without_outer_spaces(std::u32string_view line, bool first) {
    while (!line.empty() && is_space(line.back())) line.remove_suffix(1);
    while (!first && !line.empty() && is_space(line.front())) line.remove_prefix(1);
    return line;
}

}  // namespace

bool may_begin_line(char32_t point) {
    return !one_of(point,
                   U"、。，．,.・:;：；?？!！゛゜ヽヾゝゞ々ー)）]］}｝〉》」』】〕～〜…‥"
                   U"ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ%％℃");
}

bool may_end_line(char32_t point) {
    return !one_of(point, U"(（[［{｛〈《「『【〔¥￥№");
}

std::vector<std::u32string_view> break_paragraph(std::u32string_view text, float width,
                                                 const std::function<float(char32_t)>& width_of,
                                                 const std::vector<bool>& phrase_starts) {
    std::vector<std::u32string_view> lines;
    std::size_t start = 0;
    std::size_t good_break = 0;    // a cut before this character is allowed
    std::size_t better_break = 0;  // ... and a phrase begins with it
    float better_fill = 0;         // how full the line before it is
    std::size_t space_break = 0;   // ... after a space: between family and given name
    float used = 0;
    bool first = true;
    const auto close = [&](std::size_t end) {
        lines.push_back(without_outer_spaces(text.substr(start, end - start), first));
        start = end;
        first = false;
    };
    std::size_t i = 0;
    while (i < text.size()) {
        if (text[i] == U'\n') {
            close(i);
            start = good_break = better_break = space_break = ++i;
            used = 0;
            first = true;
            continue;
        }
        if (i > start && may_break_between(text[i - 1], text[i])) {
            good_break = i;
            if (is_space(text[i - 1])) space_break = i;
            if (i < phrase_starts.size() && phrase_starts[i]) {
                better_break = i;
                better_fill = used;
            }
        }
        const float wide = width_of(text[i]);
        if (used + wide > width && i > start && !is_space(text[i])) {
            // What then fits on one line more is cut at its space, as a name is.
            float rest = 0;
            for (std::size_t at = space_break; at < text.size() && rest <= width; ++at)
                rest += width_of(text[at]);
            const bool name = space_break > start && rest <= width;
            const bool phrase = better_break > start && better_fill * 2 >= width;
            const std::size_t cut = name                 ? space_break
                                    : phrase             ? better_break
                                    : good_break > start ? good_break
                                                         : i;
            close(cut);
            while (start < text.size() && is_space(text[start])) ++start;
            i = good_break = better_break = space_break = start;
            used = 0;
            continue;
        }
        used += wide;
        ++i;
    }
    if (start < text.size() || lines.empty() || (!text.empty() && text.back() == U'\n')) close(text.size());
    return lines;
}

}  // namespace sango::ui
