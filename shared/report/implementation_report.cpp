#include "shared/report/implementation_report.h"

#include "shared/clinic/outbox.h"
#include "shared/clinic/programme_settings.h"
#include "shared/report/newest_close.h"
#include "shared/report/paper_words.h"
#include "shared/report/rows.h"
#include "shared/report/totals.h"
#include "shared/store/audit.h"

#include <algorithm>
#include <array>
#include <set>

namespace sango::report {
namespace {

std::optional<Date> due_day(const programme::Programme& programme, std::chrono::year_month month) {
    const auto day = programme.report_due_day();
    if (!day) return std::nullopt;
    const auto next = month + std::chrono::months(1);
    return std::min(first_day(next) + std::chrono::days(*day - 1), last_day(next));
}

/// What the newest close adds to the month as it stands now.
void follow(ImplementationReport& report, const clinic::Clinic& clinic, const NewestClose& close) {
    report.revision = close.revision;
    report.stage = close.stage;
    report.receipt_number = close.receipt_number;
    report.received_at = close.received_at;
    report.next_try_at = close.next_try_at;
    const FrozenBody frozen = read_frozen(close.body);
    report.redacted = close.redacted;
    report.changed_since_close =
        !close.redacted && report_json(clinic, report, frozen.audit_head) != close.body;
    if (close.stage == Stage::refused) report.reasons = tie_reasons(close.outcome, frozen, report.rows);
    if (close.stage == Stage::sent && !close.outcome.sentence.en.empty())
        report.waiting_because = close.outcome.sentence;
}

Result<Done> may_close(const clinic::Clinic& clinic, const ImplementationReport& report, bool closed_before) {
    if (report.rows.empty())
        return error("empty", "この月の利用はありません。報告するものはありません。",
                     "There is no use in this month, so there is nothing to report.");
    if (japan_date(clinic.clock.now()) <= last_day(report.month))
        return error("not_over", "月が終わってから確定してください。", "Close the month once it is over.");
    if (report.gaps > 0) {
        const std::string count = std::to_string(report.gaps);
        return error("gaps", "あと" + count + "件を直すと確定できます。",
                     report.gaps == 1
                         ? "1 thing is still to be mended before the month can be closed."
                         : count + " things are still to be mended before the month can be closed.");
    }
    if (closed_before && report.stage != Stage::refused && !report.changed_since_close)
        return error("already_closed", "すでに確定しています。その後の変更はありません。",
                     "Already closed, and nothing has changed since.");
    return Done{};
}

}  // namespace

std::string_view word(Stage stage) {
    constexpr std::array<std::string_view, 6> kWords{"collected", "checked",  "closed",
                                                     "sent",      "accepted", "refused"};
    return kWords[static_cast<std::size_t>(stage)];
}

Result<ImplementationReport> build(const clinic::Clinic& clinic, std::string_view programme,
                                   std::chrono::year_month month) {
    const auto* version = version_for(clinic, programme, month);
    if (version == nullptr) return programme::no_such_programme();
    ImplementationReport report;
    report.programme = version->id();
    report.programme_name = version->name();
    report.colour = version->colour();
    report.month = month;
    report.due = due_day(*version, month);

    auto rows = collect_rows(clinic, report.programme, month);
    if (!rows) return rows.error();
    report.rows = std::move(*rows);
    for (const Row& row : report.rows) report.gaps += static_cast<int>(row.gaps.size());
    auto totals = add_up(clinic, report.programme, report.rows);
    if (!totals) return totals.error();
    report.totals = std::move(*totals);
    report.stage = !report.rows.empty() && report.gaps == 0 ? Stage::checked : Stage::collected;

    auto close = newest_close(clinic, Closing::report, report.programme, month);
    if (!close) return close.error();
    if (*close) follow(report, clinic, **close);
    return report;
}

Result<std::vector<ImplementationReport>> build_all(const clinic::Clinic& clinic,
                                                    std::chrono::year_month month) {
    std::set<std::string> wanted;
    const auto read = clinic.database.query(
        "SELECT m.programme FROM service_use u JOIN mother m ON m.id = u.mother_id "
        "WHERE u.first_day BETWEEN ?1 AND ?2 AND NOT EXISTS (SELECT 1 FROM use_undone d WHERE d.use_id = "
        "u.id) "
        "UNION SELECT programme FROM implementation_report WHERE month = ?3",
        {store::value(first_day(month)), store::value(last_day(month)), store::value(month_text(month))},
        [&](const store::Row& row) {
            wanted.insert(row.text(0));
            return true;
        });
    if (!read) return read.error();

    std::vector<ImplementationReport> reports;
    std::set<std::string> seen;
    for (const programme::Programme& version : clinic.programmes.all()) {
        if (!seen.insert(version.id()).second) continue;
        const auto contracted = clinic::contracted(clinic, version.id());
        if (!contracted) return contracted.error();
        if (!wanted.contains(version.id()) && !*contracted) continue;
        auto report = build(clinic, version.id(), month);
        if (!report) return report.error();
        reports.push_back(std::move(*report));
    }
    return reports;
}

Result<ImplementationReport> close(clinic::Clinic& clinic, std::string_view programme,
                                   std::chrono::year_month month) {
    if (auto allowed = clinic::require(clinic, clinic::Right::month); !allowed) return allowed.error();
    auto transaction = store::Transaction::begin(clinic.database);
    if (!transaction) return transaction.error();
    auto report = build(clinic, programme, month);
    if (!report) return report.error();
    auto before = newest_close(clinic, Closing::report, report->programme, month);
    if (!before) return before.error();
    if (auto allowed = may_close(clinic, *report, before->has_value()); !allowed) return allowed.error();

    report->revision = *before ? (*before)->revision + 1 : 1;
    auto head = store::audit_head(clinic.database);
    if (!head) return head.error();
    const std::string revision = std::to_string(report->revision);
    auto outbox_id =
        clinic::announce(clinic, {"report", report->programme, "/v1/reports",
                                  month_text(month) + "/" + revision, report_json(clinic, *report, *head)});
    if (!outbox_id) return outbox_id.error();
    const Instant now = clinic.clock.now();
    const auto inserted = store::insert(clinic.database, "implementation_report",
                                        {{"id", store::value(clinic.ids.next())},
                                         {"programme", store::value(report->programme)},
                                         {"month", store::value(month_text(month))},
                                         {"revision", store::value(report->revision)},
                                         {"outbox_id", store::value(*outbox_id)},
                                         {"closed_at", store::value(now)},
                                         {"closed_by", store::value(clinic.actor.staff_id)}},
                                        {now, clinic.actor.staff_id}, "close_report");
    if (!inserted) return inserted.error();
    if (auto kept = transaction->commit(); !kept) return kept.error();
    return build(clinic, report->programme, month);
}

}  // namespace sango::report
