#include "kiosk/app/settings_desk.h"

#include "kiosk/app/media.h"
#include "kiosk/app/notice.h"
#include "shared/base/file.h"
#include "shared/clinic/duty.h"
#include "shared/clinic/particulars.h"
#include "shared/clinic/programme_settings.h"
#include "shared/clinic/sign_in.h"
#include "shared/report/export_folders.h"
#include "shared/report/house_papers.h"
#include "shared/report/house_sheet.h"
#include "shared/sync/pull.h"

#include <fmt/format.h>

namespace sango::app {
namespace {

using namespace screens;
using clinic::Clinic;

constexpr std::string_view kSigned = ".cose";
constexpr const char* kLanguage = "screen.language";
constexpr const char* kLight = "screen.light";

std::string setting_or(const Clinic& clinic, const char* name) {
    const auto value = clinic::setting(clinic, name);
    return value.ok() ? value->value_or("") : std::string();
}

Message taken_text(const clinic::TakenIn& taken) {
    return {
        fmt::format("{}の決まり（{}から）を取り込みました。", taken.name.ja, era_date_text(taken.valid_from)),
        fmt::format("The rules of {} from {} on were taken in.", taken.name.en,
                    english_date_text(taken.valid_from))};
}

constexpr std::size_t kAuditPage = 100;

AuditView audit_view(const Clinic& clinic, const clinic::AuditFilter& filter) {
    AuditView view;
    view.filter = filter;
    view.today = japan_date(clinic.clock.now());
    auto entries = clinic::audit_log(clinic, filter, static_cast<int>(kAuditPage) + 1);
    view.may_read = entries.ok();
    if (!entries.ok()) return view;
    view.entries = *std::move(entries);
    view.more = view.entries.size() > kAuditPage;
    if (view.more) view.entries.pop_back();
    if (const auto people = clinic::staff(clinic); people.ok())
        for (const clinic::Staff& one : *people) view.people.emplace_back(one.id, one.name);
    view.people.emplace_back(clinic::kTerminalActor, "");
    return view;
}

}  // namespace

void SettingsDesk::handle(Clinic&, const OpenProgramme& intent) {
    open_ = intent.programme;
    notice_.reset();
}

void SettingsDesk::handle(Clinic& clinic, const SwitchContract& intent) {
    notice_.reset();
    if (const auto done = clinic::set_contract(clinic, intent.programme, intent.on); !done)
        notice_ = failure_notice(done.error());
}

void SettingsDesk::handle(Clinic& clinic, const AnswerSetting& intent) {
    const auto done = clinic::answer_setting(clinic, intent.programme, intent.setting, intent.answer);
    notice_ = done ? done_notice("answered", {"記録しました。次の判定から使われます。",
                                              "Written down. The next verdict goes by it."})
                   : failure_notice(done.error());
}

void SettingsDesk::handle(Clinic&, const LookForFiles&) {
    files_.emplace();
    for (const auto& file : files_on_media(kSigned))
        files_->push_back({file.string(), file.filename().string(), file.parent_path().string()});
}

void SettingsDesk::handle(Clinic&, const CloseFiles&) {
    files_.reset();
}

void SettingsDesk::handle(Clinic& clinic, const TakeInFile& intent) {
    files_.reset();
    const std::filesystem::path file = intent.path;
    const auto text = read_file(file, clinic::kLargestProgrammeFile);
    if (!text) {
        notice_ = failure_notice(
            error("unreadable", "ファイルを開けません。USBメモリーを挿し直して、もう一度さがしてください。",
                  "The file cannot be opened. Put the stick in again and look again."));
        return;
    }
    const auto taken =
        clinic::take_in_programme(clinic, bytes_of(*text), file.filename().string(), clinic::CameFrom::file);
    notice_ = taken ? done_notice("taken_in", taken_text(*taken)) : failure_notice(taken.error());
}

void SettingsDesk::handle(Clinic& clinic, const TakeOver& intent) {
    notice_.reset();
    if (const auto done = clinic::take_over(clinic, intent.staff_id); !done)
        notice_ = failure_notice(done.error());
}

void SettingsDesk::handle(Clinic& clinic, const ChooseScreen& intent) {
    for (const auto& [name, value] : {std::pair{kLanguage, &intent.language}, {kLight, &intent.light}}) {
        if (setting_or(clinic, name) == *value) continue;
        if (const auto kept = clinic::set_setting(clinic, name, *value, clinic::Right::screen); !kept)
            notice_ = failure_notice(kept.error());
    }
}

void SettingsDesk::handle(Clinic& clinic, const SetSheetFolder& intent) {
    const auto chosen = report::choose_sheet_folder(clinic, intent.folder);
    if (!chosen)
        notice_ = failure_notice(chosen.error());
    else if (intent.folder.empty())
        notice_ =
            done_notice("sheet_off", {"在所者一覧を書くのをやめました。", "The sheet is no longer written."});
    else
        notice_ = done_notice("sheet_on",
                              {"これから在所者一覧をここに書きます。", "The sheet goes there from now on."});
}

void SettingsDesk::handle(Clinic& clinic, const SetPrinter& intent) {
    const auto chosen = report::choose_printer(clinic, intent.printer);
    if (!chosen)
        notice_ = failure_notice(chosen.error());
    else if (intent.printer.empty())
        notice_ = done_notice("printer_off", {"これからは、印刷しないで保存先にだけ書きます。",
                                              "From now on papers are written to the folder alone."});
    else
        notice_ = done_notice("printer_on", {fmt::format("これからは「{}」で印刷します。", intent.printer),
                                             fmt::format("From now on papers go to {}.", intent.printer)});
}

void SettingsDesk::handle(Clinic& clinic, const SaveParticulars& intent) {
    const auto written = clinic::set_particulars(clinic, intent.told);
    notice_ = written ? done_notice("particulars", {"記録しました。次の紙から載ります。",
                                                    "Written down. The next paper says it."})
                      : failure_notice(written.error());
}

void SettingsDesk::handle(Clinic&, const OpenSettings& intent) {
    open_ = intent.programme;
    notice_.reset();
}

void SettingsDesk::begin_pull(int municipalities) {
    awaited_ = municipalities;
    taken_.clear();
    failed_.reset();
    notice_.reset();
    if (municipalities == 0)
        notice_ = Notice{Notice::Tone::warning,
                         "no_endpoint",
                         {"つながっている自治体がありません。ファイルから取り込んでください。",
                          "There is no line to any municipality. Take the rules in from a file."}};
}

void SettingsDesk::pulled(Clinic& clinic, const std::string& programme, const Result<std::string>& answer) {
    --awaited_;
    const auto taken = answer.ok() ? sync::apply_programmes(clinic, programme, answer.value())
                                   : Result<std::vector<clinic::TakenIn>>(answer.error());
    if (taken) {
        taken_.insert(taken_.end(), taken->begin(), taken->end());
    } else if (!failed_) {
        const auto versions = clinic.programmes.versions(programme);
        const Message name = versions.empty() ? Message{programme, programme} : versions.back().name();
        failed_ = Message{fmt::format("{}: {}", name.ja, taken.error().message.ja),
                          fmt::format("{}: {}", name.en, taken.error().message.en)};
    }
    if (awaited_ == 0) tell_pulled();
}

void SettingsDesk::tell_pulled() {
    Message said;
    for (const clinic::TakenIn& one : taken_) {
        said.ja += taken_text(one).ja;
        said.en += (said.en.empty() ? "" : " ") + taken_text(one).en;
    }
    if (failed_) {
        said.ja += failed_->ja;
        said.en += (said.en.empty() ? "" : " ") + failed_->en;
        notice_ = Notice{Notice::Tone::failure, "pull_failed", said};
    } else if (taken_.empty()) {
        notice_ = done_notice("nothing_newer", {"新しい決まりはありませんでした。いまの決まりが最新です。",
                                                "There is nothing newer: the rules here are the latest."});
    } else {
        notice_ = done_notice("taken_in", said);
    }
}

void SettingsDesk::handle(Clinic&, const ShowAudit& intent) {
    audit_ = intent.filter;
    notice_.reset();
}

SettingsView SettingsDesk::view(Clinic& clinic) const {
    SettingsView view;
    if (auto lines = programme_lines(clinic); lines.ok()) view.programmes = *std::move(lines);
    if (!open_.empty())
        if (auto page = programme_page(clinic, open_); page.ok()) view.page = *std::move(page);
    view.files = files_;
    if (audit_) view.audit = audit_view(clinic, *audit_);
    view.may_change = clinic::require(clinic, clinic::Right::settings).ok();
    view.asking = awaited_ > 0;
    const auto badges = clinic::sign_in_needed(clinic);
    if (const auto people = clinic::staff(clinic); people.ok() && badges.ok() && !*badges)
        for (const clinic::Staff& one : people.value())
            if (one.role == clinic::Role::manager) view.managers.push_back({one.id, one.name});
    if (auto known = clinic::known_particulars(clinic); known.ok()) view.particulars = *std::move(known);
    view.sheet_folder = setting_or(clinic, std::string(report::kSheetFolderSetting).c_str());
    for (const auto& folder : report::export_folders(clinic))
        if (folder.string() != view.sheet_folder) view.sheet_folders.push_back(folder.string());
    return view;
}

ScreenChoices SettingsDesk::screen(const Clinic& clinic) const {
    return {setting_or(clinic, kLanguage), setting_or(clinic, kLight)};
}

}  // namespace sango::app
