#include "kiosk/app/front.h"

#include "tests/app/small_clinic.h"

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::screens;
using namespace sango::test;

namespace {

struct Desk {
    SmallClinic clinic;
    FakeNetwork network;
    sqlite3* database = nullptr;
    app::Front front{opened(), two_endpoints(), network.network()};

    clinic::Clinic opened() {
        auto clinic_now = clinic.open();
        database = clinic_now.database.handle();
        return clinic_now;
    }

    /// No answer comes, also not to the next try where the wait before it is none (it is drawn by chance).
    void stay_without_network() {
        std::size_t tried = network.sendings.size() - 1;
        for (; tried < network.sendings.size(); ++tried) {
            REQUIRE(tried < 50);
            network.sendings[tried].then(no_answer());
        }
    }

    /// A mother registered and checked in by hand, by her number.
    void check_in(int nth) {
        front.handle(RegisterMother{mother_of_nerima(nth)});
        front.handle(AnswerInfection{false});
        const auto view = front.view();
        REQUIRE_MESSAGE(view.check_in.candidate.has_value(),
                        (view.check_in.notice ? view.check_in.notice->text.en : ""));
        INFO(view.check_in.candidate->cannot_confirm.value_or(Message{}).en);
        REQUIRE_FALSE(view.check_in.candidate->cannot_confirm.has_value());
        front.handle(ConfirmCheckIn{});
        REQUIRE(front.view().check_in.done.has_value());
    }
};

}  // namespace

TEST_CASE("a check-in is announced at once, and one thing is sent at a time") {
    Desk desk;
    desk.check_in(1);
    REQUIRE(desk.network.sendings.size() == 1);
    CHECK(desk.network.sendings[0].job.kind == "use");
    CHECK(desk.front.view().bar.sending);

    desk.check_in(2);
    CHECK(desk.network.sendings.size() == 1);
    CHECK(desk.front.view().bar.waiting == 2);
}

TEST_CASE("what a municipality refuses is counted and holds nothing else back") {
    Desk desk;
    desk.check_in(1);
    desk.check_in(2);
    desk.network.sendings[0].then(refused());
    REQUIRE(desk.network.sendings.size() == 2);
    CHECK(desk.network.sendings[1].job.outbox_id != desk.network.sendings[0].job.outbox_id);
    const auto bar = desk.front.view().bar;
    CHECK(bar.refused == 1);
    CHECK(bar.waiting == 1);
}

TEST_CASE("without network the desk goes on, and what waits is tried again when its time has come") {
    Desk desk;
    desk.check_in(1);
    desk.stay_without_network();
    const auto bar = desk.front.view().bar;
    CHECK_FALSE(bar.sending);
    CHECK(bar.waiting == 1);

    const auto tried = desk.network.sendings.size();
    desk.clinic.clock().turn(std::chrono::hours(2));
    desk.front.tick();
    REQUIRE(desk.network.sendings.size() == tried + 1);
    CHECK(desk.network.sendings.back().job.idempotency_key == desk.network.sendings[0].job.idempotency_key);
    CHECK(desk.network.sendings.back().job.body == desk.network.sendings[0].job.body);
}

TEST_CASE("whoever presses send does not wait for the machine's own next try") {
    Desk desk;
    desk.check_in(1);
    desk.stay_without_network();
    const auto tried = desk.network.sendings.size();
    desk.clinic.clock().turn(std::chrono::seconds(1));
    desk.front.handle(SendReports{});
    CHECK(desk.network.sendings.size() == tried + 1);
}

TEST_CASE("an answer that cannot be written down is no reason to send for ever") {
    Desk desk;
    desk.check_in(1);
    {
        const FailingDisk failing(desk.database);
        desk.network.sendings[0].then(no_answer());
        CHECK(desk.network.sendings.size() == 1);
        CHECK(desk.front.view().bar.trouble.has_value());
    }
    desk.front.tick();
    CHECK(desk.network.sendings.size() == 2);
}

TEST_CASE("a receipt that no one signed does not turn sent on") {
    Desk desk;
    desk.check_in(1);
    sync::Answer forged;
    forged.outcome = sync::Answer::Outcome::accepted;
    forged.http_status = 201;
    forged.receipt = sync::Receipt{"R8-11-0001", "{}", Bytes(64), "", {}};
    desk.network.sendings[0].then(forged);
    CHECK(desk.front.view().bar.waiting == 1);
}

