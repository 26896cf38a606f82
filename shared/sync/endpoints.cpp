#include "shared/base/file.h"
#include "shared/card/pem.h"
#include "shared/sync/delivery.h"

#include <toml++/toml.h>

namespace sango::sync {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostBytes = std::size_t{1024} * 1024;

Error bad_endpoint(const std::string& programme, const std::string& field) {
    return Error{"bad_endpoint",
                 {"送信先の設定(sync/endpoints.toml)の " + programme + " の " + field + " を直してください。",
                  "Mend " + field + " of " + programme + " in sync/endpoints.toml."}};
}

/// https, a host, perhaps a port and a path; no name, password, query or slash at the end.
bool is_url(std::string_view url) {
    constexpr std::string_view kScheme = "https://";
    if (!url.starts_with(kScheme) || url.size() == kScheme.size() || url.size() > 500 || url.back() == '/')
        return false;
    url.remove_prefix(kScheme.size());
    return url.front() != '/' && url.find_first_not_of(
                                     "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                     "-._~:/[]%") == std::string_view::npos;
}

Result<Endpoint> endpoint_of(const fs::path& folder, const std::string& programme, const toml::table& table) {
    Endpoint endpoint;
    endpoint.programme = programme;
    for (const auto& [key, value] : table) {
        const std::string_view name = key.str();
        if (name != "url" && name != "authority" && name != "certificate" && name != "key" &&
            name != "receipt_key")
            return bad_endpoint(programme, std::string(name));
    }
    const auto text = [&table](const char* name) { return table[name].value<std::string>().value_or(""); };
    endpoint.url = text("url");
    if (!is_url(endpoint.url)) return bad_endpoint(programme, "url");
    const std::pair<const char*, fs::path*> files[] = {
        {"authority", &endpoint.authority}, {"certificate", &endpoint.certificate}, {"key", &endpoint.key}};
    for (const auto& [name, file] : files) {
        if (text(name).empty()) return bad_endpoint(programme, name);
        *file = folder / text(name);
        if (!fs::is_regular_file(*file)) return bad_endpoint(programme, name);
    }
    const auto pem =
        text("receipt_key").empty() ? std::nullopt : read_file(folder / text("receipt_key"), kMostBytes);
    if (!pem) return bad_endpoint(programme, "receipt_key");
    const auto key = card::read_public_pem(*pem);
    if (!key) return bad_endpoint(programme, "receipt_key");
    endpoint.receipt_key.assign(key->bytes.begin(), key->bytes.end());
    return endpoint;
}

}  // namespace

Result<std::vector<Endpoint>> load_endpoints(const fs::path& data) {
    const fs::path folder = data / "sync";
    std::error_code failed;
    if (!fs::exists(folder / "endpoints.toml", failed)) return std::vector<Endpoint>();
    const auto text = read_file(folder / "endpoints.toml", kMostBytes);
    if (!text)
        return error("bad_endpoints", "送信先の設定(sync/endpoints.toml)を読めません。",
                     "Cannot read sync/endpoints.toml.");
    try {
        const toml::table file = toml::parse(std::string_view(*text));
        std::vector<Endpoint> endpoints;
        for (const auto& [programme, entry] : file) {
            const std::string name(programme.str());
            if (!entry.is_table()) return bad_endpoint(name, "table");
            auto endpoint = endpoint_of(folder, name, *entry.as_table());
            if (!endpoint) return endpoint.error();
            endpoints.push_back(std::move(*endpoint));
        }
        return endpoints;
    } catch (const toml::parse_error& wrong) {
        const std::string line = std::to_string(wrong.source().begin.line);
        return Error{"bad_endpoints",
                     {"送信先の設定(sync/endpoints.toml)の" + line + "行目を直してください。",
                      "Mend line " + line + " of sync/endpoints.toml."}};
    }
}

}  // namespace sango::sync
