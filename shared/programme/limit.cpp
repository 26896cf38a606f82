#include "shared/programme/case.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace sango::programme {
namespace {

/// How much uses come to under one limit. Does not depend on their order.
class Tally {
public:
    explicit Tally(const Rules& rules) : rules_(rules) {}

    void add(const Use& use) {
        const ServiceRules* service = rules_.service(use.service);
        switch (service == nullptr ? Counting::days : service->counting) {
            case Counting::days:
                counted_ += use.days;
                break;
            case Counting::nights:
                counted_ += std::max(1, use.days - 1);
                break;
            case Counting::units:
                counted_ += std::max(use.units, use.days);
                break;
            case Counting::dates:
                for (int day = 0; day < use.days; ++day)
                    dates_.emplace(use.service, use.date + std::chrono::days(day));
                break;
        }
    }
    [[nodiscard]] int count() const { return counted_ + static_cast<int>(dates_.size()); }

private:
    const Rules& rules_;
    int counted_ = 0;
    std::set<std::pair<Service, Date>> dates_;
};

bool counts_units(const Case& at, Service service) {
    const ServiceRules* rules = at.rules.service(service);
    return rules != nullptr && rules->counting == Counting::units;
}

/// Whether the answer depends on the units of this use: the limit counts them, or a price is asked for each.
bool needs_units(const Case& at) {
    const ServiceRules& service = at.service;
    const bool priced = service.copay.kind == Copay::Kind::unit && !service.copay.on_certificate();
    return service.counting == Counting::units || (priced && service.counting != Counting::nights);
}

bool covers(const Limit& limit, Service service) {
    return std::find(limit.services.begin(), limit.services.end(), service) != limit.services.end();
}

/// The first day of the birth or loss which a limit per birth counts from.
std::optional<Date> birth_begins(const Case& at) {
    if (at.family.loss) return at.family.loss;
    if (!at.family.born) return std::nullopt;
    Date first = *at.family.born;
    for (const std::size_t i : at.family.youngest) first = std::min(first, *(*at.request.children)[i].born);
    return first;
}

/// What one limit says of one request.
struct Counted {
    std::optional<int> total;  ///< none: an unanswered setting
    std::string open_setting;
    int before = 0;  ///< used up already
    int now = 0;     ///< what this use adds
    std::vector<std::string> missing;

