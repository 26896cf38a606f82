// sango-municipality: the reference receiver as a program. What it does stands in the files one folder up;
// here are only its words.

#include "shared/base/bytes.h"
#include "shared/base/least_privilege.h"
#include "shared/card/barcode.h"
#include "tests/municipality/coupon_desk.h"
#include "tests/municipality/enrol.h"
#include "tests/municipality/issue_card.h"
#include "tests/municipality/papers.h"
#include "tests/municipality/programmes.h"
#include "tests/municipality/questionnaire.h"
#include "tests/municipality/server.h"

#include <csignal>
#include <cstdio>
#include <functional>
#include <iostream>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace {

using namespace sango;
using namespace sango::municipality;
namespace fs = std::filesystem;

/// What every command reads from its options.
struct Words {
    fs::path dir;
    fs::path clinic_data;
    fs::path file;
    fs::path port_file;
    fs::path out;
    std::string clinic;
    std::string code = "131202";
    std::string programme = "nerima";
    std::string url = "https://127.0.0.1:8443";
    std::string misbehave;
    std::string user;
    std::string kind = "card";
    std::string at;
    std::string interview;
    std::string identifier;
    std::string address;
    std::string consent;
    std::string month;
    int count = 0;
    int port = 0;
    int misbehave_times = -1;
    int valid_days = 365;
    std::optional<int> coupons;
    std::optional<int> copay;
    bool json = false;
};

int say(const Error& wrong) {
    std::fprintf(stderr, "sango-municipality: %s\n", wrong.message.en.c_str());
    return 1;
}

int say(const std::string& wrong) {
    std::fprintf(stderr, "sango-municipality: %s\n", wrong.c_str());
    return 2;
}

Instant start_of(const Words& words) {
    if (words.at.empty()) return SystemClock().now();
    return *parse_instant(words.at);
}

/// A clock that starts elsewhere and runs on.
class ShiftedClock final : public Clock {
public:
    explicit ShiftedClock(Instant start) : shift_(start - system_.now()) {}
    [[nodiscard]] Instant now() const override { return system_.now() + shift_; }
    [[nodiscard]] std::chrono::milliseconds steady() const override { return system_.steady(); }

private:
    SystemClock system_;
    std::chrono::seconds shift_;
};

int init(const Words& words) {
    auto office = found_office(words.dir, words.code, words.programme, SystemClock().now(), system_random());
    if (!office) return say(office.error());
    if (words.clinic.empty()) return 0;
    if (auto admitted = admit_clinic(*office, words.clinic, SystemClock().now()); !admitted)
        return say(admitted.error());
    if (words.clinic_data.empty()) return 0;
    auto enrolled = enrol_clinic(*office, words.clinic, words.clinic_data, words.url);
    return enrolled ? 0 : say(enrolled.error());
}

int serve(const Words& words) {
    auto office = open_office(words.dir);
    if (!office) return say(office.error());
    auto ledger = Ledger::open(words.dir / "ledger.db");
    if (!ledger) return say(ledger.error());
    const auto misbehaviour = misbehaviour_from(words.misbehave);
    if (!words.misbehave.empty() && !misbehaviour)
        return say("--misbehave is one of refuse, reset, slow, 5xx, doubled, redirect, forged, truncated");

    sigset_t stops;
    sigemptyset(&stops);
    sigaddset(&stops, SIGINT);
    sigaddset(&stops, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &stops, nullptr);
    std::signal(SIGPIPE, SIG_IGN);

    const ShiftedClock clock(start_of(words));
    auto server =
        Server::start(*office, *ledger, clock, {words.port, misbehaviour.has_value(), std::nullopt});
    if (!server) return say(server.error());
    if (misbehaviour) (*server)->mood().set(*misbehaviour, words.misbehave_times);
    const std::string port = std::to_string((*server)->port());
    if (!words.clinic_data.empty())
        if (auto told = set_address(*office, words.clinic_data, "https://127.0.0.1:" + port); !told)
            return say(told.error());
    if (!words.port_file.empty()) {
        // Whole once it is there: whoever waits for it reads it at once.
        const fs::path fresh = words.port_file.string() + ".new";
        if (auto written = write_file(fresh, port + "\n"); !written) return say(written.error());
        fs::rename(fresh, words.port_file);
    }
    std::printf("https://127.0.0.1:%s %s %s\n", port.c_str(), office->code.c_str(),
                office->programme.c_str());
    std::fflush(stdout);
    int stopped = 0;
    sigwait(&stops, &stopped);
    return 0;
}

