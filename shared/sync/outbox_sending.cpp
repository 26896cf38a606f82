#include "shared/sync/outbox_sending.h"

#include "shared/clinic/outbox.h"
#include "shared/report/send_outcome.h"
#include "shared/store/audit.h"
#include "shared/sync/let_go.h"
#include "shared/sync/receipt.h"

#include <algorithm>
#include <array>
#include <cstring>

#include <fmt/format.h>

namespace sango::sync {
namespace {

// Everything without a receipt that still matters, with its newest try. A report or invoice with a later
// revision is void, and so are free places that were told anew, and a refused notice of a use that has been
// undone: the municipality never counted it.
std::string open_items() {
    return fmt::format(
        "FROM outbox o LEFT JOIN send_attempt a ON a.id = (SELECT max(id) FROM send_attempt WHERE outbox_id "
        "= "
        "o.id) WHERE NOT EXISTS (SELECT 1 FROM receipt c WHERE c.outbox_id = o.id) AND NOT {} ",
        kLetGo);
}

std::string_view outcome_word(Answer::Outcome outcome) {
    switch (outcome) {
        case Answer::Outcome::accepted:
            return "accepted";
        case Answer::Outcome::refused:
            return "refused";
        case Answer::Outcome::later:
            break;
    }
    return "later";
}

Result<Done> insert_attempt(clinic::Clinic& clinic, std::string_view outbox_id, const Answer& answer,
                            std::optional<Instant> next_try_at, Instant now) {
    const std::string id = clinic.ids.next();
    report::SendOutcome outcome{answer.error.message, {}};
    for (const ProblemReason& reason : answer.reasons)
        outcome.reasons.push_back({reason.pointer, reason.text});
    store::Value sealed = store::Null{};
    if (answer.outcome != Answer::Outcome::accepted)
        sealed = store::value(clinic.keys.seal_for_clinic({"send_attempt", "reasons_sealed", id},
                                                          report::outcome_text(outcome)));
    return store::insert(clinic.database, "send_attempt",
                         {{"id", store::value(id)},
                          {"outbox_id", store::value(outbox_id)},
                          {"outcome", store::value(outcome_word(answer.outcome))},
                          {"http_status", store::value(answer.http_status)},
                          {"reasons_sealed", sealed},
                          {"next_try_at", store::value(next_try_at)},
                          {"ended_at", store::value(now)}},
                         {now, "system"}, "send");
}

Result<Done> insert_receipt(clinic::Clinic& clinic, std::string_view outbox_id, const Receipt& receipt,
                            Instant now) {
    return store::insert(
        clinic.database, "receipt",
        {{"outbox_id", store::value(outbox_id)},
         {"number", store::value(receipt.number)},
         {"body", store::value(Bytes(bytes_of(receipt.body).begin(), bytes_of(receipt.body).end()))},
         {"signature", store::value(receipt.signature)},
         {"audit_head",
          receipt.audit_head.empty() ? store::Value(store::Null{}) : store::value(receipt.audit_head)},
         {"received_at", store::value(receipt.received_at)}},
        {now, "system"}, "receive_receipt");
}

Result<bool> has_receipt(const clinic::Clinic& clinic, std::string_view outbox_id) {
    auto found =
        clinic.database.integer("SELECT 1 FROM receipt WHERE outbox_id = ?1", {store::value(outbox_id)});
    if (!found) return found.error();
    return found->has_value();
}

/// The answer as it may be believed: an acceptance whose receipt fits, or "later".
Answer believed(const Endpoint& endpoint, const Job& job, const Answer& answer) {
    if (answer.outcome != Answer::Outcome::accepted) return answer;
    auto receipt =
        check_receipt(endpoint.receipt_key, job, answer.receipt ? answer.receipt->body : std::string(),
                      answer.receipt ? BytesView(answer.receipt->signature) : BytesView());
    Answer checked = answer;
    if (receipt) {
        checked.receipt = std::move(*receipt);
    } else {
        checked.outcome = Answer::Outcome::later;
        checked.receipt.reset();
        checked.error = receipt.error();
    }
    return checked;
}

}  // namespace

std::chrono::seconds wait_before_next(int tries, std::optional<std::chrono::seconds> retry_after,
                                      const Random& random) {
    constexpr std::uint64_t kCap = 3600;
    const std::uint64_t most = tries >= 11 ? kCap : std::min(kCap, std::uint64_t{2} << std::max(0, tries));
    std::array<std::uint8_t, 8> bytes{};
    random(bytes);
    std::uint64_t number = 0;
    std::memcpy(&number, bytes.data(), bytes.size());
    std::chrono::seconds wait(static_cast<std::int64_t>(number % (most + 1)));
    if (retry_after) wait = std::max(wait, std::min<std::chrono::seconds>(*retry_after, kLongestWait));
    return wait;
}

Result<std::optional<Job>> next_job(const clinic::Clinic& clinic, std::span<const Endpoint> endpoints,
                                    std::optional<Instant> pressed_at) {
    const Instant now = clinic.clock.now();
    std::optional<Job> job;
    const auto read = clinic.database.query(
        fmt::format(
            "SELECT o.id, o.kind, o.programme, o.path, o.idempotency_key, "
            "(SELECT count(*) FROM send_attempt t WHERE t.outbox_id = o.id) {} "
            "AND (a.id IS NULL OR (a.outcome <> 'refused' AND (a.next_try_at IS NULL OR a.next_try_at <= ?1 "
            "OR a.next_try_at > ?2 OR a.ended_at < ?3))) ORDER BY coalesce(a.id, ''), o.id",
            open_items()),
        {store::value(now), store::value(now + kLongestWait), store::value(pressed_at)},
        [&](const store::Row& row) {
            const std::string programme = row.text(2);
            if (std::none_of(endpoints.begin(), endpoints.end(),
                             [&](const Endpoint& endpoint) { return endpoint.programme == programme; }))
                return true;
            job = Job{row.text(0),
                      row.text(1),
                      programme,
                      row.text(3),
                      row.text(4),
                      "",
                      static_cast<int>(row.integer(5))};
            return false;
        });
    if (!read) return read.error();
    if (!job) return job;
    auto body = clinic::announced_body(clinic, job->outbox_id);
    if (!body) return body.error();
    job->body = std::move(*body);
    return job;
}

Result<Done> record_answer(clinic::Clinic& clinic, const Endpoint& endpoint, const Job& job,
                           const Answer& answer) {
    return record_answer(clinic, endpoint, job, answer, system_random());
}

Result<Done> record_answer(clinic::Clinic& clinic, const Endpoint& endpoint, const Job& job,
                           const Answer& answer, const Random& random) {
    if (auto allowed = clinic::require(clinic, clinic::Right::month); !allowed) return allowed.error();
    auto transaction = store::Transaction::begin(clinic.database);
    if (!transaction) return transaction.error();
    auto received = has_receipt(clinic, job.outbox_id);
    if (!received) return received.error();
    if (*received) return Done{};  // told twice: the first receipt stands

    const Answer checked = believed(endpoint, job, answer);
    const Instant now = clinic.clock.now();
    std::optional<Instant> next_try_at;
    if (checked.outcome == Answer::Outcome::later)
        next_try_at = now + wait_before_next(job.tries, checked.retry_after, random);
    if (auto done = insert_attempt(clinic, job.outbox_id, checked, next_try_at, now); !done) return done;
    if (checked.receipt)
        if (auto done = insert_receipt(clinic, job.outbox_id, *checked.receipt, now); !done) return done;
    return transaction->commit();
}

Result<std::vector<std::string>> refused_items(const clinic::Clinic& clinic) {
    std::vector<std::string> items;
    const auto read = clinic.database.query(
        fmt::format("SELECT o.id {} AND a.outcome = 'refused' ORDER BY o.id", open_items()), {},
        [&](const store::Row& row) {
            items.push_back(row.text(0));
            return true;
        });
    if (!read) return read.error();
    return items;
}

Result<Done> release_refused(clinic::Clinic& clinic, std::string_view outbox_id) {
    auto items = refused_items(clinic);
    if (!items) return items.error();
    if (std::find(items->begin(), items->end(), outbox_id) == items->end())
        return error("not_refused", "差し戻された記録ではありません。", "This was not refused.");
    Answer again;
    again.outcome = Answer::Outcome::later;
    again.error = error("released", "同じ内容をもう一度送ります。", "The same will be sent once more.");
    const Instant now = clinic.clock.now();
    return insert_attempt(clinic, outbox_id, again, now, now);
}

Result<OutboxStatus> outbox_status(const clinic::Clinic& clinic) {
    OutboxStatus status;
    const Instant now = clinic.clock.now();
    bool due_now = false;
    const auto read = clinic.database.query(fmt::format("SELECT a.outcome, a.next_try_at {}", open_items()),
                                            {}, [&](const store::Row& row) {
                                                if (row.maybe_text(0) == "refused") {
                                                    ++status.refused;
                                                    return true;
                                                }
                                                ++status.waiting;
                                                const auto at = row.maybe_instant(1);
                                                if (!at || *at <= now || *at > now + kLongestWait)
                                                    due_now = true;
                                                else if (!status.next_try_at || *at < *status.next_try_at)
                                                    status.next_try_at = at;
                                                return true;
                                            });
    if (!read) return read.error();
    if (due_now) status.next_try_at.reset();
    return status;
}

}  // namespace sango::sync
