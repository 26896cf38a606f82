#include "shared/clinic/profile.h"

#include "shared/clinic/writing.h"

#include <array>

namespace sango::clinic {
namespace {

using store::value;

struct TextField {
    const char* column;
    std::string Profile::*text;
};
constexpr std::array kTexts{
    TextField{"name_sealed", &Profile::name},           TextField{"kana_sealed", &Profile::kana},
    TextField{"address_sealed", &Profile::address},     TextField{"phone_sealed", &Profile::phone},
    TextField{"allergies_sealed", &Profile::allergies}, TextField{"follow_up_sealed", &Profile::follow_up}};

struct DecisionField {
    const char* column;
    std::string programme::Decision::*text;
};
constexpr std::array kDecisionTexts{DecisionField{"centre_sealed", &programme::Decision::centre},
                                    DecisionField{"coordinator_sealed", &programme::Decision::coordinator}};

/// Calls `each` with the column of every sealed text and with the text.
template <class P, class Each>
void each_text(P& profile, Each&& each) {
    for (const TextField& field : kTexts) each(field.column, profile.*field.text);
    for (const DecisionField& field : kDecisionTexts) each(field.column, profile.decision.*field.text);
}

std::optional<bool> maybe_bool(const store::Row& row, int column) {
    const auto number = row.maybe_integer(column);
    return number ? std::optional(*number != 0) : std::nullopt;
}

template <class From>
auto maybe_word(const store::Row& row, int column, From&& from) -> decltype(from(std::string_view())) {
    const auto text = row.maybe_text(column);
    return text ? from(*text) : std::nullopt;
}

template <class T>
store::Value word_value(const std::optional<T>& maybe) {
    return maybe ? value(programme::word(*maybe)) : store::Value(store::Null{});
}

template <class T>
void take(std::optional<T>& known, const std::optional<T>& told) {
    if (told) known = told;
}

/// Household and the day it was confirmed belong together; of two confirmed ones the later counts.
void take_household(programme::Mother& known, const programme::Mother& told) {
    if (!told.household) return;
    if (known.household_confirmed_on && told.household_confirmed_on &&
        *told.household_confirmed_on < *known.household_confirmed_on)
        return;
    if (known.household == told.household && !told.household_confirmed_on) return;
    known.household = told.household;
    known.household_confirmed_on = told.household_confirmed_on;
}

}  // namespace

bool Profile::says_the_same(const Profile& other) const {
    for (const TextField& field : kTexts)
        if (this->*field.text != other.*field.text) return false;
    return facts == other.facts && decision == other.decision;
}

Profile merged(Profile known, const Profile& told) {
    for (const TextField& field : kTexts)
        if (!(told.*field.text).empty()) known.*field.text = told.*field.text;
    known.source = told.source;
    take(known.facts.resident, told.facts.resident);
    take(known.facts.moved_out_on, told.facts.moved_out_on);
    take_household(known.facts, told.facts);
    take(known.facts.medical_treatment, told.facts.medical_treatment);
    take(known.facts.unwell_or_anxious, told.facts.unwell_or_anxious);
    take(known.facts.family_support, told.facts.family_support);
    take(known.facts.support_need, told.facts.support_need);
    take(known.facts.loss_on, told.facts.loss_on);
    take(known.decision.granted, told.decision.granted);
    take(known.decision.request_letter, told.decision.request_letter);
    for (const DecisionField& field : kDecisionTexts)
        if (!(told.decision.*field.text).empty()) known.decision.*field.text = told.decision.*field.text;
    // 0 from the roster is the municipality's word, elsewhere it is "not told".
    if (told.decision.extra_days != 0 || told.source == "roster")
        known.decision.extra_days = told.decision.extra_days;
    known.facts.acute_infection.reset();
    known.decision.first_use_here.reset();
    return known;
}

Result<std::optional<Profile>> newest_profile(const Clinic& clinic, std::string_view mother_id) {
    std::optional<Profile> profile;
    std::string id;
    std::array<Bytes, kTexts.size() + kDecisionTexts.size()> boxes;
    const auto read = clinic.database.query(
        "SELECT id, source, name_sealed, kana_sealed, address_sealed, phone_sealed, allergies_sealed, "
        "follow_up_sealed, centre_sealed, coordinator_sealed, "
        "resident, moved_out_on, household, household_confirmed_on, medical_treatment, unwell_or_anxious, "
        "family_support, support_need, loss_on, decision_granted, request_letter, extra_days "
        "FROM mother_profile WHERE mother_id = ?1 ORDER BY id DESC LIMIT 1",
        {value(mother_id)}, [&](const store::Row& row) {
            Profile& p = profile.emplace();
            id = row.text(0);
            p.source = row.text(1);
            for (std::size_t i = 0; i < boxes.size(); ++i) boxes[i] = row.bytes(2 + static_cast<int>(i));
            p.facts.resident = maybe_bool(row, 10);
            p.facts.moved_out_on = row.maybe_date(11);
            p.facts.household = maybe_word(row, 12, programme::household_from);
            p.facts.household_confirmed_on = row.maybe_date(13);
            p.facts.medical_treatment = maybe_bool(row, 14);
            p.facts.unwell_or_anxious = maybe_bool(row, 15);
            p.facts.family_support = maybe_word(row, 16, programme::family_support_from);
            p.facts.support_need = maybe_word(row, 17, programme::support_need_from);
            p.facts.loss_on = row.maybe_date(18);
            p.decision.granted = maybe_bool(row, 19);
            p.decision.request_letter = maybe_bool(row, 20);
            p.decision.extra_days = static_cast<int>(row.integer(21));
            return false;
        });
    if (!read) return read.error();
    if (!profile) return profile;
    std::optional<Error> closed;
    std::size_t box = 0;
    each_text(*profile, [&](const char* column, std::string& into) {
        auto text = unsealed(clinic, mother_id, {"mother_profile", column, id}, boxes[box++]);
        if (text)
            into = std::move(*text);
        else if (!closed)
            closed = text.error();
    });
    if (closed) return *closed;
    return profile;
}

Result<Done> write_profile(Clinic& clinic, std::string_view mother_id, const Profile& profile) {
    const std::string id = clinic.ids.next();
    const store::Stamp now = stamp(clinic);
    const programme::Mother& facts = profile.facts;
    std::vector<store::Column> columns{{"id", value(id)},
                                       {"mother_id", value(mother_id)},
                                       {"source", value(profile.source)},
                                       {"resident", value(facts.resident)},
                                       {"moved_out_on", value(facts.moved_out_on)},
                                       {"household", word_value(facts.household)},
                                       {"household_confirmed_on", value(facts.household_confirmed_on)},
                                       {"medical_treatment", value(facts.medical_treatment)},
                                       {"unwell_or_anxious", value(facts.unwell_or_anxious)},
                                       {"family_support", word_value(facts.family_support)},
                                       {"support_need", word_value(facts.support_need)},
                                       {"loss_on", value(facts.loss_on)},
                                       {"decision_granted", value(profile.decision.granted)},
                                       {"request_letter", value(profile.decision.request_letter)},
                                       {"extra_days", value(profile.decision.extra_days)},
                                       {"recorded_at", value(now.at)},
                                       {"recorded_by", value(now.actor)}};
    std::optional<Error> unsealable;
    each_text(profile, [&](const char* column, const std::string& text) {
        auto box = sealed(clinic, mother_id, {"mother_profile", column, id}, text);
        if (box)
            columns.push_back({column, std::move(*box)});
        else if (!unsealable)
            unsealable = box.error();
    });
    if (unsealable) return *unsealable;
    return store::insert(clinic.database, "mother_profile", columns, now, "profile");
}

}  // namespace sango::clinic
