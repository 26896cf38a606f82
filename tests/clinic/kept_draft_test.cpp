#include "shared/clinic/kept_draft.h"

#include "shared/clinic/use.h"
#include "tests/clinic/desk.h"

using namespace sango;
using namespace sango::clinic;
using sango::test::Desk;

TEST_CASE("what is being written is there again after the program ended, until it is written") {
    Desk desk(true);
    desk.open();
    const auto use = check_in(desk.clinic(), desk.draft_of_someone_new());
    REQUIRE(use.ok());
    const KeptDraft draft{*use, "", NoteKind::text, "よく眠れたとのこと。"};
    REQUIRE(keep_draft(desk.clinic(), {*use, "", NoteKind::text, "よく"}).ok());
    REQUIRE(keep_draft(desk.clinic(), draft).ok());
    desk.opened.reset();
    desk.open();
    CHECK(**kept_draft(desk.clinic()) == draft);
    // Another note's amount does not end it; its own words do.
    REQUIRE(write_note(desk.clinic(), desk.milk(*use, 60)).ok());
    CHECK(kept_draft(desk.clinic())->has_value());
    NewNote words;
    words.use_id = *use;
    words.kind = NoteKind::text;
    words.text = draft.text;
    words.observed_at = desk.clock.now();
    REQUIRE(write_note(desk.clinic(), words).ok());
    CHECK_FALSE(kept_draft(desk.clinic())->has_value());
    REQUIRE(keep_draft(desk.clinic(), draft).ok());
    REQUIRE(keep_draft(desk.clinic(), {}).ok());
    CHECK_FALSE(kept_draft(desk.clinic())->has_value());
    CHECK_FALSE(store::verify_audit(desk.clinic().database)->broken);
}

TEST_CASE("what was being written about her leaves with her; about another it stays") {
    Desk desk;
    const std::string hers = test::whole(check_in(desk.clinic(), desk.draft_of_someone_new()));
    const std::string anothers = test::whole(check_in(desk.clinic(), desk.draft_of_someone_new()));
    const auto leave = [&](const std::string& use) {
        CheckOut leaving;
        leaving.use_id = use;
        leaving.received = standing_use(desk.clinic(), use).value().copay;
        return test::code(check_out(desk.clinic(), leaving));
    };
    REQUIRE(keep_draft(desk.clinic(), {hers, "", NoteKind::text, "よく眠れたとのこと。"}).ok());
    CHECK(leave(anothers) == "ok");
    CHECK(desk.count("note_draft") == 1);
    CHECK(leave(hers) == "ok");
    CHECK(desk.count("note_draft") == 0);
    CHECK(desk.audit_holds());
}
