#include "kiosk/screens/check_in_screen.h"

#include "shared/base/user_number.h"
#include "tests/screens/kiosk_stage.h"

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::screens;
using screens::test::KioskStage;

namespace {

bool speaks_of_a_baby(const std::string& words) {
    for (const char* word :
         {"赤ちゃん", "お子さん", "ちゃん", "生後", "あおい", "授乳", "Baby", "baby", "child", "months"})
        if (words.find(word) != std::string::npos) return true;
    return false;
}

}  // namespace

TEST_CASE("from her card to 'please come in' it takes three taps") {
    KioskView view = sample::kiosk_with(sample::candidate());
    view.check_in.candidate->alerts.clear();
    KioskStage stage(view);
    CHECK(stage.text("checkin.headline") == "確認が必要です");
    CHECK(stage.why("checkin.confirm") == "きょうの体調をお聞きください");

    stage.tap("checkin.infection.no");
    CHECK_FALSE(stage.asked_for<AnswerInfection>().infected);
    stage.tap("checkin.stamp");
    CHECK(stage.asked_for<TickStamped>().stamped);
    stage.view.check_in.candidate = sample::ready();
    stage.frame();
    CHECK(stage.text("checkin.headline") == "ご利用いただけます");
    CHECK(stage.text("checkin.copay") == "1,500円");
    CHECK(stage.why("checkin.confirm").empty());
    stage.tap("checkin.confirm");
    (void)stage.asked_for<ConfirmCheckIn>();
}

TEST_CASE("a greyed 受付する does nothing and says why") {
    KioskStage stage(sample::kiosk_with(sample::candidate()));
    CHECK_FALSE(stage.hand.tap("checkin.confirm").ok());
    CHECK(stage.asked.empty());
    stage.tap("lang.en");
    CHECK(stage.why("checkin.confirm") == "Ask how they feel today");
}

TEST_CASE("her answer stands in its row and can be changed") {
    KioskStage stage(sample::kiosk_with(sample::ready()));
    CHECK(stage.find("checkin.infection.no")->selected);
    stage.tap("checkin.infection.yes");
    CHECK(stage.asked_for<AnswerInfection>().infected);
}

TEST_CASE("whether treatment is needed is asked in its row, too") {
    KioskStage asks(sample::kiosk_with(sample::crowded()));
    asks.tap("checkin.treatment.yes");
    CHECK(asks.asked_for<AnswerTreatment>().needed);
}

TEST_CASE("an alert stays until it is tapped") {
    KioskStage stage(sample::kiosk_with(sample::candidate()));
    CHECK(stage.text("checkin.alert.allergy") == "卵アレルギー 確認");
    stage.tap("checkin.alert.allergy");
    CHECK(stage.asked_for<AcknowledgeAlert>().alert_id == "allergy");
    stage.view.check_in.candidate->alerts[0].acknowledged = true;
    stage.frame();
    CHECK(stage.text("checkin.alert.allergy") == "卵アレルギー 確認済");
    CHECK_FALSE(stage.find("checkin.alert.allergy")->pressable);
}

TEST_CASE("service and days are chosen in one row") {
    KioskStage stage(sample::kiosk_with(sample::crowded()));
    CHECK(stage.find("checkin.service.short_stay")->selected);
    CHECK(stage.text("checkin.days") == "3 日");
    stage.tap("checkin.days.more");
    CHECK(stage.asked_for<SetDays>().days == 4);
    stage.tap("checkin.service.outreach");
    CHECK(stage.asked_for<SetService>().service == programme::Service::outreach);
    stage.tap("checkin.service.short_stay");
    CHECK(stage.asked.empty());
}

TEST_CASE("what asks and what refuses stands above what is fine") {
    KioskStage stage(sample::kiosk_with(sample::refused()));
    const float infection = stage.find("checkin.reason.infection")->at.y;
    const float limit = stage.find("checkin.reason.limit")->at.y;
    const float residency = stage.find("checkin.reason.residency")->at.y;
    CHECK(infection < limit);
    CHECK(limit < residency);
    CHECK(stage.text("checkin.verdict").starts_with("×"));
    CHECK(stage.why("checkin.confirm") == "この方は今日は利用できません");
}

