#pragma once

#include "kiosk/screens/intents.h"
#include "kiosk/screens/views.h"
#include "shared/clinic/papers.h"

#include <optional>
#include <string>
#include <vector>

namespace sango::app {

/// What the municipality shared of a mother, read over whatever screen she is on.
class SharedPapersDesk {
public:
    void handle(clinic::Clinic& clinic, const screens::OpenPaper& intent);
    void handle(clinic::Clinic& clinic, const screens::ClosePaper& intent);

    [[nodiscard]] const std::optional<screens::PapersView>& view() const { return open_; }
    /// Why the paper last asked for is not shown; taken once.
    [[nodiscard]] std::optional<screens::Notice> take_notice();

private:
    std::optional<screens::PapersView> open_;
    std::optional<screens::Notice> notice_;
};

/// The papers of a mother as lines, newest first; none where they cannot be read.
[[nodiscard]] std::vector<screens::PaperLine> paper_lines(const clinic::Clinic& clinic,
                                                          std::string_view mother_id);

}  // namespace sango::app
