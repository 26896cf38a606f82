#include "shared/card/pem.h"

#include "shared/base/text.h"

#include <algorithm>
#include <optional>

#include <sodium.h>

namespace sango::card {
namespace {

constexpr std::string_view kPublic = "PUBLIC KEY";
constexpr std::string_view kPrivate = "PRIVATE KEY";

constexpr std::uint8_t kInteger = 0x02;
constexpr std::uint8_t kBitString = 0x03;
constexpr std::uint8_t kOctetString = 0x04;
constexpr std::uint8_t kObjectId = 0x06;
constexpr std::uint8_t kSequence = 0x30;
constexpr std::uint8_t kAttributes = 0xA0;                         // [0], constructed
constexpr std::uint8_t kPublicPart = 0x81;                         // [1], primitive
constexpr std::array<std::uint8_t, 3> kEd25519{0x2B, 0x65, 0x70};  // 1.3.101.112

/// The body of the block named `label`, decoded; nullopt if there is none or it is not Base64.
std::optional<Bytes> block(std::string_view pem, std::string_view label) {
    const std::string begin = "-----BEGIN " + std::string(label) + "-----";
    const std::string end = "-----END " + std::string(label) + "-----";
    const auto from = pem.find(begin);
    const auto to = from == std::string_view::npos ? from : pem.find(end, from + begin.size());
    if (to == std::string_view::npos || pem.size() > kMaxPemBytes) {
        return std::nullopt;
    }
    std::string body(pem.substr(from + begin.size(), to - from - begin.size()));
    std::erase_if(body, [](char c) { return c == '\n' || c == '\r' || c == ' ' || c == '\t'; });
    auto decoded = from_base64(body);
    sodium_memzero(body.data(), body.size());
    return decoded;
}

bool has(std::string_view pem, std::string_view label) {
    return pem.find("-----BEGIN " + std::string(label) + "-----") != std::string_view::npos;
}

/// Takes one DER element with this identifier off the front: its content. Lengths are the short form, or
/// the one long form that is not longer than needed.
std::optional<BytesView> take(BytesView& in, std::uint8_t identifier) {
    if (in.size() < 2 || in[0] != identifier) {
        return std::nullopt;
    }
    std::size_t length = in[1];
    std::size_t header = 2;
    if (length == 0x81) {
        if (in.size() < 3 || in[2] < 0x80) {
            return std::nullopt;
        }
        length = in[2];
        header = 3;
    } else if (length >= 0x80) {
        return std::nullopt;  // no key of ours is longer than 255 bytes
    }
    if (in.size() - header < length) {
        return std::nullopt;
    }
    const BytesView content = in.subspan(header, length);
    in = in.subspan(header + length);
    return content;
}

/// Whether the AlgorithmIdentifier is Ed25519, which has no parameters (RFC 8410, 3).
bool is_ed25519(BytesView algorithm) {
    const auto oid = take(algorithm, kObjectId);
    return oid && algorithm.empty() && std::ranges::equal(*oid, kEd25519);
}

Error not_ed25519() {
    return error("not_ed25519", "Ed25519の鍵ではありません。Ed25519の鍵を用意してください。",
                 "This is not an Ed25519 key. Provide an Ed25519 key.");
}

Error not_a_public_key() {
    return error("not_a_public_key",
                 "公開鍵（PEM形式）として読めません。市区町村から受け取り直してください。",
                 "This cannot be read as a public key in PEM form. Ask the municipality for it again.");
}

Error not_a_private_key() {
    return error("not_a_private_key", "秘密鍵（PEM形式、PKCS#8）として読めません。ファイルをご確認ください。",
                 "This cannot be read as a private key in PEM form (PKCS#8). Check the file.");
}

std::string armour(std::string_view label, BytesView der) {
    std::string body = base64(der);
    std::string text = "-----BEGIN " + std::string(label) + "-----\n";
    for (std::size_t i = 0; i < body.size(); i += 64) {
        text += std::string_view(body).substr(i, 64);
        text += '\n';
    }
    text += "-----END " + std::string(label) + "-----\n";
    sodium_memzero(body.data(), body.size());
    return text;
}

}  // namespace

Result<PublicKey> read_public_pem(std::string_view pem) {
    if (has(pem, kPrivate) || has(pem, "ENCRYPTED PRIVATE KEY") || has(pem, "EC PRIVATE KEY") ||
        has(pem, "RSA PRIVATE KEY")) {
        return error("private_key_here",
                     "公開鍵の場所に秘密鍵があります。秘密鍵を取り除き、公開鍵を置いてください。",
                     "A private key lies where a public one belongs. Remove it and put the public key here.");
    }
    const auto der = block(pem, kPublic);
    if (!der) {
        return not_a_public_key();
    }
    BytesView in(*der);
    auto info = take(in, kSequence);
    if (!info || !in.empty()) {
        // An RSA key is longer than what take() reads; any other OID is told apart below.
        return der->size() > 255 && (*der)[0] == kSequence ? not_ed25519() : not_a_public_key();
    }
    const auto algorithm = take(*info, kSequence);
    const auto bits = take(*info, kBitString);
    if (!algorithm || !bits || !info->empty()) {
        return not_a_public_key();
    }
    if (!is_ed25519(*algorithm)) {
        return not_ed25519();
    }
    PublicKey key;
    if (bits->size() != key.bytes.size() + 1 || (*bits)[0] != 0) {
        return not_a_public_key();
    }
    std::copy(bits->begin() + 1, bits->end(), key.bytes.begin());
    return key;
}

Result<PrivateKey> read_private_pem(std::string_view pem) {
    if (has(pem, "ENCRYPTED PRIVATE KEY")) {
        return error("encrypted_key",
                     "秘密鍵がパスフレーズで保護されています。openssl pkeyで解除したものを指定してください。",
                     "The private key is protected by a passphrase. Give one unlocked with openssl pkey.");
    }
    auto der = block(pem, kPrivate);
    if (!der) {
        return not_a_private_key();
    }
    struct Wipe {
        Bytes& bytes;
        ~Wipe() { sodium_memzero(bytes.data(), bytes.size()); }
    } const wipe{*der};
    BytesView in(*der);
    auto info = take(in, kSequence);
    if (!info || !in.empty()) {
        return der->size() > 255 && (*der)[0] == kSequence ? not_ed25519() : not_a_private_key();
    }
    const auto version = take(*info, kInteger);
    const auto algorithm = take(*info, kSequence);
    auto wrapped = take(*info, kOctetString);
    if (!version || version->size() != 1 || (*version)[0] > 1 || !algorithm || !wrapped) {
        return not_a_private_key();
    }
    if (!is_ed25519(*algorithm)) {
        return not_ed25519();
    }
    (void)take(*info, kAttributes);
    (void)take(*info, kPublicPart);
    const auto seed = take(*wrapped, kOctetString);
    PrivateKey key;
    if (!info->empty() || !seed || !wrapped->empty() || seed->size() != key.seed.size()) {
        return not_a_private_key();
    }
    std::ranges::copy(*seed, key.seed.begin());
    return key;
}

std::string write_public_pem(const PublicKey& key) {
    Bytes der{kSequence, 42, kSequence, 5, kObjectId, 3, 0x2B, 0x65, 0x70, kBitString, 33, 0};
    der.insert(der.end(), key.bytes.begin(), key.bytes.end());
    return armour(kPublic, der);
}

std::string write_private_pem(const PrivateKey& key) {
    Bytes der{kSequence,    46, kInteger,     1, 0, kSequence, 5, kObjectId, 3, 0x2B, 0x65, 0x70,
              kOctetString, 34, kOctetString, 32};
    der.reserve(der.size() + key.seed.size());
    der.insert(der.end(), key.seed.begin(), key.seed.end());
    std::string text = armour(kPrivate, der);
    sodium_memzero(der.data(), der.size());
    return text;
}

}  // namespace sango::card