TEST_CASE(
    "rules that are fine and find no room are summed up, and one tap shows them; no other rule ever is") {
    KioskStage stage(sample::kiosk_with(sample::ready()));
    REQUIRE(stage.shows("checkin.reasons.more"));
    CHECK(stage.text("checkin.reasons.more").find("項目は問題ありません") != std::string::npos);
    CHECK_FALSE(stage.shows("checkin.reason.booking_window"));
    stage.tap("checkin.reasons.more");
    CHECK(stage.shows("checkin.reason.booking_window"));
    CHECK(stage.asked.empty());
    CandidateView doubtful = sample::ready();
    for (ReasonRow& reason : doubtful.reasons) reason.outcome = programme::Outcome::ask;
    doubtful.mother_id = "m77";
    stage.view.check_in.candidate = doubtful;
    stage.hand.settle();
    CHECK_FALSE(stage.shows("checkin.reasons.more"));
    for (const ReasonRow& reason : doubtful.reasons) CHECK(stage.shows("checkin.reason." + reason.rule));
}

TEST_CASE("two reasons of one rule are both there") {
    CandidateView who = sample::crowded();
    KioskStage stage(sample::kiosk_with(who));
    if (stage.shows("checkin.reasons.more")) stage.tap("checkin.reasons.more");
    CHECK(stage.shows("checkin.reason.household"));
    CHECK(stage.shows("checkin.reason.household.1"));
}

TEST_CASE("after a loss nothing on the screen speaks of a baby, in either language") {
    KioskView view = sample::kiosk_with(sample::after_loss());
    view.check_in.expected.clear();
    view.check_in.in_house.clear();
    KioskStage stage(view);
    CHECK_FALSE(speaks_of_a_baby(stage.all_words()));
    stage.tap("lang.en");
    CHECK_FALSE(speaks_of_a_baby(stage.all_words()));
    // The words looked for are those that are there where there is a baby.
    stage.view.check_in.candidate = sample::candidate();
    stage.frame();
    CHECK(speaks_of_a_baby(stage.all_words()));
}

TEST_CASE("やめる leaves without recording") {
    KioskStage stage(sample::kiosk_with(sample::ready()));
    stage.tap("checkin.cancel");
    (void)stage.asked_for<LeaveCheckIn>();
}

TEST_CASE("a forgotten card is marked, and what the programme asks for then is said") {
    CandidateView who = sample::refused();
    who.card_forgotten = false;
    KioskStage stage(sample::kiosk_with(who));
    CHECK_FALSE(stage.shows("checkin.forgotten.how"));
    stage.tap("checkin.forgotten");
    CHECK(stage.asked_for<MarkCardForgotten>().forgotten);
    stage.view.check_in.candidate->card_forgotten = true;
    stage.frame();
    CHECK(stage.text("checkin.forgotten.how").find("16ページ") != std::string::npos);
    stage.view.check_in.candidate->card_shown = true;
    stage.frame();
    CHECK_FALSE(stage.shows("checkin.forgotten"));
}

TEST_CASE(
    "who is expected is chosen from the list; who is here goes to her leaving; who has left stays still") {
    KioskView view = sample::kiosk();
    view.check_in.expected[3].attendance = clinic::Attendance::left;
    KioskStage stage(view);
    CHECK(stage.text("checkin.expected.1").find("遅れ") != std::string::npos);
    stage.tap("checkin.expected.1");
    const auto chosen = stage.asked_for<ChooseMother>();
    CHECK(chosen.mother_id == "m2");
    CHECK(chosen.booking_id == "b2");
    stage.tap("checkin.expected.0");
    CHECK(stage.asked_for<OpenCheckOut>().use_id == "u1");
    CHECK_FALSE(stage.find("checkin.expected.3")->pressable);
    stage.tap("checkin.list.house");
    stage.tap("checkin.house.2");
    CHECK(stage.asked_for<OpenCheckOut>().use_id == "u6");
}

TEST_CASE("the last of thirty is scrolled to and chosen") {
    KioskView view = sample::kiosk();
    for (int i = 0; i < 26; ++i) {
        view.check_in.expected.push_back(view.check_in.expected[2]);
        view.check_in.expected.back().booking_id = "late" + std::to_string(i);
    }
    KioskStage stage(view);
    stage.tap("checkin.expected.29");
    CHECK(stage.asked_for<ChooseMother>().booking_id == "late25");
}

TEST_CASE("an empty day says what will appear there") {
    KioskView view = sample::kiosk();
    view.check_in.expected.clear();
    KioskStage stage(view);
    CHECK(stage.text("checkin.expected.none").find("きょうの予約はありません") != std::string::npos);
    CHECK(stage.text("checkin.idle") == "利用者カードをかざしてください");
}

