#include "shared/clinic/registering.h"

#include "shared/base/text.h"
#include "shared/base/user_number.h"
#include "shared/clinic/name_index.h"
#include "shared/clinic/profile.h"
#include "shared/clinic/writing.h"
#include "shared/programme/rules.h"

#include <algorithm>
#include <array>

namespace sango::clinic {
namespace {

using store::value;

constexpr std::size_t kMostNumberBytes = 64;
constexpr std::size_t kMostChildren = 10;
constexpr Date kEarliestDay = make_date(1900, 1, 1);
constexpr Date kLatestDay = make_date(2999, 12, 31);

Error programme_not_here() {
    return error("unknown_programme", "この自治体の事業は登録されていません。事業の設定を確かめてください。",
                 "This municipality's programme is not known here. Check the programme settings.");
}

Error bad_number() {
    return error("bad_number", "利用者番号が正しくありません。カードの番号をもう一度見て入れてください。",
                 "The user number is not right. Look at the card and type it again.");
}

Error bad_text() {
    return error("bad_text", "名前や住所に使えない文字があるか、長すぎます。入れ直してください。",
                 "A name or address holds signs that cannot be kept, or is too long. Type it again.");
}

Error bad_child() {
    return error("bad_child", "お子さんの日付か体重が正しくありません。確かめて入れ直してください。",
                 "A child's date or weight is not right. Check it and type it again.");
}

/// The number as it is kept: canonical where its check sign holds, else as the municipality wrote it.
std::string kept_number(std::string_view written) {
    std::string number = narrow(written);
    return parse_user_number(number).value_or(number);
}

bool is_number(std::string_view number) {
    return !number.empty() && is_line(number, kMostNumberBytes);
}

bool plausible(const std::optional<Date>& day) {
    return !day || (*day >= kEarliestDay && *day <= kLatestDay);
}

Result<Done> check(const Registration& told) {
    for (const std::string* text : {&told.name, &told.kana, &told.address, &told.phone, &told.allergies,
                                    &told.decision.centre, &told.decision.coordinator})
        if (!is_line(*text, kMostLineBytes)) return bad_text();
    if (!is_free_text(told.follow_up, kMostTextBytes)) return bad_text();
    if (told.children.size() > kMostChildren) return bad_child();
    for (const Child& child : told.children) {
        if (!is_line(child.name, kMostLineBytes)) return bad_text();
        if (!plausible(child.born) || !plausible(child.due)) return bad_child();
        if (child.weight_g && (*child.weight_g < 100 || *child.weight_g > 29'999)) return bad_child();
    }
    for (const auto& day : {told.facts.moved_out_on, told.facts.household_confirmed_on, told.facts.loss_on})
        if (!plausible(day)) return bad_child();
    constexpr std::array<std::string_view, 4> kSources{"typed", "card", "roster", "csv"};
    if (std::ranges::find(kSources, told.source) == kSources.end() || told.decision.extra_days < 0 ||
        told.decision.extra_days > 366)
        return bad_text();
    return Done{};
}

Profile profile_of(const Registration& told) {
    Profile profile{told.source,    told.name,      told.kana,  told.address, told.phone,
                    told.allergies, told.follow_up, told.facts, told.decision};
    profile.facts.acute_infection.reset();
    profile.decision.first_use_here.reset();
    return profile;
}

Result<std::string> add_mother(Clinic& clinic, std::string_view programme, std::string_view number) {
    const std::string id = clinic.ids.next();
    const store::Stamp now = stamp(clinic);
    auto done = store::insert(clinic.database, "mother",
                              {{"id", value(id)},
                               {"programme", value(programme)},
                               {"user_number", value(number)},
                               {"registered_at", value(now.at)},
                               {"registered_by", value(now.actor)}},
                              now, "register");
    if (done) done = clinic.keys.add_mother(clinic.database, id, now);
    if (!done) return done.error();
    return id;
}

}  // namespace

Result<Registered> register_within(Clinic& clinic, const Registration& told) {
    if (auto sound = check(told); !sound) return sound.error();
    const programme::Programme* programme =
        clinic.programmes.find(told.programme, japan_date(clinic.clock.now()));
    if (programme == nullptr) return programme_not_here();
    const std::string number = kept_number(told.user_number);
    if (!is_number(number)) return bad_number();
    const auto known_id =
        clinic.database.text("SELECT id FROM mother WHERE programme = ?1 AND user_number = ?2",
                             {value(programme->id()), value(number)});
    if (!known_id) return known_id.error();

    Registered registered{known_id->value_or(""), !known_id->has_value()};
    std::optional<Profile> known;
    if (registered.added) {
        // A number typed for the first time is held to its check sign, where the municipality's numbers have
        // one.
        if (told.source == "typed" && programme->rules().user_number_prefix != 0 &&
            !parse_user_number(number))
            return bad_number();
        auto id = add_mother(clinic, programme->id(), number);
        if (!id) return id.error();
        registered.mother_id = std::move(*id);
    } else {
        auto newest = newest_profile(clinic, registered.mother_id);
        if (!newest) return newest.error();
        known = std::move(*newest);
    }
    const Profile now = known ? merged(*known, profile_of(told)) : profile_of(told);
    if (!known || !now.says_the_same(*known))
        if (auto done = write_profile(clinic, registered.mother_id, now); !done) return done.error();
    if (auto done = merge_children(clinic, registered.mother_id, told.children); !done) return done.error();
    return registered;
}

Result<std::string> register_mother(Clinic& clinic, const Registration& registration) {
    const auto registered =
        transact(clinic, Right::reception, [&] { return register_within(clinic, registration); });
    if (!registered) {
        clinic.keys.forget();  // a key that was rolled back must not stay
        return registered.error();
    }
    if (auto done = index_name(clinic, registered->mother_id); !done) return done.error();
    return registered->mother_id;
}

Result<Done> index_name(Clinic& clinic, std::string_view mother_id) {
    if (!clinic.names->built()) return Done{};
    const auto mother = find_mother(clinic, mother_id);
    if (!mother) return mother.error();
    if (*mother)
        clinic.names->put(
            NameIndex::entry(mother_id, (*mother)->name, (*mother)->kana, (*mother)->user_number));
    return Done{};
}

}  // namespace sango::clinic