int roster(const Words& words) {
    auto ledger = Ledger::open(words.dir / "ledger.db");
    if (!ledger) return say(ledger.error());
    auto text = read_file(words.file);
    if (!text) return say(text.error());
    Faults faults;
    const auto users = read_roster(*text, faults);
    if (!faults.empty())
        return say(words.file.string() + faults.front().pointer + ": " + faults.front().text.en);
    if (auto put = ledger->put_users(users); !put) return say(put.error());
    std::printf("%zu\n", users.size());
    return 0;
}

int issue(const Words& words) {
    auto office = open_office(words.dir);
    if (!office) return say(office.error());
    auto ledger = Ledger::open(words.dir / "ledger.db");
    if (!ledger) return say(ledger.error());
    CardRequest request;
    request.user = words.user;
    request.kind = *card::kind_of(words.kind);
    request.at = start_of(words);
    request.valid_days = words.valid_days;
    request.coupons_left = words.coupons;
    if (words.copay) request.copay_per_unit = Yen(*words.copay);
    if (!words.interview.empty()) request.interview_on = parse_date(words.interview);
    auto text = issue_card(*office, *ledger, request, system_random());
    if (!text) return say(text.error());
    if (!words.file.empty())
        if (auto drawn = card::write_qr_png(words.file, *text); !drawn) return say(drawn.error());
    std::printf("%s\n", text->c_str());
    return 0;
}

int sign_programme(const Words& words) {
    auto office = open_office(words.dir);
    if (!office) return say(office.error());
    auto toml = read_file(words.file);
    if (!toml) return say(toml.error());
    auto kept = publish_programme(*office, *toml);
    if (!kept) return say(kept.error());
    if (!words.out.empty()) {
        auto message = read_file(*kept);
        if (!message) return say(message.error());
        if (auto written = write_file(words.out, *message); !written) return say(written.error());
    }
    std::printf("%s\n", kept->filename().c_str());
    return 0;
}

int revoke(const Words& words) {
    if (words.identifier.empty() == words.user.empty()) return say("give either --identifier or --user");
    auto ledger = Ledger::open(words.dir / "ledger.db");
    if (!ledger) return say(ledger.error());
    const RevocationEntry entry = words.user.empty()
                                      ? RevocationEntry{"identifier", words.identifier, std::nullopt}
                                      : RevocationEntry{"user", words.user, start_of(words)};
    auto revoked = ledger->revoke(entry);
    return revoked ? 0 : say(revoked.error());
}

int paper(const Words& words) {
    if (words.file.empty() && words.consent.empty()) return say("give --file, --consent or both");
    auto ledger = Ledger::open(words.dir / "ledger.db");
    if (!ledger) return say(ledger.error());
    if (!words.consent.empty())
        if (auto put = put_consent(*ledger, words.user, words.consent == "yes"); !put)
            return say(put.error());
    if (words.file.empty()) return 0;
    auto text = read_file(words.file);
    if (!text) return say(text.error());
    Faults faults;
    const PaperEntry entry = read_paper(*text, faults);
    if (!faults.empty())
        return say(words.file.string() + faults.front().pointer + ": " + faults.front().text.en);
    auto put = put_paper(*ledger, words.user, entry);
    return put ? 0 : say(put.error());
}

int coupon_desk(const Words& words) {
    auto ledger = Ledger::open(words.dir / "ledger.db");
    if (!ledger) return say(ledger.error());
    auto set = set_coupon_address(*ledger, words.address);
    return set ? 0 : say(set.error());
}

int questionnaire(const Words& words) {
    const auto month = parse_month(words.month);
    if (!month) return say(words.month + ": a month is written like 2026-11");
    auto ledger = Ledger::open(words.dir / "ledger.db");
    if (!ledger) return say(ledger.error());
    auto set = set_questionnaire(*ledger, words.clinic, *month, words.count);
    return set ? 0 : say(set.error());
}

int receipts(const Words& words) {
    auto ledger = Ledger::open(words.dir / "ledger.db");
    if (!ledger) return say(ledger.error());
    auto all = ledger->receipts();
    if (!all) return say(all.error());
    for (const ReceiptEntry& receipt : *all) {
        if (words.json) {
            const nlohmann::ordered_json line = {{"number", receipt.number},
                                                 {"clinic", receipt.clinic},
                                                 {"kind", receipt.kind},
                                                 {"subject", receipt.subject},
                                                 {"count", 1},
                                                 {"answered", receipt.times},
                                                 {"idempotency_key", receipt.idempotency_key}};
            std::printf("%s\n", line.dump().c_str());
        } else {
            std::printf("%s  %-10s  %s  %s  answered %lld\n", receipt.number.c_str(), receipt.kind.c_str(),
                        receipt.subject.c_str(), receipt.clinic.c_str(),
                        static_cast<long long>(receipt.times));
        }
    }
    return 0;
}

