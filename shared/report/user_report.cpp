#include "shared/report/user_report.h"

#include "shared/clinic/outbox.h"
#include "shared/clinic/use.h"
#include "shared/clinic/writing.h"
#include "shared/programme/rules.h"
#include "shared/report/rows.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::report {
namespace {

using store::value;

Result<Done> check(const NewUserReport& report, const Row& row) {
    if (!row.left)
        return error("not_left", "退所の記録をしてから、報告書を書いてください。",
                     "Check her out first; then write the report.");
    if (!report.consent && (report.urgent || !report.remarks.empty()))
        return error("no_consent", "ご本人の同意を得てから書いてください。",
                     "Write this once she has consented.");
    if (!clinic::is_free_text(report.remarks, clinic::kMostTextBytes))
        return error("bad_text", "使えない文字があるか、長すぎます。",
                     "It holds signs that cannot be kept, or is too long.");
    return Done{};
}

Result<Done> keep(clinic::Clinic& clinic, const clinic::Use& use, const Row& row,
                  const NewUserReport& report) {
    const auto before = user_report(clinic, use.id);
    if (!before) return before.error();
    const auto clinic_id = clinic::setting(clinic, "clinic.id");
    if (!clinic_id) return clinic_id.error();
    const store::Stamp now = clinic::stamp(clinic);
    UserReport next{
        use.id, *before ? (*before)->revision + 1 : 1, report.consent, report.urgent, report.remarks, now.at,
        ""};
    std::ranges::replace(next.remarks, '\n', ' ');
    std::ranges::replace(next.remarks, '\t', ' ');
    const auto outbox_id =
        clinic::announce(clinic, {"user_report", use.programme, "/v1/user-reports",
                                  fmt::format("{}/{}", use.id, next.revision),
                                  user_report_json(clinic_id->value_or(""), use.programme, row, next)});
    if (!outbox_id) return outbox_id.error();
    const std::string id = clinic.ids.next();
    auto remarks = clinic::sealed(clinic, use.mother_id, {"user_report", "remarks_sealed", id}, next.remarks);
    if (!remarks) return remarks.error();
    return store::insert(clinic.database, "user_report",
                         {{"id", value(id)},
                          {"use_id", value(use.id)},
                          {"revision", value(next.revision)},
                          {"consent", value(next.consent)},
                          {"urgent", value(next.urgent)},
                          {"remarks_sealed", std::move(*remarks)},
                          {"outbox_id", value(*outbox_id)},
                          {"written_at", value(now.at)},
                          {"written_by", value(now.actor)}},
                         now, "report_on_use");
}

}  // namespace

bool wants_user_report(const clinic::Clinic& clinic, std::string_view programme, Date day) {
    const auto* rules = clinic.programmes.find(programme, day);
    return rules != nullptr && rules->rules().report.per_user;
}

Result<Done> write_user_report(clinic::Clinic& clinic, const NewUserReport& report) {
    return clinic::transact(clinic, clinic::Right::month, [&]() -> Result<Done> {
        const auto use = clinic::standing_use(clinic, report.use_id);
        if (!use) return use.error();
        const auto row = row_of(clinic, *use);
        if (!row) return row.error();
        if (auto good = check(report, *row); !good) return good;
        return keep(clinic, *use, *row, report);
    });
}

Result<std::optional<UserReport>> user_report(const clinic::Clinic& clinic, std::string_view use_id) {
    std::optional<UserReport> report;
    std::string id;
    std::string mother_id;
    Bytes remarks;
    const auto read = clinic.database.query(
        "SELECT r.id, r.revision, r.consent, r.urgent, r.remarks_sealed, r.written_at, c.number, u.mother_id "
        "FROM user_report r JOIN service_use u ON u.id = r.use_id LEFT JOIN receipt c ON c.outbox_id = "
        "r.outbox_id WHERE r.use_id = ?1 ORDER BY r.revision DESC LIMIT 1",
        {value(use_id)}, [&](const store::Row& row) {
            report.emplace();
            report->use_id = use_id;
            id = row.text(0);
            report->revision = static_cast<int>(row.integer(1));
            report->consent = row.integer(2) != 0;
            report->urgent = row.integer(3) != 0;
            if (!row.null(4)) remarks = row.bytes(4);
            report->written_at = row.instant(5);
            report->receipt_number = row.maybe_text(6).value_or("");
            mother_id = row.text(7);
            return false;
        });
    if (!read) return read.error();
    if (!report) return report;
    auto text = clinic::unsealed(clinic, mother_id, {"user_report", "remarks_sealed", id}, remarks);
    if (!text) return text.error();
    report->remarks = std::move(*text);
    return report;
}

}  // namespace sango::report
