#include "kiosk/app/safety_rows.h"

#include "kiosk/app/child_line.h"
#include "kiosk/app/safety_desk.h"
#include "shared/clinic/check_in.h"
#include "shared/clinic/safety.h"
#include "shared/programme/rules.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::app {
namespace {

using namespace screens;

std::optional<Message> asks(const clinic::Incident& incident) {
    if (incident.report_asked)
        return Message{fmt::format("第{}報", *incident.report_asked),
                       fmt::format("Report {}", *incident.report_asked)};
    if (incident.tell_asked) return Message{"自治体に伝える", "Tell the municipality"};
    return std::nullopt;
}

FormFieldView::Kind kind_of(clinic::FormField::Kind kind) {
    switch (kind) {
        case clinic::FormField::Kind::text:
            return FormFieldView::Kind::text;
        case clinic::FormField::Kind::long_text:
            return FormFieldView::Kind::long_text;
        case clinic::FormField::Kind::number:
            return FormFieldView::Kind::number;
        case clinic::FormField::Kind::date:
            return FormFieldView::Kind::date;
        case clinic::FormField::Kind::moment:
            return FormFieldView::Kind::moment;
        case clinic::FormField::Kind::yes_no:
            return FormFieldView::Kind::yes_no;
    }
    return FormFieldView::Kind::text;
}

Message state_of(const clinic::IncidentReport& report) {
    if (report.received) return {"受理", "Received"};
    if (report.announced) return {"送信待ち", "Waiting to be sent"};
    return {"紙で提出", "On paper"};
}

std::string number_of(const clinic::Clinic& clinic, std::string_view programme_id, Message* who) {
    const auto* programme = clinic.programmes.find(programme_id, japan_date(clinic.clock.now()));
    if (programme == nullptr) return {};
    *who = programme->name();
    return programme->rules().phone;
}

}  // namespace

IncidentRow incident_row(const clinic::Clinic& clinic, const clinic::Incident& incident) {
    IncidentRow row;
    row.incident_id = incident.id;
    row.gravity = clinic::word(incident.what.gravity);
    row.class_name = clinic::class_of(clinic.safety->incidents, incident.what.gravity).name;
    row.happened_at = incident.what.happened_at;
    if (!incident.mother.empty()) row.who = incident.mother + "さん";
    row.words = incident.what.words;
    row.asks = asks(incident);
    row.due = incident.due;
    row.closed = incident.closed;
    return row;
}

IncidentView incident_view(const clinic::Clinic& clinic, const clinic::Incident& incident) {
    IncidentView view;
    view.row = incident_row(clinic, incident);
    for (const clinic::IncidentClass& rule : clinic.safety->incidents)
        view.classes.emplace_back(clinic::word(rule.gravity), rule.name);
    view.has_form = clinic::class_of(clinic.safety->incidents, incident.what.gravity).form;
    for (const clinic::FormField& field : clinic::form_fields()) {
        const auto value = incident.form.find(field.key);
        view.fields.push_back({.key = std::string(field.key),
                               .section = static_cast<int>(field.section),
                               .label = {std::string(field.ja), std::string(field.en)},
                               .kind = kind_of(field.kind),
                               .value = value == incident.form.end() ? std::string() : value->second,
                               .municipalitys = field.municipalitys});
    }
    for (const clinic::IncidentEvent& event : incident.events)
        view.events.push_back({event.id, event.at, event.words, event.recorded_by});
    for (const clinic::IncidentReport& report : incident.reports)
        view.reports.push_back({report.number, report.made_at, state_of(report)});
    for (const clinic::IncidentFile& file : incident.files) view.files.push_back(file.name);
    view.told_at = incident.told_at;
    view.told_whom = incident.told_whom;
    view.calls = calls_for(clinic, incident.programme);
    view.next_report = static_cast<int>(incident.reports.size()) + 1;
    if (incident.report_asked)
        view.cannot_close = Message{fmt::format("第{}報がまだです", *incident.report_asked),
                                    fmt::format("Report {} is not made yet", *incident.report_asked)};
    else if (incident.tell_asked)
        view.cannot_close = Message{"まだ自治体に伝えていません", "The municipality is not told yet"};
    return view;
}

