#include "kiosk/screens/settings_screen.h"

#include "tests/sample_views/sample_settings.h"
#include "tests/screens/kiosk_stage.h"

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::screens;
using screens::test::KioskStage;

namespace {

KioskView with(SettingsView settings) {
    KioskView view = sample::kiosk();
    view.settings = std::move(settings);
    return view;
}

}  // namespace

TEST_CASE("each programme is switched on by one tap, and off after a question") {
    KioskStage stage(with(sample::settings()), Screen::settings);
    CHECK(stage.find("settings.contract.nerima.on")->selected);
    CHECK(stage.find("settings.contract.kashiwa.off")->selected);
    CHECK(stage.text("settings.unset.nakano").find("未定 4件") != std::string::npos);
    stage.tap("settings.contract.kashiwa.on");
    const auto on = stage.asked_for<SwitchContract>();
    CHECK(on.programme == "kashiwa");
    CHECK(on.on);
    stage.tap("settings.contract.nerima.off");
    CHECK(stage.asked.empty());
    CHECK(stage.text("settings.off.sentence").find("これまでの利用と報告はそのまま") != std::string::npos);
    stage.tap("settings.off.cancel");
    CHECK(stage.asked.empty());
    stage.tap("settings.contract.nerima.off");
    stage.tap("settings.off.confirm");
    const auto off = stage.asked_for<SwitchContract>();
    CHECK(off.programme == "nerima");
    CHECK_FALSE(off.on);
    // What is as it was tapped asks nothing.
    stage.tap("settings.contract.setagaya.on");
    CHECK(stage.asked.empty());
}

TEST_CASE("who is no manager sees everything, changes nothing, and may let a manager take over") {
    KioskStage stage(with(sample::settings_of_others()), Screen::settings);
    CHECK(stage.why("settings.contract.nerima.off") == "管理者が変えられます");
    CHECK(stage.why("settings.pull") == "管理者が変えられます");
    CHECK(stage.why("settings.files") == "管理者が変えられます");
    stage.tap("settings.takeover.0");
    CHECK(stage.asked_for<TakeOver>().staff_id == "m1");
    stage.tap("settings.programme.nerima");
    CHECK(stage.asked_for<OpenProgramme>().programme == "nerima");
}

TEST_CASE("new rules are asked of the municipalities, or chosen from a stick") {
    KioskStage stage(with(sample::settings()), Screen::settings);
    stage.tap("settings.pull");
    (void)stage.asked_for<PullProgrammes>();
    stage.view.settings.asking = true;
    stage.frame();
    CHECK(stage.why("settings.pull") == "問い合わせています");
    stage.tap("settings.files");
    (void)stage.asked_for<LookForFiles>();
    stage.view.settings.files.emplace();
    stage.frame();
    CHECK(stage.text("settings.choose.sentence").find("見つかりません") != std::string::npos);
    stage.tap("settings.choose.confirm");
    (void)stage.asked_for<LookForFiles>();
    stage.view.settings.files = {{"/media/a/nerima-r9.cose", "nerima-r9.cose", "/media/a"}};
    stage.frame();
    stage.tap("settings.file.0");
    CHECK(stage.asked_for<TakeInFile>().path == "/media/a/nerima-r9.cose");
    stage.tap("settings.choose.cancel");
    (void)stage.asked_for<CloseFiles>();
}

TEST_CASE("a programme's rules are a page with sections, sources and versions") {
    KioskStage stage(with(sample::settings_page()), Screen::settings);
    CHECK(stage.text("settings.title") == "世田谷区");
    CHECK(stage.text("settings.rule.4") == "合わせて7日（回）まで。");
    CHECK(stage.all_words().find("901 III 1 (2) ③ 利用期間、利用上限日数") != std::string::npos);
    CHECK(stage.text("settings.version").find("令和3年4月1日") != std::string::npos);
    stage.tap("settings.version.1");
    CHECK(stage.text("settings.version").find("自治体の署名つき") != std::string::npos);
    stage.tap("lang.en");
    CHECK(stage.text("settings.rule.4") == "7 days together.");
    stage.tap("settings.back");
    CHECK(stage.asked_for<OpenProgramme>().programme.empty());
    CHECK(stage.text("settings.back") == "Back to the programmes");
}

