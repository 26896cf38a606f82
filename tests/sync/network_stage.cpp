#include "tests/sync/network_stage.h"

#include "shared/clinic/board.h"
#include "shared/clinic/card_loss.h"
#include "shared/clinic/closure.h"
#include "shared/clinic/incident.h"
#include "shared/report/invoice.h"
#include "shared/report/user_report.h"
#include "shared/sync/receipt.h"

#include <algorithm>
#include <thread>

#include <fmt/format.h>

namespace sango::test {
namespace {

using namespace clinic;

template <class T>
void sure(const Result<T>& done) {
    REQUIRE_MESSAGE(done.ok(),
                    (done.ok() ? std::string() : done.error().code + " " + done.error().message.en));
}

std::string newest_outbox_id(const Clinic& clinic) {
    return clinic.database.text("SELECT max(id) FROM outbox").value().value_or("");
}

/// Where the receiver keeps a kind, and the member of the body, or the whole body, that names it there.
struct KeptAs {
    std::string_view table, column, member;
};
constexpr std::array<KeptAs, kToldKinds.size()> kKeptAs{{{"notice", "id", "notice"},
                                                         {"withdrawal", "notice", "notice"},
                                                         {"loss", "notice", "notice"},
                                                         {"user_report", "body", ""},
                                                         {"user_report", "body", ""},
                                                         {"report", "body", ""},
                                                         {"invoice", "body", ""},
                                                         {"incident", "body", ""},
                                                         {"free_places", "body", ""}}};

}  // namespace

NetworkStage::NetworkStage() : line(municipality::ServeRequest{.bad_line = true}) {
    MonthDesk& desk = line.desk;
    desk.open();  // the municipality's keys came with the enrolment
    (void)desk.register_hanako();
    november_use_ = desk.whole_use();
    desk.set_up_invoice();
    for (const Place& place : {Place{1, PlaceKind::bed, "101"}, {2, PlaceKind::bed, "102"}})
        sure(add_place(clinic(), place));
    sure(set_setting(clinic(), "free_places.nerima", "1"));
    line.share_roster();
    CHECK(line.send().accepted == 1);
    desk.go_to_december();
    mend();
}

NetworkStage& NetworkStage::shared() {
    static NetworkStage stage;
    return stage;
}

void NetworkStage::begin_row() {
    MonthDesk& desk = line.desk;
    const std::string before = newest_outbox_id(clinic());
    ++row_;
    desk.clock.turn(std::chrono::minutes(2));

    NewNote forgotten = desk.milk(november_use_, 40 + row_);
    forgotten.observed_at = *parse_instant("2026-11-21T14:05:00+09:00");
    sure(write_note(clinic(), forgotten));
    sure(desk.close_november());
    sure(set_setting(clinic(), "clinic.bank.number", fmt::format("{:07}", row_)));
    sure(report::close_invoice(clinic(), "nerima", MonthDesk::kNovember));

    const std::string calm = desk.whole_use();
    sure(report::write_user_report(clinic(), {calm, true, false, "よく眠れました"}));
    const std::string tired = desk.use_in_house();
    sure(write_note(clinic(), desk.milk(tired)));
    const auto incident = report_incident(
        clinic(), {Gravity::serious, tired, "", desk.clock.now() - std::chrono::minutes(1), "けいれん"});
    sure(incident);
    sure(save_form(clinic(), *incident, {{"course", "授乳後30分。呼びかけに反応がない。"}}));
    sure(make_report(clinic(), *incident, Consent::given));
    sure(record_told(clinic(), *incident, "練馬区"));
    desk.leave(tired);
    sure(report::write_user_report(clinic(), {tired, true, true, "眠れないとのこと"}));
    sure(undo_check_in(clinic(), desk.use_in_house(), "人違い"));

    const auto loser = register_mother(clinic(), someone_new(++desk.strangers));
    sure(loser);
    sure(report_card_lost(clinic(), *loser));
    Closure closure;
    closure.first_day = desk.today() + std::chrono::days(row_);
    closure.last_day = closure.first_day;
    sure(add_closure(clinic(), closure));
    CHECK(publish_free_days(clinic(), {"nerima"}).value() == 1);
    line.share_roster();
    take_in_new_items(before);
}

void NetworkStage::take_in_new_items(const std::string& after) {
    items_.clear();
    sure(clinic().database.query(
        "SELECT id, kind, path, idempotency_key FROM outbox WHERE id > ?1 ORDER BY id", {store::value(after)},
        [&](const store::Row& row) {
            ToldItem item;
            item.job.outbox_id = row.text(0);
            item.job.kind = row.text(1);
            item.job.programme = "nerima";
            item.job.path = row.text(2);
            item.job.idempotency_key = row.text(3);
            items_.push_back(std::move(item));
            return true;
        }));
    std::array<bool, kToldKinds.size()> there{};
    for (ToldItem& item : items_) {
        item.job.body = announced_body(clinic(), item.job.outbox_id).value();
        const bool urgent = item.job.body.find("\"urgent\":true") != std::string::npos;
        const std::string_view kind =
            item.job.kind == "user_report" && urgent ? std::string_view("urgent_report") : item.job.kind;
        item.kind = static_cast<std::size_t>(std::ranges::find(kToldKinds, kind) - kToldKinds.begin());
        REQUIRE_MESSAGE(item.kind < kToldKinds.size(), item.job.kind);
        there[item.kind] = true;
    }
    REQUIRE(std::ranges::all_of(there, [](bool one) { return one; }));
}

void NetworkStage::behave(municipality::Misbehaviour how, int status) {
    server().mood().set(how, -1, status);
    server().question_mood().set(how, -1, status);
}

void NetworkStage::show(const municipality::Identity& identity) {
    line.municipality.serve({.bad_line = true, .identity = identity});
    endpoint_ = line.endpoints().front();
    serves_itself_ = false;
}

void NetworkStage::hang_up() {
    line.municipality.close();
    serves_itself_ = false;
}

void NetworkStage::mend() {
    if (!serves_itself_) line.municipality.serve({.bad_line = true});
    serves_itself_ = true;
    behave(municipality::Misbehaviour::none);
    wire().mend();
    endpoint_ = line.endpoints().front();
}

std::vector<ToldTry> NetworkStage::one_by_one(std::chrono::seconds limit) {
    std::vector<ToldTry> tries;
    for (const ToldItem& item : items_) {
        tries.push_back({&item, sync::deliver(endpoint_, item.job, {}, limit)});
        record(tries.back());
    }
    return tries;
}

std::vector<ToldTry> NetworkStage::backwards() {
    std::vector<ToldTry> tries;
    for (auto item = items_.rbegin(); item != items_.rend(); ++item) {
        tries.push_back({&*item, sync::deliver(endpoint_, item->job, {})});
        record(tries.back());
    }
    return tries;
}

std::vector<ToldTry> NetworkStage::at_once(int times, std::chrono::seconds limit) {
    std::vector<ToldTry> tries;
    for (const ToldItem& item : items_)
        for (int i = 0; i < times; ++i) tries.push_back({&item, {}});
    std::vector<std::thread> senders;
    for (ToldTry& one : tries)
        senders.emplace_back(
            [this, &one, limit] { one.answer = sync::deliver(endpoint_, one.item->job, {}, limit); });
    for (std::thread& sender : senders) sender.join();
    for (const ToldTry& one : tries) record(one);
    return tries;
}

void NetworkStage::record(const ToldTry& one) {
    sure(sync::record_answer(clinic(), endpoint_, one.item->job, one.answer));
}

sync::OutboxItem NetworkStage::state_of(const ToldItem& item) {
    const auto all = sync::outbox_items(clinic(), "nerima", 1'000);
    sure(all);
    const auto found = std::ranges::find(*all, item.job.outbox_id, &sync::OutboxItem::outbox_id);
    REQUIRE(found != all->end());
    return *found;
}

std::vector<Message> NetworkStage::said_on_screen(const ToldItem& item) {
    const auto said_of = [](report::Stage stage, const std::optional<Message>& waiting, auto&& reasons) {
        std::vector<Message> said;
        if (stage == report::Stage::refused)
            for (const auto& reason : reasons) said.push_back(reason);
        else if (stage == report::Stage::sent && waiting)
            said.push_back(*waiting);
        return said;
    };
    if (item.job.kind == "report") {
        const auto report = line.desk.november();
        std::vector<Message> reasons;
        for (const report::RefusalReason& reason : report.reasons) reasons.push_back(reason.text);
        return said_of(report.stage, report.waiting_because, reasons);
    }
    const auto invoice = report::build_invoice(clinic(), "nerima", MonthDesk::kNovember);
    sure(invoice);
    return said_of(invoice->stage, invoice->waiting_because, invoice->reasons);
}

void NetworkStage::send_the_rest() {
    constexpr int kRounds = 4;
    for (int round = 0; round < kRounds && line.status().waiting + line.status().refused > 0; ++round) {
        line.desk.clock.turn(std::chrono::minutes(90));
        const auto parked = sync::refused_items(clinic());
        sure(parked);
        for (const std::string& id : *parked) sure(sync::release_refused(clinic(), id));
        (void)line.send(true);
    }
}

int NetworkStage::held(const ToldItem& item) {
    const KeptAs& kept = kKeptAs[item.kind];
    const std::string_view named =
        kept.member.empty() ? std::string_view(item.job.body) : sync::own_member(item.job.body, kept.member);
    const auto count = line.municipality.ledger().sql().run(
        fmt::format("SELECT count(*) FROM {} WHERE {} = ?1", kept.table, kept.column), {std::string(named)});
    REQUIRE(count.ok());
    return static_cast<int>(municipality::whole(count->front().front()));
}

}  // namespace sango::test
