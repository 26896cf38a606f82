#pragma once

#include "shared/sync/outbox_sending.h"
#include "shared/sync/pump.h"
#include "tests/report/month_desk.h"
#include "tests/sync/municipality_desk.h"

namespace sango::test {

/// A clinic and its municipality, with the line between them.
struct Line {
    MonthDesk desk;
    MunicipalityDesk municipality;

    explicit Line(municipality::ServeRequest request = {}) : municipality(std::move(request)) {
        municipality.enrol(desk.data);
    }
    [[nodiscard]] std::vector<sync::Endpoint> endpoints() {
        // Read each time: another server may have taken over.
        municipality.enrol(desk.data);
        auto loaded = sync::load_endpoints(desk.data);
        REQUIRE(loaded.ok());
        return std::move(loaded).value();
    }
    /// The municipality comes to know everyone whom the clinic knows.
    void share_roster() {
        std::vector<municipality::RosterEntry> users;
        REQUIRE(desk.clinic()
                    .database
                    .query("SELECT user_number FROM mother WHERE programme = 'nerima'", {},
                           [&](const store::Row& row) {
                               users.emplace_back(row.text(0), R"({"user_number":")" + row.text(0) + "\"}");
                               return true;
                           })
                    .ok());
        REQUIRE(municipality.ledger().put_users(users).ok());
    }
    /// Tries everything that is due once; `pressed` also what waits.
    sync::SendAll send(bool pressed = false) {
        const auto sent = sync::send_all(desk.clinic(), endpoints(), {}, {},
                                         pressed ? std::optional(desk.clock.now()) : std::nullopt);
        REQUIRE_MESSAGE(sent.ok(), (sent.ok() ? "" : sent.error().message.en));
        return *sent;
    }
    [[nodiscard]] sync::OutboxStatus status() {
        const auto status = sync::outbox_status(desk.clinic());
        REQUIRE(status.ok());
        return *status;
    }
    [[nodiscard]] std::optional<sync::Job> next(std::optional<Instant> pressed_at = std::nullopt) {
        auto job = sync::next_job(desk.clinic(), endpoints(), pressed_at);
        REQUIRE(job.ok());
        return std::move(job).value();
    }
    /// Puts something into the outbox, as a use case would.
    std::string announce(const sync::Job& job) {
        auto transaction = store::Transaction::begin(desk.clinic().database);
        REQUIRE(transaction.ok());
        const auto id =
            clinic::announce(desk.clinic(), {job.kind, "nerima", job.path, job.outbox_id, job.body});
        REQUIRE(id.ok());
        REQUIRE(transaction->commit().ok());
        return *id;
    }
};

}  // namespace sango::test
