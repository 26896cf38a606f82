#include "kiosk/app/papers_desk.h"

#include "kiosk/app/notice.h"
#include "shared/base/text.h"
#include "shared/report/export.h"
#include "shared/report/export_folders.h"
#include "shared/report/paper_words.h"
#include "shared/report/unattended.h"
#include "shared/report/user_report.h"
#include "shared/sync/outbox_sending.h"
#include "shared/sync/sending_log.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::app {
namespace {

using namespace screens;
using report::Invoice;
using report::short_moment;
using report::Stage;

Result<std::size_t> export_proofs(clinic::Clinic& clinic, const std::vector<sync::Endpoint>& endpoints,
                                  const ExportPapers& what) {
    const auto endpoint = std::ranges::find(endpoints, what.programme, &sync::Endpoint::programme);
    const auto items = sync::outbox_items(clinic, what.programme, 100'000);
    if (!items) return items.error();
    std::size_t written = 0;
    const std::string month = month_text(what.month) + "/";
    for (const sync::OutboxItem& item : *items) {
        const bool of_month =
            (item.kind == "report" || item.kind == "invoice") && item.subject.starts_with(month);
        if (!of_month || item.receipt_number.empty() || endpoint == endpoints.end()) continue;
        auto folder = sync::export_proof(clinic, *endpoint, item.outbox_id, what.folder);
        if (!folder) return folder.error();
        ++written;
    }
    if (written == 0) return error("no_receipt", "受理書がまだ届いていません。", "There is no receipt yet.");
    return written;
}

Result<std::size_t> export_papers(clinic::Clinic& clinic, const std::vector<sync::Endpoint>& endpoints,
                                  const ExportPapers& what) {
    using What = ExportPapers::What;
    if (what.what == What::proofs) return export_proofs(clinic, endpoints, what);
    report::ExportRequest request;
    request.folder = what.folder;
    request.formats = {what.what == What::report_sheet ? report::Format::xlsx
                       : what.what == What::report_csv ? report::Format::csv
                                                       : report::Format::pdf};
    request.encoding = what.cp932 ? report::Encoding::cp932 : report::Encoding::utf8;
    request.substitutes = {what.substitutes.begin(), what.substitutes.end()};
    const auto files = what.what == What::invoice_pdf
                           ? report::export_invoice(clinic, what.programme, what.month, request)
                           : report::export_report(clinic, what.programme, what.month, request);
    if (!files) return files.error();
    return files->size();
}

Message invoice_state(const Invoice& invoice) {
    if (invoice.number.empty()) return {"未発行", "not issued"};
    if (!invoice.receipt_number.empty()) return {invoice.number + " 受理", invoice.number + " accepted"};
    if (invoice.stage == Stage::refused) return {invoice.number + " 差し戻し", invoice.number + " sent back"};
    return {invoice.number + " 送信待ち", invoice.number + " waiting"};
}

/// The invoice is what comes next once the report is with the municipality.
void set_invoice_action(ReportView& view, const Invoice& invoice) {
    if (view.action != ReportView::Action::none || view.rows.empty()) return;
    const bool settled = !invoice.number.empty() && !invoice.changed_since_close;
    if (settled && invoice.stage == Stage::accepted) return;
    if (settled && invoice.stage != Stage::refused) {
        view.action = view.sending ? ReportView::Action::cancel : ReportView::Action::send;
        return;
    }
    view.action = ReportView::Action::invoice;
    if (!invoice.gaps.empty()) view.action_blocked = invoice.gaps.front().text;
}

/// Unset numbers lead to the programme's, the bank account to the clinic's own form.
void set_invoice_gaps(ReportPapersView& papers, const Invoice& invoice) {
    for (const report::Gap& gap : invoice.gaps) {
        if (gap.code == "no_payee")
            papers.invoice_gaps.push_back({gap.text, ""});
        else if (gap.code != "no_report" && gap.code != "no_lines")
            papers.invoice_gaps.push_back({gap.text, invoice.programme});
    }
}

void ask_substitutes(const ExportPapers& wanted, const std::vector<char32_t>& lacking,
                     const report::Substitutes& decided, ReportPapersView& papers) {
    papers.lacking_folder = wanted.folder;
    for (const char32_t character : lacking) {
        LackingCharacter one;
        one.character = character;
        append_utf8(one.shown, character);
        one.code = fmt::format("U+{:04X}", static_cast<std::uint32_t>(character));
        one.likely = report::likely_substitutes(character);
        if (const auto before = decided.find(character); before != decided.end()) one.chosen = before->second;
        papers.lacking.push_back(std::move(one));
    }
}

void set_tries(const clinic::Clinic& clinic, ReportView& view) {
    using Try = ReportPapersView::Try;
    constexpr int kMost = 30;
    const auto items = sync::outbox_items(clinic, view.programme, kMost);
    const auto what = [](std::string_view kind, const std::string& subject) {
        Message name = sync::kind_name(kind);
        // A month says which; a use's id says nothing to a person.
        if (subject.size() < 20) {
            name.ja += " " + subject;
            name.en += " " + subject;
        }
        return name;
    };
    if (items.ok())
        for (const sync::OutboxItem& item : *items) {
            if (item.state != sync::OutboxItem::State::refused) continue;
            Message said = item.reasons.empty() ? item.said : item.reasons.front();
            view.papers.tries.push_back({Try::Tone::refused, short_moment(item.created_at),
                                         what(item.kind, item.subject), std::move(said), item.outbox_id});
        }
    const auto tries = sync::send_tries(clinic, view.programme, kMost);
    if (!tries.ok()) return;
    for (const sync::SendTry& one : *tries) {
        Try row{Try::Tone::waiting, short_moment(one.ended_at), what(one.kind, one.subject), one.said, ""};
        if (one.outcome == "accepted") {
            row.tone = Try::Tone::done;
            row.said = {"受理", "Accepted"};
        } else if (one.outcome == "refused") {
            row.tone = Try::Tone::refused;
            if (!one.reasons.empty()) row.said = one.reasons.front();
        } else if (one.next_try_at) {
            row.said.ja += "（次は " + time_text(*one.next_try_at) + "）";
            row.said.en += " (next try " + time_text(*one.next_try_at) + ")";
        }
        view.papers.tries.push_back(std::move(row));
    }
}

}  // namespace

void PapersDesk::handle(clinic::Clinic& clinic, const ExportPapers& intent) {
    deciding_.reset();
    const auto written = export_papers(clinic, *endpoints_, intent);
    if (written.ok())
        for (const auto& [character, instead] : intent.substitutes) decided_[character] = instead;
    else if (written.error().code == "missing_in_cp932")
        return decide(clinic, intent);
    notice_ = written.ok() ? done_notice("exported",
                                         {"書き出しました: " + intent.folder, "Exported to " + intent.folder})
                           : failure_notice(written.error());
}

void PapersDesk::decide(const clinic::Clinic& clinic, const ExportPapers& wanted) {
    auto lacking =
        report::lacking_in_cp932(clinic, wanted.programme, wanted.month, report::ExportRequest{}.tongue);
    notice_.reset();
    if (!lacking)
        notice_ = failure_notice(lacking.error());
    else
        deciding_ = {wanted, std::move(*lacking)};
}

void PapersDesk::handle(clinic::Clinic&, const LeaveExport&) {
    deciding_.reset();
}

void PapersDesk::handle(clinic::Clinic& clinic, const IssueInvoice& intent) {
    const auto issued = report::close_invoice(clinic, intent.programme, intent.month);
    notice_ = issued.ok() ? done_notice("issued", {"請求書を発行しました: " + issued->number,
                                                   "Invoice issued: " + issued->number})
                          : failure_notice(issued.error());
}

void PapersDesk::handle(clinic::Clinic& clinic, const SendAgain& intent) {
    const auto released = sync::release_refused(clinic, intent.outbox_id);
    notice_ = released.ok() ? done_notice("released", {"もう一度送ります。", "It will be sent once more."})
                            : failure_notice(released.error());
}

void PapersDesk::handle(clinic::Clinic& clinic, const WriteUserReport& intent) {
    const auto written =
        report::write_user_report(clinic, {intent.use_id, intent.consent, intent.urgent, intent.remarks});
    notice_ = written.ok() ? done_notice("reported", {"報告を送ります。", "The report will be sent."})
                           : failure_notice(written.error());
}

const Invoice* PapersDesk::invoice(const clinic::Clinic& clinic, const ReportView& view) {
    const auto seq = clinic.database.integer("SELECT max(seq) FROM audit");
    const std::int64_t now = seq.ok() ? seq->value_or(0) : -1;
    if (now < 0 || worked_.seq != now || worked_.programme != view.programme || worked_.month != view.month) {
        auto built = report::build_invoice(clinic, view.programme, view.month);
        worked_ = {now, view.programme, view.month, std::nullopt};
        if (built.ok()) worked_.invoice = std::move(*built);
    }
    return worked_.invoice ? &*worked_.invoice : nullptr;
}

void PapersDesk::complete(const clinic::Clinic& clinic, ReportView& view, std::size_t bytes) {
    if (notice_ && !view.notice) view.notice = notice_;
    if (view.programme.empty()) return;
    for (const auto& folder : report::export_folders(clinic)) view.papers.folders.push_back(folder.string());
    if (deciding_ && deciding_->wanted.programme == view.programme && deciding_->wanted.month == view.month)
        ask_substitutes(deciding_->wanted, deciding_->lacking, decided_, view.papers);
    view.papers.bytes = bytes;
    view.papers.bytes_sent = bytes * static_cast<std::size_t>(std::max(0, view.sending_percent)) / 100;
    view.papers.has_receipt = !view.receipt_number.empty();
    if (const auto at = report::closed_unattended(clinic, view.programme, view.month); at.ok() && *at)
        view.papers.unattended = Message{short_moment(**at) + "に自動で確定しました",
                                         "Closed by the terminal at " + short_moment(**at)};
    if (const Invoice* invoice = view.rows.empty() ? nullptr : this->invoice(clinic, view)) {
        view.papers.has_invoice = !invoice->number.empty();
        view.papers.has_receipt = view.papers.has_receipt || !invoice->receipt_number.empty();
        view.totals.emplace_back(Message{"請求書", "Invoice"}, invoice_state(*invoice));
        if (invoice->due) {
            view.invoice_due = invoice->due;
            view.invoice_days_left =
                static_cast<int>((*invoice->due - japan_date(clinic.clock.now())).count());
        }
        set_invoice_gaps(view.papers, *invoice);
        set_invoice_action(view, *invoice);
    }
    set_tries(clinic, view);
}

}  // namespace sango::app
