#pragma once

#include "shared/base/bytes.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// A card written by somebody else: CBOR, COSE and Base45 from the page that describes the card, with none
// of the production code. Each piece is a plain byte string, so that tests can bend it.

namespace sango::page {

using Piece = std::string;

Piece head(unsigned major, std::uint64_t argument, int width = -1);  ///< width 0, 1, 2, 4, 8; -1 the shortest
Piece integer(std::int64_t value, int width = -1);
Piece text(std::string_view value);
Piece bytes(std::string_view value);
Piece array(const std::vector<Piece>& items);
Piece map(const std::vector<std::pair<Piece, Piece>>& entries);
Piece loose_array(const std::vector<Piece>& items);  ///< of indefinite length
Piece loose_map(const std::vector<std::pair<Piece, Piece>>& entries);
Piece tag(std::uint64_t number, const Piece& item);
Piece float64(double value);
inline const Piece null = "\xf6";

std::string base45(std::string_view raw);

/// An Ed25519 key pair from a seed of 32 equal bytes.
struct Signer {
    explicit Signer(std::uint8_t seed);
    [[nodiscard]] std::string kid() const;  ///< first 8 bytes of SHA-256 of the public key
    [[nodiscard]] std::string sign(std::string_view message) const;

    std::string public_key;
    std::string secret;
};

/// A card by parts; the defaults make a good one for 131202, valid through fiscal 2026.
struct Card {
    std::vector<std::pair<Piece, Piece>> claims;  ///< of the map under -70000
    std::vector<std::pair<Piece, Piece>> outer;   ///< the CWT claims but -70000
    Piece protected_map;
    Piece unprotected_map;

    [[nodiscard]] Piece payload() const;
    [[nodiscard]] Piece message(const Signer& signer) const;  ///< with tag 18
    [[nodiscard]] std::string text(const Signer& signer) const;
};
Card good_card(const Signer& signer);
/// The value under a key replaced, or the entry added.
void put(std::vector<std::pair<Piece, Piece>>& entries, const Piece& key, const Piece& value);
void drop(std::vector<std::pair<Piece, Piece>>& entries, const Piece& key);

}  // namespace sango::page
