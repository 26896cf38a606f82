#pragma once

#include "kiosk/screens/frame_choices.h"
#include "kiosk/screens/intents.h"
#include "kiosk/screens/views.h"
#include "kiosk/ui/context.h"

#include <optional>
#include <string>
#include <vector>

namespace sango::screens {

/// 設定: on the left the sections there are, on the right the chosen one.
///
/// Ids: settings.section.<programmes, clinic, staff, audit, papers, display>; notice, notice.dismiss.
/// 事業: settings.takeover.N; settings.programme.<id> (opens it), settings.contract.<id>.<on, off>,
/// settings.unset.<id>; settings.pull, settings.files; settings.off (dialog); settings.file.N (dialog files).
/// One programme: settings.back, settings.title, settings.tab.<rules, answers, history>,
/// settings.version.N, settings.rule.N, settings.answer.N, settings.change.<name>, settings.history.N.
/// The form of one answer: settings.form, settings.form.pad.<digit, erase>, settings.form.value,
/// settings.form.choice.<yes, no>, settings.form.likely.N, settings.form.unset, settings.form.confirm,
/// settings.form.cancel.
/// 担当者: staff.N, staff.<pin, badge, end>.N, staff.add, staff.asked, staff.emergency.N, staff.seen.N;
/// dialogs staff.form (staff.name, staff.role.<desk, night, manager>), staff.pin_form (staff.pad.<digit,
/// erase>), staff.badge_form (staff.folder.N), staff.end_form.
/// 操作の記録: audit.title, audit.kind.<all, read, access, decided>, audit.who, audit.day, audit.earlier,
/// audit.later, audit.N, audit.newest, audit.older.
/// 施設: clinic.<name of the particular>, clinic.bank.kind.<0, 1>, clinic.pad.<name>, clinic.save; dialogs
/// clinic.number and clinic.kana with their pads.
/// 紙と保存先: settings.sheet.now, settings.sheet.path, settings.sheet.use, settings.sheet.folder.N,
/// settings.sheet.stop, settings.sheet.rule.N; settings.paper.<sheet, printer>; settings.printer.now,
/// settings.printer.<stop, house, look, found, N, typed, use>, settings.printer.rule.N.
/// 画面: settings.language.<ja, en>, settings.light.<auto, day, night>.
struct SettingsState {
    enum class Section { programmes, clinic, staff, audit, papers, display } section = Section::programmes;
    enum class Tab { rules, answers, history } tab = Tab::rules;
    std::optional<std::size_t> version;  ///< none: the one in force
    std::string switching_off;           ///< id of the programme that is asked about
    std::string sheet_folder;            ///< as typed
    enum class PaperTab { sheet, printer } paper_tab = PaperTab::sheet;
    std::string printer;  ///< as typed

    /// The answer that is being written.
    struct Form {
        std::string setting;  ///< empty: closed
        std::string digits;
        bool touched = false;
    } form;

    /// What papers say of the clinic, as it is being typed.
    struct Particulars {
        std::vector<std::string> before = {};  ///< what stood there when the typing began
        std::vector<std::string> now = {};
        std::optional<std::size_t> pad = {};  ///< the one that is entered by keys on the screen
        std::string typed = {};               ///< there
    } particulars;

    /// What is being done with someone of the staff.
    struct Staff {
        enum class Doing { none, add, pin, badge, end } doing = Doing::none;
        std::string id = {};
        std::string name = {};
        int role = 0;  ///< desk, night, manager
        std::string first = {};
        std::string again = {};
        std::size_t folder = 0;
    } staff;
};

/// `light` and ui.language are what the hand has chosen so far.
[[nodiscard]] std::vector<Intent> draw_settings(ui::Context& ui, ui::Rect area, const SettingsView& view,
                                                const SignInView& sign_in,
                                                const std::optional<Notice>& notice, SettingsState& state,
                                                Light& light);

}  // namespace sango::screens
