#pragma once

#include "kiosk/devices/printer.h"
#include "kiosk/screens/intents.h"
#include "kiosk/screens/views.h"
#include "shared/clinic/clinic.h"
#include "shared/clinic/role.h"
#include "shared/report/document.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sango::app {

/// Where the papers of the house go: into the folder that files go to (report/house_papers.h) and, where the
/// clinic has chosen one, to its printer. Owned by the clinic thread.
class PaperTray {
public:
    using Known = Result<std::vector<devices::KnownPrinter>>;
    using End = Result<devices::PrintEnd>;
    /// How printers are reached: both return at once, `then` is called later on the clinic thread. Empty: not
    /// at all.
    struct Printers {
        std::function<void(std::function<void(const Known&)> then)> look;
        std::function<void(devices::PrintJob job, std::function<void(const End&)> then)> print;
    };
    explicit PaperTray(Printers printers) : printers_(std::move(printers)) {}

    /// What became of a paper so far; what the printer makes of it follows in `notice()`.
    [[nodiscard]] screens::Notice put(clinic::Clinic& clinic, clinic::Right right, std::string_view table,
                                      const report::Document& document, std::string_view file_name);
    /// The sheet of everyone in the house, to the printer, if there is one and someone in the house.
    void print_house(clinic::Clinic& clinic);

    void handle(clinic::Clinic& clinic, const screens::LookForPrinters& intent);
    void handle(clinic::Clinic& clinic, const screens::PrintHouse&) { print_house(clinic); }

    /// What the printer does, or did; none: nothing was printed lately.
    [[nodiscard]] const std::optional<screens::Notice>& notice() const { return notice_; }
    /// Something else is being done: that a paper was printed needs no more telling.
    void settle();
    void dismiss() { notice_.reset(); }
    /// Which printer is chosen, and which there are.
    void show(const clinic::Clinic& clinic, screens::PrinterView& view) const;

private:
    void print(std::string printer, std::string title, std::string pdf, Message lies);
    void ended(const std::string& printer, const Message& lies, const End& end);

    Printers printers_;
    std::optional<screens::Notice> notice_;
    bool printing_ = false;
    bool looking_ = false;
    std::optional<Known> known_;
};

}  // namespace sango::app
