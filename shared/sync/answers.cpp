#include "shared/sync/answers.h"

#include "shared/clinic/programme_file.h"
#include "shared/sync/fields.h"

#include <nlohmann/json.hpp>

namespace sango::sync {
namespace {

using nlohmann::json;

std::string issuer_of(Fields& fields) {
    std::string issuer = fields.text("issuer", 6, 6);
    if (issuer.find_first_not_of("0123456789") != std::string::npos) fields.complain("issuer");
    return issuer;
}

std::string clinic_of(Fields& fields) {
    std::string clinic = fields.text("clinic", 1, 64);
    if (clinic.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string::npos)
        fields.complain("clinic");
    return clinic;
}

/// An optional member by one of the readers above.
template <class Read>
auto maybe(Fields& fields, std::string_view name, Read&& read) -> std::optional<decltype(read(name))> {
    if (!fields.has(name)) return std::nullopt;
    return read(name);
}

void read_children(clinic::Registration& user, Fields& fields, std::optional<Error>& wrong) {
    const json* children = fields.list("children", 10);
    if (children == nullptr) return;
    for (std::size_t index = 0; index < children->size(); ++index) {
        Fields child((*children)[index], fields.at("children") + "/" + std::to_string(index), wrong);
        const auto day = [&](std::string_view name) { return child.day(name); };
        clinic::Child one;
        if (child.has("name")) one.name = child.text("name", 0, 200);
        one.born = maybe(child, "born", day);
        one.due = maybe(child, "due", day);
        if (child.has("weight_g")) one.weight_g = static_cast<int>(child.whole("weight_g", 1, 29'999));
        child.finish();
        user.children.push_back(std::move(one));
    }
}

void read_decision(clinic::Registration& user, Fields& fields, std::optional<Error>& wrong) {
    const json* value = fields.object("decision");
    if (value == nullptr) return;
    Fields decision(*value, fields.at("decision"), wrong);
    const auto flag = [&](std::string_view name) { return decision.flag(name); };
    user.decision.granted = maybe(decision, "granted", flag);
    user.decision.first_use_here = maybe(decision, "first_use_here", flag);
    user.decision.request_letter = maybe(decision, "request_letter", flag);
    if (decision.has("extra_days"))
        user.decision.extra_days = static_cast<int>(decision.whole("extra_days", 0, 366));
    if (decision.has("centre")) user.decision.centre = decision.text("centre", 0, 200);
    if (decision.has("coordinator")) user.decision.coordinator = decision.text("coordinator", 0, 200);
    decision.finish();
}

void read_facts(programme::Mother& facts, Fields& fields) {
    const auto flag = [&](std::string_view name) { return fields.flag(name); };
    const auto day = [&](std::string_view name) { return fields.day(name); };
    facts.resident = maybe(fields, "resident", flag);
    facts.moved_out_on = maybe(fields, "moved_out_on", day);
    facts.household_confirmed_on = maybe(fields, "household_confirmed_on", day);
    facts.medical_treatment = maybe(fields, "medical_treatment", flag);
    facts.unwell_or_anxious = maybe(fields, "unwell_or_anxious", flag);
    facts.loss_on = maybe(fields, "loss_on", day);
    if (fields.has("household"))
        facts.household =
            programme::household_from(fields.one_of("household", {"taxed", "tax_exempt", "welfare"}));
    if (fields.has("family_support"))
        facts.family_support =
            programme::family_support_from(fields.one_of("family_support", {"none", "partial", "enough"}));
    if (fields.has("support_need"))
        facts.support_need =
            programme::support_need_from(fields.one_of("support_need", {"ordinary", "high"}));
}

clinic::Registration read_user(const json& value, const std::string& pointer, std::optional<Error>& wrong) {
    Fields fields(value, pointer, wrong);
    clinic::Registration user;
    user.source = "roster";
    user.user_number = fields.text("user_number", 1, 64);
    const std::pair<const char*, std::string*> texts[] = {{"name", &user.name},
                                                          {"kana", &user.kana},
                                                          {"address", &user.address},
                                                          {"allergies", &user.allergies}};
    for (const auto& [name, text] : texts)
        if (fields.has(name))
            *text = fields.text(
                name, 0, name == std::string_view("name") || name == std::string_view("kana") ? 200 : 400);
    if (fields.has("phone")) user.phone = fields.text("phone", 0, 40);
    read_facts(user.facts, fields);
    if (fields.has("children")) read_children(user, fields, wrong);
    if (fields.has("decision")) read_decision(user, fields, wrong);
    fields.finish();
    return user;
}

}  // namespace

Result<RosterAnswer> read_roster(std::string_view text) {
    const auto body = parse_answer(text);
    if (!body) return bad_answer("");
    std::optional<Error> wrong;
    Fields fields(*body, "", wrong);
    RosterAnswer answer;
    answer.issuer = issuer_of(fields);
    (void)fields.moment("answered_at");
    const json* users = fields.list("users", 20'000);
    fields.finish();
    for (std::size_t index = 0; users != nullptr && !wrong && index < users->size(); ++index)
        answer.users.push_back(read_user((*users)[index], "/users/" + std::to_string(index), wrong));
    if (wrong) return *wrong;
    return answer;
}

Result<BalanceAnswer> read_balance(std::string_view text) {
    const auto body = parse_answer(text);
    if (!body) return bad_answer("");
    std::optional<Error> wrong;
    Fields fields(*body, "", wrong);
    BalanceAnswer answer;
    answer.user_number = fields.text("user_number", 1, 64);
    answer.answered_at = fields.moment("answered_at");
    const json* uses = fields.list("uses", 1'000);
    fields.finish();
    for (std::size_t index = 0; uses != nullptr && !wrong && index < uses->size(); ++index) {
        Fields one((*uses)[index], "/uses/" + std::to_string(index), wrong);
        BalanceAnswer::Use use;
        use.clinic = clinic_of(one);
        const auto service = programme::service_from(one.text("service", 1, 64));
        if (!service) one.complain("service");
        use.service = service.value_or(programme::Service::short_stay);
        use.first_day = one.day("first_day");
        use.days = static_cast<int>(one.whole("days", 1, 60));
        use.units = static_cast<int>(one.whole("units", 1, 60));
        if (one.has("coupons_used")) use.coupons_used = static_cast<int>(one.whole("coupons_used", 0, 60));
        one.finish();
        answer.uses.push_back(std::move(use));
    }
    if (wrong) return *wrong;
    return answer;
}

Result<RevocationAnswer> read_revocations(std::string_view text) {
    const auto body = parse_answer(text);
    if (!body) return bad_answer("");
    std::optional<Error> wrong;
    Fields fields(*body, "", wrong);
    RevocationAnswer answer;
    answer.issuer = issuer_of(fields);
    (void)fields.moment("answered_at");
    const json* revoked = fields.list("revoked", 100'000);
    fields.finish();
    for (std::size_t index = 0; revoked != nullptr && !wrong && index < revoked->size(); ++index) {
        Fields one((*revoked)[index], "/revoked/" + std::to_string(index), wrong);
        RevocationAnswer::Entry entry;
        entry.kind = one.one_of("kind", {"identifier", "user"});
        if (entry.kind == "identifier") {
            entry.subject = one.sha256("subject");
        } else {
            entry.subject = one.text("subject", 1, 64);
            entry.issued_before = one.moment("issued_before");
        }
        one.finish();
        answer.revoked.push_back(std::move(entry));
    }
    if (wrong) return *wrong;
    return answer;
}

Result<ProgrammesAnswer> read_programmes(std::string_view text) {
    constexpr std::size_t kMostBase64 = (clinic::kLargestProgrammeFile + 2) / 3 * 4;
    const auto body = parse_answer(text);
    if (!body) return bad_answer("");
    std::optional<Error> wrong;
    Fields fields(*body, "", wrong);
    ProgrammesAnswer answer;
    answer.issuer = issuer_of(fields);
    (void)fields.moment("answered_at");
    const json* programmes = fields.list("programmes", 100);
    fields.finish();
    for (std::size_t index = 0; programmes != nullptr && !wrong && index < programmes->size(); ++index) {
        Fields one((*programmes)[index], "/programmes/" + std::to_string(index), wrong);
        auto message = from_base64(one.text("message", 4, kMostBase64));
        if (!message) one.complain("message");
        one.finish();
        answer.messages.push_back(std::move(message).value_or(Bytes()));
    }
    if (wrong) return *wrong;
    return answer;
}

}  // namespace sango::sync
