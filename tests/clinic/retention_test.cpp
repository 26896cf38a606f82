#include "shared/clinic/retention.h"

#include "tests/clinic/desk.h"

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

}  // namespace
}  // namespace sango::clinic
