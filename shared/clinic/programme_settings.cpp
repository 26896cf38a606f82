#include "shared/clinic/programme_settings.h"

#include "shared/base/text.h"
#include "shared/clinic/writing.h"
#include "shared/programme/describe.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace sango::clinic {
namespace {

using programme::OpenSetting;
using store::value;

constexpr std::string_view kContract = "contract.";
constexpr std::string_view kContractEnds = "contract.ends";

std::string setting_prefix(std::string_view programme) {
    return fmt::format("programme.{}.", programme);
}

std::optional<std::int64_t> whole_number(const std::string& text) {
    std::int64_t number = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failed != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
    return number;
}

/// The version in force on `day`, else the one that comes next, else the last one.
const programme::Programme* version_on(const std::vector<programme::Programme>& versions, Date day) {
    for (const programme::Programme& one : versions)
        if (!one.valid_to() || day <= *one.valid_to()) return &one;
    return versions.empty() ? nullptr : &versions.back();
}

std::string terms_setting(std::string_view programme) {
    return fmt::format("{}{}.ends", kContract, programme);
}

const std::string& source_of(const std::string& rule, const programme::Rules& rules) {
    return rule.empty() ? rules.source : rule;
}

bool asked_of_clinic(const OpenSetting& setting) {
    return setting.kind != OpenSetting::Kind::about_her;
}

/// What the municipality pays for a service: for the invoice it is always needed, and never in the papers.
OpenSetting unit_price(const programme::Programme& programme, programme::Service service) {
    constexpr std::int64_t kHighest = 300'000;
    const programme::Rules& rules = programme.rules();
    const Message name = programme.service_name(service);
    return {.name = fmt::format("unit_price.{}", programme::word(service)),
            .by = OpenSetting::By::municipality,
            .kind = OpenSetting::Kind::yen,
            .counter = {"円", "yen"},
            .question = {fmt::format("{}の委託単価（円）", name.ja),
                         fmt::format("Unit price of {} (yen)", name.en)},
            .least = 0,
            .most = kHighest,
            .source = source_of(rules.report.source, rules)};
}

OpenSetting invoice_choice(std::string name, Message question, const std::string& source) {
    return {.name = std::move(name),
            .by = OpenSetting::By::municipality,
            .kind = OpenSetting::Kind::yes_no,
            .counter = {},
            .question = std::move(question),
            .least = 0,
            .most = 1,
            .source = source};
}

/// What the invoice asks beside the unit prices, where the programme has such uses at all.
std::vector<OpenSetting> invoice_choices(const programme::Programme& programme) {
    const programme::Rules& rules = programme.rules();
    std::vector<OpenSetting> choices;
    if (rules.household || (rules.cards && rules.cards->coupons))
        choices.push_back(invoice_choice("invoice.waived_share",
                                         {"減免・クーポンで減った利用者負担を、自治体が払いますか",
                                          "Does the municipality pay what exemption and coupons take off?"},
                                         source_of(rules.report.source, rules)));
    if (rules.cancel && rules.cancel->late)
        choices.push_back(
            invoice_choice("invoice.late_cancel",
                           {"締切後のキャンセルを、請求書に入れますか", "Are late cancellations billed?"},
                           source_of(rules.cancel->source, rules)));
    return choices;
}

/// The terms that are over today: the next end comes after them.
std::vector<Date> terms_over(std::vector<Date> terms, Date today) {
    std::erase_if(terms, [&](Date end) { return end >= today; });
    return terms;
}

std::int64_t day_number(Date day) {
    return day.time_since_epoch().count();
}

OpenSetting contract_end(const programme::Rules& rules, const std::vector<Date>& over, Date today) {
    constexpr std::chrono::days kLongestTerm{3'660};
    const Date first = over.empty() ? make_date(2000, 4, 1) : over.back() + std::chrono::days(1);
    return {.name = std::string(kContractEnds),
            .by = OpenSetting::By::municipality,
            .kind = OpenSetting::Kind::date,
            .counter = {},
            .question = {"いまの契約が終わる日", "Last day of the contract"},
            .least = day_number(first),
            .most = day_number(today + kLongestTerm),
            .source = source_of(rules.records->source, rules)};
}

Result<Done> write_terms(Clinic& clinic, std::string_view programme, std::optional<std::int64_t> answer) {
    auto terms = contract_terms(clinic, programme);
    if (!terms) return terms.error();
    if (answer) {
        *terms = terms_over(*std::move(terms), japan_date(clinic.clock.now()));
        terms->emplace_back(std::chrono::days(*answer));
    } else if (!terms->empty()) {
        terms->pop_back();
    }
    std::string text;
    for (const Date end : *terms) text += (text.empty() ? "" : ",") + date_text(end);
    const std::string key = terms_setting(programme);
    return text.empty() ? unset_setting(clinic, key) : set_setting(clinic, key, text);
}

Error out_of_range(const OpenSetting& setting) {
    const Message least = programme::answer_text(setting, setting.least);
    const Message most = programme::answer_text(setting, setting.most);
    const bool day = setting.kind == OpenSetting::Kind::date;
    return error("out_of_range",
                 fmt::format("{}から{}までの{}で入れてください。", least.ja, most.ja, day ? "日" : "数"),
                 fmt::format("Enter a {} from {} to {}.", day ? "day" : "number", least.en, most.en));
}

}  // namespace

Result<bool> contracted(const Clinic& clinic, std::string_view programme) {
    const auto set = setting(clinic, fmt::format("{}{}", kContract, programme));
    if (!set) return set.error();
    return *set == "1";
}

Result<Done> set_contract(Clinic& clinic, std::string_view programme, bool on) {
    if (auto allowed = require(clinic, Right::settings); !allowed) return allowed;
    const auto versions = clinic.programmes.versions(programme);
    if (versions.empty()) return programme::no_such_programme();
    const auto now = contracted(clinic, versions.front().id());
    if (!now) return now.error();
    if (*now == on) return Done{};
    return set_setting(clinic, fmt::format("{}{}", kContract, versions.front().id()), on ? "1" : "0");
}

Error not_contracted(const Message& municipality) {
    return error(
        "not_contracted",
        fmt::format("{}の事業は契約していない設定です。お受けするときは、管理者が「設定」の「事業」で"
                    "契約中にしてください。",
                    municipality.ja),
        fmt::format("This clinic is not contracted with {}. To take her in, a manager switches the "
                    "programme on under Settings.",
                    municipality.en));
}

Result<Done> require_contract(const Clinic& clinic, std::string_view programme) {
    const auto versions = clinic.programmes.versions(programme);
    const programme::Programme* now = version_on(versions, japan_date(clinic.clock.now()));
    if (now == nullptr) return programme::no_such_programme();
    const auto on = contracted(clinic, now->id());
    if (!on) return on.error();
    if (!*on) return not_contracted(now->name());
    return Done{};
}

Result<std::vector<Date>> contract_terms(const Clinic& clinic, std::string_view programme) {
    const auto set = setting(clinic, terms_setting(programme));
    if (!set) return set.error();
    std::vector<Date> ends;
    std::string_view rest = *set ? std::string_view(**set) : std::string_view();
    while (!rest.empty()) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        if (const auto day = parse_date(rest.substr(0, comma))) ends.push_back(*day);
        rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    std::ranges::sort(ends);
    return ends;
}

Result<std::vector<OpenAnswer>> open_answers(const Clinic& clinic, std::string_view programme) {
    const auto versions = clinic.programmes.versions(programme);
    const programme::Programme* today = version_on(versions, japan_date(clinic.clock.now()));
    if (today == nullptr) return programme::no_such_programme();
    const auto answers = programme_settings(clinic, today->id());
    if (!answers) return answers.error();
    std::vector<OpenAnswer> open;
    const auto ask = [&](const OpenSetting& asked, std::optional<Date> from, NeededFor needed_for) {
        const auto same = [&](const OpenAnswer& one) { return one.asked.name == asked.name; };
        if (!asked_of_clinic(asked) || std::ranges::any_of(open, same)) return;
        const auto found = answers->find(asked.name);
        const bool fits =
            found != answers->end() && found->second >= asked.least && found->second <= asked.most;
        open.push_back({asked, fits ? std::optional(found->second) : std::nullopt, from, needed_for});
    };
    for (const OpenSetting& asked : today->rules().settings) ask(asked, {}, NeededFor::verdicts);
    for (const programme::Programme& version : versions)
        if (version.valid_from() > today->valid_from())
            for (const OpenSetting& asked : version.rules().settings)
                ask(asked, version.valid_from(), NeededFor::verdicts);
    for (const programme::Service service : today->services())
        ask(unit_price(*today, service), {}, NeededFor::invoice);
    for (const OpenSetting& asked : invoice_choices(*today)) ask(asked, {}, NeededFor::invoice);
    if (today->rules().records) {
        const auto terms = contract_terms(clinic, today->id());
        if (!terms) return terms.error();
        const Date now = japan_date(clinic.clock.now());
        open.push_back({contract_end(today->rules(), terms_over(*terms, now), now),
                        terms->empty() ? std::nullopt : std::optional(day_number(terms->back())),
                        {},
                        NeededFor::records});
    }
    return open;
}

Result<Done> answer_setting(Clinic& clinic, std::string_view programme, std::string_view name,
                            std::optional<std::int64_t> answer) {
    if (auto allowed = require(clinic, Right::settings); !allowed) return allowed;
    const auto open = open_answers(clinic, programme);
    if (!open) return open.error();
    const auto asked = std::ranges::find(
        *open, name, [](const OpenAnswer& one) { return std::string_view(one.asked.name); });
    if (asked == open->end())
        return error("unknown_setting", "この事業にその項目はありません。",
                     "The programme does not ask for this.");
    if (answer && (*answer < asked->asked.least || *answer > asked->asked.most))
        return out_of_range(asked->asked);
    if (answer == asked->answer) return Done{};
    const std::string id = clinic.programmes.versions(programme).front().id();
    if (name == kContractEnds) return write_terms(clinic, id, answer);
    const std::string key = setting_prefix(id) + std::string(name);
    return answer ? set_setting(clinic, key, std::to_string(*answer)) : unset_setting(clinic, key);
}

Result<programme::Settings> programme_settings(const Clinic& clinic, std::string_view programme) {
    programme::Settings answers;
    const std::string prefix = setting_prefix(programme);
    const auto read = clinic.database.query("SELECT name, value FROM setting WHERE substr(name, 1, ?1) = ?2",
                                            {value(static_cast<int>(prefix.size())), value(prefix)},
                                            [&](const store::Row& row) {
                                                if (const auto number = whole_number(row.text(1)))
                                                    answers[row.text(0).substr(prefix.size())] = *number;
                                                return true;
                                            });
    if (!read) return read.error();
    return answers;
}

Result<std::vector<SettingChange>> programme_history(const Clinic& clinic, std::string_view programme) {
    const std::string prefix = setting_prefix(programme);
    auto changes = setting_history(clinic, prefix);
    if (!changes) return changes;
    for (SettingChange& one : *changes) one.name.erase(0, prefix.size());
    auto contracts = setting_history(clinic, fmt::format("{}{}", kContract, programme));
    if (!contracts) return contracts;
    for (SettingChange& one : *contracts) {
        if (one.name == terms_setting(programme))
            one.name = kContractEnds;
        else if (one.name.size() == kContract.size() + programme.size())
            one.name = "contract";
        else
            continue;
        changes->push_back(std::move(one));
    }
    std::ranges::stable_sort(*changes, std::ranges::greater(), &SettingChange::at);
    return changes;
}

}  // namespace sango::clinic
