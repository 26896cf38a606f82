#include "shared/sync/delivery.h"

#include "shared/base/clock.h"
#include "shared/sync/http.h"
#include "shared/sync/problem.h"
#include "shared/sync/receipt.h"
#include "shared/sync/retry_after.h"

namespace sango::sync {
namespace {

/// 408 Request Timeout, 425 Too Early, 429 Too Many Requests and the server's own faults.
bool means_later(int status) {
    return status == 408 || status == 425 || status == 429 || status >= 500;
}

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

Answer taken(const Endpoint& endpoint, const Job& job, const HttpReply& reply) {
    const auto signature = parse_signature(reply.header("receipt-signature").value_or(""));
    auto receipt = check_receipt(endpoint.receipt_key, job, reply.body, signature ? *signature : Bytes());
    if (!receipt) return later(reply.status, receipt.error());
    Answer answer;
    answer.outcome = Answer::Outcome::accepted;
    answer.http_status = reply.status;
    answer.receipt = std::move(*receipt);
    return answer;
}

Error unexpected(int status) {
    if (status >= 500)
        return error("server_error", "自治体のサーバーが一時的に使えません。時間をおいて自動で送り直します。",
                     "The municipality's server is not available for now. It will be tried again.");
    if (status >= 400)
        return error("busy", "自治体のサーバーが混み合っています。時間をおいて自動で送り直します。",
                     "The municipality's server is busy. It will be tried again.");
    if (status >= 300)
        return error(
            "redirected",
            "自治体のサーバーが別の場所を案内しました。安全のため送っていません。送信先の設定を自治体に確かめ"
            "てください。",
            "The municipality's server points to another place. For safety nothing goes there. Ask the "
            "municipality for the right address.");
    return error(
        "no_receipt",
        "自治体の返事に受理書がありません。自動で送り直します。続くときは自治体に連絡してください。",
        "The municipality's answer holds no receipt. It will be sent again; if this goes on, call the "
        "municipality.");
}

}  // namespace

Answer deliver(const Endpoint& endpoint, const Job& job, const Progress& progress,
               std::chrono::seconds limit) {
    HttpRequest request{endpoint, job.path, {}, job.body, std::size_t{1} << 20, limit};
    request.headers = {"Content-Type: application/json", "Accept: application/json, application/problem+json",
                       "Idempotency-Key: \"" + job.idempotency_key + "\"",
                       "Content-Digest: " + content_digest(job.body)};
    const auto reply = http_exchange(request, progress);
    if (!reply) return later(0, reply.error());
    const int status = reply->status;
    if (status == 200 || status == 201) return taken(endpoint, job, *reply);
    if (status >= 400 && !means_later(status)) return refused(*reply);
    Answer answer = later(status, unexpected(status));
    answer.retry_after = wait_of(*reply);
    return answer;
}

}  // namespace sango::sync
