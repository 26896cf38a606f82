#include "shared/clinic/safety.h"

#include "shared/base/file.h"
#include "shared/clinic/safety_file.h"

#include <string_view>

namespace sango::clinic {
namespace {

constexpr std::size_t kMostBytes = std::size_t{1024} * 1024;

std::filesystem::path file_in(const std::vector<std::filesystem::path>& folders, std::string_view name) {
    std::error_code unknown;
    for (const auto& folder : folders)
        if (std::filesystem::exists(folder / name, unknown)) return folder / name;
    return folders.empty() ? std::filesystem::path(name) : folders.back() / name;
}

template <class Read>
auto read_with(const std::vector<std::filesystem::path>& folders, std::string_view name, Read read)
    -> decltype(read(name, name)) {
    const auto text = safety_text(file_in(folders, name));
    if (!text) return text.error();
    return read(*text, name);
}

}  // namespace

Result<std::string> safety_text(const std::filesystem::path& file) {
    const auto text = read_file(file, kMostBytes);
    if (!text)
        return error("bad_assets", "安全の決まりのファイルがありません。Sangoを入れ直してください。",
                     "A file of the rules of safety is missing. Install Sango again.");
    return *text;
}

Result<Safety> load_safety(const std::vector<std::filesystem::path>& folders) {
    Safety safety;
    auto watch = read_with(folders, "watch.toml", read_watch_rules);
    if (!watch) return watch.error();
    safety.watch = std::move(*watch);
    auto care = read_with(folders, "care.toml", read_care_rules);
    if (!care) return care.error();
    safety.care = std::move(*care);
    auto offices = read_with(folders, "calls.toml", read_offices);
    if (!offices) return offices.error();
    safety.offices = std::move(*offices);
    auto holidays = read_with(folders, "holidays.toml", read_holidays);
    if (!holidays) return holidays.error();
    safety.holidays = std::move(*holidays);
    auto incidents = read_with(folders, "incident.toml", read_incident_classes);
    if (!incidents) return incidents.error();
    safety.incidents = std::move(*incidents);
    return safety;
}

}  // namespace sango::clinic