TEST_CASE("an undone check-in is followed by its withdrawal, after the notice") {
    Desk desk;
    desk.check_in(1);
    const auto use = desk.front.view().check_in.done->use_id;
    desk.front.handle(UndoCheckIn{use, "人違い"});
    CHECK(desk.front.view().check_in.notice->code == "undone");
    CHECK(desk.front.view().check_in.in_house.empty());
    desk.network.sendings[0].then(refused());
    REQUIRE(desk.network.sendings.size() == 2);
    CHECK(desk.network.sendings[1].job.kind == "use_undone");
}

TEST_CASE("when a mother comes to the desk her uses elsewhere are asked for, and no answer changes nothing") {
    Desk desk;
    desk.front.handle(RegisterMother{mother_of_nerima(1)});
    REQUIRE(desk.network.questions.size() == 2);
    CHECK(desk.network.questions[1].path == "/v1/users/" + mother_of_nerima(1).user_number + "/papers");
    CHECK(desk.network.questions[0].path == "/v1/users/" + mother_of_nerima(1).user_number + "/uses");
    const auto before = desk.front.view().check_in.candidate->balance_note;
    desk.network.questions[0].then(error("no_network", "つながりません。", "No connection."));
    CHECK(desk.front.view().check_in.candidate->balance_note == before);
    desk.network.questions[0].then(std::string("not even JSON"));
    CHECK(desk.front.view().check_in.candidate->balance_note == before);
}

TEST_CASE(
    "roster, revocations, coupon key and questionnaires are asked of every municipality once after the "
    "start") {
    Desk desk;
    desk.front.ask_municipalities();
    CHECK(desk.network.questions.size() == 4 * two_endpoints().size());
}

TEST_CASE("a second tap on confirm checks nobody in twice") {
    Desk desk;
    desk.check_in(1);
    desk.front.handle(ConfirmCheckIn{});
    CHECK(desk.front.view().check_in.in_house.size() == 1);
    CHECK(desk.front.view().bar.waiting == 1);
}

TEST_CASE(
    "the report's link opens a use of an earlier day whose leaving was forgotten, and it is made up for") {
    Desk desk;
    desk.check_in(1);
    const auto done = *desk.front.view().check_in.done;
    desk.clinic.clock().turn(std::chrono::hours(24 * 14));
    CHECK(desk.front.view().check_in.in_house.empty());
    CHECK(desk.front.view().check_in.unfinished.size() == 1);
    desk.front.handle(OpenCheckOut{done.use_id});
    const auto leaving = desk.front.view().check_in.check_out;
    REQUIRE(leaving.has_value());
    CHECK(leaving->first_day == make_date(2026, 11, 21));
    CHECK(leaving->service.ja == "母子デイケア");
    desk.front.handle(
        ConfirmCheckOut{{done.use_id, clinic::Condition::well, clinic::Condition::well, false, done.copay}});
    CHECK(desk.front.view().check_in.notice->code == "checked_out");
    CHECK(desk.front.view().check_in.unfinished.empty());
    // Whoever left two weeks ago is not shown a questionnaire.
    CHECK_FALSE(desk.front.view().check_in.left.has_value());
    desk.front.handle(OpenCheckOut{done.use_id});
    CHECK(desk.front.view().check_in.notice->code == "not_found");
}

TEST_CASE("an alert that nobody has seen keeps the desk from checking her in, however it is asked") {
    Desk desk;
    auto told = mother_of_nerima(1);
    told.allergies = "そば";
    desk.front.handle(RegisterMother{told});
    desk.front.handle(AnswerInfection{false});
    desk.front.handle(ConfirmCheckIn{});
    CHECK(desk.front.view().check_in.notice->code == "cannot_confirm");
    CHECK(desk.front.view().check_in.in_house.empty());
    desk.front.handle(AcknowledgeAlert{"allergy"});
    desk.front.handle(ConfirmCheckIn{});
    CHECK(desk.front.view().check_in.done.has_value());
}

TEST_CASE("reports are built only while someone looks at them") {
    Desk desk;
    desk.check_in(1);
    CHECK(desk.front.view().report.cards.empty());
    desk.front.show_reports(true);
    CHECK(desk.front.view().report.cards.size() == 2);
}

TEST_CASE("views grow in version, so that a stale one is known") {
    Desk desk;
    const auto first = desk.front.view().version;
    CHECK(desk.front.view().version > first);
}
