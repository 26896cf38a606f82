#include "shared/sync/receipt.h"

#include "shared/card/keys.h"
#include "shared/sync/delivery.h"
#include "tests/municipality/post_box.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace sango;
using namespace sango::sync;

namespace {

/// A municipality's hand: writes receipts, right and wrong ones.
struct Clerk {
    card::PrivateKey key = card::make_private_key(seeded_random(7));
    card::PublicKey public_key = card::public_key_of(key);
    Job job;
    std::string head = "12:" + std::string(64, 'a');

    explicit Clerk(std::string_view kind = "report") {
        job.kind = kind;
        job.programme = "nerima";
        job.body = R"({"clinic":"sakura-0123","audit_head":")" + head + "\"}";
        job.idempotency_key = std::string(64, 'b');
    }
    [[nodiscard]] std::string receipt() const {
        return R"({"number":"R8-12-0001","issuer":"131202","clinic":"sakura-0123","kind":")" + job.kind +
               R"(","subject":"2026-11/1","idempotency_key":")" + job.idempotency_key +
               R"(","content_digest":")" + content_digest(job.body) +
               R"(","received_at":"2026-12-01T09:00:00+09:00","audit_head":)" +
               (job.kind == "report" ? "\"" + head + "\"" : "null") + "}";
    }
    [[nodiscard]] Result<Receipt> check(const std::string& body) const {
        return check_receipt(public_key.bytes, job, body, card::sign(bytes_of(body), key));
    }
    [[nodiscard]] Result<Receipt> check_with(std::string_view from, std::string_view to) const {
        std::string body = receipt();
        const auto at = body.find(from);
        REQUIRE(at != std::string::npos);
        body.replace(at, from.size(), to);
        return check(body);
    }
};

}  // namespace

TEST_CASE("a receipt that fits is taken with its number, moment and audit head") {
    const Clerk clerk;
    const auto receipt = clerk.check(clerk.receipt());
    REQUIRE(receipt.ok());
    CHECK(receipt->number == "R8-12-0001");
    CHECK(receipt->audit_head == clerk.head);
    CHECK(receipt->received_at == *parse_instant("2026-12-01T09:00:00+09:00"));
    CHECK(receipt->body == clerk.receipt());
    CHECK(Clerk("use").check(Clerk("use").receipt()).ok());
}

TEST_CASE("a receipt must speak of this very job") {
    const Clerk clerk;
    const std::pair<const char*, const char*> wrong[] = {
        {"sakura-0123", "other-0001"}, {"\"report\"", "\"use\""}, {"bbbb", "bbbc"},
        {"sha-256=:", "sha-256=:A"},   {"12:a", "12:b"},          {"12:a", "13:a"}};
    for (const auto& [from, to] : wrong) {
        CAPTURE(to);
        CHECK(clerk.check_with(from, to).error().code == "bad_receipt");
    }
}

TEST_CASE("a receipt must have the contract's form") {
    const Clerk clerk;
    const std::pair<const char*, const char*> wrong[] = {{"R8-12-0001", "R8-13-0001"},
                                                         {"R8-12-0001", "R8-00-0001"},
                                                         {"R8-12-0001", "8-12-0001"},
                                                         {"R8-12-0001", "R8-12-1"},
                                                         {"R8-12-0001", "R8-12-00x1"},
                                                         {"R8-12-0001", ""},
                                                         {"R8-12-0001", "R-12-0001"},
                                                         {"131202", "13120"},
                                                         {"131202", "abcdef"},
                                                         {"2026-12-01T", "2026-13-01T"},
                                                         {"\"2026-11/1\"", "\"\""},
                                                         {"\"2026-11/1\"", "7"},
                                                         {"\"number\"", "\"Number\""},
                                                         {"{\"number\"", "{\"extra\":1,\"number\""},
                                                         {"}", ""},
                                                         {"\"12:aaaa", "\"aaaa"}};
    for (const auto& [from, to] : wrong) {
        CAPTURE(to);
        CHECK(clerk.check_with(from, to).error().code == "bad_receipt");
    }
    for (const char* body : {"", "null", "[]", "7", "{}", "not json"}) CHECK_FALSE(clerk.check(body).ok());
}

