#pragma once

#include "shared/base/result.h"
#include "shared/clinic/clinic.h"
#include "shared/store/audit.h"

#include <optional>
#include <string>
#include <vector>

namespace sango::app {

/// What is verified after the start, behind the first view: that the file is sound (起動時の検査) and that
/// the audit chain holds. In slices of some milliseconds, so that the desk never waits for it.
class StartCheck {
public:
    explicit StartCheck(const clinic::Clinic& clinic);

    /// One slice; true while there is more to do.
    [[nodiscard]] bool step(const clinic::Clinic& clinic);
    /// What was found wrong, for the bar; it stays until the program ends.
    [[nodiscard]] const std::optional<Message>& finding() const { return finding_; }

private:
    void found(Message what);

    std::vector<std::string> tables_;  ///< not yet looked at; the last is next
    std::optional<store::AuditWalk> chain_;
    std::optional<Message> finding_;
};

}  // namespace sango::app
