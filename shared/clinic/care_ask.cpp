#include "shared/clinic/care_ask.h"

#include "shared/base/text.h"
#include "shared/clinic/profile.h"
#include "shared/clinic/use.h"
#include "shared/clinic/writing.h"

namespace sango::clinic {
namespace {

using store::value;

Result<Done> learn(Clinic& clinic, std::string_view mother_id, std::string_view allergies) {
    auto known = newest_profile(clinic, mother_id);
    if (!known) return known.error();
    Profile profile = known->value_or(Profile{});
    if (profile.allergies == allergies) return Done{};
    profile.source = "typed";
    profile.allergies = allergies;
    return write_profile(clinic, mother_id, profile);
}

bool within(const std::optional<int>& score, int most) {
    return !score || (*score >= 0 && *score <= most);
}

Result<Done> check_mind(const Clinic& clinic, const Mind& mind) {
    if (!mind.epds && !mind.item_10 && !mind.bonding)
        return error("nothing", "点数を一つ以上入れてください。", "Enter at least one score.");
    const bool fits = within(mind.epds, 30) && within(mind.item_10, 3) && within(mind.bonding, 30);
    if (!fits || (mind.item_10 && mind.epds && *mind.item_10 > *mind.epds))
        return error("bad_score", "点数を確かめてください。EPDSは0〜30、項目10は0〜3です。",
                     "Check the scores: EPDS 0 to 30, its item 10 0 to 3.");
    if (mind.item_10.value_or(0) > 0 && mind.called.empty())
        return error("person_needed",
                     "項目10が1点以上です。だれかがそばに行き、その人の名前を選んでください。",
                     "Item 10 is above 0: someone goes to her. Choose who.");
    if (mind.called.empty()) return Done{};
    const auto called = find_staff(clinic, mind.called);
    if (called) return Done{};
    if (called.error().code != "not_found") return called.error();
    return error("unknown_person", "この担当者は登録されていません。",
                 "This member of staff is not registered.");
}

}  // namespace

Result<Done> record_allergies(Clinic& clinic, std::string_view use_id, bool any, std::string_view allergies) {
    const std::string what(trim(allergies));
    if (any && what.empty())
        return error("empty_text", "アレルギーの内容を入れてください。", "Enter what she is allergic to.");
    if (!is_line(what, kMostLineBytes))
        return error("bad_text", "使えない文字があるか、長すぎます。短くして入れ直してください。",
                     "The text holds signs that cannot be kept, or is too long. Make it shorter.");
    return transact(clinic, Right::care, [&]() -> Result<Done> {
        const auto use = standing_use(clinic, use_id);
        if (!use) return use.error();
        if (any)
            if (auto done = learn(clinic, use->mother_id, what); !done) return done;
        const store::Stamp now = stamp(clinic);
        return store::insert(clinic.database, "allergy_asked",
                             {{"id", value(clinic.ids.next())},
                              {"use_id", value(use_id)},
                              {"any_known", value(any)},
                              {"recorded_at", value(now.at)},
                              {"recorded_by", value(now.actor)}},
                             now, "allergies");
    });
}

Result<bool> allergies_asked(const Clinic& clinic, std::string_view use_id) {
    const auto asked =
        clinic.database.integer("SELECT 1 FROM allergy_asked WHERE use_id = ?1 LIMIT 1", {value(use_id)});
    if (!asked) return asked.error();
    return asked->has_value();
}

Result<std::string> record_mind(Clinic& clinic, const Mind& mind) {
    return transact(clinic, Right::care, [&]() -> Result<std::string> {
        const auto use = standing_use(clinic, mind.use_id);
        if (!use) return use.error();
        if (auto fits = check_mind(clinic, mind); !fits) return fits.error();
        const std::string_view moment = mind.leaving ? "leaving" : "arrival";
        const auto before = clinic.database.text(
            "SELECT id FROM mind_assessment WHERE use_id = ?1 AND moment = ?2 ORDER BY id DESC LIMIT 1",
            {value(mind.use_id), value(moment)});
        if (!before) return before.error();
        const std::string id = clinic.ids.next();
        const store::Stamp now = stamp(clinic);
        const auto done =
            store::insert(clinic.database, "mind_assessment",
                          {{"id", value(id)},
                           {"use_id", value(mind.use_id)},
                           {"moment", value(moment)},
                           {"epds", value(mind.epds)},
                           {"epds_item_10", value(mind.item_10)},
                           {"bonding", value(mind.bonding)},
                           {"follow_up", value(mind.follow_up)},
                           {"may_tell", value(mind.may_tell)},
                           {"called", mind.called.empty() ? store::Value(store::Null{}) : value(mind.called)},
                           {"recorded_at", value(now.at)},
                           {"recorded_by", value(now.actor)},
                           {"replaces", value(*before)}},
                          now, "mind");
        if (!done) return done.error();
        return id;
    });
}

Result<std::vector<Mind>> minds_of_use(const Clinic& clinic, std::string_view use_id) {
    std::vector<Mind> minds;
    const auto whole = [](std::optional<std::int64_t> number) {
        return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
    };
    const auto read = clinic.database.query(
        "SELECT a.moment, a.epds, a.epds_item_10, a.bonding, a.follow_up, a.may_tell, s.name FROM "
        "mind_assessment a "
        "LEFT JOIN staff s ON s.id = a.called WHERE a.use_id = ?1 AND NOT EXISTS (SELECT 1 FROM "
        "mind_assessment r "
        "WHERE r.replaces = a.id) ORDER BY a.moment",
        {value(use_id)}, [&](const store::Row& row) {
            minds.push_back({std::string(use_id), row.text(0) == "leaving", whole(row.maybe_integer(1)),
                             whole(row.maybe_integer(2)), whole(row.maybe_integer(3)), row.integer(4) != 0,
                             row.integer(5) != 0, row.text(6)});
            return true;
        });
    if (!read) return read.error();
    return minds;
}

}  // namespace sango::clinic
