#include "shared/card/cose.h"
#include "shared/clinic/programme_file.h"
#include "tests/app/small_clinic.h"
#include "tests/app/terminal.h"
#include "tests/app/town.h"
#include "tests/support/shipped_rules.h"

#include <fstream>

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::test;

TEST_CASE("a number that the papers leave open is written, and the mother at the desk has her verdict") {
    SmallClinic small;
    auto opened = small.open();
    REQUIRE(clinic::set_setting(opened, "contract.nakano", "1").ok());
    clinic::Registration told = mother_of_nerima();
    told.programme = "nakano";
    const auto mother = clinic::register_mother(opened, told);
    REQUIRE(mother.ok());
    FakeNetwork network;
    app::Front front(std::move(opened), {}, network.network());
    front.handle(screens::ChooseMother{*mother, ""});
    const auto asks = [&] {
        const auto view = front.view();
        return std::ranges::any_of(view.check_in.candidate->reasons,
                                   [](const screens::ReasonRow& row) { return row.rule == "setting"; });
    };
    CHECK(asks());
    front.handle(screens::AnswerSetting{"nakano", "limit.total", 14});
    front.handle(screens::AnswerSetting{"nakano", "limit.total_multiples", 20});
    CHECK_FALSE(asks());
    front.handle(screens::AnswerSetting{"nakano", "limit.total", std::nullopt});
    CHECK(asks());
}

TEST_CASE("a programme that is switched off while she stands at the desk says so, and takes nobody new") {
    SmallClinic small;
    auto opened = small.open();
    const auto mother = clinic::register_mother(opened, mother_of_nerima());
    REQUIRE(mother.ok());
    FakeNetwork network;
    app::Front front(std::move(opened), {}, network.network());
    front.handle(screens::ChooseMother{*mother, ""});
    CHECK(front.view().check_in.programmes.size() == 2);
    front.handle(screens::SwitchContract{"nerima", false});
    const auto view = front.view();
    REQUIRE(view.check_in.candidate);
    CHECK(view.check_in.candidate->verdict == programme::Outcome::refuse);
    CHECK(view.check_in.candidate->cannot_confirm->ja == "契約していない事業です");
    CHECK(view.check_in.candidate->reasons.front().rule == "contract");
    CHECK(view.check_in.programmes.size() == 1);
}

TEST_CASE("the municipalities are asked one by one, and the answers told together") {
    SmallClinic small;
    const auto key = card::make_private_key(seeded_random(3));
    auto opened = small.open();
    opened.trust.add("131202", card::public_key_of(key));
    FakeNetwork network;
    app::Front front(std::move(opened), two_endpoints(), network.network());
    front.show_settings(true);
    front.handle(screens::PullProgrammes{});
    CHECK(front.view().settings.asking);
    REQUIRE(network.questions.size() == 2);
    CHECK(network.questions[0].path == "/v1/programmes");
    const std::string file =
        base64(card::sign1(bytes_of(rules_from("2027-04-01")), key, clinic::kProgrammeContentType));
    network.questions[0].then(Result<std::string>(
        R"({"issuer":"131202","answered_at":"2026-12-01T09:00:00+09:00","programmes":[{"message":")" + file +
        "\"}]}"));
    CHECK(front.view().settings.asking);
    network.questions[1].then(error("no_network", "つながりません。", "No connection."));
    const auto view = front.view();
    CHECK_FALSE(view.settings.asking);
    REQUIRE(view.settings_notice);
    CHECK(view.settings_notice->text.ja.find("令和9年4月1日") != std::string::npos);
    CHECK(view.settings_notice->text.ja.find("南阿蘇村: つながりません。") != std::string::npos);
    front.handle(screens::DismissNotice{});
    CHECK_FALSE(front.view().settings_notice);
}

TEST_CASE("a municipality that is gone is said, and without a line there is the file") {
    SmallClinic small;
    FakeNetwork network;
    app::Front front(small.open(), {}, network.network());
    front.handle(screens::PullProgrammes{});
    CHECK(front.view().settings_notice->code == "no_endpoint");
    CHECK(network.questions.empty());
    front.handle(screens::TakeInFile{"/nowhere/nerima.cose"});
    CHECK(front.view().settings_notice->code == "unreadable");
}

TEST_CASE("the rules come from the municipality by tap, and stay over a restart") {
    const DemoData data;
    Town town(data.path());
    const TempFolder folder;
    const auto file = folder.path() / "r9.toml";
    std::ofstream(file) << rules_from("2027-04-01");
    const auto published = town.tell("sign-programme", {"--file", file.string()});
    REQUIRE_MESSAGE(published.status == 0, published.err);
    {
        Terminal terminal(data.path());
        terminal.play(R"(
            tap rail.settings
            tap settings.takeover.0
            tap settings.pull
            expect notice 令和9年4月1日
            tap settings.programme.nerima
            tap settings.tab.rules
            expect settings.rule.0 練馬区にお住まいの方
            tap settings.version.1
            expect settings.version 自治体の署名つき
            tap settings.back
            tap settings.section.display
            tap settings.light.night
        )");
    }
    Terminal terminal(data.path());
    terminal.play(R"(
        tap rail.settings
        tap settings.programme.nerima
        tap settings.tab.rules
        tap settings.version.1
        expect settings.version 自治体の署名つき
    )");
    CHECK(terminal.ui().night);
}
