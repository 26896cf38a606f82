#include "shared/base/text.h"
#include "shared/clinic/mother_csv.h"
#include "tests/clinic/desk.h"

#include <fstream>
#include <iterator>

using namespace sango;
using namespace sango::clinic;
using sango::test::Desk;

namespace {

constexpr std::string_view kHeader =
    "programme,user_number,name,kana,phone,allergies,child_name,born,due,weight_g,household,household_"
    "confirmed_on,"
    "loss_on,resident\n";

std::string file(std::initializer_list<std::string_view> lines) {
    std::string text(kHeader);
    for (const std::string_view line : lines) text += std::string(line) + "\r\n";
    return text;
}

const std::string kTwo =
    file({"nerima,N-3370-1,髙橋 凛,たかはし "
          "りん,03-1,,はると;ゆづき,2026-09-12;2026-09-12,2026-10-01,2310;2250,非課税,2026/7/5,,はい",
          "練馬区,N-5164-2,\"﨑山, 真帆\",さきやま,03-2,卵,,20260801,,,taxed,,,1"});

}  // namespace

TEST_CASE("A file is imported whole, in UTF-8 and in CP932, and importing it again adds nothing") {
    for (const bool cp932 : {false, true}) {
        Desk desk;
        const std::string csv = cp932 ? to_cp932(kTwo).value() : kTwo;
        const auto first = import_mothers(desk.clinic(), csv);
        REQUIRE_MESSAGE(first.ok(), (first.ok() ? "" : first.error().message.en));
        CHECK(first->added == 2);
        CHECK(first->known == 0);
        const Mother twins = **find_by_number(desk.clinic(), "nerima", "N-3370-1");
        CHECK(twins.name == "髙橋 凛");
        REQUIRE(twins.children.size() == 2);
        CHECK(twins.children[1].name == "ゆづき");
        CHECK(twins.children[1].weight_g == 2'250);
        CHECK(twins.children[1].due == make_date(2026, 10, 1));
        CHECK(twins.facts.household == programme::Household::tax_exempt);
        CHECK(twins.facts.household_confirmed_on == make_date(2026, 7, 5));
        CHECK(twins.facts.resident == true);
        CHECK((*find_by_number(desk.clinic(), "nerima", "N-5164-2"))->name == "﨑山, 真帆");
        CHECK(search_mothers(desk.clinic(), "さきやま", 5)->size() == 1);

        const auto links = desk.count("audit");
        const auto again = import_mothers(desk.clinic(), csv);
        CHECK(again->added == 0);
        CHECK(again->known == 2);
        CHECK(desk.count("audit") == links);
        CHECK(desk.audit_holds());
    }
}

TEST_CASE("Japanese column names will do, in any order") {
    Desk desk;
    const auto imported = import_mothers(
        desk.clinic(), "氏名,利用者番号,事業,生年月日,流産死産日\n井上 澪,N-1,131202,,2026-10-30\n");
    REQUIRE(imported.ok());
    const Mother mother = **find_by_number(desk.clinic(), "nerima", "N-1");
    CHECK(mother.facts.loss_on == make_date(2026, 10, 30));
    CHECK(mother.children.empty());
}

TEST_CASE("The files that come with the demo are imported, and both say the same") {
    Desk desk;
    const auto read = [](const char* name) {
        std::ifstream in(std::filesystem::path(SANGO_SOURCE_DIR) / "assets" / "demo" / name,
                         std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    };
    CHECK(import_mothers(desk.clinic(), read("users.csv"))->added == 3);
    const auto links = desk.count("audit");
    CHECK(import_mothers(desk.clinic(), read("users-cp932.csv"))->known == 3);
    CHECK(desk.count("audit") == links);
    CHECK((*find_by_number(desk.clinic(), "nerima", "N-2051-R"))->allergies == "小麦");
    CHECK((*find_by_number(desk.clinic(), "minamiaso", "M-0301-M"))->name == "﨑田 文乃");
}

TEST_CASE(
    "One broken line keeps the whole file out, named by number, field and reason, without what stands in "
    "it") {
    Desk desk;
    const auto links = desk.count("audit");
    const auto message = [&](const std::string& csv) {
        const auto imported = import_mothers(desk.clinic(), csv);
        REQUIRE_FALSE(imported.ok());
        CHECK(imported.error().code == "bad_csv");
        CHECK(desk.count("audit") == links);
        CHECK(desk.count("mother") == 0);
        return imported.error().message.ja;
    };
    const char* good = "nerima,N-1,a,a,,,,,,,,,,";
    CHECK(message(file({good, "nerima,N-2,b,b,,,,2026-02-30,,,,,,"})).starts_with("3行目の「born」"));
    CHECK(message(file({"nerima,N-2,b,b,,,,,,3kg,,,,"})).starts_with("2行目の「weight_g」"));
    CHECK(message(file({"nerima,N-2,b,b,,,,,,,rich,,,"})).starts_with("2行目の「household」"));
    CHECK(message(file({"nerima,N-2,b,b,,,,,,,,,,maybe"})).starts_with("2行目の「resident」"));
    CHECK(message(file({"atlantis,N-2,b,b,,,,,,,,,,"})).starts_with("2行目の「programme」"));
    CHECK(message(file({"nerima,,b,b,,,,,,,,,,"})).starts_with("2行目の「user_number」"));
    CHECK(message(file({"nerima,N-2,\"b\nb\",b,,,,,,,,,,"})).starts_with("2行目の「name」"));
    CHECK(message(file({"nerima,N-2,b"})).starts_with("2行目: 列の数"));
    CHECK(message("programme,name\n").starts_with("1行目の「user_number」"));
    CHECK(message("programme,user_number,shoe size\n").starts_with("1行目: 3列目"));
    CHECK(message("programme,user_number,事業\n").starts_with("1行目の「programme」"));
    CHECK(message("").starts_with("1行目"));
    CHECK(message(file({"nerima,N-2,秘密の名前,b,,,,秘密,,,,,,"})).find("秘密") == std::string::npos);
}

TEST_CASE("Dates are read as people and spreadsheets write them") {
    Desk desk;
    for (const char* born : {"2026-09-02", "2026/9/2", "2026/09/02", "20260902", "２０２６-０９-０２"}) {
        const auto read = read_mothers(std::string("programme,user_number,born\nnerima,N-1,") + born + "\n",
                                       desk.clinic().programmes, desk.today());
        REQUIRE_MESSAGE(read.ok(), born);
        CHECK(read->front().registration.children.front().born == make_date(2026, 9, 2));
    }
    for (const char* born :
         {"9/2", "2026-9", "2026-13-01", "2026.9.2", "-2026-9-2", "2026-9-2x", "R8.9.2", "20260932"})
        CHECK_FALSE_MESSAGE(read_mothers(std::string("programme,user_number,born\nnerima,N-1,") + born + "\n",
                                         desk.clinic().programmes, desk.today())
                                .ok(),
                            born);
}
