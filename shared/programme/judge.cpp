#include "shared/programme/case.h"
#include "shared/programme/programme.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sango::programme {
namespace {

Verdict refused_outright(Message text, std::string_view source) {
    Verdict verdict;
    verdict.reasons.push_back(reason("window", Outcome::refuse, std::move(text), source));
    verdict.verdict = Outcome::refuse;
    return verdict;
}

Verdict not_offered(const Rules& rules, Service service) {
    // A source that speaks of siblings is the reason why one is turned away.
    const bool sibling = service == Service::sibling_short_stay || service == Service::sibling_day_care;
    const Guidance* siblings = sibling ? rules.guidance_on("siblings") : nullptr;
    if (siblings != nullptr) return refused_outright(siblings->text, siblings->source);
    return refused_outright({fmt::format("{}にはこのサービスがありません。", rules.scheme.ja),
                             fmt::format("{} does not offer this service.", rules.scheme.en)},
                            rules.source);
}

bool closed_by_loss(const Rules& rules, const Request& request) {
    return request.mother && request.mother->loss_on &&
           std::find(rules.loss.services.begin(), rules.loss.services.end(), request.service) ==
               rules.loss.services.end();
}

Verdict not_offered_after_loss(const Rules& rules) {
    if (rules.loss.services.empty())
        return refused_outright({fmt::format("{}にご相談ください。", rules.name.ja),
                                 fmt::format("Please ask {}.", rules.name.en)},
                                rules.loss.source);
    std::vector<std::string_view> ja;
    std::vector<std::string_view> en;
    for (const Service service : rules.loss.services) {
        ja.push_back(rules.service(service)->name.ja);
        en.push_back(rules.service(service)->name.en);
    }
    return refused_outright({fmt::format("お使いいただけるのは{}です。", fmt::join(ja, "・")),
                             fmt::format("What she can use is: {}.", fmt::join(en, ", "))},
                            rules.loss.source);
}

/// One reason for all the open numbers, named by what they ask.
Reason settings_wanted(const Case& at, const std::vector<std::string>& names, std::string_view source) {
    std::vector<std::string_view> ja;
    std::vector<std::string_view> en;
    std::vector<std::string> missing;
    for (const std::string& name : names) {
        const OpenSetting* setting = at.rules.setting(name);
        if (setting == nullptr) continue;
        ja.push_back(setting->question.ja);
        en.push_back(setting->question.en);
        missing.push_back("settings." + name);
    }
    Reason wanted =
        reason("setting", Outcome::ask,
               {fmt::format("設定で「{}」を入れてください。{}に確かめられます。", fmt::join(ja, "」「"),
                            office(at).ja),
                fmt::format("Please fill in the setting: {}. Ask {}.", fmt::join(en, "; "), office(at).en)},
               source);
    wanted.missing = std::move(missing);
    return wanted;
}

/// The numbers no setting has answered yet, and the source of the first.
struct OpenNumbers {
    std::vector<std::string> names;
    std::string source;

    void add(const std::vector<std::string>& more, std::string_view from) {
        for (const std::string& name : more)
            if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
        if (!more.empty() && source.empty()) source = from;
    }
};

bool refused(const std::optional<Reason>& reason) {
    return reason && reason->verdict == Outcome::refuse;
}

}  // namespace

Verdict judge(const Programme& programme, const Request& request) {
    const Rules& rules = programme.rules();
    if (closed_by_loss(rules, request)) return not_offered_after_loss(rules);
    const ServiceRules* service = rules.service(request.service);
    if (service == nullptr) return not_offered(rules, request.service);
    const Case at = make_case(rules, *service, request);

    WindowAnswer window = judge_window(at);
    LimitAnswer limit = judge_limit(at);
    CopayAnswer copay = work_out_copay(at, refused(limit.reason) ? limit.over : 0);
    OpenNumbers open;
    open.add(window.open_settings, service->window.source);
    open.add(limit.open_settings, limit.open_source);
    open.add(copay.open_settings, copay.open_source);

    Verdict verdict;
    const auto add = [&verdict](std::optional<Reason> one) {
        if (!one) return;
        verdict.verdict = std::max(verdict.verdict, one->verdict);
        verdict.reasons.push_back(std::move(*one));
    };
    add(judge_residency(at));
    add(std::move(window.reason));
    add(judge_card(at));
    add(judge_medical(at));
    add(judge_infection(at));
    add(judge_need(at));
    add(judge_decision(at));
    add(std::move(limit.reason));
    add(judge_booking(at));
    add(judge_household(at));
    if (!open.names.empty()) add(settings_wanted(at, open.names, open.source));
    add(judge_orientation(at));

    verdict.last_day = window.last_day;
    verdict.remaining = limit.remaining;
    verdict.copay = copay.copay;
    verdict.lines = std::move(copay.lines);
    verdict.coupons_used = copay.coupons_used;
    if (rules.cancel) verdict.cancel_by = cancel_by(*rules.cancel, request.start, request.closed_days);
    return verdict;
}

std::optional<Allowance> allowance(const Programme& programme, const Request& request) {
    const ServiceRules* service = programme.rules().service(request.service);
    if (service == nullptr || closed_by_loss(programme.rules(), request)) return std::nullopt;
    return allowance_of(make_case(programme.rules(), *service, request));
}

}  // namespace sango::programme
