#include "shared/clinic/incident_rows.h"
#include "shared/clinic/outbox.h"
#include "shared/clinic/people.h"
#include "shared/clinic/safety.h"
#include "shared/clinic/use.h"
#include "shared/clinic/watch.h"
#include "shared/programme/tree.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::clinic {
namespace {

using programme::json_quoted;
using store::value;

/// POST /v1/incidents; see openapi.yaml.
std::string incident_json(std::string_view clinic_id, const Mother& mother, const Incident& incident,
                          int number, Instant made_at) {
    std::string events;
    for (const IncidentEvent& event : incident.events)
        events += fmt::format("{}{{\"at\":{},\"words\":{}}}", events.empty() ? "" : ",",
                              json_quoted(instant_text(event.at)), json_quoted(event.words));
    return fmt::format(
        "{{\"incident\":{},\"clinic\":{},\"user_number\":{},\"report\":{},\"class\":{},\"happened_at\":{},"
        "\"made_at\":{},\"consent\":\"given\",\"form\":{},\"events\":[{}]}}",
        json_quoted(incident.id), json_quoted(clinic_id), json_quoted(mother.user_number), number,
        json_quoted(word(incident.what.gravity)), json_quoted(instant_text(incident.what.happened_at)),
        json_quoted(instant_text(made_at)), form_json(incident.form), events);
}

Result<std::string> announce_incident(Clinic& clinic, const Incident& incident, int number) {
    const auto mother = find_mother(clinic, incident.mother_id);
    if (!mother) return mother.error();
    if (!*mother) return std::string();
    const auto clinic_id = setting(clinic, "clinic.id");
    if (!clinic_id) return clinic_id.error();
    return announce(
        clinic, {"incident", incident.programme, "/v1/incidents", fmt::format("{}/{}", incident.id, number),
                 incident_json(clinic_id->value_or(""), **mother, incident, number, clinic.clock.now())});
}

/// The row of the form as it stands.
Result<std::string> newest_form(const Clinic& clinic, std::string_view incident_id) {
    const auto id = clinic.database.text(
        "SELECT id FROM incident_form WHERE incident_id = ?1 ORDER BY id DESC LIMIT 1", {value(incident_id)});
    if (!id) return id.error();
    if (*id) return **id;
    return error("empty_form", "様式がまだ空です。分かるところから入れてください。",
                 "The form is empty. Fill in what is known.");
}

void put(FormValues& values, std::string_view key, std::string text) {
    if (!text.empty()) values[std::string(key)] = std::move(text);
}

Result<Done> put_setting(const Clinic& clinic, FormValues& values, std::string_view key,
                         std::string_view name) {
    const auto text = setting(clinic, name);
    if (!text) return text.error();
    put(values, key, text->value_or(""));
    return Done{};
}

Result<Done> put_people(const Clinic& clinic, FormValues& values, const IncidentNow& incident) {
    const auto pairs = in_house(clinic);
    if (!pairs) return pairs.error();
    std::size_t mothers = 0;
    std::size_t children = 0;
    for (const InHouse& pair : *pairs) {
        const bool hers = pair.use_id == incident.use_id;
        mothers += hers ? 0 : 1;
        children += pair.mother.children.size();
        if (hers && !incident.child_id.empty()) --children;
    }
    put(values, "other_mothers", std::to_string(mothers));
    put(values, "other_children", std::to_string(children));
    const auto board = watch_board(clinic);
    if (!board) return board.error();
    if (board->present > 0) put(values, "staff_on_duty", std::to_string(board->present));
    return Done{};
}

Result<Done> put_user(const Clinic& clinic, FormValues& values, const IncidentNow& incident) {
    if (incident.use_id.empty()) return Done{};
    const auto use = standing_use(clinic, incident.use_id);
    if (!use) return use.error();
    const auto* programme = clinic.programmes.find(use->programme, use->first_day);
    if (programme != nullptr) {
        put(values, "home_municipality", programme->name().ja);
        put(values, "use_kind", programme->service_name(use->service).ja);
    }
    put(values, "use_began", date_text(use->first_day));
    put(values, "planned_nights", std::to_string(use->days - 1));
    put(values, "planned_days", std::to_string(use->days));
    const auto mother = find_mother(clinic, use->mother_id);
    if (!mother) return mother.error();
    if (!*mother || (*mother)->children.empty()) return Done{};
    const auto& children = (*mother)->children;
    put(values, "multiple_birth", children.size() > 1 ? "yes" : "no");
    const auto child = std::ranges::find(children, incident.child_id, &Child::id);
    const Child& who = child == children.end() ? children.front() : *child;
    if (!who.born) return Done{};
    if (const auto age = age_on(*who.born, japan_date(incident.happened_at))) {
        put(values, "child_age_months", std::to_string(age->months));
        put(values, "child_age_days", std::to_string(age->days));
    }
    return Done{};
}

}  // namespace

