#include "shared/report/house_papers.h"

#include "shared/clinic/handover.h"
#include "shared/clinic/incident.h"
#include "shared/clinic/people.h"
#include "shared/report/emergency_sheet.h"
#include "shared/report/handover_sheet.h"
#include "shared/report/house_sheet.h"
#include "shared/report/incident_paper.h"
#include "shared/report/user_paper.h"
#include "tests/clinic/managed_desk.h"
#include "tests/report/words_on.h"

#include <sys/stat.h>

using namespace sango;
using namespace sango::report;
using sango::test::Desk;
using sango::test::words_on;

namespace {

bool has(const std::string& words, std::string_view said) {
    return words.find(said) != std::string::npos;
}

struct HouseOfPapers : Desk {
    std::string use = check_in_hanako();
    std::string baby = (*clinic::find_by_number(clinic(), "nerima", "N-4821-1"))->children.front().id;

    std::string note(clinic::NoteKind kind, std::optional<int> amount, std::string detail = {},
                     bool hers = false) {
        clinic::NewNote note = milk(use, 60);
        note.kind = kind;
        note.amount = amount;
        note.detail = std::move(detail);
        note.child_id = hers ? "" : baby;
        const auto id = clinic::write_note(clinic(), note);
        REQUIRE_MESSAGE(id.ok(), (id.ok() ? "" : id.error().message.en));
        return *id;
    }
};

}  // namespace

TEST_CASE("the handover's paper says what is open, who gives, who receives, and what was confirmed") {
    HouseOfPapers house;
    const auto staff = *clinic::staff(house.clinic());
    REQUIRE(clinic::take_watch(house.clinic(), staff[0].id).ok());
    REQUIRE(clinic::take_into_keeping(house.clinic(), house.use, house.baby, {}).ok());
    (void)house.note(clinic::NoteKind::temperature, 384);
    const std::string before = words_on(*handover_sheet(house.clinic()));
    CHECK(has(before, "あおい"));
    CHECK(has(before, "38.4"));
    CHECK(has(before, "□"));
    CHECK_FALSE(has(before, "済"));
    REQUIRE(clinic::begin_handover(house.clinic(), staff[1].id).ok());
    const auto lines = *clinic::open_lines(house.clinic());
    REQUIRE(clinic::confirm_line(house.clinic(), lines[0].kind, lines[0].subject, "見た").ok());
    const std::string under_way = words_on(*handover_sheet(house.clinic()));
    CHECK(has(under_way, "渡す人:" + staff[0].name));
    CHECK(has(under_way, "受ける人:" + staff[1].name));
    CHECK(has(under_way, "済"));
    CHECK(pdf(*handover_sheet(house.clinic()))->starts_with("%PDF"));
}

TEST_CASE(
    "the incident's paper is the national form with all its fields, its time line and reports, without a "
    "name") {
    HouseOfPapers house;
    const auto id = clinic::report_incident(
        house.clinic(), {clinic::Gravity::serious, house.use, house.baby, house.clock.now(), "けいれん"});
    REQUIRE(id.ok());
    REQUIRE(clinic::save_form(
                house.clinic(), *id,
                {{"course", "授乳後30分"}, {"emergency_manual", "yes"}, {"use_began", "2026-11-21"}})
                .ok());
    REQUIRE(clinic::add_event(house.clinic(), *id, house.clock.now(), "119番に電話した").ok());
    REQUIRE(clinic::make_report(house.clinic(), *id, clinic::Consent::refused).ok());
    const Document paper = incident_paper(house.clinic(), **clinic::find_incident(house.clinic(), *id));
    const std::string words = words_on(paper);
    for (const clinic::FormField& field : clinic::form_fields())
        CHECK_MESSAGE(has(words, field.ja), field.ja);
    for (const char* said : {"授乳後30分", "緊急対応マニュアル等の有無:有", "令和8年11月21日",
                             "119番に電話した", "第1報", "紙で提出"})
        CHECK_MESSAGE(has(words, said), said);
    CHECK_FALSE(has(words, "山田"));
    CHECK_FALSE(has(words, "あおい"));
    CHECK(pdf(paper)->starts_with("%PDF"));
}

