#include "shared/base/text.h"
#include "shared/clinic/incident_rows.h"
#include "shared/clinic/people.h"
#include "shared/clinic/use.h"

#include <algorithm>

namespace sango::clinic {
namespace {

using store::value;

Result<Done> check_words(std::string_view words) {
    if (trim(words).empty())
        return error("empty_text", "何があったかを一言で入れてください。",
                     "Say in a sentence what happened.");
    if (is_free_text(words, kMostTextBytes)) return Done{};
    return error("bad_text", "文章に使えない文字があるか、長すぎます。短くして入れ直してください。",
                 "The text holds signs that cannot be kept, or is too long. Make it shorter.");
}

Result<Done> check_past(const Clinic& clinic, Instant at) {
    if (at <= clinic.clock.now()) return Done{};
    return error("bad_time", "時刻がいまより先です。入れ直してください。",
                 "The time lies in the future. Enter it again.");
}

/// Whose it is; empty: no one's.
Result<std::string> mother_of(const Clinic& clinic, const NewIncident& incident) {
    if (incident.use_id.empty()) return std::string();
    const auto use = standing_use(clinic, incident.use_id);
    if (!use) return use.error();
    if (incident.child_id.empty()) return use->mother_id;
    const auto mother = find_mother(clinic, use->mother_id);
    if (!mother) return mother.error();
    if (*mother &&
        std::ranges::find((*mother)->children, incident.child_id, &Child::id) != (*mother)->children.end())
        return use->mother_id;
    return error("wrong_child", "お子さんの選び方が違います。選び直してください。",
                 "This is not a child of hers. Choose again.");
}

store::Value maybe(std::string_view id) {
    return id.empty() ? store::Value(store::Null{}) : value(id);
}

Result<std::string> insert_incident(Clinic& clinic, const NewIncident& incident, std::string_view subject,
                                    std::string_view replaces) {
    if (auto fits = check_words(incident.words); !fits) return fits.error();
    if (auto fits = check_past(clinic, incident.happened_at); !fits) return fits.error();
    const auto mother_id = mother_of(clinic, incident);
    if (!mother_id) return mother_id.error();
    const std::string id = clinic.ids.next();
    const store::Stamp now = stamp(clinic);
    auto words = sealed_for(clinic, *mother_id, {"incident", "words_sealed", id}, trim(incident.words));
    if (!words) return words.error();
    const auto done = store::insert(clinic.database, "incident",
                                    {{"id", value(id)},
                                     {"subject", value(subject.empty() ? std::string_view(id) : subject)},
                                     {"gravity", value(word(incident.gravity))},
                                     {"use_id", maybe(incident.use_id)},
                                     {"child_id", maybe(incident.child_id)},
                                     {"happened_at", value(incident.happened_at)},
                                     {"words_sealed", std::move(*words)},
                                     {"recorded_at", value(now.at)},
                                     {"recorded_by", value(now.actor)},
                                     {"replaces", maybe(replaces)}},
                                    now, replaces.empty() ? "incident" : "correct_incident");
    if (!done) return done.error();
    return id;
}

}  // namespace

Result<store::Value> sealed_for(const Clinic& clinic, std::string_view mother_id, const store::Place& place,
                                std::string_view text) {
    if (mother_id.empty()) return value(clinic.keys.seal_for_clinic(place, text));
    auto box = clinic.keys.seal(clinic.database, mother_id, place, text);
    if (!box) return box.error();
    return value(std::move(*box));
}

Result<std::string> unsealed_for(const Clinic& clinic, std::string_view mother_id, const store::Place& place,
                                 BytesView box) {
    if (mother_id.empty()) return clinic.keys.unseal_for_clinic(place, box);
    return clinic.keys.unseal(clinic.database, mother_id, place, box);
}

Result<std::string> report_incident(Clinic& clinic, const NewIncident& incident) {
    return transact(clinic, Right::incident, [&] { return insert_incident(clinic, incident, {}, {}); });
}

Result<Done> correct_incident(Clinic& clinic, std::string_view incident_id, const NewIncident& instead) {
    return transact(clinic, Right::incident, [&]() -> Result<Done> {
        const auto before = open_incident(clinic, incident_id);
        if (!before) return before.error();
        // Whom it is about stays: what was sealed for her stays hers.
        NewIncident incident = instead;
        incident.use_id = before->use_id;
        incident.child_id = before->child_id;
        const auto row = insert_incident(clinic, incident, before->subject, before->row_id);
        if (!row) return row.error();
        return Done{};
    });
}

Result<Done> save_form(Clinic& clinic, std::string_view incident_id, const FormValues& values) {
    if (auto fits = check_form(values); !fits) return fits;
    return transact(clinic, Right::incident, [&]() -> Result<Done> {
        const auto incident = open_incident(clinic, incident_id);
        if (!incident) return incident.error();
        const std::string id = clinic.ids.next();
        const store::Stamp now = stamp(clinic);
        auto fields = sealed_for(clinic, incident->mother_id, {"incident_form", "fields_sealed", id},
                                 form_json(values));
        if (!fields) return fields.error();
        return store::insert(clinic.database, "incident_form",
                             {{"id", value(id)},
                              {"incident_id", value(incident->subject)},
                              {"fields_sealed", std::move(*fields)},
                              {"recorded_at", value(now.at)},
                              {"recorded_by", value(now.actor)}},
                             now, "form");
    });
}

namespace {

/// One row of the time line (時系列), or the row that takes `retracts` back; its id.
Result<std::string> insert_event(Clinic& clinic, const IncidentNow& incident, Instant at,
                                 std::string_view words, std::optional<std::string_view> retracts) {
    const std::string id = clinic.ids.next();
    const store::Stamp now = stamp(clinic);
    auto box = sealed_for(clinic, incident.mother_id, {"incident_event", "words_sealed", id}, words);
    if (!box) return box.error();
    const auto done = store::insert(clinic.database, "incident_event",
                                    {{"id", value(id)},
                                     {"incident_id", value(incident.subject)},
                                     {"at", value(at)},
                                     {"words_sealed", std::move(*box)},
                                     {"recorded_at", value(now.at)},
                                     {"recorded_by", value(now.actor)},
                                     {"replaces", value(retracts)},
                                     {"retracted", value(retracts.has_value())}},
                                    now, retracts ? "retract" : "event");
    if (!done) return done.error();
    return id;
}

}  // namespace

Result<std::string> add_event(Clinic& clinic, std::string_view incident_id, Instant at,
                              std::string_view words) {
    if (auto fits = check_words(words); !fits) return fits.error();
    if (auto fits = check_past(clinic, at); !fits) return fits.error();
    return transact(clinic, Right::incident, [&]() -> Result<std::string> {
        const auto incident = open_incident(clinic, incident_id);
        if (!incident) return incident.error();
        return insert_event(clinic, *incident, at, trim(words), std::nullopt);
    });
}

Result<Done> retract_event(Clinic& clinic, std::string_view event_id) {
    return transact(clinic, Right::incident, [&]() -> Result<Done> {
        std::string incident_id;
        Instant at{};
        const auto read = clinic.database.query(
            "SELECT e.incident_id, e.at FROM incident_event e WHERE e.id = ?1 AND e.retracted = 0 AND NOT "
            "EXISTS "
            "(SELECT 1 FROM incident_event r WHERE r.replaces = e.id)",
            {value(event_id)}, [&](const store::Row& row) {
                incident_id = row.text(0);
                at = row.instant(1);
                return false;
            });
        if (!read) return read.error();
        const auto incident = open_incident(clinic, incident_id);
        if (!incident) return incident.error();
        const auto retracted = insert_event(clinic, *incident, at, "-", event_id);
        if (!retracted) return retracted.error();
        return Done{};
    });
}

Result<Done> record_told(Clinic& clinic, std::string_view incident_id, std::string_view whom) {
    if (trim(whom).empty() || !is_line(whom, kMostLineBytes))
        return error("bad_text", "伝えた先を入れてください。", "Enter who was told.");
    return transact(clinic, Right::incident, [&]() -> Result<Done> {
        const auto incident = incident_now(clinic, incident_id);
        if (!incident) return incident.error();
        const store::Stamp now = stamp(clinic);
        return store::insert(clinic.database, "incident_told",
                             {{"id", value(clinic.ids.next())},
                              {"incident_id", value(incident->subject)},
                              {"whom", value(trim(whom))},
                              {"told_at", value(now.at)},
                              {"told_by", value(now.actor)}},
                             now, "told");
    });
}

}  // namespace sango::clinic
