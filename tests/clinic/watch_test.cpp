#include "shared/clinic/watch.h"

#include "shared/clinic/people.h"
#include "shared/clinic/use.h"
#include "tests/clinic/hanakos_stay.h"

#include <algorithm>

using namespace sango;
using namespace sango::clinic;
using sango::test::code;
using sango::test::HanakosStay;
using namespace std::chrono_literals;

namespace {

/// 山田 花子's baby in the keeping of the night's 鈴木 恵.
struct Night : HanakosStay {
    explicit Night(bool kept = true) {
        if (!kept) return;
        REQUIRE(take_watch(desk.clinic(), suzuki).ok());
        REQUIRE(take_into_keeping(desk.clinic(), use, baby, {.laid_down = false}).ok());
    }
    WatchedBaby watched() {
        const auto board = watch_board(desk.clinic());
        REQUIRE(board.ok());
        REQUIRE(board->babies.size() == 1);
        return board->babies.front();
    }
    /// How long until the next look is due; negative: overdue.
    std::chrono::milliseconds left() { return watched().due - desk.clock.steady(); }
    void looks(Seen seen = {}) { REQUIRE(record_look(desk.clinic(), baby, seen).ok()); }
};

}  // namespace

TEST_CASE("a baby comes into keeping with a first look, only while someone watches, and only once") {
    Night night(false);
    Clinic& clinic = night.desk.clinic();
    CHECK(code(take_into_keeping(clinic, night.use, night.baby, {})) == "no_watcher");
    REQUIRE(take_watch(clinic, night.suzuki).ok());
    CHECK(code(take_into_keeping(clinic, night.use, "another", {})) == "wrong_child");
    CHECK(code(take_into_keeping(clinic, "another", night.baby, {})) == "not_found");
    REQUIRE(take_into_keeping(clinic, night.use, night.baby, {}).ok());
    CHECK(code(take_into_keeping(clinic, night.use, night.baby, {})) == "kept_already");
    CHECK(night.watched().name == "あおい");
    CHECK(night.watched().place == "デイ1");
    CHECK(night.left() == 5min);
    CHECK(night.desk.audit_holds());
}

TEST_CASE("a look begins the interval anew and says by whom and how the baby lay") {
    Night night;
    night.desk.clock.turn(4min);
    CHECK(night.left() == 1min);
    night.looks({.posture = Posture::side});
    CHECK(night.left() == 5min);
    CHECK(night.watched().seen.posture == Posture::side);
    CHECK(night.watched().looked_by == "佐藤 美咲");
    CHECK(night.watched().observed_at == night.desk.clock.now());
}

TEST_CASE("laying down and a feed bring the next look nearer, and a retracted feed does not") {
    Night night;
    night.looks({.laid_down = true});
    CHECK(night.left() == 3min);
    night.desk.clock.turn(20min);
    night.looks();
    CHECK(night.left() == 5min);
    night.desk.clock.turn(1min);
    NewNote feed = night.desk.milk(night.use, 60);
    feed.child_id = night.baby;
    const auto note = write_note(night.desk.clinic(), feed);
    REQUIRE(note.ok());
    CHECK(night.left() == 3min);
    CHECK(night.watched().fed_last);
    REQUIRE(retract_note(night.desk.clinic(), *note, "別の赤ちゃんでした").ok());
    CHECK(night.left() == 4min);
}

TEST_CASE("prone stays until the baby was seen otherwise") {
    Night night;
    night.looks({.posture = Posture::prone});
    CHECK(night.left() == 30s);
    CHECK(night.watched().watching.posture == Posture::prone);
    night.looks({.posture = Posture::prone});
    CHECK(night.watched().watching.posture == Posture::prone);
    night.looks();
    CHECK(night.watched().watching.posture == Posture::back);
    CHECK(night.left() == 5min);
}

TEST_CASE("a look of the wrong baby is taken back with a reason, and the one before counts again") {
    Night night;
    night.desk.clock.turn(4min);
    const auto look = record_look(night.desk.clinic(), night.baby, {});
    REQUIRE(look.ok());
    CHECK(code(retract_look(night.desk.clinic(), *look, " ")) == "no_reason");
    REQUIRE(retract_look(night.desk.clinic(), *look, "となりの赤ちゃんでした").ok());
    CHECK(night.left() == 1min);
    CHECK(code(retract_look(night.desk.clinic(), *look, "もう一度")) == "superseded");
    CHECK(night.desk.audit_holds());
}