TEST_CASE(
    "the emergency page on paper has every number by day and by night, what to say, and nobody's name") {
    HouseOfPapers house;
    REQUIRE(clinic::set_setting(house.clinic(), "contract.minamiaso", "1").ok());
    REQUIRE(clinic::set_setting(house.clinic(), "clinic.address", "東京都練馬区栄町3-2").ok());
    REQUIRE(clinic::set_setting(house.clinic(), "emergency.hospital.name", "みどり小児病院").ok());
    REQUIRE(clinic::set_setting(house.clinic(), "emergency.hospital.phone", "03-0000-0000").ok());
    REQUIRE(clinic::set_setting(house.clinic(), "emergency.aed", "1階の玄関").ok());
    const std::string words = words_on(*emergency_sheet(house.clinic()));
    for (const char* said : {"119", "警察:110", "みどり小児病院", "03-0000-0000", "0967-67-2715",
                             "0967-67-1111", "1階の玄関", "東京都練馬区栄町3-2", "開庁時間", "閉庁時"})
        CHECK_MESSAGE(has(words, said), said);
    CHECK_FALSE(has(words, "山田"));
    CHECK(pdf(*emergency_sheet(house.clinic()))->starts_with("%PDF"));
}

TEST_CASE("the report on one use has its pictures, and what was retracted is nowhere on it") {
    HouseOfPapers house;
    (void)house.note(clinic::NoteKind::milk, 80);
    (void)house.note(clinic::NoteKind::nappy, std::nullopt, "both");
    (void)house.note(clinic::NoteKind::weight, 4'321);
    (void)house.note(clinic::NoteKind::pain, 6, "perineum", true);
    const std::string slip = house.note(clinic::NoteKind::milk, 399);
    CHECK(has(words_on(*user_paper(house.clinic(), house.use)), "479 ml"));
    REQUIRE(clinic::retract_note(house.clinic(), slip, "二重").ok());
    const auto paper = user_paper(house.clinic(), house.use);
    REQUIRE(paper.ok());
    const std::string words = words_on(*paper);
    for (const char* said : {"N-4821-1", "80 ml", "1回", "4321 g", "+45.0%", "会陰", "出生体重"})
        CHECK_MESSAGE(has(words, said), said);
    CHECK_FALSE(has(words, "479 ml"));
    CHECK_FALSE(has(words, "399"));
    CHECK_FALSE(has(words, "山田"));
    CHECK(pdf(*paper)->starts_with("%PDF"));
    CHECK(user_paper(house.clinic(), "none").error().code == "not_found");
}

TEST_CASE(
    "a paper goes where files go, readable by its owner alone; without such a folder it says what to do") {
    HouseOfPapers house;
    const test::TempFolder folder;
    REQUIRE(clinic::set_setting(house.clinic(), "export.folder", folder.path().string()).ok());
    const auto file = write_paper(house.clinic(), clinic::Right::care, "handover",
                                  *handover_sheet(house.clinic()), paper_name("handover", house.clock.now()));
    REQUIRE(file.ok());
    CHECK(file->file.filename() == "sango-handover-20261121-1405.pdf");
    CHECK(file->printer.empty());
    struct stat status {};
    REQUIRE(stat(file->file.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777U) == 0600);
    CHECK(house.clinic()
              .database
              .integer("SELECT count(*) FROM audit WHERE action = 'export' AND table_name = 'handover'")
              ->value_or(0) == 1);
}

TEST_CASE(
    "the folder of the house sheet is a manager's choice, outside of the clinic's data, and leaves nothing "
    "behind") {
    test::ManagedDesk desk;
    (void)desk.check_in_hanako();
    const test::TempFolder one;
    const test::TempFolder other;
    desk.hand_to_the_night();
    CHECK(choose_sheet_folder(desk.clinic(), one.path()).error().code == "not_allowed");
    desk.take_over();
    CHECK(choose_sheet_folder(desk.clinic(), one.path() / "none").error().code == "no_folder");
    CHECK(choose_sheet_folder(desk.clinic(), desk.data).error().code == "in_data");
    REQUIRE(choose_sheet_folder(desk.clinic(), one.path()).ok());
    REQUIRE(write_sheet(*house_sheet(desk.clinic()), one.path()).ok());
    REQUIRE(choose_sheet_folder(desk.clinic(), other.path()).ok());
    CHECK_FALSE(std::filesystem::exists(one.path() / kSheetFile));
    REQUIRE(choose_sheet_folder(desk.clinic(), {}).ok());
    CHECK_FALSE(clinic::setting(desk.clinic(), kSheetFolderSetting)->has_value());
}
