#pragma once

#include "kiosk/app/sheet_writer.h"
#include "shared/clinic/clinic.h"

#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace sango::app {

/// Keeps the sheet for the dead machine fresh (report/house_sheet.h), where the clinic has named a folder for
/// it. Owned by the clinic thread.
class HouseSheets {
public:
    /// Something may have changed. Nothing is written where what the sheet says is the same as before.
    void keep(const clinic::Clinic& clinic);
    /// Why the last sheet could not be written; none: it could, or there is none.
    [[nodiscard]] std::optional<Message> trouble() const;

private:
    std::string said_;  ///< what the newest sheet says, and where it goes
    mutable std::mutex mutex_;
    std::optional<Message> trouble_;
    std::unique_ptr<SheetWriter> writer_;  ///< made with the first sheet; last: its thread writes trouble_
};

}  // namespace sango::app
