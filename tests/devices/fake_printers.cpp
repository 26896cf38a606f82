#include "tests/devices/fake_printers.h"

#include <array>
#include <stdexcept>

#include <arpa/inet.h>
#include <cups/cups.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sango::test {
namespace {

std::string text_of(ipp_t* request, const char* name) {
    ipp_attribute_t* found = ippFindAttribute(request, name, IPP_TAG_ZERO);
    const char* text = found == nullptr ? nullptr : ippGetString(found, 0, nullptr);
    return text == nullptr ? "" : text;
}

void describe_queue(ipp_t* answer, const std::string& reason, bool accepts) {
    ippAddString(answer, IPP_TAG_PRINTER, IPP_TAG_NAME, "printer-name", nullptr, "jimu");
    ippAddString(answer, IPP_TAG_PRINTER, IPP_TAG_TEXT, "printer-info", nullptr, "事務室");
    ippAddString(answer, IPP_TAG_PRINTER, IPP_TAG_URI, "printer-uri-supported", nullptr,
                 "ipp://localhost/printers/jimu");
    ippAddInteger(answer, IPP_TAG_PRINTER, IPP_TAG_ENUM, "printer-type", 4);
    ippAddInteger(answer, IPP_TAG_PRINTER, IPP_TAG_ENUM, "printer-state",
                  reason == "none" ? IPP_PSTATE_IDLE : IPP_PSTATE_PROCESSING);
    ippAddString(answer, IPP_TAG_PRINTER, IPP_TAG_KEYWORD, "printer-state-reasons", nullptr, reason.c_str());
    ippAddBoolean(answer, IPP_TAG_PRINTER, "printer-is-accepting-jobs", accepts ? 1 : 0);
}

}  // namespace

FakePrinters::FakePrinters() {
    listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof at;
    auto* address = reinterpret_cast<sockaddr*>(&at);
    if (listener_ < 0 || bind(listener_, address, size) != 0 || listen(listener_, 8) != 0 ||
        getsockname(listener_, address, &size) != 0)
        throw std::runtime_error("no loopback");
    port_ = ntohs(at.sin_port);
    thread_ = std::thread([this] { run(); });
}

FakePrinters::~FakePrinters() {
    ending_ = true;
    thread_.join();
    close(listener_);
}

std::vector<FakePrinters::Taken> FakePrinters::taken() const {
    const std::scoped_lock lock(mutex_);
    return taken_;
}

void FakePrinters::set_reason(std::string reason) {
    const std::scoped_lock lock(mutex_);
    reason_ = std::move(reason);
}

void FakePrinters::run() {
    while (!ending_) {
        pollfd waiting{listener_, POLLIN, 0};
        if (poll(&waiting, 1, 20) > 0) serve(listener_);
    }
}

void FakePrinters::serve(int listener) {
    http_t* line = httpAcceptConnection(listener, 1);
    std::array<char, HTTP_MAX_URI> uri{};
    while (line != nullptr && !ending_) {
        if (httpWait(line, 20) == 0) continue;
        if (httpReadRequest(line, uri.data(), uri.size()) != HTTP_STATE_POST) break;
        while (httpUpdate(line) == HTTP_STATUS_CONTINUE) {
        }
        if (httpGetExpect(line) == HTTP_STATUS_CONTINUE) httpWriteResponse(line, HTTP_STATUS_CONTINUE);
        ipp_t* request = ippNew();
        ipp_state_t state{};
        while ((state = ippRead(line, request)) != IPP_STATE_DATA && state != IPP_STATE_ERROR) {
        }
        std::string body;
        std::array<char, 4'096> part{};
        for (ssize_t got = 0; (got = httpRead2(line, part.data(), part.size())) > 0;)
            body.append(part.data(), static_cast<std::size_t>(got));
        ipp_t* answer = ippNewResponse(request);
        {
            const std::scoped_lock lock(mutex_);
            const std::string asked = text_of(request, "printer-uri");
            const bool known = asked.empty() || asked.ends_with("/printers/jimu");
            if (!known) {
                ippSetStatusCode(answer, IPP_STATUS_ERROR_NOT_FOUND);
            } else if (ippGetOperation(request) == IPP_OP_PRINT_JOB) {
                taken_.push_back({text_of(request, "job-name"), text_of(request, "document-format"),
                                  text_of(request, "media"), text_of(request, "requesting-user-name"), body});
                ippAddInteger(answer, IPP_TAG_JOB, IPP_TAG_INTEGER, "job-id",
                              static_cast<int>(taken_.size()));
                ippAddInteger(answer, IPP_TAG_JOB, IPP_TAG_ENUM, "job-state", IPP_JSTATE_PENDING);
            } else if (ippGetOperation(request) == IPP_OP_CANCEL_JOB) {
                ipp_attribute_t* purge = ippFindAttribute(request, "purge-job", IPP_TAG_BOOLEAN);
                if (purge != nullptr && ippGetBoolean(purge, 0) != 0) ++forgotten_;
            } else if (ippGetOperation(request) == IPP_OP_GET_JOB_ATTRIBUTES) {
                ippAddInteger(answer, IPP_TAG_JOB, IPP_TAG_ENUM, "job-state",
                              spoils_             ? IPP_JSTATE_ABORTED
                              : reason_ == "none" ? IPP_JSTATE_COMPLETED
                                                  : IPP_JSTATE_PROCESSING);
            } else {
                describe_queue(answer, reason_, accepts_);
            }
        }
        httpClearFields(line);
        httpSetField(line, HTTP_FIELD_CONTENT_TYPE, "application/ipp");
        httpSetLength(line, ippLength(answer));
        httpWriteResponse(line, HTTP_STATUS_OK);
        ippSetState(answer, IPP_STATE_IDLE);
        while ((state = ippWrite(line, answer)) != IPP_STATE_DATA && state != IPP_STATE_ERROR) {
        }
        httpFlushWrite(line);
        ippDelete(request);
        ippDelete(answer);
    }
    if (line != nullptr) httpClose(line);
}

}  // namespace sango::test
