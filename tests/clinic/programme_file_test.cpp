#include "shared/clinic/programme_file.h"

#include "shared/card/cose.h"
#include "tests/clinic/managed_desk.h"
#include "tests/support/shipped_rules.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::clinic;

namespace {

std::string changed(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    REQUIRE_MESSAGE(at != std::string::npos, from);
    return text.replace(at, from.size(), to);
}

/// Nerima's rules with a copay of 4,000 yen further days, in force from `day`.
std::string rules_from(std::string_view day, int further = 4'000, int revision = 1) {
    return changed(test::rules_from(day, revision), "each_further_day = 3500",
                   "each_further_day = " + std::to_string(further));
}

/// A clinic that knows the keys of two municipalities.
struct FileDesk : test::ManagedDesk {
    card::PrivateKey nerima = card::make_private_key(seeded_random(11));
    card::PrivateKey setagaya = card::make_private_key(seeded_random(12));
    card::PrivateKey stranger = card::make_private_key(seeded_random(13));

    FileDesk() { trust(); }
    void trust() {
        clinic().trust.add("131202", card::public_key_of(nerima));
        clinic().trust.add("131121", card::public_key_of(setagaya));
    }
    [[nodiscard]] Bytes signed_by(const card::PrivateKey& key, std::string_view toml) const {
        return card::sign1(bytes_of(toml), key, kProgrammeContentType);
    }
    Result<TakenIn> take(const Bytes& file) {
        return take_in_programme(clinic(), file, "nerima-r9.cose", CameFrom::file);
    }
    /// The error's code, after checking that nothing has changed.
    std::string refused(const Bytes& file) {
        const auto links = count("audit");
        const auto files = count("programme_file");
        const auto versions = clinic().programmes.versions("nerima").size();
        const auto taken = take(file);
        REQUIRE_FALSE(taken.ok());
        CHECK(count("audit") == links);
        CHECK(count("programme_file") == files);
        CHECK(clinic().programmes.versions("nerima").size() == versions);
        CHECK_FALSE(taken.error().message.ja.empty());
        CHECK(taken.error().message.en.find("nerima-r9.cose") != std::string::npos);
        return taken.error().code;
    }
    /// The copay of a stay of three days that begins on `day`.
    [[nodiscard]] Yen stay_from(Date day) {
        const auto* rules = clinic().programmes.find("nerima", day);
        REQUIRE(rules != nullptr);
        programme::Request request;
        request.service = programme::Service::short_stay;
        request.start = day;
        request.days = 3;
        request.mother.emplace().household = programme::Household::taxed;
        request.used.emplace();
        request.children = std::vector<programme::Child>{{day - std::chrono::days(40), {}, {}}};
        return programme::judge(*rules, request).copay.value_or(Yen());
    }
};

const Date kLastOldDay = make_date(2027, 3, 31);
const Date kFirstNewDay = make_date(2027, 4, 1);

}  // namespace

