#include "kiosk/screens/care_draft.h"

#include "tests/sample_views/sample_views.h"

#include <algorithm>

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::screens;
using clinic::NoteKind;

namespace {

const Instant kNow = sample::at(14, 5);

NoteDraft draft(NoteKind kind) {
    NoteDraft result;
    result.use_id = "u5";
    result.child_id = "c1";
    result.kind = kind;
    return result;
}

}  // namespace

TEST_CASE("what she drank last is offered first, and no other number is assumed") {
    CareView view = sample::care();
    view.last_milk_ml = 80;
    CHECK(fresh_draft(view, NoteKind::milk).amount == 80);
    CHECK_FALSE(fresh_draft(view, NoteKind::weight).amount.has_value());
    view.last_milk_ml.reset();
    CHECK_FALSE(fresh_draft(view, NoteKind::milk).amount.has_value());
}

TEST_CASE("an unusual last amount takes the place of the preset that is farthest from it") {
    CHECK(presets_of(NoteKind::milk, std::nullopt) == std::vector{40, 60, 80, 100, 120});
    CHECK(presets_of(NoteKind::milk, 80) == std::vector{40, 60, 80, 100, 120});
    CHECK(presets_of(NoteKind::milk, 35) == std::vector{35, 40, 60, 80, 100});
    CHECK(presets_of(NoteKind::milk, 150) == std::vector{60, 80, 100, 120, 150});
    CHECK(presets_of(NoteKind::temperature, 80).empty());
}

TEST_CASE("a note of now leaves its time to the clinic; one set by hand keeps it") {
    NoteDraft milk = draft(NoteKind::milk);
    milk.amount = 80;
    CHECK(note_of(milk, kNow).observed_at == Instant());
    milk.at = sample::at(13, 40);
    CHECK(note_of(milk, kNow).observed_at == sample::at(13, 40));
}

TEST_CASE("a sleep or a feed at the breast that ends now began its minutes ago") {
    NoteDraft sleep = draft(NoteKind::sleep);
    sleep.amount = 60;
    CHECK(note_of(sleep, kNow).observed_at == sample::at(13, 5));
    NoteDraft breast = draft(NoteKind::breast);
    breast.amount = 10;
    breast.detail = "left";
    CHECK(note_of(breast, kNow).observed_at == sample::at(13, 55));
}

TEST_CASE("breast care, meals and counselling are the mother's even when a child is chosen") {
    for (const NoteKind kind : {NoteKind::breast_care, NoteKind::meal, NoteKind::counselling}) {
        CHECK(note_of(draft(kind), kNow).child_id.empty());
    }
    CHECK(note_of(draft(NoteKind::medication), kNow).child_id == "c1");
}

TEST_CASE("among a mother's kinds nothing is a baby's") {
    const auto kinds = kinds_for(false);
    for (const NoteKind kind :
         {NoteKind::milk, NoteKind::breast, NoteKind::nappy, NoteKind::bath, NoteKind::weight})
        CHECK(std::ranges::find(kinds, kind) == kinds.end());
    CHECK(kinds_for(true).size() == 12);
}

TEST_CASE("what is missing is said, one thing at a time") {
    CHECK(missing(draft(NoteKind::milk), kNow) == "care.need_amount");
    NoteDraft breast = draft(NoteKind::breast);
    CHECK(missing(breast, kNow) == "care.need_side");
    breast.detail = "left";
    CHECK(missing(breast, kNow) == "care.need_minutes");
    breast.amount = 10;
    CHECK(missing(breast, kNow).empty());
    breast.at = kNow + std::chrono::minutes(1);
    CHECK(missing(breast, kNow) == "care.need_past");
    NoteDraft memo = draft(NoteKind::text);
    memo.text = "  ";
    CHECK(missing(memo, kNow) == "care.need_text");
    NoteDraft bath = draft(NoteKind::bath);
    CHECK(missing(bath, kNow).empty());
    bath.armed = false;
    CHECK(missing(bath, kNow) == "care.need_again");
}

TEST_CASE("the pad's digits are tenths of a degree and grams") {
    CHECK(amount_of("368") == 368);
    CHECK(amount_of("4820") == 4820);
    CHECK_FALSE(amount_of("").has_value());
    CHECK_FALSE(amount_of("3x").has_value());
}

TEST_CASE("a note taken up for correction and put back unchanged is the same note") {
    clinic::NewNote note;
    note.use_id = "u5";
    note.child_id = "c1";
    note.kind = NoteKind::breast;
    note.detail = "both";
    note.amount = 15;
    note.text = "よく飲んだ";
    note.observed_at = sample::at(12, 55);
    const clinic::NewNote again = note_of(draft_of(note), kNow);
    CHECK(again.use_id == note.use_id);
    CHECK(again.child_id == note.child_id);
    CHECK(again.kind == note.kind);
    CHECK(again.detail == note.detail);
    CHECK(again.amount == note.amount);
    CHECK(again.text == note.text);
    CHECK(again.observed_at == note.observed_at);
}
