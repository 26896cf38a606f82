// The desk beyond the check-in itself: alerts, no-shows, cards that are not there, papers, forgotten
// leavings.

#include "shared/card/read.h"
#include "tests/app/forge.h"
#include "tests/app/town.h"

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::test;

namespace {

/// The clinic's data once no kiosk has it open any more.
clinic::Clinic opened(const DemoData& data, const Clock& clock) {
    auto clinic = clinic::open({data.path(), std::filesystem::path(SANGO_SOURCE_DIR) / "assets"}, clock,
                               seeded_random(1));
    REQUIRE(clinic.ok());
    return std::move(clinic).value();
}

}  // namespace

TEST_CASE("an alert that nobody has tapped keeps her out, and who tapped it is on record") {
    const DemoData data;
    Forge forge(data.path());
    {
        Terminal terminal(data.path());
        terminal.play(forge.scan(forge.issue(forge.claims())) + "tap checkin.infection.no");
        CHECK(terminal.try_to("tap checkin.confirm").find("注意「卵アレルギー」を確認してください") !=
              std::string::npos);
        // It stays over leaving and coming back, and once tapped it is seen for the day.
        terminal.play("tap checkin.cancel\n" + forge.scan(forge.issue(forge.claims())) + R"(
            expect checkin.alert.allergy 卵アレルギー 確認
            tap checkin.alert.allergy
            expect checkin.alert.allergy 卵アレルギー 確認済
            tap checkin.cancel
        )" + forge.scan(forge.issue(forge.claims())) +
                      "expect checkin.alert.allergy 卵アレルギー 確認済\ntap checkin.infection.no\n"
                      "tap checkin.confirm\nexpect checkin.done");
    }
    HandClock clock(*parse_instant(kDemoAt));
    const clinic::Clinic clinic = opened(data, clock);
    CHECK(*clinic.database.integer(
              "SELECT count(*) FROM alert_seen WHERE seen_by = (SELECT min(id) FROM staff)") == 1);
    // Each time her page opened is a reading of its own.
    CHECK(*clinic.database.integer("SELECT count(*) FROM audit WHERE action = 'read'") == 3);
}

TEST_CASE("who is late and does not come is marked by two taps, and may still come") {
    const DemoData data;
    Terminal terminal(data.path());
    terminal.play(R"(
        expect checkin.expected.2 遅れ
        tap checkin.expected.2
        expect checkin.subtitle 予約 13:30
        tap checkin.no_show
        expect checkin.no_show.ask.sentence 1回のご利用とみなします
        tap checkin.no_show.ask.cancel
        tap checkin.no_show
        tap checkin.no_show.ask.confirm
        expect notice 来院なしを記録しました
        expect checkin.expected.2 来院なし
        tap checkin.expected.2
    )");
    CHECK_FALSE(terminal.there("checkin.no_show"));
    terminal.play(R"(
        tap checkin.alert.allergy
        tap checkin.infection.no
        tap checkin.confirm
        expect checkin.expected.2 来院
    )");
    CHECK_FALSE(terminal.says("来院なし"));
}

TEST_CASE("a walk-in is called one, and who is not late yet cannot be marked as not coming") {
    const DemoData data;
    Terminal terminal(data.path());
    terminal.play("tap checkin.name\ntype checkin.name.field まつもと\ntap checkin.hit.0");
    CHECK(terminal.text("checkin.subtitle").find("予約なし") != std::string::npos);
    terminal.play("tap checkin.cancel\ntap checkin.expected.3");
    CHECK(terminal.text("checkin.subtitle").find("予約 ") != std::string::npos);
    CHECK_FALSE(terminal.there("checkin.no_show"));
}

TEST_CASE("a leaving that was forgotten is made up for on a later day") {
    const DemoData data;
    Terminal terminal(data.path(), "2026-11-25T09:00:00+09:00");
    terminal.play(R"(
        tap checkin.list.house
        expect checkin.unfinished.0 退所記録なし
        expect checkin.unfinished.0 11/20
        tap checkin.unfinished.0
        tap checkout.arrival.well
        tap checkout.leaving.well
        tap checkout.follow.no
    )");
    CHECK_FALSE(terminal.there("checkout.undo"));
    if (terminal.there("checkout.received")) terminal.play("tap checkout.received");
    terminal.play("tap checkout.confirm\nexpect notice 退所を記録しました");
    CHECK(terminal.text("checkin.unfinished.0").find("退所記録なし") != std::string::npos);
    CHECK_FALSE(terminal.there("checkin.unfinished.3"));
}

TEST_CASE("a clock that cannot be believed is said on every screen until a person has looked") {
    const DemoData data;
    Terminal terminal(data.path(), "2026-11-21T09:00:00+09:00");
    terminal.play(
        "expect bar.trouble 日付か時刻が違うようです\ntap rail.care\nexpect bar.trouble 日付か時刻\n"
        "tap bar.clock");
    CHECK_FALSE(terminal.there("bar.trouble"));
}

TEST_CASE("a lost card: reported to the municipality, the old one refused, the reissued one taken") {
    const DemoData data;
    Town town(data.path());
    Forge forge(data.path());
    auto claims = forge.claims();
    claims.kind = card::Kind::card;
    claims.interview_on = make_date(2026, 3, 10);
    const std::string old_card = forge.scan(forge.issue(claims));
    Terminal terminal(data.path());
    terminal.play(R"(
        tap checkin.name
        type checkin.name.field やまだ
        tap checkin.hit.0
        tap checkin.lost
        tap checkin.lost.ask.confirm
        expect checkin.missing カードの紛失を届けました
        tap checkin.alert.allergy
        tap checkin.infection.no
        tap checkin.confirm
        expect checkin.announced 自治体に通知しました
        tap checkin.next
    )");
    const auto receipts = town.receipts();
    REQUIRE(receipts.size() >= 2);
    CHECK(receipts[receipts.size() - 2].starts_with("card_lost "));
    CHECK(receipts.back().starts_with("use "));
    terminal.play(old_card);
    CHECK(terminal.text("notice") == card::sentence(card::Failure::revoked).ja);
    terminal.play("scan " + town.card(DemoData::user(1), {"--interview", "2026-03-10"}).string());
    CHECK(terminal.text("checkin.person") == "山田 花子");
    CHECK_FALSE(terminal.there("checkin.missing"));
}

