#include "shared/sync/delivery.h"

#include "shared/base/clock.h"
#include "shared/sync/http.h"
#include "shared/sync/problem.h"
#include "shared/sync/receipt.h"
#include "shared/sync/retry_after.h"

namespace sango::sync {
namespace {

Answer later(int status, Error why) {
    Answer answer;
    answer.outcome = Answer::Outcome::later;
    answer.http_status = status;
    answer.error = std::move(why);
    return answer;
}

std::optional<std::chrono::seconds> wait_of(const HttpReply& reply) {
    const auto value = reply.header("retry-after");
    if (!value) return std::nullopt;
    // By their own clock where they tell it: ours may be wrong.
    const auto their_now = parse_http_date(reply.header("date").value_or(""));
    return parse_retry_after(*value, their_now ? *their_now : SystemClock().now());
}

Answer refused(const HttpReply& reply) {
    Answer answer;
    answer.outcome = Answer::Outcome::refused;
    answer.http_status = reply.status;
    answer.reasons = parse_problem(reply.status, reply.body);
    answer.error =
        error("refused", "自治体が受け取りませんでした。理由を確かめて、直してから送り直してください。",
              "The municipality did not take it. Look at the reasons, mend them and send again.");
    return answer;
}

Answer taken(const Endpoint& endpoint, const Job& job, std::string_view digest, const HttpReply& reply) {
    const auto signature = parse_signature(reply.header("receipt-signature").value_or(""));
    auto receipt =
        check_receipt(endpoint.receipt_key, job, digest, reply.body, signature ? *signature : Bytes());
    if (!receipt) return later(reply.status, receipt.error());
    Answer answer;
    answer.outcome = Answer::Outcome::accepted;
    answer.http_status = reply.status;
    answer.receipt = std::move(*receipt);
    return answer;
}

}  // namespace

Answer deliver(const Endpoint& endpoint, const Job& job, const Progress& progress,
               std::chrono::seconds limit) {
    const std::string digest = content_digest(job.body);
    HttpRequest request{endpoint, job.path, {}, job.body, std::size_t{1} << 20, limit};
    request.headers = {"Content-Type: application/json", "Accept: application/json, application/problem+json",
                       "Idempotency-Key: \"" + job.idempotency_key + "\"", "Content-Digest: " + digest};
    const auto reply = http_exchange(request, progress);
    if (!reply) return later(0, reply.error());
    const int status = reply->status;
    if (status == 200 || status == 201) return taken(endpoint, job, digest, *reply);
    if (status >= 400 && !means_later(status)) return refused(*reply);
    Answer answer = later(status, unexpected_status(status));
    answer.retry_after = wait_of(*reply);
    return answer;
}

}  // namespace sango::sync
