#include "shared/card/read.h"

#include "shared/base/text.h"
#include "shared/card/base45.h"
#include "shared/card/issue.h"
#include "tests/card/any_claims.h"
#include "tests/card/page_encoder.h"

#include <algorithm>

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace sango;
using namespace sango::card;

namespace {

const Instant kMay = *parse_instant("2026-05-01T09:00:00+09:00");
constexpr std::int64_t kApril = 1774969200;  // 2026-04-01T00:00:00+09:00, nbf and iat of the good card

PublicKey key_of(const page::Signer& signer) {
    PublicKey key;
    std::ranges::copy(bytes_of(signer.public_key), key.bytes.begin());
    return key;
}

/// Nerima's key (seed 1) and Minamiaso's (seed 2) are known; seed 3 is nobody's.
Trust trust() {
    Trust known;
    known.add("131202", key_of(page::Signer(1)));
    known.add("434337", key_of(page::Signer(2)));
    return known;
}

/// "ok", or the word for the failure.
std::string outcome(std::string_view text, Instant now = kMay, const Revocations& revocations = {},
                    bool clock_trustworthy = true) {
    const auto read = read_text(text, trust(), revocations, now, clock_trustworthy);
    return read ? "ok" : std::string(word(read.error()));
}

page::Card card_with(int label, const page::Piece& value) {
    page::Card card = page::good_card(page::Signer(1));
    page::put(card.outer, page::integer(label), value);
    return card;
}

std::string good_text() {
    return page::good_card(page::Signer(1)).text(page::Signer(1));
}

Digest cti_hash() {
    return sha256(bytes_of("0123456789abcdef"));
}

}  // namespace

TEST_CASE("A card written from the page by somebody else is read") {
    const auto claims = read_text(good_text(), trust(), {}, kMay);
    REQUIRE(claims.ok());
    CHECK(claims->issuer == "131202");
    CHECK(claims->user == "N-4821-7");
    CHECK(outcome(good_text() + "\r\n") == "ok");  // a wedge scanner's line end
}

TEST_CASE("A code that is not one of ours is foreign") {
    CHECK(outcome("") == "foreign");
    CHECK(outcome("https://example.jp/") == "foreign");
    CHECK(outcome("BEGIN:VCARD") == "foreign");
    CHECK(outcome("HC1:" + good_text().substr(5)) == "foreign");
    CHECK(outcome("sng1:" + good_text().substr(5)) == "foreign");
    CHECK(outcome(" " + good_text()) == "foreign");
    CHECK(outcome(std::string("\0SNG1:", 6)) == "foreign");
}

TEST_CASE("A code with our prefix that is broken inside is foreign, for scanning again will not mend it") {
    CHECK(outcome("SNG1:") == "foreign");
    CHECK(outcome("SNG1:hello") == "foreign");
    CHECK(outcome("SNG1:HELLO WORLD") == "foreign");
    CHECK(outcome("SNG1:" + base45(Bytes(200, 0))) == "foreign");
}

TEST_CASE("A card cut at any character is never read") {
    const std::string text = good_text();
    for (std::size_t n = 0; n < text.size(); ++n) {
        CHECK(outcome(std::string_view(text).substr(0, n)) == "foreign");
    }
}

