#include "shared/programme/programme.h"

#include "shared/programme/rules.h"

namespace sango::programme {
namespace {

constexpr int kWeeksToDueDate = 40;

/// The day on which `week` weeks of pregnancy are full.
Date week_begins(Date due, int week) {
    return due - std::chrono::weeks(kWeeksToDueDate - week);
}

Message guidance_text(const Rules& rules, std::string_view topic, bool after_loss) {
    const Guidance* guidance = rules.guidance_on(topic);
    if (guidance == nullptr) return {};
    return after_loss ? guidance->text_after_loss.value_or(guidance->text) : guidance->text;
}

}  // namespace

Programme::Programme(std::shared_ptr<const Rules> rules) : rules_(std::move(rules)) {}

const std::string& Programme::id() const {
    return rules_->id;
}
const std::string& Programme::code() const {
    return rules_->code;
}
const Message& Programme::name() const {
    return rules_->name;
}
std::uint32_t Programme::colour() const {
    return rules_->colour;
}
Date Programme::valid_from() const {
    return rules_->valid_from;
}
std::optional<Date> Programme::valid_to() const {
    return rules_->valid_to;
}
int Programme::revision() const {
    return rules_->revision;
}

Programme Programme::ended_on(Date last) const {
    if (rules_->valid_to && *rules_->valid_to <= last) return *this;
    Rules ended = *rules_;
    ended.valid_to = last;
    return Programme(std::make_shared<const Rules>(std::move(ended)));
}

const std::vector<Service>& Programme::services() const {
    return rules_->offered;
}

Message Programme::service_name(Service service) const {
    if (const ServiceRules* rules = rules_->service(service)) return rules->name;
    switch (service) {
        case Service::short_stay:
            return {"ショートステイ", "Short stay"};
        case Service::day_care:
            return {"デイケア", "Day care"};
        case Service::outreach:
            return {"アウトリーチ", "Outreach"};
        case Service::sibling_short_stay:
            return {"きょうだいショートステイ", "Sibling short stay"};
        case Service::sibling_day_care:
            return {"きょうだいデイケア", "Sibling day care"};
    }
    return {};
}

Message Programme::card_instruction(CardKind kind) const {
    const CardRule* rule = rules_->card_rule(kind);
    return rule != nullptr && rule->instruction ? *rule->instruction : Message{};
}

Message Programme::forgotten_card_instruction(std::optional<CardKind> kind, bool after_loss) const {
    const Message card = guidance_text(*rules_, "forgotten_card", after_loss);
    const Message coupon = guidance_text(*rules_, "forgotten_coupon", after_loss);
    if (kind == CardKind::coupon || card.ja.empty()) return coupon;
    if (kind == CardKind::card || coupon.ja.empty()) return card;
    return {"利用者カード: " + card.ja + "電子クーポン: " + coupon.ja,
            "Card: " + card.en + " Coupon: " + coupon.en};
}

Message Programme::lost_card_instruction(bool after_loss) const {
    return guidance_text(*rules_, "lost_card", after_loss);
}

Message Programme::questionnaire_text(bool after_loss) const {
    return guidance_text(*rules_, "questionnaire", after_loss);
}

bool Programme::has_card(CardKind kind) const {
    return rules_->card_rule(kind) != nullptr;
}

const Message& Programme::contact() const {
    return rules_->contact;
}

bool Programme::counts_units(Service service) const {
    const ServiceRules* rules = rules_->service(service);
    return rules != nullptr && rules->counting != Counting::nights &&
           (rules->copay.kind == Copay::Kind::unit || rules->counting == Counting::units);
}

std::optional<int> Programme::report_due_day() const {
    return rules_->report.due_day;
}

std::optional<Date> Programme::registration_opens(Date due) const {
    if (!rules_->registration) return std::nullopt;
    return week_begins(due, rules_->registration->from_week);
}

std::optional<Date> Programme::exemption_opens(Date due) const {
    if (!rules_->household || !rules_->household->apply_from_week) return std::nullopt;
    return week_begins(due, *rules_->household->apply_from_week);
}

std::optional<LateCancel> Programme::late_cancel() const {
    return rules_->cancel ? rules_->cancel->late : std::nullopt;
}

Message Programme::late_cancel_instruction(CardKind kind) const {
    const CardRule* rule = rules_->card_rule(kind);
    return rule != nullptr && rule->late_cancel ? *rule->late_cancel : Message{};
}

const std::vector<Centre>& Programme::centres() const {
    return rules_->centres;
}

std::optional<Date> Programme::records_kept_until(Date contract_ends) const {
    if (!rules_->records) return std::nullopt;
    return make_date(fiscal_year(contract_ends) + 1 + rules_->records->years, 3, 31);
}

const ServiceRules* Rules::service(Service which) const {
    const auto& found = services[static_cast<std::size_t>(which)];
    return found ? &*found : nullptr;
}

const OpenSetting* Rules::setting(std::string_view setting_name) const {
    for (const OpenSetting& setting : settings)
        if (setting.name == setting_name) return &setting;
    return nullptr;
}

const CardRule* Rules::card_rule(CardKind kind) const {
    if (!cards) return nullptr;
    for (const CardRule& rule : cards->kinds)
        if (rule.kind == kind) return &rule;
    return nullptr;
}

const Guidance* Rules::guidance_on(std::string_view topic) const {
    for (const Guidance& one : guidance)
        if (one.topic == topic) return &one;
    return nullptr;
}

}  // namespace sango::programme
