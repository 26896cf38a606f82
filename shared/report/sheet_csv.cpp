#include "shared/base/text.h"
#include "shared/report/sheet.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

namespace sango::report {
namespace {

struct Written {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(Yen yen) const { return std::to_string(yen.amount()); }
    std::string operator()(Date day) const { return date_text(day); }
};

void append_field(std::string& csv, std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        csv += text;
        return;
    }
    csv += '"';
    for (const char sign : text) {
        if (sign == '"') csv += '"';
        csv += sign;
    }
    csv += '"';
}

std::string as_csv(const Sheet& sheet) {
    std::string csv;
    for (std::size_t i = 0; i < sheet.titles.size(); ++i) {
        if (i > 0) csv += ',';
        append_field(csv, sheet.titles[i]);
    }
    csv += "\r\n";
    for (const std::vector<Cell>& row : sheet.rows) {
        for (std::size_t i = 0; i < sheet.titles.size(); ++i) {
            if (i > 0) csv += ',';
            if (i < row.size()) append_field(csv, std::visit(Written{}, row[i]));
        }
        csv += "\r\n";
    }
    return csv;
}

}  // namespace

std::string csv_utf8(const Sheet& sheet) {
    return "\xEF\xBB\xBF" + as_csv(sheet);
}

std::vector<char32_t> missing_in_cp932(const Sheet& sheet) {
    return sango::missing_in_cp932(as_csv(sheet));
}

std::vector<std::string> likely_substitutes(char32_t character) {
    // Forms that stand in Japanese names, and the one that CP932 has of each.
    constexpr std::array<std::pair<char32_t, std::string_view>, 8> kForms{{{U'\U00020BB7', "吉"},
                                                                           {U'\U0002123D', "土"},
                                                                           {U'\U0002000B', "丈"},
                                                                           {U'\U000238FA', "橋"},
                                                                           {U'\U00020B9F', "叱"},
                                                                           {U'\u9DD7', "鴎"},
                                                                           {U'\uFA45', "海"},
                                                                           {U'\uFA46', "渚"}}};
    std::vector<std::string> likely;
    const auto form = std::ranges::find(kForms, character, &std::pair<char32_t, std::string_view>::first);
    if (form != kForms.end()) likely.emplace_back(form->second);
    likely.emplace_back("〓");
    return likely;
}

std::string name_of_character(char32_t character) {
    std::string shown;
    append_utf8(shown, character);
    return fmt::format("{} (U+{:04X})", shown, static_cast<std::uint32_t>(character));
}

Result<std::string> csv_cp932(const Sheet& sheet, const Substitutes& substitutes) {
    const std::string csv = as_csv(sheet);
    std::string told;
    for (const char32_t character : sango::missing_in_cp932(csv)) {
        if (substitutes.contains(character)) continue;
        if (!told.empty()) told += ", ";
        told += name_of_character(character);
    }
    if (!told.empty())
        return error("missing_in_cp932",
                     fmt::format("CP932（Shift_JIS）にない文字があります: {}。UTF-8で書き出すか、"
                                 "代わりの文字を決めてください。",
                                 told),
                     fmt::format("CP932 (Shift_JIS) lacks these characters: {}. Export as UTF-8, or decide "
                                 "what stands for each.",
                                 told));
    std::string ready;
    for (const char32_t character : code_points(csv)) {
        const auto substitute = substitutes.find(character);
        if (substitute == substitutes.end())
            append_utf8(ready, character);
        else
            ready += substitute->second;
    }
    auto bytes = to_cp932(ready);
    if (!bytes)
        return error("bad_substitute",
                     "代わりの文字がCP932（Shift_JIS）にありません。別の文字を選んでください。",
                     "A substitute is not in CP932 (Shift_JIS) either. Choose another one.");
    return std::move(*bytes);
}

}  // namespace sango::report
