#include "shared/programme/case.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::programme {
namespace {

std::string moment_ja(Instant at) {
    return era_date_text(japan_date(at)) + time_text(at);
}
std::string moment_en(Instant at) {
    return fmt::format("{} {}", english_date_text(japan_date(at)), time_text(at));
}

std::optional<Reason> judge_application(const Case& at) {
    if (!at.rules.booking) return std::nullopt;
    const Booking& rule = *at.rules.booking;
    // Of a birth nobody asks after a loss.
    const bool birth_ruled = rule.after_birth_only && !at.family.loss;
    if (!birth_ruled && !rule.opens_days_before && !rule.closes_days_before) return std::nullopt;

    if (birth_ruled && at.family.expected)
        return reason("booking_window", Outcome::refuse,
                      {"ご予約はご出産の後にお受けします。", "Bookings are taken after the birth."},
                      rule.source);
    std::vector<std::string> missing;
    if (birth_ruled) missing = at.family.missing;
    if (!at.request.asked_at) missing.emplace_back("asked_at");
    if (!missing.empty()) return ask_for("booking_window", std::move(missing), rule.source);

    const Instant asked = *at.request.asked_at;
    if (birth_ruled && japan_date(asked) < *at.family.born)
        return reason("booking_window", Outcome::refuse,
                      {"ご出産の前のご予約です。ご出産の後にあらためてお申し込みください。",
                       "It was booked before the birth; please book again after it."},
                      rule.source);
    if (rule.opens_days_before) {
        const Instant opens = japan_instant(at.request.start - std::chrono::days(*rule.opens_days_before),
                                            std::chrono::seconds(0));
        if (asked < opens)
            return reason("booking_window", Outcome::refuse,
                          {fmt::format("お申し込みは{}からです。", era_date_text(japan_date(opens))),
                           fmt::format("It can be asked for from {}.", english_date_text(japan_date(opens)))},
                          rule.source);
    }
    if (rule.closes_days_before) {
        const Instant closes =
            japan_instant(at.request.start - std::chrono::days(*rule.closes_days_before), rule.closes_at);
        if (asked > closes)
            return reason("booking_window", Outcome::refuse,
                          {fmt::format("お申し込みは{}までです。", moment_ja(closes)),
                           fmt::format("It could be asked for until {}.", moment_en(closes))},
                          rule.source);
    }
    return reason("booking_window", Outcome::accept,
                  {"お申し込みの時期に問題はありません。", "It was asked for in time."}, rule.source);
}

bool has_use_on(const std::vector<Use>& used, Service service, Date day) {
    return std::any_of(used.begin(), used.end(), [&](const Use& use) {
        return use.service == service && use.date <= day &&
               day < use.date + std::chrono::days(std::max(1, use.days));
    });
}

/// A sibling's service rides on the mother's own of the same days. A request tells hers as a use.
std::optional<Reason> judge_riding(const Case& at) {
    if (!at.service.rides_on) return std::nullopt;
    const RidesOn& rule = *at.service.rides_on;
    std::vector<std::string> missing;
    if (!at.request.used) missing.emplace_back("used");
    if (!at.last) missing.emplace_back("days");
    if (!missing.empty()) return ask_for("booking_window", std::move(missing), rule.source);

    const Message& carrier = at.rules.service(rule.service)->name;
    for (Date day = at.request.start; day <= *at.last; day += std::chrono::days(1)) {
        if (has_use_on(*at.request.used, rule.service, day)) continue;
        Reason asked = reason("booking_window", Outcome::ask,
                              {fmt::format("{}に、お母さまの{}のご予約があるか確かめてください。",
                                           era_date_text(day), carrier.ja),
                               fmt::format("Please check that the mother herself is booked on {} ({}).",
                                           english_date_text(day), carrier.en)},
                              rule.source);
        asked.missing = {"used"};
        return asked;
    }
    return reason("booking_window", Outcome::accept,
                  {fmt::format("お母さまの{}と同じ日のご利用です。", carrier.ja),
                   fmt::format("The mother is here on the same days ({}).", carrier.en)},
                  rule.source);
}

}  // namespace

std::optional<Reason> judge_booking(const Case& at) {
    auto application = judge_application(at);
    auto riding = judge_riding(at);
    if (!riding || (application && application->verdict > riding->verdict)) return application;
    return riding;
}

}  // namespace sango::programme
