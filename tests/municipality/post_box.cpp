#include "tests/municipality/post_box.h"

#include "shared/base/bytes.h"

#include <functional>

#include <nlohmann/json.hpp>

namespace sango::municipality {
namespace {

using nlohmann::json;

/// A letter that has been read: what it is about, and how it enters the books.
struct Opened {
    std::string kind;
    std::string subject;
    std::string clinic;
    std::string audit_head;                          ///< empty: none
    std::function<std::optional<Reply>()> conflict;  ///< reads the ledger
    std::function<Result<Done>()> enter;
};

std::optional<Reply> unknown_user(Ledger& ledger, const std::string& user_number) {
    auto known = ledger.knows_user(user_number);
    if (!known) return own_fault(known.error());
    if (*known) return std::nullopt;
    return problem(422, "Unknown user", "/user_number", "この利用者番号は登録されていません。",
                   "This user number is not registered.");
}

Opened open_use(Ledger& ledger, const json& body, Faults& faults) {
    const UseNotice use = read_use_notice(body, faults);
    return {"use",
            use.notice,
            use.clinic,
            "",
            [&ledger, use]() -> std::optional<Reply> {
                if (auto unknown = unknown_user(ledger, use.user_number)) return unknown;
                auto owner = ledger.owner_of(use.notice);
                if (!owner) return own_fault(owner.error());
                if (*owner && (*owner)->first != use.clinic)
                    return problem(409, "Conflict", "/notice", "この番号は別の施設が使っています。",
                                   "Another clinic has used this id.");
                return std::nullopt;
            },
            [&ledger, use] { return ledger.add_use(use); }};
}

Opened open_loss(Ledger& ledger, const json& body, Faults& faults) {
    const CardLoss loss = read_card_loss(body, faults);
    return {"card_lost",
            loss.notice,
            loss.clinic,
            "",
            [&ledger, loss] { return unknown_user(ledger, loss.user_number); },
            [&ledger, loss] { return ledger.add_loss(loss); }};
}

Opened open_withdrawal(Ledger& ledger, const json& body, Faults& faults) {
    const Withdrawal withdrawal = read_withdrawal(body, faults);
    return {"use_undone",
            withdrawal.notice,
            withdrawal.clinic,
            "",
            [&ledger, withdrawal]() -> std::optional<Reply> {
                auto owner = ledger.owner_of(withdrawal.notice);
                if (!owner) return own_fault(owner.error());
                if (*owner && **owner != std::pair(withdrawal.clinic, withdrawal.user_number))
                    return problem(422, "Not the same use", "/notice",
                                   "この利用の連絡とは施設か利用者番号が違います。",
                                   "The notice of this use names another clinic or user.");
                return std::nullopt;
            },
            [&ledger, withdrawal] { return ledger.add_withdrawal(withdrawal); }};
}

Opened open_report(const Office& office, Ledger& ledger, const json& body, std::string_view bytes,
                   Faults& faults) {
    const Report report = read_report(body, faults);
    if (faults.empty() && report.programme != office.programme)
        faults.push_back(
            {"/programme", {"この自治体の事業ではありません。", "Not a programme of this municipality."}});
    return {"report",
            month_text(report.month) + "/" + std::to_string(report.revision),
            report.clinic,
            report.audit_head,
            [&ledger, report]() -> std::optional<Reply> {
                Faults unknown;
                for (std::size_t row = 0; row < report.users.size(); ++row) {
                    auto known = ledger.knows_user(report.users[row]);
                    if (!known) return own_fault(known.error());
                    if (!*known)
                        unknown.push_back({"/rows/" + std::to_string(row) + "/user_number",
                                           {"この利用者番号は登録されていません。",
                                            "This user number is not registered."}});
                }
                if (!unknown.empty()) return problem(422, "Unknown users", unknown);
                auto newest = ledger.newest_revision(report.clinic, report.month);
                if (!newest) return own_fault(newest.error());
                if (report.revision <= *newest)
                    return problem(409, "Conflict", "/revision", "もっと新しい版をすでに受け取っています。",
                                   "A later revision has already been accepted.");
                return std::nullopt;
            },
            [&ledger, report, kept = std::string(bytes)] { return ledger.add_report(report, kept); }};
}

Opened open_invoice(const Office& office, Ledger& ledger, const json& body, std::string_view bytes,
                    Faults& faults) {
    const Invoice invoice = read_invoice(body, faults);
    if (faults.empty() && invoice.programme != office.programme)
        faults.push_back(
            {"/programme", {"この自治体の事業ではありません。", "Not a programme of this municipality."}});
    return {"invoice",
            month_text(invoice.month) + "/" + std::to_string(invoice.revision),
            invoice.clinic,
            "",
            [&ledger, invoice]() -> std::optional<Reply> {
                auto newest = ledger.newest_invoice(invoice.clinic, invoice.month);
                if (!newest) return own_fault(newest.error());
                if (invoice.revision <= *newest)
                    return problem(409, "Conflict", "/revision", "もっと新しい版をすでに受け取っています。",
                                   "A later revision has already been accepted.");
                return std::nullopt;
            },
            [&ledger, invoice, kept = std::string(bytes)] { return ledger.add_invoice(invoice, kept); }};
}

Opened open_user_report(const Office& office, Ledger& ledger, const json& body, std::string_view bytes,
                        Faults& faults) {
    const UserReport report = read_user_report(body, faults);
    if (faults.empty() && report.programme != office.programme)
        faults.push_back(
            {"/programme", {"この自治体の事業ではありません。", "Not a programme of this municipality."}});
    return {"user_report",
            report.use + "/" + std::to_string(report.revision),
            report.clinic,
            "",
            [&ledger, report]() -> std::optional<Reply> {
                auto known = ledger.knows_user(report.user_number);
                if (!known) return own_fault(known.error());
                if (!*known)
                    return problem(422, "Unknown user", "/user_number",
                                   "この利用者番号は登録されていません。",
                                   "This user number is not registered.");
                return std::nullopt;
            },
            [&ledger, report, kept = std::string(bytes)] { return ledger.add_user_report(report, kept); }};
}

Opened open_free_places(Ledger& ledger, const json& body, std::string_view bytes, Faults& faults) {
    const FreePlaces told = read_free_places(body, faults);
    return {"free_places",
            instant_text(told.as_of),
            told.clinic,
            "",
            [] { return std::optional<Reply>(); },
            [&ledger, told, kept = std::string(bytes)] { return ledger.put_free_places(told, kept); }};
}

Opened open_incident(Ledger& ledger, const json& body, std::string_view bytes, Faults& faults) {
    const IncidentReport report = read_incident(body, faults);
    return {"incident",
            report.incident + "/" + std::to_string(report.report),
            report.clinic,
            "",
            [&ledger, report]() -> std::optional<Reply> {
                auto known = ledger.knows_user(report.user_number);
                if (!known) return own_fault(known.error());
                if (*known) return std::nullopt;
                return problem(422, "Unknown user", "/user_number", "この利用者番号は登録されていません。",
                               "This user number is not registered.");
            },
            [&ledger, report, kept = std::string(bytes)] { return ledger.add_incident(report, kept); }};
}

/// What can be said without the ledger.
std::optional<Reply> check_envelope(const Letter& letter) {
    if (letter.content_type != "application/json")
        return problem(415, "Unsupported Media Type", "", "application/jsonで送ってください。",
                       "Send application/json.");
    const std::string& key = letter.idempotency_key;
    if (key.size() != 66 || key.front() != '"' || key.back() != '"' ||
        key.find_first_not_of("0123456789abcdef", 1) != 65)
        return problem(400, "Bad Request", "", "Idempotency-Keyがないか、形が違います。",
                       "Idempotency-Key is missing or not of the right form.");
    if (letter.content_digest != content_digest(letter.body))
        return problem(400, "Bad Request", "", "Content-Digestがないか、本文と合いません。",
                       "Content-Digest is missing or does not fit the body.");
    return std::nullopt;
}

Reply answer(int status, const ReceiptEntry& receipt) {
    return {status, "application/json", receipt.body, {{"Receipt-Signature", receipt.signature}}};
}

ReceiptEntry write_receipt(const Office& office, const Letter& letter, const Opened& opened,
                           const std::string& number, const std::string& key, Instant now) {
    const nlohmann::ordered_json body = {
        {"number", number},
        {"issuer", office.code},
        {"clinic", opened.clinic},
        {"kind", opened.kind},
        {"subject", opened.subject},
        {"idempotency_key", key},
        {"content_digest", letter.content_digest},
        {"received_at", instant_text(now)},
        {"audit_head",
         opened.audit_head.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(opened.audit_head)}};
    ReceiptEntry receipt{
        number, opened.clinic, opened.kind, opened.subject, key, letter.content_digest, body.dump(), "", 1};
    receipt.signature = "ed25519=:" + base64(card::sign(bytes_of(receipt.body), office.receipt_key)) + ":";
    return receipt;
}

/// Era year and month of the day on which it is received, e.g. "R8-11".
std::string series_of(Instant now) {
    const std::chrono::year_month_day day(japan_date(now));
    const std::string month = month_text(month_of(japan_date(now))).substr(5);
    return "R" + std::to_string(static_cast<int>(day.year()) - 2018) + "-" + month;
}

std::string padded(std::int64_t serial) {
    const std::string digits = std::to_string(serial);
    return digits.size() >= 4 ? digits : std::string(4 - digits.size(), '0') + digits;
}

}  // namespace

std::string idempotency_key(std::string_view clinic, std::string_view kind, std::string_view programme,
                            std::string_view subject) {
    std::string whole(clinic);
    for (const std::string_view part : {kind, programme, subject}) (whole += '\n') += part;
    return hex(card::sha256(bytes_of(whole)));
}

std::string content_digest(std::string_view body) {
    return "sha-256=:" + base64(card::sha256(bytes_of(body))) + ":";
}

Reply take(const Office& office, Ledger& ledger, const Clock& clock, const Letter& letter) {
    if (auto wrong = check_envelope(letter)) return *wrong;
    Faults faults;
    const auto body = parse_object(letter.body, faults);
    if (!body) return problem(400, "Bad Request", faults);

    Opened opened;
    if (letter.path == "/v1/uses")
        opened = open_use(ledger, *body, faults);
    else if (letter.path == "/v1/uses/withdrawals")
        opened = open_withdrawal(ledger, *body, faults);
    else if (letter.path == "/v1/incidents")
        opened = open_incident(ledger, *body, letter.body, faults);
    else if (letter.path == "/v1/invoices")
        opened = open_invoice(office, ledger, *body, letter.body, faults);
    else if (letter.path == "/v1/user-reports")
        opened = open_user_report(office, ledger, *body, letter.body, faults);
    else if (letter.path == "/v1/cards/losses")
        opened = open_loss(ledger, *body, faults);
    else if (letter.path == "/v1/free-places")
        opened = open_free_places(ledger, *body, letter.body, faults);
    else
        opened = open_report(office, ledger, *body, letter.body, faults);
    if (!opened.clinic.empty() && opened.clinic != letter.clinic)
        return problem(403, "Forbidden", "/clinic", "証明書の施設と違います。",
                       "Not the clinic of the certificate.");

    // From here to the end nobody else enters anything: two identical letters meet here one after the other.
    const auto held = ledger.lock();
    const std::string key = letter.idempotency_key.substr(1, 64);
    auto earlier = ledger.receipt_for(key);
    if (!earlier) return own_fault(earlier.error());
    if (*earlier) {
        if ((*earlier)->content_digest != letter.content_digest || (*earlier)->clinic != letter.clinic)
            return problem(409, "Conflict", "", "同じIdempotency-Keyで別の本文が届きました。",
                           "The same Idempotency-Key came with another body.");
        if (auto counted = ledger.count_repetition(key); !counted) return own_fault(counted.error());
        return answer(200, **earlier);
    }
    if (!faults.empty()) return problem(422, "Unprocessable Content", faults);
    if (key != idempotency_key(opened.clinic, opened.kind, office.programme, opened.subject))
        return problem(400, "Bad Request", "", "Idempotency-Keyが本文と合いません。",
                       "Idempotency-Key does not follow from the body.");
    if (auto conflict = opened.conflict()) return *conflict;

    auto entry = Entry::begin(ledger.sql());
    if (!entry) return own_fault(entry.error());
    if (auto entered = opened.enter(); !entered) return own_fault(entered.error());
    const std::string series = series_of(clock.now());
    auto serial = ledger.next_serial(series);
    if (!serial) return own_fault(serial.error());
    const ReceiptEntry receipt =
        write_receipt(office, letter, opened, series + "-" + padded(*serial), key, clock.now());
    if (auto added = ledger.add_receipt(series, *serial, receipt); !added) return own_fault(added.error());
    if (auto kept = entry->keep(); !kept) return own_fault(kept.error());
    return answer(201, receipt);
}

}  // namespace sango::municipality
