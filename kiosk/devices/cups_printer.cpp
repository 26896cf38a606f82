#include "kiosk/devices/printer.h"

#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <set>
#include <thread>

#include <cups/cups.h>
#include <fmt/format.h>

namespace sango::devices {
namespace {

using std::chrono::milliseconds;

constexpr int kConnectMilliseconds = 5'000;
constexpr double kAnswerSeconds = 10;
constexpr milliseconds kBetweenLooks{250};
constexpr milliseconds kLongestLook{20'000};  // how long a job is followed
constexpr int kCupsPort = 631;

struct CloseHttp {
    void operator()(http_t* line) const { httpClose(line); }
};
struct DeleteIpp {
    void operator()(ipp_t* message) const { ippDelete(message); }
};
using Line = std::unique_ptr<http_t, CloseHttp>;
using Ipp = std::unique_ptr<ipp_t, DeleteIpp>;

Error no_service() {
    return error("no_print_service",
                 "印刷の仕組みが動いていません。端末の管理者に、プリンターの設定を確かめてもらってください。",
                 "Printing is not set up on this machine. Ask whoever looks after it.");
}
Error printer_error(const char* code, const std::string& printer, std::string_view ja, std::string_view en) {
    return error(code, fmt::format("プリンター「{}」{}", printer, ja),
                 fmt::format("Printer {} {}", printer, en));
}
Error no_printer(const std::string& printer) {
    return printer_error("no_printer", printer, "が見つかりません。電源と線を確かめてください。",
                         "was not found. Check its power and its cable.");
}
Error not_printed(const std::string& printer) {
    return printer_error("not_printed", printer, "で印刷できませんでした。もう一度お試しください。",
                         "did not print. Try again.");
}

/// Nothing is waited for longer than this, whatever hangs.
int give_in(http_t*, void*) {
    return 0;
}

Line connect_to(const std::string& host, int port, http_encryption_t encryption) {
    Line line(
        httpConnect2(host.c_str(), port, nullptr, AF_UNSPEC, encryption, 1, kConnectMilliseconds, nullptr));
    if (line) httpSetTimeout(line.get(), kAnswerSeconds, give_in, nullptr);
    return line;
}

Line connect_to_service(const std::string& server) {
    if (server.empty()) return connect_to(cupsServer(), ippPort(), cupsEncryption());
    const auto colon = server.starts_with('/') ? std::string::npos : server.rfind(':');
    if (colon == std::string::npos) return connect_to(server, kCupsPort, HTTP_ENCRYPTION_IF_REQUESTED);
    return connect_to(server.substr(0, colon), std::atoi(server.c_str() + colon + 1),
                      HTTP_ENCRYPTION_IF_REQUESTED);
}

/// A printer that is being spoken to.
struct Connected {
    Line line;
    std::string uri;       ///< ipp://...
    std::string resource;  ///< of the HTTP request
};

std::optional<Connected> connect_to_printer(const std::string& server, const std::string& printer) {
    std::array<char, HTTP_MAX_URI> scheme{};
    std::array<char, HTTP_MAX_URI> user{};
    std::array<char, HTTP_MAX_URI> host{};
    std::array<char, HTTP_MAX_URI> resource{};
    int port = kCupsPort;
    if (printer.find("://") == std::string::npos) {
        std::array<char, HTTP_MAX_URI> uri{};
        httpAssembleURIf(HTTP_URI_CODING_ALL, uri.data(), static_cast<int>(uri.size()), "ipp", nullptr,
                         "localhost", 0, "/printers/%s", printer.c_str());
        return Connected{connect_to_service(server), uri.data(), "/printers/" + printer};
    }
    if (httpSeparateURI(HTTP_URI_CODING_ALL, printer.c_str(), scheme.data(), static_cast<int>(scheme.size()),
                        user.data(), static_cast<int>(user.size()), host.data(),
                        static_cast<int>(host.size()), &port, resource.data(),
                        static_cast<int>(resource.size())) < HTTP_URI_STATUS_OK)
        return std::nullopt;
    const bool sealed = std::string_view(scheme.data()) == "ipps";
    return Connected{
        connect_to(host.data(), port, sealed ? HTTP_ENCRYPTION_ALWAYS : HTTP_ENCRYPTION_IF_REQUESTED),
        printer, resource.data()};
}

Ipp request_to(const Connected& printer, ipp_op_t operation) {
    Ipp request(ippNewRequest(operation));
    ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr, printer.uri.c_str());
    return request;
}

void say_who(const Ipp& request) {
    ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr, cupsUser());
}

void ask_for(const Ipp& request, std::initializer_list<const char*> names) {
    const std::vector<const char*> wanted(names);
    ippAddStrings(request.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes",
                  static_cast<int>(wanted.size()), nullptr, wanted.data());
}

/// Nobody is asked for a password: the kiosk has no terminal to ask on.
const char* no_password(const char*, http_t*, const char*, const char*, void*) {
    return nullptr;
}

/// The request is given away. Null: no answer at all.
Ipp answer_to(const Connected& printer, Ipp request) {
    return Ipp(cupsDoRequest(printer.line.get(), request.release(), printer.resource.c_str()));
}

bool went_well(const Ipp& answer) {
    return answer && ippGetStatusCode(answer.get()) < IPP_STATUS_REDIRECTION_OTHER_SITE;
}

int whole_number(const Ipp& answer, const char* name, int otherwise) {
    ipp_attribute_t* found = ippFindAttribute(answer.get(), name, IPP_TAG_ZERO);
    return found == nullptr ? otherwise : ippGetInteger(found, 0);
}

struct PrinterState {
    bool stopped = false;
    bool accepts = true;
    std::set<std::string, std::less<>> reasons;  ///< media-empty-error, offline-report, ...

