#include "shared/clinic/people.h"

#include "shared/base/user_number.h"
#include "tests/clinic/desk.h"

#include <chrono>

using namespace sango;
using namespace sango::clinic;
using sango::test::Desk;

TEST_CASE("A mother comes back as she was registered, names untouched") {
    Desk desk;
    Registration told = desk.hanako();
    told.name = "𠮷野 﨑子";
    told.children.push_back({"", "ゆづき", make_date(2026, 9, 12), make_date(2026, 9, 21), 2'250});
    const auto id = register_mother(desk.clinic(), told);
    REQUIRE(id.ok());
    desk.open();
    const auto found = find_mother(desk.clinic(), *id);
    REQUIRE(found.ok());
    REQUIRE(*found);
    const Mother& mother = **found;
    CHECK(mother.name == "𠮷野 﨑子");
    CHECK(mother.kana == told.kana);
    CHECK(mother.address == told.address);
    CHECK(mother.phone == told.phone);
    CHECK(mother.allergies == "卵");
    CHECK(mother.user_number == "N-4821-1");
    CHECK(mother.facts == told.facts);
    REQUIRE(mother.children.size() == 2);
    CHECK(mother.children[0].name == "あおい");
    CHECK(mother.children[1].name == "ゆづき");
    CHECK(mother.children[1].weight_g == 2'250);
    CHECK((*find_by_number(desk.clinic(), "nerima", "ｎ４８２１１"))->id == *id);
    CHECK_FALSE(find_by_number(desk.clinic(), "minamiaso", "N-4821-1")->has_value());
    CHECK(desk.audit_holds());
}

TEST_CASE("Telling the same again writes nothing") {
    Desk desk;
    const std::string id = desk.register_hanako();
    const auto links = desk.count("audit");
    CHECK(desk.register_hanako() == id);
    CHECK(desk.count("audit") == links);
}

TEST_CASE("A second telling adds what is new and never loses what was known") {
    Desk desk;
    const std::string id = desk.register_hanako();
    Registration card;
    card.source = "card";
    card.programme = "131202";
    card.user_number = "N-4821-1";
    card.facts.household = programme::Household::tax_exempt;
    card.facts.household_confirmed_on = make_date(2026, 7, 10);
    card.children = {{"", "", make_date(2026, 9, 12), std::nullopt, std::nullopt}};
    CHECK(register_mother(desk.clinic(), card).value() == id);
    const Mother mother = **find_mother(desk.clinic(), id);
    CHECK(mother.name == "山田 花子");
    CHECK(mother.facts.household == programme::Household::tax_exempt);
    CHECK(mother.facts.resident == true);
    REQUIRE(mother.children.size() == 1);
    CHECK(mother.children[0].name == "あおい");
    CHECK(mother.children[0].weight_g == 2'980);

    // An older confirmation does not undo a newer one.
    card.facts.household = programme::Household::taxed;
    card.facts.household_confirmed_on = make_date(2025, 7, 10);
    REQUIRE(register_mother(desk.clinic(), card).ok());
    CHECK((*find_mother(desk.clinic(), id))->facts.household == programme::Household::tax_exempt);
}

TEST_CASE("A baby that was expected is the one that is born, and keeps its id") {
    Desk desk;
    Registration told = desk.hanako();
    told.children = {{"", "", std::nullopt, make_date(2026, 11, 10), std::nullopt}};
    const std::string id = *register_mother(desk.clinic(), told);
    const std::string before = (*find_mother(desk.clinic(), id))->children[0].id;
    told.children = {{"", "", make_date(2026, 11, 8), std::nullopt, 3'010}};
    REQUIRE(register_mother(desk.clinic(), told).ok());
    told.children = {{"", "りん", make_date(2026, 11, 8), std::nullopt, std::nullopt}};
    REQUIRE(register_mother(desk.clinic(), told).ok());
    const Mother mother = **find_mother(desk.clinic(), id);
    REQUIRE(mother.children.size() == 1);
    CHECK(mother.children[0].id == before);
    CHECK(mother.children[0].born == make_date(2026, 11, 8));
    CHECK(mother.children[0].due == make_date(2026, 11, 10));
    CHECK(mother.children[0].weight_g == 3'010);
    CHECK(mother.children[0].name == "りん");
}

TEST_CASE("Twins stay two, however often they are told") {
    Desk desk;
    Registration told = desk.hanako();
    told.children = {{"", "はると", make_date(2026, 9, 12), {}, 2'310},
                     {"", "ゆづき", make_date(2026, 9, 12), {}, 2'250}};
    const std::string id = *register_mother(desk.clinic(), told);
    std::swap(told.children[0], told.children[1]);
    REQUIRE(register_mother(desk.clinic(), told).ok());
    for (Child& child : told.children) child.name.clear();
    std::swap(told.children[0], told.children[1]);
    REQUIRE(register_mother(desk.clinic(), told).ok());
    const Mother mother = **find_mother(desk.clinic(), id);
    REQUIRE(mother.children.size() == 2);
    CHECK(mother.children[0].name == "はると");
    CHECK(mother.children[0].weight_g == 2'310);
    CHECK(mother.children[1].weight_g == 2'250);
    CHECK(desk.count("child") == 2);
}

TEST_CASE("After a loss no child is spoken of") {
    Desk desk;
    const std::string id = desk.register_hanako();
    Registration told = desk.hanako();
    told.children.clear();
    told.facts.loss_on = make_date(2026, 11, 1);
    REQUIRE(register_mother(desk.clinic(), told).ok());
    const Mother mother = **find_mother(desk.clinic(), id);
    CHECK(mother.facts.loss_on == make_date(2026, 11, 1));
    CHECK(mother.children.empty());
}

TEST_CASE("What cannot be registered is refused with its reason, and nothing is written") {
    Desk desk;
    const auto links = desk.count("audit");
    const auto refused = [&](auto&& change) {
        Registration told = desk.hanako();
        change(told);
        const auto result = register_mother(desk.clinic(), told);
        CHECK(desk.count("audit") == links);
        return result.ok() ? std::string() : result.error().code;
    };
    CHECK(refused([](Registration& r) { r.programme = "atlantis"; }) == "unknown_programme");
    CHECK(refused([](Registration& r) { r.user_number = " "; }) == "bad_number");
    CHECK(refused([](Registration& r) { r.user_number = std::string(65, 'N'); }) == "bad_number");
    CHECK(refused([](Registration& r) {
              r.source = "typed";
              r.user_number = "N-4821-2";
          }) == "bad_number");
    CHECK(refused([](Registration& r) { r.name = "\xFF"; }) == "bad_text");
    CHECK(refused([](Registration& r) { r.phone = "03\n"; }) == "bad_text");
    CHECK(refused([](Registration& r) { r.address = std::string(601, 'a'); }) == "bad_text");
    CHECK(refused([](Registration& r) { r.source = "rumour"; }) == "bad_text");
    CHECK(refused([](Registration& r) { r.children[0].weight_g = 3; }) == "bad_child");
    CHECK(refused([](Registration& r) { r.children[0].born = make_date(1066, 10, 14); }) == "bad_child");
    CHECK(refused([](Registration& r) { r.children.resize(11); }) == "bad_child");
}

TEST_CASE("She is found by a piece of her name, her kana or her number, best first") {
    Desk desk;
    const std::string hanako = desk.register_hanako();
    Registration told = desk.hanako();
    const auto add = [&](const char* middle, const char* name, const char* kana) {
        told.user_number = *make_user_number('N', middle);
        told.name = name;
        told.kana = kana;
        return register_mother(desk.clinic(), told).value();
    };
    const std::string yoshino = add("3370", "𠮷野 葵", "よしの あおい");
    const std::string hanada = add("5001", "花田 恵", "はなだ めぐみ");
    const std::string takahashi = add("7745", "髙橋 凛", "たかはし りん");
    const auto ids = [&](const char* text, std::size_t most = 10) {
        std::vector<std::string> found;
        const auto hits = search_mothers(desk.clinic(), text, most);
        for (const Mother& mother : *hits) found.push_back(mother.id);
        return found;
    };
    CHECK(ids("ヨシノ") == std::vector{yoshino});
    CHECK(ids("𠮷") == std::vector{yoshino});
    CHECK(ids("ﾀｶﾊｼ") == std::vector{takahashi});
    CHECK(ids("はな") == std::vector{hanada, hanako});
    CHECK(ids("はな", 1) == std::vector{hanada});
    CHECK(ids("山田花子") == std::vector{hanako});
    CHECK(ids("N-4821-1") == std::vector{hanako});
    CHECK(ids("4821") == std::vector{hanako});
    CHECK(ids("だれもいない").empty());

    told.user_number = "N-4821-1";
    told.name = "鈴木 花子";
    told.kana = "すずき はなこ";
    REQUIRE(register_mother(desk.clinic(), told).ok());
    CHECK(ids("すずき") == std::vector{hanako});
    CHECK(ids("やまだ").empty());
}

TEST_CASE("Opening her page is on record, without her name") {
    Desk desk;
    const std::string id = desk.register_hanako();
    REQUIRE(record_reading(desk.clinic(), id).ok());
    CHECK(
        desk.clinic()
            .database
            .integer("SELECT count(*) FROM audit WHERE action = 'read' AND row_key = ?1", {store::value(id)})
            ->value_or(0) == 1);
    CHECK(desk.audit_holds());
}
