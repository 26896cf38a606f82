#pragma once

#include "shared/clinic/check_in.h"
#include "shared/clinic/incident_told.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sango::report {

/// 集計 → 点検 → 確定 → 送信 → 受理, and the way back. Nothing of it is stored: it follows from the rows
/// (collected; checked once no gap is left), from the newest close (closed), from its tries (sent: at least
/// one, no receipt yet; refused) and from its receipt (accepted).
enum class Stage { collected, checked, closed, sent, accepted, refused };
[[nodiscard]] std::string_view word(Stage stage);

/// One thing that keeps a row from being closed, and where it is mended.
struct Gap {
    std::string code;  ///< "no_check_out", "no_care", "not_stamped", ...
    Message text;      ///< 退所の記録なし
};

struct Row {
    std::string use_id;
    std::string mother_id;
    std::string user_number;
    programme::Service service{};
    Date first_day{};
    int days = 1;
    int units = 1;
    Yen copay{};
    std::string shown;
    std::vector<std::pair<std::string, int>> care;
    std::optional<clinic::CheckOut> left;
    std::vector<clinic::ToldIncident> told;  ///< 口頭で伝えた出来事, by time; each has been told
    std::string centre;  ///< 担当センター that is reported to; empty: none or not told
    std::string untold;  ///< id of an incident that still has to be told; empty: none
    std::vector<Gap> gaps;
};

struct ServiceTotals {
    int persons = 0;  ///< 実人員
    int days = 0;     ///< 延日数
    int units = 0;
};

struct Totals {
    std::map<programme::Service, ServiceTotals> by_service;
    int persons = 0;
    int days = 0;
    int units = 0;
    Yen copay{};
    std::optional<Yen> fee;  ///< 委託料, where every unit price is set ("unit_price.<service>")
};

/// Why the municipality refused, tied to the row it names (index into rows) where it names one.
struct RefusalReason {
    std::optional<std::size_t> row;
    Message text;
};

/// 実施報告書 of one programme and month, as it stands now.
struct ImplementationReport {
    std::string programme;
    Message programme_name;
    std::uint32_t colour = 0;
    std::chrono::year_month month{};
    int revision = 1;  ///< of the newest close; 1 before the first
    Stage stage{};
    std::vector<Row> rows;
    Totals totals;
    int gaps = 0;
    std::optional<Date> due;  ///< the report's deadline
    std::string receipt_number;
    std::optional<Instant> received_at;
    std::optional<Instant> next_try_at;
    std::vector<RefusalReason> reasons;
    std::optional<Message> waiting_because;  ///< stage `sent`: what the newest try ended with
    bool redacted =
        false;  ///< numbers left it after their retention: it stays as accepted, never closed anew
    bool changed_since_close =
        false;  ///< a row was added, undone or corrected after closing: a new revision can be closed
};

/// Builds and checks the month from what is recorded. Retracted and undone things are nowhere in it. A use
/// belongs to the month of its first day, whole: a stay over the month's end is reported once, where it
/// began. Error: unknown_programme.
[[nodiscard]] Result<ImplementationReport> build(const clinic::Clinic& clinic, std::string_view programme,
                                                 std::chrono::year_month month);
/// Every programme with a use in that month, or in the catalogue and contracted ("contract.<id>" setting).
[[nodiscard]] Result<std::vector<ImplementationReport>> build_all(const clinic::Clinic& clinic,
                                                                  std::chrono::year_month month);
/// The body as /v1/reports takes it (JSON, deterministic).
[[nodiscard]] std::string report_json(const clinic::Clinic& clinic, const ImplementationReport& report,
                                      std::string_view audit_head);
/// Freezes the month and puts it into the outbox, in one transaction. Errors: gaps (with their number),
/// not_over (the month has not ended), empty, already_closed (nothing changed since).
[[nodiscard]] Result<ImplementationReport> close(clinic::Clinic& clinic, std::string_view programme,
                                                 std::chrono::year_month month);

}  // namespace sango::report
