#include "tests/municipality/server.h"

#include "tests/municipality/coupon_desk.h"
#include "tests/municipality/papers.h"
#include "tests/municipality/post_box.h"
#include "tests/municipality/programmes.h"
#include "tests/municipality/questionnaire.h"
#include "tests/municipality/questions.h"

#include <array>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>

#include <httplib.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

namespace sango::municipality {
namespace {

constexpr std::size_t kMostBytes = std::size_t{16} << 20;

X509* certificate_in(const std::string& pem) {
    BIO* memory = BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()));
    X509* certificate = PEM_read_bio_X509(memory, nullptr, nullptr, nullptr);
    BIO_free(memory);
    return certificate;
}

/// TLS 1.2 or later, our certificate, and none but clinics with a certificate of our authority.
bool set_up(SSL_CTX& tls, const Identity& identity, const std::string& authority) {
    SSL_CTX_set_min_proto_version(&tls, TLS1_2_VERSION);
    SSL_CTX_set_session_cache_mode(&tls, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_options(&tls, SSL_OP_NO_TICKET | SSL_OP_NO_RENEGOTIATION);
    X509* own = certificate_in(identity.certificate);
    X509* trusted = certificate_in(authority);
    BIO* memory = BIO_new_mem_buf(identity.key.data(), static_cast<int>(identity.key.size()));
    EVP_PKEY* key = PEM_read_bio_PrivateKey(memory, nullptr, nullptr, nullptr);
    BIO_free(memory);
    const bool fits = own != nullptr && trusted != nullptr && key != nullptr &&
                      SSL_CTX_use_certificate(&tls, own) == 1 && SSL_CTX_use_PrivateKey(&tls, key) == 1 &&
                      X509_STORE_add_cert(SSL_CTX_get_cert_store(&tls), trusted) == 1 &&
                      SSL_CTX_add_client_CA(&tls, trusted) == 1;
    X509_free(own);
    X509_free(trusted);
    EVP_PKEY_free(key);
    SSL_CTX_set_verify(&tls, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
    return fits;
}

/// The common name of the certificate that the clinic has shown.
std::string clinic_of(const httplib::Request& request) {
    X509* certificate = SSL_get1_peer_certificate(request.ssl);
    std::array<char, 128> name{};
    if (certificate != nullptr)
        X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), NID_commonName, name.data(),
                                  static_cast<int>(name.size()));
    X509_free(certificate);
    return name.data();
}

/// Exactly once, or as if it were not there.
std::string single(const httplib::Request& request, const char* header) {
    return request.get_header_value_count(header) == 1 ? request.get_header_value(header) : std::string();
}

void put(const Reply& reply, httplib::Response& response) {
    response.status = reply.status;
    for (const auto& [name, value] : reply.headers) response.set_header(name, value);
    response.set_content(reply.body, reply.type);
}

Reply refusal(const std::string& path) {
    return problem(422, "Refused on request", path == "/v1/reports" ? "/rows/0" : "/user_number",
                   "利用者番号を確かめてください。", "Please check the user number.");
}

}  // namespace

struct Server::State {
    const Office office;
    Ledger& ledger;
    const Clock& clock;
    std::unique_ptr<httplib::SSLServer> http;
    int own_port = 0;
    std::unique_ptr<BadLine> line;
    Mood mood;
    Mood question_mood;
    std::mutex lock;
    Reply before;  ///< what the request before was answered with
    std::thread thread;

    void route();
    void write(const httplib::Request& request, httplib::Response& response);
    /// Answers with what `make` answers, as badly as this turn wants it.
    void answer(Turn turn, const httplib::Request& request, httplib::Response& response,
                const std::function<Reply()>& make);
    /// One of what clinics ask for.
    void question(const char* path, std::function<Reply(const httplib::Request&)> reply);
};

void Server::State::answer(Turn turn, const httplib::Request& request, httplib::Response& response,
                           const std::function<Reply()>& make) {
    if (turn.how == Misbehaviour::refuse) return put(refusal(request.path), response);
    if (turn.how == Misbehaviour::status)
        return put(problem(turn.status, "On request", "", "ただいま受け取れません。", "Not taken."),
                   response);
    if (turn.how == Misbehaviour::server_error) {
        Reply busy =
            problem(503, "Service Unavailable", "", "ただいま混み合っています。", "Busy at the moment.");
        busy.headers.emplace_back("Retry-After", "1");
        return put(busy, response);
    }
    if (turn.how == Misbehaviour::redirect) {
        response.status = 307;
        return response.set_header("Location", "https://127.0.0.1:1/v1/elsewhere");
    }
    Reply reply = make();
    if (turn.how == Misbehaviour::reset && line) line->reset_now();
    if (turn.how == Misbehaviour::doubled) reply.body += reply.body;
    if (turn.how == Misbehaviour::forged)
        for (auto& [name, value] : reply.headers)
            if (name == "Receipt-Signature")
                value = "ed25519=:" +
                        base64(card::sign(bytes_of(reply.body), card::make_private_key(system_random()))) +
                        ":";
    {
        const std::lock_guard held(lock);
        if (turn.how == Misbehaviour::reordered)
            std::swap(reply, before);
        else
            before = reply;
    }
    put(reply, response);
    if (turn.how != Misbehaviour::truncated) return;
    response.body.clear();
    response.set_content_provider(
        reply.body.size(), reply.type,
        [body = reply.body](std::size_t offset, std::size_t, httplib::DataSink& sink) {
            if (offset == 0) sink.write(body.data(), body.size() / 2);
            return false;
        });
}

