#include "shared/card/base45.h"
#include "shared/card/read.h"
#include "tests/app/forge.h"
#include "tests/app/town.h"

#include <fstream>

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::test;

namespace {

std::string said_of(card::Failure failure) {
    return card::sentence(failure).ja;
}

}  // namespace

TEST_CASE("from card to please come in: the card, one answer, 受付する; then the municipality knows of it") {
    const DemoData data;
    Town town(data.path());
    Terminal terminal(data.path());
    terminal.play("list");  // what waited since the days before has gone out
    const auto before = town.receipts().size();
    terminal.play("scan " +
                  town.card(DemoData::user(1), {"--kind", "coupon", "--interview", "2026-06-20"}).string());
    CHECK(terminal.text("checkin.person") == "山田 花子");
    CHECK(terminal.text("checkin.child.0") == "あおい  生後2か月9日 (修正2か月0日)");
    CHECK(terminal.text("checkin.copay") == "1,500円");
    CHECK(terminal.text("checkin.balance") == "ほかの施設での利用: 確認ずみ");
    terminal.play(R"(
        tap checkin.alert.allergy
        tap checkin.infection.no
        expect checkin.headline ご利用いただけます
        tap checkin.confirm
        expect checkin.done 受付しました
        expect checkin.copay 1,500円
    )");
    CHECK(town.receipts().size() == before + 1);
}

TEST_CASE("without her card she is found by number, typed on the screen's keys") {
    const DemoData data;
    Terminal terminal(data.path());
    std::string script = "tap checkin.number\n";
    for (const char sign : DemoData::user(1))
        if (sign != '-') script += std::string("tap checkin.number.key.") + sign + "\n";
    terminal.play(script);
    CHECK(terminal.text("checkin.number.hint").find(DemoData::user(1)) != std::string::npos);
    terminal.play("tap checkin.number.ok\nexpect checkin.person 山田 花子");
}

TEST_CASE("a number with a slip of the finger is not taken, and the screen says so") {
    const DemoData data;
    Terminal terminal(data.path());
    std::string number = DemoData::user(1);
    std::swap(number[3], number[4]);
    const std::string why = terminal.try_to("tap checkin.number\ntype checkin.number.field " + number +
                                            "\ntap checkin.number.ok");
    CHECK((why.find("greyed: 番号が合いません") != std::string::npos || terminal.says("番号が違うようです")));
    CHECK_FALSE(terminal.there("checkin.person"));
}

TEST_CASE("she is found by a piece of her name or kana, also with 𠮷") {
    const DemoData data;
    Terminal terminal(data.path());
    terminal.play(
        "tap checkin.name\ntype checkin.name.field よしの\nexpect checkin.hit.0 𠮷野 葵\ntap checkin.hit.0");
    CHECK(terminal.text("checkin.person") == "𠮷野 葵");
    terminal.play(
        "tap checkin.cancel\ntap checkin.name\ntype checkin.name.field 𠮷\nexpect checkin.hit.0 𠮷野 葵");
}

TEST_CASE("each wrong card says its own reason and changes nothing") {
    const DemoData data;
    Town town(data.path());
    Forge forge(data.path());
    Terminal terminal(data.path());
    const auto good = forge.claims();
    const auto shows = [&](const std::string& script, card::Failure failure) {
        CAPTURE(card::word(failure));
        terminal.play(script);
        CHECK(terminal.text("notice") == said_of(failure));
        CHECK_FALSE(terminal.there("checkin.confirm"));
        terminal.play("tap notice.dismiss");
        CHECK_FALSE(terminal.there("notice"));
    };

    shows(forge.scan("https://example.jp/"), card::Failure::foreign);

    shows(forge.scan(forge.issue(good, card::make_private_key(seeded_random(12)))),
          card::Failure::unknown_issuer);

    auto bytes = *card::from_base45(std::string_view(forge.issue(good)).substr(card::kCardPrefix.size()));
    bytes.back() ^= 1;
    shows(forge.scan(std::string(card::kCardPrefix) + card::base45(bytes)), card::Failure::bad_signature);

    auto claims = good;
    claims.expires = *parse_instant(kDemoAt);
    shows(forge.scan(forge.issue(claims)), card::Failure::expired);

    claims = good;
    claims.not_before = *parse_instant(kDemoAt) + std::chrono::days(1);
    shows(forge.scan(forge.issue(claims)), card::Failure::not_yet_valid);

    claims = good;
    claims.issued_at = *parse_instant(kDemoAt) + std::chrono::days(400);
    claims.expires = claims.issued_at + std::chrono::days(1);
    shows(forge.scan(forge.issue(claims)), card::Failure::clock);

    const auto desk = forge.folder() / "desk.png";
    REQUIRE(card::write_png(desk, card::Image{640, 480, std::vector<std::uint8_t>(640 * 480, 200)}).ok());
    shows("scan " + desk.string(), card::Failure::unreadable);
    std::ofstream(forge.folder() / "cut.png", std::ios::binary) << "\x89PNG\r\n\x1a\n";
    shows("scan " + (forge.folder() / "cut.png").string(), card::Failure::unreadable);
}

