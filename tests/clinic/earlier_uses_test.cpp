#include "shared/clinic/earlier_uses.h"

#include "shared/base/text.h"
#include "tests/clinic/desk.h"

namespace sango::clinic {
namespace {

using test::Desk;

constexpr std::string_view kHeader = "programme,user_number,service,date,days,units,born\n";

std::string file(std::string_view lines) {
    return std::string(kHeader) + std::string(lines);
}

TEST_CASE("a clinic starts with its history, and reading the file again adds nothing") {
    Desk desk;
    const std::string csv = file(
        "nakano,K-0001,short_stay,2023-05-01,3,1,2023-04-02\n"
        "中野区,K-0002,デイケア,2023/5/2,1,1,\n"
        "131148,K-0002,outreach,20240301,1,1,2023-12-01\n");
    const auto first = import_uses(desk.clinic(), csv);
    REQUIRE_MESSAGE(first.ok(), (first.ok() ? "" : first.error().message.en));
    CHECK(first->added == 3);
    const auto again = import_uses(desk.clinic(), csv);
    REQUIRE(again.ok());
    CHECK(again->added == 0);
    CHECK(again->known == 3);
    CHECK(desk.count("earlier_use") == 3);
    CHECK(desk.audit_holds());
}

TEST_CASE("two visits on one day are two, however often the file is read") {
    Desk desk;
    const std::string csv = file(
        "nakano,K-0001,outreach,2023-05-01,1,1,\n"
        "nakano,K-0001,outreach,2023-05-01,1,1,\n");
    CHECK(import_uses(desk.clinic(), csv)->added == 2);
    CHECK(import_uses(desk.clinic(), csv)->known == 2);
}

TEST_CASE("a file from a spreadsheet, in CP932 and with Japanese headings, is read") {
    Desk desk;
    const auto csv = to_cp932(
        "事業,利用者番号,サービス,利用日,日数,回数,生年月日,利用者負担額\n"
        "中野区,K-0001,ショートステイ,2023-05-01,３,1,2023-04-02,\"6,000\"\n");
    REQUIRE(csv);
    const auto imported = import_uses(desk.clinic(), *csv);
    REQUIRE_MESSAGE(imported.ok(), (imported.ok() ? "" : imported.error().message.en));
    CHECK(desk.clinic().database.integer("SELECT copay FROM earlier_use")->value_or(0) == 6'000);
    CHECK(desk.clinic().database.integer("SELECT days FROM earlier_use")->value_or(0) == 3);
}

TEST_CASE("every broken line is named, and then nothing is taken in") {
    Desk desk;
    const auto imported = import_uses(desk.clinic(), file("nakano,K-0001,short_stay,2023-05-01,3,1,\n"
                                                          "nowhere,K-0002,short_stay,2023-05-01,3,1,\n"
                                                          "nakano,K-0003,spa,2023-05-01,3,1,\n"
                                                          "nakano,K-0004,day_care,2023-02-30,3,1,\n"
                                                          "nakano,K-0005,day_care,2023-05-01,61,1,\n"
                                                          "nakano,K-0006,day_care,2027-05-01,1,1,\n"
                                                          "nakano,K-0007,day_care,2023-05-01,1,1,2023-06-01\n"
                                                          "nakano,,day_care,2023-05-01,1,1,\n"
                                                          "nakano,K-0009,day_care,2023-05-01,,1,\n"
                                                          "nakano,K-0010,day_care\n"));
    REQUIRE(!imported.ok());
    CHECK(imported.error().code == "bad_csv");
    for (const char* line :
         {"3行目", "4行目", "5行目", "6行目", "7行目", "8行目", "9行目", "10行目", "11行目"})
        CHECK_MESSAGE(imported.error().message.ja.find(line) != std::string::npos, line);
    CHECK(imported.error().message.ja.find("K-00") == std::string::npos);
    CHECK(desk.count("earlier_use") == 0);
}

TEST_CASE("a line that now says something else is not taken for the old one") {
    Desk desk;
    REQUIRE(import_uses(desk.clinic(), file("nakano,K-0001,short_stay,2023-05-01,3,1,\n")).ok());
    const auto changed = import_uses(desk.clinic(), file("nakano,K-0001,short_stay,2023-05-01,4,1,\n"));
    REQUIRE(!changed.ok());
    CHECK(changed.error().code == "bad_csv");
}

TEST_CASE("what she used here before the kiosk counts against her limit; what was checked in is known") {
    Desk desk;
    const std::string mother = desk.register_hanako();
    const auto left = [&] {
        const auto assessment = assess(desk.clinic(), desk.draft());
        REQUIRE(assessment.ok());
        for (const auto& [service, allowance] : assessment->allowances)
            if (service == programme::Service::day_care) return allowance.left;
        return -1;
    };
    const int before = left();
    REQUIRE(import_uses(desk.clinic(), file("nerima,N-4821-1,day_care,2026-10-05,1,1,2026-09-12\n")).ok());
    CHECK(left() == before - 1);

    REQUIRE(check_in(desk.clinic(), desk.draft()).ok());
    const auto today = import_uses(desk.clinic(), file("nerima,N-4821-1,day_care,2026-11-21,1,1,\n"));
    REQUIRE(today.ok());
    CHECK(today->known == 1);
}

TEST_CASE("a file without the needed columns says which is missing") {
    Desk desk;
    const auto imported = import_uses(desk.clinic(), "programme,user_number,service,date,days,units\n");
    REQUIRE(!imported.ok());
    CHECK(imported.error().message.en.find("born") != std::string::npos);
}

}  // namespace
}  // namespace sango::clinic
