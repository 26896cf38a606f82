#pragma once

#include "shared/report/implementation_report.h"
#include "tests/clinic/desk.h"

namespace sango::test {

/// The desk in November 2026, with what a month of Nerima needs.
struct MonthDesk : Desk {
    static constexpr std::chrono::year_month kNovember{std::chrono::year(2026), std::chrono::November};

    /// A day care from check-in to check-out, with one note; nothing is missing of it. Today.
    std::string whole_use() {
        const std::string use = use_in_house();
        REQUIRE(clinic::write_note(clinic(), milk(use)).ok());
        leave(use);
        return use;
    }
    std::string use_in_house() {
        const auto use = clinic::check_in(clinic(), draft_of_someone_new());
        REQUIRE_MESSAGE(use.ok(), (use.ok() ? "" : use.error().message.en));
        return *use;
    }
    void leave(const std::string& use, Yen received = Yen(1'500)) {
        clinic::CheckOut out;
        out.use_id = use;
        out.on_arrival = clinic::Condition::tired;
        out.on_leaving = clinic::Condition::well;
        out.received = received;
        const auto left = clinic::check_out(clinic(), out);
        REQUIRE_MESSAGE(left.ok(), (left.ok() ? "" : left.error().message.en));
    }
    /// What an invoice needs: the unit price and where it is paid to.
    void set_up_invoice() {
        for (const auto& [name, text] : {std::pair{"programme.nerima.unit_price.day_care", "20000"},
                                         {"clinic.bank.name", "さくら銀行"},
                                         {"clinic.bank.branch", "練馬支店"},
                                         {"clinic.bank.kind", "普通"},
                                         {"clinic.bank.number", "1234567"},
                                         {"clinic.bank.holder", "サクラジヨサンイン"}})
            REQUIRE(clinic::set_setting(clinic(), name, text).ok());
    }
    void go_to(std::string_view moment) { clock.jump_to(*parse_instant(moment)); }
    void go_to_december() { go_to("2026-12-01T09:00:00+09:00"); }

    report::ImplementationReport november() {
        auto report = report::build(clinic(), "nerima", kNovember);
        REQUIRE_MESSAGE(report.ok(), (report.ok() ? "" : report.error().message.en));
        return std::move(report).value();
    }
    Result<report::ImplementationReport> close_november() {
        return report::close(clinic(), "nerima", kNovember);
    }
    /// The newest frozen report.
    std::string frozen() {
        const auto id = clinic().database.text("SELECT max(id) FROM outbox WHERE kind = 'report'");
        REQUIRE((id.ok() && id->has_value()));
        return clinic::announced_body(clinic(), **id).value();
    }
};

}  // namespace sango::test