    [[nodiscard]] bool says(std::string_view reason) const {
        for (const std::string& one : reasons)
            if (one.starts_with(reason)) return true;
        return false;
    }
};

std::optional<PrinterState> state_of(const Connected& printer) {
    Ipp request = request_to(printer, IPP_OP_GET_PRINTER_ATTRIBUTES);
    say_who(request);
    ask_for(request, {"printer-state", "printer-state-reasons", "printer-is-accepting-jobs"});
    const Ipp answer = answer_to(printer, std::move(request));
    if (!went_well(answer)) return std::nullopt;
    PrinterState state;
    state.stopped = whole_number(answer, "printer-state", IPP_PSTATE_IDLE) == IPP_PSTATE_STOPPED;
    if (ipp_attribute_t* accepts =
            ippFindAttribute(answer.get(), "printer-is-accepting-jobs", IPP_TAG_BOOLEAN);
        accepts != nullptr)
        state.accepts = ippGetBoolean(accepts, 0) != 0;
    if (ipp_attribute_t* reasons = ippFindAttribute(answer.get(), "printer-state-reasons", IPP_TAG_KEYWORD);
        reasons != nullptr)
        for (int i = 0; i < ippGetCount(reasons); ++i)
            state.reasons.emplace(ippGetString(reasons, i, nullptr));
    return state;
}

/// Hands the PDF over. Returns the job's number; 0: the printer did not take it.
int hand_over(const Connected& printer, const PrintJob& job) {
    Ipp request = request_to(printer, IPP_OP_PRINT_JOB);
    say_who(request);
    ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", nullptr, job.title.c_str());
    ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", nullptr,
                 CUPS_FORMAT_PDF);
    ippAddString(request.get(), IPP_TAG_JOB, IPP_TAG_KEYWORD, "media", nullptr, CUPS_MEDIA_A4);
    http_t* line = printer.line.get();
    const std::size_t length = ippLength(request.get()) + job.pdf.size();
    const http_status_t begun = cupsSendRequest(line, request.get(), printer.resource.c_str(), length);
    if (begun != HTTP_STATUS_CONTINUE) return 0;
    if (cupsWriteRequestData(line, job.pdf.data(), job.pdf.size()) != HTTP_STATUS_CONTINUE) return 0;
    const Ipp answer(cupsGetResponse(line, printer.resource.c_str()));
    return went_well(answer) ? whole_number(answer, "job-id", 0) : 0;
}

std::optional<ipp_jstate_t> state_of_job(const Connected& printer, int job) {
    Ipp request = request_to(printer, IPP_OP_GET_JOB_ATTRIBUTES);
    ippAddInteger(request.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job);
    say_who(request);
    ask_for(request, {"job-state"});
    const Ipp answer = answer_to(printer, std::move(request));
    if (!went_well(answer)) return std::nullopt;
    return static_cast<ipp_jstate_t>(whole_number(answer, "job-state", IPP_JSTATE_PENDING));
}