Result<FormValues> known_values(const Clinic& clinic, std::string_view incident_id) {
    const auto incident = incident_now(clinic, incident_id);
    if (!incident) return incident.error();
    FormValues values;
    for (const auto& [key, name] :
         {std::pair<std::string_view, std::string_view>{"facility_name", "clinic.name"},
          {"facility_owner", "clinic.owner"},
          {"facility_address", "clinic.address"},
          {"representative", "clinic.representative"},
          {"programme_manager", "clinic.programme_manager"}})
        if (auto done = put_setting(clinic, values, key, name); !done) return done.error();
    put(values, "report_date", date_text(japan_date(clinic.clock.now())));
    put(values, "happened_at", instant_text(incident->happened_at));
    if (auto done = put_people(clinic, values, *incident); !done) return done.error();
    if (auto done = put_user(clinic, values, *incident); !done) return done.error();
    return values;
}

Result<int> make_report(Clinic& clinic, std::string_view incident_id, Consent consent) {
    return transact(clinic, Right::incident, [&]() -> Result<int> {
        const auto now = open_incident(clinic, incident_id);
        if (!now) return now.error();
        if (!class_of(clinic.safety->incidents, now->gravity).form)
            return error("no_form", "この種類には様式がありません。口頭で伝えて、実施報告書に書きます。",
                         "This class has no form: it is told by word and stands in the monthly report.");
        const auto form_id = newest_form(clinic, now->subject);
        if (!form_id) return form_id.error();
        const auto incident = find_incident(clinic, incident_id);
        if (!incident) return incident.error();
        const int number = static_cast<int>((*incident)->reports.size()) + 1;
        store::Value outbox_id{store::Null{}};
        if (consent == Consent::given && !now->mother_id.empty()) {
            auto announced = announce_incident(clinic, **incident, number);
            if (!announced) return announced.error();
            if (!announced->empty()) outbox_id = value(*announced);
        }
        const store::Stamp stamped = stamp(clinic);
        const auto done = store::insert(clinic.database, "incident_report",
                                        {{"id", value(clinic.ids.next())},
                                         {"incident_id", value(now->subject)},
                                         {"number", value(number)},
                                         {"form_id", value(*form_id)},
                                         {"consent", value(word(consent))},
                                         {"outbox_id", outbox_id},
                                         {"made_at", value(stamped.at)},
                                         {"made_by", value(stamped.actor)}},
                                        stamped, "report_incident");
        if (!done) return done.error();
        return number;
    });
}

Result<Done> close_incident(Clinic& clinic, std::string_view incident_id) {
    return transact(clinic, Right::incident, [&]() -> Result<Done> {
        const auto open = open_incident(clinic, incident_id);
        if (!open) return open.error();
        const auto incident = find_incident(clinic, incident_id);
        if (!incident) return incident.error();
        if ((*incident)->report_asked)
            return error("report_due", "まだ出していない報告があります。先に報告を作ってください。",
                         "A report is still asked for. Make it first.");
        if ((*incident)->tell_asked)
            return error("not_told", "まだ自治体に伝えていません。電話で伝えて、記録してください。",
                         "The municipality has not been told yet. Call it and record that.");
        const store::Stamp now = stamp(clinic);
        return store::insert(clinic.database, "incident_closed",
                             {{"incident_id", value(open->subject)},
                              {"closed_at", value(now.at)},
                              {"closed_by", value(now.actor)}},
                             now, "close_incident");
    });
}

}  // namespace sango::clinic
