#include "shared/clinic/incident_rows.h"
#include "shared/clinic/outbox.h"
#include "shared/clinic/people.h"
#include "shared/clinic/safety.h"

#include <algorithm>
#include <array>

namespace sango::clinic {
namespace {

using store::value;

Consent consent_from(std::string_view text) {
    for (const Consent consent : {Consent::given, Consent::refused})
        if (word(consent) == text) return consent;
    return Consent::not_asked;
}

Result<Done> read_words(const Clinic& clinic, const IncidentNow& now, Incident& incident) {
    Bytes box;
    const auto read = clinic.database.query(
        "SELECT i.words_sealed, i.recorded_at, s.name FROM incident i LEFT JOIN staff s ON s.id = "
        "i.recorded_by "
        "WHERE i.id = ?1",
        {value(now.row_id)}, [&](const store::Row& row) {
            box = row.bytes(0);
            incident.recorded_at = row.instant(1);
            incident.recorded_by = row.text(2);
            return false;
        });
    if (!read) return read.error();
    auto words = unsealed_for(clinic, now.mother_id, {"incident", "words_sealed", now.row_id}, box);
    if (!words) return words.error();
    incident.what.words = std::move(*words);
    return Done{};
}

Result<Done> read_form(const Clinic& clinic, const IncidentNow& now, Incident& incident) {
    std::string id;
    Bytes box;
    const auto read = clinic.database.query(
        "SELECT id, fields_sealed FROM incident_form WHERE incident_id = ?1 ORDER BY id DESC LIMIT 1",
        {value(now.subject)}, [&](const store::Row& row) {
            id = row.text(0);
            box = row.bytes(1);
            return false;
        });
    if (!read) return read.error();
    if (id.empty()) return Done{};
    const auto json = unsealed_for(clinic, now.mother_id, {"incident_form", "fields_sealed", id}, box);
    if (!json) return json.error();
    auto values = form_from_json(*json);
    if (!values) return values.error();
    incident.form = std::move(*values);
    return Done{};
}

Result<Done> read_events(const Clinic& clinic, const IncidentNow& now, Incident& incident) {
    std::vector<Bytes> boxes;
    const auto read = clinic.database.query(
        "SELECT e.id, e.at, e.words_sealed, s.name FROM incident_event e LEFT JOIN staff s ON s.id = "
        "e.recorded_by "
        "WHERE e.incident_id = ?1 AND e.retracted = 0 AND NOT EXISTS (SELECT 1 FROM incident_event r WHERE "
        "r.replaces = e.id) ORDER BY e.at, e.id",
        {value(now.subject)}, [&](const store::Row& row) {
            incident.events.push_back({row.text(0), row.instant(1), {}, row.text(3)});
            boxes.push_back(row.bytes(2));
            return true;
        });
    if (!read) return read.error();
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        auto words = unsealed_for(clinic, now.mother_id,
                                  {"incident_event", "words_sealed", incident.events[i].id}, boxes[i]);
        if (!words) return words.error();
        incident.events[i].words = std::move(*words);
    }
    return Done{};
}

Result<Done> read_files(const Clinic& clinic, const IncidentNow& now, Incident& incident) {
    std::vector<Bytes> boxes;
    const auto read = clinic.database.query(
        "SELECT id, name_sealed, bytes FROM incident_file WHERE incident_id = ?1 ORDER BY id",
        {value(now.subject)}, [&](const store::Row& row) {
            incident.files.push_back({row.text(0), {}, static_cast<int>(row.integer(2))});
            boxes.push_back(row.bytes(1));
            return true;
        });
    if (!read) return read.error();
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        auto name = unsealed_for(clinic, now.mother_id,
                                 {"incident_file", "name_sealed", incident.files[i].id}, boxes[i]);
        if (!name) return name.error();
        incident.files[i].name = std::move(*name);
    }
    return Done{};
}

Result<Done> read_reports(const Clinic& clinic, const IncidentNow& now, Incident& incident) {
    auto read = clinic.database.query(
        "SELECT p.number, p.consent, p.made_at, p.outbox_id IS NOT NULL, EXISTS (SELECT 1 FROM receipt r "
        "WHERE "
        "r.outbox_id = p.outbox_id) FROM incident_report p WHERE p.incident_id = ?1 ORDER BY p.number",
        {value(now.subject)}, [&](const store::Row& row) {
            incident.reports.push_back({static_cast<int>(row.integer(0)), consent_from(row.text(1)),
                                        row.instant(2), row.integer(3) != 0, row.integer(4) != 0});
            return true;
        });
    if (!read) return read.error();
    read = clinic.database.query(
        "SELECT told_at, whom FROM incident_told WHERE incident_id = ?1 ORDER BY id DESC LIMIT 1",
        {value(now.subject)}, [&](const store::Row& row) {
            incident.told_at = row.instant(0);
            incident.told_whom = row.text(1);
            return false;
        });
    if (!read) return read.error();
    return Done{};
}

struct Asked {
    std::optional<int> report;
    std::optional<Instant> due;
    bool tell = false;
};
Asked asked_of(const IncidentClass& rule, Instant happened_at, int reports_made, bool told, bool closed) {
    Asked asked;
    if (closed) return asked;
    if (rule.form) {
        const int next = reports_made + 1;
        asked.due = report_due(rule, happened_at, next);
        if (asked.due) asked.report = next;
    }
    asked.tell = rule.gravity != Gravity::near_miss && !told;
    return asked;
}

