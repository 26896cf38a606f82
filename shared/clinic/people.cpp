#include "shared/clinic/people.h"

#include "shared/base/text.h"
#include "shared/base/user_number.h"
#include "shared/clinic/name_index.h"
#include "shared/clinic/profile.h"
#include "shared/clinic/writing.h"

namespace sango::clinic {
namespace {

using store::value;

/// The day of her newest check-out, if it asked for follow-up.
Result<std::optional<Date>> follow_up_on(const Clinic& clinic, std::string_view mother_id) {
    std::optional<Date> day;
    const auto read = clinic.database.query(
        "SELECT c.follow_up, c.left_at FROM service_use u JOIN check_out c ON c.use_id = u.id "
        "WHERE u.mother_id = ?1 ORDER BY u.first_day DESC, u.id DESC LIMIT 1",
        {value(mother_id)}, [&](const store::Row& row) {
            if (row.integer(0) != 0) day = japan_date(row.instant(1));
            return false;
        });
    if (!read) return read.error();
    return day;
}

Result<Done> build_index(const Clinic& clinic) {
    struct Sealed {
        std::string mother_id, number, profile_id;
        Bytes name, kana;
    };
    std::vector<Sealed> rows;
    const auto read = clinic.database.query(
        "SELECT m.id, m.user_number, p.id, p.name_sealed, p.kana_sealed FROM mother m JOIN mother_profile p "
        "ON p.id = (SELECT max(id) FROM mother_profile WHERE mother_id = m.id)",
        {}, [&](const store::Row& row) {
            rows.push_back({row.text(0), row.text(1), row.text(2), row.bytes(3), row.bytes(4)});
            return true;
        });
    if (!read) return read.error();
    std::vector<NameIndex::Entry> entries;
    entries.reserve(rows.size());
    for (const Sealed& row : rows) {
        const auto name =
            unsealed(clinic, row.mother_id, {"mother_profile", "name_sealed", row.profile_id}, row.name);
        const auto kana =
            unsealed(clinic, row.mother_id, {"mother_profile", "kana_sealed", row.profile_id}, row.kana);
        // An erased mother has no key any more; she is not found by name.
        if (!name && name.error().code == "no_mother_key") continue;
        if (!name) return name.error();
        if (!kana) return kana.error();
        entries.push_back(NameIndex::entry(row.mother_id, *name, *kana, row.number));
    }
    clinic.names->build(std::move(entries));
    return Done{};
}

}  // namespace

Result<std::optional<Mother>> find_mother(const Clinic& clinic, std::string_view id) {
    std::optional<Mother> mother;
    const auto read = clinic.database.query("SELECT id, programme, user_number FROM mother WHERE id = ?1",
                                            {value(id)}, [&](const store::Row& row) {
                                                mother.emplace();
                                                mother->id = row.text(0);
                                                mother->programme = row.text(1);
                                                mother->user_number = row.text(2);
                                                return false;
                                            });
    if (!read) return read.error();
    if (!mother) return mother;
    auto profile = newest_profile(clinic, id);
    if (!profile) return profile.error();
    if (*profile) {
        Profile& known = **profile;
        mother->name = std::move(known.name);
        mother->kana = std::move(known.kana);
        mother->address = std::move(known.address);
        mother->phone = std::move(known.phone);
        mother->allergies = std::move(known.allergies);
        mother->follow_up = std::move(known.follow_up);
        mother->facts = known.facts;
        mother->decision = known.decision;
    }
    const auto follow_up = follow_up_on(clinic, id);
    if (!follow_up) return follow_up.error();
    mother->follow_up_on = *follow_up;
    // After a loss no child is spoken of, here or on any screen.
    if (mother->facts.loss_on) return mother;
    auto children = children_of(clinic, id);
    if (!children) return children.error();
    mother->children = std::move(*children);
    return mother;
}

Result<std::optional<Mother>> find_by_number(const Clinic& clinic, std::string_view programme,
                                             std::string_view user_number) {
    const std::string typed = narrow(user_number);
    const auto id = clinic.database.text("SELECT id FROM mother WHERE programme = ?1 AND user_number = ?2",
                                         {value(programme), value(parse_user_number(typed).value_or(typed))});
    if (!id) return id.error();
    if (!*id) return std::optional<Mother>();
    return find_mother(clinic, **id);
}

Result<std::vector<Mother>> search_mothers(const Clinic& clinic, std::string_view text, std::size_t most) {
    if (!clinic.names->built())
        if (auto built = build_index(clinic); !built) return built.error();
    std::vector<Mother> found;
    for (const std::string& id : clinic.names->search(text, most)) {
        auto mother = find_mother(clinic, id);
        if (!mother) return mother.error();
        if (*mother) found.push_back(std::move(**mother));
    }
    return found;
}

Result<Done> record_reading(Clinic& clinic, std::string_view mother_id) {
    if (auto allowed = require(clinic, Right::read); !allowed) return allowed;
    return store::note_action(clinic.database, "mother", mother_id, stamp(clinic), "read");
}

}  // namespace sango::clinic
