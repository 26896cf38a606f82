#include "shared/sync/line_failure.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include <curl/curl.h>

namespace sango::sync {
namespace {

// X509_V_ERR_* as OpenSSL numbers them; the numbers are part of its interface.
constexpr long kUnspecified = 1;  // libcurl's word while it compares the name, after the chain held
constexpr long kNotYetValid = 9;
constexpr long kExpired = 10;
constexpr long kHostMismatch = 62;
constexpr long kAddressMismatch = 64;

Error certificate_failure(long verify_result) {
    switch (verify_result) {
        case kExpired:
            return error("certificate_expired",
                         "自治体のサーバーの証明書が期限切れです。この端末の日付を確かめ、正しければ自治体に"
                         "連絡してください。",
                         "The municipality's certificate has expired. Check this terminal's date; if it is "
                         "right, call "
                         "the municipality.");
        case kNotYetValid:
            return error(
                "certificate_not_yet_valid",
                "自治体のサーバーの証明書がまだ有効になっていません。この端末の日付を確かめてください。",
                "The municipality's certificate is not valid yet. Check this terminal's date.");
        case 0:
        case kUnspecified:
        case kHostMismatch:
        case kAddressMismatch:
            return error(
                "wrong_host",
                "つながった先の証明書は別のサーバーのものです。送信先の設定を確かめ、自治体に連絡してください"
                "。",
                "The certificate belongs to another server. Check the address in the settings and call the "
                "municipality.");
        default:
            return error("stranger",
                         "つながった先の証明書が、この自治体のものと確かめられません。何も送っていません。"
                         "自治体に連絡してください。",
                         "The other end cannot be shown to be the municipality. Nothing was sent. Call the "
                         "municipality.");
    }
}

/// Their side ended the handshake because of our certificate (a TLS alert). Under TLS 1.3 the alert comes
/// with the first read after the handshake.
bool they_refuse_us(std::string_view words) {
    std::string lower(words);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char sign) { return static_cast<char>(std::tolower(sign)); });
    constexpr std::array<std::string_view, 8> kAlerts{
        "alert certificate required", "alert bad certificate",     "alert unknown ca",
        "alert certificate expired",  "alert certificate revoked", "alert unsupported certificate",
        "alert certificate unknown",  "alert access denied"};
    return std::any_of(kAlerts.begin(), kAlerts.end(),
                       [&](std::string_view alert) { return lower.find(alert) != std::string::npos; });
}

}  // namespace

Error clinic_not_accepted() {
    return error(
        "clinic_not_accepted",
        "自治体がこの施設の証明書を受け付けません。証明書の更新について自治体に連絡してください。",
        "The municipality does not accept this clinic's certificate. Call the municipality to renew it.");
}

Error cancelled() {
    return error("cancelled", "送信を取りやめました。あとで送り直せます。",
                 "Sending was stopped. It can be sent again later.");
}

Error answer_too_large() {
    return error("answer_too_large",
                 "自治体の返事が大きすぎます。自動で送り直します。続くときは自治体に連絡してください。",
                 "The municipality's answer is too large. It will be sent again; if this goes on, call the "
                 "municipality.");
}

Error no_memory() {
    return error("no_memory", "メモリが足りません。端末を再起動してください。",
                 "Out of memory. Restart the terminal.");
}

Error line_failure(int curl_code, long verify_result, std::string_view words) {
    switch (curl_code) {
        case CURLE_COULDNT_RESOLVE_HOST:
        case CURLE_COULDNT_RESOLVE_PROXY:
            return error("no_network", "インターネットにつながっていません。つながり次第、自動で送ります。",
                         "No connection to the internet. It will be sent when there is one.");
        case CURLE_COULDNT_CONNECT:
            return error("unreachable", "自治体のサーバーにつながりません。時間をおいて自動で送り直します。",
                         "The municipality's server cannot be reached. It will be tried again.");
        case CURLE_OPERATION_TIMEDOUT:
            return error("timeout", "自治体から時間内に返事がありません。自動で送り直します。",
                         "No answer from the municipality in time. It will be sent again.");
        case CURLE_PEER_FAILED_VERIFICATION:
            // libcurl's code for their alert "certificate expired" too, which speaks of ours.
            if (verify_result <= kUnspecified && words.find("name") == std::string_view::npos)
                return clinic_not_accepted();
            return certificate_failure(verify_result);
        case CURLE_SSL_CERTPROBLEM:
            return error(
                "no_certificate",
                "この施設の証明書か鍵のファイルを読めません。設定で証明書を入れ直してください。",
                "This clinic's certificate or key cannot be read. Install them again in the settings.");
        case CURLE_SSL_CACERT_BADFILE:
            return error(
                "bad_authority", "自治体の認証局のファイルを読めません。設定で入れ直してください。",
                "The file of the municipality's authority cannot be read. Install it again in the settings.");
        case CURLE_OUT_OF_MEMORY:
            return no_memory();
        case CURLE_URL_MALFORMAT:
        case CURLE_UNSUPPORTED_PROTOCOL:
            return error("bad_url", "送信先のアドレスが正しくありません。設定を確かめてください。",
                         "The address to send to is not right. Check the settings.");
        default:
            break;
    }
    if (they_refuse_us(words)) return clinic_not_accepted();
    if (curl_code == CURLE_SSL_CONNECT_ERROR || curl_code == CURLE_SSL_CIPHER)
        return error(
            "tls",
            "自治体のサーバーと安全な接続ができません。自動で送り直します。続くときは自治体に連絡してください"
            "。",
            "No secure connection to the municipality. It will be tried again; if this goes on, call the "
            "municipality.");
    return error("broken_line", "通信が途中で切れました。自動で送り直します(二重にはなりません)。",
                 "The line broke. It will be sent again, and counts once only.");
}

}  // namespace sango::sync