std::optional<Error> what_stands_in_the_way(const PrinterState& state, const std::string& printer) {
    if (state.says("media-empty") || state.says("media-needed"))
        return printer_error("no_paper", printer, "の用紙がありません。入れると、続きが印刷されます。",
                             "is out of paper. It goes on once there is some.");
    if (state.says("media-jam"))
        return printer_error("printer_stopped", printer,
                             "に紙が詰まっています。取り除くと、続きが印刷されます。",
                             "has a paper jam. It goes on once that is cleared.");
    if (state.says("door-open") || state.says("cover-open"))
        return printer_error("printer_stopped", printer,
                             "のふたが開いています。閉じると、続きが印刷されます。",
                             "stands open. It goes on once it is closed.");
    if (state.stopped || !state.accepts)
        return printer_error("printer_stopped", printer,
                             "が止まっています。プリンターの表示を確かめてください。",
                             "is stopped. See what it says on its panel.");
    if (state.says("offline")) return no_printer(printer);
    return std::nullopt;
}

/// CUPS keeps a printed PDF for a day; it is asked to keep nothing (its own operation attribute purge-job).
/// Other printers keep none, or do not answer to this.
void forget(const Connected& printer, int number) {
    Ipp request = request_to(printer, IPP_OP_CANCEL_JOB);
    ippAddInteger(request.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", number);
    say_who(request);
    ippAddBoolean(request.get(), IPP_TAG_OPERATION, "purge-job", 1);
    (void)answer_to(printer, std::move(request));
}

Result<PrintEnd> follow(const Connected& printer, const PrintJob& job, int number,
                        const std::function<bool()>& give_up) {
    const auto end = std::chrono::steady_clock::now() + kLongestLook;
    while (std::chrono::steady_clock::now() < end && !give_up()) {
        const auto state = state_of_job(printer, number);
        // A printer that forgets a job at once has done with it.
        if (!state || *state == IPP_JSTATE_COMPLETED) {
            forget(printer, number);
            return PrintEnd::printed;
        }
        if (*state == IPP_JSTATE_ABORTED || *state == IPP_JSTATE_CANCELED) return not_printed(job.printer);
        if (const auto now = state_of(printer))
            if (auto trouble = what_stands_in_the_way(*now, job.printer)) return *std::move(trouble);
        std::this_thread::sleep_for(kBetweenLooks);
    }
    return PrintEnd::handed_over;
}

Result<PrintEnd> print_on(const std::string& server, const PrintJob& job,
                          const std::function<bool()>& give_up) {
    cupsSetPasswordCB2(no_password, nullptr);
    const auto printer = connect_to_printer(server, job.printer);
    if (!printer) return no_printer(job.printer);
    if (!printer->line)
        return job.printer.find("://") == std::string::npos ? no_service() : no_printer(job.printer);
    const auto before = state_of(*printer);
    if (!before) return no_printer(job.printer);
    if (!before->accepts) return *what_stands_in_the_way(*before, job.printer);
    const int number = hand_over(*printer, job);
    if (number == 0) return not_printed(job.printer);
    return follow(*printer, job, number, give_up);
}

Result<std::vector<KnownPrinter>> printers_of(const std::string& server) {
    const Line line = connect_to_service(server);
    if (!line) return no_service();
    cups_dest_t* found = nullptr;
    const int count = cupsGetDests2(line.get(), &found);
    std::vector<KnownPrinter> printers;
    for (int i = 0; i < count; ++i) {
        const cups_dest_t& one = found[i];
        const char* type = cupsGetOption("printer-type", one.num_options, one.options);
        const bool group = type != nullptr && (std::atoi(type) & CUPS_PRINTER_CLASS) != 0;
        if (one.instance != nullptr || group) continue;
        const char* words = cupsGetOption("printer-info", one.num_options, one.options);
        printers.push_back({one.name, words == nullptr ? "" : words});
    }
    cupsFreeDests(count, found);
    return printers;
}

}  // namespace

Printing cups_printing(std::string server) {
    return {[server] { return printers_of(server); },
            [server](const PrintJob& job, const std::function<bool()>& give_up) {
                return print_on(server, job, give_up);
            }};
}

}  // namespace sango::devices
