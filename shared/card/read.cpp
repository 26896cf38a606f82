#include "shared/card/read.h"

#include "shared/card/base45.h"
#include "shared/card/cose.h"

#include <algorithm>
#include <vector>

namespace sango::card {
namespace {

/// Wedge scanners and files may end the text with these; they are no signs of Base45.
std::string_view without_line_end(std::string_view text) {
    while (!text.empty() && (text.back() == '\r' || text.back() == '\n' || text.back() == '\t')) {
        text.remove_suffix(1);
    }
    return text;
}

std::optional<Sign1> open(std::string_view text) {
    text = without_line_end(text);
    if (!text.starts_with(kCardPrefix) || text.size() > kMaxCardCharacters) {
        return std::nullopt;
    }
    const auto bytes = from_base45(text.substr(kCardPrefix.size()));
    if (!bytes || bytes->size() > kMaxCardBytes) {
        return std::nullopt;
    }
    return read_sign1(*bytes);
}

/// Whether this machine's time can be believed in front of a card signed at `issued_at`.
bool clock_is_wrong(Instant now, Instant issued_at) {
    return now < kEarliestNow || now < issued_at - kClockTolerance;
}

}  // namespace

Result<Claims, Failure> read_text(std::string_view qr_text, const Trust& trust,
                                  const Revocations& revocations, Instant now, bool clock_trustworthy) {
    const auto message = open(qr_text);
    if (!message) {
        return Failure::foreign;
    }
    const auto candidates = trust.candidates(message->key_id);
    if (candidates.empty()) {
        return Failure::unknown_issuer;
    }
    // The codes of every key that signed this: two municipalities may share one key.
    std::vector<std::string_view> signers;
    for (const TrustedKey& candidate : candidates) {
        if (verify_sign1(*message, candidate.key)) {
            signers.push_back(candidate.issuer);
        }
    }
    if (signers.empty()) {
        return Failure::bad_signature;
    }
    auto claims = decode_claims(message->payload);
    if (!claims) {
        return Failure::foreign;
    }
    if (std::ranges::find(signers, claims->issuer) == signers.end()) {
        return Failure::bad_signature;
    }
    if (is_revoked(revocations, *claims)) {
        return Failure::revoked;
    }
    if (is_used(revocations, *claims)) {
        return Failure::already_used;
    }
    if (!clock_trustworthy || clock_is_wrong(now, claims->issued_at)) {
        return Failure::clock;
    }
    if (now < claims->not_before) {
        return Failure::not_yet_valid;
    }
    if (now >= claims->expires) {
        return Failure::expired;
    }
    return *std::move(claims);
}

Result<Claims, Failure> read_picture(const LuminanceView& picture, Effort effort, const Trust& trust,
                                     const Revocations& revocations, Instant now, bool clock_trustworthy) {
    const auto text = find_code(picture, effort);
    if (!text) {
        return Failure::unreadable;
    }
    return read_text(*text, trust, revocations, now, clock_trustworthy);
}

std::string_view word(Failure failure) {
    switch (failure) {
        case Failure::unreadable:
            return "unreadable";
        case Failure::foreign:
            return "foreign";
        case Failure::unknown_issuer:
            return "unknown_issuer";
        case Failure::bad_signature:
            return "bad_signature";
        case Failure::expired:
            return "expired";
        case Failure::not_yet_valid:
            return "not_yet_valid";
        case Failure::revoked:
            return "revoked";
        case Failure::already_used:
            return "already_used";
        case Failure::clock:
            return "clock";
    }
    return "unreadable";
}

Message sentence(Failure failure) {
    switch (failure) {
        case Failure::foreign:
            return {
                "産後ケアの利用者カードではない二次元コードです。利用者カードか電子クーポンをお出しいただいて"
                "ください。",
                "This code is not a postpartum-care card. Ask for the user card or the e-coupon."};
        case Failure::unknown_issuer:
            return {
                "この端末に登録されていない市区町村のカードです。市区町村名をご確認のうえ、設定で公開鍵を登録"
                "してください。",
                "The municipality that issued this card is not registered here. Check which one it is and "
                "add "
                "its public key in the settings."};
        case Failure::bad_signature:
            return {
                "カードの署名が正しくありません。このカードでは受付せず、発行した市区町村にお問い合わせくださ"
                "い。",
                "The card's signature is wrong. Do not check in with it; ask the municipality that issued "
                "it."};
        case Failure::expired:
            return {"カードの有効期限が切れています。新しいカードをお持ちでないか、お尋ねください。",
                    "The card has expired. Ask whether there is a newer one."};
        case Failure::not_yet_valid:
            return {"カードの有効期間がまだ始まっていません。いつから使えるかを市区町村にご確認ください。",
                    "The card is not valid yet. Ask the municipality from when it can be used."};
        case Failure::revoked:
            return {"取り消されたか、再発行で古くなったカードです。新しいカードをお出しいただいてください。",
                    "The card was revoked or replaced by a reissued one. Ask for the new card."};
        case Failure::already_used:
            return {"このクーポンはすでに使われています。別のクーポンをお出しいただいてください。",
                    "This coupon has already been used. Ask for another one."};
        case Failure::clock:
            return {
                "この端末の日付と時刻が正しくないため、カードを確かめられません。時計を合わせてから、もう一度"
                "読み取ってください。",
                "The card cannot be checked because this machine's date and time are wrong. Set the clock, "
                "then "
                "scan again."};
        case Failure::unreadable:
            break;
    }
    return {
        "二次元コードを読み取れませんでした。明るい所でカード全体を枠に合わせるか、利用者番号を入力してくださ"
        "い。",
        "No code could be read. Hold the whole card in the frame in good light, or type the user number."};
}

}  // namespace sango::card
