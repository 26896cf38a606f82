#include "shared/clinic/people.h"
#include "shared/report/house_sheet.h"
#include "shared/report/user_paper.h"
#include "tests/app/terminal.h"
#include "tests/clinic/desk.h"
#include "tests/report/words_on.h"

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::test;

namespace {

/// A demo clinic that also knows 古賀 真央 and her three, born at 33 weeks.
class DataWithTriplets {
public:
    DataWithTriplets() {
        const HandClock clock{*parse_instant(kDemoAt)};
        auto opened = clinic::open({data_.path(), std::filesystem::path(SANGO_SOURCE_DIR) / "assets"}, clock,
                                   seeded_random(3));
        REQUIRE(opened.ok());
        const clinic::AsTerminal acting(*opened);
        clinic::Registration told = hanako();
        told.user_number = number();
        told.name = "古賀 真央";
        told.kana = "こが まお";
        told.allergies = "小麦";
        const Date born = make_date(2026, 9, 24);
        const Date due = make_date(2026, 11, 12);
        told.children = {{"", "いちか", born, due, 1'980},
                         {"", "にこ", born, due, 1'890},
                         {"", "みつき", born, due, 2'040}};
        const auto known = clinic::register_mother(*opened, told);
        REQUIRE_MESSAGE(known.ok(), (known.ok() ? "" : known.error().message.en));
    }
    [[nodiscard]] static std::string number() { return *make_user_number('N', "7313"); }
    [[nodiscard]] const std::filesystem::path& path() const { return data_.path(); }

private:
    DemoData data_;
};

/// The id of the row of this list that says so.
std::string row_of(const Terminal& terminal, const std::string& list, std::string_view says) {
    for (int i = 0; i < 20; ++i) {
        const std::string id = list + std::to_string(i);
        if (terminal.text(id).find(says) != std::string::npos) return id;
    }
    return {};
}

}  // namespace

TEST_CASE(
    "triplets stand side by side from the desk to the night, each with notes, weight and looks of its own") {
    const DataWithTriplets data;
    {
        Terminal terminal(data.path());
        terminal.play(R"(
            tap checkin.name
            type checkin.name.field こが
            tap checkin.hit.0
            expect checkin.person 古賀 真央
            expect checkin.child.0 いちか・にこ・みつき  生後1か月28日
            tap checkin.service.short_stay
            tap checkin.infection.no
            tap checkin.alert.allergy
            tap checkin.forgotten
            tap checkin.confirm
            expect checkin.done 受付しました
            tap rail.care
        )");
        terminal.play("tap " + row_of(terminal, "care.tile.", "いちか・にこ・みつき"));
        terminal.play(R"(
            expect care.child.0 いちか
            expect care.child.1 にこ
            expect care.child.2 みつき
            tap care.kind.milk
            tap care.preset.60
            tap care.record
            tap care.allergy.confirm
            expect care.totals ミルク 60 ml
            tap care.child.1
            tap care.preset.80
            tap care.record
            expect care.totals ミルク 80 ml
            tap care.child.2
            expect care.totals ミルク 0 ml
            tap care.kind.weight
            tap care.pad.2
            tap care.pad.9
            tap care.pad.9
            tap care.pad.0
            tap care.pad.close
            tap care.record
            expect care.weight 2,990
            tap care.child.0
            expect care.timeline 授乳 60
            tap care.kind.sleep
            tap care.timer.start
            tap care.child.1
            tap care.timer.start
            expect care.timer.0 いちか
            expect care.timer.1 にこ
        )");
    }
    Terminal terminal(data.path(), "2026-11-21T21:30:00+09:00");
    terminal.play("tap rail.night\ntap night.watcher.0\ntap night.receive.confirm");
    for (const char* name : {"いちか", "にこ", "みつき"}) {
        terminal.play("tap night.take");
        terminal.play("tap " + row_of(terminal, "night.take.", name));
        terminal.play("tap night.look.record");
    }
    for (int i = 0; i < 3; ++i) CHECK(terminal.text("night.baby." + std::to_string(i) + ".minutes") == "0");
    // Each by itself: one is seen prone, the others stay as they are.
    terminal.play("tap " + row_of(terminal, "night.baby.", "にこ"));
    terminal.play("tap night.look.posture.prone\ntap night.look.record");
    CHECK(terminal.text(row_of(terminal, "night.baby.", "にこ")).find("戻してください") != std::string::npos);
    CHECK(terminal.text(row_of(terminal, "night.baby.", "みつき")).find("戻してください") ==
          std::string::npos);
    // The handover names all three, and so does the sheet for the dead machine.
    terminal.play("tap night.handover\ntap night.receive.1\ntap night.receive.whole");
    for (const char* name : {"いちか", "にこ", "みつき"})
        CHECK_FALSE(row_of(terminal, "handover.", name).empty());
}

TEST_CASE("on paper each of three has its own pictures, and the house sheet names them one by one") {
    Desk desk;
    clinic::Registration told = hanako();
    const Date born = make_date(2026, 9, 12);  // as on her card
    told.children = {
        {"", "いちか", born, {}, 1'980}, {"", "にこ", born, {}, 1'890}, {"", "みつき", born, {}, 2'040}};
    REQUIRE(clinic::register_mother(desk.clinic(), told).ok());
    const auto use = clinic::check_in(desk.clinic(), desk.draft());
    REQUIRE_MESSAGE(use.ok(), (use.ok() ? "" : use.error().code));
    const auto mother = clinic::find_by_number(desk.clinic(), "nerima", told.user_number);
    REQUIRE((mother.ok() && *mother && (*mother)->children.size() == 3));
    int ml = 40;
    for (const clinic::Child& child : (*mother)->children) {
        clinic::NewNote note = desk.milk(*use, ml += 10);
        note.child_id = child.id;
        REQUIRE(clinic::write_note(desk.clinic(), note).ok());
        note.kind = clinic::NoteKind::weight;
        note.amount = 2'900 + ml;
        REQUIRE(clinic::write_note(desk.clinic(), note).ok());
    }
    const std::string report = words_on(*report::user_paper(desk.clinic(), *use));
    for (const char* said :
         {"お子さん 1", "お子さん 2", "お子さん 3", "50 ml", "60 ml", "70 ml", "2950 g", "2970 g"})
        CHECK_MESSAGE(report.find(said) != std::string::npos, said);
    const std::string house = words_on(*report::house_sheet(desk.clinic()));
    for (const char* said : {"授乳 17:05 いちか", "授乳 17:05 にこ", "授乳 17:05 みつき"})
        CHECK_MESSAGE(house.find(said) != std::string::npos, said);
}