TEST_CASE("A code beyond the limits is foreign before anything in it is looked at") {
    CHECK(outcome("SNG1:" + std::string(3'000, '0')) == "foreign");
    // A card that is good in all but its size.
    const auto of_size = [](std::size_t filler) {
        page::Card card = page::good_card(page::Signer(1));
        page::put(card.outer, page::integer(-70001), page::bytes(std::string(filler, 'x')));
        return std::pair(card.text(page::Signer(1)), card.message(page::Signer(1)).size());
    };
    std::size_t filler = 800;
    while (of_size(filler).second < kMaxCardBytes) {
        ++filler;
    }
    CHECK(of_size(filler).second == kMaxCardBytes);
    CHECK(outcome(of_size(filler).first) == "ok");
    CHECK(outcome(of_size(filler + 1).first) == "foreign");
}

TEST_CASE("Nested CBOR as deep as a card can hold is foreign") {
    for (const char opening : {'\x81', '\x9f', '\xd2', '\xbf', '\x5f', '\xa1', '\xc1'}) {
        CHECK(outcome("SNG1:" + page::base45(std::string(kMaxCardBytes, opening))) == "foreign");
        // The same inside a well-formed message, as its protected header and signed as its payload.
        page::Card card = page::good_card(page::Signer(1));
        card.claims = {{page::text("k"), std::string(900, opening)}};
        CHECK(outcome(card.text(page::Signer(1))) == "foreign");
        card = page::good_card(page::Signer(1));
        card.protected_map = std::string(600, opening);
        CHECK(outcome(card.text(page::Signer(1))) == "foreign");
    }
}

TEST_CASE("A card whose key is not known has an unknown issuer") {
    CHECK(outcome(page::good_card(page::Signer(3)).text(page::Signer(3))) == "unknown_issuer");
    page::Card card = page::good_card(page::Signer(1));
    card.protected_map =
        page::map({{page::integer(1), page::integer(-8)}, {page::integer(4), page::bytes("short")}});
    CHECK(outcome(card.text(page::Signer(1))) == "unknown_issuer");
    CHECK(read_text(good_text(), Trust(), {}, kMay).error() == Failure::unknown_issuer);
}

TEST_CASE("A card signed by another key than the one it names has a bad signature") {
    CHECK(outcome(page::good_card(page::Signer(1)).text(page::Signer(3))) == "bad_signature");
    CHECK(outcome(page::good_card(page::Signer(1)).text(page::Signer(2))) == "bad_signature");
}

TEST_CASE("A municipality cannot sign for another") {
    page::Card card = page::good_card(page::Signer(2));  // Minamiaso's key, and 131202 as issuer
    CHECK(outcome(card.text(page::Signer(2))) == "bad_signature");
    page::put(card.outer, page::integer(1), page::text("434337"));
    CHECK(outcome(card.text(page::Signer(2))) == "ok");
}

TEST_CASE("Of several keys with one kid the right one is found") {
    // 8 bytes do not collide by chance; two municipalities that share one key have the same kid in earnest.
    Trust shared;
    shared.add("434337", key_of(page::Signer(1)));
    CHECK(read_text(good_text(), shared, {}, kMay).error() == Failure::bad_signature);
    shared.add("131202", key_of(page::Signer(1)));
    CHECK(read_text(good_text(), shared, {}, kMay).ok());
    page::Card card = page::good_card(page::Signer(1));
    page::put(card.outer, page::integer(1), page::text("434337"));
    CHECK(read_text(card.text(page::Signer(1)), shared, {}, kMay)->issuer == "434337");
}

TEST_CASE("A signed message that is no card is foreign") {
    page::Card card = page::good_card(page::Signer(1));
    page::put(card.claims, page::text("k"), page::text("ticket"));
    CHECK(outcome(card.text(page::Signer(1))) == "foreign");
    card = page::good_card(page::Signer(1));
    page::drop(card.outer, page::integer(4));
    CHECK(outcome(card.text(page::Signer(1))) == "foreign");
}

TEST_CASE("A card holds from its first second until the second before it expires") {
    const Instant first{std::chrono::seconds(kApril)};
    const Instant end = *parse_instant("2027-03-31T23:59:59+09:00");
    using std::chrono::seconds;
    CHECK(outcome(good_text(), first - seconds(1)) == "not_yet_valid");
    CHECK(outcome(good_text(), first) == "ok");
    CHECK(outcome(good_text(), end - seconds(1)) == "ok");
    CHECK(outcome(good_text(), end) == "expired");
    CHECK(outcome(good_text(), *parse_instant("2036-05-01T09:00:00+09:00")) == "expired");
    const page::Card later = card_with(5, page::integer(kApril + 90 * 86'400));
    CHECK(outcome(later.text(page::Signer(1))) == "not_yet_valid");
}

TEST_CASE("A clock that cannot be right is named, and not the card") {
    CHECK(outcome(good_text(), *parse_instant("1970-01-01T09:00:00+09:00")) == "clock");
    CHECK(outcome(good_text(), *parse_instant("2025-05-01T09:00:00+09:00")) == "clock");
    CHECK(outcome(good_text(), kMay, {}, false) == "clock");
    // More than a day before the card was made: the issuer signed that this time has passed.
    const Instant issued{std::chrono::seconds(kApril)};
    CHECK(outcome(good_text(), issued - kClockTolerance - std::chrono::seconds(1)) == "clock");
    CHECK(outcome(good_text(), issued - kClockTolerance) == "not_yet_valid");
    // An expired card under a clock that is wrong is not called expired.
    CHECK(outcome(card_with(4, page::integer(kApril + 1)).text(page::Signer(1)), kMay, {}, false) == "clock");
    CHECK(outcome(card_with(4, page::integer(kApril + 1)).text(page::Signer(1))) == "expired");
}

TEST_CASE("A wrong clock does not hide what is wrong whatever the time is") {
    const Instant past = *parse_instant("1970-01-01T09:00:00+09:00");
    CHECK(outcome("https://example.jp/", past) == "foreign");
    CHECK(outcome(page::good_card(page::Signer(3)).text(page::Signer(3)), past) == "unknown_issuer");
    CHECK(outcome(page::good_card(page::Signer(1)).text(page::Signer(3)), past) == "bad_signature");
}

TEST_CASE("A revoked card is refused, and only that one") {
    Revocations list;
    list.by_issuer["131202"].cards.insert(cti_hash());
    CHECK(outcome(good_text(), kMay, list) == "revoked");
    CHECK(outcome(card_with(7, page::bytes("another")).text(page::Signer(1)), kMay, list) == "ok");
    CHECK(outcome(good_text(), *parse_instant("2036-05-01T09:00:00+09:00"), list) == "revoked");
    Revocations elsewhere;
    elsewhere.by_issuer["434337"].cards.insert(cti_hash());
    CHECK(outcome(good_text(), kMay, elsewhere) == "ok");
}

TEST_CASE("After a reissue the old card is refused and the new one is good") {
    Revocations list;
    list.by_issuer["131202"].issued_before["N-4821-7"] = Instant(std::chrono::seconds(kApril + 86'400));
    CHECK(outcome(good_text(), kMay, list) == "revoked");
    CHECK(outcome(card_with(6, page::integer(kApril + 86'400)).text(page::Signer(1)), kMay, list) == "ok");
    CHECK(outcome(card_with(2, page::text("N-1000-H")).text(page::Signer(1)), kMay, list) == "ok");
}

TEST_CASE("A coupon works once, a card again and again") {
    page::Card coupon = page::good_card(page::Signer(1));
    page::put(coupon.claims, page::text("k"), page::text("coupon"));
    const std::string text = coupon.text(page::Signer(1));
    Revocations list;
    const auto first = read_text(text, trust(), list, kMay);
    REQUIRE(first.ok());
    mark_used(list, *first);
    CHECK(outcome(text, kMay, list) == "already_used");
    CHECK(outcome(good_text(), kMay, list) == "ok");  // a card with the same cti
}

TEST_CASE("A card with any one bit changed is never read") {
    const page::Signer signer(1);
    const std::string message = page::good_card(signer).message(signer);
    for (std::size_t i = 0; i < message.size(); ++i) {
        for (int bit = 0; bit < 8; ++bit) {
            std::string bent = message;
            bent[i] = static_cast<char>(bent[i] ^ 1 << bit);
            CHECK(outcome("SNG1:" + page::base45(bent)) != "ok");
        }
    }
}

TEST_CASE("A card with any sign of its text changed is never read") {
    CHECK(rc::check([] {
        std::string text = good_text();
        const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
        const auto sign = *rc::gen::arbitrary<char>();
        RC_PRE(text[at] != sign);
        text[at] = sign;
        RC_ASSERT(outcome(text) != "ok");
    }));
}

TEST_CASE("Any claims, issued, are read back whole") {
    CHECK(rc::check([] {
        Claims claims = *any_claims();
        claims.issued_at = claims.not_before;
        const Instant now = claims.not_before;
        RC_PRE(now >= kEarliestNow);
        const PrivateKey key = make_private_key(seeded_random(7));
        Trust known;
        known.add(claims.issuer, public_key_of(key));
        const auto text = issue(claims, key);
        RC_ASSERT(text.ok());
        const auto read = read_text(*text, known, {}, now);
        RC_ASSERT(read.ok());
        RC_ASSERT(*read == claims);
    }));
}

TEST_CASE("Any text behind our prefix ends in a reason") {
    CHECK(rc::check([](const Bytes& bytes) {
        RC_ASSERT(outcome("SNG1:" + base45(bytes)) != "ok");
        RC_ASSERT(outcome("SNG1:" + std::string(text_of(bytes))) != "ok");
    }));
}

TEST_CASE("Each reason has a word and a sentence in both languages") {
    std::vector<std::string> words;
    std::vector<std::string> sentences;
    for (const Failure failure : {Failure::unreadable, Failure::foreign, Failure::unknown_issuer,
                                  Failure::bad_signature, Failure::expired, Failure::not_yet_valid,
                                  Failure::revoked, Failure::already_used, Failure::clock}) {
        words.emplace_back(word(failure));
        const Message message = sentence(failure);
        CHECK(message.ja.ends_with("。"));
        CHECK(message.en.ends_with("."));
        sentences.push_back(message.ja);
        sentences.push_back(message.en);
    }
    CHECK(words == std::vector<std::string>{"unreadable", "foreign", "unknown_issuer", "bad_signature",
                                            "expired", "not_yet_valid", "revoked", "already_used", "clock"});
    std::ranges::sort(sentences);
    CHECK(std::ranges::adjacent_find(sentences) == sentences.end());
}
