#include "shared/card/trust.h"

#include "shared/card/pem.h"
#include "tests/card/temporary_folder.h"

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::card;

namespace {

PrivateKey key(std::uint64_t seed) {
    return make_private_key(seeded_random(seed));
}

std::string public_pem(std::uint64_t seed) {
    return write_public_pem(public_key_of(key(seed)));
}

}  // namespace

TEST_CASE("Keys are trusted for the code at the beginning of their file's name") {
    const TemporaryFolder folder;
    folder.write("131202.pem", public_pem(1));
    folder.write("131202-2027.pem", public_pem(2));
    folder.write("434337 南阿蘇村.pem", public_pem(3));
    const auto trust = Trust::load(folder.path());
    REQUIRE(trust.ok());
    CHECK(trust->issuers() == std::vector<std::string>{"131202", "434337"});
    for (const auto& [seed, issuer] :
         {std::pair(1, "131202"), std::pair(2, "131202"), std::pair(3, "434337")}) {
        const PublicKey known = public_key_of(key(static_cast<std::uint64_t>(seed)));
        CHECK(trust->candidates(key_id(known)) == std::vector{TrustedKey{issuer, known}});
    }
    CHECK(trust->candidates(key_id(public_key_of(key(4)))).empty());
    CHECK(trust->candidates({}).empty());
}

TEST_CASE("Files of other names beside the keys do not matter") {
    const TemporaryFolder folder;
    folder.write("131202.pem", public_pem(1));
    folder.write("README.txt", "131202");
    folder.write("authority.pem", write_private_pem(key(1)));
    folder.write("131202.pem.bak", "old");
    folder.write(".pem", "");
    CHECK(Trust::load(folder.path())->issuers() == std::vector<std::string>{"131202"});
}

TEST_CASE("One bad key among the good is an error that names its file") {
    for (const auto& [content, code] : {std::pair<std::string, std::string>{"", "not_a_public_key"},
                                        {write_private_pem(key(1)), "private_key_here"},
                                        {std::string(1'000'000, 'x'), "not_a_public_key"}}) {
        const TemporaryFolder folder;
        folder.write("131202.pem", public_pem(1));
        folder.write("434337.pem", content);
        const auto trust = Trust::load(folder.path());
        REQUIRE_FALSE(trust.ok());
        CHECK(trust.error().code == code);
        CHECK(trust.error().message.ja.starts_with("434337.pem"));
        CHECK(trust.error().message.en.starts_with("434337.pem"));
    }
}

TEST_CASE("A folder that is missing or holds no key is an error") {
    const TemporaryFolder folder;
    CHECK(Trust::load(folder.path()).error().code == "trust_empty");
    CHECK(Trust::load(folder.path() / "nowhere").error().code == "trust_folder_missing");
    CHECK(Trust::load(folder.write("file", "")).error().code == "trust_folder_missing");
}

TEST_CASE("Every key with the same kid is a candidate") {
    Trust trust;
    const PublicKey shared = public_key_of(key(1));
    trust.add("131202", shared);
    trust.add("434337", shared);
    CHECK(trust.candidates(key_id(shared)).size() == 2);
}
