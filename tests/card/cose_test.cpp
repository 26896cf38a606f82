#include "shared/card/cose.h"

#include "tests/card/page_encoder.h"

#include <algorithm>

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace sango;
using namespace sango::card;

namespace {

PublicKey key_of(const page::Signer& signer) {
    PublicKey key;
    std::ranges::copy(bytes_of(signer.public_key), key.bytes.begin());
    return key;
}

std::optional<Sign1> read(const page::Piece& piece) {
    return read_sign1(bytes_of(piece));
}

bool verified(const page::Piece& piece, const page::Signer& signer) {
    const auto message = read(piece);
    return message && verify_sign1(*message, key_of(signer));
}

}  // namespace

TEST_CASE("Ed25519 verifies RFC 8032, 7.1, test 2, and nothing near it") {
    const auto key = from_hex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    const auto signature = from_hex(
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    REQUIRE((key && signature));
    PublicKey public_key;
    std::ranges::copy(*key, public_key.bytes.begin());
    CHECK(verify(Bytes{0x72}, *signature, public_key));
    CHECK_FALSE(verify(Bytes{0x73}, *signature, public_key));
    CHECK_FALSE(verify(Bytes{0x72}, BytesView(*signature).first(63), public_key));
    PrivateKey secret;
    std::ranges::copy(*from_hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"),
                      secret.seed.begin());
    CHECK(public_key_of(secret) == public_key);
    CHECK(std::ranges::equal(sign(Bytes{0x72}, secret), *signature));
}

TEST_CASE("A message written from the page is read and verified") {
    const page::Signer signer(1);
    const page::Card card = page::good_card(signer);
    CHECK(verified(card.message(signer), signer));
    CHECK_FALSE(verified(card.message(signer), page::Signer(2)));
    const auto message = read(card.message(signer));
    CHECK(text_of(message->key_id) == signer.kid());
    CHECK(text_of(message->payload) == card.payload());
}

TEST_CASE("The CWT tag around it is accepted") {
    const page::Signer signer(1);
    CHECK(verified(page::tag(61, page::good_card(signer).message(signer)), signer));
}

TEST_CASE("The kid may stand in either header, but not in both") {
    const page::Signer signer(1);
    page::Card card = page::good_card(signer);
    card.protected_map = page::map({{page::integer(1), page::integer(-8)}});
    CHECK_FALSE(read(card.message(signer)));
    card.unprotected_map = page::map({{page::integer(4), page::bytes(signer.kid())}});
    CHECK(verified(card.message(signer), signer));
    card.protected_map =
        page::map({{page::integer(1), page::integer(-8)}, {page::integer(4), page::bytes(signer.kid())}});
    CHECK_FALSE(read(card.message(signer)));
}

TEST_CASE("Headers in another form or with more in them verify as they were signed") {
    const page::Signer signer(1);
    page::Card card = page::good_card(signer);
    card.protected_map = page::loose_map({{page::integer(4, 1), page::bytes(signer.kid())},
                                          {page::integer(3), page::text("application/cwt")},
                                          {page::integer(1, 2), page::integer(-8, 8)}});
    CHECK(verified(card.message(signer), signer));
}

TEST_CASE("Anything but a tagged EdDSA Sign1 is refused") {
    const page::Signer signer(1);
    const page::Card good = page::good_card(signer);
    const page::Piece whole = good.message(signer);
    CHECK_FALSE(read(whole.substr(1)));                 // untagged
    CHECK_FALSE(read(page::tag(98, whole.substr(1))));  // COSE_Sign
    CHECK_FALSE(read(page::tag(61, page::tag(61, whole))));
    CHECK_FALSE(read(whole + page::null));

    const auto with_headers = [&](const page::Piece& protect, const page::Piece& open) {
        page::Card card = good;
        card.protected_map = protect;
        card.unprotected_map = open;
        return read(card.message(signer)).has_value();
    };
    const std::pair<page::Piece, page::Piece> kid{page::integer(4), page::bytes(signer.kid())};
    const std::pair<page::Piece, page::Piece> alg{page::integer(1), page::integer(-8)};
    CHECK(with_headers(page::map({alg, kid}), page::map({})));
    CHECK_FALSE(with_headers(page::map({{page::integer(1), page::integer(-7)}, kid}), page::map({})));
    CHECK_FALSE(with_headers(page::map({{page::integer(1), page::text("EdDSA")}, kid}), page::map({})));
    CHECK_FALSE(with_headers(page::map({kid}), page::map({})));
    CHECK_FALSE(with_headers(page::map({alg, {page::integer(4), page::text("kid")}}), page::map({})));
    CHECK_FALSE(with_headers(page::map({alg, kid, {page::integer(2), page::array({page::integer(99)})}}),
                             page::map({})));
    CHECK_FALSE(with_headers(page::map({alg, kid}), page::map({alg})));
    CHECK_FALSE(with_headers(page::map({alg, kid}), page::array({})));
    CHECK_FALSE(with_headers(page::array({alg.first, alg.second}), page::map({kid})));
    CHECK_FALSE(with_headers("", page::map({kid})));
    CHECK_FALSE(with_headers("\xff", page::map({alg, kid})));

    const page::Piece protect = page::bytes(good.protected_map);
    const page::Piece payload = page::bytes(good.payload());
    const page::Piece signature = page::bytes(std::string(64, 's'));
    const auto parts = [](std::vector<page::Piece> items) { return read(page::tag(18, page::array(items))); };
    CHECK(parts({protect, page::map({}), payload, signature}));
    CHECK_FALSE(parts({protect, page::map({}), payload}));
    CHECK_FALSE(parts({protect, page::map({}), payload, signature, page::null}));
    CHECK_FALSE(parts({good.protected_map, page::map({}), payload, signature}));
    CHECK_FALSE(parts({protect, page::map({}), page::null, signature}));  // detached payload
    CHECK_FALSE(parts({protect, page::map({}), payload, page::text("s")}));
}

TEST_CASE("A signature of another length verifies nothing") {
    const page::Signer signer(1);
    const page::Card card = page::good_card(signer);
    auto message = *read(card.message(signer));
    CHECK(verify_sign1(message, key_of(signer)));
    message.signature.push_back(0);
    CHECK_FALSE(verify_sign1(message, key_of(signer)));
    message.signature.clear();
    CHECK_FALSE(verify_sign1(message, key_of(signer)));
}

TEST_CASE("Whatever is signed verifies with its key and no other") {
    CHECK(rc::check([](const Bytes& payload, std::uint64_t seed) {
        const PrivateKey key = make_private_key(seeded_random(seed));
        const PrivateKey other = make_private_key(seeded_random(seed + 1));
        const auto message = read_sign1(sign1(payload, key));
        RC_ASSERT(message.has_value());
        RC_ASSERT(message->payload == payload);
        RC_ASSERT(std::ranges::equal(message->key_id, key_id(public_key_of(key))));
        RC_ASSERT(verify_sign1(*message, public_key_of(key)));
        RC_ASSERT_FALSE(verify_sign1(*message, public_key_of(other)));
    }));
}
