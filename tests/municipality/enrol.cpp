#include "tests/municipality/enrol.h"

#include "shared/card/pem.h"

#include <sstream>

#include <toml++/toml.h>

namespace sango::municipality {
namespace {

namespace fs = std::filesystem;

Result<Done> hand_over(const fs::path& from, const fs::path& to, bool secret = false) {
    auto bytes = read_file(from);
    if (!bytes) return bytes.error();
    return write_file(to, *bytes, secret);
}

Result<toml::table> endpoints_in(const fs::path& file) {
    std::error_code failed;
    if (!fs::exists(file, failed)) return toml::table();
    auto text = read_file(file);
    if (!text) return text.error();
    try {
        return toml::parse(std::string_view(*text));
    } catch (const toml::parse_error&) {
        return error("bad_endpoints", "endpoints.toml を読めません。", "endpoints.toml cannot be read.");
    }
}

/// Whole or not at all: a clinic may read it at this moment.
Result<Done> put(const fs::path& file, const toml::table& table) {
    std::ostringstream text;
    text << table << "\n";
    const fs::path fresh = file.string() + ".new";
    if (auto written = write_file(fresh, text.str()); !written) return written;
    std::error_code failed;
    fs::rename(fresh, file, failed);
    if (failed) return error("no_file", "endpoints.toml に書けません。", "endpoints.toml cannot be written.");
    return Done{};
}

}  // namespace

Result<Done> enrol_clinic(const Office& office, std::string_view clinic, const fs::path& clinic_data,
                          std::string_view url) {
    std::error_code failed;
    fs::create_directories(clinic_data / "trust", failed);
    fs::create_directories(clinic_data / "sync", failed);
    const fs::path sync = clinic_data / "sync";
    const std::string& programme = office.programme;
    const fs::path identity = office.folder / "clinics" / clinic;
    if (auto done = hand_over(office.folder / "card.pem", clinic_data / "trust" / (office.code + ".pem"));
        !done)
        return done;
    if (auto done = hand_over(office.folder / "authority.pem", sync / (programme + "-authority.pem")); !done)
        return done;
    if (auto done = hand_over(office.folder / "receipt.pem", sync / (programme + "-receipt.pem")); !done)
        return done;
    if (auto done = hand_over(identity.string() + ".pem", sync / (programme + "-clinic.pem")); !done)
        return done;
    if (auto done = hand_over(identity.string() + ".key", sync / (programme + "-clinic.key"), true); !done)
        return done;

    auto table = endpoints_in(sync / "endpoints.toml");
    if (!table) return table.error();
    table->insert_or_assign(programme, toml::table{{"url", std::string(url)},
                                                   {"authority", programme + "-authority.pem"},
                                                   {"certificate", programme + "-clinic.pem"},
                                                   {"key", programme + "-clinic.key"},
                                                   {"receipt_key", programme + "-receipt.pem"}});
    return put(sync / "endpoints.toml", *table);
}

Result<Done> set_address(const Office& office, const fs::path& clinic_data, std::string_view url) {
    const fs::path file = clinic_data / "sync" / "endpoints.toml";
    auto table = endpoints_in(file);
    if (!table) return table.error();
    toml::table* entry = (*table)[office.programme].as_table();
    if (entry == nullptr)
        return error("not_enrolled", "この施設はまだ登録されていません。init を実行してください。",
                     "This clinic is not enrolled yet; run init.");
    entry->insert_or_assign("url", std::string(url));
    return put(file, *table);
}

}  // namespace sango::municipality
