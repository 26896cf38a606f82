#include "shared/sync/http.h"

#include "shared/sync/line_failure.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <mutex>
#include <new>

#include <curl/curl.h>
#include <curl/curlver.h>
#include <poll.h>

namespace sango::sync {
namespace {

constexpr std::size_t kMostHeaderBytes = std::size_t{64} << 10;

struct FreeEasy {
    void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Easy = std::unique_ptr<CURL, FreeEasy>;
using List = std::unique_ptr<curl_slist, FreeList>;

/// What the callbacks fill while the exchange runs.
struct Inbox {
    HttpReply reply;
    std::size_t most_answer = 0;
    std::size_t header_bytes = 0;
    bool too_large = false;
    bool cancelled = false;
    bool no_memory = false;
    const Progress* progress = nullptr;
    std::size_t total = 0;
};

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
    while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
    return text;
}

/// Callbacks stand below frames of C, which no exception may cross.
template <class Take>
std::size_t guarded(Inbox& inbox, Take&& take) {
    try {
        return take();
    } catch (const std::bad_alloc&) {
        inbox.no_memory = true;
        return 0;
    }
}

std::size_t keep_header(Inbox& inbox, const char* bytes, std::size_t count) {
    inbox.header_bytes += count;
    if (inbox.header_bytes > kMostHeaderBytes) {
        inbox.too_large = true;
        return 0;
    }
    const std::string_view line(bytes, count);
    if (line.starts_with("HTTP/")) inbox.reply.headers.clear();  // an interim answer (1xx) came before
    if (const auto colon = line.find(':'); colon != std::string_view::npos) {
        std::string name(line.substr(0, colon));
        std::transform(name.begin(), name.end(), name.begin(),
                       [](unsigned char sign) { return static_cast<char>(std::tolower(sign)); });
        inbox.reply.headers.emplace_back(std::move(name), trimmed(line.substr(colon + 1)));
    }
    return count;
}

std::size_t take_header(char* bytes, std::size_t, std::size_t count, void* user) {
    Inbox& inbox = *static_cast<Inbox*>(user);
    return guarded(inbox, [&] { return keep_header(inbox, bytes, count); });
}

std::size_t take_body(char* bytes, std::size_t, std::size_t count, void* user) {
    Inbox& inbox = *static_cast<Inbox*>(user);
    if (count > inbox.most_answer - inbox.reply.body.size()) {
        inbox.too_large = true;
        return 0;
    }
    return guarded(inbox, [&] {
        inbox.reply.body.append(bytes, count);
        return count;
    });
}

int tell_progress(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t sent) {
    Inbox& inbox = *static_cast<Inbox*>(user);
    if (inbox.progress == nullptr || !*inbox.progress) return 0;
    inbox.cancelled = !(*inbox.progress)(std::min(static_cast<std::size_t>(sent), inbox.total), inbox.total);
    return inbox.cancelled ? 1 : 0;
}

/// A handle that trusts nothing but the endpoint's files. Fresh for each exchange: in libcurl before 8.20.1 a
/// connection may be used again under another client certificate.
Easy make_handle(const HttpRequest& request, Inbox& inbox) {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    Easy easy(curl_easy_init());
    if (!easy) return easy;
    CURL* handle = easy.get();
    const auto set = [handle](CURLoption option, auto value) { curl_easy_setopt(handle, option, value); };
    const std::string url = request.endpoint.url + std::string(request.path);
    set(CURLOPT_URL, url.c_str());
#if LIBCURL_VERSION_NUM >= 0x075500
    set(CURLOPT_PROTOCOLS_STR, "https");
#else
    set(CURLOPT_PROTOCOLS, static_cast<long>(CURLPROTO_HTTPS));
#endif
    set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_PATH_AS_IS, 1L);
    set(CURLOPT_PROXY, "");
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_TCP_NODELAY, 1L);
    set(CURLOPT_FRESH_CONNECT, 1L);
    set(CURLOPT_FORBID_REUSE, 1L);

    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    set(CURLOPT_SSL_SESSIONID_CACHE, 0L);
    set(CURLOPT_CAINFO, request.endpoint.authority.c_str());
    set(CURLOPT_CAPATH,
        static_cast<const char*>(nullptr));  // the packaged default is the system's authorities
    set(CURLOPT_SSLCERT, request.endpoint.certificate.c_str());
    set(CURLOPT_SSLKEY, request.endpoint.key.c_str());

    set(CURLOPT_CONNECTTIMEOUT, std::min(10L, static_cast<long>(request.limit.count())));
    set(CURLOPT_TIMEOUT, static_cast<long>(request.limit.count()));
    set(CURLOPT_LOW_SPEED_LIMIT, 30L);
    set(CURLOPT_LOW_SPEED_TIME, 20L);