TEST_CASE("who watches changes by the receiver's own word, and nobody may go while a baby is in keeping") {
    Night night;
    Clinic& clinic = night.desk.clinic();
    CHECK(watch_board(clinic)->watcher->name == "鈴木 恵");
    CHECK(code(take_watch(clinic, "nobody")) == "not_found");
    CHECK(code(take_watch(clinic, night.suzuki)) == "already_watches");
    REQUIRE(take_watch(clinic, night.sato).ok());
    CHECK(watch_board(clinic)->watcher->name == "佐藤 美咲");
    CHECK(*clinic.database.text("SELECT recorded_by FROM watch ORDER BY id DESC") == night.sato);
    CHECK(*clinic.database.text("SELECT given_by FROM watch ORDER BY id DESC") == night.suzuki);
    CHECK(code(end_watch(clinic)) == "babies_kept");
    REQUIRE(give_back(clinic, night.baby).ok());
    CHECK(code(give_back(clinic, night.baby)) == "not_kept");
    CHECK(code(record_look(clinic, night.baby, {})) == "not_kept");
    REQUIRE(end_watch(clinic).ok());
    CHECK_FALSE(watch_board(clinic)->watcher.has_value());
}

TEST_CASE("with fewer on duty than keeping needs the board says so (003 8 (2))") {
    Night night;
    Clinic& clinic = night.desk.clinic();
    CHECK(watch_board(clinic)->present == 1);
    CHECK(watch_board(clinic)->needed == 2);
    REQUIRE(set_present(clinic, night.sato, true).ok());
    CHECK(watch_board(clinic)->present == 2);
    REQUIRE(set_present(clinic, night.sato, false).ok());
    CHECK(watch_board(clinic)->present == 1);
    REQUIRE(give_back(clinic, night.baby).ok());
    CHECK(watch_board(clinic)->needed == 0);
}

TEST_CASE("a baby's own interval is never longer than the clinic's") {
    Night night;
    Clinic& clinic = night.desk.clinic();
    REQUIRE(set_baby_interval(clinic, night.baby, 120s).ok());
    CHECK(night.left() == 2min);
    CHECK(code(set_baby_interval(clinic, night.baby, 301s)) == "bad_interval");
    CHECK(code(set_baby_interval(clinic, night.baby, 5s)) == "bad_interval");
    REQUIRE(set_setting(clinic, "night.interval_s", "90").ok());
    CHECK(night.left() == 90s);
    REQUIRE(set_baby_interval(clinic, night.baby, std::nullopt).ok());
    CHECK(night.left() == 90s);
}

TEST_CASE("an interval goes on through a jump of the wall clock, forward or back") {
    Night night;
    night.desk.clock.turn(2min);
    night.desk.clock.jump_to(night.desk.clock.now() + 24h);
    CHECK(night.left() == 3min);
    night.desk.clock.jump_to(night.desk.clock.now() - 48h);
    CHECK(night.left() == 3min);
    night.desk.open();  // the program alone begins again
    CHECK(night.left() == 3min);
}

TEST_CASE("after a restart of the machine at three every interval goes on from the last look") {
    Night night;
    night.desk.clock.turn(2min);
    night.desk.clock.restart(90s);
    night.desk.open();
    CHECK(night.left() == 90s);
    night.desk.clock.turn(2min);
    CHECK(night.left() == -30s);
    night.looks();
    CHECK(night.left() == 5min);
}

TEST_CASE("after a restart with a clock that turned back nobody knows, so the baby is due at once") {
    Night night;
    night.desk.clock.restart(0s);
    night.desk.clock.jump_to(night.desk.clock.now() - 1h);
    night.desk.open();
    CHECK(night.left() == 0ms);
}

TEST_CASE("a baby stays on the board past the last day of the stay, until she has checked out") {
    Night night;
    night.desk.clock.turn(24h);
    CHECK(night.left() < 0ms);
    CheckOut leaving;
    leaving.use_id = night.use;
    leaving.received = (*find_use(night.desk.clinic(), night.use))->copay;
    REQUIRE(check_out(night.desk.clinic(), leaving).ok());
    CHECK(watch_board(night.desk.clinic())->babies.empty());
}

TEST_CASE("after a loss no baby of hers is on the board") {
    Night night;
    Registration told = night.desk.hanako();
    told.facts.loss_on = night.desk.today();
    REQUIRE(register_mother(night.desk.clinic(), told).ok());
    CHECK(watch_board(night.desk.clinic())->babies.empty());
}
