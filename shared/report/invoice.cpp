#include "shared/report/invoice.h"

#include "shared/clinic/outbox.h"
#include "shared/programme/rules.h"
#include "shared/report/newest_close.h"
#include "shared/store/audit.h"

#include <array>

#include <fmt/format.h>

namespace sango::report {
namespace {

using store::value;

constexpr std::array<std::string_view, 5> kBilled{"use", "paid_by_user", "exempt", "coupon", "late_cancel"};

Result<Payee> payee_of(const clinic::Clinic& clinic) {
    Payee payee;
    for (const auto& [name, into] : {std::pair{"clinic.bank.name", &payee.bank},
                                     {"clinic.bank.branch", &payee.branch},
                                     {"clinic.bank.kind", &payee.kind},
                                     {"clinic.bank.number", &payee.number},
                                     {"clinic.bank.holder", &payee.holder}}) {
        auto set = clinic::setting(clinic, name);
        if (!set) return set.error();
        *into = set->value_or("");
    }
    return payee;
}

void add_gaps(Invoice& invoice, const ImplementationReport& report) {
    const bool closed =
        report.stage == Stage::closed || report.stage == Stage::sent || report.stage == Stage::accepted;
    if (!closed || report.changed_since_close)
        invoice.gaps.insert(invoice.gaps.begin(), Gap{"no_report",
                                                      {"実施報告書がまだ確定していません",
                                                       "The implementation report is not closed yet"}});
    if (invoice.lines.empty() && invoice.gaps.empty())
        invoice.gaps.push_back({"no_lines", {"請求するものがありません", "There is nothing to bill"}});
    if (!invoice.payee.complete())
        invoice.gaps.push_back({"no_payee", {"振込先が未設定です", "The bank account is not set"}});
}

/// "R8-012": the fiscal year in era years and a running number in it.
Result<std::string> next_number(const clinic::Clinic& clinic, Date today) {
    const auto prefix = clinic::setting(clinic, "clinic.invoice.prefix");
    if (!prefix) return prefix.error();
    const int year = fiscal_year(today);
    const auto count =
        clinic.database.integer("SELECT count(*) FROM invoice WHERE issued_on BETWEEN ?1 AND ?2",
                                {value(make_date(year, 4, 1)), value(make_date(year + 1, 3, 31))});
    if (!count) return count.error();
    constexpr int kBeforeReiwa = 2018;
    return fmt::format("{}R{}-{:03}", prefix->value_or(""), year - kBeforeReiwa, count->value_or(0) + 1);
}

/// Number, day and predecessor of a close.
Result<Done> read_issue(const clinic::Clinic& clinic, Invoice& invoice) {
    return clinic.database.query(
        "SELECT number, issued_on, replaces FROM invoice WHERE programme = ?1 AND month = ?2 AND revision = "
        "?3",
        {value(invoice.programme), value(month_text(invoice.month)), value(invoice.revision)},
        [&](const store::Row& row) {
            invoice.number = row.text(0);
            invoice.issued_on = row.date(1);
            invoice.replaces = row.maybe_text(2).value_or("");
            return false;
        });
}

Result<Done> follow(Invoice& invoice, const clinic::Clinic& clinic, const NewestClose& close) {
    invoice.revision = close.revision;
    invoice.stage = close.stage;
    invoice.receipt_number = close.receipt_number;
    invoice.received_at = close.received_at;
    invoice.next_try_at = close.next_try_at;
    if (auto read = read_issue(clinic, invoice); !read) return read;
    invoice.changed_since_close = invoice_json(clinic, invoice) != close.body;
    if (close.stage == Stage::refused)
        for (const SendOutcome::Reason& reason : close.outcome.reasons)
            invoice.reasons.push_back(reason.text);
    if (close.stage == Stage::sent && !close.outcome.sentence.en.empty())
        invoice.waiting_because = close.outcome.sentence;
    return Done{};
}

Result<Done> may_close(const Invoice& invoice, bool closed_before) {
    if (!invoice.gaps.empty())
        return error("gaps", invoice.gaps.front().text.ja + "。",
                     invoice.gaps.front().text.en + ". The invoice cannot be issued yet.");
    if (closed_before && invoice.stage != Stage::refused && !invoice.changed_since_close)
        return error("already_closed", "すでに発行しています。その後の変更はありません。",
                     "Already issued, and nothing has changed since.");
    return Done{};
}

}  // namespace

std::string_view word(Billed billed) {
    return kBilled[static_cast<std::size_t>(billed)];
}

Message billed_name(Billed billed) {
    switch (billed) {
        case Billed::use:
            return {"委託料", "fee"};
        case Billed::paid_by_user:
            return {"利用者が全額を負担した分", "paid by the user"};
        case Billed::exempt:
            return {"利用者負担の減免分", "exempt copay"};
        case Billed::coupon:
            return {"利用者負担のクーポン分", "copay covered by coupons"};
        case Billed::late_cancel:
            return {"締切後のキャンセル", "late cancellations"};
    }
    return {};
}

Result<Invoice> build_invoice(const clinic::Clinic& clinic, std::string_view programme,
                              std::chrono::year_month month) {
    const auto* version = version_for(clinic, programme, month);
    const auto report = build(clinic, programme, month);
    if (!report) return report.error();
    Invoice invoice;
    invoice.programme = report->programme;
    invoice.programme_name = report->programme_name;
    invoice.month = month;
    invoice.issued_on = japan_date(clinic.clock.now());
    if (report->stage != Stage::collected && report->stage != Stage::checked)
        invoice.report_revision = report->revision;
    if (version->rules().report.invoice_month_end.value_or(false))
        invoice.due = last_day(month + std::chrono::months(1));
    auto billing = bill(clinic, *version, *report);
    if (!billing) return billing.error();
    invoice.lines = std::move(billing->lines);
    invoice.gaps = std::move(billing->gaps);
    for (const InvoiceLine& line : invoice.lines) invoice.total += line.amount;
    auto payee = payee_of(clinic);
    if (!payee) return payee.error();
    invoice.payee = std::move(*payee);
    add_gaps(invoice, *report);
    invoice.stage = invoice.gaps.empty() ? Stage::checked : Stage::collected;
    auto close = newest_close(clinic, Closing::invoice, invoice.programme, month);
    if (!close) return close.error();
    if (*close)
        if (auto followed = follow(invoice, clinic, **close); !followed) return followed.error();
    // What was erased after its retention is no change.
    if (report->redacted) invoice.changed_since_close = false;
    return invoice;
}

Result<Invoice> close_invoice(clinic::Clinic& clinic, std::string_view programme,
                              std::chrono::year_month month) {
    if (auto allowed = clinic::require(clinic, clinic::Right::month); !allowed) return allowed.error();
    auto transaction = store::Transaction::begin(clinic.database);
    if (!transaction) return transaction.error();
    auto invoice = build_invoice(clinic, programme, month);
    if (!invoice) return invoice.error();
    const bool closed_before = !invoice->number.empty();
    if (auto allowed = may_close(*invoice, closed_before); !allowed) return allowed.error();

    const Instant now = clinic.clock.now();
    invoice->revision = closed_before ? invoice->revision + 1 : 1;
    invoice->replaces = invoice->number;
    invoice->issued_on = japan_date(now);
    auto number = next_number(clinic, invoice->issued_on);
    if (!number) return number.error();
    invoice->number = std::move(*number);
    auto outbox_id = clinic::announce(
        clinic, {"invoice", invoice->programme, "/v1/invoices",
                 fmt::format("{}/{}", month_text(month), invoice->revision), invoice_json(clinic, *invoice)});
    if (!outbox_id) return outbox_id.error();
    const auto inserted = store::insert(
        clinic.database, "invoice",
        {{"id", value(clinic.ids.next())},
         {"programme", value(invoice->programme)},
         {"month", value(month_text(month))},
         {"revision", value(invoice->revision)},
         {"number", value(invoice->number)},
         {"replaces", invoice->replaces.empty() ? store::Value(store::Null{}) : value(invoice->replaces)},
         {"issued_on", value(invoice->issued_on)},
         {"total", value(invoice->total)},
         {"outbox_id", value(*outbox_id)},
         {"closed_at", value(now)},
         {"closed_by", value(clinic.actor.staff_id)}},
        {now, clinic.actor.staff_id}, "close_invoice");
    if (!inserted) return inserted.error();
    if (auto kept = transaction->commit(); !kept) return kept.error();
    return build_invoice(clinic, invoice->programme, month);
}

}  // namespace sango::report
