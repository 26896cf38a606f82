// `sango verdict` and the desk give the same answer: what the desk asks of everyone in the demo, written as
// the command reads it, is answered word for word as the desk was.

#include "shared/clinic/demo_people.h"
#include "shared/programme/rules.h"
#include "shared/programme/verdict_json.h"
#include "tests/clinic/desk.h"

#include <nlohmann/json.hpp>

using namespace sango;
using namespace sango::clinic;
using test::Desk;
using Json = nlohmann::ordered_json;

namespace {

template <class T, class Write>
void put(Json& into, const char* key, const std::optional<T>& told, Write&& write) {
    if (told) into[key] = write(*told);
}
constexpr auto kAsIs = [](const auto& value) { return value; };
constexpr auto kDay = [](Date day) { return date_text(day); };
constexpr auto kWord = [](auto value) { return std::string(programme::word(value)); };

Json written(const programme::Mother& mother) {
    Json json = Json::object();
    put(json, "resident", mother.resident, kAsIs);
    put(json, "moved_out_on", mother.moved_out_on, kDay);
    put(json, "household", mother.household, kWord);
    put(json, "household_confirmed_on", mother.household_confirmed_on, kDay);
    put(json, "medical_treatment", mother.medical_treatment, kAsIs);
    put(json, "acute_infection", mother.acute_infection, kAsIs);
    put(json, "unwell_or_anxious", mother.unwell_or_anxious, kAsIs);
    put(json, "family_support", mother.family_support, kWord);
    put(json, "support_need", mother.support_need, kWord);
    put(json, "loss_on", mother.loss_on, kDay);
    return json;
}

Json written(const programme::Child& child) {
    Json json = Json::object();
    put(json, "born", child.born, kDay);
    put(json, "due", child.due, kDay);
    put(json, "weight_g", child.weight_g, kAsIs);
    return json;
}

Json written(const programme::Use& use) {
    Json json{{"service", programme::word(use.service)}, {"date", date_text(use.date)}};
    if (use.days > 0) json["days"] = use.days;
    if (use.units > 0) json["units"] = use.units;
    return json;
}

Json written(const programme::Card& card) {
    Json json = Json::object();
    put(json, "kind", card.kind, kWord);
    put(json, "coupons_left", card.coupons_left, kAsIs);
    put(json, "copay_per_unit", card.copay_per_unit, [](Yen yen) { return yen.amount(); });
    put(json, "interview_on", card.interview_on, kDay);
    return json;
}

Json written(const programme::Decision& decision) {
    Json json = Json::object();
    put(json, "granted", decision.granted, kAsIs);
    put(json, "first_use_here", decision.first_use_here, kAsIs);
    put(json, "request_letter", decision.request_letter, kAsIs);
    if (decision.extra_days_known) json["extra_days"] = decision.extra_days;
    if (!decision.centre.empty()) json["centre"] = decision.centre;
    if (!decision.coordinator.empty()) json["coordinator"] = decision.coordinator;
    return json;
}

template <class T>
Json written(const std::vector<T>& list) {
    Json json = Json::array();
    for (const T& one : list) json.push_back(written(one));
    return json;
}

std::string written(std::string_view programme, const programme::Request& asked) {
    Json json{{"programme", programme},
              {"service", programme::word(asked.service)},
              {"start", date_text(asked.start)}};
    put(json, "days", asked.days, kAsIs);
    put(json, "units", asked.units, kAsIs);
    put(json, "asked_at", asked.asked_at, [](Instant at) { return instant_text(at); });
    if (asked.mother) json["mother"] = written(*asked.mother);
    if (asked.children) json["children"] = written(*asked.children);
    if (asked.used) json["used"] = written(*asked.used);
    if (asked.card) json["card"] = written(*asked.card);
    if (asked.decision) json["decision"] = written(*asked.decision);
    for (const Date day : asked.closed_days) json["closed_days"].push_back(date_text(day));
    for (const auto& [name, answer] : asked.settings) json["settings"][name] = answer;
    return json.dump();
}

std::string answer_of_command(const Clinic& clinic, std::string_view json) {
    const auto parsed = programme::parse_request(json);
    REQUIRE_MESSAGE(parsed.ok(), (parsed.ok() ? "" : parsed.error().message.en));
    const programme::Programme* rules = clinic.programmes.find(parsed->programme, parsed->request.start);
    REQUIRE(rules != nullptr);
    return programme::verdict_json(programme::judge(*rules, parsed->request));
}

}  // namespace

TEST_CASE("the desk and `sango verdict` give the same answer to everyone, for every service") {
    Desk desk;
    REQUIRE(set_setting(desk.clinic(), "nakano.limit.total", "10").ok());
    int asked = 0;
    for (const DemoMother& mother : demo_mothers()) {
        const auto number = demo_number(mother, desk.clinic().programmes, desk.today());
        REQUIRE(number);
        const auto id =
            register_mother(desk.clinic(), demo_registration(mother, *number, desk.today(), true));
        REQUIRE(id.ok());
        const programme::Programme* rules = desk.clinic().programmes.find(mother.programme, desk.today());
        REQUIRE(rules != nullptr);
        for (int s = 0; s < programme::kServiceCount; ++s) {
            if (!rules->rules().services[static_cast<std::size_t>(s)]) continue;
            for (const std::optional<bool> infection : {std::optional<bool>(), std::optional(true)}) {
                CheckInDraft draft;
                draft.mother_id = *id;
                draft.service = static_cast<programme::Service>(s);
                draft.days = infection ? 1 : 3;
                draft.units = draft.days;
                draft.acute_infection = infection;
                draft.copay_per_unit = Yen(mother.copay_per_unit.value_or(500));
                const auto at_desk = assess(desk.clinic(), draft);
                const auto request = request_for(desk.clinic(), draft);
                REQUIRE(at_desk.ok());
                REQUIRE(request.ok());
                CAPTURE(mother.name);
                CAPTURE(s);
                CHECK(programme::verdict_json(at_desk->verdict) ==
                      answer_of_command(desk.clinic(), written(mother.programme, *request)));
                ++asked;
            }
        }
    }
    CHECK(asked > 100);
}