    [[nodiscard]] int left() const { return std::max(0, *total - before); }
};

bool extra_days_known(const Case& at) {
    return at.request.decision && at.request.decision->extra_days_known;
}

/// Sets total, or the setting that is open, or what is missing to know it.
void find_total(const Case& at, const Limit& limit, Counted& counted) {
    if (limit.total_multiples && !at.family.loss && !at.family.missing.empty()) {
        counted.missing.insert(counted.missing.end(), at.family.missing.begin(), at.family.missing.end());
        return;
    }
    const Figure& figure =
        limit.total_multiples && at.family.multiples ? *limit.total_multiples : limit.total;
    const auto total = value_of(at, figure);
    const bool raised = at.rules.decision && at.rules.decision->raises_limit;
    const int extra = raised ? at.decision().extra_days : 0;
    // Where no number holds for all, the decision may give this mother hers.
    if (!total && extra == 0) {
        counted.open_setting = figure.setting;
        return;
    }
    counted.total = total.value_or(0) + extra;
}

Tally used_before(const Case& at, const Limit& limit, Counted& counted) {
    Tally tally(at.rules);
    const std::optional<Date> since = limit.per_birth ? birth_begins(at) : std::nullopt;
    for (std::size_t i = 0; i < at.request.used->size(); ++i) {
        const Use& use = (*at.request.used)[i];
        if (!covers(limit, use.service) || (since && use.date < *since)) continue;
        if (use.days < 1) counted.missing.push_back(fmt::format("used[{}].days", i));
        if (use.units < 1 && counts_units(at, use.service))
            counted.missing.push_back(fmt::format("used[{}].units", i));
        tally.add(use);
    }
    return tally;
}

Counted count(const Case& at, const Limit& limit, bool with_this_use) {
    Counted counted;
    find_total(at, limit, counted);
    if (with_this_use && !at.request.days) counted.missing.emplace_back("days");
    if (with_this_use && !at.request.units && needs_units(at)) counted.missing.emplace_back("units");
    if (!at.request.used) {
        counted.missing.emplace_back("used");
        return counted;
    }
    Tally tally = used_before(at, limit, counted);
    counted.before = tally.count();
    if (with_this_use) {
        tally.add({at.request.service, at.request.start, at.request.days.value_or(1),
                   at.request.units.value_or(1)});
        counted.now = tally.count() - counted.before;
    }
    return counted;
}

Reason enough_left(const Limit& limit, const Counted& counted) {
    const int after = counted.left() - std::min(counted.left(), counted.now);
    return reason(
        "limit", Outcome::accept,
        {fmt::format("残りは{0}{2}です。このご利用であと{1}{2}になります。", counted.left(), after,
                     limit.counter.ja),
         fmt::format("{} left; {} after this use.", counted_en(counted.left(), limit.counter.en), after)},
        limit.source);
}

Reason not_enough_left(const Case& at, const Limit& limit, const Counted& counted) {
    Message text{fmt::format("上限の{0}{3}まで残り{1}{3}で、このご利用の{2}{3}には足りません。",
                             *counted.total, counted.left(), counted.now, limit.counter.ja),
                 fmt::format("Of {} only {} left, too few for the {} of this use.",
                             counted_en(*counted.total, limit.counter.en), counted.left(), counted.now)};
    if (counted.left() == 0)
        text = {fmt::format("上限の{}{}をすべてお使いです。", *counted.total, limit.counter.ja),
                fmt::format("All {} are used up.", counted_en(*counted.total, limit.counter.en))};
    if (at.rules.whole_price) {
        text.ja += "超えた分は全額自己負担です。";
        text.en += " What goes beyond is wholly at her cost.";
    }
    return reason("limit", Outcome::refuse, std::move(text), limit.source);
}

LimitAnswer judge_one(const Case& at, const Limit& limit) {
    const Counted counted = count(at, limit, true);
    LimitAnswer answer;
    if (!counted.missing.empty()) {
        answer.reason = ask_for("limit", counted.missing, limit.source);
        return answer;
    }
    if (!counted.total) {
        answer.open_settings = {counted.open_setting};
        answer.open_source = limit.source;
        return answer;
    }
    const int beyond = counted.before + counted.now - *counted.total;
    answer.remaining = Remaining{counted.left(), std::max(0, counted.left() - counted.now)};
    answer.over = std::clamp(beyond, 0, counted.now);
    if (beyond <= 0) {
        answer.reason = enough_left(limit, counted);
    } else if (at.rules.decision && at.rules.decision->raises_limit && !extra_days_known(at)) {
        answer.reason = ask_for("limit", {"decision.extra_days"}, limit.source);
    } else {
        answer.reason = not_enough_left(at, limit, counted);
    }
    return answer;
}

/// Whether `a` binds more tightly than `b`.
bool tighter(const LimitAnswer& a, const LimitAnswer& b) {
    if (a.over != b.over) return a.over > b.over;
    if (a.reason.has_value() != b.reason.has_value()) return !a.reason.has_value();
    if (a.reason && a.reason->verdict != b.reason->verdict) return a.reason->verdict > b.reason->verdict;
    return a.remaining && b.remaining && a.remaining->after < b.remaining->after;
}

}  // namespace

LimitAnswer judge_limit(const Case& at) {
    std::optional<LimitAnswer> binding;
    for (const Limit& limit : at.rules.limits) {
        if (!covers(limit, at.request.service)) continue;
        LimitAnswer one = judge_one(at, limit);
        if (!binding || tighter(one, *binding)) binding = std::move(one);
    }
    return binding.value_or(LimitAnswer{});
}

std::optional<Allowance> allowance_of(const Case& at) {
    std::optional<Allowance> least;
    for (const Limit& limit : at.rules.limits) {
        if (!covers(limit, at.request.service)) continue;
        const Counted counted = count(at, limit, false);
        if (!counted.missing.empty() || !counted.total) return std::nullopt;
        if (!least || counted.left() < least->left) least = Allowance{counted.left(), *counted.total};
    }
    return least;
}

}  // namespace sango::programme
