#include "tests/sample_views/sample_settings.h"
#include "tests/sample_views/sample_views.h"
#include "tests/sample_views/shown_states.h"

namespace sango::sample {

using namespace screens;

std::vector<ShownState> settings_states() {
    std::vector<ShownState> all;
    const auto add = [&](std::string name, SettingsView view, std::vector<Touch> touches = {}) {
        ShownState state{.name = std::move(name), .view = kiosk(), .touches = std::move(touches)};
        state.view.settings = std::move(view);
        state.state.frame.screen = Screen::settings;
        all.push_back(std::move(state));
    };
    add("settings", settings());
    add("settings-others", settings_of_others());
    add("settings-off", settings(), {{"settings.contract.nerima.off"}});
    SettingsView files = settings();
    files.files = {{"/media/usb/nerima-r9.cose", "nerima-r9.cose", "/media/usb"}};
    add("settings-files", files);
    files.files->clear();
    add("settings-no-files", files);
    add("settings-rules", settings_page());
    add("settings-rules-next", settings_page(), {{"settings.version.1"}});
    add("settings-answers", settings_page(), {{"settings.tab.answers"}});
    add("settings-form", settings_page(),
        {{"settings.tab.answers"}, {"settings.change.copay.sibling_day_care"}, {"settings.form.pad.2"}});
    add("settings-form-yes-no", settings_page(),
        {{"settings.tab.answers"}, {"settings.change.clinic.orientation"}});
    add("settings-form-day", settings_page(),
        {{"settings.tab.answers"}, {"settings.change.contract.ends"}, {"settings.form.likely.1"}});
    add("settings-history", settings_page(), {{"settings.tab.history"}});
    add("settings-clinic", settings(), {{"settings.section.clinic"}});
    add("settings-clinic-number", settings(),
        {{"settings.section.clinic"}, {"clinic.pad.bank.number"}, {"clinic.number.pad.7"}});
    add("settings-clinic-kana", settings(),
        {{"settings.section.clinic"}, {"clinic.pad.bank.holder"}, {"clinic.kana.pad.ka"}});
    SettingsView nobody_said = settings();
    nobody_said.particulars = {"勅使河原 佐知子 助産院", "", "", "", "", "", "", "", "", "", "", "", ""};
    add("settings-clinic-new", nobody_said, {{"settings.section.clinic"}});
    SettingsView papers = settings();
    papers.sheet_folders = {"/media/usb"};
    add("settings-papers", papers, {{"settings.section.papers"}});
    papers.sheet_folder = "/srv/sango/sheet";
    papers.may_change = true;
    papers.sheet_trouble =
        Message{"在所者一覧の保存先に書けません。フォルダーやUSBメモリーを確かめてください。",
                "The sheet of everyone in the house cannot be written. Check its folder or stick."};
    add("settings-papers-on", papers, {{"settings.section.papers"}});
    add("settings-printer-none", papers, {{"settings.section.papers"}, {"settings.paper.printer"}});
    papers.printer.looked = true;
    papers.printer.chosen = "jimu";
    papers.printer.known = {{"nurse-station", "ナースステーション"}, {"laser", ""}};
    add("settings-printer", papers, {{"settings.section.papers"}, {"settings.paper.printer"}});
    add("settings-display", settings(), {{"settings.section.display"}});
    return all;
}

}  // namespace sango::sample
