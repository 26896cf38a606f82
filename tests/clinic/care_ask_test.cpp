#include "shared/clinic/care_ask.h"

#include "shared/clinic/care_open.h"
#include "shared/clinic/care_timer.h"
#include "shared/clinic/safety.h"
#include "tests/clinic/hanakos_stay.h"

#include <algorithm>

using namespace sango;
using namespace sango::clinic;
using sango::test::code;
using sango::test::HanakosStay;
using namespace std::chrono_literals;

namespace {

struct Stay : HanakosStay {
    std::string temperature(int tenths, bool of_baby = true) {
        NewNote note = desk.milk(use);
        note.child_id = of_baby ? baby : "";
        note.kind = NoteKind::temperature;
        note.amount = tenths;
        const auto id = write_note(desk.clinic(), note);
        REQUIRE(id.ok());
        return *id;
    }
    CareOpen open() {
        const auto pairs = in_house(desk.clinic());
        REQUIRE(pairs->size() == 1);
        const auto open = care_open(desk.clinic(), care_limits(desk.clinic()), pairs->front(),
                                    *notes_of_use(desk.clinic(), use));
        REQUIRE(open.ok());
        return *open;
    }
};

}  // namespace

TEST_CASE("a value out of range stays marked until someone has answered it") {
    Stay stay;
    const std::string hot = stay.temperature(381);
    CHECK(stay.open().marks.size() == 1);
    stay.desk.clock.turn(3h);
    CHECK(stay.open().marks.size() == 1);
    REQUIRE(answer_mark(stay.desk.clinic(), hot, "医師に相談しました").ok());
    CHECK(stay.open().marks.empty());
    CHECK(code(answer_mark(stay.desk.clinic(), hot, "")) == "answered");
    CHECK(code(answer_mark(stay.desk.clinic(), "none", "")) == "not_found");
    CHECK(stay.desk.audit_holds());
}

TEST_CASE("a later temperature in range answers an earlier one, another person's does not") {
    Stay stay;
    (void)stay.temperature(381);
    (void)stay.temperature(365, false);
    CHECK(stay.open().marks.size() == 1);
    (void)stay.temperature(369);
    CHECK(stay.open().marks.empty());
}

TEST_CASE("a retracted value marks nothing any more, and its answer cannot be given") {
    Stay stay;
    const std::string hot = stay.temperature(381);
    REQUIRE(retract_note(stay.desk.clinic(), hot, "打ちまちがい").ok());
    CHECK(stay.open().marks.empty());
    CHECK(code(answer_mark(stay.desk.clinic(), hot, "")) == "superseded");
}

