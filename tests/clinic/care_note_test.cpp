#include "shared/clinic/care_note.h"

#include "tests/clinic/desk.h"

#include <algorithm>
#include <map>

#include <rapidcheck.h>

using namespace sango;
using namespace sango::clinic;
using sango::test::code;
using sango::test::Desk;

namespace {

std::string baby(Desk& desk) {
    return (*find_by_number(desk.clinic(), "nerima", "N-4821-1"))->children.front().id;
}

}  // namespace

TEST_CASE("A note keeps what was seen, when, and by whom") {
    Desk desk;
    const std::string use = desk.check_in_hanako();
    NewNote note = desk.milk(use, 60);
    note.child_id = baby(desk);
    note.observed_at = desk.clock.now() - std::chrono::minutes(20);
    const auto id = write_note(desk.clinic(), note);
    REQUIRE(id.ok());
    NewNote words = desk.milk(use);
    words.kind = NoteKind::text;
    words.amount.reset();
    words.text = "𠮷野さんと同じ部屋を希望。\nよく眠れたとのこと。";
    REQUIRE(write_note(desk.clinic(), words).ok());
    desk.open();
    const auto notes = notes_of_use(desk.clinic(), use);
    REQUIRE(notes->size() == 2);
    CHECK((*notes)[0].id == *id);
    CHECK((*notes)[0].what.amount == 60);
    CHECK((*notes)[0].what.child_id == note.child_id);
    CHECK((*notes)[0].what.observed_at == note.observed_at);
    CHECK((*notes)[0].recorded_at == desk.clock.now());
    CHECK((*notes)[0].recorded_by == "佐藤 美咲");
    CHECK_FALSE((*notes)[0].corrected);
    CHECK((*notes)[1].what.text == words.text);
    CHECK(desk.audit_holds());
}

