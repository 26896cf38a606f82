#include "shared/programme/case.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::programme {
namespace {

/// A window or age beyond this is a slip of the pen, and would only strain the calendar.
constexpr int kLongestMonths = 120;

/// The two ends of a window that counts from one day. `soft` is `hard` where the source has only one end.
struct Ends {
    Date soft{};
    Date hard{};

    [[nodiscard]] Outcome of(Date last) const {
        if (last > hard) return Outcome::refuse;
        return last > soft ? Outcome::ask : Outcome::accept;
    }
};

Ends ends_from(Date from, const Window& window, int hard_months) {
    const Date hard = last_day_within_months(from, hard_months);
    if (!window.ask_after_months) return {hard, hard};
    return {std::min(hard, last_day_within_months(from, *window.ask_after_months)), hard};
}

Reason within(const Case& at, Date last_day) {
    return reason("window", Outcome::accept,
                  {fmt::format("{}までご利用いただけます。", era_date_text(last_day)),
                   fmt::format("She can use it until {}.", english_date_text(last_day))},
                  at.service.window.source);
}

Reason past_soft_end(const Case& at, Date last_day) {
    return reason(
        "window", Outcome::ask,
        {fmt::format("目安の{}を過ぎます。{}にご相談ください。", era_date_text(last_day), office(at).ja),
         fmt::format("It goes past {}, the usual end; please ask {}.", english_date_text(last_day),
                     office(at).en)},
        at.service.window.source);
}

Reason past_hard_end(const Case& at, Date last_day) {
    return reason("window", Outcome::refuse,
                  {fmt::format("ご利用いただけるのは{}までです。", era_date_text(last_day)),
                   fmt::format("It could be used until {}.", english_date_text(last_day))},
                  at.service.window.source);
}

Reason before_it_begins(const Case& at) {
    if (at.family.loss)
        return reason("window", Outcome::refuse,
                      {fmt::format("ご利用いただけるのは{}からです。", era_date_text(*at.family.loss)),
                       fmt::format("It can be used from {}.", english_date_text(*at.family.loss))},
                      at.rules.loss.source);
    return reason("window", Outcome::refuse,
                  {"ご出産の後にご利用いただけます。", "It can be used after the birth."},
                  at.service.window.source);
}

Reason corrected_age_asked(const Case& at) {
    return reason("window", Outcome::ask,
                  {fmt::format("修正月齢でのご利用になります。{}にお問い合わせください。", office(at).ja),
                   fmt::format("This would be by corrected age; please ask {}.", office(at).en)},
                  at.service.window.source);
}

/// The clinic's own ages, which only narrow the programme's.
std::optional<Reason> outside_clinic_ages(const Case& at, Date born, Date last) {
    if (!at.service.clinic_ages) return std::nullopt;
    const ClinicAges& ages = *at.service.clinic_ages;
    const auto from = answer(at, ages.from_setting);
    const auto until = answer(at, ages.until_setting);
    const bool too_young = from && *from > 0 && *from <= kLongestMonths &&
                           at.request.start <= last_day_within_months(born, static_cast<int>(*from));
    const bool too_old = until && *until > 0 && *until <= kLongestMonths &&
                         last > last_day_within_months(born, static_cast<int>(*until));
    if (too_young)
        return reason("window", Outcome::refuse,
                      {fmt::format("この施設では満{}か月になってからお受けしています。", *from),
                       fmt::format("This clinic takes babies from {} full months.", *from)},
                      ages.source);
    if (too_old)
        return reason("window", Outcome::refuse,
                      {fmt::format("この施設では満{}か月になる前日までお受けしています。", *until),
                       fmt::format("This clinic takes babies until the day before {} months.", *until)},
                      ages.source);
    return std::nullopt;
}

struct ByAge {
    Reason reason;
    Date last_day{};
};

ByAge judge_by_age(const Case& at, int hard_months, Date last) {
    const Window& window = at.service.window;
    const Date begins = *at.family.begins();
    Ends ends = ends_from(begins, window, hard_months);
    Ends corrected = ends;
    Ends at_most = ends;
    std::vector<std::string> missing;
    if (!at.family.loss && window.corrected_age != CorrectedAge::none) {
        Correction correction = correction_of(at.request, at.family);
        corrected = ends_from(correction.from, window, hard_months);
        at_most = ends_from(correction.at_most, window, hard_months);
        missing = std::move(correction.missing);
    }
    if (window.corrected_age == CorrectedAge::apply) ends = corrected;

    const Outcome outcome = ends.of(last);
    if (outcome == Outcome::accept) return {within(at, ends.soft), ends.soft};
    if (window.corrected_age == CorrectedAge::ask && corrected.of(last) < outcome)
        return {corrected_age_asked(at), ends.soft};
    if (!missing.empty() && at_most.of(last) < outcome)
        return {ask_for("window", std::move(missing), window.source), ends.soft};
    if (outcome == Outcome::ask) return {past_soft_end(at, ends.soft), ends.soft};
    return {past_hard_end(at, ends.hard), ends.soft};
}

}  // namespace

WindowAnswer judge_window(const Case& at) {
    const Window& window = at.service.window;
    const Family& family = at.family;
    if (!family.missing.empty()) return {ask_for("window", family.missing, window.source), std::nullopt, {}};
    if (family.expected) return {before_it_begins(at), std::nullopt, {}};
    const auto months = value_of(at, window.refuse_after_months);
    if (!months || *months < 1) return {std::nullopt, std::nullopt, {window.refuse_after_months.setting}};

    const Date last = at.last.value_or(at.request.start);
    auto [judged, last_day] = judge_by_age(at, std::min(*months, kLongestMonths), last);
    if (at.request.start < *family.begins()) judged = before_it_begins(at);
    if (family.born && judged.verdict != Outcome::refuse)
        if (auto refused = outside_clinic_ages(at, *family.born, last)) judged = std::move(*refused);
    if (!at.last && judged.verdict == Outcome::accept) judged = ask_for("window", {"days"}, window.source);
    return {std::move(judged), last_day, {}};
}

}  // namespace sango::programme