TEST_CASE("a number is typed by keys or keyboard, and its look-alikes are read as they are meant") {
    KioskStage stage;
    stage.tap("checkin.number");
    CHECK(stage.why("checkin.number.ok") == "番号を入力してください");
    for (const char* key : {"N", "4", "8", "2"}) stage.tap(std::string("checkin.number.key.") + key);
    stage.tap("checkin.number.erase");
    CHECK(stage.text("checkin.number.field") == "N48");
    CHECK(stage.text("checkin.number.hint").find("I と L は 1") != std::string::npos);
    stage.tap("checkin.number.clear");
    const std::string number = make_user_number('N', "4821").value();
    stage.type("checkin.number.field", number);
    CHECK(stage.text("checkin.number.hint").find(number) != std::string::npos);
    stage.tap("checkin.number.ok");
    CHECK(stage.asked_for<EnterNumber>().typed == number);
    CHECK(stage.shows("checkin.number.field"));

    stage.view.check_in.candidate = sample::candidate();
    stage.hand.settle();
    CHECK_FALSE(stage.shows("checkin.number.field"));
    CHECK(stage.shows("checkin.confirm"));
}

TEST_CASE("a foreign code before the camera does not take away the number being typed") {
    KioskStage stage;
    stage.tap("checkin.number");
    stage.type("checkin.number.field", "N-48");
    stage.view.check_in.scans = 7;
    stage.view.check_in.notice =
        Notice{Notice::Tone::failure, "foreign", {"利用者カードではありません。", "Not a user card."}};
    stage.hand.settle();
    CHECK(stage.text("checkin.number.field") == "N-48");
    CHECK(stage.text("notice") == "利用者カードではありません。");
}

TEST_CASE("Enter in the number field searches, too") {
    KioskStage stage;
    stage.tap("checkin.number");
    stage.type("checkin.number.field", "N48217");
    CHECK(stage.hand.key("enter").ok());
    stage.hand.settle();
    CHECK(stage.asked_for<EnterNumber>().typed == "N48217");
}

TEST_CASE("she is found by kana without a keyboard") {
    KioskStage stage;
    stage.tap("checkin.name");
    for (const char* key : {"checkin.kana.ka", "checkin.kana.voiced", "checkin.kana.ya", "checkin.kana.small",
                            "checkin.kana.long"})
        stage.tap(key);
    CHECK(stage.text("checkin.name.field") == "がゃー");
    REQUIRE_FALSE(stage.asked.empty());
    CHECK(stage.asked.back().as<SearchPeople>()->text == "がゃー");
    stage.asked.clear();
    stage.tap("checkin.kana.clear");
    CHECK(stage.asked_for<SearchPeople>().text.empty());
}

TEST_CASE("a hit is chosen as a walk-in, and no hit says what else can be done") {
    KioskView view = sample::kiosk();
    view.check_in.hits.emplace();
    KioskStage stage(view);
    stage.tap("checkin.name");
    stage.type("checkin.name.field", "𠮷野");
    CHECK(stage.asked.back().as<SearchPeople>()->text == "𠮷野");
    stage.asked.clear();
    CHECK(stage.text("checkin.name.none").find("あてはまる方がいません") != std::string::npos);
    stage.view.check_in.hits->push_back(
        {"m8", "𠮷野 葵", "よしの あおい", "N-5010-3", {"練馬区", "Nerima"}, 0xD9482F});
    stage.frame();
    CHECK(stage.text("checkin.hit.0").find("𠮷野 葵") != std::string::npos);
    stage.tap("checkin.hit.0");
    const auto chosen = stage.asked_for<ChooseMother>();
    CHECK(chosen.mother_id == "m8");
    CHECK(chosen.booking_id.empty());
    CHECK(stage.shows("checkin.idle"));
}

TEST_CASE("a notice says what failed and goes away when it was read") {
    KioskView view = sample::kiosk();
    view.check_in.notice = Notice{
        Notice::Tone::failure, "expired", {"このカードは期限が切れています。", "This card has expired."}};
    KioskStage stage(view);
    CHECK(stage.text("notice") == "このカードは期限が切れています。");
    stage.tap("notice.dismiss");
    (void)stage.asked_for<DismissNotice>();
}

TEST_CASE("where there is no camera the frame says what to do instead") {
    KioskStage stage;
    CHECK(stage.text("checkin.scan") == "カードをかざす");
    stage.state.check_in.camera.note = Message{"カメラが見つかりません。", "No camera."};
    stage.frame();
    CHECK(stage.text("checkin.scan") == "カメラが見つかりません。");
}

TEST_CASE("a picture of the camera is drawn under the frame") {
    KioskStage stage;
    const ui::Picture picture{4, 3, std::vector<std::uint8_t>(12, 128), 1};
    stage.state.check_in.camera.picture = &picture;
    stage.frame();
    CHECK(stage.ui.pictures().size() == 1);
}