std::string check_moment(const std::string& text) {
    return parse_instant(text) ? std::string() : "not a moment like 2026-11-21T09:00:00+09:00";
}

std::string check_day(const std::string& text) {
    return parse_date(text) ? std::string() : "not a day like 2026-11-21";
}

}  // namespace

int main(int argc, char** argv) {
    sango::take_least_privilege();
    CLI::App app{"The reference receiver: a municipality that implements the whole contract, on loopback",
                 "sango-municipality"};
    app.require_subcommand(1);
    Words words;
    std::function<int(const Words&)> chosen;
    const auto command = [&](const char* name, const char* what, int (*run)(const Words&)) {
        CLI::App* sub = app.add_subcommand(name, what);
        sub->add_option("--dir", words.dir, "The municipality's folder")->required();
        sub->callback([&chosen, run] { chosen = run; });
        return sub;
    };
    CLI::App* sub = command("init", "Make the municipality, admit a clinic", init);
    sub->add_option("--clinic", words.clinic, "Clinic number");
    sub->add_option("--code", words.code, "Local government code");
    sub->add_option("--programme", words.programme, "Programme id");
    sub->add_option("--clinic-data", words.clinic_data, "Write there what the clinic needs");
    sub->add_option("--url", words.url, "Address that the clinic will use");
    sub = command("serve", "Listen until told to stop", serve);
    sub->add_option("--port", words.port, "0: any free one");
    sub->add_option("--port-file", words.port_file, "Write the port here once it listens");
    sub->add_option("--clinic-data", words.clinic_data,
                    "Write the address into this clinic's endpoints.toml");
    sub->add_option("--misbehave", words.misbehave,
                    "refuse|reset|slow|5xx|doubled|redirect|forged|truncated");
    sub->add_option("--misbehave-times", words.misbehave_times,
                    "How many writes get it; all of them by default");
    sub->add_option("--at", words.at, "Let the clock start here")->check(check_moment);
    sub = command("roster", "Add users from a file: {\"users\": [...]} as GET /v1/roster gives them", roster);
    sub->add_option("--file", words.file, "JSON")->required();
    sub = command("issue-card", "Issue a card or coupon to a user on the roster; prints its text", issue);
    sub->add_option("--user", words.user, "User number")->required();
    sub->add_option("--kind", words.kind, "card or coupon")->check(CLI::IsMember({"card", "coupon"}));
    sub->add_option("--out", words.file, "Picture (PNG) of the code");
    sub->add_option("--at", words.at, "Moment of issue")->check(check_moment);
    sub->add_option("--valid-days", words.valid_days, "How long it holds")->check(CLI::Range(1, 3650));
    sub->add_option("--interview", words.interview, "Day of the interview")->check(check_day);
    sub->add_option("--coupons", words.coupons, "Coupons left")->check(CLI::Range(0, 999));
    sub->add_option("--copay", words.copay, "Copay a unit, yen")->check(CLI::Range(0, 999'999));
    sub = command("sign-programme", "Sign the programme's rules and publish them to the clinics",
                  sign_programme);
    sub->add_option("--file", words.file, "The programme file (TOML)")->required();
    sub->add_option("--out", words.out, "Write the signed file here, too");
    sub = command("revoke", "Revoke one card, or all cards of a user issued before now", revoke);
    sub->add_option("--identifier", words.identifier, "SHA-256 of the card's cti, hexadecimal");
    sub->add_option("--user", words.user, "User number");
    sub->add_option("--at", words.at, "Cards issued before this")->check(check_moment);
    sub = command("paper", "Share a paper of a user (JSON as in the contract), or set her consent", paper);
    sub->add_option("--user", words.user, "User number")->required();
    sub->add_option("--file", words.file, "The paper");
    sub->add_option("--consent", words.consent, "Whether plan and assessment are shared")
        ->check(CLI::IsMember({"yes", "no"}));
    sub = command("coupon-desk", "Give clinics a code for e-coupons", coupon_desk);
    sub->add_option("--address", words.address, "Where phones go, https, no slash at the end")->required();
    sub = command("questionnaire", "Report how many of a clinic's users answered in a month", questionnaire);
    sub->add_option("--clinic", words.clinic, "The clinic's number")->required();
    sub->add_option("--month", words.month, "The month, like 2026-11")->required();
    sub->add_option("--count", words.count, "How many answered")->required()->check(CLI::Range(0, 1'000'000));
    sub = command("receipts", "What was accepted, each once", receipts);
    sub->add_flag("--json", words.json, "One JSON object a line");
    CLI11_PARSE(app, argc, argv);
    return chosen(words);
}
