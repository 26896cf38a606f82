#include "shared/card/pem.h"

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::card;

namespace {

// RFC 8410, 10.1 and 10.3, as openssl writes them.
constexpr std::string_view kPublic =
    "-----BEGIN PUBLIC KEY-----\n"
    "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n"
    "-----END PUBLIC KEY-----\n";
constexpr std::string_view kPrivate =
    "-----BEGIN PRIVATE KEY-----\n"
    "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n"
    "-----END PRIVATE KEY-----\n";
constexpr std::string_view kPrivateVersion1 =
    "-----BEGIN PRIVATE KEY-----\n"
    "MHICAQEwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n"
    "oB8wHQYKKoZIhvcNAQkJFDEPDA1DdXJkbGUgQ2hhaXJzgSEAGb9ECWmEzf6FQbrB\n"
    "Z9w7lshQhqowtrbLDFw4rXAxZuE=\n"
    "-----END PRIVATE KEY-----\n";
constexpr std::string_view kP256 =
    "-----BEGIN PUBLIC KEY-----\n"
    "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEEVs/o5+uQbTjL3chynL4wXgUg2R9\n"
    "q9UU8I5mEovUf86QZ7kOBIjJwqnzD1omageEHWwHdBO6B+dFabmdT9POxg==\n"
    "-----END PUBLIC KEY-----\n";
constexpr std::string_view kX25519 =
    "-----BEGIN PUBLIC KEY-----\n"
    "MCowBQYDK2VuAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n"
    "-----END PUBLIC KEY-----\n";

std::string code(const auto& result) {
    return result.ok() ? "ok" : result.error().code;
}

}  // namespace

TEST_CASE("Keys of RFC 8410 are read, and belong together") {
    const auto public_key = read_public_pem(kPublic);
    const auto private_key = read_private_pem(kPrivate);
    REQUIRE(public_key.ok());
    REQUIRE(private_key.ok());
    CHECK(hex(public_key->bytes) == "19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1");
    CHECK(public_key_of(*private_key) == *public_key);
}

TEST_CASE("A private key that carries its public half (version 1) is read") {
    const auto key = read_private_pem(kPrivateVersion1);
    REQUIRE(key.ok());
    CHECK(key->seed == read_private_pem(kPrivate)->seed);
}

TEST_CASE("Keys are written as openssl writes them") {
    CHECK(write_public_pem(*read_public_pem(kPublic)) == kPublic);
    CHECK(write_private_pem(*read_private_pem(kPrivate)) == kPrivate);
}

TEST_CASE("Text around the block and Windows line ends do not matter") {
    std::string text = "練馬区 2026\n" + std::string(kPublic) + "\n# end";
    for (auto at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 2)) {
        text.replace(at, 1, "\r\n");
    }
    CHECK(read_public_pem(text).ok());
}

TEST_CASE("A private key in the place of a public one is told") {
    CHECK(code(read_public_pem(kPrivate)) == "private_key_here");
    CHECK(code(read_public_pem(std::string(kPublic) + std::string(kPrivate))) == "private_key_here");
    CHECK(code(read_private_pem(kPublic)) == "not_a_private_key");
}

TEST_CASE("A key of another kind is told") {
    CHECK(code(read_public_pem(kP256)) == "not_ed25519");
    CHECK(code(read_public_pem(kX25519)) == "not_ed25519");
    CHECK(code(read_private_pem(
              "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----")) ==
          "encrypted_key");
}

TEST_CASE("A damaged key is told, wherever it is damaged") {
    for (std::size_t n = 0; n < kPublic.size() - 1; ++n) {
        CHECK(code(read_public_pem(kPublic.substr(0, n))) == "not_a_public_key");
    }
    for (std::size_t n = 0; n < kPrivate.size() - 1; ++n) {
        CHECK(code(read_private_pem(kPrivate.substr(0, n))) == "not_a_private_key");
    }
    const Bytes der = *from_base64("MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=");
    const auto armoured = [](const Bytes& bytes) {
        return "-----BEGIN PUBLIC KEY-----\n" + base64(bytes) + "\n-----END PUBLIC KEY-----\n";
    };
    REQUIRE(read_public_pem(armoured(der)).ok());
    for (std::size_t i = 0; i < 12; ++i) {  // every byte of the structure counts
        for (int bit = 0; bit < 8; ++bit) {
            Bytes bent = der;
            bent[i] = static_cast<std::uint8_t>(bent[i] ^ 1 << bit);
            CHECK_FALSE(read_public_pem(armoured(bent)).ok());
        }
    }
    Bytes longer = der;
    longer.push_back(0);
    CHECK_FALSE(read_public_pem(armoured(longer)).ok());
}