constexpr std::string_view kNow =
    "SELECT i.subject, i.id, u.mother_id, m.programme, i.gravity, i.happened_at, i.use_id, i.child_id, "
    "EXISTS (SELECT 1 FROM incident_closed c WHERE c.incident_id = i.subject) "
    "FROM incident i LEFT JOIN service_use u ON u.id = i.use_id LEFT JOIN mother m ON m.id = u.mother_id "
    "WHERE i.id = (SELECT max(n.id) FROM incident n WHERE n.subject = i.subject) ";

IncidentNow now_from(const store::Row& row) {
    return {row.text(0),
            row.text(1),
            row.text(2),
            row.text(3),
            gravity_from(row.text(4)).value_or(Gravity::death),
            row.instant(5),
            row.text(6),
            row.text(7),
            row.integer(8) != 0};
}

Result<Incident> whole(const Clinic& clinic, const IncidentNow& now) {
    Incident incident;
    incident.id = now.subject;
    incident.what = {now.gravity, now.use_id, now.child_id, now.happened_at, {}};
    incident.programme = now.programme;
    incident.mother_id = now.mother_id;
    incident.closed = now.closed;
    for (const auto read : {read_words, read_form, read_events, read_files, read_reports})
        if (auto done = read(clinic, now, incident); !done) return done.error();
    if (!now.mother_id.empty()) {
        const auto mother = find_mother(clinic, now.mother_id);
        if (!mother) return mother.error();
        if (*mother) incident.mother = (*mother)->name;
    }
    const Asked asked =
        asked_of(class_of(clinic.safety->incidents, now.gravity), now.happened_at,
                 static_cast<int>(incident.reports.size()), incident.told_at.has_value(), now.closed);
    incident.report_asked = asked.report;
    incident.due = asked.due;
    incident.tell_asked = asked.tell;
    return incident;
}

Result<std::vector<IncidentNow>> all_now(const Clinic& clinic) {
    std::vector<IncidentNow> all;
    const auto read = clinic.database.query(std::string(kNow) + "ORDER BY i.happened_at DESC, i.subject DESC",
                                            {}, [&](const store::Row& row) {
                                                all.push_back(now_from(row));
                                                return true;
                                            });
    if (!read) return read.error();
    return all;
}

}  // namespace

std::string_view word(Consent consent) {
    constexpr std::array<std::string_view, 3> kWords{"given", "refused", "not_asked"};
    return kWords.at(static_cast<std::size_t>(consent));
}

Result<IncidentNow> incident_now(const Clinic& clinic, std::string_view incident_id) {
    std::optional<IncidentNow> now;
    const auto read = clinic.database.query(std::string(kNow) + "AND i.subject = ?1", {value(incident_id)},
                                            [&](const store::Row& row) {
                                                now = now_from(row);
                                                return false;
                                            });
    if (!read) return read.error();
    if (!now)
        return error("not_found", "この事案の記録が見つかりません。一覧を開き直してください。",
                     "This incident is not there. Open the list again.");
    return std::move(*now);
}

Result<IncidentNow> open_incident(const Clinic& clinic, std::string_view incident_id) {
    auto now = incident_now(clinic, incident_id);
    if (!now || !now->closed) return now;
    return error("closed", "この事案は終わりになっています。書き足すことはできません。",
                 "This incident is closed. Nothing can be added.");
}

Result<std::optional<Incident>> find_incident(const Clinic& clinic, std::string_view incident_id) {
    const auto now = incident_now(clinic, incident_id);
    if (!now && now.error().code == "not_found") return std::optional<Incident>();
    if (!now) return now.error();
    auto incident = whole(clinic, *now);
    if (!incident) return incident.error();
    return std::optional(std::move(*incident));
}

Result<std::vector<Incident>> incidents(const Clinic& clinic, bool all) {
    const auto rows = all_now(clinic);
    if (!rows) return rows.error();
    std::vector<Incident> found;
    for (const IncidentNow& now : *rows) {
        if (now.closed && !all) continue;
        auto incident = whole(clinic, now);
        // An erased mother's words cannot be read any more; nothing of her is shown.
        if (!incident && incident.error().code == "no_mother_key") continue;
        if (!incident) return incident.error();
        found.push_back(std::move(*incident));
    }
    return found;
}

Result<std::vector<Deadline>> deadlines(const Clinic& clinic) {
    std::vector<Deadline> all;
    const auto read = clinic.database.query(
        "SELECT i.subject, i.gravity, i.happened_at, (SELECT count(*) FROM incident_report p WHERE "
        "p.incident_id = "
        "i.subject), EXISTS (SELECT 1 FROM incident_told t WHERE t.incident_id = i.subject) FROM incident i "
        "WHERE i.id = (SELECT max(n.id) FROM incident n WHERE n.subject = i.subject) AND i.gravity <> "
        "'near_miss' "
        "AND NOT EXISTS (SELECT 1 FROM incident_closed c WHERE c.incident_id = i.subject)",
        {}, [&](const store::Row& row) {
            const Gravity gravity = gravity_from(row.text(1)).value_or(Gravity::death);
            const Asked asked = asked_of(class_of(clinic.safety->incidents, gravity), row.instant(2),
                                         static_cast<int>(row.integer(3)), row.integer(4) != 0, false);
            if (asked.tell) all.push_back({row.text(0), gravity, 0, std::nullopt});
            if (asked.report) all.push_back({row.text(0), gravity, *asked.report, asked.due});
            return true;
        });
    if (!read) return read.error();
    std::ranges::stable_sort(all, {}, &Deadline::due);
    return all;
}

}  // namespace sango::clinic
