#include "tests/card/page_encoder.h"

#include <algorithm>
#include <bit>

#include <sodium.h>

namespace sango::page {
namespace {

char byte(std::uint64_t value) {
    return static_cast<char>(static_cast<unsigned char>(value & 0xFF));
}

const unsigned char* raw(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

Piece head(unsigned major, std::uint64_t argument, int width) {
    if (width < 0) {
        width = argument < 24            ? 0
                : argument < 0x100       ? 1
                : argument < 0x10000     ? 2
                : argument < 0x100000000 ? 4
                                         : 8;
    }
    const unsigned additional = width == 0   ? static_cast<unsigned>(argument)
                                : width == 1 ? 24
                                : width == 2 ? 25
                                : width == 4 ? 26
                                             : 27;
    Piece out(1, byte(major << 5 | additional));
    for (int i = width - 1; i >= 0; --i) {
        out += byte(argument >> (8 * i));
    }
    return out;
}

Piece integer(std::int64_t value, int width) {
    return value >= 0 ? head(0, static_cast<std::uint64_t>(value), width)
                      : head(1, static_cast<std::uint64_t>(-(value + 1)), width);
}
Piece text(std::string_view value) {
    return head(3, value.size()) + std::string(value);
}
Piece bytes(std::string_view value) {
    return head(2, value.size()) + std::string(value);
}
Piece array(const std::vector<Piece>& items) {
    Piece out = head(4, items.size());
    for (const Piece& item : items) {
        out += item;
    }
    return out;
}
Piece map(const std::vector<std::pair<Piece, Piece>>& entries) {
    Piece out = head(5, entries.size());
    for (const auto& [key, value] : entries) {
        out += key + value;
    }
    return out;
}
Piece loose_array(const std::vector<Piece>& items) {
    Piece out = "\x9f";
    for (const Piece& item : items) {
        out += item;
    }
    return out + "\xff";
}
Piece loose_map(const std::vector<std::pair<Piece, Piece>>& entries) {
    Piece out = "\xbf";
    for (const auto& [key, value] : entries) {
        out += key + value;
    }
    return out + "\xff";
}
Piece tag(std::uint64_t number, const Piece& item) {
    return head(6, number) + item;
}
Piece float64(double value) {
    return head(7, std::bit_cast<std::uint64_t>(value), 8);
}

std::string base45(std::string_view in) {
    const std::string_view signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    std::string out;
    std::size_t i = 0;
    for (; i + 1 < in.size(); i += 2) {
        const unsigned n = 256U * raw(in)[i] + raw(in)[i + 1];
        out += {signs[n % 45], signs[n / 45 % 45], signs[n / 2025]};
    }
    if (i < in.size()) {
        out += {signs[raw(in)[i] % 45U], signs[raw(in)[i] / 45U]};
    }
    return out;
}

Signer::Signer(std::uint8_t seed) {
    const std::string seeds(32, static_cast<char>(seed));
    public_key.resize(32);
    secret.resize(64);
    crypto_sign_seed_keypair(reinterpret_cast<unsigned char*>(public_key.data()),
                             reinterpret_cast<unsigned char*>(secret.data()), raw(seeds));
}

std::string Signer::kid() const {
    std::string digest(32, '\0');
    crypto_hash_sha256(reinterpret_cast<unsigned char*>(digest.data()), raw(public_key), public_key.size());
    return digest.substr(0, 8);
}

std::string Signer::sign(std::string_view message) const {
    std::string signature(64, '\0');
    crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr, raw(message),
                         message.size(), raw(secret));
    return signature;
}

Piece Card::payload() const {
    auto all = outer;
    all.emplace_back(integer(-70000), map(claims));
    return map(all);
}

Piece Card::message(const Signer& signer) const {
    const Piece signed_part =
        array({page::text("Signature1"), bytes(protected_map), bytes(""), bytes(payload())});
    return tag(18, array({bytes(protected_map), unprotected_map, bytes(payload()),
                          bytes(signer.sign(signed_part))}));
}

std::string Card::text(const Signer& signer) const {
    return "SNG1:" + base45(message(signer));
}

Card good_card(const Signer& signer) {
    Card card;
    card.claims = {{page::text("k"), page::text("card")},
                   {page::text("b"), array({integer(20522)})},  // 2026-03-10
                   {page::text("d"), integer(20532)},           // 2026-03-20
                   {page::text("w"), array({integer(2890)})},
                   {page::text("m"), page::text("tax_exempt")},
                   {page::text("h"), integer(20544)},  // 2026-04-01
                   {page::text("i"), integer(20400)},  // 2025-11-08
                   {page::text("c"), integer(6)},
                   {page::text("u"), integer(1500)},
                   {page::text("l"), null}};
    card.outer = {{integer(1), page::text("131202")}, {integer(2), page::text("N-4821-7")},
                  {integer(4), integer(1806505199)},  // 2027-03-31T23:59:59+09:00
                  {integer(5), integer(1774969200)},  // 2026-04-01T00:00:00+09:00
                  {integer(6), integer(1774969200)},  {integer(7), bytes("0123456789abcdef")}};
    card.protected_map = map({{integer(1), integer(-8)}, {integer(4), bytes(signer.kid())}});
    card.unprotected_map = map({});
    return card;
}

void put(std::vector<std::pair<Piece, Piece>>& entries, const Piece& key, const Piece& value) {
    for (auto& entry : entries) {
        if (entry.first == key) {
            entry.second = value;
            return;
        }
    }
    entries.emplace_back(key, value);
}

void drop(std::vector<std::pair<Piece, Piece>>& entries, const Piece& key) {
    std::erase_if(entries, [&](const auto& entry) { return entry.first == key; });
}

}  // namespace sango::page
