#include "shared/sync/receipt.h"

#include "shared/base/date.h"
#include "shared/card/keys.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

namespace sango::sync {
namespace {

using nlohmann::json;

Error bad_receipt() {
    return error("bad_receipt",
                 "自治体の受理書を確かめられません。送信済みにはしません。自動で送り直します。続くときは自治"
                 "体に連絡してください。",
                 "The municipality's receipt cannot be verified, so this does not count as sent. It will be "
                 "sent again; "
                 "if this goes on, call the municipality.");
}

std::string_view text_member(const json& object, const char* name) {
    const auto found = object.find(name);
    if (found == object.end()) return {};
    const auto* words = found->get_ptr<const std::string*>();
    return words == nullptr ? std::string_view() : std::string_view(*words);
}

bool digits(std::string_view text, std::size_t least, std::size_t most) {
    return text.size() >= least && text.size() <= most &&
           std::all_of(text.begin(), text.end(), [](char sign) { return sign >= '0' && sign <= '9'; });
}

/// "R8-11-0412"
bool is_number(std::string_view text) {
    if (!text.starts_with('R')) return false;
    text.remove_prefix(1);
    const auto first = text.find('-');
    const auto second = text.find('-', first + 1);
    if (first == std::string_view::npos || second != first + 3) return false;
    const auto month = text.substr(first + 1, 2);
    return digits(text.substr(0, first), 1, 3) && digits(month, 2, 2) && month >= "01" && month <= "12" &&
           digits(text.substr(second + 1), 4, 9);
}

/// "1234:<64 hexadecimal digits>"
bool is_head(std::string_view text) {
    const auto colon = text.find(':');
    return colon != std::string_view::npos && digits(text.substr(0, colon), 1, 15) &&
           text.size() == colon + 65 &&
           text.find_first_not_of("0123456789abcdef", colon + 1) == std::string_view::npos;
}

bool has_exactly_the_members(const json& receipt) {
    constexpr std::array<const char*, 9> kMembers{"number",         "issuer",      "clinic",
                                                  "kind",           "subject",     "idempotency_key",
                                                  "content_digest", "received_at", "audit_head"};
    return receipt.is_object() && receipt.size() == kMembers.size() &&
           std::all_of(kMembers.begin(), kMembers.end(),
                       [&](const char* name) { return receipt.contains(name); });
}

}  // namespace

std::string content_digest(std::string_view body) {
    return "sha-256=:" + base64(card::sha256(bytes_of(body))) + ":";
}

std::optional<Bytes> parse_signature(std::string_view header) {
    constexpr std::string_view kBefore = "ed25519=:";
    if (!header.starts_with(kBefore) || !header.ends_with(':') || header.size() < kBefore.size() + 1)
        return std::nullopt;
    header.remove_prefix(kBefore.size());
    header.remove_suffix(1);
    auto signature = from_base64(header);
    if (!signature || signature->size() != 64) return std::nullopt;
    return signature;
}

std::string_view own_member(std::string_view body, std::string_view name) {
    int depth = 0;
    bool found = false;  // the name was read, and its value comes next
    for (std::size_t at = 0; at < body.size(); ++at) {
        const char sign = body[at];
        if (sign == '{' || sign == '[') ++depth;
        if (sign == '}' || sign == ']') --depth;
        if (sign != '"') continue;
        const std::size_t begin = ++at;
        while (at < body.size() && body[at] != '"') at += body[at] == '\\' ? 2 : 1;
        if (at >= body.size()) return {};
        const std::string_view text = body.substr(begin, at - begin);
        const bool is_name = at + 1 < body.size() && body[at + 1] == ':';
        if (found) return is_name || text.find('\\') != std::string_view::npos ? std::string_view() : text;
        // A value that is no string ends the search with nothing.
        if (depth == 1 && is_name && text == name) {
            if (at + 2 >= body.size() || body[at + 2] != '"') return {};
            found = true;
        }
    }
    return {};
}

Result<Receipt> check_receipt(BytesView receipt_key, const Job& job, std::string_view body,
                              BytesView signature) {
    return check_receipt(receipt_key, job, content_digest(job.body), body, signature);
}

Result<Receipt> check_receipt(BytesView receipt_key, const Job& job, std::string_view digest,
                              std::string_view body, BytesView signature) {
    card::PublicKey key;
    if (receipt_key.size() != key.bytes.size()) return bad_receipt();
    std::copy(receipt_key.begin(), receipt_key.end(), key.bytes.begin());
    if (!card::verify(bytes_of(body), signature, key)) return bad_receipt();

    const json receipt = json::parse(body, nullptr, false);
    if (receipt.is_discarded() || !has_exactly_the_members(receipt)) return bad_receipt();
    const std::string_view clinic = own_member(job.body, "clinic");
    if (clinic.empty() || text_member(receipt, "clinic") != clinic ||
        text_member(receipt, "kind") != job.kind ||
        text_member(receipt, "idempotency_key") != job.idempotency_key ||
        text_member(receipt, "content_digest") != digest)
        return bad_receipt();
    const std::string_view subject = text_member(receipt, "subject");
    const auto received_at = parse_instant(text_member(receipt, "received_at"));
    if (!is_number(text_member(receipt, "number")) || !digits(text_member(receipt, "issuer"), 6, 6) ||
        !received_at || subject.empty() || subject.size() > 64)
        return bad_receipt();
    const std::string_view head = text_member(receipt, "audit_head");
    if (receipt["audit_head"].is_null() ? job.kind == "report" : !is_head(head)) return bad_receipt();
    if (job.kind == "report" && head != own_member(job.body, "audit_head")) return bad_receipt();

    return Receipt{std::string(text_member(receipt, "number")), std::string(body),
                   Bytes(signature.begin(), signature.end()), std::string(head), *received_at};
}

}  // namespace sango::sync
