#include "tests/municipality/ledger.h"

namespace sango::municipality {
namespace {

// A withdrawal has no foreign key: it may arrive before the notice it takes back.
constexpr const char* kSchema = R"sql(
CREATE TABLE IF NOT EXISTS user (number TEXT PRIMARY KEY, entry TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS notice (
    id TEXT PRIMARY KEY, clinic TEXT NOT NULL, user_number TEXT NOT NULL, service TEXT NOT NULL,
    first_day TEXT NOT NULL, days INTEGER NOT NULL, units INTEGER NOT NULL, coupons_used INTEGER NOT NULL,
    shown TEXT NOT NULL, certificate TEXT, checked_in_at TEXT NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS notice_of_user ON notice (user_number, first_day);
CREATE TABLE IF NOT EXISTS withdrawal (
    notice TEXT PRIMARY KEY, clinic TEXT NOT NULL, user_number TEXT NOT NULL, withdrawn_at TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS report (
    clinic TEXT NOT NULL, month TEXT NOT NULL, revision INTEGER NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (clinic, month, revision)) STRICT;
CREATE TABLE IF NOT EXISTS invoice (
    clinic TEXT NOT NULL, month TEXT NOT NULL, revision INTEGER NOT NULL, number TEXT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (clinic, month, revision)) STRICT;
CREATE TABLE IF NOT EXISTS user_report (
    clinic TEXT NOT NULL, use_id TEXT NOT NULL, revision INTEGER NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (clinic, use_id, revision)) STRICT;
CREATE TABLE IF NOT EXISTS incident (
    id TEXT NOT NULL, report INTEGER NOT NULL, clinic TEXT NOT NULL, user_number TEXT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (id, report)) STRICT;
CREATE TABLE IF NOT EXISTS receipt (
    idempotency_key TEXT PRIMARY KEY, series TEXT NOT NULL, serial INTEGER NOT NULL, number TEXT NOT NULL UNIQUE,
    clinic TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, content_digest TEXT NOT NULL,
    body TEXT NOT NULL, signature TEXT NOT NULL, times INTEGER NOT NULL, UNIQUE (series, serial)) STRICT;
CREATE TABLE IF NOT EXISTS free_places (clinic TEXT PRIMARY KEY, as_of TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS revocation (
    kind TEXT NOT NULL, subject TEXT NOT NULL, issued_before INTEGER, PRIMARY KEY (kind, subject)) STRICT;
CREATE TABLE IF NOT EXISTS loss (
    notice TEXT PRIMARY KEY, clinic TEXT NOT NULL, user_number TEXT NOT NULL, certificate TEXT,
    reported_at TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS paper (
    user_number TEXT NOT NULL, number TEXT NOT NULL, kind TEXT NOT NULL, entry TEXT NOT NULL,
    PRIMARY KEY (user_number, number)) STRICT;
CREATE TABLE IF NOT EXISTS consent (user_number TEXT PRIMARY KEY, given INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS coupon_address (one INTEGER PRIMARY KEY CHECK (one = 1), address TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS questionnaire (
    clinic TEXT NOT NULL, month TEXT NOT NULL, answered INTEGER NOT NULL, PRIMARY KEY (clinic, month)) STRICT;
CREATE TABLE IF NOT EXISTS coupon_secret (clinic TEXT PRIMARY KEY, secret TEXT NOT NULL) STRICT;
)sql";

constexpr const char* kReceiptColumns =
    "number, clinic, kind, subject, idempotency_key, content_digest, body, signature, times";

ReceiptEntry receipt_of(const LedgerRow& line) {
    return {text(line[0]), text(line[1]), text(line[2]), text(line[3]), text(line[4]),
            text(line[5]), text(line[6]), text(line[7]), whole(line[8])};
}

Cell cell(std::string_view words) {
    return std::string(words);
}

Result<Done> done(const Result<std::vector<LedgerRow>>& ran) {
    if (!ran) return ran.error();
    return Done{};
}

}  // namespace

Result<Ledger> Ledger::open(const std::filesystem::path& file) {
    auto sql = Sql::open(file);
    if (!sql) return sql.error();
    if (auto made = sql->script(kSchema); !made) return made.error();
    return Ledger(std::move(*sql));
}

std::unique_lock<std::recursive_mutex> Ledger::lock() const {
    return std::unique_lock(*lock_);
}

Result<std::optional<ReceiptEntry>> Ledger::receipt_for(std::string_view idempotency_key) {
    const auto held = lock();
    auto found =
        sql_.run("SELECT " + std::string(kReceiptColumns) + " FROM receipt WHERE idempotency_key = ?1",
                 {cell(idempotency_key)});
    if (!found) return found.error();
    if (found->empty()) return std::optional<ReceiptEntry>();
    return std::optional(receipt_of(found->front()));
}

Result<std::vector<ReceiptEntry>> Ledger::receipts() {
    const auto held = lock();
    auto found = sql_.run("SELECT " + std::string(kReceiptColumns) + " FROM receipt ORDER BY rowid");
    if (!found) return found.error();
    std::vector<ReceiptEntry> all;
    for (const LedgerRow& line : *found) all.push_back(receipt_of(line));
    return all;
}

Result<std::int64_t> Ledger::next_serial(const std::string& series) {
    auto found =
        sql_.run("SELECT coalesce(max(serial), 0) + 1 FROM receipt WHERE series = ?1", {cell(series)});
    if (!found) return found.error();
    return whole(found->front()[0]);
}

Result<Done> Ledger::add_receipt(const std::string& series, std::int64_t serial,
                                 const ReceiptEntry& receipt) {
    return done(
        sql_.run("INSERT INTO receipt (idempotency_key, series, serial, number, clinic, kind, subject, "
                 "content_digest, body, signature, times) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,1)",
                 {receipt.idempotency_key, series, serial, receipt.number, receipt.clinic, receipt.kind,
                  receipt.subject, receipt.content_digest, receipt.body, receipt.signature}));
}

Result<Done> Ledger::count_repetition(std::string_view idempotency_key) {
    return done(
        sql_.run("UPDATE receipt SET times = times + 1 WHERE idempotency_key = ?1", {cell(idempotency_key)}));
}

Result<Done> Ledger::add_use(const UseNotice& use) {
    return done(
        sql_.run("INSERT INTO notice VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11)",
                 {use.notice, use.clinic, use.user_number, use.service, date_text(use.first_day), use.days,
                  use.units, use.coupons_used, use.shown, use.certificate ? Cell(*use.certificate) : Cell(),
                  instant_text(use.checked_in_at)}));
}

Result<Done> Ledger::add_withdrawal(const Withdrawal& withdrawal) {
    return done(sql_.run("INSERT INTO withdrawal VALUES (?1,?2,?3,?4)",
                         {withdrawal.notice, withdrawal.clinic, withdrawal.user_number,
                          instant_text(withdrawal.withdrawn_at)}));
}

Result<Done> Ledger::add_loss(const CardLoss& loss) {
    auto added =
        sql_.run("INSERT INTO loss VALUES (?1,?2,?3,?4,?5)",
                 {loss.notice, loss.clinic, loss.user_number,
                  loss.certificate ? Cell(*loss.certificate) : Cell(), instant_text(loss.reported_at)});
    if (!added) return added.error();
    return revoke({"user", loss.user_number, loss.reported_at});
}

Result<std::optional<std::pair<std::string, std::string>>> Ledger::owner_of(std::string_view notice) {
    auto found = sql_.run(
        "SELECT clinic, user_number FROM notice WHERE id = ?1 UNION ALL "
        "SELECT clinic, user_number FROM withdrawal WHERE notice = ?1",
        {cell(notice)});
    if (!found) return found.error();
    if (found->empty()) return std::optional<std::pair<std::string, std::string>>();
    return std::optional(std::pair(text(found->front()[0]), text(found->front()[1])));
}

Result<Done> Ledger::add_report(const Report& report, std::string_view body) {
    return done(sql_.run("INSERT INTO report VALUES (?1,?2,?3,?4)",
                         {report.clinic, month_text(report.month), report.revision, cell(body)}));
}

Result<Done> Ledger::put_free_places(const FreePlaces& told, std::string_view body) {
    // What arrives late does not replace what was told after it.
    return done(
        sql_.run("INSERT INTO free_places VALUES (?1,?2,?3) ON CONFLICT (clinic) DO UPDATE SET as_of = "
                 "excluded.as_of, body = excluded.body WHERE excluded.as_of > as_of",
                 {told.clinic, instant_text(told.as_of), cell(body)}));
}

Result<std::optional<std::string>> Ledger::free_places(std::string_view clinic) {
    const auto held = lock();
    auto found = sql_.run("SELECT body FROM free_places WHERE clinic = ?1", {cell(clinic)});
    if (!found) return found.error();
    if (found->empty()) return std::optional<std::string>();
    return std::optional(text(found->front()[0]));
}

Result<std::int64_t> Ledger::newest_revision(std::string_view clinic, std::chrono::year_month month) {
    auto found = sql_.run("SELECT coalesce(max(revision), 0) FROM report WHERE clinic = ?1 AND month = ?2",
                          {cell(clinic), month_text(month)});
    if (!found) return found.error();
    return whole(found->front()[0]);
}

Result<Done> Ledger::add_invoice(const Invoice& invoice, std::string_view body) {
    return done(
        sql_.run("INSERT INTO invoice VALUES (?1,?2,?3,?4,?5)",
                 {invoice.clinic, month_text(invoice.month), invoice.revision, invoice.number, cell(body)}));
}

Result<std::int64_t> Ledger::newest_invoice(std::string_view clinic, std::chrono::year_month month) {
    auto found = sql_.run("SELECT coalesce(max(revision), 0) FROM invoice WHERE clinic = ?1 AND month = ?2",
                          {cell(clinic), month_text(month)});
    if (!found) return found.error();
    return whole(found->front()[0]);
}

Result<Done> Ledger::add_user_report(const UserReport& report, std::string_view body) {
    return done(sql_.run("INSERT INTO user_report VALUES (?1,?2,?3,?4)",
                         {report.clinic, report.use, report.revision, cell(body)}));
}

Result<Done> Ledger::add_incident(const IncidentReport& report, std::string_view body) {
    return done(sql_.run(
        "INSERT INTO incident (id, report, clinic, user_number, body) VALUES (?1, ?2, ?3, ?4, ?5)",
        {cell(report.incident), report.report, cell(report.clinic), cell(report.user_number), cell(body)}));
}

Result<std::vector<std::string>> Ledger::incidents(std::string_view incident) {
    const auto held = lock();
    auto found = sql_.run("SELECT body FROM incident WHERE id = ?1 ORDER BY report", {cell(incident)});
    if (!found) return found.error();
    std::vector<std::string> bodies;
    for (const LedgerRow& line : *found) bodies.push_back(text(line[0]));
    return bodies;
}

Result<bool> Ledger::knows_user(std::string_view number) {
    const auto held = lock();
    auto found = sql_.run("SELECT 1 FROM user WHERE number = ?1", {cell(number)});
    if (!found) return found.error();
    return !found->empty();
}

Result<Done> Ledger::put_users(const std::vector<RosterEntry>& users) {
    const auto held = lock();
    auto entry = Entry::begin(sql_);
    if (!entry) return entry.error();
    for (const auto& [number, user] : users)
        if (auto put = sql_.run("INSERT OR REPLACE INTO user VALUES (?1, ?2)", {number, user}); !put)
            return put.error();
    return entry->keep();
}

Result<std::vector<RosterEntry>> Ledger::users() {
    const auto held = lock();
    auto found = sql_.run("SELECT number, entry FROM user ORDER BY number");
    if (!found) return found.error();
    std::vector<RosterEntry> all;
    for (const LedgerRow& line : *found) all.emplace_back(text(line[0]), text(line[1]));
    return all;
}

Result<std::vector<UsedElsewhere>> Ledger::uses_of(std::string_view number) {
    const auto held = lock();
    auto found = sql_.run(
        "SELECT clinic, service, first_day, days, units, coupons_used FROM notice WHERE user_number = ?1 "
        "AND id NOT IN (SELECT notice FROM withdrawal) ORDER BY first_day, id",
        {cell(number)});
    if (!found) return found.error();
    std::vector<UsedElsewhere> uses;
    for (const LedgerRow& line : *found)
        uses.push_back({text(line[0]), text(line[1]), parse_date(text(line[2])).value_or(Date()),
                        whole(line[3]), whole(line[4]), whole(line[5])});
    return uses;
}

Result<Done> Ledger::revoke(const RevocationEntry& entry) {
    const auto held = lock();
    return done(sql_.run("INSERT OR REPLACE INTO revocation VALUES (?1, ?2, ?3)",
                         {entry.kind, entry.subject,
                          entry.issued_before ? Cell(static_cast<std::int64_t>(
                                                    entry.issued_before->time_since_epoch().count()))
                                              : Cell()}));
}

Result<std::vector<RevocationEntry>> Ledger::revocations() {
    const auto held = lock();
    auto found = sql_.run("SELECT kind, subject, issued_before FROM revocation ORDER BY kind, subject");
    if (!found) return found.error();
    std::vector<RevocationEntry> all;
    for (const LedgerRow& line : *found) {
        RevocationEntry entry{text(line[0]), text(line[1]), std::nullopt};
        if (!is_null(line[2])) entry.issued_before = Instant(std::chrono::seconds(whole(line[2])));
        all.push_back(entry);
    }
    return all;
}

}  // namespace sango::municipality
