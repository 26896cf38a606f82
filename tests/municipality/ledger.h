#pragma once

#include "tests/municipality/free_places.h"
#include "tests/municipality/incident.h"
#include "tests/municipality/invoice.h"
#include "tests/municipality/report.h"
#include "tests/municipality/roster.h"
#include "tests/municipality/sql.h"
#include "tests/municipality/use_notice.h"

#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace sango::municipality {

/// A receipt (受理書) as it was first given, and given again for every repetition.
struct ReceiptEntry {
    std::string number;
    std::string clinic;
    std::string kind;
    std::string subject;
    std::string idempotency_key;
    std::string content_digest;
    std::string body;
    std::string signature;   ///< value of the Receipt-Signature header
    std::int64_t times = 1;  ///< requests that were answered with it
};

struct RevocationEntry {
    std::string kind;  ///< "identifier" or "user"
    std::string subject;
    std::optional<Instant> issued_before;
};

struct UsedElsewhere {
    std::string clinic;
    std::string service;
    Date first_day{};
    std::int64_t days = 1;
    std::int64_t units = 1;
    std::int64_t coupons_used = 0;
};

/// The municipality's books, in SQLite. Takes the lock itself where one call is one entry; `Write` entries
/// are made by post_box.cpp under `lock()`.
class Ledger {
public:
    [[nodiscard]] static Result<Ledger> open(const std::filesystem::path& file);

    [[nodiscard]] std::unique_lock<std::recursive_mutex> lock() const;
    [[nodiscard]] Sql& sql() { return sql_; }

    [[nodiscard]] Result<std::optional<ReceiptEntry>> receipt_for(std::string_view idempotency_key);
    [[nodiscard]] Result<std::vector<ReceiptEntry>> receipts();
    /// The next running number of a series ("R8-11").
    [[nodiscard]] Result<std::int64_t> next_serial(const std::string& series);
    [[nodiscard]] Result<Done> add_receipt(const std::string& series, std::int64_t serial,
                                           const ReceiptEntry& receipt);
    [[nodiscard]] Result<Done> count_repetition(std::string_view idempotency_key);

    [[nodiscard]] Result<Done> add_use(const UseNotice& use);
    /// Every card of the user that was issued before is revoked.
    [[nodiscard]] Result<Done> add_loss(const CardLoss& loss);
    [[nodiscard]] Result<Done> add_withdrawal(const Withdrawal& withdrawal);
    /// Clinic and user of a notice, if it has come.
    [[nodiscard]] Result<std::optional<std::pair<std::string, std::string>>> owner_of(
        std::string_view notice);
    [[nodiscard]] Result<Done> add_report(const Report& report, std::string_view body);
    /// The newest word of a clinic replaces the one before.
    [[nodiscard]] Result<Done> put_free_places(const FreePlaces& told, std::string_view body);
    [[nodiscard]] Result<std::optional<std::string>> free_places(std::string_view clinic);
    /// Highest accepted revision, 0 for none.
    [[nodiscard]] Result<std::int64_t> newest_revision(std::string_view clinic,
                                                       std::chrono::year_month month);

    [[nodiscard]] Result<Done> add_invoice(const Invoice& invoice, std::string_view body);
    [[nodiscard]] Result<std::int64_t> newest_invoice(std::string_view clinic, std::chrono::year_month month);
    [[nodiscard]] Result<Done> add_user_report(const UserReport& report, std::string_view body);

    [[nodiscard]] Result<Done> add_incident(const IncidentReport& report, std::string_view body);
    /// The bodies of an incident's reports as they came, first report first.
    [[nodiscard]] Result<std::vector<std::string>> incidents(std::string_view incident);

    [[nodiscard]] Result<bool> knows_user(std::string_view number);
    [[nodiscard]] Result<Done> put_users(const std::vector<RosterEntry>& users);
    [[nodiscard]] Result<std::vector<RosterEntry>> users();
    [[nodiscard]] Result<std::vector<UsedElsewhere>> uses_of(std::string_view number);
    [[nodiscard]] Result<Done> revoke(const RevocationEntry& entry);
    [[nodiscard]] Result<std::vector<RevocationEntry>> revocations();

private:
    explicit Ledger(Sql sql) : sql_(std::move(sql)), lock_(std::make_unique<std::recursive_mutex>()) {}
    Sql sql_;
    std::unique_ptr<std::recursive_mutex> lock_;
};

}  // namespace sango::municipality