TEST_CASE("An amount that cannot be is refused, its limits are not") {
    Desk desk;
    const std::string use = desk.check_in_hanako();
    const auto write = [&](NoteKind kind, std::optional<int> amount, const char* detail = "") {
        NewNote note = desk.milk(use);
        note.kind = kind;
        note.amount = amount;
        note.detail = detail;
        return code(write_note(desk.clinic(), note));
    };
    struct Range {
        NoteKind kind;
        int least, most;
        const char* detail;
    };
    for (const Range& range :
         {Range{NoteKind::milk, 1, 400, ""}, Range{NoteKind::breast, 1, 120, "left"},
          Range{NoteKind::temperature, 300, 430, ""}, Range{NoteKind::weight, 300, 20'000, ""},
          Range{NoteKind::sleep, 1, 1'440, ""}}) {
        CHECK(write(range.kind, range.least, range.detail) == "ok");
        CHECK(write(range.kind, range.most, range.detail) == "ok");
        CHECK(write(range.kind, range.least - 1, range.detail) == "bad_amount");
        CHECK(write(range.kind, range.most + 1, range.detail) == "bad_amount");
        CHECK(write(range.kind, std::nullopt, range.detail) ==
              (range.kind == NoteKind::breast ? "ok" : "bad_amount"));
    }
    CHECK(write(NoteKind::bath, std::nullopt) == "ok");
    CHECK(write(NoteKind::bath, 1) == "bad_amount");
    CHECK(write(NoteKind::nappy, std::nullopt, "urine") == "ok");
    CHECK(write(NoteKind::nappy, std::nullopt, "") == "bad_detail");
    CHECK(write(NoteKind::breast, 5, "middle") == "bad_detail");
    CHECK(write(NoteKind::milk, 5, "left") == "bad_detail");
}

TEST_CASE("Text is wanted where the note is text, and must be text") {
    Desk desk;
    NewNote note = desk.milk(desk.check_in_hanako());
    note.kind = NoteKind::text;
    note.amount.reset();
    note.text = " \n";
    CHECK(code(write_note(desk.clinic(), note)) == "empty_text");
    note.text = "\x01";
    CHECK(code(write_note(desk.clinic(), note)) == "bad_text");
    note.text = std::string(6'001, 'a');
    CHECK(code(write_note(desk.clinic(), note)) == "bad_text");
}

TEST_CASE("A note lies between the day of check-in and now, or her leaving") {
    Desk desk;
    const std::string use = desk.check_in_hanako();
    const auto at = [&](const char* moment) {
        NewNote note = desk.milk(use);
        note.observed_at = *parse_instant(moment);
        return code(write_note(desk.clinic(), note));
    };
    CHECK(at("2026-11-20T23:59:59+09:00") == "bad_time");
    CHECK(at("2026-11-21T00:00:00+09:00") == "ok");
    CHECK(at("2026-11-21T14:05:00+09:00") == "ok");
    CHECK(at("2026-11-21T14:05:01+09:00") == "bad_time");
    desk.clock.turn(std::chrono::hours(2));
    REQUIRE(check_out(desk.clinic(), {use, Condition::well, Condition::well, false, Yen(1'500)}).ok());
    desk.clock.turn(std::chrono::hours(2));
    CHECK(at("2026-11-21T16:05:00+09:00") == "ok");
    CHECK(at("2026-11-21T16:05:01+09:00") == "bad_time");
}

TEST_CASE("A note belongs to a use that stands and a child of hers") {
    Desk desk;
    const std::string use = desk.check_in_hanako();
    NewNote note = desk.milk("no such use");
    CHECK(code(write_note(desk.clinic(), note)) == "not_found");
    note = desk.milk(use);
    note.child_id = "no such child";
    CHECK(code(write_note(desk.clinic(), note)) == "wrong_child");
    Registration loss = desk.hanako();
    const std::string child = baby(desk);
    loss.facts.loss_on = desk.today();
    REQUIRE(register_mother(desk.clinic(), loss).ok());
    note.child_id = child;
    CHECK(code(write_note(desk.clinic(), note)) == "wrong_child");
    note.child_id.clear();
    CHECK(code(write_note(desk.clinic(), note)) == "ok");
    REQUIRE(undo_check_in(desk.clinic(), use, "まちがい").ok());
    CHECK(code(write_note(desk.clinic(), note)) == "not_found");
}

TEST_CASE("A correction is a new row with its reason; the old one stays in the data and counts nowhere") {
    Desk desk;
    const std::string use = desk.check_in_hanako();
    const std::string first = *write_note(desk.clinic(), desk.milk(use, 60));
    CHECK(code(correct_note(desk.clinic(), first, desk.milk(use, 80), "")) == "no_reason");
    CHECK(code(correct_note(desk.clinic(), first, desk.milk(use, 0), "まちがい")) == "bad_amount");
    CHECK(code(correct_note(desk.clinic(), "no such note", desk.milk(use), "まちがい")) == "not_found");
    const auto second = correct_note(desk.clinic(), first, desk.milk(use, 80), "量のまちがい");
    REQUIRE(second.ok());
    CHECK(code(correct_note(desk.clinic(), first, desk.milk(use, 90), "もう一度")) == "superseded");
    const auto notes = notes_of_use(desk.clinic(), use);
    REQUIRE(notes->size() == 1);
    CHECK(notes->front().id == *second);
    CHECK(notes->front().what.amount == 80);
    CHECK(notes->front().corrected);
    CHECK(desk.count("care_note") == 2);
}

TEST_CASE("A retracted note is retracted everywhere, reports and curves included") {
    Desk desk;
    const std::string use = desk.check_in_hanako();
    NewNote weight = desk.milk(use, 4'820);
    weight.kind = NoteKind::weight;
    weight.child_id = baby(desk);
    const std::string id = *write_note(desk.clinic(), weight);
    CHECK(weights_of_child(desk.clinic(), weight.child_id)->size() == 1);
    CHECK(retract_note(desk.clinic(), id, " ").error().code == "no_reason");
    REQUIRE(retract_note(desk.clinic(), id, "別のお子さん").ok());
    CHECK(retract_note(desk.clinic(), id, "もう一度").error().code == "superseded");
    CHECK(notes_of_use(desk.clinic(), use)->empty());
    CHECK(weights_of_child(desk.clinic(), weight.child_id)->empty());
    CHECK(uses_between(desk.clinic(), "nerima", desk.today(), desk.today())->front().care.empty());
}

TEST_CASE("A child's weights make one curve over all stays") {
    Desk desk;
    const std::string first = desk.check_in_hanako();
    const std::string child = baby(desk);
    const auto weigh = [&](const std::string& use, int grams) {
        NewNote note = desk.milk(use, grams);
        note.kind = NoteKind::weight;
        note.child_id = child;
        REQUIRE(write_note(desk.clinic(), note).ok());
    };
    weigh(first, 4'800);
    REQUIRE(check_out(desk.clinic(), {first, Condition::well, Condition::well, false, Yen(1'500)}).ok());
    desk.clock.turn(std::chrono::hours(48));
    const auto second = check_in(desk.clinic(), desk.draft("cti-2"));
    REQUIRE(second.ok());
    weigh(*second, 4'865);
    const auto points = weights_of_child(desk.clinic(), child);
    REQUIRE(points->size() == 2);
    CHECK((*points)[0].grams == 4'800);
    CHECK((*points)[1].grams == 4'865);
    CHECK((*points)[0].at < (*points)[1].at);
}

TEST_CASE("Whatever is written, corrected and retracted: what counts is what a model says") {
    Desk desk;
    rc::check("notes follow the model", [&] {
        const auto checked_in = check_in(desk.clinic(), desk.draft_of_someone_new());
        RC_ASSERT(checked_in.ok());
        const std::string& use = *checked_in;
        std::map<std::string, int> model;  // what counts: id -> ml
        std::vector<std::string> all;
        for (const int step : *rc::gen::container<std::vector<int>>(12, rc::gen::inRange(0, 1'000))) {
            const int ml = 1 + step % 400;
            const std::string chosen = all.empty() ? "" : all[static_cast<std::size_t>(step) % all.size()];
            if (step % 3 == 0 || all.empty()) {
                const std::string id = *write_note(desk.clinic(), desk.milk(use, ml));
                model[id] = ml;
                all.push_back(id);
            } else if (step % 3 == 1) {
                const auto id = correct_note(desk.clinic(), chosen, desk.milk(use, ml), "訂正");
                RC_ASSERT(id.ok() == model.contains(chosen));
                if (!id) continue;
                model.erase(chosen);
                model[*id] = ml;
                all.push_back(*id);
            } else {
                RC_ASSERT(retract_note(desk.clinic(), chosen, "取り消し").ok() == model.contains(chosen));
                model.erase(chosen);
            }
        }
        std::map<std::string, int> counted;
        const auto notes = notes_of_use(desk.clinic(), use);
        for (const Note& note : *notes) counted[note.id] = note.what.amount.value_or(0);
        RC_ASSERT(counted == model);
        const auto uses = uses_between(desk.clinic(), "nerima", desk.today(), desk.today());
        const auto care = std::ranges::find(*uses, use, &RecordedUse::use_id)->care;
        RC_ASSERT(care.size() == (model.empty() ? 0U : 1U));
        if (!model.empty()) RC_ASSERT(care.front().second == static_cast<int>(model.size()));
    });
    CHECK(desk.audit_holds());
}

TEST_CASE("pain is the mother's: 0 to 10, with where it hurts") {
    Desk desk;
    const std::string use = desk.check_in_hanako();
    NewNote note = desk.milk(use, 1);
    note.kind = NoteKind::pain;
    note.child_id.clear();
    note.amount = 0;
    note.detail = "perineum";
    CHECK(write_note(desk.clinic(), note).ok());
    note.amount = 10;
    CHECK(write_note(desk.clinic(), note).ok());
    note.amount = 11;
    CHECK(write_note(desk.clinic(), note).error().code == "bad_amount");
    note.amount.reset();
    CHECK(write_note(desk.clinic(), note).error().code == "bad_amount");
    note.amount = 3;
    note.detail = "soul";
    CHECK(write_note(desk.clinic(), note).error().code == "bad_detail");
    note.detail = "head";
    note.child_id = (*find_by_number(desk.clinic(), "nerima", "N-4821-1"))->children.front().id;
    CHECK(write_note(desk.clinic(), note).error().code == "wrong_child");
    CHECK(notes_of_use(desk.clinic(), use)->size() == 2);
}
