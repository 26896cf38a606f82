#include "shared/clinic/csv_fields.h"

#include "shared/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include <fmt/format.h>

namespace sango::clinic {

std::optional<Date> csv_day(std::string_view written) {
    const std::string text = narrow(written);
    if (text.size() == 8 && text.find_first_not_of("0123456789") == std::string::npos)
        return parse_date(text.substr(0, 4) + "-" + text.substr(4, 2) + "-" + text.substr(6));
    std::array<int, 3> parts{};
    const char* at = text.data();
    const char* const end = at + text.size();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto [next, failed] = std::from_chars(at, end, parts[i]);
        if (failed != std::errc() || next - at > 4 || parts[i] < 0) return std::nullopt;
        at = next;
        if (i + 1 == parts.size()) break;
        if (at == end || (*at != '/' && *at != '-')) return std::nullopt;
        ++at;
    }
    if (at != end) return std::nullopt;
    return parse_date(fmt::format("{:04}-{:02}-{:02}", parts[0], parts[1], parts[2]));
}

std::optional<bool> csv_flag(std::string_view written) {
    const std::string text = narrow(written);
    for (const std::string_view yes : {"yes", "はい", "1"})
        if (text == yes) return true;
    for (const std::string_view no : {"no", "いいえ", "0"})
        if (text == no) return false;
    return std::nullopt;
}

std::optional<std::int64_t> csv_whole(std::string_view written) {
    std::string text = narrow(written);
    std::erase(text, ',');
    std::int64_t number = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failed != std::errc() || end != text.data() + text.size() || text.size() > 12) return std::nullopt;
    return number;
}

const programme::Programme* csv_programme(const programme::Catalogue& programmes, std::string_view written) {
    const std::string_view name = trim(written);
    const std::string plain = narrow(written);
    const programme::Programme* found = nullptr;
    for (const programme::Programme& one : programmes.all())
        if (plain == one.id() || plain == one.code() || one.name().ja == name || one.name().en == name)
            if (found == nullptr || found->valid_from() < one.valid_from()) found = &one;
    return found;
}

}  // namespace sango::clinic