TEST_CASE("only the municipality's key makes a receipt, over exactly these bytes") {
    const Clerk clerk;
    const std::string body = clerk.receipt();
    const auto signature = card::sign(bytes_of(body), clerk.key);
    const auto stranger = card::sign(bytes_of(body), card::make_private_key(seeded_random(8)));
    CHECK(check_receipt(clerk.public_key.bytes, clerk.job, body, signature).ok());
    CHECK_FALSE(check_receipt(clerk.public_key.bytes, clerk.job, body, stranger).ok());
    CHECK_FALSE(check_receipt(clerk.public_key.bytes, clerk.job, body + " ", signature).ok());
    CHECK_FALSE(check_receipt(clerk.public_key.bytes, clerk.job, body, Bytes()).ok());
    CHECK_FALSE(check_receipt(Bytes(), clerk.job, body, signature).ok());
    CHECK_FALSE(check_receipt(Bytes(31), clerk.job, body, signature).ok());
    CHECK(rc::check("no single changed byte passes", [&] {
        std::string changed = body;
        const auto at = *rc::gen::inRange<std::size_t>(0, changed.size());
        changed[at] =
            static_cast<char>(static_cast<unsigned char>(changed[at]) ^ *rc::gen::inRange<unsigned>(1, 256));
        RC_ASSERT_FALSE(check_receipt(clerk.public_key.bytes, clerk.job, changed, signature).ok());
    }));
}

TEST_CASE("a body that names no clinic is never receipted") {
    Clerk clerk;
    clerk.job.body = "[]";
    CHECK_FALSE(clerk.check(clerk.receipt()).ok());
    clerk.job.body = "{";
    CHECK_FALSE(clerk.check(clerk.receipt()).ok());
}

TEST_CASE("the signature header has one form") {
    const std::string good = "ed25519=:" + base64(Bytes(64, 7)) + ":";
    CHECK(parse_signature(good) == Bytes(64, 7));
    for (const std::string& wrong : {std::string(), std::string("ed25519=:"), std::string("ed25519=::"),
                                     "rsa=:" + base64(Bytes(64)) + ":", "ed25519=:" + base64(Bytes(63)) + ":",
                                     good.substr(0, good.size() - 1), " " + good, good + " "})
        CHECK_FALSE(parse_signature(wrong).has_value());
}

TEST_CASE("RFC 9530: the digest of a body") {
    CHECK(content_digest("{\"hello\": \"world\"}\n") ==
          "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:");
    CHECK(content_digest("x") == municipality::content_digest("x"));
}

TEST_CASE("a member of our own frozen bytes is found where the object itself has it, and nowhere else") {
    const std::string_view body =
        R"({"rows":[{"clinic":"inner","note":"\"clinic\":\"x\" }"},{"k":["clinic"]}],"programme":"clinic",)"
        R"("revision":1,"clinic":"sakura-0123","audit_head":"7:ab"})";
    CHECK(own_member(body, "clinic") == "sakura-0123");
    CHECK(own_member(body, "audit_head") == "7:ab");
    CHECK(own_member(body, "programme") == "clinic");
    CHECK(own_member(body, "note").empty());
    CHECK(own_member(body, "revision").empty());
    for (std::size_t length = 0; length < body.size(); ++length) {
        const auto cut = own_member(body.substr(0, length), "audit_head");
        CHECK((cut.empty() || cut == "7:ab"));
    }
    CHECK(own_member(R"({"clinic":"a\"b"})", "clinic").empty());
    CHECK(own_member(R"({"clinic":null,"x":"y"})", "clinic").empty());
    CHECK(own_member("\"clinic\":\"x\"", "clinic").empty());
}