TEST_CASE("a signed file holds from its first day on, and the version before ends the day before") {
    FileDesk desk;
    const auto taken = desk.take(desk.signed_by(desk.nerima, rules_from("2027-04-01")));
    REQUIRE_MESSAGE(taken.ok(), (taken.ok() ? "" : taken.error().message.en));
    CHECK(taken->programme == "nerima");
    CHECK(taken->valid_from == kFirstNewDay);
    const auto versions = desk.clinic().programmes.versions("131202");
    REQUIRE(versions.size() == 2);
    CHECK(versions[0].valid_to() == kLastOldDay);
    CHECK_FALSE(versions[1].valid_to());
    CHECK(desk.stay_from(kLastOldDay) == Yen(10'500));
    CHECK(desk.stay_from(kFirstNewDay) == Yen(11'000));
    CHECK(desk.clinic().programmes.versions("setagaya").size() == 1);
}

TEST_CASE("what was taken in is there after a restart, also without the municipality's key") {
    FileDesk desk;
    REQUIRE(desk.take(desk.signed_by(desk.nerima, rules_from("2027-04-01"))).ok());
    desk.open();
    CHECK(desk.stay_from(kFirstNewDay) == Yen(11'000));
    const auto versions = desk.clinic().programmes.versions("nerima");
    const auto origin = origin_of(desk.clinic(), versions.back());
    REQUIRE((origin.ok() && origin->has_value()));
    CHECK((*origin)->by == "高木 直子");
    CHECK((*origin)->came_from == CameFrom::file);
    CHECK_FALSE(origin_of(desk.clinic(), versions.front())->has_value());
    CHECK(desk.audit_holds());
}

TEST_CASE("a file that is not signed, or not as a programme, is refused") {
    FileDesk desk;
    const std::string rules = rules_from("2027-04-01");
    CHECK(desk.refused(Bytes(bytes_of(rules).begin(), bytes_of(rules).end())) == "not_signed");
    CHECK(desk.refused({}) == "not_signed");
    // The municipality's own signature under something else: a card is no programme.
    CHECK(desk.refused(card::sign1(bytes_of(rules), desk.nerima)) == "not_signed");
    CHECK(desk.refused(card::sign1(bytes_of(rules), desk.nerima, "text/plain")) == "not_signed");
    CHECK(desk.refused(Bytes(kLargestProgrammeFile + 1, 0xD2)) == "not_signed");
}

TEST_CASE("a broken signature and a key that nobody knows are told apart") {
    FileDesk desk;
    Bytes broken = desk.signed_by(desk.nerima, rules_from("2027-04-01"));
    broken.back() ^= 1U;
    CHECK(desk.refused(broken) == "bad_signature");
    Bytes rewritten = desk.signed_by(desk.nerima, rules_from("2027-04-01"));
    const std::string_view words = "each_further_day = 4000";
    const BytesView wanted = bytes_of(words);
    const auto at = std::search(rewritten.begin(), rewritten.end(), wanted.begin(), wanted.end());
    REQUIRE(at != rewritten.end());
    at[words.size() - 4] = '1';
    CHECK(desk.refused(rewritten) == "bad_signature");
    CHECK(desk.refused(desk.signed_by(desk.stranger, rules_from("2027-04-01"))) == "unknown_signer");
}

TEST_CASE("one municipality cannot write another's rules") {
    FileDesk desk;
    const Bytes file = desk.signed_by(desk.setagaya, rules_from("2027-04-01"));
    CHECK(desk.refused(file) == "other_municipality");
    CHECK(desk.take(file).error().message.ja.find("練馬区") != std::string::npos);
    // Its own code under a name that is taken.
    const std::string borrowed = changed(rules_from("2027-04-01"), "131202", "131121");
    CHECK(desk.refused(desk.signed_by(desk.setagaya, borrowed)) == "other_programme");
}

TEST_CASE("rules that do not load are refused with line and field") {
    FileDesk desk;
    const Bytes file =
        desk.signed_by(desk.nerima, changed(rules_from("2027-04-01"), "total = 7", "total = \"seven\""));
    CHECK(desk.refused(file) == "malformed");
    const Message said = desk.take(file).error().message;
    CHECK(said.ja.find("total") != std::string::npos);
    CHECK(said.ja.find("nerima-r9.cose:") != std::string::npos);
    CHECK(desk.refused(desk.signed_by(desk.nerima, "")) == "malformed");
    CHECK(desk.refused(desk.signed_by(desk.nerima, "\xFF\xFE")) == "not_signed");
}

TEST_CASE("the rules never go back: older versions, and the same one twice, are refused") {
    FileDesk desk;
    const Bytes first = desk.signed_by(desk.nerima, rules_from("2027-04-01"));
    REQUIRE(desk.take(first).ok());
    CHECK(desk.refused(first) == "already_taken");
    CHECK(desk.refused(desk.signed_by(desk.nerima, rules_from("2027-04-01", 9'000))) == "older_version");
    CHECK(desk.refused(desk.signed_by(desk.nerima, rules_from("2026-04-01", 9'000))) == "older_version");
    CHECK(desk.stay_from(kFirstNewDay) == Yen(11'000));
    // A correction says so by its revision.
    REQUIRE(desk.take(desk.signed_by(desk.nerima, rules_from("2027-04-01", 5'000, 2))).ok());
    CHECK(desk.stay_from(kFirstNewDay) == Yen(12'000));
    CHECK(desk.refused(first) == "already_taken");
    CHECK(desk.clinic().programmes.versions("nerima").size() == 2);
    desk.open();
    CHECK(desk.stay_from(kFirstNewDay) == Yen(12'000));
    CHECK(desk.stay_from(kLastOldDay) == Yen(10'500));
}

TEST_CASE("the municipality's own word replaces the file that came with the program") {
    FileDesk desk;
    REQUIRE(desk.take(desk.signed_by(desk.nerima, rules_from("2021-04-01"))).ok());
    CHECK(desk.clinic().programmes.versions("nerima").size() == 1);
    CHECK(desk.stay_from(kLastOldDay) == Yen(11'000));
    desk.open();
    CHECK(desk.stay_from(kLastOldDay) == Yen(11'000));
}

TEST_CASE("a sixth municipality whose key is trusted brings its own programme") {
    FileDesk desk;
    std::ifstream in(std::string(SANGO_SOURCE_DIR) + "/tests/programme/hoshimi/hoshimi-r8.toml");
    std::ostringstream text;
    text << in.rdbuf();
    desk.clinic().trust.add("999997", card::public_key_of(desk.stranger));
    REQUIRE(desk.take(desk.signed_by(desk.stranger, text.str())).ok());
    CHECK(desk.clinic().programmes.find("hoshimi", make_date(2026, 5, 1)) != nullptr);
}

TEST_CASE("only a manager takes rules in") {
    FileDesk desk;
    desk.hand_to_the_night();
    const auto taken = desk.take(desk.signed_by(desk.nerima, rules_from("2027-04-01")));
    CHECK(taken.error().code == "not_allowed");
    CHECK(desk.count("programme_file") == 0);
}

TEST_CASE("several files are taken in oldest first, all or none; what is known is left out") {
    FileDesk desk;
    const Bytes r9 = desk.signed_by(desk.nerima, rules_from("2027-04-01"));
    const Bytes r10 = desk.signed_by(desk.nerima, rules_from("2028-04-01", 5'000));
    const auto taken = take_in_newer(desk.clinic(), {r10, r9}, CameFrom::municipality);
    REQUIRE(taken.ok());
    CHECK(taken->size() == 2);
    CHECK(desk.stay_from(make_date(2028, 3, 1)) == Yen(11'000));
    CHECK(desk.stay_from(make_date(2028, 4, 1)) == Yen(12'000));
    CHECK(take_in_newer(desk.clinic(), {r10, r9}, CameFrom::municipality)->empty());

    const Bytes r11 = desk.signed_by(desk.nerima, rules_from("2029-04-01", 6'000));
    const Bytes foreign = desk.signed_by(desk.setagaya, rules_from("2030-04-01"));
    const auto failed = take_in_newer(desk.clinic(), {r11, foreign}, CameFrom::municipality);
    REQUIRE_FALSE(failed.ok());
    CHECK(failed.error().code == "other_municipality");
    CHECK(desk.clinic().programmes.versions("nerima").size() == 3);
    CHECK(desk.count("programme_file") == 2);
}
