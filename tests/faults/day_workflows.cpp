#include "shared/clinic/alerts.h"
#include "shared/clinic/card_loss.h"
#include "shared/clinic/care_note.h"
#include "shared/clinic/earlier_uses.h"
#include "shared/clinic/kept_draft.h"
#include "shared/clinic/orientation.h"
#include "shared/clinic/papers.h"
#include "shared/clinic/particulars.h"
#include "shared/clinic/questionnaire.h"
#include "shared/clinic/retention.h"
#include "shared/report/implementation_report.h"
#include "shared/sync/outbox_sending.h"
#include "shared/sync/pull.h"
#include "tests/clinic/hanako.h"
#include "tests/faults/workflow_parts.h"

#include <array>

#include <fmt/format.h>

namespace sango::faults {
namespace {

clinic::NewNote milk(House& house, const std::string& use) {
    clinic::NewNote note;
    note.use_id = use;
    note.kind = clinic::NoteKind::milk;
    note.amount = 80;
    note.observed_at = house.clock().now();
    return note;
}

Act note_replaced(House& house, bool retracted) {
    const clinic::NewNote note = milk(house, house.in_the_house());
    const std::string id = must(clinic::write_note(house.clinic(), note));
    if (retracted)
        return act([&house, id] { return clinic::retract_note(house.clinic(), id, "別の方でした"); });
    return act([&house, id, note] { return clinic::correct_note(house.clinic(), id, note, "量のまちがい"); });
}

/// Two mothers, one of whom nobody knows yet.
std::string csv_of(House& house) {
    return fmt::format(
        "programme,user_number,name,kana,born\nnerima,{},𠮷野 さくら,よしの さくら,2026-09-12\n"
        "nerima,{},髙橋 恵,たかはし めぐみ,2026-10-01\n",
        house.stranger().user_number, house.stranger().user_number);
}

card::Claims card_of_someone(House& house) {
    card::Claims claims = test::claims_of_hanako(house.clock().now(), card::Kind::card);
    claims.user = house.stranger().user_number;
    claims.id.assign(claims.user.begin(), claims.user.end());
    return claims;
}

std::string number_of(House& house, const std::string& mother_id) {
    return must(clinic::find_mother(house.clinic(), mother_id))->user_number;
}

clinic::SharedPapers letter(House& house) {
    clinic::Paper paper;
    paper.number = "依-" + house.stranger().user_number;
    paper.kind = clinic::PaperKind::request_letter;
    paper.issued_on = japan_date(house.clock().now());
    paper.title = "産後ケア利用依頼書";
    paper.text = "よろしくお願いします。";
    return {true, house.clock().now(), {paper}};
}

Act paper_read(House& house) {
    const std::string mother = house.registered();
    must(clinic::keep_papers(house.clinic(), mother, letter(house)));
    const std::string paper = must(clinic::papers_of(house.clinic(), mother)).front().id;
    return act([&house, paper] { return clinic::read_paper(house.clinic(), paper); });
}

std::string earlier_uses(House& house) {
    return fmt::format(
        "programme,user_number,service,date,days,units,born\nnerima,{0},day_care,2025-05-10,1,1,2025-04-01\n"
        "nerima,{0},short_stay,2025-06-01,3,1,2025-04-01\n",
        house.stranger().user_number);
}

clinic::NewBooking booking_of(House& house) {
    clinic::NewBooking booking;
    booking.mother_id = house.registered();
    booking.service = programme::Service::day_care;
    booking.first_day = japan_date(house.clock().now());
    return booking;
}

clinic::CheckOut leaving(House& house) {
    clinic::CheckOut out;
    out.use_id = house.in_the_house();
    for (const clinic::InHouse& pair : must(clinic::in_house(house.clinic())))
        if (pair.use_id == out.use_id) out.received = pair.copay;
    return out;
}

/// A month that is over, with all in order.
Act month_closed(House& house) {
    const clinic::CheckOut out = leaving(house);
    must(clinic::write_note(house.clinic(), milk(house, out.use_id)));
    must(clinic::check_out(house.clinic(), out));
    house.clock().turn(std::chrono::days(10));
    return act([&house] { return report::close(house.clinic(), "nerima", std::chrono::year(2026) / 11); });
}

/// What a municipality says of someone's uses elsewhere.
std::string balance_of(const std::string& number) {
    return fmt::format(
        R"({{"user_number":"{}","answered_at":"2026-11-21T13:00:00+09:00","uses":[{{"clinic":"other-0001",)"
        R"("service":"short_stay","first_day":"2026-11-01","days":3,"units":1}}]}})",
        number);
}

/// What it shares of someone before her use.
std::string papers_of(const std::string& number) {
    return fmt::format(
        R"({{"user_number":"{}","answered_at":"2026-11-21T13:00:00+09:00","consent":true,"papers":[{{"number":"P-1",)"
        R"("kind":"support_plan","issued_on":"2026-11-10","title":"支援計画","sections":[{{"heading":"希望",)"
        R"("words":"夜に眠りたい"}}]}}]}})",
        number);
}

std::string roster_of(const std::string& number) {
    return fmt::format(
        R"({{"issuer":"131202","answered_at":"2026-11-21T09:00:00+09:00","users":[{{"user_number":"{}",)"
        R"("name":"𠮷野 さくら","kana":"よしの さくら","address":"東京都練馬区","phone":"03-1234-5678","resident":true,)"
        R"("children":[{{"name":"はる","born":"2026-10-01","due":"2026-10-05","weight_g":2900}}]}}]}})",
        number);
}

/// A try to send whose answer was `outcome`.
Act answered(House& house, sync::Answer::Outcome outcome) {
    (void)house.in_the_house();
    sync::Endpoint nowhere;
    nowhere.programme = "nerima";
    nowhere.url = "https://127.0.0.1:1";
    const std::vector<sync::Endpoint> endpoints{nowhere};
    std::optional<sync::Job> job = must(sync::next_job(house.clinic(), endpoints));
    if (!job) give_up(error("faults", "送るものがありません。", "There is nothing to send."));
    sync::Answer answer;
    answer.outcome = outcome;
    answer.http_status = outcome == sync::Answer::Outcome::refused ? 422 : 503;
    answer.error = error("refused", "断られました。", "It was refused.");
    return act([&house, endpoint = endpoints.front(), job = *job, answer] {
        return sync::record_answer(house.clinic(), endpoint, job, answer, seeded_random(5));
    });
}

constexpr auto kRefused = sync::Answer::Outcome::refused;
constexpr auto kLater = sync::Answer::Outcome::later;

/// Another one each time: what is as it was is not written again, and the first one adds more than the next.
std::array<std::pair<std::string, std::string>, 2> another_account(House& house) {
    const std::string fresh = house.stranger().user_number;
    return {{{"bank.branch", fresh + "支店"}, {"bank.holder", "サクラ" + fresh}}};
}

// clang-format off
constexpr std::array kWorkflows{
    Workflow{"keep what is being written", [](House& house) { return act([&house, use = house.in_the_house()] { return clinic::keep_draft(house.clinic(), {use, "", clinic::NoteKind::text, "よく眠れたとのこと。"}); }); }, clinic::Right::care, true},
    Workflow{"register a mother", [](House& house) { return act([&house, told = house.stranger()] { return clinic::register_mother(house.clinic(), told); }); }, clinic::Right::reception},
    Workflow{"import mothers from a file", [](House& house) { return act([&house, file = csv_of(house)] { return clinic::import_mothers(house.clinic(), file); }); }, clinic::Right::reception},
    Workflow{"read a card", [](House& house) { return act([&house, claims = card_of_someone(house)] { return clinic::show_card(house.clinic(), claims); }); }, clinic::Right::reception},
    Workflow{"open a person's page", [](House& house) { return act([&house, id = house.registered()] { return clinic::record_reading(house.clinic(), id); }); }, clinic::Right::read},
    Workflow{"acknowledge an alert", [](House& house) { return act([&house, id = house.registered()] { return clinic::see_alert(house.clinic(), id, clinic::Alert::allergy); }); }, clinic::Right::reception},
    Workflow{"report a lost card", [](House& house) { return act([&house, id = house.registered()] { return clinic::report_card_lost(house.clinic(), id); }); }, clinic::Right::reception},
    Workflow{"keep a municipality's papers", [](House& house) { return act([&house, id = house.registered(), papers = letter(house)] { return clinic::keep_papers(house.clinic(), id, papers); }); }, clinic::Right::reception},
    Workflow{"read a paper", paper_read, clinic::Right::read},
    Workflow{"record an orientation", [](House& house) { return act([&house, id = house.registered()] { return clinic::record_orientation(house.clinic(), id); }); }, clinic::Right::reception},
    Workflow{"take in papers", [](House& house) { return act([&house, json = papers_of(number_of(house, house.registered()))] { return sync::apply_papers(house.clinic(), "nerima", json); }); }, clinic::Right::reception},
    Workflow{"show a questionnaire", [](House& house) { return act([&house, use = house.in_the_house()] { return clinic::record_questionnaire_shown(house.clinic(), use); }); }, clinic::Right::reception},
    Workflow{"import earlier uses", [](House& house) { return act([&house, file = earlier_uses(house)] { return clinic::import_uses(house.clinic(), file); }); }, clinic::Right::reception},
    Workflow{"hold records", [](House& house) { return act([&house, id = house.registered()] { return clinic::hold_records(house.clinic(), id, "調査中です"); }); }, clinic::Right::erasure},
    Workflow{"write where invoices are paid to", [](House& house) { must(clinic::set_particulars(house.clinic(), another_account(house))); return act([&house, told = another_account(house)] { return clinic::set_particulars(house.clinic(), told); }); }, clinic::Right::settings},
    Workflow{"change a setting", [](House& house) { return act([&house] { return clinic::set_setting(house.clinic(), "clinic.name", "さくら助産院"); }); }, clinic::Right::settings},
    Workflow{"book", [](House& house) { return act([&house, booking = booking_of(house)] { return clinic::book(house.clinic(), booking); }); }, clinic::Right::booking},
    Workflow{"check in", [](House& house) { return act([&house, draft = house.at_the_desk()] { return clinic::check_in(house.clinic(), draft); }); }, clinic::Right::reception},
    Workflow{"take a check-in back", [](House& house) { return act([&house, use = house.in_the_house()] { return clinic::undo_check_in(house.clinic(), use, "別の方でした"); }); }, clinic::Right::reception},
    Workflow{"check out", [](House& house) { return act([&house, out = leaving(house)] { return clinic::check_out(house.clinic(), out); }); }, clinic::Right::reception},
    Workflow{"write a note", [](House& house) { return act([&house, note = milk(house, house.in_the_house())] { return clinic::write_note(house.clinic(), note); }); }, clinic::Right::care},
    Workflow{"correct a note", [](House& house) { return note_replaced(house, false); }, clinic::Right::care},
    Workflow{"retract a note", [](House& house) { return note_replaced(house, true); }, clinic::Right::care},
    Workflow{"take in a roster", [](House& house) { return act([&house, json = roster_of(house.stranger().user_number)] { return sync::apply_roster(house.clinic(), "nerima", json); }); }, clinic::Right::reception},
    Workflow{"take in a balance", [](House& house) { return act([&house, json = balance_of(number_of(house, house.registered()))] { return sync::apply_balance(house.clinic(), "nerima", json); }); }, clinic::Right::reception},
    Workflow{"take in a refusal", [](House& house) { return answered(house, kRefused); }, clinic::Right::month},
    Workflow{"take in a try that failed", [](House& house) { return answered(house, kLater); }, clinic::Right::month},
    Workflow{"close a month", month_closed, clinic::Right::month, true},
};
// clang-format on

}  // namespace

std::span<const Workflow> day_workflows() {
    return kWorkflows;
}

}  // namespace sango::faults
