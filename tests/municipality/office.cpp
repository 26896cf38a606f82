#include "tests/municipality/office.h"

#include "shared/card/pem.h"
#include "tests/municipality/authority.h"

#include <fstream>
#include <sstream>

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

namespace sango::municipality {
namespace {

namespace fs = std::filesystem;

Validity two_years(Instant now) {
    return {now - std::chrono::days(1), now + std::chrono::days(730)};
}

Result<Done> put(const fs::path& folder, const std::string& name, const Identity& identity) {
    if (auto key = write_file(folder / (name + ".key"), identity.key, true); !key) return key.error();
    return write_file(folder / (name + ".pem"), identity.certificate);
}

Result<Done> make_signing_key(const fs::path& folder, const std::string& name, const Random& random) {
    if (fs::exists(folder / (name + ".key"))) return Done{};
    const card::PrivateKey key = card::make_private_key(random);
    if (auto put_key = write_file(folder / (name + ".key"), card::write_private_pem(key), true); !put_key)
        return put_key.error();
    return write_file(folder / (name + ".pem"), card::write_public_pem(card::public_key_of(key)));
}

Result<Identity> authority_of(const fs::path& folder) {
    auto certificate = read_file(folder / "authority.pem");
    if (!certificate) return certificate.error();
    auto key = read_file(folder / "authority.key");
    if (!key) return key.error();
    return Identity{*certificate, *key};
}

Result<card::PrivateKey> signing_key(const fs::path& file) {
    auto pem = read_file(file);
    if (!pem) return pem.error();
    return card::read_private_pem(*pem);
}

}  // namespace

Result<std::string> read_file(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream bytes;
    if (!in || !(bytes << in.rdbuf()))
        return Error{"no_file", {file.string() + " を読めません。", "Cannot read " + file.string() + "."}};
    return bytes.str();
}

Result<Done> write_file(const fs::path& file, std::string_view bytes, bool secret) {
    const int handle = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, secret ? 0600 : 0644);
    bool written = handle >= 0;
    while (written && !bytes.empty()) {
        const ssize_t count = ::write(handle, bytes.data(), bytes.size());
        written = count > 0;
        if (written) bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    if (handle >= 0 && (::fsync(handle) != 0 || ::close(handle) != 0)) written = false;
    if (written) return Done{};
    return Error{"no_file", {file.string() + " に書けません。", "Cannot write " + file.string() + "."}};
}

Result<Office> open_office(const fs::path& folder) {
    auto text = read_file(folder / "office.json");
    if (!text)
        return error("no_office", "自治体のフォルダがありません。先に init を実行してください。",
                     "There is no municipality here; run init first.");
    const auto parsed = nlohmann::json::parse(*text, nullptr, false);
    Office office;
    office.folder = folder;
    if (parsed.is_object() && parsed.contains("code") && parsed.contains("programme") &&
        parsed["code"].is_string() && parsed["programme"].is_string()) {
        office.code = parsed["code"].get<std::string>();
        office.programme = parsed["programme"].get<std::string>();
    } else {
        return error("bad_office", "office.json を読めません。", "office.json cannot be read.");
    }
    auto card_key = signing_key(folder / "card.key");
    if (!card_key) return card_key.error();
    auto receipt_key = signing_key(folder / "receipt.key");
    if (!receipt_key) return receipt_key.error();
    office.card_key = *card_key;
    office.receipt_key = *receipt_key;
    return office;
}

Result<Office> found_office(const fs::path& folder, std::string_view code, std::string_view programme,
                            Instant now, const Random& random) {
    std::error_code failed;
    fs::create_directories(folder / "clinics", failed);
    if (!fs::exists(folder / "authority.key")) {
        auto authority = make_authority(std::string(programme) + " authority", two_years(now));
        if (!authority) return authority.error();
        if (auto kept = put(folder, "authority", *authority); !kept) return kept.error();
    }
    if (!fs::exists(folder / "server.key")) {
        auto authority = authority_of(folder);
        if (!authority) return authority.error();
        auto server = issue_server(*authority, {"127.0.0.1", "localhost"}, two_years(now));
        if (!server) return server.error();
        if (auto kept = put(folder, "server", *server); !kept) return kept.error();
    }
    for (const char* name : {"card", "receipt"})
        if (auto made = make_signing_key(folder, name, random); !made) return made.error();
    if (!fs::exists(folder / "office.json")) {
        const nlohmann::ordered_json office = {{"code", code}, {"programme", programme}};
        if (auto kept = write_file(folder / "office.json", office.dump(2) + "\n"); !kept) return kept.error();
    }
    auto office = open_office(folder);
    if (office && (office->code != code || office->programme != programme))
        return error("other_office", "このフォルダには別の自治体があります。",
                     "This folder holds another municipality.");
    return office;
}

Result<Done> admit_clinic(const Office& office, std::string_view clinic, Instant now) {
    const std::string name(clinic);
    if (fs::exists(office.folder / "clinics" / (name + ".key"))) return Done{};
    auto authority = authority_of(office.folder);
    if (!authority) return authority.error();
    auto client = issue_client(*authority, clinic, two_years(now));
    if (!client) return client.error();
    return put(office.folder / "clinics", name, *client);
}

}  // namespace sango::municipality
