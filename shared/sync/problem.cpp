#include "shared/sync/problem.h"

#include "shared/base/text.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace sango::sync {
namespace {

using nlohmann::json;

constexpr std::size_t kMostReasons = 100;
constexpr std::size_t kMostBytes = 500;

/// What a stranger wrote, fit for one line on our screen.
std::string tame(std::string_view text) {
    std::string out;
    for (const char32_t point : code_points(text)) {
        const bool control = point < 0x20 || (point >= 0x7f && point < 0xa0) || point == 0x2028 ||
                             point == 0x2029 || (point >= 0x202a && point <= 0x202e) ||
                             (point >= 0x2066 && point <= 0x2069);
        std::string sign;
        append_utf8(sign, control ? U' ' : point);
        if (out.size() + sign.size() > kMostBytes) break;
        out += sign;
    }
    return std::string(trim(out));
}

std::string text_at(const json& object, const char* name) {
    if (!object.is_object()) return {};
    const auto found = object.find(name);
    if (found == object.end() || !found->is_string()) return {};
    return found->get<std::string>();
}

bool is_pointer(std::string_view text) {
    return text.size() <= 200 && (text.empty() || text.front() == '/') && tame(text) == text;
}

Message plain(int http_status) {
    const std::string status = std::to_string(http_status);
    return {"自治体が受け取りませんでした(番号" + status + ")。自治体に理由を確かめてください。",
            "The municipality did not take it (status " + status + "). Ask the municipality why."};
}

}  // namespace

std::vector<ProblemReason> parse_problem(int http_status, std::string_view body) {
    std::vector<ProblemReason> reasons;
    const json problem = json::parse(body, nullptr, false);
    if (problem.is_object() && problem.contains("errors") && problem["errors"].is_array()) {
        for (const json& entry : problem["errors"]) {
            if (reasons.size() == kMostReasons) break;
            Message text{tame(text_at(entry, "detail_ja")), tame(text_at(entry, "detail"))};
            if (text.ja.empty()) text.ja = text.en;
            if (text.en.empty()) text.en = text.ja;
            if (text.en.empty()) continue;
            std::string pointer = text_at(entry, "pointer");
            if (!is_pointer(pointer)) pointer.clear();
            reasons.push_back({std::move(pointer), std::move(text)});
        }
    }
    if (!reasons.empty()) return reasons;
    std::string detail = tame(text_at(problem, "detail"));
    if (detail.empty()) detail = tame(text_at(problem, "title"));
    if (detail.empty()) return {{"", plain(http_status)}};
    return {{"", {plain(http_status).ja + " " + detail, detail}}};
}

bool means_later(int status) {
    return status == 408 || status == 425 || status == 429 || status >= 500;
}

Error unexpected_status(int status) {
    if (status >= 500)
        return error("server_error",
                     "自治体のサーバーが一時的に使えません。時間をおいて、自動でもう一度試します。",
                     "The municipality's server is not available for now. It will be tried again.");
    if (status >= 400)
        return error("busy", "自治体のサーバーが混み合っています。時間をおいて、自動でもう一度試します。",
                     "The municipality's server is busy. It will be tried again.");
    if (status >= 300)
        return error(
            "redirected",
            "自治体のサーバーが別の場所を案内しました。安全のため、そちらにはつなぎません。送信先の設定を自治"
            "体に"
            "確かめてください。",
            "The municipality's server points to another place. For safety nothing goes there. Ask the "
            "municipality for the right address.");
    return error(
        "no_receipt",
        "自治体の返事に受理書がありません。自動で送り直します。続くときは自治体に連絡してください。",
        "The municipality's answer holds no receipt. It will be sent again; if this goes on, call the "
        "municipality.");
}

}  // namespace sango::sync
