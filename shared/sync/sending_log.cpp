#include "shared/sync/sending_log.h"

#include "shared/report/send_outcome.h"
#include "shared/sync/let_go.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace sango::sync {
namespace {

using store::value;

struct KindName {
    std::string_view word;
    std::string_view ja;
    std::string_view en;
};
constexpr std::array<KindName, 8> kKinds{{{"use", "利用の連絡", "use notice"},
                                          {"use_undone", "利用の取消", "withdrawal"},
                                          {"report", "実施報告書", "implementation report"},
                                          {"invoice", "請求書", "invoice"},
                                          {"user_report", "利用者別実施報告書", "user report"},
                                          {"incident", "事故等の報告", "incident report"},
                                          {"card_lost", "カード紛失の連絡", "lost card"},
                                          {"free_places", "空きの連絡", "free places"}}};

/// What a try ended with, unsealed.
Result<report::SendOutcome> outcome_of(const clinic::Clinic& clinic, const std::string& attempt_id,
                                       const Bytes& sealed) {
    if (sealed.empty()) return report::SendOutcome{};
    auto text = clinic.keys.unseal_for_clinic({"send_attempt", "reasons_sealed", attempt_id}, sealed);
    if (!text) return text.error();
    return report::parse_outcome(*text);
}

template <class Into>
Result<Done> tell(const clinic::Clinic& clinic, const std::string& attempt_id, const Bytes& sealed,
                  Into& into) {
    auto outcome = outcome_of(clinic, attempt_id, sealed);
    if (!outcome) return outcome.error();
    into.said = std::move(outcome->sentence);
    for (report::SendOutcome::Reason& reason : outcome->reasons)
        into.reasons.push_back(std::move(reason.text));
    return Done{};
}

struct Sealed {
    std::string attempt_id;
    Bytes box;
};

}  // namespace

std::string_view word(OutboxItem::State state) {
    constexpr std::array<std::string_view, 4> kWords{"waiting", "refused", "accepted", "superseded"};
    return kWords[static_cast<std::size_t>(state)];
}

Message kind_name(std::string_view kind) {
    const auto* const found = std::ranges::find(kKinds, kind, &KindName::word);
    if (found == kKinds.end()) return {std::string(kind), std::string(kind)};
    return {std::string(found->ja), std::string(found->en)};
}

Result<std::vector<OutboxItem>> outbox_items(const clinic::Clinic& clinic, std::string_view programme,
                                             int most) {
    std::vector<OutboxItem> items;
    std::vector<Sealed> sealed;
    // A sealed body is its text and a fixed head: nonce and tag. length() of the box tells the bytes on the
    // line to within that.
    constexpr std::int64_t kBoxOverhead = 40;
    const auto read = clinic.database.query(
        fmt::format(
            "SELECT o.id, o.kind, o.programme, o.subject, o.created_at, (SELECT length(b.body_sealed) FROM "
            "outbox_body b WHERE b.outbox_id = o.id), "
            "(SELECT count(*) FROM send_attempt t WHERE t.outbox_id = o.id), a.id, a.outcome, a.next_try_at, "
            "a.reasons_sealed, c.number, c.received_at, {} "
            "FROM outbox o LEFT JOIN send_attempt a ON a.id = (SELECT max(id) FROM send_attempt WHERE "
            "outbox_id = o.id) LEFT JOIN receipt c ON c.outbox_id = o.id WHERE ?1 = '' OR o.programme = ?1 "
            "ORDER BY (c.number IS NULL) DESC, o.id DESC LIMIT ?2",
            kLetGo),
        {value(programme), value(most)}, [&](const store::Row& row) {
            OutboxItem& item = items.emplace_back();
            Sealed& box = sealed.emplace_back();
            item.outbox_id = row.text(0);
            item.kind = row.text(1);
            item.programme = row.text(2);
            item.subject = row.text(3);
            item.created_at = row.instant(4);
            item.bytes = static_cast<std::size_t>(std::max<std::int64_t>(0, row.integer(5) - kBoxOverhead));
            item.tries = static_cast<int>(row.integer(6));
            item.receipt_number = row.maybe_text(11).value_or("");
            item.received_at = row.maybe_instant(12);
            if (!item.receipt_number.empty()) {
                item.state = OutboxItem::State::accepted;
                return true;
            }
            box.attempt_id = row.maybe_text(7).value_or("");
            if (!row.null(10)) box.box = row.bytes(10);
            if (row.integer(13) != 0)
                item.state = OutboxItem::State::superseded;
            else if (row.maybe_text(8) == "refused")
                item.state = OutboxItem::State::refused;
            else
                item.next_try_at = row.maybe_instant(9);
            return true;
        });
    if (!read) return read.error();
    for (std::size_t i = 0; i < items.size(); ++i)
        if (auto told = tell(clinic, sealed[i].attempt_id, sealed[i].box, items[i]); !told)
            return told.error();
    return items;
}

Result<std::vector<SendTry>> send_tries(const clinic::Clinic& clinic, std::string_view programme, int most) {
    std::vector<SendTry> tries;
    std::vector<Sealed> sealed;
    const auto read = clinic.database.query(
        "SELECT a.id, o.id, o.kind, o.programme, o.subject, a.outcome, a.http_status, a.next_try_at, "
        "a.ended_at, a.reasons_sealed FROM send_attempt a JOIN outbox o ON o.id = a.outbox_id WHERE ?1 = '' "
        "OR "
        "o.programme = ?1 ORDER BY a.id DESC LIMIT ?2",
        {value(programme), value(most)}, [&](const store::Row& row) {
            SendTry& one = tries.emplace_back();
            Sealed& box = sealed.emplace_back();
            box.attempt_id = row.text(0);
            one.outbox_id = row.text(1);
            one.kind = row.text(2);
            one.programme = row.text(3);
            one.subject = row.text(4);
            one.outcome = row.text(5);
            one.http_status = static_cast<int>(row.integer(6));
            one.next_try_at = row.maybe_instant(7);
            one.ended_at = row.instant(8);
            if (!row.null(9)) box.box = row.bytes(9);
            return true;
        });
    if (!read) return read.error();
    for (std::size_t i = 0; i < tries.size(); ++i)
        if (auto told = tell(clinic, sealed[i].attempt_id, sealed[i].box, tries[i]); !told)
            return told.error();
    return tries;
}

}  // namespace sango::sync
