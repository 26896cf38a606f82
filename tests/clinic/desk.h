#pragma once

#include "shared/clinic/care_note.h"
#include "shared/clinic/check_in.h"
#include "shared/clinic/outbox.h"
#include "shared/store/audit.h"
#include "tests/clinic/hanako.h"
#include "tests/support/temp_folder.h"

#include <optional>
#include <string>

#include <doctest/doctest.h>

namespace sango::test {

/// What came of a use case: "ok", or the code of its error.
template <class T>
std::string code(const Result<T>& result) {
    return result.ok() ? "ok" : result.error().code;
}

/// The value of what must have been done.
template <class T>
T whole(Result<T> result) {
    REQUIRE(result.ok());
    return std::move(result).value();
}

/// A clinic of its own with a clock in the test's hand, on Saturday 21 November 2026, 14:05.
struct Desk {
    TempFolder temp{memory_folder()};
    std::filesystem::path data = temp.path() / "clinic";
    HandClock clock{*parse_instant("2026-11-21T14:05:00+09:00")};
    std::optional<clinic::Clinic> opened;
    int strangers = 1'000;

    bool durable;  ///< else commits are not synced, which only a power cut could tell

    explicit Desk(bool synced = false) : durable(synced) {
        REQUIRE(clinic::create(
                    data, {"sakura-0123", "さくら助産院", {{"佐藤 美咲", "manager"}, {"鈴木 恵", "night"}}},
                    clock, seeded_random(1))
                    .ok());
        open();
        for (const char* programme : {"nerima", "setagaya", "minamiaso", "nakano", "kashiwa"})
            REQUIRE(clinic::set_setting(*opened, std::string("contract.") + programme, "1").ok());
    }
    void open() {
        opened.reset();
        auto clinic =
            clinic::open({data, std::filesystem::path(SANGO_SOURCE_DIR) / "assets"}, clock, seeded_random(2));
        REQUIRE_MESSAGE(clinic.ok(), (clinic.ok() ? "" : clinic.error().message.en));
        opened.emplace(std::move(clinic).value());
        if (!durable) REQUIRE(opened->database.run("PRAGMA synchronous = OFF").ok());
    }
    clinic::Clinic& clinic() { return *opened; }
    [[nodiscard]] Date today() const { return japan_date(clock.now()); }
    [[nodiscard]] std::int64_t count(const char* table) {
        std::string counting = "SELECT count(*) FROM ";
        counting += table;
        return opened->database.integer(counting)->value_or(-1);
    }
    [[nodiscard]] bool audit_holds() {
        const auto audit = store::verify_audit(opened->database);
        return audit.ok() && !audit->broken;
    }

    [[nodiscard]] static clinic::Registration hanako() { return test::hanako(); }
    [[nodiscard]] std::string register_hanako() {
        const auto id = clinic::register_mother(*opened, hanako());
        REQUIRE(id.ok());
        return *id;
    }
    [[nodiscard]] card::Claims claims(card::Kind kind = card::Kind::coupon,
                                      std::string_view cti = "cti-1") const {
        return claims_of_hanako(clock.now(), kind, cti);
    }
    /// Day care with an e-coupon, well today.
    [[nodiscard]] clinic::CheckInDraft draft(std::string_view cti = "cti-1") {
        const auto shown = clinic::show_card(*opened, claims(card::Kind::coupon, cti));
        REQUIRE(shown.ok());
        clinic::CheckInDraft draft;
        draft.mother_id = shown->mother_id;
        draft.certificate_id = shown->certificate_id;
        draft.service = programme::Service::day_care;
        draft.acute_infection = false;
        draft.shown = "coupon";
        draft.place = "デイ1";
        return draft;
    }
    /// Someone new for whom all rules accept; for tests that need many.
    [[nodiscard]] clinic::CheckInDraft draft_of_someone_new() {
        const clinic::Registration told = someone_new(++strangers);
        card::Claims shown = claims(card::Kind::coupon, told.user_number);
        shown.user = told.user_number;
        REQUIRE(clinic::register_mother(*opened, told).ok());
        const auto certificate = clinic::show_card(*opened, shown);
        REQUIRE(certificate.ok());
        clinic::CheckInDraft draft;
        draft.mother_id = certificate->mother_id;
        draft.certificate_id = certificate->certificate_id;
        draft.service = programme::Service::day_care;
        draft.acute_infection = false;
        draft.shown = "coupon";
        return draft;
    }
    [[nodiscard]] std::string check_in_hanako() {
        (void)register_hanako();
        const auto use = clinic::check_in(*opened, draft());
        REQUIRE_MESSAGE(use.ok(), (use.ok() ? "" : use.error().code));
        return *use;
    }
    [[nodiscard]] clinic::NewNote milk(const std::string& use_id, int ml = 80) {
        clinic::NewNote note;
        note.use_id = use_id;
        note.kind = clinic::NoteKind::milk;
        note.amount = ml;
        note.observed_at = clock.now();
        return note;
    }
};

}  // namespace sango::test
