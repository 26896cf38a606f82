#include "tests/municipality/programmes.h"

#include "shared/card/cose.h"

#include <set>
#include <sstream>

#include <nlohmann/json.hpp>
#include <toml++/toml.h>

namespace sango::municipality {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kContentType = "application/toml";

/// What of the file decides where it is kept. Whether its rules make sense is for the clinics' program to
/// say, and for `sango programme check` before it is signed.
struct Header {
    std::string code;
    std::string first_day;
    std::int64_t revision = 1;
};

Result<Header> header_of(std::string_view toml) {
    try {
        const toml::table file = toml::parse(toml);
        const auto programme = file["programme"];
        Header header;
        header.code = programme["code"].value_or(std::string());
        header.revision = programme["revision"].value_or(std::int64_t{1});
        std::ostringstream day;
        if (const auto* from = programme["valid_from"].as_date()) day << from->get();
        header.first_day = day.str();
        if (!header.code.empty() && !header.first_day.empty()) return header;
    } catch (const toml::parse_error&) {
        // told below
    }
    return error("bad_programme",
                 "事業のファイルとして読めません。sango programme check で確かめてください。",
                 "This is no programme file; try sango programme check.");
}

}  // namespace

Result<Bytes> sign_programme(const Office& office, std::string_view toml) {
    const auto header = header_of(toml);
    if (!header) return header.error();
    if (header->code != office.code)
        return error("bad_programme", "ほかの自治体の団体コードの事業には署名しません。",
                     "The programme's code is another municipality's; it is not signed.");
    return card::sign1(bytes_of(toml), office.card_key, kContentType);
}

Result<fs::path> publish_programme(const Office& office, std::string_view toml) {
    const auto message = sign_programme(office, toml);
    if (!message) return message.error();
    const auto header = header_of(toml);
    std::error_code failed;
    fs::create_directories(office.folder / "programmes", failed);
    fs::path file =
        office.folder / "programmes" / (header->first_day + "-" + std::to_string(header->revision) + ".cose");
    if (auto kept = write_file(file, text_of(*message)); !kept) return kept.error();
    return file;
}

Reply answer_programmes(const Office& office, const Clock& clock) {
    std::set<fs::path> files;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(office.folder / "programmes", none))
        files.insert(entry.path());
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const fs::path& file : files) {
        const auto message = read_file(file);
        if (!message) return own_fault(message.error());
        list.push_back({{"message", base64(bytes_of(*message))}});
    }
    const nlohmann::ordered_json body = {
        {"issuer", office.code}, {"answered_at", instant_text(clock.now())}, {"programmes", std::move(list)}};
    return {200, "application/json", body.dump(), {{"Cache-Control", "no-store"}}};
}

}  // namespace sango::municipality
