#include "shared/clinic/handover.h"

#include "shared/clinic/care_timer.h"
#include "tests/clinic/hanakos_stay.h"

#include <algorithm>

using namespace sango;
using namespace sango::clinic;
using sango::test::code;
using sango::test::HanakosStay;
using sango::test::whole;
using namespace std::chrono_literals;

namespace {

struct Shift : HanakosStay {
    Shift() {
        NewNote hot = desk.milk(use);
        hot.child_id = baby;
        hot.kind = NoteKind::temperature;
        hot.amount = 381;
        REQUIRE(write_note(desk.clinic(), hot).ok());
        NewNote feed = desk.milk(use, 60);
        feed.child_id = baby;
        REQUIRE(write_note(desk.clinic(), feed).ok());
        REQUIRE(take_watch(desk.clinic(), sato).ok());
        REQUIRE(take_into_keeping(desk.clinic(), use, baby, {}).ok());
    }
    std::vector<std::string> kinds() {
        std::vector<std::string> kinds;
        for (const OpenLine& line : whole(open_lines(desk.clinic()))) kinds.emplace_back(word(line.kind));
        return kinds;
    }
};

}  // namespace

TEST_CASE("everything open stands on the page: babies in keeping, marks, feeds, and each pair's notes") {
    Shift shift;
    CHECK(shift.kinds() == std::vector<std::string>{"watch", "mark", "feed", "pair"});
    CHECK(open_lines(shift.desk.clinic())->back().notes.size() == 2);
    REQUIRE(start_timer(shift.desk.clinic(),
                        {{}, shift.use, shift.baby, NoteKind::sleep, {}, shift.desk.clock.now()})
                .ok());
    CHECK(std::ranges::count(shift.kinds(), "timer") == 1);
}

TEST_CASE("the receiver confirms line by line, and only then has the shift and the watch") {
    Shift shift;
    Clinic& clinic = shift.desk.clinic();
    CHECK(code(confirm_line(clinic, OpenLine::Kind::watch, shift.baby, "x")) == "not_found");
    CHECK(code(begin_handover(clinic, shift.sato)) == "same_person");
    CHECK(code(begin_handover(clinic, "nobody")) == "not_found");
    REQUIRE(begin_handover(clinic, shift.suzuki).ok());
    for (const OpenLine& line : whole(open_lines(clinic))) {
        CHECK(code(finish_handover(clinic)) == "lines_open");
        shift.desk.clock.turn(10s);
        REQUIRE(confirm_line(clinic, line.kind, line.subject, "聞きました").ok());
        CHECK(code(confirm_line(clinic, line.kind, line.subject, "二度目")) == "confirmed");
    }
    CHECK(watch_board(clinic)->watcher->name == "佐藤 美咲");
    REQUIRE(finish_handover(clinic).ok());
    CHECK(watch_board(clinic)->watcher->name == "鈴木 恵");
    CHECK_FALSE(handover_under_way(clinic)->has_value());
    CHECK(*last_handover(clinic) == shift.desk.clock.now());
    CHECK(*clinic.database.text("SELECT confirmed_by FROM handover_line ORDER BY id DESC LIMIT 1") ==
          shift.suzuki);
    CHECK(*clinic.database.integer("SELECT count(DISTINCT confirmed_at) FROM handover_line") == 4);
    CHECK(shift.desk.audit_holds());
}

TEST_CASE("what comes up in the middle of a handover has to be confirmed too") {
    Shift shift;
    Clinic& clinic = shift.desk.clinic();
    REQUIRE(begin_handover(clinic, shift.suzuki).ok());
    for (const OpenLine& line : whole(open_lines(clinic)))
        REQUIRE(confirm_line(clinic, line.kind, line.subject, "聞いた").ok());
    NewNote cold = shift.desk.milk(shift.use);
    cold.child_id = shift.baby;
    cold.kind = NoteKind::temperature;
    cold.amount = 350;
    REQUIRE(write_note(clinic, cold).ok());
    CHECK(code(finish_handover(clinic)) == "lines_open");
}

TEST_CASE("after a handover only what is new since is told of a pair") {
    Shift shift;
    Clinic& clinic = shift.desk.clinic();
    REQUIRE(begin_handover(clinic, shift.suzuki).ok());
    for (const OpenLine& line : whole(open_lines(clinic)))
        REQUIRE(confirm_line(clinic, line.kind, line.subject, "聞いた").ok());
    REQUIRE(finish_handover(clinic).ok());
    CHECK(open_lines(clinic)->back().notes.empty());
    shift.desk.clock.turn(1min);
    REQUIRE(write_note(clinic, shift.desk.milk(shift.use, 40)).ok());
    CHECK(open_lines(clinic)->back().notes.size() == 1);
}
