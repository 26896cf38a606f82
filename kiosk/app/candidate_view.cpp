#include "kiosk/app/check_in_desk.h"
#include "kiosk/app/child_line.h"
#include "kiosk/app/shared_papers_desk.h"
#include "shared/base/text.h"
#include "shared/clinic/alerts.h"
#include "shared/clinic/card_loss.h"
#include "shared/clinic/programme_settings.h"
#include "shared/programme/rules.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::app {
namespace {

using namespace screens;
using programme::Outcome;
using programme::Service;

Message headline(Outcome outcome) {
    switch (outcome) {
        case Outcome::accept:
            return {"ご利用いただけます", "She may come in"};
        case Outcome::ask:
            return {"確認が必要です", "Something must be confirmed"};
        case Outcome::refuse:
            return {"ご利用いただけません", "She cannot use it today"};
    }
    return {};
}

bool counts_days(Service service) {
    return service == Service::short_stay || service == Service::sibling_short_stay;
}

Message subtitle(const Message& service, const clinic::CheckInDraft& draft, Date today) {
    if (!counts_days(draft.service)) {
        if (draft.units > 1)
            return {fmt::format("{}　きょう {}単位", service.ja, draft.units),
                    fmt::format("{}, today, {} units", service.en, draft.units)};
        return {service.ja + "　きょう1日", service.en + ", today"};
    }
    const Date last = today + std::chrono::days(draft.days - 1);
    return {
        fmt::format("{}　{}泊{}日（{}まで）", service.ja, draft.days - 1, draft.days, month_day_text(last)),
        fmt::format("{}, {} days until {}", service.en, draft.days, english_date_text(last))};
}

std::optional<Message> balance_note(const std::optional<Instant>& answered, Instant now) {
    if (!answered)
        return Message{"ほかの施設での利用: まだ確認できていません", "Uses elsewhere: not known yet"};
    const auto age = now - *answered;
    if (age < std::chrono::minutes(2))
        return Message{"ほかの施設での利用: 確認ずみ", "Uses elsewhere: just checked"};
    if (japan_date(*answered) == japan_date(now))
        return Message{"ほかの施設での利用: " + time_text(*answered) + " 時点",
                       "Uses elsewhere: as of " + time_text(*answered)};
    return Message{"ほかの施設での利用: " + month_day_text(japan_date(*answered)) + " 時点",
                   "Uses elsewhere: as of " + english_date_text(japan_date(*answered))};
}

const ReasonRow* reason_of(const CandidateView& view, std::string_view rule) {
    const auto found = std::ranges::find(view.reasons, rule, &ReasonRow::rule);
    return found == view.reasons.end() ? nullptr : &*found;
}

/// Why 受付する cannot be pressed, in the order in which the desk mends it.
std::optional<Message> blocking(const CandidateView& view) {
    if (reason_of(view, "contract") != nullptr)
        return Message{"契約していない事業です", "This programme is off here"};
    if (view.verdict == Outcome::refuse)
        return Message{"この方は今日は利用できません", "She cannot use it today"};
    for (const AlertChip& alert : view.alerts)
        if (!alert.acknowledged)
            return Message{"注意「" + alert.text.ja + "」を確認してください",
                           "Tap the alert first: " + alert.text.en};
    if (view.asks_infection && !view.infected)
        return Message{"きょうの体調をお聞きください", "Ask how they feel today"};
    if (view.asks_treatment && !view.treatment)
        return Message{"医療的な処置の有無をお聞きください", "Ask about medical treatment"};
    if (view.asks_stamp && !view.stamped)
        return Message{"カードに記入・押印してください", "Write the date on the card and stamp it"};
    return std::nullopt;
}

/// "002 利用できる方" -> "利用できる方": the number names the paper in the programme file; at the desk the
/// section does.
std::string section(std::string_view source) {
    const auto after = source.find_first_not_of("0123456789");
    return std::string(trim(after == std::string_view::npos ? source : source.substr(after)));
}

Message alert_text(clinic::Alert alert, const clinic::Mother& mother) {
    switch (alert) {
        case clinic::Alert::allergy:
            return allergy_text(mother);
        case clinic::Alert::follow_up:
            if (!mother.follow_up.empty()) return {mother.follow_up, mother.follow_up};
            return {"前回（" + month_day_text(*mother.follow_up_on) + "）支援のご希望あり",
                    "Wished for follow-up on " + english_date_text(*mother.follow_up_on)};
        case clinic::Alert::support:
            return {"支援計画あり", "Has a support plan"};
    }
    return {};
}

void set_person(CandidateView& view, const clinic::Mother& mother, const programme::Programme& programme,
                Date today, const std::set<clinic::Alert>& seen) {
    view.mother_id = mother.id;
    view.name = mother.name;
    view.kana = mother.kana;
    view.user_number = mother.user_number;
    view.programme = programme.name();
    view.colour = programme.colour();
    for (const clinic::Child& child : mother.children) view.children.push_back(child_line(child, today));
    for (const clinic::Alert alert : clinic::alerts_of(mother))
        view.alerts.push_back(
            {std::string(clinic::word(alert)), alert_text(alert, mother), seen.contains(alert)});
}

/// Nobody is asked to pay for what is refused, but where the programme lets her have it at her whole cost.
bool has_price(const programme::Verdict& verdict, const programme::Programme& programme) {
    return std::ranges::all_of(verdict.reasons, [&](const programme::Reason& reason) {
        return reason.verdict != Outcome::refuse ||
               (programme.rules().whole_price && (reason.rule == "limit" || reason.rule == "residency"));
    });
}

bool share_a_limit(const programme::Rules& rules, Service one, Service other) {
    return std::ranges::any_of(rules.limits, [&](const programme::Limit& limit) {
        return std::ranges::find(limit.services, one) != limit.services.end() &&
               std::ranges::find(limit.services, other) != limit.services.end();
    });
}

/// One bar for each limit: services that share one share its bar, or what is left would be read twice over.
void set_allowances(CandidateView& view, const clinic::Assessment& assessment,
                    const programme::Programme& programme) {
    for (const auto& [service, allowance] : assessment.allowances) {
        const auto shared = std::ranges::find_if(view.allowances, [&](const AllowanceBar& bar) {
            return bar.left == allowance.left && bar.total == allowance.total &&
                   share_a_limit(programme.rules(), bar.service, service);
        });
        const Message name = programme.service_name(service);
        if (shared == view.allowances.end()) {
            view.allowances.push_back({service, name, allowance.left, allowance.total});
        } else {
            shared->name.ja += "・" + name.ja;
            shared->name.en += ", " + name.en;
        }
    }
    if (view.allowances.size() == 1 && assessment.allowances.size() > 1)
        view.allowances.front().name = {"全サービス合わせて", "All services"};
}

/// What the programme says of a booked use to which nobody comes.
Message no_show_text(const programme::Programme& programme) {
    Message text{"予約の時刻を過ぎています。来院なしとして記録します。",
                 "Her time is past. It will be recorded that she did not come."};
    const auto late = programme.late_cancel();
    if (!late) return text;
    if (late->counts_as_use) {
        text.ja += "1回のご利用とみなします。";
        text.en += " It counts as a use.";
    }
    if (late->copay_due) {
        text.ja += "利用者負担額をいただきます。";
        text.en += " The copay is due.";
    }
    return text;
}

/// Whether she is expected, and since when.
void set_booking(CandidateView& view, const clinic::Clinic& clinic, const clinic::CheckInDraft& draft,
                 const programme::Programme& programme) {
    view.booking_id = draft.booking_id;
    const auto expected = clinic::expected_today(clinic);
    if (draft.booking_id.empty() || !expected.ok()) {
        view.subtitle.ja += "　予約なし";
        view.subtitle.en += ", no booking";
        return;
    }
    const auto row = std::ranges::find(expected.value(), draft.booking_id, &clinic::Expected::booking_id);
    if (row == expected->end()) return;
    if (row->starts_at) {
        const std::string time = fmt::format("{}:{:02}", *row->starts_at / 60, *row->starts_at % 60);
        view.subtitle.ja += "　予約 " + time;
        view.subtitle.en += ", booked for " + time;
    }
    if (row->attendance == clinic::Attendance::late) view.no_show = no_show_text(programme);
}

/// What there is to do about her card or coupon while it has not been read.
Result<Done> set_card(CandidateView& view, const clinic::Clinic& clinic, const clinic::CheckInDraft& draft,
                      const clinic::Mother& mother, const programme::Programme& programme,
                      const clinic::Assessment& assessment) {
    using programme::CardKind;
    const bool after_loss = mother.facts.loss_on.has_value();
    view.has_coupons = programme.has_card(CardKind::coupon);
    view.has_cards = view.has_coupons || programme.has_card(CardKind::card);
    view.coupon_seen = draft.shown == "coupon_seen";
    view.coupon_sentence = programme.card_instruction(CardKind::coupon);
    for (CouponCode& code : coupon_codes(clinic))
        if (code.programme == mother.programme) view.coupon_code = std::move(code.code);

    // Where the paper is silent, the municipality is asked.
    const Message& who = programme.name();
    view.forgotten_sentence = programme.forgotten_card_instruction(assessment.card_kind, after_loss);
    if (view.forgotten_sentence.ja.empty())
        view.forgotten_sentence = {"カードがないときの扱いを、" + who.ja + "に確かめてください。",
                                   "Ask " + who.en + " what to do without the card."};
    view.lost_sentence = programme.lost_card_instruction(after_loss);
    if (view.lost_sentence.ja.empty())
        view.lost_sentence = {"再交付のカードが届くまでの扱いを、" + who.ja + "に確かめてください。",
                              "Ask " + who.en + " what to do until the card is reissued."};
    const auto missing = clinic::card_missing_since(clinic, draft.mother_id);
    if (!missing.ok()) return missing.error();
    if (missing.value())
        view.missing = {"カードの紛失を届けました（" + month_day_text(japan_date(**missing)) + "）",
                        "Card reported lost on " + english_date_text(japan_date(**missing))};

    const bool told_today =
        assessment.balance_age && japan_date(*assessment.balance_age) == japan_date(clinic.clock.now());
    view.stamps = draft.stamps;
    view.used_known = assessment.used_known;
    view.asks_stamps = draft.shown == "card" && (!told_today || draft.stamps) && !view.allowances.empty();
    return Done{};
}

}  // namespace