TEST_CASE("a forgotten card: what Nerima says to do with hers, and after a loss no handbook") {
    const DemoData data;
    Forge forge(data.path());
    Terminal terminal(data.path());
    // A paper card was read on an earlier visit; today it is at home.
    const auto forgotten = [&](int user, const char* kana, bool loss) {
        auto claims = forge.claims();
        claims.user = DemoData::user(user);
        claims.kind = card::Kind::card;
        claims.interview_on = make_date(2026, 3, 10);
        claims.id = Bytes(16, static_cast<std::uint8_t>(user));
        if (loss) {
            claims.births.clear();
            claims.weights_g.clear();
            claims.loss_on = make_date(2026, 10, 12);
        }
        terminal.play(forge.scan(forge.issue(claims)) + "tap checkin.cancel\ntap checkin.name\n" +
                      "type checkin.name.field " + kana + "\ntap checkin.hit.0\ntap checkin.forgotten");
        const std::string how = terminal.text("checkin.forgotten.how");
        terminal.play("tap checkin.cancel");
        return how;
    };
    CHECK(forgotten(1, "やまだ", false).find("16ページ") != std::string::npos);
    const std::string how = forgotten(13, "もりた", true);
    CHECK(how.find("写していただきます") != std::string::npos);
    for (const char* word : {"母子", "手帳", "16ページ"}) CHECK(how.find(word) == std::string::npos);
}

TEST_CASE("an e-coupon: the clinic's code from the municipality, then the coupon seen by eye, told at once") {
    const DemoData data;
    Town town(data.path());
    REQUIRE(town.tell("coupon-desk", {"--address", "https://coupon.example/desk"}).status == 0);
    Terminal terminal(data.path());
    terminal.play("list");
    CHECK(terminal.there("checkin.code"));
    terminal.play(R"(
        tap checkin.name
        type checkin.name.field やまだ
        tap checkin.hit.0
        tap checkin.coupon
        expect checkin.coupon.sentence 電子クーポンを見せていただきます
        tap checkin.coupon.confirm
        expect checkin.coupon.seen クーポンを目で確認
        tap checkin.alert.allergy
        tap checkin.infection.no
        tap checkin.confirm
        expect checkin.announced 自治体に通知しました
    )");
}

TEST_CASE("what the municipality shared is one tap away at the desk, and its reading is on record") {
    const DemoData data;
    {
        Town town(data.path());
        TempFolder folder;
        const auto file = folder.path() / "plan.json";
        std::ofstream(file)
            << R"({"number":"P-1","kind":"support_plan","issued_on":"2026-11-10","title":"支援計画",
            "sections":[{"heading":"本人の希望","words":"夜に眠りたい"}]})";
        REQUIRE(town.tell("paper", {"--user", DemoData::user(1), "--file", file.string(), "--consent", "yes"})
                    .status == 0);
        Terminal terminal(data.path());
        terminal.play(R"(
            tap checkin.name
            type checkin.name.field やまだ
            tap checkin.hit.0
            tap checkin.papers
            expect papers.text 夜に眠りたい
            tap papers.close
        )");
        CHECK_FALSE(terminal.there("papers"));
    }
    HandClock clock(*parse_instant(kDemoAt));
    const clinic::Clinic clinic = opened(data, clock);
    CHECK(*clinic.database.integer(
              "SELECT count(*) FROM audit WHERE action = 'read' AND table_name = 'paper'") == 1);
}

TEST_CASE("without the municipality what stands on her paper card is asked for, and counts") {
    const DemoData data;
    Forge forge(data.path());
    Terminal terminal(data.path());
    auto claims = forge.claims();
    claims.kind = card::Kind::card;
    claims.interview_on = make_date(2026, 3, 10);
    terminal.play(forge.scan(forge.issue(claims)));
    CHECK(terminal.text("checkin.stamps.ask").find("カードの記入を数えてください") != std::string::npos);
    const std::string before = terminal.text("checkin.allowance.day_care");
    terminal.play("tap checkin.stamps.more\ntap checkin.stamps.more");
    CHECK(terminal.text("checkin.allowance.day_care") != before);
    CHECK(terminal.text("checkin.stamps.ask") == "カードの記入");
}

TEST_CASE("whoever leaves sees the questionnaire's code, and that it was shown is counted") {
    const DemoData data;
    {
        Terminal terminal(data.path());
        terminal.play(R"(
            tap checkin.list.house
            tap checkin.house.0
            tap checkout.arrival.tired
            tap checkout.leaving.well
            tap checkout.follow.no
        )");
        if (terminal.there("checkout.received")) terminal.play("tap checkout.received");
        terminal.play("tap checkout.confirm\nexpect checkin.left おつかれさまでした");
        CHECK(terminal.there("checkin.left.code"));
        terminal.play("tap checkin.left.next\nexpect checkin.idle");
    }
    HandClock clock(*parse_instant(kDemoAt));
    const clinic::Clinic clinic = opened(data, clock);
    CHECK(*clinic.database.integer("SELECT count(*) FROM questionnaire_shown") == 1);
}