std::vector<IncidentPerson> people_in_house(const clinic::Clinic& clinic) {
    std::vector<IncidentPerson> people;
    const auto pairs = clinic::in_house(clinic);
    if (!pairs.ok()) return people;
    for (const clinic::InHouse& pair : pairs.value()) {
        people.push_back({pair.use_id, {}, pair.place + " " + pair.mother.name + "さん"});
        for (const clinic::Child& child : pair.mother.children)
            people.push_back(
                {pair.use_id, child.id,
                 fmt::format("{} {}（{}さん）", pair.place, baby_name(child).ja, pair.mother.name)});
    }
    return people;
}

std::vector<CallView> calls_for(const clinic::Clinic& clinic, std::string_view programme) {
    std::vector<CallView> calls;
    const auto office = std::ranges::find(clinic.safety->offices, programme, &clinic::Office::programme);
    if (office != clinic.safety->offices.end()) {
        for (const clinic::Contact& contact :
             clinic::call_now(*office, clinic.safety->holidays, clinic.clock.now()))
            calls.push_back({contact.name, contact.phone, contact.steps, office->source});
        return calls;
    }
    Message who;
    if (const std::string number = number_of(clinic, programme, &who); !number.empty())
        calls.push_back({who, number, {}, {}});
    return calls;
}

std::vector<IncidentDue> deadline_views(const clinic::Clinic& clinic) {
    std::vector<IncidentDue> views;
    const auto all = clinic::deadlines(clinic);
    if (!all.ok()) return views;
    for (const clinic::Deadline& deadline : all.value())
        views.push_back({deadline.incident_id,
                         deadline.report > 0 ? Message{fmt::format("第{}報", deadline.report),
                                                       fmt::format("Report {}", deadline.report)}
                                             : Message{"自治体に伝える", "Tell the municipality"},
                         deadline.due});
    return views;
}

std::vector<EmergencyLine> emergency_lines(const clinic::Clinic& clinic) {
    std::vector<EmergencyLine> lines{{{"救急", "Ambulance"}, "119"}};
    const auto hospital = clinic::setting(clinic, "emergency.hospital.name");
    const auto number = clinic::setting(clinic, "emergency.hospital.phone");
    if (hospital.ok() && number.ok() && hospital.value() && number.value())
        lines.push_back({{**hospital, **hospital}, **number});
    const auto pairs = clinic::in_house(clinic);
    std::vector<std::string> programmes;
    for (const clinic::InHouse& pair : pairs.ok() ? *pairs : std::vector<clinic::InHouse>()) {
        if (std::ranges::find(programmes, pair.mother.programme) != programmes.end()) continue;
        programmes.push_back(pair.mother.programme);
        const auto* programme = clinic.programmes.find(pair.mother.programme, japan_date(clinic.clock.now()));
        for (const CallView& call : calls_for(clinic, pair.mother.programme)) {
            Message who = call.who;
            if (programme != nullptr && who != programme->name())
                who = {programme->name().ja + " " + who.ja, programme->name().en + ", " + who.en};
            lines.push_back({who, call.number, call.steps});
        }
    }
    lines.push_back({{"警察", "Police"}, "110"});
    return lines;
}

std::vector<Message> emergency_notes(const clinic::Clinic& clinic) {
    std::vector<Message> notes;
    struct Line {
        std::string_view setting;
        std::string_view ja;
        std::string_view en;
    };
    for (const Line& line : {Line{"emergency.aed", "AED：", "AED: "}, Line{"emergency.flow", "", ""}}) {
        const auto text = clinic::setting(clinic, line.setting);
        if (text.ok() && text.value() && !(*text)->empty())
            notes.push_back({std::string(line.ja) + **text, std::string(line.en) + **text});
    }
    return notes;
}

}  // namespace sango::app
