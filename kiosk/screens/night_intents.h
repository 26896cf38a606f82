#pragma once

#include "shared/clinic/watch.h"

#include <optional>
#include <string>

namespace sango::screens {

// 夜間
struct RecordLook {
    std::string child_id;
    clinic::Seen seen;
};
struct TakeIntoKeeping {
    std::string use_id;
    std::string child_id;
    clinic::Seen seen;  ///< the first look
};
struct GiveBack {
    std::string child_id;
};
struct RetractLook {
    std::string look_id;
    std::string reason;
};
struct TakeWatch {
    std::string staff_id;  ///< by her own word
};
struct EndWatch {};
struct SetPresent {
    std::string staff_id;
    bool present = false;
};
struct SetBabyInterval {
    std::string child_id;
    std::optional<std::chrono::seconds> every;  ///< none: the clinic's
};

// 申し送り
struct BeginHandover {
    std::string staff_id;  ///< who receives
};
struct ConfirmHandoverLine {
    std::string kind;
    std::string subject;
};
struct FinishHandover {};
struct PrintHandover {};  ///< everything open, as a PDF

}  // namespace sango::screens