Result<CandidateView> candidate_view(clinic::Clinic& clinic, const clinic::CheckInDraft& draft) {
    const Instant now = clinic.clock.now();
    const Date today = japan_date(now);
    const auto mother = clinic::find_mother(clinic, draft.mother_id);
    if (!mother.ok()) return mother.error();
    if (!mother.value())
        return error("not_found", "この方の登録が見つかりません。", "She is not registered here.");
    const auto* programme = programme_today(clinic, (*mother)->programme);
    if (programme == nullptr)
        return error("unknown_programme",
                     "この自治体の事業はこの日の決まりがありません。自治体にご確認ください。",
                     "No rules of this municipality are in force today. Ask the municipality.");
    const auto assessment = clinic::assess(clinic, draft);
    if (!assessment.ok()) return assessment.error();
    const programme::Verdict& verdict = assessment->verdict;

    const auto seen = clinic::alerts_seen_today(clinic, draft.mother_id);
    if (!seen.ok()) return seen.error();

    CandidateView view;
    set_person(view, **mother, *programme, today, seen.value());
    for (const Service service : programme->services())
        view.services.push_back({service, programme->service_name(service)});
    view.service = draft.service;
    view.days = draft.days;
    view.units = draft.units;
    view.counts_days = counts_days(draft.service);
    view.verdict = verdict.verdict;
    view.headline = headline(verdict.verdict);
    view.subtitle = subtitle(programme->service_name(draft.service), draft, today);
    set_booking(view, clinic, draft, *programme);
    for (const programme::Reason& reason : verdict.reasons) {
        // Who coordinates is who is reported to: where centres do, this is read even when all is fine.
        const bool ahead = reason.rule == "decision" && !programme->centres().empty();
        view.reasons.insert(ahead ? view.reasons.begin() : view.reasons.end(),
                            {reason.rule, reason.verdict, reason.text, section(reason.source)});
    }
    set_allowances(view, *assessment, *programme);
    view.balance_note = balance_note(assessment->balance_age, now);
    if (has_price(verdict, *programme)) {
        for (const programme::CopayLine& line : verdict.lines) view.lines.emplace_back(line.text, line.yen);
        view.copay = verdict.copay;
    }

    if (!assessment->contracted) {
        const Message why = clinic::not_contracted(programme->name()).message;
        view.verdict = Outcome::refuse;
        view.headline = headline(view.verdict);
        view.reasons.insert(view.reasons.begin(), {"contract", Outcome::refuse, why, {}});
    }
    view.infected = draft.acute_infection;
    view.asks_infection = draft.acute_infection || reason_of(view, "infection") != nullptr;
    view.treatment = draft.medical_treatment;
    const ReasonRow* medical = reason_of(view, "medical");
    view.asks_treatment = draft.medical_treatment || (medical != nullptr && medical->outcome == Outcome::ask);

    const ReasonRow* orientation = reason_of(view, "orientation");
    view.asks_orientation = orientation != nullptr && orientation->outcome == Outcome::ask;

    view.card_shown = !draft.certificate_id.empty();
    view.card_forgotten = draft.shown == "forgotten";
    view.asks_stamp = draft.shown == "card";
    view.stamped = draft.stamped;
    if (view.asks_stamp) view.stamp_sentence = programme->card_instruction(programme::CardKind::card);
    view.shows_stepper = view.counts_days || programme->counts_units(draft.service);
    if (auto set = set_card(view, clinic, draft, **mother, *programme, *assessment); !set) return set.error();
    view.papers = paper_lines(clinic, draft.mother_id);
    view.cannot_confirm = blocking(view);
    return view;
}

}  // namespace sango::app
