#pragma once

#include "shared/base/result.h"
#include "shared/card/keys.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sango::card {

/// A municipality's public key. It speaks for cards of that municipality only.
struct TrustedKey {
    std::string issuer;  ///< municipality code
    PublicKey key;

    auto operator<=>(const TrustedKey&) const = default;
};

/// The keys that this clinic believes. A municipality may have several (old and new).
class Trust {
public:
    /// Reads every `<code>*.pem` of `folder` ("131202.pem", "131202-2027.pem": the code is the digits at the
    /// beginning). Files of other names are left alone. Errors: `trust_folder_missing`, `trust_empty` (no
    /// such file), and those of read_public_pem with the file's name in the sentence; one bad file fails
    /// the whole, so that a municipality is never missing without a word.
    [[nodiscard]] static Result<Trust> load(const std::filesystem::path& folder);

    void add(std::string_view issuer, const PublicKey& key);
    /// Every key with this kid, since 8 bytes may collide.
    [[nodiscard]] std::vector<TrustedKey> candidates(BytesView key_id) const;
    [[nodiscard]] bool empty() const { return keys_.empty(); }
    /// The codes of all issuers, each once, in order.
    [[nodiscard]] std::vector<std::string> issuers() const;

private:
    std::multimap<KeyId, TrustedKey> keys_;
};

}  // namespace sango::card
