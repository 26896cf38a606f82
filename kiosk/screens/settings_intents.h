#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sango::screens {

// 設定
struct OpenProgramme {
    std::string programme;  ///< empty: back to the list
};
struct SwitchContract {
    std::string programme;
    bool on = false;
};
struct AnswerSetting {
    std::string programme;
    std::string setting;
    std::optional<std::int64_t> answer;  ///< none: 未定 again
};
struct PullProgrammes {};  ///< from every municipality that this clinic has a line to
struct LookForFiles {};    ///< on USB sticks
struct CloseFiles {};
struct TakeInFile {
    std::string path;
};
struct SetSheetFolder {
    std::string folder;  ///< of the sheet of everyone in the house; empty: none is written any more
};
struct LookForPrinters {};
struct SetPrinter {
    std::string printer;  ///< name or address; empty: papers go to no printer any more
};
struct PrintHouse {};  ///< the sheet of everyone in the house, now
/// What papers say of the clinic, as typed: those that changed.
struct SaveParticulars {
    std::vector<std::pair<std::string, std::string>> told;
};
/// To where something is mended under 設定.
struct OpenSettings {
    std::string programme;  ///< its open numbers; empty: the clinic's own particulars
};
struct TakeOver {
    std::string staff_id;  ///< from now on this manager is on duty
};
struct ChooseScreen {
    std::string language;  ///< "ja", "en"
    std::string light;     ///< "auto", "day", "night"
};

}  // namespace sango::screens
