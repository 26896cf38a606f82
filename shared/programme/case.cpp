#include "shared/programme/case.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sango::programme {
namespace {

struct EverydayName {
    std::string_view field;  ///< the last part of the path
    std::string_view ja;
    std::string_view en;
};

constexpr std::array kNames{
    EverydayName{"days", "ご利用の日数", "the number of days"},
    EverydayName{"units", "ご利用の時間（単位の数）", "the length of the use (units)"},
    EverydayName{"asked_at", "お申し込みの日時", "when the use was asked for"},
    EverydayName{"resident", "お住まい", "where she lives"},
    EverydayName{"household", "住民税の区分", "how the household is taxed"},
    EverydayName{"household_confirmed_on", "非課税などの確認日", "the day the exemption was confirmed"},
    EverydayName{"medical_treatment", "医療的な処置の要否", "whether medical treatment is needed"},
    EverydayName{"acute_infection", "今日の感染症の有無", "whether there is an acute infection today"},
    EverydayName{"unwell_or_anxious", "体調の不良やご不安の有無", "whether she is unwell or anxious"},
    EverydayName{"family_support", "ご家族の支援の有無", "what help the family gives"},
    EverydayName{"support_need", "特に支援が必要な方かどうか", "whether special support is needed"},
    EverydayName{"children", "お子さんの生年月日", "the child's date of birth"},
    EverydayName{"born", "お子さんの生年月日", "the child's date of birth"},
    EverydayName{"due", "出産予定日", "the due date"},
    EverydayName{"weight_g", "出生体重", "the birth weight"},
    EverydayName{"used", "これまでのご利用", "the earlier uses"},
    EverydayName{"kind", "利用者カードか電子クーポンか", "whether it is a card or a coupon"},
    EverydayName{"interview_on", "面談の日", "the day of the interview"},
    EverydayName{"copay_per_unit", "利用者証の利用者負担額", "the copay on the certificate"},
    EverydayName{"coupons_left", "クーポンの残り枚数", "how many coupons are left"},
    EverydayName{"granted", "利用決定", "the municipality's decision"},
    EverydayName{"first_use_here", "この施設を初めて使う方かどうか", "whether this is her first use here"},
    EverydayName{"request_letter", "依頼書", "the request letter"},
    EverydayName{"extra_days", "上限を超える許可", "any days granted beyond the limit"},
};

const EverydayName* name_of(std::string_view path) {
    const std::size_t dot = path.rfind('.');
    const std::string_view last = dot == std::string_view::npos ? path : path.substr(dot + 1);
    const auto found = std::find_if(kNames.begin(), kNames.end(),
                                    [&](const EverydayName& name) { return name.field == last; });
    return found == kNames.end() ? nullptr : &*found;
}

}  // namespace

const Mother& Case::mother() const {
    static const Mother unknown;
    return request.mother ? *request.mother : unknown;
}
const Card& Case::card() const {
    static const Card unknown;
    return request.card ? *request.card : unknown;
}
const Decision& Case::decision() const {
    static const Decision unknown;
    return request.decision ? *request.decision : unknown;
}

Case make_case(const Rules& rules, const ServiceRules& service, const Request& request) {
    Case at{rules, service, request, family_of(request), std::nullopt};
    if (request.days) at.last = request.start + std::chrono::days(std::max(1, *request.days) - 1);
    return at;
}

std::optional<std::int64_t> answer(const Case& at, std::string_view setting) {
    const auto found = at.request.settings.find(setting);
    if (found == at.request.settings.end()) return std::nullopt;
    const OpenSetting* asked = at.rules.setting(setting);
    if (asked == nullptr || found->second < asked->least || found->second > asked->most) return std::nullopt;
    return found->second;
}

std::optional<int> value_of(const Case& at, const Figure& figure) {
    if (!figure.open()) return figure.number;
    const auto number = answer(at, figure.setting);
    // Settings are bounded on load, far below what an int holds.
    return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

std::optional<Yen> value_of(const Case& at, const Price& price) {
    if (!price.open()) return price.yen;
    const auto yen = answer(at, price.setting);
    return yen ? std::optional(Yen(*yen)) : std::nullopt;
}

const Message& office(const Case& at) {
    return at.family.loss ? at.rules.name : at.rules.contact;
}

std::string counted_en(int number, std::string_view word) {
    if (number == 1 && word.size() > 1 && word.back() == 's') word.remove_suffix(1);
    return fmt::format("{} {}", number, word);
}

Reason reason(std::string_view rule, Outcome outcome, Message text, std::string_view source) {
    return Reason{std::string(rule), outcome, std::move(text), std::string(source), {}};
}

Reason ask_for(std::string_view rule, std::vector<std::string> missing, std::string_view source) {
    std::vector<std::string_view> ja;
    std::vector<std::string_view> en;
    for (const std::string& path : missing) {
        const EverydayName* name = name_of(path);
        if (name == nullptr || std::find(ja.begin(), ja.end(), name->ja) != ja.end()) continue;
        ja.push_back(name->ja);
        en.push_back(name->en);
    }
    Reason asked = reason(rule, Outcome::ask,
                          {fmt::format("{}を確かめてください。", fmt::join(ja, "、")),
                           fmt::format("Please confirm {}.", fmt::join(en, ", "))},
                          source);
    asked.missing = std::move(missing);
    return asked;
}

}  // namespace sango::programme
