#pragma once

#include "kiosk/screens/intents.h"
#include "kiosk/screens/views.h"
#include "shared/clinic/clinic.h"
#include "shared/report/invoice.h"
#include "shared/report/sheet.h"
#include "shared/sync/delivery.h"

#include <optional>
#include <vector>

namespace sango::app {

/// The papers of 報告: exports, the invoice, receipts as proof, and what can be sent again.
class PapersDesk {
public:
    /// `endpoints` outlives the desk.
    explicit PapersDesk(const std::vector<sync::Endpoint>& endpoints) : endpoints_(&endpoints) {}

    void handle(clinic::Clinic& clinic, const screens::ExportPapers& intent);
    void handle(clinic::Clinic& clinic, const screens::LeaveExport& intent);
    void handle(clinic::Clinic& clinic, const screens::IssueInvoice& intent);
    void handle(clinic::Clinic& clinic, const screens::SendAgain& intent);
    void handle(clinic::Clinic& clinic, const screens::WriteUserReport& intent);
    void dismiss() { notice_.reset(); }

    /// Adds to the month's view: folders, invoice, tries, its own notice, and the one action where the
    /// invoice is what comes next. `bytes`: of the body under way, 0 for none.
    void complete(const clinic::Clinic& clinic, screens::ReportView& view, std::size_t bytes);

private:
    /// The invoice as it stood at a link of the audit chain: worked out again once anything was recorded.
    struct Worked {
        std::int64_t seq = -1;
        std::string programme;
        std::chrono::year_month month{};
        std::optional<report::Invoice> invoice;
    };
    /// An export in CP932 that lacks characters: what is asked, and of what.
    struct Deciding {
        screens::ExportPapers wanted;
        std::vector<char32_t> lacking;
    };
    void decide(const clinic::Clinic& clinic, const screens::ExportPapers& wanted);
    const report::Invoice* invoice(const clinic::Clinic& clinic, const screens::ReportView& view);

    Worked worked_;
    std::optional<Deciding> deciding_;
    report::Substitutes decided_;  ///< of earlier exports: offered again, never taken by themselves
    const std::vector<sync::Endpoint>* endpoints_;
    std::optional<screens::Notice> notice_;
};

}  // namespace sango::app
