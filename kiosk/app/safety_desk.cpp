#include "kiosk/app/safety_desk.h"

#include "kiosk/app/notice.h"
#include "kiosk/app/safety_rows.h"
#include "shared/clinic/safety.h"
#include "shared/report/emergency_sheet.h"
#include "shared/report/house_papers.h"
#include "shared/report/incident_paper.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <fmt/format.h>

namespace sango::app {
namespace {

using namespace screens;

Result<Bytes> read_attachment(const std::string& path) {
    std::error_code failed;
    const auto size = std::filesystem::file_size(path, failed);
    std::ifstream in(path, std::ios::binary);
    if (failed || !in)
        return error("no_file", "ファイルが開けません。場所を確かめてください。",
                     "The file cannot be opened. Check where it is.");
    if (size > clinic::kMostFileBytes)
        return error("too_large", "ファイルが大きすぎます（8 MBまで）。",
                     "The file is too large (8 MB at most).");
    return Bytes(std::istreambuf_iterator<char>(in), {});
}

Result<Done> done_of(const Result<std::string>& result) {
    return result.ok() ? Result<Done>(Done{}) : Result<Done>(result.error());
}

}  // namespace

void SafetyDesk::answered(const Result<Done>& result, std::optional<Message> done) {
    if (!result.ok())
        notice_ = failure_notice(result.error());
    else if (done)
        notice_ = done_notice("done", std::move(*done));
    else
        notice_.reset();
}

void SafetyDesk::handle(clinic::Clinic& clinic, const ReportIncident& intent) {
    const auto gravity = clinic::gravity_from(intent.gravity);
    if (!gravity) return;
    const Instant at = clinic.clock.now() - std::chrono::minutes(intent.minutes_ago);
    const auto id =
        clinic::report_incident(clinic, {*gravity, intent.use_id, intent.child_id, at, intent.words});
    answered(done_of(id), Message{"記録しました。", "It is recorded."});
    if (!id.ok()) return;
    ++saved_;
    if (!clinic::class_of(clinic.safety->incidents, *gravity).form) return;
    // What the clinic knows stands in the form from the first.
    open_ = id.value();
    if (const auto known = clinic::known_values(clinic, open_); known.ok())
        answered(clinic::save_form(clinic, open_, known.value()),
                 Message{"記録しました。", "It is recorded."});
}

void SafetyDesk::handle(clinic::Clinic&, const OpenIncident& intent) {
    open_ = intent.incident_id;
    notice_.reset();
}

void SafetyDesk::handle(clinic::Clinic& clinic, const RegradeIncident& intent) {
    const auto gravity = clinic::gravity_from(intent.gravity);
    const auto incident = clinic::find_incident(clinic, open_);
    if (!gravity || !incident.ok() || !incident.value()) return;
    clinic::NewIncident instead = (*incident)->what;
    instead.gravity = *gravity;
    answered(clinic::correct_incident(clinic, open_, instead));
    const bool form = clinic::class_of(clinic.safety->incidents, *gravity).form;
    if (!form || !(*incident)->form.empty()) return;
    if (const auto known = clinic::known_values(clinic, open_); known.ok())
        answered(clinic::save_form(clinic, open_, known.value()));
}

void SafetyDesk::handle(clinic::Clinic& clinic, const SaveFormField& intent) {
    const auto incident = clinic::find_incident(clinic, open_);
    if (!incident.ok() || !incident.value()) return;
    clinic::FormValues values = (*incident)->form;
    values[intent.key] = intent.value;
    answered(clinic::save_form(clinic, open_, values));
}

void SafetyDesk::handle(clinic::Clinic& clinic, const AddIncidentEvent& intent) {
    const Instant at = clinic.clock.now() - std::chrono::minutes(intent.minutes_ago);
    answered(done_of(clinic::add_event(clinic, open_, at, intent.words)));
}

void SafetyDesk::handle(clinic::Clinic& clinic, const RetractIncidentEvent& intent) {
    answered(clinic::retract_event(clinic, intent.event_id));
}

void SafetyDesk::handle(clinic::Clinic& clinic, const RecordTold& intent) {
    answered(clinic::record_told(clinic, open_, intent.whom));
}

void SafetyDesk::handle(clinic::Clinic& clinic, const AttachIncidentFile& intent) {
    const auto contents = read_attachment(intent.path);
    if (!contents.ok()) return answered(contents.error());
    const std::string name = std::filesystem::path(intent.path).filename().string();
    answered(done_of(clinic::attach_file(clinic, open_, name, contents.value())));
}

void SafetyDesk::handle(clinic::Clinic& clinic, const MakeIncidentReport& intent) {
    const clinic::Consent consent = intent.consent == "given"     ? clinic::Consent::given
                                    : intent.consent == "refused" ? clinic::Consent::refused
                                                                  : clinic::Consent::not_asked;
    const auto number = clinic::make_report(clinic, open_, consent);
    if (!number.ok()) return answered(number.error());
    answered(Done{}, Message{fmt::format("第{}報を作りました。", number.value()),
                             fmt::format("Report {} is made.", number.value())});
}

void SafetyDesk::handle(clinic::Clinic& clinic, const CloseIncident&) {
    const auto closed = clinic::close_incident(clinic, open_);
    answered(closed, Message{"この事案を終わりにしました。", "This incident is closed."});
    if (closed.ok()) open_.clear();
}

void SafetyDesk::handle(clinic::Clinic&, const ShowAllIncidents& intent) {
    all_ = intent.all;
}

void SafetyDesk::handle(clinic::Clinic& clinic, const PrintIncident&) {
    const auto incident = clinic::find_incident(clinic, open_);
    if (!incident.ok()) return answered(incident.error());
    if (!incident.value()) return;
    notice_ =
        tray_.put(clinic, clinic::Right::incident, "incident", report::incident_paper(clinic, **incident),
                  report::paper_name("incident", clinic.clock.now()));
}

void SafetyDesk::handle(clinic::Clinic& clinic, const PrintEmergency&) {
    const auto sheet = report::emergency_sheet(clinic);
    emergency_paper_ =
        sheet.ok()
            ? tray_.put(clinic, clinic::Right::screen, "setting", sheet.value(), report::kEmergencyFile).text
            : sheet.error().message;
}

SafetyView SafetyDesk::view(clinic::Clinic& clinic) {
    SafetyView view;
    view.notice = notice_;
    view.all = all_;
    view.saved = saved_;
    for (const clinic::IncidentClass& rule : clinic.safety->incidents)
        view.classes.emplace_back(clinic::word(rule.gravity), rule.name);
    view.people = people_in_house(clinic);
    const auto incidents = clinic::incidents(clinic, all_);
    if (!incidents.ok()) {
        view.notice = failure_notice(incidents.error());
        return view;
    }
    for (const clinic::Incident& incident : incidents.value())
        view.rows.push_back(incident_row(clinic, incident));
    if (open_.empty()) return view;
    const auto open = clinic::find_incident(clinic, open_);
    if (!open.ok())
        view.notice = failure_notice(open.error());
    else if (open.value())
        view.open = incident_view(clinic, **open);
    return view;
}

}  // namespace sango::app
