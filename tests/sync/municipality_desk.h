#pragma once

#include "shared/base/clock.h"
#include "shared/card/keys.h"
#include "shared/sync/delivery.h"
#include "tests/municipality/enrol.h"
#include "tests/municipality/ledger.h"
#include "tests/municipality/post_box.h"
#include "tests/municipality/server.h"
#include "tests/support/temp_folder.h"

#include <doctest/doctest.h>

namespace sango::test {

/// The reference receiver in this process, with one clinic admitted and the user N-4821-7 on its roster.
class MunicipalityDesk {
public:
    explicit MunicipalityDesk(municipality::ServeRequest request = {})
        : office_(found()), ledger_(municipality::Ledger::open(folder_.path() / "ledger.db").value()) {
        serve(std::move(request));
        REQUIRE(ledger_.put_users({{kUser, R"({"user_number":"N-4821-7"})"}}).ok());
    }

    static constexpr const char* kClinic = "sakura-0123";
    static constexpr const char* kUser = "N-4821-7";

    /// Closes and listens again, on another port.
    void serve(municipality::ServeRequest request = {}) {
        server_.reset();
        auto server = municipality::Server::start(office_, ledger_, clock_, request);
        REQUIRE(server.ok());
        server_ = std::move(*server);
    }
    void close() { server_.reset(); }

    /// Writes the clinic's half into `data` and says where the server listens.
    void enrol(const std::filesystem::path& data) {
        REQUIRE(municipality::enrol_clinic(office_, kClinic, data, url()).ok());
    }
    [[nodiscard]] sync::Endpoint endpoint() const {
        sync::Endpoint endpoint;
        endpoint.programme = office_.programme;
        endpoint.url = url();
        endpoint.authority = folder_.path() / "authority.pem";
        endpoint.certificate = folder_.path() / "clinics" / (std::string(kClinic) + ".pem");
        endpoint.key = folder_.path() / "clinics" / (std::string(kClinic) + ".key");
        const auto key = card::public_key_of(office_.receipt_key);
        endpoint.receipt_key.assign(key.bytes.begin(), key.bytes.end());
        return endpoint;
    }
    [[nodiscard]] std::string url() const { return "https://127.0.0.1:" + std::to_string(server_->port()); }
    [[nodiscard]] municipality::Server& server() { return *server_; }
    [[nodiscard]] municipality::Ledger& ledger() { return ledger_; }
    [[nodiscard]] const municipality::Office& office() const { return office_; }
    [[nodiscard]] HandClock& clock() { return clock_; }
    [[nodiscard]] std::vector<municipality::ReceiptEntry> receipts() { return ledger_.receipts().value(); }

private:
    municipality::Office found() {
        auto office = municipality::found_office(folder_.path(), "131202", "nerima", SystemClock().now(),
                                                 system_random());
        REQUIRE(office.ok());
        REQUIRE(municipality::admit_clinic(*office, kClinic, SystemClock().now()).ok());
        return *office;
    }

    TempFolder folder_;
    HandClock clock_{*parse_instant("2026-12-08T10:00:00+09:00")};
    municipality::Office office_;
    municipality::Ledger ledger_;
    std::unique_ptr<municipality::Server> server_;
};

/// A use notice as a clinic writes it. `nth` makes it another use.
inline sync::Job use_job(int nth = 1, std::string_view user = MunicipalityDesk::kUser) {
    const std::string last = std::to_string(100'000'000'000 + nth);
    const std::string notice = "019a9d4c-7a10-7c3e-9d0a-" + last;
    sync::Job job;
    job.outbox_id = notice;
    job.kind = "use";
    job.programme = "nerima";
    job.path = "/v1/uses";
    job.idempotency_key = municipality::idempotency_key(MunicipalityDesk::kClinic, "use", "nerima", notice);
    job.body = R"({"notice":")" + notice + R"(","clinic":"sakura-0123","user_number":")" + std::string(user) +
               R"(","service":"day_care","first_day":"2026-11-21","days":1,"units":1,"coupons_used":0,)"
               R"("shown":"card","certificate":null,"checked_in_at":"2026-11-21T14:05:00+09:00"})";
    return job;
}

inline sync::Job withdrawal_job(const sync::Job& use) {
    sync::Job job = use;
    job.kind = "use_undone";
    job.path = "/v1/uses/withdrawals";
    job.idempotency_key =
        municipality::idempotency_key(MunicipalityDesk::kClinic, "use_undone", "nerima", use.outbox_id);
    job.body =
        R"({"notice":")" + use.outbox_id +
        R"(","clinic":"sakura-0123","user_number":"N-4821-7","withdrawn_at":"2026-11-21T14:20:00+09:00"})";
    return job;
}

/// So many years of 365 days from now.
inline municipality::Validity years(int from, int to) {
    const Instant now = SystemClock().now();
    return {now + std::chrono::days(365 * from), now + std::chrono::days(365 * to)};
}

/// Whoever signs certificates for this municipality.
inline municipality::Identity authority_of(const MunicipalityDesk& desk) {
    const auto& folder = desk.office().folder;
    return {municipality::read_file(folder / "authority.pem").value(),
            municipality::read_file(folder / "authority.key").value()};
}

}  // namespace sango::test
