#pragma once

#include "shared/report/document.h"
#include "shared/report/implementation_report.h"
#include "shared/report/paper_words.h"

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace sango::report {

/// What one line of an invoice bills.
enum class Billed {
    use,           ///< 委託料: counted uses times the unit price (委託単価)
    paid_by_user,  ///< less what a mother paid of it herself: over the limit, or after moving out
    exempt,        ///< 減免分: the copay that exempt households did not pay
    coupon,        ///< クーポン分: what coupons took off the copay
    late_cancel,   ///< cancelled too late, or did not come
};
[[nodiscard]] std::string_view word(Billed billed);
[[nodiscard]] Message billed_name(Billed billed);

struct InvoiceLine {
    programme::Service service{};
    Billed billed{};
    int count = 0;                  ///< days, nights or units for `use` and `late_cancel`, else uses
    std::optional<Yen> unit_price;  ///< of `use` and `late_cancel`
    Yen amount{};                   ///< below zero for `paid_by_user`
};

/// Where the money goes (振込先): settings clinic.bank.name, .branch, .kind (普通, 当座), .number, .holder.
struct Payee {
    std::string bank, branch, kind, number, holder;

    [[nodiscard]] bool complete() const {
        return !bank.empty() && !branch.empty() && !kind.empty() && !number.empty() && !holder.empty();
    }
};

/// 請求書 of one programme and month.
struct Invoice {
    std::string programme;
    Message programme_name;
    std::chrono::year_month month{};
    int revision = 1;    ///< of the newest close; 1 before the first
    Stage stage{};       ///< collected while something is missing, then checked, ...
    std::string number;  ///< "R8-001", given at the close; empty before
    std::string replaces;
    Date issued_on{};
    std::vector<InvoiceLine> lines;
    Yen total{};
    Payee payee;
    int report_revision = 0;  ///< of the closed report that it follows from; 0: none is closed
    std::vector<Gap> gaps;
    std::optional<Date> due;
    std::string receipt_number;
    std::optional<Instant> received_at;
    std::optional<Instant> next_try_at;
    std::vector<Message> reasons;
    std::optional<Message> waiting_because;
    bool changed_since_close = false;
};

/// Works the month's invoice out. What the sources leave open is a setting, and while it is unset but needed,
/// a gap names it:
///   programme.<id>.unit_price.<service>   委託単価, yen per counted day, night or unit
///   programme.<id>.invoice.waived_share   1: the municipality pays what exemption and coupons take off, 0:
///   not programme.<id>.invoice.late_cancel    1: the unit price is billed for a late cancellation, 0: not
/// Gaps: no_report (the implementation report is not closed, or has changed since), no_unit_price,
/// no_waived_share, no_late_cancel, no_payee, no_lines. Error: unknown_programme.
[[nodiscard]] Result<Invoice> build_invoice(const clinic::Clinic& clinic, std::string_view programme,
                                            std::chrono::year_month month);
/// Freezes it under the next number ("clinic.invoice.prefix", era year, running number of the fiscal year)
/// and puts it into the outbox, in one transaction. Errors: gaps, already_closed.
[[nodiscard]] Result<Invoice> close_invoice(clinic::Clinic& clinic, std::string_view programme,
                                            std::chrono::year_month month);
/// The body as /v1/invoices takes it (JSON, deterministic).
[[nodiscard]] std::string invoice_json(const clinic::Clinic& clinic, const Invoice& invoice);
/// Its lines alone, as the body and the command line tell them.
[[nodiscard]] nlohmann::ordered_json invoice_lines_json(const Invoice& invoice);
[[nodiscard]] Result<Document> invoice_paper(const clinic::Clinic& clinic, const Invoice& invoice,
                                             Tongue tongue);

/// The lines alone, and what of the settings they lack.
struct Billing {
    std::vector<InvoiceLine> lines;
    std::vector<Gap> gaps;
};
[[nodiscard]] Result<Billing> bill(const clinic::Clinic& clinic, const programme::Programme& programme,
                                   const ImplementationReport& report);

}  // namespace sango::report