TEST_CASE("a weight far below that of birth is marked, one a little below is not") {
    Stay stay;
    const CareLimits limits = care_limits(stay.desk.clinic());
    NewNote weight = stay.desk.milk(stay.use);
    weight.kind = NoteKind::weight;
    weight.amount = 2'682;  // born with 2,980 g: exactly a tenth less
    CHECK_FALSE(out_of_range(limits, weight, 2'980));
    weight.amount = 2'681;
    CHECK(out_of_range(limits, weight, 2'980));
    CHECK_FALSE(out_of_range(limits, weight, std::nullopt));
}

TEST_CASE("the ranges are data with a source, and the clinic sets its own") {
    Stay stay;
    const CareRules& rules = stay.desk.clinic().safety->care;
    for (const std::string& source : {rules.child_temperature.source, rules.mother_temperature.source,
                                      rules.loss_source, rules.feed_source})
        CHECK_FALSE(source.empty());
    (void)stay.temperature(376);
    CHECK(stay.open().marks.size() == 1);
    REQUIRE(set_setting(stay.desk.clinic(), "care.temperature_high", "380").ok());
    CHECK(stay.open().marks.empty());
    REQUIRE(set_setting(stay.desk.clinic(), "care.temperature_high", "3x").ok());
    CHECK(stay.open().marks.size() == 1);
}

TEST_CASE("several timers run at once, their start can be changed, and they survive a restart") {
    Stay stay;
    Clinic& clinic = stay.desk.clinic();
    const auto feed =
        start_timer(clinic, {{}, stay.use, stay.baby, NoteKind::breast, "left", stay.desk.clock.now()});
    const auto sleep = start_timer(clinic, {{}, stay.use, "", NoteKind::sleep, "", stay.desk.clock.now()});
    REQUIRE(feed.ok());
    REQUIRE(sleep.ok());
    CHECK(code(start_timer(clinic,
                           {{}, stay.use, stay.baby, NoteKind::breast, "right", stay.desk.clock.now()})) ==
          "running");
    CHECK(code(start_timer(clinic, {{}, stay.use, stay.baby, NoteKind::milk, "", stay.desk.clock.now()})) ==
          "bad_kind");
    stay.desk.clock.turn(12min);
    const auto moved = move_timer(clinic, *feed, stay.desk.clock.now() - 17min);
    REQUIRE(moved.ok());
    CHECK(code(move_timer(clinic, *feed, stay.desk.clock.now())) == "not_found");
    CHECK(code(move_timer(clinic, *moved, stay.desk.clock.now() + 1min)) == "bad_time");
    stay.desk.open();
    CHECK(running_timers(stay.desk.clinic(), stay.use)->size() == 2);
    const auto note = stop_timer(stay.desk.clinic(), *moved);
    REQUIRE(note.ok());
    const auto notes = notes_of_use(stay.desk.clinic(), stay.use);
    CHECK(notes->back().what.amount == 17);
    CHECK(notes->back().what.detail == "left");
    CHECK(notes->back().what.observed_at == stay.desk.clock.now() - 17min);
    REQUIRE(drop_timer(stay.desk.clinic(), *sleep).ok());
    CHECK(running_timers(stay.desk.clinic(), stay.use)->empty());
    CHECK(notes_of_use(stay.desk.clinic(), stay.use)->size() == 1);
    CHECK(stay.desk.audit_holds());
}

TEST_CASE("a timer runs across midnight") {
    Stay stay;
    Clinic& clinic = stay.desk.clinic();
    Registration told = stay.desk.hanako();
    CheckInDraft draft = stay.desk.draft_of_someone_new();
    draft.service = programme::Service::short_stay;
    draft.days = 2;
    const auto use = check_in(clinic, draft);
    REQUIRE_MESSAGE(use.ok(), (use.ok() ? "" : use.error().code));
    stay.desk.clock.jump_to(*parse_instant("2026-11-21T23:40:00+09:00"));
    const auto sleep = start_timer(clinic, {{}, *use, "", NoteKind::sleep, "", stay.desk.clock.now()});
    REQUIRE(sleep.ok());
    stay.desk.clock.turn(70min);
    REQUIRE(stop_timer(clinic, *sleep).ok());
    CHECK(notes_of_use(clinic, *use)->back().what.amount == 70);
}

TEST_CASE("allergies are asked in each stay, and what she tells is known from then on (003 8 (1))") {
    Stay stay;
    Clinic& clinic = stay.desk.clinic();
    CHECK_FALSE(*allergies_asked(clinic, stay.use));
    CHECK(code(record_allergies(clinic, stay.use, true, " ")) == "empty_text");
    REQUIRE(record_allergies(clinic, stay.use, true, "卵・乳").ok());
    CHECK(*allergies_asked(clinic, stay.use));
    CHECK((*find_by_number(clinic, "nerima", "N-4821-1"))->allergies == "卵・乳");
    CHECK((*find_by_number(clinic, "nerima", "N-4821-1"))->name == "山田 花子");
    REQUIRE(record_allergies(clinic, stay.use, false, "").ok());
    CHECK((*find_by_number(clinic, "nerima", "N-4821-1"))->allergies == "卵・乳");
}

TEST_CASE("item 10 above 0 calls for a person by name") {
    Stay stay;
    Clinic& clinic = stay.desk.clinic();
    Mind mind{.use_id = stay.use, .epds = 11, .item_10 = 1};
    CHECK(code(record_mind(clinic, mind)) == "person_needed");
    mind.called = "nobody";
    CHECK(code(record_mind(clinic, mind)) == "unknown_person");
    mind.called = stay.sato;
    mind.follow_up = true;
    REQUIRE(record_mind(clinic, mind).ok());
    CHECK(minds_of_use(clinic, stay.use)->front().called == "佐藤 美咲");
    CHECK(minds_of_use(clinic, stay.use)->front().follow_up);
}

TEST_CASE("scores are within their bounds, and a later entry of the same moment counts") {
    Stay stay;
    Clinic& clinic = stay.desk.clinic();
    CHECK(code(record_mind(clinic, {.use_id = stay.use})) == "nothing");
    CHECK(code(record_mind(clinic, {.use_id = stay.use, .epds = 31})) == "bad_score");
    CHECK(code(record_mind(clinic, {.use_id = stay.use, .epds = 2, .item_10 = 3})) == "bad_score");
    CHECK(code(record_mind(clinic, {.use_id = stay.use, .bonding = -1})) == "bad_score");
    REQUIRE(record_mind(clinic, {.use_id = stay.use, .epds = 9, .item_10 = 0}).ok());
    REQUIRE(record_mind(clinic, {.use_id = stay.use, .epds = 8, .item_10 = 0}).ok());
    REQUIRE(record_mind(clinic, {.use_id = stay.use, .leaving = true, .epds = 5}).ok());
    const auto minds = minds_of_use(clinic, stay.use);
    REQUIRE(minds->size() == 2);
    CHECK((*minds)[0].epds == 8);
    CHECK((*minds)[1].leaving);
    CHECK(stay.desk.audit_holds());
}
