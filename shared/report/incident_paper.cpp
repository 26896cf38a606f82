#include "shared/report/incident_paper.h"

#include "shared/clinic/safety.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace sango::report {
namespace {

using clinic::FormField;
using clinic::Incident;
using clinic::IncidentReport;

std::string moment_text(Instant at) {
    return era_date_text(japan_date(at)) + " " + time_text(at);
}

/// As it is read on paper.
std::string shown(const FormField& field, const std::string& value) {
    if (field.kind == FormField::Kind::yes_no) return value == "yes" ? "有" : value == "no" ? "無" : "";
    if (field.kind == FormField::Kind::date)
        if (const auto day = parse_date(value)) return era_date_text(*day);
    if (field.kind == FormField::Kind::moment)
        if (const auto at = parse_instant(value)) return moment_text(*at);
    return value;
}

Form section_form(const Incident& incident, FormField::Section section) {
    Form form;
    form.label_share = 0.36;
    for (const FormField& field : clinic::form_fields()) {
        if (field.section != section) continue;
        const auto value = incident.form.find(field.key);
        form.fields.emplace_back(field.ja, value == incident.form.end() ? "" : shown(field, value->second));
    }
    return form;
}

std::string state_text(const IncidentReport& report) {
    if (report.received) return "受理";
    return report.announced ? "送信待ち" : "紙で提出";
}

}  // namespace

Document incident_paper(const clinic::Clinic& clinic, const Incident& incident) {
    const auto& rule = clinic::class_of(clinic.safety->incidents, incident.what.gravity);
    Document document;
    document.title = "産後ケア事業 事案等発生時報告様式";
    document.made_at = clinic.clock.now();
    document.caption = "様式1　" + moment_text(clinic.clock.now()) + " 現在";
    Form head;
    head.pairs = 2;
    head.fields = {{"種類", rule.name.ja}, {"発生", moment_text(incident.what.happened_at)}};
    if (incident.report_asked)
        head.fields.emplace_back("つぎの報告",
                                 fmt::format("第{}報{}", *incident.report_asked,
                                             incident.due ? "　" + moment_text(*incident.due) + "まで" : ""));
    document.blocks.emplace_back(std::move(head));
    using enum FormField::Section;
    constexpr std::array<std::pair<FormField::Section, std::string_view>, 6> kSections{
        {{header, "報告"},
         {facility, "施設"},
         {user, "利用者"},
         {event, "事案の状況"},
         {condition, "病状"},
         {municipality, "市町村・都道府県（自治体が記入）"}}};
    for (const auto& [section, title] : kSections) {
        document.blocks.emplace_back(Heading{std::string(title)});
        document.blocks.emplace_back(section_form(incident, section));
    }
    if (!incident.events.empty()) {
        document.blocks.emplace_back(Heading{"時系列"});
        Table table{{{"日時", 2}, {"こと", 5}, {"記録した人", 1.4}}, {}, {}};
        for (const clinic::IncidentEvent& one : incident.events)
            table.rows.push_back({moment_text(one.at), one.words, one.recorded_by});
        document.blocks.emplace_back(std::move(table));
    }
    if (!incident.reports.empty()) {
        document.blocks.emplace_back(Heading{"報告の記録"});
        Table table{{{"報告", 1}, {"作成", 3}, {"状態", 2}}, {}, {}};
        for (const IncidentReport& one : incident.reports)
            table.rows.push_back(
                {fmt::format("第{}報", one.number), moment_text(one.made_at), state_text(one)});
        document.blocks.emplace_back(std::move(table));
    }
    if (!incident.files.empty()) {
        std::string names;
        for (const clinic::IncidentFile& file : incident.files)
            names += (names.empty() ? "" : "、") + file.name;
        document.blocks.emplace_back(Paragraph{"添付：" + names});
    }
    return document;
}

}  // namespace sango::report
