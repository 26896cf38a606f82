#include "shared/clinic/staff.h"

#include "shared/clinic/badge.h"
#include "shared/clinic/sign_in.h"
#include "tests/clinic/hanakos_stay.h"

using namespace sango;
using namespace sango::clinic;

TEST_CASE("a PIN is six digits that are not guessed at first") {
    for (const char* weak : {"", "12345", "1234567", "12a456", "123456", "987654", "111111", "１２３４５６"})
        CHECK_MESSAGE(test::code(check_pin(weak)) == "weak_pin", weak);
    for (const char* good : {"274913", "123457", "102938", "000001"})
        CHECK_MESSAGE(check_pin(good).ok(), good);
}

TEST_CASE("a PIN is nowhere in the clinic's data") {
    test::HanakosStay stay;
    REQUIRE(set_pin(stay.desk.clinic(), stay.sato, "274913").ok());
    const auto hash = stay.desk.clinic().database.text("SELECT hash FROM staff_pin", {});
    CHECK((*hash)->starts_with("$argon2id$"));
    CHECK((*hash)->find("274913") == std::string::npos);
}

TEST_CASE("her own PIN she changes herself, another's only a manager") {
    test::HanakosStay stay;
    REQUIRE(act_as(stay.desk.clinic(), stay.suzuki).ok());
    CHECK(test::code(set_pin(stay.desk.clinic(), stay.sato, "274913")) == "not_allowed");
    CHECK(set_pin(stay.desk.clinic(), stay.suzuki, "805512").ok());
}

TEST_CASE("someone who left the staff comes in no more, and what she did keeps her name") {
    test::HanakosStay stay;
    Clinic& clinic = stay.desk.clinic();
    REQUIRE(set_pin(clinic, stay.suzuki, "805512").ok());
    const auto badge = issue_badge(clinic, stay.suzuki);
    REQUIRE(badge.ok());
    CHECK(test::code(end_staff(clinic, stay.sato)) == "last_manager");
    REQUIRE(end_staff(clinic, stay.suzuki).ok());
    CHECK(test::code(badge_holder(clinic, *badge)) == "not_found");
    CHECK(test::code(sign_in(clinic, stay.suzuki, "805512")) == "not_found");
    CHECK(staff(clinic)->size() == 1);
    CHECK(stay.desk.audit_holds());
}

TEST_CASE("a badge opens at this clinic alone, and only the newest of hers") {
    test::HanakosStay stay;
    Clinic& clinic = stay.desk.clinic();
    const auto first = issue_badge(clinic, stay.suzuki);
    REQUIRE(first.ok());
    CHECK(badge_holder(clinic, *first)->id == stay.suzuki);
    const auto second = issue_badge(clinic, stay.suzuki);
    CHECK(test::code(badge_holder(clinic, *first)) == "old_badge");
    CHECK(badge_holder(clinic, *second)->name == "鈴木 恵");

    test::Desk other;
    CHECK(test::code(badge_holder(other.clinic(), *second)) == "bad_badge");

    std::string changed = *second;
    for (const std::size_t at : {std::size_t{10}, changed.size() / 2, changed.size() - 2}) {
        changed = *second;
        changed[at] = changed[at] == 'A' ? 'B' : 'A';
        CHECK(test::code(badge_holder(clinic, changed)) == "bad_badge");
    }
    for (const char* nothing : {"", "SNGB1:", "SNGB1:ABC", "SNG1:ABC", "hello"})
        CHECK(test::code(badge_holder(clinic, nothing)) == "bad_badge");
}