void Server::State::write(const httplib::Request& request, httplib::Response& response) {
    const Turn turn = mood.next();
    if (line) line->trickle(turn.how == Misbehaviour::slow);
    answer(turn, request, response, [&] {
        return take(office, ledger, clock,
                    {clinic_of(request), request.path, single(request, "Content-Type"),
                     single(request, "Idempotency-Key"), single(request, "Content-Digest"), request.body});
    });
}

void Server::State::question(const char* path, std::function<Reply(const httplib::Request&)> reply) {
    http->Get(path,
              [this, reply = std::move(reply)](const httplib::Request& request, httplib::Response& response) {
                  const Turn turn = question_mood.next();
                  if (line && turn.how == Misbehaviour::slow) line->trickle(true);
                  answer(turn, request, response, [&] { return reply(request); });
              });
}

void Server::State::route() {
    for (const char* path : {"/v1/uses", "/v1/uses/withdrawals", "/v1/cards/losses", "/v1/reports",
                             "/v1/invoices", "/v1/user-reports", "/v1/free-places", "/v1/incidents"})
        http->Post(path, [this](const httplib::Request& request, httplib::Response& response) {
            write(request, response);
        });
    question("/v1/roster", [this](const auto&) { return answer_roster(office, ledger, clock); });
    question(R"(/v1/users/([^/]{1,64})/uses)", [this](const httplib::Request& request) {
        return answer_uses(ledger, clock, request.matches[1].str());
    });
    question(R"(/v1/users/([^/]{1,64})/papers)", [this](const httplib::Request& request) {
        return answer_papers(ledger, clock, request.matches[1].str());
    });
    question("/v1/coupon-desk", [this](const httplib::Request& request) {
        return answer_coupon_desk(office, ledger, clock, clinic_of(request));
    });
    // What a user's phone opens. A municipality answers it without a client certificate; here, where nobody
    // but clinics is served, it shows how the token is checked.
    question(R"(/v1/coupon-desk/([^/]{1,64})/([^/]{10})/([^/]{1,64}))",
             [this](const httplib::Request& request) {
                 return answer_token(ledger, clock, request.matches[1].str(), request.matches[2].str(),
                                     request.matches[3].str());
             });
    question("/v1/questionnaire", [this](const httplib::Request& request) {
        return answer_questionnaire(office, ledger, clock, clinic_of(request));
    });
    question("/v1/revocations", [this](const auto&) { return answer_revocations(office, ledger, clock); });
    question("/v1/programmes", [this](const auto&) { return answer_programmes(office, clock); });
    http->set_error_handler([](const httplib::Request&, httplib::Response& response) {
        if (response.body.empty() && response.status >= 400)
            put(problem(response.status, response.status == 404 ? "Not Found" : "Not possible", Faults()),
                response);
    });
    http->set_exception_handler([](const httplib::Request&, httplib::Response& response, std::exception_ptr) {
        put(own_fault(error("fault", "自治体の側で失敗しました。", "The municipality's side failed.")),
            response);
    });
    http->set_payload_max_length(kMostBytes);
    http->set_tcp_nodelay(true);
    http->set_keep_alive_max_count(1);
}

Server::Server(std::unique_ptr<State> state) : state_(std::move(state)) {}

Result<std::unique_ptr<Server>> Server::start(const Office& office, Ledger& ledger, const Clock& clock,
                                              const ServeRequest& request) {
    auto authority = read_file(office.folder / "authority.pem");
    if (!authority) return authority.error();
    Identity identity;
    if (request.identity) {
        identity = *request.identity;
    } else {
        auto certificate = read_file(office.folder / "server.pem");
        if (!certificate) return certificate.error();
        auto key = read_file(office.folder / "server.key");
        if (!key) return key.error();
        identity = {*certificate, *key};
    }
    auto state =
        std::unique_ptr<State>(new State{office, ledger, clock, nullptr, 0, nullptr, {}, {}, {}, {}, {}});
    state->http =
        std::make_unique<httplib::SSLServer>([&](SSL_CTX& tls) { return set_up(tls, identity, *authority); });
    if (!state->http->is_valid())
        return error("bad_certificate", "サーバー証明書を使えません。",
                     "The server's certificate cannot be used.");
    state->route();
    const bool own_is_front = !request.bad_line;
    if (own_is_front && request.port != 0)
        state->own_port = state->http->bind_to_port("127.0.0.1", request.port) ? request.port : -1;
    else
        state->own_port = state->http->bind_to_any_port("127.0.0.1");
    if (state->own_port <= 0) return error("no_port", "ポートを開けません。", "The port cannot be opened.");
    if (request.bad_line) {
        auto line = BadLine::open(request.port, state->own_port);
        if (!line) return line.error();
        state->line = std::move(*line);
    }
    state->thread = std::thread([http = state->http.get()] { http->listen_after_bind(); });
    while (!state->http->is_running()) std::this_thread::yield();
    return std::unique_ptr<Server>(new Server(std::move(state)));
}

Server::~Server() {
    if (state_->line) state_->line->end();
    state_->http->stop();
    state_->thread.join();
}

int Server::port() const {
    return state_->line ? state_->line->port() : state_->own_port;
}

Mood& Server::mood() {
    return state_->mood;
}

Mood& Server::question_mood() {
    return state_->question_mood;
}

BadLine* Server::line() {
    return state_->line.get();
}

}  // namespace sango::municipality
