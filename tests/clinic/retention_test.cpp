#include "shared/clinic/retention.h"

#include "shared/card/keys.h"
#include "shared/clinic/place.h"
#include "shared/clinic/redaction.h"
#include "tests/clinic/desk.h"

#include <nlohmann/json.hpp>

namespace sango::clinic {
namespace {

using test::Desk;

/// A village's terminal, five years and more after its contract ended on 31 March 2027.
struct Archive : Desk {
    std::string user = "M-1001-X";

    std::string someone_of_the_village(std::string_view number) {
        Registration told = hanako();
        told.programme = "minamiaso";
        told.user_number = number;
        const auto id = register_mother(clinic(), told);
        REQUIRE_MESSAGE(id.ok(), (id.ok() ? "" : id.error().message.en));
        return *id;
    }
    void contract_ends(std::string_view days) {
        REQUIRE(set_setting(clinic(), "contract.minamiaso.ends", days).ok());
    }
    void go_to(std::string_view moment) { clock.jump_to(*parse_instant(moment)); }
    void act_as_staff(std::size_t n) {
        const auto people = staff(clinic());
        REQUIRE(people.ok());
        REQUIRE(act_as(clinic(), people->at(n).id).ok());
    }
};

/// A report of November 2026 as it was sent, and its receipt where it was accepted.
std::string sent_report(Archive& desk, std::string_view revision, bool accepted) {
    constexpr std::string_view kBody =
        R"({"clinic":"sakura-0123","programme":"minamiaso","month":"2026-11","rows":[)"
        R"({"use":"u1","user_number":"M-1001","service":"day_care","days":1,"units":3,"copay_yen":900,)"
        R"("care":{"milk":2},"state_on_arrival":"tired","state_on_leaving":"well","follow_up":true},)"
        R"({"use":"u2","user_number":"M-1002","service":"day_care","days":1,"units":1,"copay_yen":300,)"
        R"("care":{"milk":1},"state_on_arrival":"well","state_on_leaving":"well","follow_up":false},)"
        R"({"use":"u3","user_number":"M-1001","service":"outreach","days":1,"units":1,"copay_yen":300,)"
        R"("care":{"text":1},"state_on_arrival":"well","state_on_leaving":"well","follow_up":false}]})";
    auto transaction = store::Transaction::begin(desk.clinic().database);
    const auto id = announce(desk.clinic(), {"report", "minamiaso", "/v1/reports",
                                             "2026-11/" + std::string(revision), std::string(kBody)});
    REQUIRE(id.ok());
    if (accepted)
        REQUIRE(store::insert(desk.clinic().database, "receipt",
                              {{"outbox_id", store::value(*id)},
                               {"number", store::value("R8-12-0007")},
                               {"body", store::value(Bytes{1})},
                               {"signature", store::value(Bytes{2})},
                               {"received_at", store::value(desk.clock.now())}},
                              {desk.clock.now(), "system"}, "receive_receipt")
                    .ok());
    REQUIRE(transaction->commit().ok());
    return *id;
}

TEST_CASE("003 7 (1) ⑥: five years after the contract's fiscal year, and not a day before, a name may go") {
    Archive desk;
    (void)desk.someone_of_the_village("M-1001");
    CHECK(erasable(desk.clinic(), "minamiaso").error().code == "no_contract");
    desk.contract_ends("2027-03-31");
    desk.go_to("2032-03-31T12:00:00+09:00");
    CHECK(erasable(desk.clinic(), "minamiaso")->empty());
    desk.go_to("2032-04-01T00:00:00+09:00");
    const auto list = erasable(desk.clinic(), "minamiaso");
    REQUIRE(list->size() == 1);
    CHECK(list->front().kept_until == make_date(2032, 3, 31));
    CHECK(erasable(desk.clinic(), "nerima").error().code == "no_contract");
}

TEST_CASE("while a contract still runs, nobody is on the list") {
    Archive desk;
    (void)desk.someone_of_the_village("M-1001");
    desk.contract_ends("2026-03-31");  // she came after it
    desk.go_to("2040-01-01T12:00:00+09:00");
    CHECK(erasable(desk.clinic(), "minamiaso")->empty());
}

TEST_CASE("two people erase: keys and rows are gone, a certificate stays, and the chain still holds") {
    Archive desk;
    const std::string mother = desk.someone_of_the_village("M-1001");
    desk.contract_ends("2027-03-31");
    desk.go_to("2032-04-01T09:00:00+09:00");
    desk.act_as_staff(0);
    const auto order = order_erasure(desk.clinic(), "minamiaso");
    REQUIRE_MESSAGE(order.ok(), (order.ok() ? "" : order.error().message.en));
    CHECK(confirm_erasure(desk.clinic(), *order).error().code == "same_person");
    desk.act_as_staff(1);
    const auto done = confirm_erasure(desk.clinic(), *order);
    REQUIRE_MESSAGE(done.ok(), (done.ok() ? "" : done.error().message.en));
    CHECK(done->mothers == 1);
    CHECK(done->rows >= 3);  // she, her key, her profile, her child
    for (const char* table : {"mother", "mother_key", "mother_profile", "child"})
        CHECK(desk.count(table) == 0);
    CHECK(desk.count("erasure_certificate") == 1);
    CHECK(desk.audit_holds());
    CHECK(confirm_erasure(desk.clinic(), *order).error().code == "already_done");
}

TEST_CASE("with her goes what she held on the board") {
    Archive desk;
    REQUIRE(add_place(desk.clinic(), {1, PlaceKind::bed, "101"}).ok());
    NewBooking stay;
    stay.mother_id = desk.someone_of_the_village("M-1001");
    stay.service = programme::Service::short_stay;
    stay.first_day = desk.today() + std::chrono::days(3);
    stay.days = 2;
    stay.place = "101";
    REQUIRE(book(desk.clinic(), stay).ok());
    REQUIRE(desk.count("held") == 1);
    desk.contract_ends("2027-03-31");
    desk.go_to("2032-04-01T09:00:00+09:00");
    desk.act_as_staff(0);
    const auto order = order_erasure(desk.clinic(), "minamiaso");
    REQUIRE(order.ok());
    desk.act_as_staff(1);
    CHECK(test::code(confirm_erasure(desk.clinic(), *order)) == "ok");
    CHECK(desk.count("booking") == 0);
    CHECK(desk.count("held") == 0);
    CHECK(desk.audit_holds());
}

TEST_CASE("rows that were torn out without a certificate are still found") {
    Archive desk;
    const std::string mother = desk.someone_of_the_village("M-1001");
    REQUIRE(desk.clinic().database.run("DELETE FROM child").ok());
    REQUIRE(store::note_action(desk.clinic().database, "child", "any", {desk.clock.now(), "x"}, store::kErase)
                .ok());
    CHECK_FALSE(desk.audit_holds());
}

TEST_CASE("a legal hold keeps an incident's records through every erasure until it is lifted") {
    Archive desk;
    const std::string held = desk.someone_of_the_village("M-1001");
    (void)desk.someone_of_the_village("M-1002");
    desk.contract_ends("2027-03-31");
    CHECK(hold_records(desk.clinic(), held, "").error().code == "no_reason");
    REQUIRE(hold_records(desk.clinic(), held, "事故の調査のため").ok());
    desk.go_to("2032-04-01T09:00:00+09:00");
    desk.act_as_staff(0);
    const auto order = order_erasure(desk.clinic(), "minamiaso");
    REQUIRE(order.ok());
    desk.act_as_staff(1);
    CHECK(confirm_erasure(desk.clinic(), *order)->mothers == 1);
    CHECK(desk.count("mother") == 1);
    CHECK(lift_hold(desk.clinic(), held).error().code == "not_allowed");
    desk.act_as_staff(0);
    REQUIRE(lift_hold(desk.clinic(), held).ok());
    CHECK(lift_hold(desk.clinic(), held).error().code == "not_held");
    CHECK_FALSE(erasable(desk.clinic(), "minamiaso")->front().held);
    CHECK(desk.audit_holds());
}

TEST_CASE("an order is void once the list has changed") {
    Archive desk;
    const std::string mother = desk.someone_of_the_village("M-1001");
    desk.contract_ends("2027-03-31");
    desk.go_to("2032-04-01T09:00:00+09:00");
    desk.act_as_staff(0);
    const auto order = order_erasure(desk.clinic(), "minamiaso");
    REQUIRE(order.ok());
    REQUIRE(hold_records(desk.clinic(), mother, "調査").ok());
    desk.act_as_staff(1);
    CHECK(confirm_erasure(desk.clinic(), *order).error().code == "changed");
}

TEST_CASE("what must be counted stays when her use is erased, without her number") {
    Archive desk;
    const std::string mother = desk.register_hanako();
    REQUIRE(check_in(desk.clinic(), desk.draft()).ok());
    REQUIRE(set_setting(desk.clinic(), "contract.nerima.ends", "2027-03-31").ok());
    // Nerima's papers do not say how long: there is no rule to erase by.
    desk.go_to("2040-04-01T09:00:00+09:00");
    CHECK(erasable(desk.clinic(), "nerima").error().code == "no_rule");
    CHECK(desk.count("mother") == 1);
}

TEST_CASE(
    "her number leaves the accepted report; what was sent stays proven by its digest, and nobody else "
    "changes") {
    Archive desk;
    (void)desk.someone_of_the_village("M-1001");
    const std::string other = desk.someone_of_the_village("M-1002");
    const std::string refused = sent_report(desk, "1", false);
    const std::string accepted = sent_report(desk, "2", true);
    const std::string sent = announced_body(desk.clinic(), accepted).value();
    desk.contract_ends("2027-03-31");
    REQUIRE(hold_records(desk.clinic(), other, "事故の調査のため").ok());
    desk.go_to("2032-04-01T09:00:00+09:00");
    const auto list = erasable(desk.clinic(), "minamiaso");
    for (const Erasable& one : *list) CHECK(one.reports == 1);
    desk.act_as_staff(0);
    const auto order = order_erasure(desk.clinic(), "434337");  // the programme by its code, too
    REQUIRE_MESSAGE(order.ok(), (order.ok() ? "" : order.error().message.en));
    desk.act_as_staff(1);
    const auto done = confirm_erasure(desk.clinic(), *order);
    REQUIRE_MESSAGE(done.ok(), (done.ok() ? "" : done.error().message.en));
    CHECK(done->mothers == 1);
    CHECK(done->reports == 1);
    CHECK(desk.clinic().database.integer("SELECT reports FROM erasure_redaction")->value_or(0) == 1);

    // The refused revision is gone altogether; of the accepted one the rows can still be counted.
    CHECK(announced_body(desk.clinic(), refused).error().code == "not_found");
    const std::string left = announced_body(desk.clinic(), accepted).value();
    CHECK(left.find("M-1001") == std::string::npos);
    const auto json = nlohmann::json::parse(left);
    CHECK(json["redacted"] == true);
    CHECK(json["rows"][0]["units"] == 3);
    CHECK(json["rows"][0]["copay_yen"] == 900);
    CHECK_FALSE(json["rows"][0].contains("care"));
    CHECK_FALSE(json["rows"][0].contains("state_on_arrival"));
    CHECK(json["rows"][0]["user_number"] == json["rows"][2]["user_number"]);
    CHECK(json["rows"][1] == nlohmann::json::parse(sent)["rows"][1]);  // she who is held stays as she was
    CHECK(hex(kept_digest(desk.clinic(), accepted)->value()) == hex(card::sha256(bytes_of(sent))));
    CHECK(desk.count("receipt") == 1);
    CHECK(desk.audit_holds());

    // Whoever is let go later leaves the same report; the digest is still that of what was sent.
    desk.act_as_staff(0);
    REQUIRE(lift_hold(desk.clinic(), other).ok());
    const auto second = order_erasure(desk.clinic(), "minamiaso");
    REQUIRE(second.ok());
    desk.act_as_staff(1);
    CHECK(confirm_erasure(desk.clinic(), *second)->reports == 1);
    CHECK(announced_body(desk.clinic(), accepted)->find("M-100") == std::string::npos);
    CHECK(hex(kept_digest(desk.clinic(), accepted)->value()) == hex(card::sha256(bytes_of(sent))));
    CHECK(desk.audit_holds());
    desk.open();
    CHECK(desk.audit_holds());
}

TEST_CASE("what is left of a report is under the audit chain like any other row") {
    Archive desk;
    (void)desk.someone_of_the_village("M-1001");
    const std::string accepted = sent_report(desk, "1", true);
    desk.contract_ends("2027-03-31");
    desk.go_to("2032-04-01T09:00:00+09:00");
    desk.act_as_staff(0);
    const auto order = order_erasure(desk.clinic(), "minamiaso");
    desk.act_as_staff(1);
    REQUIRE(confirm_erasure(desk.clinic(), *order).ok());
    CHECK(desk.count("outbox_body") == 0);
    CHECK(desk.count("outbox_redacted") == 1);
    // A row that was torn out of it is found as any other.
    REQUIRE(desk.clinic().database.run("DELETE FROM outbox_redacted").ok());
    CHECK_FALSE(desk.audit_holds());
}

}  // namespace
}  // namespace sango::clinic
