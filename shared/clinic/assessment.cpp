#include "shared/clinic/check_in.h"
#include "shared/clinic/closure.h"
#include "shared/clinic/deemed_use.h"
#include "shared/clinic/orientation.h"
#include "shared/clinic/papers.h"
#include "shared/clinic/programme_settings.h"
#include "shared/clinic/writing.h"
#include "shared/programme/rules.h"

#include <algorithm>

namespace sango::clinic {
namespace {

using store::value;

Error unknown_mother() {
    return error("not_found", "この方の登録が見つかりません。名前で探すか、登録してください。",
                 "She is not registered here. Search by name, or register her.");
}

Result<const programme::Programme*> programme_of(const Clinic& clinic, const Mother& mother) {
    const auto* programme = clinic.programmes.find(mother.programme, japan_date(clinic.clock.now()));
    if (programme == nullptr)
        return error("unknown_programme",
                     "この自治体の事業はきょうの決まりがありません。事業の設定を確かめてください。",
                     "No rules of this municipality are in force today. Check the programme settings.");
    return programme;
}

struct Uses {
    std::vector<programme::Use> uses;
    bool any_here = false;
    std::optional<Instant> balance_age;
    std::string balance_id;  ///< of the municipality's newest answer; empty: none
};

programme::Use use_from(const store::Row& row) {
    return {programme::service_from(row.text(0)).value_or(programme::Service::day_care), row.date(1),
            static_cast<int>(row.integer(2)), static_cast<int>(row.integer(3))};
}

/// Here (not undone) and, by the municipality's newest answer, elsewhere.
Result<Uses> uses_of(const Clinic& clinic, std::string_view mother_id) {
    Uses uses;
    auto read = clinic.database.query(
        "SELECT service, first_day, days, units FROM service_use u WHERE mother_id = ?1 AND NOT EXISTS "
        "(SELECT 1 FROM use_undone x WHERE x.use_id = u.id) ORDER BY id",
        {value(mother_id)}, [&](const store::Row& row) {
            uses.uses.push_back(use_from(row));
            return true;
        });
    if (!read) return read.error();
    // What this clinic did before it kept its records here (earlier_uses.h).
    read = clinic.database.query(
        "SELECT e.service, e.first_day, e.days, e.units FROM mother m JOIN earlier_use e ON e.programme = "
        "m.programme AND e.user_number = m.user_number WHERE m.id = ?1 AND e.days > 0 AND NOT EXISTS "
        "(SELECT 1 FROM service_use u WHERE u.mother_id = m.id AND u.service = e.service AND u.first_day = "
        "e.first_day AND NOT EXISTS (SELECT 1 FROM use_undone x WHERE x.use_id = u.id)) ORDER BY e.id",
        {value(mother_id)}, [&](const store::Row& row) {
            uses.uses.push_back(use_from(row));
            return true;
        });
    if (!read) return read.error();
    uses.any_here = !uses.uses.empty();
    const auto deemed = deemed_uses_of(clinic, mother_id);
    if (!deemed) return deemed.error();
    for (const DeemedUse& use : *deemed)
        uses.uses.push_back({use.service, use.first_day, use.days, use.units});
    read = clinic.database.query(
        "SELECT id, answered_at FROM balance WHERE mother_id = ?1 ORDER BY id DESC LIMIT 1",
        {value(mother_id)}, [&](const store::Row& row) {
            uses.balance_id = row.text(0);
            uses.balance_age = row.instant(1);
            return false;
        });
    if (!read) return read.error();
    read = clinic.database.query(
        "SELECT service, first_day, days, units FROM balance_use WHERE balance_id = ?1 ORDER BY ordinal",
        {value(uses.balance_id)}, [&](const store::Row& row) {
            uses.uses.push_back(use_from(row));
            return true;
        });
    if (!read) return read.error();
    return uses;
}

/// Coupons that went since a card was issued: here, and by the municipality's newest answer elsewhere.
Result<int> coupons_used_since(const Clinic& clinic, std::string_view mother_id, Instant issued,
                               const Uses& uses) {
    const auto here = clinic.database.integer(
        "SELECT sum(coupons_used) FROM service_use u WHERE mother_id = ?1 AND checked_in_at >= ?2 AND "
        "NOT EXISTS (SELECT 1 FROM use_undone x WHERE x.use_id = u.id)",
        {value(mother_id), value(issued)});
    if (!here) return here.error();
    const auto deemed = clinic.database.integer(
        "SELECT sum(coupons_used) FROM deemed_use d WHERE mother_id = ?1 AND recorded_at >= ?2 AND NOT "
        "EXISTS "
        "(SELECT 1 FROM deemed_use_withdrawn w WHERE w.deemed_id = d.id)",
        {value(mother_id), value(issued)});
    if (!deemed) return deemed.error();
    // An answer tells days, not moments: a use on the day of issue is on the card already.
    const auto elsewhere = clinic.database.integer(
        "SELECT sum(coupons_used) FROM balance_use WHERE balance_id = ?1 AND first_day > ?2",
        {value(uses.balance_id), value(japan_date(issued))});
    if (!elsewhere) return elsewhere.error();
    return static_cast<int>(here->value_or(0) + deemed->value_or(0) + elsewhere->value_or(0));
}

/// What the card of this draft says; without one, what the newest card said. Less the coupons used since it
/// was issued.
Result<std::optional<programme::Card>> card_of(const Clinic& clinic, const CheckInDraft& draft,
                                               const Uses& uses) {
    std::optional<programme::Card> card;
    Instant issued_at{};
    const bool seen = draft.shown == "coupon_seen";  // then only what coupons told holds
    auto read = clinic.database.query(
        "SELECT kind, interview_on, coupons_left, copay_per_unit, issued_at FROM certificate "
        "WHERE mother_id = ?1 AND (?2 = '' OR id = ?2) AND (?3 = 0 OR kind = 'coupon') "
        "ORDER BY id DESC LIMIT 1",
        {value(draft.mother_id), value(draft.certificate_id), value(seen)}, [&](const store::Row& row) {
            card.emplace();
            card->kind = programme::card_kind_from(row.text(0));
            card->interview_on = row.maybe_date(1);
            if (const auto left = row.maybe_integer(2)) card->coupons_left = static_cast<int>(*left);
            if (const auto yen = row.maybe_integer(3)) card->copay_per_unit = Yen(*yen);
            issued_at = row.instant(4);
            return false;
        });
    if (!read) return read.error();
    if (!card && !draft.certificate_id.empty())
        return error("not_found", "読み取ったカードの記録が見つかりません。もう一度カードを読んでください。",
                     "The record of the card is not there. Scan the card again.");
    if (card && card->coupons_left) {
        const auto used = coupons_used_since(clinic, draft.mother_id, issued_at, uses);
        if (!used) return used.error();
        card->coupons_left = std::max(0, *card->coupons_left - *used);
    }
    if (seen) {
        if (!card) card.emplace();
        card->kind = programme::CardKind::coupon;
    }
    if (draft.copay_per_unit) {
        if (!card) card.emplace();
        card->copay_per_unit = draft.copay_per_unit;
    }
    return card;
}

/// When this use was asked for: the moment of its booking. At the desk a booked use is not booked anew; a
/// walk-in is asked for now.
Result<Instant> asked_at(const Clinic& clinic, std::string_view booking_id) {
    if (booking_id.empty()) return clinic.clock.now();
    const auto booking = find_booking(clinic, booking_id);
    if (!booking) return booking.error();
    return *booking ? (*booking)->asked_at : clinic.clock.now();
}

/// The municipality's decision and request letter, as it shared them.
Result<Done> apply_papers(const Clinic& clinic, const Mother& mother, programme::Request& request) {
    const auto decision = decision_on(clinic, mother.id, request.service, request.start);
    if (!decision) return decision.error();
    if (*decision) apply_decision(**decision, request);
    const auto letter = has_request_letter(clinic, mother.id);
    if (!letter) return letter.error();
    if (*letter) request.decision->request_letter = true;
    return Done{};
}

/// Whether a mother has had the orientation is hers, not the clinic's: it stands under the setting that the
/// programme asks for.
Result<Done> answer_orientation(const Clinic& clinic, const Mother& mother, programme::Settings& settings) {
    const auto* programme = clinic.programmes.find(mother.programme, japan_date(clinic.clock.now()));
    if (programme == nullptr || !programme->rules().orientation) return Done{};
    const auto had = had_orientation(clinic, mother.id);
    if (!had) return had.error();
    settings[programme->rules().orientation->done_setting] = *had ? 1 : 0;
    return Done{};
}

Result<programme::Request> request_of(const Clinic& clinic, const CheckInDraft& draft, const Mother& mother,
                                      const Uses& uses) {
    programme::Request request;
    request.service = draft.service;
    request.start = japan_date(clinic.clock.now());
    request.days = draft.days;
    request.units = draft.units;
    auto asked = asked_at(clinic, draft.booking_id);
    if (!asked) return asked.error();
    request.asked_at = *asked;
    request.mother = mother.facts;
    request.mother->acute_infection = draft.acute_infection;
    if (draft.medical_treatment) request.mother->medical_treatment = draft.medical_treatment;
    request.children.emplace();
    for (const Child& child : mother.children)
        request.children->push_back({child.born, child.due, child.weight_g});
    request.used = uses.uses;
    auto card = card_of(clinic, draft, uses);
    if (!card) return card.error();
    request.card = *card;
    request.decision = mother.decision;
    request.decision->first_use_here = !uses.any_here;
    if (auto applied = apply_papers(clinic, mother, request); !applied) return applied.error();
    auto closed = closed_days_before(clinic, request.start);
    if (!closed) return closed.error();
    request.closed_days = std::move(*closed);
    auto settings = programme_settings(clinic, mother.programme);
    if (!settings) return settings.error();
    request.settings = std::move(*settings);
    if (auto answered = answer_orientation(clinic, mother, request.settings); !answered)
        return answered.error();
    return request;
}

/// Uses that only her paper card tells of, each before today and on a day of its own.
void add_stamped(programme::Request& request, int count, const programme::Programme& programme) {
    const programme::ServiceRules* rules = programme.rules().service(request.service);
    if (rules == nullptr || !request.used) return;
    const int days = rules->counting == programme::Counting::nights ? 2 : 1;
    for (int i = 1; i <= count; ++i)
        request.used->push_back({request.service, request.start - std::chrono::days(2 * i), days, 1});
}

/// Answers that hang on today's date are a person's while the clock cannot be believed: the window's row says
/// so under its own source, and a refusal for the date alone becomes a question.
void doubt_the_clock(programme::Verdict& verdict, const programme::Programme& programme,
                     programme::Service service) {
    using programme::Outcome;
    const Message doubt{"この端末の日付か時刻が違うようです。きょうの日付を確かめてください。",
                        "This terminal's date or time seems wrong. Check today's date."};
    const programme::ServiceRules* rules = programme.rules().service(service);
    std::string source = rules != nullptr ? rules->window.source : programme.rules().source;
    std::erase_if(verdict.reasons, [&](programme::Reason& reason) {
        if (reason.rule != "window") return false;
        source = std::move(reason.source);
        return true;
    });
    verdict.reasons.insert(verdict.reasons.begin(), {"window", Outcome::ask, doubt, std::move(source)});
    verdict.verdict = Outcome::ask;
    for (programme::Reason& reason : verdict.reasons) {
        if (reason.rule == "booking_window" && reason.verdict == Outcome::refuse)
            reason.verdict = Outcome::ask;
        verdict.verdict = std::max(verdict.verdict, reason.verdict);
    }
}

}  // namespace

Result<programme::Request> request_for(const Clinic& clinic, const CheckInDraft& draft) {
    const auto mother = find_mother(clinic, draft.mother_id);
    if (!mother) return mother.error();
    if (!*mother) return unknown_mother();
    const auto uses = uses_of(clinic, draft.mother_id);
    if (!uses) return uses.error();
    return request_of(clinic, draft, **mother, *uses);
}

Result<Assessment> assess(const Clinic& clinic, const CheckInDraft& draft) {
    const auto mother = find_mother(clinic, draft.mother_id);
    if (!mother) return mother.error();
    if (!*mother) return unknown_mother();
    const auto programme = programme_of(clinic, **mother);
    if (!programme) return programme.error();
    const auto uses = uses_of(clinic, draft.mother_id);
    if (!uses) return uses.error();
    auto request = request_of(clinic, draft, **mother, *uses);
    if (!request) return request.error();

    Assessment assessment;
    if (request->card) assessment.card_kind = request->card->kind;
    if (const auto left = programme::allowance(**programme, *request))
        assessment.used_known = left->total - left->left;
    if (draft.stamps) add_stamped(*request, *draft.stamps - assessment.used_known, **programme);
    assessment.verdict = programme::judge(**programme, *request);
    if (!clock_trustworthy(clinic)) doubt_the_clock(assessment.verdict, **programme, draft.service);
    for (const programme::Service service : (*programme)->services()) {
        request->service = service;
        if (const auto left = programme::allowance(**programme, *request))
            assessment.allowances.emplace_back(service, *left);
    }
    assessment.balance_age = uses->balance_age;
    const auto on = contracted(clinic, mother->value().programme);
    if (!on) return on.error();
    assessment.contracted = *on;
    return assessment;
}

}  // namespace sango::clinic
