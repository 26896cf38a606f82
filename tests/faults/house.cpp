#include "tests/faults/house.h"

#include "shared/clinic/name_index.h"
#include "shared/clinic/recent.h"
#include "shared/store/audit.h"
#include "tests/clinic/hanako.h"

#include <cstdio>
#include <cstdlib>

namespace sango::faults {

void give_up(const Error& error) {
    std::fprintf(stderr, "faults: %s\n", error.message.en.c_str());
    std::exit(2);
}

namespace {

/// A clinic as it stands on its first day, made once: houses are copies of it.
struct Model {
    HandClock clock{*parse_instant("2026-11-21T14:05:00+09:00")};
    test::TempFolder folder{test::memory_folder()};
    std::filesystem::path data = folder.path() / "clinic";
    programme::Catalogue programmes;
    card::Trust trust;
    clinic::Actor actor;
    std::shared_ptr<const clinic::Safety> safety;

    Model() {
        must(clinic::create(data,
                            {"sakura-0123", "さくら助産院", {{"佐藤 美咲", "manager"}, {"鈴木 恵", "night"}}},
                            clock, seeded_random(1)));
        const std::filesystem::path assets = std::filesystem::path(SANGO_SOURCE_DIR) / "assets";
        clinic::Clinic clinic = must(clinic::open({data, assets}, clock, seeded_random(2)));
        must(clinic::set_setting(clinic, "contract.nerima", "1"));
        programmes = clinic.programmes;
        trust = clinic.trust;
        actor = clinic.actor;
        safety = clinic.safety;
    }
};

}  // namespace

House::House() {
    static const Model model;
    std::filesystem::copy(model.data, data_, std::filesystem::copy_options::recursive);
    const auto keys = [this] {
        const auto database = must(store::Database::open(data_ / "clinic.db"));
        return must(store::Keyring::open(database, clinic::device_key_file(data_)));
    };
    kept_.emplace(Kept{keys(), model.programmes, model.trust, model.actor, model.safety});
    must(open());
}

clinic::Registration House::stranger() {
    return test::someone_new(++strangers_);
}

std::string House::registered() {
    return must(clinic::register_mother(*clinic_, stranger()));
}

clinic::CheckInDraft House::at_the_desk() {
    const clinic::Registration told = stranger();
    must(clinic::register_mother(*clinic_, told));
    card::Claims claims = test::claims_of_hanako(clock_.now(), card::Kind::coupon, told.user_number);
    claims.user = told.user_number;
    const clinic::Shown shown = must(clinic::show_card(*clinic_, claims));
    clinic::CheckInDraft draft;
    draft.mother_id = shown.mother_id;
    draft.certificate_id = shown.certificate_id;
    draft.service = programme::Service::day_care;
    draft.acute_infection = false;
    draft.shown = "coupon";
    return draft;
}

std::string House::in_the_house() {
    return must(clinic::check_in(*clinic_, at_the_desk()));
}

void House::close() {
    kept_.emplace(Kept{std::move(clinic_->keys), std::move(clinic_->programmes), std::move(clinic_->trust),
                       std::move(clinic_->actor), std::move(clinic_->safety)});
    clinic_.reset();
}

Result<Done> House::open() {
    auto database = store::Database::open(data_ / "clinic.db");
    if (!database) return database.error();
    clinic_.emplace(clinic::Clinic{.database = std::move(*database),
                                   .keys = std::move(kept_->keys),
                                   .programmes = std::move(kept_->programmes),
                                   .trust = std::move(kept_->trust),
                                   .clock = clock_,
                                   .ids = IdSource(clock_, seeded_random(++openings_ + 2)),
                                   .actor = std::move(kept_->actor),
                                   .names = std::make_shared<clinic::NameIndex>(),
                                   .recent = std::make_shared<clinic::Recent>(),
                                   .safety = std::move(kept_->safety)});
    kept_.reset();
    return Done{};
}

Counts House::counts() const {
    Counts counts;
    must(clinic_->database.query("SELECT name FROM sqlite_schema WHERE type = 'table'", {},
                                 [&](const store::Row& row) {
                                     counts[row.text(0)] = 0;
                                     return true;
                                 }));
    for (auto& [table, rows] : counts)
        rows = must(clinic_->database.integer("SELECT count(*) FROM \"" + table + "\"")).value_or(0);
    return counts;
}

bool House::sound() const {
    if (!clinic_->database.check_integrity().ok()) return false;
    const auto audit = store::verify_audit(clinic_->database);
    return audit.ok() && !audit->broken;
}

}  // namespace sango::faults
