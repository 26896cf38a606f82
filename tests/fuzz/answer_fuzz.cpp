// What a municipality's server may answer: receipts, problems, rosters, balances, revocations, programmes,
// headers. And what of it is kept and read again. The first byte chooses.

#include "shared/base/text.h"
#include "shared/card/keys.h"
#include "shared/report/newest_close.h"
#include "shared/report/send_outcome.h"
#include "shared/sync/answers.h"
#include "shared/sync/problem.h"
#include "shared/sync/receipt.h"
#include "shared/sync/retry_after.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using namespace sango;
using namespace sango::sync;

void must(bool holds) {
    if (!holds) std::abort();
}

bool fit_for_a_screen(const Message& text) {
    return !text.ja.empty() && !text.en.empty() && is_utf8(text.ja) && is_utf8(text.en) &&
           text.en.find('\n') == std::string::npos && text.ja.find('\x1b') == std::string::npos;
}

/// The municipality signs whatever the fuzzer writes, so that the form is what is tried.
void receipt(std::string_view body) {
    static const card::PrivateKey key = card::make_private_key(seeded_random(1));
    static const card::PublicKey public_key = card::public_key_of(key);
    Job job;
    job.kind = "report";
    job.body =
        R"({"clinic":"sakura-0123","audit_head":"1:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})";
    job.idempotency_key = std::string(64, 'b');
    const auto receipt = check_receipt(public_key.bytes, job, body, card::sign(bytes_of(body), key));
    if (!receipt) return must(receipt.error().code == "bad_receipt");
    must(receipt->number.starts_with('R') && receipt->number.size() <= 20);
    must(body.find(content_digest(job.body)) != std::string_view::npos);
    must(receipt->body == body);
}

void problem(std::string_view body) {
    const auto reasons = parse_problem(422, body);
    must(!reasons.empty() && reasons.size() <= 100);
    for (const ProblemReason& reason : reasons) {
        must(fit_for_a_screen(reason.text));
        must(reason.pointer.empty() || reason.pointer.front() == '/');
    }
    report::SendOutcome outcome;
    for (const ProblemReason& reason : reasons) outcome.reasons.push_back({reason.pointer, reason.text});
    must(report::parse_outcome(report::outcome_text(outcome)) == outcome);
    report::Row row;
    row.use_id = "x";
    for (const report::RefusalReason& tied : report::tie_reasons(outcome, {"", {"x", "y"}}, {row}))
        must(!tied.row || *tied.row == 0);
}

template <class Answer>
void named(const Result<Answer>& answer) {
    if (!answer) must(answer.error().code == "bad_answer" && is_utf8(answer.error().message.ja));
}

void roster(std::string_view body) {
    const auto answer = read_roster(body);
    named(answer);
    if (!answer) return;
    must(answer->issuer.size() == 6 && answer->users.size() <= 20'000);
    for (const clinic::Registration& user : answer->users)
        must(!user.user_number.empty() && is_utf8(user.name) && user.children.size() <= 10);
}

void balance(std::string_view body) {
    const auto answer = read_balance(body);
    named(answer);
    if (!answer) return;
    for (const BalanceAnswer::Use& use : answer->uses)
        must(use.days >= 1 && use.days <= 60 && use.units >= 1 && use.units <= 60 && !use.clinic.empty());
}

void revocations(std::string_view body) {
    const auto answer = read_revocations(body);
    named(answer);
    if (!answer) return;
    for (const RevocationAnswer::Entry& entry : answer->revoked)
        must(entry.kind == "user" || from_hex(entry.subject).has_value());
}

void programmes(std::string_view body) {
    const auto answer = read_programmes(body);
    named(answer);
    if (answer) must(answer->issuer.size() == 6 && answer->messages.size() <= 100);
}

void headers(std::string_view value) {
    const auto wait = parse_retry_after(value, make_date(2026, 12, 1));
    must(!wait || wait->count() >= 0);
    const auto signature = parse_signature(value);
    must(!signature || signature->size() == 64);
}

void kept(std::string_view text) {
    (void)report::parse_outcome(text);
    (void)report::read_frozen(text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view rest(reinterpret_cast<const char*>(data) + 1, size - 1);
    switch (data[0]) {
        case 'c':
            receipt(rest);
            break;
        case 'p':
            problem(rest);
            break;
        case 'r':
            roster(rest);
            break;
        case 'b':
            balance(rest);
            break;
        case 'v':
            revocations(rest);
            break;
        case 'g':
            programmes(rest);
            break;
        case 'h':
            headers(rest);
            break;
        case 'k':
            kept(rest);
            break;
        default:
            break;
    }
    return 0;
}