TEST_CASE("a card that was taken back is revoked once the municipality's list is here") {
    const DemoData data;
    Town town(data.path());
    const auto old_card = town.card(DemoData::user(1));
    REQUIRE(town.tell("revoke", {"--user", DemoData::user(1), "--at", "2026-11-21T14:06:00+09:00"}).status ==
            0);
    Terminal terminal(data.path());
    terminal.play("scan " + old_card.string());
    CHECK(terminal.text("notice") == said_of(card::Failure::revoked));
}

TEST_CASE("a coupon works once") {
    const DemoData data;
    Forge forge(data.path());
    Terminal terminal(data.path());
    const std::string scan = forge.scan(forge.issue(forge.claims()));
    terminal.play(scan +
                  "tap checkin.alert.allergy\ntap checkin.infection.no\ntap checkin.confirm\nexpect "
                  "checkin.done\ntap checkin.next\n" +
                  scan);
    CHECK(terminal.text("notice") == said_of(card::Failure::already_used));
}

TEST_CASE("with a clock of last year no card is judged") {
    const DemoData data;
    Forge forge(data.path());
    Terminal terminal(data.path(), "2025-11-21T14:05:00+09:00");
    terminal.play(forge.scan(forge.issue(forge.claims())));
    CHECK(terminal.text("notice") == said_of(card::Failure::clock));
}

TEST_CASE("a check-in is undone with a reason, and she is expected again") {
    const DemoData data;
    Forge forge(data.path());
    Terminal terminal(data.path());
    terminal.play(forge.scan(forge.issue(forge.claims())) + R"(
        tap checkin.alert.allergy
        tap checkin.infection.no
        tap checkin.confirm
        expect checkin.expected.2 来院
        tap checkin.undo
        expect checkin.undo.ask.sentence 山田 花子
    )");
    CHECK(terminal.try_to("tap checkin.undo.ask.confirm").find("greyed") != std::string::npos);
    CHECK(terminal.try_to("tap checkin.next").find("dialog") != std::string::npos);
    terminal.play(R"(
        tap checkin.undo.ask.reason.0
        tap checkin.undo.ask.confirm
        expect notice 受付を取り消しました
        expect checkin.expected.2 遅れ
    )");
}

TEST_CASE("who has an infection today cannot be confirmed, and the screen says why") {
    const DemoData data;
    Forge forge(data.path());
    Terminal terminal(data.path());
    terminal.play(forge.scan(forge.issue(forge.claims())) +
                  "tap checkin.infection.yes\nexpect checkin.headline ご利用いただけません");
    CHECK(terminal.try_to("tap checkin.confirm").find("greyed") != std::string::npos);
}

TEST_CASE("services that share a limit share one bar") {
    const DemoData data;
    Terminal terminal(data.path());
    terminal.play("tap checkin.expected.5\nexpect checkin.person 石田 真由");
    CHECK(terminal.ui().registry().find("checkin.allowance.short_stay") != nullptr);
    CHECK(terminal.says("全サービス合わせて"));
    CHECK(terminal.says("7/10"));
    CHECK(terminal.ui().registry().find("checkin.allowance.day_care") == nullptr);
    terminal.play("tap checkin.cancel\ntap checkin.expected.7\nexpect checkin.person 西川 朋子");
    CHECK(terminal.says("母子デイケア・アウトリーチ"));
    CHECK(terminal.text("checkin.copay") == "7,000円");
    terminal.play("tap checkin.service.sibling_day_care\nexpect checkin.headline 確認");
}

TEST_CASE("nobody is asked to pay for what is refused") {
    const DemoData data;
    Terminal terminal(data.path());
    terminal.play("tap checkin.name\ntype checkin.name.field きしもと\ntap checkin.hit.0");
    CHECK(terminal.text("checkin.headline") == "ご利用いただけません");
    CHECK(terminal.says("ご家族から十分な支援を受けられる方は対象になりません。"));
    CHECK(terminal.text("checkin.copay") == "—");
    // 002 利用回数について: beyond the limit it is hers, at the whole price.
    terminal.play(
        "tap checkin.cancel\ntap checkin.name\ntype checkin.name.field まつもと\ntap checkin.hit.0");
    CHECK(terminal.text("checkin.copay") == "16,500円");
}

TEST_CASE("nothing on the screen speaks of a baby after a loss") {
    const DemoData data;
    Terminal terminal(data.path());
    terminal.play(
        "tap checkin.name\ntype checkin.name.field もりた\ntap checkin.hit.0\nexpect checkin.person 森田 彩");
    for (const ui::Entry& entry : terminal.ui().registry().entries()) {
        CAPTURE(entry.id);
        for (const char* word : {"赤ちゃん", "お子さん", "生後", "新生児"})
            CHECK(entry.text.find(word) == std::string::npos);
    }
}

TEST_CASE("she leaves: state, follow-up and copay are asked, then the house has one fewer") {
    const DemoData data;
    Terminal terminal(data.path());
    terminal.play(R"(
        tap checkin.list.house
        expect checkin.list.house 在所 4
        tap checkin.house.0
        tap checkout.arrival.tired
        tap checkout.leaving.well
        tap checkout.follow.no
    )");
    if (terminal.there("checkout.received")) terminal.play("tap checkout.received");
    terminal.play("tap checkout.confirm\nexpect notice 退所を記録しました\nexpect checkin.list.house 在所 3");
}
