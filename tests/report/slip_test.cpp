#include "shared/report/slip.h"

#include "shared/clinic/slip.h"
#include "tests/clinic/desk.h"
#include "tests/report/words_on.h"

#include <numeric>

#include <sys/stat.h>

using namespace sango;
using namespace sango::report;
using programme::Service;
using sango::test::Desk;
using sango::test::words_on;

namespace {

void name_the_clinic(Desk& desk) {
    REQUIRE(clinic::set_setting(desk.clinic(), "clinic.name", "さくら助産院").ok());
    REQUIRE(clinic::set_setting(desk.clinic(), "clinic.address", "東京都練馬区髙松1-2-3").ok());
}

void leave(Desk& desk, const std::string& use, Yen received) {
    clinic::CheckOut out;
    out.use_id = use;
    out.on_arrival = clinic::Condition::unwell;
    out.on_leaving = clinic::Condition::well;
    out.follow_up = true;
    out.received = received;
    REQUIRE(clinic::check_out(desk.clinic(), out).ok());
}

void says(const std::string& words, std::initializer_list<const char*> wanted) {
    for (const char* said : wanted) CHECK_MESSAGE(words.find(said) != std::string::npos, said);
}
void says_nothing_of(const std::string& words, std::initializer_list<const char*> hidden) {
    for (const char* said : hidden) CHECK_MESSAGE(words.find(said) == std::string::npos, said);
}

}  // namespace

TEST_CASE(
    "A slip says clinic, day, service, money line by line and what is left, and nothing of her health") {
    Desk desk;
    name_the_clinic(desk);
    clinic::Registration told = Desk::hanako();
    told.name = "𠮷野 髙子";
    REQUIRE(clinic::register_mother(desk.clinic(), told).ok());
    const auto use = clinic::check_in(desk.clinic(), desk.draft());
    REQUIRE(use.ok());
    REQUIRE(clinic::write_note(desk.clinic(), desk.milk(*use, 60)).ok());
    std::string words = words_on(*slip(desk.clinic(), *use, Tongue::ja));
    says(words, {"さくら助産院", "髙松", "𠮷野 髙子 様", "令和8年11月21日(土)", "1,500円",
                 "あと11日（12日のうち）", "電子クーポン", "お帰りのときに頂きます"});
    says_nothing_of(words, {"あおい", "ミルク", "卵", "090-1234-5678", "豊玉北", "N-4821-1"});

    leave(desk, *use, Yen(1'500));
    words = words_on(*slip(desk.clinic(), *use, Tongue::ja));
    says(words, {"受け取りました"});
    says_nothing_of(words, {"つらそう", "落ち着いて", "フォロー", "お帰りのときに"});
    says(words_on(*slip(desk.clinic(), *use, Tongue::en)), {"Your slip", "¥1,500", "11 of 12", "received"});
    CHECK(pdf(*slip(desk.clinic(), *use, Tongue::ja)).ok());
}

TEST_CASE("The lines of a slip are those that were said when she came, and they add up to what she pays") {
    Desk desk;
    (void)desk.register_hanako();
    clinic::CheckInDraft draft = desk.draft();
    draft.service = Service::short_stay;
    draft.days = 3;
    const auto use = clinic::check_in(desk.clinic(), draft);
    REQUIRE(use.ok());
    const auto facts = clinic::slip_facts(desk.clinic(), *use);
    REQUIRE(facts.ok());
    CHECK(facts->lines.size() == 2);
    CHECK(std::accumulate(facts->lines.begin(), facts->lines.end(), Yen(0),
                          [](Yen sum, const programme::CopayLine& line) { return sum + line.yen; }) ==
          Yen(10'500));
    says(words_on(*slip(desk.clinic(), *use, Tongue::ja)), {"7,000円", "3,500円", "10,500円", "（3日間）"});
    CHECK(desk.audit_holds());
}

TEST_CASE("The slip of a mother who lost her child holds no word of one") {
    Desk desk;
    name_the_clinic(desk);
    clinic::Registration told = Desk::hanako();
    told.children.clear();
    told.facts.loss_on = make_date(2026, 11, 1);
    REQUIRE(clinic::register_mother(desk.clinic(), told).ok());
    card::Claims shown = desk.claims();
    shown.births.clear();
    shown.loss_on = make_date(2026, 11, 1);
    const auto certificate = clinic::show_card(desk.clinic(), shown);
    REQUIRE(certificate.ok());
    clinic::CheckInDraft draft;
    draft.mother_id = certificate->mother_id;
    draft.certificate_id = certificate->certificate_id;
    draft.service = Service::outreach;
    draft.acute_infection = false;
    draft.shown = "coupon";
    const auto use = clinic::check_in(desk.clinic(), draft);
    REQUIRE_MESSAGE(use.ok(), (use.ok() ? "" : use.error().message.en));
    const std::string words =
        words_on(*slip(desk.clinic(), *use, Tongue::ja)) + words_on(*slip(desk.clinic(), *use, Tongue::en));
    says_nothing_of(words,
                    {"母子", "赤ちゃん", "お子", "児", "流産", "死産", "baby", "child", "infant", "loss"});
    says(words, {"山田 花子 様", "500円"});
}

TEST_CASE("A slip is one file of the owner's, without her number in its name, and its writing is on record") {
    Desk desk;
    const test::TempFolder folder;
    const std::string use = desk.check_in_hanako();
    const auto file = export_slip(desk.clinic(), use, folder.path(), Tongue::ja);
    REQUIRE(file.ok());
    CHECK(file->filename().string().starts_with("hikae_2026-11-21_"));
    CHECK(file->filename().string().find("4821") == std::string::npos);
    struct stat status {};
    REQUIRE(stat(file->c_str(), &status) == 0);
    CHECK((status.st_mode & 0777U) == 0600U);
    CHECK(desk.clinic().database.integer("SELECT count(*) FROM audit WHERE action = 'slip'")->value_or(0) ==
          1);
    CHECK(export_slip(desk.clinic(), use, folder.path() / "none", Tongue::ja).error().code == "no_folder");
    REQUIRE(clinic::undo_check_in(desk.clinic(), use, "まちがい").ok());
    CHECK(export_slip(desk.clinic(), use, folder.path(), Tongue::ja).error().code == "not_found");
}
