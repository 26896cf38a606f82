#include "shared/programme/loading.h"

#include <algorithm>

namespace sango::programme {
namespace {

/// Reads table `key` with `read`, where it is there.
template <class Rule, class Read>
void read_optional(Fields& root, std::string_view key, std::optional<Rule>& into, Read read) {
    Fields from = root.table(key);
    if (!from.there()) return;
    into = read(from);
    from.finish();
}

constexpr int kLastWeek = 40;  ///< of pregnancy

int read_int(Fields& from, std::string_view key, int least, int most) {
    return static_cast<int>(from.must(key).whole(key, least, most).value_or(least));
}

std::optional<int> read_optional_int(Fields& from, std::string_view key, int least, int most) {
    const auto number = from.whole(key, least, most);
    return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

CardRule read_card_kind(Fields& from) {
    CardRule rule;
    const auto kind = from.must("kind").word("kind", {"card", "coupon"});
    rule.kind = kind == "coupon" ? CardKind::coupon : CardKind::card;
    rule.name = from.must("name").message("name").value_or(Message{});
    rule.interview_from = from.date("interview_from");
    rule.interview_until = from.date("interview_until");
    if (rule.interview_from || rule.interview_until) {
        const auto otherwise = from.must("otherwise").word("otherwise", {"ask", "refuse"});
        rule.otherwise = otherwise == "refuse" ? Outcome::refuse : Outcome::ask;
        rule.otherwise_text = from.must("otherwise_text").message("otherwise_text").value_or(Message{});
    }
    rule.instruction = from.message("instruction");
    rule.late_cancel = from.message("late_cancel");
    rule.source = read_source(from);
    return rule;
}

Cards read_cards(Fields& from) {
    Cards cards;
    from.must("kinds").tables("kinds", [&](Fields& kind) { cards.kinds.push_back(read_card_kind(kind)); });
    cards.by_interview = std::any_of(cards.kinds.begin(), cards.kinds.end(), [](const CardRule& kind) {
        return kind.interview_from || kind.interview_until;
    });
    cards.coupons = read_optional_int(from, "coupons", 1, 100);
    cards.source = read_source(from);
    return cards;
}

Health read_health(Fields& from) {
    return {from.must("refusal").message("refusal").value_or(Message{}), read_source(from)};
}

Need read_need(Fields& from) {
    Need need;
    need.without_family_support = from.flag("without_family_support").value_or(false);
    need.unwell_or_anxious = from.flag("unwell_or_anxious").value_or(false);
    need.special_need_suffices = from.flag("special_need_suffices").value_or(false);
    need.source = read_source(from);
    return need;
}

DecisionRule read_decision(Fields& from) {
    DecisionRule decision;
    decision.required = from.must("required").flag("required").value_or(false);
    decision.request_letter_for_first_use = from.flag("request_letter_for_first_use").value_or(false);
    decision.raises_limit = from.flag("raises_limit").value_or(false);
    decision.source = read_source(from);
    return decision;
}

Booking read_booking(Fields& from) {
    Booking booking;
    booking.after_birth_only = from.flag("after_birth_only").value_or(false);
    booking.opens_days_before = read_optional_int(from, "opens_days_before", 1, 365);
    booking.closes_days_before = read_optional_int(from, "closes_days_before", 0, 30);
    if (booking.closes_days_before)
        booking.closes_at = from.must("closes_at").time_of_day("closes_at").value_or(std::chrono::seconds(0));
    booking.source = read_source(from);
    return booking;
}

LateCancel read_late_cancel(Fields from) {
    LateCancel late;
    late.counts_as_use = from.must("counts_as_use").flag("counts_as_use").value_or(false);
    late.copay_due = from.must("copay_due").flag("copay_due").value_or(false);
    late.source = read_source(from);
    from.finish();
    return late;
}

Cancel read_cancel(Fields& from) {
    Cancel cancel;
    cancel.days_before = read_int(from, "days_before", 0, 30);
    cancel.at = from.must("at").time_of_day("at").value_or(std::chrono::seconds(0));
    cancel.before_closed_days = from.flag("before_closed_days").value_or(false);
    if (Fields late = from.table("late"); late.there()) cancel.late = read_late_cancel(std::move(late));
    cancel.source = read_source(from);
    return cancel;
}

/// "07-01". A day that not every year has would lapse only every fourth.
std::optional<HouseholdRule::MonthDay> read_month_day(Fields& from, std::string_view key) {
    const auto text = from.text(key);
    if (!text) return std::nullopt;
    const auto day = parse_date("2001-" + *text);
    if (!day) {
        from.complain(key, "毎年ある月日を 07-01 の形で書いてください。",
                      "must be a day every year has, written like 07-01.");
        return std::nullopt;
    }
    const std::chrono::year_month_day ymd(*day);
    return HouseholdRule::MonthDay{static_cast<int>(static_cast<unsigned>(ymd.month())),
                                   static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

HouseholdRule read_household(Fields& from) {
    HouseholdRule rule;
    for (const std::string& word : from.must("exempt").words("exempt", {"tax_exempt", "welfare"}))
        if (const auto household = household_from(word)) rule.exempt.push_back(*household);
    rule.confirmation_lapses = read_month_day(from, "confirmation_lapses");
    rule.apply_from_week = read_optional_int(from, "apply_from_week", 1, kLastWeek);
    rule.source = read_source(from);
    return rule;
}

Report read_report(Fields& from) {
    Report report;
    report.due_day = read_optional_int(from, "due_day", 1, 28);
    report.invoice_month_end = from.flag("invoice_month_end");
    report.per_user = from.flag("per_user").value_or(false);
    report.source = read_source(from);
    return report;
}

Registration read_registration(Fields& from) {
    return {read_int(from, "from_week", 1, kLastWeek), read_source(from)};
}

Records read_records(Fields& from) {
    return {read_int(from, "years", 1, 100), read_source(from)};
}

Centre read_centre(Fields& from) {
    Centre centre;
    centre.name = from.must("name").message("name").value_or(Message{});
    centre.planned = from.flag("planned").value_or(false);
    centre.source = read_source(from);
    return centre;
}

Guidance read_guidance(Fields& from) {
    Guidance guidance;
    guidance.topic =
        from.must("topic")
            .word("topic", {"corrected_age", "forgotten_card", "forgotten_coupon", "lost_card", "late_cancel",
                            "questionnaire", "disaster", "meals", "siblings", "extras", "staff", "records",
                            "lottery", "registration", "coordinator", "follow_up"})
            .value_or("");
    guidance.text = from.must("text").message("text").value_or(Message{});
    guidance.text_after_loss = from.message("text_after_loss");
    guidance.source = read_source(from);
    return guidance;
}

/// Whether what the copay is paid for (days, nights or units) is what the limit counts, so that the part
/// beyond the limit has a price.
bool priced_as_counted(const ServiceRules& rules) {
    if (rules.copay.kind == Copay::Kind::unit)
        return rules.counting == Counting::nights || rules.counting == Counting::units;
    return rules.counting == Counting::days;
}

void check_whole_price(Loading& loading, Fields& root) {
    if (!loading.rules.whole_price) return;
    for (const Service service : loading.rules.offered) {
        const ServiceRules& rules = *loading.rules.service(service);
        if (!rules.unit_price || !priced_as_counted(rules))
            root.complain("whole_price",
                          "どのサービスにも unit_price と、負担額と同じ数え方の counted_in が要ります。",
                          "needs unit_price in every service, counted in what its copay is paid for.");
    }
}

/// What is read off her card or coupon needs a rule for it.
void check_cards(Loading& loading, Fields& root) {
    for (const Service service : loading.rules.offered) {
        const Copay& copay = loading.rules.service(service)->copay;
        const auto& cards = loading.rules.cards;
        if ((copay.on_certificate() && !cards) || (copay.each_day_with_coupon && !(cards && cards->coupons)))
            root.complain("card",
                          "利用者証の額やクーポンの額を使うには [card]（クーポンは coupons も）が要ります。",
                          "is needed for a copay on the certificate or with a coupon (then with coupons).");
    }
}

bool is_empty_list(const Node* node) {
    const auto* items = node == nullptr ? nullptr : std::get_if<Node::Items>(&node->value);
    return items != nullptr && items->empty();
}

void check_rides(Loading& loading, Fields& root) {
    for (const Service service : loading.rules.offered) {
        const auto& rides = loading.rules.service(service)->rides_on;
        if (rides && loading.rules.service(rides->service) == nullptr)
            root.complain("service", "rides_on にこの事業にないサービスがあります。",
                          "a rides_on names a service the programme does not offer.");
    }
}

}  // namespace

void read_conditions(Loading& loading, Fields& root) {
    Rules& rules = loading.rules;

    Fields residency = root.must("residency").table("residency");
    rules.residency.source = read_source(residency);
    rules.residency.moved_out_source = read_source(residency, "moved_out_source");
    residency.finish();

    Fields loss = root.must("loss").table("loss");
    if (!is_empty_list(loss.find("services"))) rules.loss.services = read_services(loss, "services");
    for (const Service service : rules.loss.services)
        if (rules.service(service) == nullptr)
            loss.complain("services", "この事業にないサービスがあります。",
                          "names a service the programme does not offer.");
    rules.loss.source = read_source(loss);
    loss.finish();

    read_optional(root, "whole_price", rules.whole_price,
                  [](Fields& from) { return WholePrice{read_source(from)}; });
    read_optional(root, "card", rules.cards, read_cards);
    read_optional(root, "medical", rules.medical, read_health);
    read_optional(root, "infection", rules.infection, read_health);
    read_optional(root, "need", rules.need, read_need);
    read_optional(root, "decision", rules.decision, read_decision);
    read_optional(root, "booking", rules.booking, read_booking);
    read_optional(root, "cancel", rules.cancel, read_cancel);
    read_optional(root, "household", rules.household, read_household);
    read_optional(root, "orientation", rules.orientation, [&](Fields& from) {
        return Orientation{read_clinic_setting(loading, from, "required_setting", OpenSetting::Kind::yes_no),
                           read_clinic_setting(loading, from, "done_setting", OpenSetting::Kind::about_her),
                           read_source(from)};
    });
    std::optional<Report> report;
    read_optional(root, "report", report, read_report);
    rules.report = report.value_or(Report{});
    root.tables("guidance", [&](Fields& from) { rules.guidance.push_back(read_guidance(from)); });
    read_optional(root, "registration", rules.registration, read_registration);
    read_optional(root, "records", rules.records, read_records);
    root.tables("centre", [&](Fields& from) { rules.centres.push_back(read_centre(from)); });
    check_whole_price(loading, root);
    check_cards(loading, root);
    check_rides(loading, root);
}

}  // namespace sango::programme
