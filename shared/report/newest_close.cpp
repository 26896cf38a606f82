#include "shared/report/newest_close.h"

#include "shared/clinic/outbox.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace sango::report {
namespace {

using nlohmann::json;

Stage stage_of(const std::string& receipt_number, const std::optional<std::string>& outcome) {
    if (!receipt_number.empty()) return Stage::accepted;
    if (!outcome) return Stage::closed;
    return *outcome == "refused" ? Stage::refused : Stage::sent;
}

std::optional<std::size_t> row_in(std::string_view pointer) {
    constexpr std::string_view kRows = "/rows/";
    if (!pointer.starts_with(kRows)) return std::nullopt;
    pointer.remove_prefix(kRows.size());
    std::size_t row = 0;
    const auto [end, failed] = std::from_chars(pointer.data(), pointer.data() + pointer.size(), row);
    if (failed != std::errc() || (end != pointer.data() + pointer.size() && *end != '/')) return std::nullopt;
    return row;
}

}  // namespace

Result<std::optional<NewestClose>> newest_close(const clinic::Clinic& clinic, Closing closing,
                                                std::string_view programme, std::chrono::year_month month) {
    std::optional<NewestClose> close;
    std::string outbox_id;
    std::string attempt_id;
    Bytes reasons;
    const auto read = clinic.database.query(
        fmt::format(
            "SELECT r.revision, r.outbox_id, c.number, c.received_at, a.id, a.outcome, a.next_try_at, "
            "a.reasons_sealed "
            "FROM {} r LEFT JOIN receipt c ON c.outbox_id = r.outbox_id "
            "LEFT JOIN send_attempt a ON a.id = (SELECT max(id) FROM send_attempt WHERE outbox_id = "
            "r.outbox_id) "
            "WHERE r.programme = ?1 AND r.month = ?2 ORDER BY r.revision DESC LIMIT 1",
            closing == Closing::report ? "implementation_report" : "invoice"),
        {store::value(programme), store::value(month_text(month))}, [&](const store::Row& row) {
            close.emplace();
            close->revision = static_cast<int>(row.integer(0));
            outbox_id = row.text(1);
            close->receipt_number = row.maybe_text(2).value_or("");
            close->received_at = row.maybe_instant(3);
            attempt_id = row.maybe_text(4).value_or("");
            close->stage = stage_of(close->receipt_number, row.maybe_text(5));
            if (close->stage == Stage::sent) close->next_try_at = row.maybe_instant(6);
            if (!row.null(7)) reasons = row.bytes(7);
            return false;
        });
    if (!read) return read.error();
    if (!close) return close;
    auto body = clinic::announced_body(clinic, outbox_id);
    if (!body) return body.error();
    close->body = std::move(*body);
    const auto kept = clinic::kept_digest(clinic, outbox_id);
    if (!kept) return kept.error();
    close->redacted = kept->has_value();
    if (reasons.empty()) return close;
    auto text = clinic.keys.unseal_for_clinic({"send_attempt", "reasons_sealed", attempt_id}, reasons);
    if (!text) return text.error();
    close->outcome = parse_outcome(*text);
    return close;
}

namespace {

/// The text under `name`, or empty where there is none: value() of the library throws on another type.
std::string text_member(const json& object, const char* name) {
    if (!object.is_object()) return {};
    const auto member = object.find(name);
    return member != object.end() && member->is_string() ? member->get<std::string>() : std::string();
}

}  // namespace

FrozenBody read_frozen(std::string_view body) {
    const json parsed = json::parse(body, nullptr, false);
    FrozenBody frozen;
    if (!parsed.is_object()) return frozen;
    frozen.audit_head = text_member(parsed, "audit_head");
    if (const auto rows = parsed.find("rows"); rows != parsed.end() && rows->is_array())
        for (const json& row : *rows) frozen.uses.push_back(text_member(row, "use"));
    return frozen;
}

std::vector<RefusalReason> tie_reasons(const SendOutcome& outcome, const FrozenBody& frozen,
                                       const std::vector<Row>& rows) {
    std::vector<RefusalReason> tied;
    for (const SendOutcome::Reason& reason : outcome.reasons) {
        RefusalReason one{std::nullopt, reason.text};
        if (const auto then = row_in(reason.pointer); then && *then < frozen.uses.size()) {
            const auto now = std::find_if(rows.begin(), rows.end(),
                                          [&](const Row& row) { return row.use_id == frozen.uses[*then]; });
            if (now != rows.end()) one.row = static_cast<std::size_t>(now - rows.begin());
        }
        tied.push_back(std::move(one));
    }
    return tied;
}

}  // namespace sango::report