    set(CURLOPT_HEADERFUNCTION, take_header);
    set(CURLOPT_HEADERDATA, static_cast<void*>(&inbox));
    set(CURLOPT_WRITEFUNCTION, take_body);
    set(CURLOPT_WRITEDATA, static_cast<void*>(&inbox));
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, tell_progress);
    set(CURLOPT_XFERINFODATA, static_cast<void*>(&inbox));
    if (request.body) {
        set(CURLOPT_POSTFIELDS, request.body->data());
        set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body->size()));
    }
    return easy;
}

/// nullptr where there is no memory: a request without its key must not go out.
List make_headers(const HttpRequest& request) {
    List list(curl_slist_append(nullptr, "Expect:"));  // a second of waiting for "100 Continue" otherwise
    for (const std::string& header : request.headers) {
        curl_slist* longer = list ? curl_slist_append(list.get(), header.c_str()) : nullptr;
        if (longer == nullptr) return nullptr;
        (void)list.release();
        list.reset(longer);
    }
    return list;
}

long verified_by(CURL* handle) {
    long result = 0;
    curl_easy_getinfo(handle, CURLINFO_SSL_VERIFYRESULT, &result);
    return result;
}

/// Shakes hands, writes nothing, and tells why they hung up if they did.
Error knock(const HttpRequest& request, long highest_tls, int listen_ms) {
    Inbox inbox;
    const HttpRequest nothing{request.endpoint, request.path, {}, std::nullopt, 0, std::chrono::seconds(5)};
    const Easy easy = make_handle(nothing, inbox);
    if (!easy) return no_memory();
    std::array<char, CURL_ERROR_SIZE> words{};
    curl_easy_setopt(easy.get(), CURLOPT_ERRORBUFFER, words.data());
    curl_easy_setopt(easy.get(), CURLOPT_SSLVERSION,
                     static_cast<long>(CURL_SSLVERSION_TLSv1_2) | highest_tls);
    curl_easy_setopt(easy.get(), CURLOPT_CONNECT_ONLY, 1L);
    CURLcode code = curl_easy_perform(easy.get());
    curl_socket_t socket = CURL_SOCKET_BAD;
    if (code == CURLE_OK && curl_easy_getinfo(easy.get(), CURLINFO_ACTIVESOCKET, &socket) == CURLE_OK &&
        socket != CURL_SOCKET_BAD) {
        pollfd ready{socket, POLLIN, 0};
        std::array<char, 64> bytes{};
        std::size_t count = 0;
        if (::poll(&ready, 1, listen_ms) > 0)
            code = curl_easy_recv(easy.get(), bytes.data(), bytes.size(), &count);
    }
    return line_failure(code, verified_by(easy.get()), words.data());
}

/// Under TLS 1.3 a server looks at our certificate when we believe the handshake done, and its "no" may be
/// lost if it closes while we write. So when a line breaks right there we knock again: under TLS 1.2 the "no"
/// is part of the handshake. A server that speaks TLS 1.3 only is listened to for a second.
bool they_do_not_want_us(const HttpRequest& request) {
    const Error why = knock(request, CURL_SSLVERSION_MAX_TLSv1_2, 0);
    if (why.code == "tls")
        return knock(request, CURL_SSLVERSION_MAX_DEFAULT, 1000).code == "clinic_not_accepted";
    return why.code == "clinic_not_accepted";
}

}  // namespace

std::optional<std::string> HttpReply::header(std::string_view lower_case_name) const {
    std::optional<std::string> found;
    for (const auto& [name, value] : headers) {
        if (name != lower_case_name) continue;
        if (found) return std::nullopt;
        found = value;
    }
    return found;
}

Result<HttpReply> http_exchange(const HttpRequest& request, const Progress& progress) {
    Inbox inbox;
    inbox.most_answer = request.most_answer;
    inbox.progress = &progress;
    inbox.total = request.body ? request.body->size() : 0;
    const Easy easy = make_handle(request, inbox);
    if (!easy) return no_memory();
    const List headers = make_headers(request);
    if (!headers) return no_memory();
    curl_easy_setopt(easy.get(), CURLOPT_HTTPHEADER, headers.get());
    std::array<char, CURL_ERROR_SIZE> words{};
    curl_easy_setopt(easy.get(), CURLOPT_ERRORBUFFER, words.data());

    const CURLcode code = curl_easy_perform(easy.get());
    if (inbox.cancelled) return cancelled();
    if (inbox.too_large) return answer_too_large();
    if (inbox.no_memory) return no_memory();
    long status = 0;
    curl_easy_getinfo(easy.get(), CURLINFO_RESPONSE_CODE, &status);
    // A server may say no and hang up while we are still writing.
    const bool answered = code == CURLE_OK || (code == CURLE_SEND_ERROR && status >= 400);
    if (!answered) {
        const long verified = verified_by(easy.get());
        Error why = line_failure(code, verified, words.data());
        // verified 0: the handshake came as far as their certificate, which held.
        if (why.code == "broken_line" && verified == 0 && inbox.header_bytes == 0 &&
            they_do_not_want_us(request))
            return clinic_not_accepted();
        return why;
    }
    inbox.reply.status = static_cast<int>(status);
    return std::move(inbox.reply);
}

}  // namespace sango::sync
