#include "tests/municipality/roster.h"

#include <nlohmann/json.hpp>

namespace sango::municipality {
namespace {

using nlohmann::json;

void read_child(const json& value, const std::string& pointer, Faults& faults) {
    Form child(value, pointer, faults);
    if (child.has("name")) (void)child.text("name", 200, true);
    for (const char* day : {"born", "due"})
        if (child.has(day)) (void)child.day(day);
    if (child.has("weight_g")) (void)child.whole("weight_g", 1, 29'999);
    child.finish();
}

void read_decision(const json& value, const std::string& pointer, Faults& faults) {
    Form decision(value, pointer, faults);
    for (const char* flag : {"granted", "first_use_here", "request_letter"})
        if (decision.has(flag)) (void)decision.flag(flag);
    if (decision.has("extra_days")) (void)decision.whole("extra_days", 0, 366);
    for (const char* who : {"centre", "coordinator"})
        if (decision.has(who)) (void)decision.text(who, 200, true);
    decision.finish();
}

std::string read_user(const json& value, const std::string& pointer, Faults& faults) {
    Form user(value, pointer, faults);
    const std::string number = user.user_number("user_number");
    const std::pair<const char*, std::size_t> texts[] = {
        {"name", 200}, {"kana", 200}, {"address", 400}, {"phone", 40}, {"allergies", 400}};
    for (const auto& [name, most] : texts)
        if (user.has(name)) (void)user.text(name, most, true);
    for (const char* flag : {"resident", "medical_treatment", "unwell_or_anxious"})
        if (user.has(flag)) (void)user.flag(flag);
    for (const char* day : {"moved_out_on", "household_confirmed_on", "loss_on"})
        if (user.has(day)) (void)user.day(day);
    if (user.has("household")) (void)user.one_of("household", {"taxed", "tax_exempt", "welfare"});
    if (user.has("family_support")) (void)user.one_of("family_support", {"none", "partial", "enough"});
    if (user.has("support_need")) (void)user.one_of("support_need", {"ordinary", "high"});
    if (user.has("children"))
        if (const json* children = user.list("children", 0, 10))
            for (std::size_t index = 0; index < children->size(); ++index)
                read_child((*children)[index], user.at("children") + "/" + std::to_string(index), faults);
    if (user.has("decision"))
        if (const json* decision = user.object("decision"))
            read_decision(*decision, user.at("decision"), faults);
    user.finish();
    return number;
}

}  // namespace

std::vector<RosterEntry> read_roster(std::string_view text, Faults& faults) {
    const auto body = parse_object(text, faults);
    if (!body) return {};
    Form form(*body, "", faults);
    if (form.has("issuer")) (void)form.text("issuer", 6);
    if (form.has("answered_at")) (void)form.moment("answered_at");
    const json* users = form.list("users", 0, 20'000);
    form.finish();
    if (users == nullptr) return {};
    std::vector<RosterEntry> entries;
    for (std::size_t index = 0; index < users->size(); ++index) {
        std::string number = read_user((*users)[index], "/users/" + std::to_string(index), faults);
        entries.emplace_back(std::move(number), (*users)[index].dump());
    }
    return entries;
}

}  // namespace sango::municipality
