#include "shared/clinic/check_in.h"
#include "shared/clinic/closure.h"
#include "shared/clinic/deemed_use.h"
#include "shared/clinic/programme_settings.h"
#include "shared/clinic/writing.h"

#include <algorithm>

namespace sango::clinic {
namespace {

using store::value;

constexpr std::chrono::days kSomeWeeks{60};  ///< as far back as a deadline is moved by closed days

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
    std::string balance;
    read = clinic.database.query(
        "SELECT id, answered_at FROM balance WHERE mother_id = ?1 ORDER BY id DESC LIMIT 1",
        {value(mother_id)}, [&](const store::Row& row) {
            balance = row.text(0);
            uses.balance_age = row.instant(1);
            return false;
        });
    if (!read) return read.error();
    read = clinic.database.query(
        "SELECT service, first_day, days, units FROM balance_use WHERE balance_id = ?1 ORDER BY ordinal",
        {value(balance)}, [&](const store::Row& row) {
            uses.uses.push_back(use_from(row));
            return true;
        });
    if (!read) return read.error();
    return uses;
}

/// What the card of this draft says; without one, what the newest card said, less the coupons used here
/// since.
Result<std::optional<programme::Card>> card_of(const Clinic& clinic, const CheckInDraft& draft) {
    std::optional<programme::Card> card;
    Instant read_at{};
    auto read = clinic.database.query(
        "SELECT kind, interview_on, coupons_left, copay_per_unit, read_at FROM certificate "
        "WHERE mother_id = ?1 AND (?2 = '' OR id = ?2) ORDER BY id DESC LIMIT 1",
        {value(draft.mother_id), value(draft.certificate_id)}, [&](const store::Row& row) {
            card.emplace();
            card->kind = programme::card_kind_from(row.text(0));
            card->interview_on = row.maybe_date(1);
            if (const auto left = row.maybe_integer(2)) card->coupons_left = static_cast<int>(*left);
            if (const auto yen = row.maybe_integer(3)) card->copay_per_unit = Yen(*yen);
            read_at = row.instant(4);
            return false;
        });
    if (!read) return read.error();
    if (!card && !draft.certificate_id.empty())
        return error("not_found", "読み取ったカードの記録が見つかりません。もう一度カードを読んでください。",
                     "The record of the card is not there. Scan the card again.");
    if (card && card->coupons_left) {
        const auto used = clinic.database.integer(
            "SELECT (SELECT coalesce(sum(coupons_used), 0) FROM service_use u WHERE mother_id = ?1 AND "
            "checked_in_at >= ?2 AND NOT EXISTS (SELECT 1 FROM use_undone x WHERE x.use_id = u.id)) + "
            "(SELECT coalesce(sum(coupons_used), 0) FROM deemed_use d WHERE mother_id = ?1 AND recorded_at "
            ">= ?2 "
            "AND NOT EXISTS (SELECT 1 FROM deemed_use_withdrawn w WHERE w.deemed_id = d.id))",
            {value(draft.mother_id), value(read_at)});
        if (!used) return used.error();
        card->coupons_left = std::max(0, *card->coupons_left - static_cast<int>(used->value_or(0)));
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
    auto card = card_of(clinic, draft);
    if (!card) return card.error();
    request.card = *card;
    request.decision = mother.decision;
    request.decision->first_use_here = !uses.any_here;
    auto closed = closed_days(clinic, request.start - kSomeWeeks, request.start);
    if (!closed) return closed.error();
    request.closed_days = std::move(*closed);
    auto settings = programme_settings(clinic, mother.programme);
    if (!settings) return settings.error();
    request.settings = std::move(*settings);
    return request;
}

void doubt_the_clock(programme::Verdict& verdict) {
    verdict.verdict = std::max(verdict.verdict, programme::Outcome::ask);
    verdict.reasons.push_back({"window",
                               programme::Outcome::ask,
                               {"この端末の日付か時刻が違うようです。きょうの日付を確かめてください。",
                                "This terminal's date or time seems wrong. Check today's date."},
                               ""});
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
    assessment.verdict = programme::judge(**programme, *request);
    if (!clock_trustworthy(clinic)) doubt_the_clock(assessment.verdict);
    for (const programme::Service service : (*programme)->services()) {
        request->service = service;
        if (const auto left = programme::allowance(**programme, *request))
            assessment.allowances.emplace_back(service, *left);
    }
    assessment.balance_age = uses->balance_age;
    return assessment;
}

}  // namespace sango::clinic
