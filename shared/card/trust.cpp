#include "shared/card/trust.h"

#include "shared/base/file.h"
#include "shared/card/pem.h"

#include <algorithm>
#include <set>
#include <system_error>

namespace sango::card {
namespace {

/// "131202" of "131202-2027.pem"; empty if the name is not of that pattern.
std::string issuer_of(const std::filesystem::path& file) {
    if (file.extension() != ".pem") {
        return {};
    }
    const std::string name = file.filename().string();
    const auto end = std::ranges::find_if_not(name, [](char c) { return c >= '0' && c <= '9'; });
    return {name.begin(), end};
}

Error with_name(const Error& wrong, const std::string& name) {
    return error(wrong.code, name + "：" + wrong.message.ja, name + ": " + wrong.message.en);
}

}  // namespace

Result<Trust> Trust::load(const std::filesystem::path& folder) {
    std::error_code failed;
    std::set<std::filesystem::path> files;  // in order of name, so that the first bad one is always the same
    for (auto entry = std::filesystem::directory_iterator(folder, failed);
         !failed && entry != std::filesystem::directory_iterator(); entry.increment(failed)) {
        if (!issuer_of(entry->path()).empty()) {
            files.insert(entry->path());
        }
    }
    if (failed) {
        return error(
            "trust_folder_missing",
            "市区町村の公開鍵のフォルダー「" + folder.string() + "」を開けません。場所をご確認ください。",
            "The folder of the municipalities' public keys, " + folder.string() +
                ", cannot be opened. Check where it is.");
    }
    Trust trust;
    for (const auto& file : files) {
        auto key = read_public_pem(read_file(file, kMaxPemBytes).value_or(""));
        if (!key) {
            return with_name(key.error(), file.filename().string());
        }
        trust.add(issuer_of(file), *key);
    }
    if (trust.empty()) {
        return error("trust_empty",
                     "フォルダー「" + folder.string() +
                         "」に市区町村の公開鍵がありません。「131202.pem」のような名前で置いてください。",
                     "There is no municipality's public key in " + folder.string() +
                         ". Put it there under a name like 131202.pem.");
    }
    return trust;
}

void Trust::add(std::string_view issuer, const PublicKey& key) {
    keys_.emplace(key_id(key), TrustedKey{std::string(issuer), key});
}

std::vector<TrustedKey> Trust::candidates(BytesView key_id) const {
    std::vector<TrustedKey> found;
    KeyId id;
    if (key_id.size() != id.size()) {
        return found;
    }
    std::ranges::copy(key_id, id.begin());
    const auto [first, last] = keys_.equal_range(id);
    std::transform(first, last, std::back_inserter(found), [](const auto& entry) { return entry.second; });
    return found;
}

std::vector<std::string> Trust::issuers() const {
    std::set<std::string> codes;
    for (const auto& [id, trusted] : keys_) {
        codes.insert(trusted.issuer);
    }
    return {codes.begin(), codes.end()};
}

}  // namespace sango::card
