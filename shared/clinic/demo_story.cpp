#include "shared/clinic/demo_story.h"

#include "shared/base/text.h"

#include <algorithm>
#include <memory>

namespace sango::clinic {
namespace {

using std::chrono::minutes;

/// The kind of card that this programme gave to whoever was interviewed on that day.
programme::CardKind card_kind(const programme::Programme& programme, Date interview) {
    for (const auto kind : {programme::CardKind::coupon, programme::CardKind::card}) {
        programme::Request request;
        request.start = interview;
        request.service = programme.services().front();
        request.card = programme::Card{kind, std::nullopt, Yen(0), interview};
        const auto verdict = programme::judge(programme, request);
        const auto card = std::ranges::find(verdict.reasons, "card", &programme::Reason::rule);
        if (card == verdict.reasons.end()) return programme::CardKind::card;
        if (card->verdict != programme::Outcome::refuse && card->missing.empty()) return kind;
    }
    return programme::CardKind::card;
}

/// What she has left of the coupons that were given to her.
std::optional<int> coupons_left(const Clinic& clinic, const Mother& mother, const DemoMother& demo) {
    if (!demo.coupons) return std::nullopt;
    const auto used = clinic.database.integer(
        "SELECT sum(coupons_used) FROM service_use WHERE mother_id = ?1", {store::value(mother.id)});
    return std::max(0, *demo.coupons - (used ? static_cast<int>(used->value_or(0)) : 0));
}

card::Claims claims_of(Clinic& clinic, const Mother& mother, const DemoMother& demo, Date today) {
    const auto& programme = *clinic.programmes.find(mother.programme, today);
    const Instant now = clinic.clock.now();
    card::Claims claims;
    claims.issuer = programme.code();
    claims.user = mother.user_number;
    claims.issued_at = claims.not_before = now - std::chrono::hours(1);
    claims.expires = now + std::chrono::days(180);
    const std::string id = clinic.ids.next();
    claims.id.assign(id.begin(), id.end());
    claims.interview_on = demo_interview(demo, today);
    claims.kind = card_kind(programme, *claims.interview_on) == programme::CardKind::coupon
                      ? card::Kind::coupon
                      : card::Kind::card;
    for (const Child& child : mother.children) {
        if (child.born) claims.births.push_back(*child.born);
        claims.due = child.due;
    }
    if (demo.copay_per_unit) claims.copay_per_unit = Yen(*demo.copay_per_unit);
    claims.coupons_left = coupons_left(clinic, mother, demo);
    claims.loss_on = mother.facts.loss_on;
    return claims;
}

Result<std::string> arrive(Clinic& clinic, const DemoVisit& visit, Date today) {
    const auto mother = demo_mother(clinic, visit.name);
    if (!mother) return mother.error();
    const auto demo = std::ranges::find(demo_mothers(), visit.name, &DemoMother::name);
    const auto shown = show_card(clinic, claims_of(clinic, *mother, *demo, today));
    if (!shown) return shown.error();
    CheckInDraft draft;
    draft.mother_id = shown->mother_id;
    draft.certificate_id = shown->certificate_id;
    draft.service = visit.service;
    draft.days = visit.days;
    draft.units = visit.units;
    draft.acute_infection = false;
    draft.place = visit.place;
    const auto kind = clinic.database.text("SELECT kind FROM certificate WHERE id = ?1",
                                           {store::value(shown->certificate_id)});
    if (!kind) return kind.error();
    draft.shown = kind->value_or("card");
    draft.stamped = draft.shown == "card";
    return check_in(clinic, draft);
}

Result<Done> leave(Clinic& clinic, const std::string& use_id) {
    const auto copay =
        clinic.database.integer("SELECT copay FROM service_use WHERE id = ?1", {store::value(use_id)});
    if (!copay) return copay.error();
    return check_out(clinic, {use_id, Condition::tired, Condition::well, false, Yen(copay->value_or(0))});
}

Result<Done> few_notes(Clinic& clinic, const DemoVisit& visit, const std::string& use_id) {
    const auto mother = demo_mother(clinic, visit.name);
    if (!mother) return mother.error();
    const Instant now = clinic.clock.now();
    std::vector<NewNote> notes;
    for (const Child& child : mother->children) {
        notes.push_back({use_id, child.id, NoteKind::milk, "", 80, "", now});
        notes.push_back({use_id, child.id, NoteKind::nappy, "urine", std::nullopt, "", now});
        notes.push_back({use_id, child.id, NoteKind::temperature, "", 369, "", now});
        if (child.born)
            notes.push_back({use_id, child.id, NoteKind::weight, "",
                             child.weight_g.value_or(3'000) +
                                 32 * static_cast<int>((japan_date(now) - *child.born).count()),
                             "", now});
    }
    notes.push_back(
        {use_id, "", NoteKind::counselling, "", std::nullopt, "授乳と休み方についてお話ししました。", now});
    for (const NewNote& note : notes)
        if (auto written = write_note(clinic, note); !written) return written.error();
    return Done{};
}

}  // namespace

void DemoStory::at(Instant moment, std::function<Result<Done>()> happens) {
    if (moment <= end_) happenings_.push_back({moment, std::move(happens)});
}

Result<Done> DemoStory::play() {
    std::ranges::stable_sort(happenings_, {}, &Happening::moment);
    const auto people = staff(clinic_);
    if (!people) return people.error();
    for (const Happening& one : happenings_) {
        clock_.jump_to(one.moment);
        const auto hour =
            std::chrono::duration_cast<std::chrono::hours>(japan_time_of_day(one.moment)).count();
        const bool night = hour < 7 || hour >= 21;
        const auto on_duty = std::ranges::find(*people, night ? Role::night : Role::desk, &Staff::role);
        if (auto acts = act_as(clinic_, on_duty == people->end() ? people->front().id : on_duty->id); !acts)
            return acts;
        if (auto done = one.happens(); !done) return done;
    }
    clock_.jump_to(end_);
    return Done{};
}

Result<Mother> demo_mother(const Clinic& clinic, std::string_view name) {
    auto found = search_mothers(clinic, name, 1);
    if (!found) return found.error();
    if (found->empty())
        return error("not_found", "デモの利用者が見つかりません。", "A mother of the demo is missing.");
    return std::move(found->front());
}

void tell_visit(DemoStory& story, const DemoVisit& visit) {
    const auto use_id = std::make_shared<std::string>();
    story.at(visit.arrives, [&story, visit, use_id]() -> Result<Done> {
        auto use = arrive(story.clinic(), visit, story.today());
        if (!use) return use.error();
        *use_id = std::move(*use);
        return Done{};
    });
    if (visit.a_day_of_notes) {
        tell_day_of_notes(story, visit, [use_id] { return *use_id; });
    } else {
        const Instant noted = visit.leaves ? *visit.leaves - minutes(30) : story.end() - minutes(20);
        story.at(std::max(noted, visit.arrives),
                 [&story, visit, use_id] { return few_notes(story.clinic(), visit, *use_id); });
    }
    if (!visit.leaves) return;
    story.at(*visit.leaves, [&story, use_id] { return leave(story.clinic(), *use_id); });
    if (visit.reported)
        story.at(*visit.leaves + minutes(20), [&story, use_id] { return story.report_on_use(*use_id); });
}

}  // namespace sango::clinic
