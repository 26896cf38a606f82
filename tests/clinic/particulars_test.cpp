#include "shared/clinic/particulars.h"

#include "tests/clinic/managed_desk.h"

#include <algorithm>
#include <array>

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::clinic;

namespace {

using Told = std::vector<std::pair<std::string, std::string>>;

std::string known(const Clinic& clinic, std::string_view name) {
    const auto all = known_particulars(clinic);
    REQUIRE(all.ok());
    const auto what = std::ranges::find(particulars(), name, &Particular::name);
    REQUIRE(what != particulars().end());
    return (*all)[static_cast<std::size_t>(what - particulars().begin())];
}

std::string refusal(Clinic& clinic, const Told& told) {
    const auto done = set_particulars(clinic, told);
    return done.ok() ? std::string("written") : done.error().code;
}

}  // namespace

TEST_CASE("a bank account is kept as banks write it, however it was typed") {
    test::ManagedDesk desk;
    Clinic& clinic = desk.clinic();
    REQUIRE(refusal(clinic, {{"bank.name", " さくら銀行 "},
                             {"bank.branch", "練馬支店"},
                             {"bank.kind", "普通"},
                             {"bank.number", "１２３４５"},
                             {"bank.holder", "さくらｼﾞﾖｻﾝｲﾝ　（カ"},
                             {"invoice.registration", "1234567890123"}}) == "written");
    CHECK(known(clinic, "bank.name") == "さくら銀行");
    CHECK(known(clinic, "bank.number") == "0012345");
    CHECK(known(clinic, "bank.holder") == "サクラジヨサンイン (カ");
    CHECK(known(clinic, "invoice.registration") == "T1234567890123");
}

TEST_CASE("what no bank would take is refused, and nothing of it is written") {
    test::ManagedDesk desk;
    Clinic& clinic = desk.clinic();
    const std::array<std::pair<std::pair<std::string, std::string>, std::string>, 7> refused{
        {{{"bank.number", "12345678"}, "bad_account_number"},
         {{"bank.number", "12-34a"}, "bad_account_number"},
         {{"bank.holder", "佐藤助産院"}, "bad_holder"},
         {{"bank.kind", "貯蓄"}, "bad_account_kind"},
         {{"invoice.registration", "T123"}, "bad_registration"},
         {{"name", "  "}, "bad_particular"},
         {{"bank", "x"}, "unknown_particular"}}};
    for (const auto& [told, code] : refused) {
        CHECK_MESSAGE(refusal(clinic, {{"bank.name", "さくら銀行"}, told}) == code, told.second);
        CHECK(known(clinic, "bank.name").empty());
    }
}

TEST_CASE("each change of the account is kept with who made it; what is as before is none") {
    test::ManagedDesk desk;
    Clinic& clinic = desk.clinic();
    REQUIRE(refusal(clinic, {{"bank.number", "1234567"}}) == "written");
    REQUIRE(refusal(clinic, {{"bank.number", "1234567"}}) == "written");
    REQUIRE(refusal(clinic, {{"bank.number", ""}}) == "written");
    const auto changes = setting_history(clinic, "clinic.bank.number");
    REQUIRE(changes.ok());
    REQUIRE(changes->size() == 2);
    CHECK((*changes)[1].after == "1234567");
    CHECK(!(*changes)[1].by.empty());
    CHECK((*changes)[0].before == "1234567");
    CHECK(!(*changes)[0].after);
    CHECK(known(clinic, "bank.number").empty());
}

TEST_CASE("only a manager says where the money goes") {
    test::ManagedDesk desk;
    desk.clinic().actor.role = Role::desk;
    CHECK(refusal(desk.clinic(), {{"bank.number", "1234567"}}) == "not_allowed");
    CHECK(known(desk.clinic(), "bank.number").empty());
}
