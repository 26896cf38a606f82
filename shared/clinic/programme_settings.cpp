#include "shared/clinic/programme_settings.h"

#include <charconv>

#include <fmt/format.h>

namespace sango::clinic {

using store::value;

Result<programme::Settings> programme_settings(const Clinic& clinic, std::string_view programme) {
    programme::Settings settings;
    const std::string prefix = fmt::format("programme.{}.", programme);
    const auto read = clinic.database.query(
        "SELECT name, value FROM setting WHERE substr(name, 1, ?1) = ?2",
        {value(static_cast<int>(prefix.size())), value(prefix)}, [&](const store::Row& row) {
            const std::string text = row.text(1);
            std::int64_t number = 0;
            const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
            if (failed == std::errc() && end == text.data() + text.size() && !text.empty())
                settings[row.text(0).substr(prefix.size())] = number;
            return true;
        });
    if (!read) return read.error();
    return settings;
}

}  // namespace sango::clinic
