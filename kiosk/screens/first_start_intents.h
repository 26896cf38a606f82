#pragma once

#include <array>
#include <string>

namespace sango::screens {

// はじめての設定

/// The clinic, its first manager and her PIN.
struct FoundClinic {
    std::string id;
    std::string name;
    std::string manager;
    std::string pin;
};
/// A stick was put in.
struct LookForFolders {};
/// Both recovery sheets and her badge as PDF into `folder`; the ones before are void.
struct WriteFirstPapers {
    std::string folder;
};
/// What was read back of the row of each sheet that was asked for.
struct FinishFirstStart {
    std::array<std::string, 2> read_back;
};

}  // namespace sango::screens