TEST_CASE("an open number is typed on the pad; 未定 and the bounds are said") {
    KioskStage stage(with(sample::settings_page()), Screen::settings);
    stage.tap("settings.tab.answers");
    CHECK(stage.text("settings.answer.0").find("未定") != std::string::npos);
    CHECK(stage.text("settings.answer.0").find("子ども家庭支援センター）に確かめる") != std::string::npos);
    CHECK(stage.text("settings.answer.2").find("この施設で決める") != std::string::npos);
    stage.tap("settings.change.copay.sibling_short_stay");
    CHECK(stage.text("settings.form.value") == "未定");
    CHECK(stage.why("settings.form.confirm") == "まだ変わっていません");
    for (const char* key : {"9", "9", "9", "9", "9", "9"}) stage.tap(std::string("settings.form.pad.") + key);
    CHECK(stage.why("settings.form.confirm") == "0円から100,000円まで");
    for (int i = 0; i < 2; ++i) stage.tap("settings.form.pad.erase");
    CHECK(stage.text("settings.form.value") == "9,999円");
    stage.tap("settings.form.confirm");
    const auto written = stage.asked_for<AnswerSetting>();
    CHECK(written.programme == "setagaya");
    CHECK(written.setting == "copay.sibling_short_stay");
    CHECK(written.answer == 9'999);
    CHECK_FALSE(stage.shows("settings.form"));
}

TEST_CASE("an answer is changed, taken back, and shows what it was") {
    KioskStage stage(with(sample::settings_page()), Screen::settings);
    stage.tap("settings.tab.answers");
    stage.tap("settings.change.copay.sibling_day_care");
    CHECK(stage.text("settings.form.value") == "1,500円");
    CHECK(stage.text("settings.form.history.0").find("1,200円 → 1,500円") != std::string::npos);
    stage.tap("settings.form.pad.8");  // the first digit begins anew
    CHECK(stage.text("settings.form.value") == "8円");
    stage.tap("settings.form.unset");
    stage.tap("settings.form.confirm");
    CHECK_FALSE(stage.asked_for<AnswerSetting>().answer);
    stage.tap("settings.change.clinic.orientation");
    stage.tap("settings.form.choice.yes");
    stage.tap("settings.form.confirm");
    CHECK(stage.asked_for<AnswerSetting>().answer == 1);
    stage.tap("settings.change.clinic.orientation");
    stage.tap("settings.form.cancel");
    CHECK(stage.asked.empty());
    stage.tap("settings.tab.history");
    CHECK(stage.text("settings.history.0").find("勅使河原 佐知子") != std::string::npos);
    CHECK(stage.text("settings.history.2").find("休止 → 契約中") != std::string::npos);
}

TEST_CASE("a day is typed in eight digits or chosen, and a day that is not in the calendar is not taken") {
    KioskStage stage(with(sample::settings_page()), Screen::settings);
    stage.tap("settings.tab.answers");
    CHECK(stage.text("settings.answer.3").find("記録の保存期間に使う") != std::string::npos);
    stage.tap("settings.change.contract.ends");
    CHECK(stage.text("settings.form.value") == "令和9年3月31日(水)");
    for (const char* key : {"2", "0", "2", "7", "0", "2"}) stage.tap(std::string("settings.form.pad.") + key);
    CHECK(stage.text("settings.form.value") == "202702");
    CHECK(stage.why("settings.form.confirm") == "8けたまで入れてください");
    for (const char* key : {"2", "9"}) stage.tap(std::string("settings.form.pad.") + key);
    CHECK(stage.why("settings.form.confirm") == "暦にない日です");
    stage.tap("settings.form.pad.erase");
    stage.tap("settings.form.pad.8");
    CHECK(stage.text("settings.form.value") == "令和9年2月28日(日)");
    stage.tap("settings.form.likely.1");
    CHECK(stage.text("settings.form.value") == "令和10年3月31日(金)");
    stage.tap("settings.form.confirm");
    const auto written = stage.asked_for<AnswerSetting>();
    CHECK(written.setting == "contract.ends");
    CHECK(written.answer == make_date(2028, 3, 31).time_since_epoch().count());
    stage.tap("lang.en");
    stage.tap("settings.change.contract.ends");
    CHECK(stage.text("settings.form.value") == "Wed 31 March 2027");
}

TEST_CASE("language and light by hand are asked to be kept, wherever they are chosen") {
    KioskStage stage(with(sample::settings()), Screen::settings);
    stage.tap("settings.section.display");
    stage.tap("settings.language.en");
    stage.tap("settings.light.night");
    stage.tap("theme.day");
    stage.tap("lang.ja");
    REQUIRE(stage.chosen.size() == 4);
    CHECK(stage.chosen[0].language == "en");
    CHECK(stage.chosen[0].light == "auto");
    CHECK(stage.chosen[1].light == "night");
    CHECK(stage.chosen[2].light == "day");
    CHECK(stage.chosen[3].language == "ja");
    CHECK(stage.asked.empty());
}

TEST_CASE("what was chosen before the restart holds, unless the language was named at the start") {
    KioskView view = with(sample::settings());
    view.screen = {"en", "night"};
    {
        KioskStage stage(view);
        CHECK(stage.text("rail.settings") == "Settings");
        CHECK(stage.state.frame.light == Light::night);
        stage.tap("theme.day");
        CHECK(stage.state.frame.light == Light::day);
    }
    KioskStage named(sample::kiosk());
    named.view.screen = {"en", "day"};
    named.state.frame.choices_taken = false;
    named.state.frame.language_given = true;
    named.frame();
    named.frame();
    CHECK(named.text("rail.settings") == "設定");
    CHECK(named.state.frame.light == Light::day);
}

TEST_CASE("where the house sheet goes is chosen by a manager, with the rules of its keeping beside it") {
    KioskView view = sample::kiosk();
    view.settings = sample::settings();
    view.settings.may_change = true;
    view.settings.sheet_folders = {"/media/usb"};
    KioskStage stage(view, Screen::settings);
    stage.tap("settings.section.papers");
    CHECK(stage.text("settings.sheet.now").find("書いていません") != std::string::npos);
    CHECK(stage.text("settings.sheet.rule.0").find("暗号") != std::string::npos);
    stage.tap("settings.sheet.folder.0");
    CHECK(stage.asked_for<SetSheetFolder>().folder == "/media/usb");
    stage.type("settings.sheet.path", "/srv/sheet");
    stage.tap("settings.sheet.use");
    CHECK(stage.asked_for<SetSheetFolder>().folder == "/srv/sheet");
    stage.view.settings.sheet_folder = "/srv/sheet";
    stage.hand.settle();
    stage.tap("settings.sheet.stop");
    CHECK(stage.asked_for<SetSheetFolder>().folder.empty());
    stage.view.settings.may_change = false;
    stage.hand.settle();
    CHECK_FALSE(stage.why("settings.sheet.stop").empty());
}

TEST_CASE("the bank account is written on one form, by keyboard or by keys on the screen") {
    KioskView view = sample::kiosk();
    view.settings = sample::settings();
    KioskStage stage(view, Screen::settings);
    stage.tap("settings.section.clinic");
    CHECK(stage.text("settings.section.clinic") == "施設");
    CHECK(stage.why("clinic.save") == "まだ変わっていません");
    stage.type("clinic.bank.branch", "第二");
    stage.tap("clinic.bank.kind.1");
    stage.tap("clinic.pad.bank.number");
    for (int i = 0; i < 7; ++i) stage.tap("clinic.number.pad.erase");
    for (const char* key : {"clinic.number.pad.1", "clinic.number.pad.2", "clinic.number.pad.3"})
        stage.tap(key);
    stage.tap("clinic.number.confirm");
    stage.tap("clinic.pad.bank.holder");
    stage.tap("clinic.kana.pad.clear");
    for (const char* key : {"clinic.kana.pad.sa", "clinic.kana.pad.ku", "clinic.kana.pad.ra"}) stage.tap(key);
    CHECK(stage.text("clinic.kana.shown") == "サクラ");
    stage.tap("clinic.kana.confirm");
    stage.tap("clinic.save");
    const auto told = stage.asked_for<SaveParticulars>().told;
    CHECK(told == std::vector<std::pair<std::string, std::string>>{{"bank.branch", "練馬支店第二"},
                                                                   {"bank.kind", "当座"},
                                                                   {"bank.number", "0000123"},
                                                                   {"bank.holder", "サクラ"}});
}

TEST_CASE("what no bank would take is said before it is written, and only a manager writes") {
    KioskView view = sample::kiosk();
    view.settings = sample::settings();
    KioskStage stage(view, Screen::settings);
    stage.tap("settings.section.clinic");
    stage.type("clinic.bank.number", "8");
    CHECK(stage.why("clinic.save") == "口座番号は7桁までです。");
    stage.view.settings.may_change = false;
    stage.hand.settle();
    CHECK(stage.why("clinic.save") == "管理者が変えられます");
}
