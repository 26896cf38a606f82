#pragma once

#include "kiosk/screens/audit_view.h"
#include "shared/programme/describe.h"
#include "shared/programme/rules.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sango::screens {

// 設定 ------------------------------------------------------------------------------------------------------

/// A municipality's programme in the list.
struct ProgrammeLine {
    std::string id;
    Message name;
    Message scheme;  ///< 練馬区産後ケア事業
    std::uint32_t colour = 0;
    bool contracted = false;
    int unset = 0;              ///< numbers that nobody has answered yet
    Message in_force;           ///< 令和3年4月1日から
    Message next;               ///< 令和9年4月1日から新しい決まり; empty if none is known
    bool signed_by_it = false;  ///< the version in force came signed by the municipality
};

/// One change of a setting: 14日 → 未定, when and by whom.
struct SettingChangeLine {
    Message what;
    Message before;
    Message after;
    Instant at{};
    std::string by;
};

/// One number or choice that the papers leave open.
struct OpenAnswerLine {
    std::string name;
    Message question;
    Message who;  ///< who can answer: 中野区 地域包括ケア推進課 / この施設
    bool by_clinic = false;
    bool for_invoice = false;  ///< only the invoice needs it: no verdict waits for it
    bool for_records = false;  ///< only how long records are kept hangs on it
    std::string source;
    programme::OpenSetting::Kind kind{};
    Message counter;
    std::int64_t least = 0;
    std::int64_t most = 0;
    std::optional<std::int64_t> answer;
    std::vector<std::int64_t> likely;  ///< answers to choose by one tap: the ends of fiscal years
    Message answer_words;              ///< 1,500円 / 未定
    Message asked_from;                ///< 令和9年4月1日から; empty: now
    std::vector<SettingChangeLine> history;
};

/// The rules as they stand in one span of days.
struct RulesPage {
    Message days;    ///< 令和3年4月1日から
    Message tab;     ///< 令和9年度から / いまの決まり
    Message origin;  ///< where the file came from
    std::vector<programme::RuleLine> lines;
};

/// The programme that was opened.
struct ProgrammePage {
    std::string id;
    Message name;
    Message scheme;
    Message contact;
    std::string phone;
    std::uint32_t colour = 0;
    std::vector<OpenAnswerLine> answers;
    std::vector<RulesPage> versions;  ///< oldest first
    std::size_t in_force = 0;         ///< index into versions
    std::vector<SettingChangeLine> history;
};

struct FileLine {
    std::string path;
    std::string name;
    std::string folder;
};

struct ManagerLine {
    std::string staff_id;
    std::string name;
};

struct PrinterLine {
    std::string name;
    std::string words;  ///< what stands on its plate; may be empty
};

/// プリンター
struct PrinterView {
    std::string chosen;              ///< empty: none
    std::vector<PrinterLine> known;  ///< those that could be chosen instead
    bool looking = false;
    bool looked = false;             ///< `known` is what there is
    std::optional<Message> trouble;  ///< why it could not be looked
};

struct SettingsView {
    std::vector<ProgrammeLine> programmes;
    std::optional<ProgrammePage> page;
    std::optional<std::vector<FileLine>> files;  ///< none: nobody is choosing one
    bool may_change = false;                     ///< the one on duty is a manager
    std::vector<ManagerLine> managers;
    bool asking = false;  ///< a municipality is being asked for its rules
    AuditView audit;
    std::string sheet_folder;                ///< of the sheet for the dead machine; empty: none is written
    std::vector<std::string> sheet_folders;  ///< that are there to be chosen: sticks, the export folder
    std::optional<Message> sheet_trouble;    ///< why the last sheet could not be written
    PrinterView printer;
    std::vector<std::string> particulars;  ///< what papers say of the clinic, by clinic::particulars()
};

/// What was chosen by hand for this screen, kept over restarts; empty: never.
struct ScreenChoices {
    std::string language;  ///< "ja", "en"
    std::string light;     ///< "auto", "day", "night"
};

}  // namespace sango::screens
