#include "kiosk/app/front.h"

#include "shared/card/read.h"
#include "shared/report/deadlines.h"
#include "shared/report/unattended.h"
#include "shared/sync/pull.h"

#include <algorithm>
#include <type_traits>

#include <fmt/format.h>

namespace sango::app {
namespace {

using namespace screens;

template <class Desk, class Intent>
concept Handles = requires(Desk& desk, clinic::Clinic& clinic, const Intent& intent) {
    desk.handle(clinic, intent);
};

/// Lets `use` have the intent as what it is.
template <class... What, class Use>
void each_kind(const Intent& intent, Kinds<What...>, Use&& use) {
    const auto if_it_is = [&](const auto* what) {
        if (what != nullptr) use(*what);
    };
    (if_it_is(intent.as<What>()), ...);
}

}  // namespace

Front::Front(clinic::Clinic clinic, std::vector<sync::Endpoint> endpoints, Network network,
             PaperTray::Printers printers, bool stays)
    : clinic_(std::move(clinic)),
      endpoints_(std::move(endpoints)),
      network_(std::move(network)),
      tray_(std::move(printers)),
      check_in_(
          [this](const std::string& programme, const std::string& number) { ask_about(programme, number); }),
      start_check_(clinic_),
      sign_in_(clinic_, stays) {
    read_clinic_name();
}

void Front::read_clinic_name() {
    if (const auto name = clinic::setting(clinic_, "clinic.name"); name.ok())
        clinic_name_ = name->value_or("");
}

void Front::handle(const Intent& intent) {
    if (const auto* scan = intent.as<ScanText>(); scan != nullptr && sign_in_.takes(scan->text)) {
        sign_in_.scanned(clinic_, scan->text);
        return;
    }
    tray_.settle();
    each_kind(intent, EveryIntent(), [this](const auto& what) {
        using What = std::decay_t<decltype(what)>;
        if constexpr (Handles<PaperTray, What>) tray_.handle(clinic_, what);
        if constexpr (Handles<CheckInDesk, What>) check_in_.handle(clinic_, what);
        if constexpr (Handles<CareDesk, What>) care_.handle(clinic_, what);
        if constexpr (Handles<BoardDesk, What>) board_.handle(clinic_, what);
        if constexpr (Handles<NightDesk, What>) night_.handle(clinic_, what);
        if constexpr (Handles<SafetyDesk, What>) safety_.handle(clinic_, what);
        if constexpr (Handles<ReportDesk, What>) report_.handle(clinic_, what);
        if constexpr (Handles<PapersDesk, What>) papers_.handle(clinic_, what);
        if constexpr (Handles<FiguresDesk, What>) figures_.handle(clinic_, what);
        if constexpr (Handles<SharedPapersDesk, What>) shared_papers_.handle(clinic_, what);
        if constexpr (Handles<SettingsDesk, What>) settings_.handle(clinic_, what);
        if constexpr (Handles<SignInDesk, What>) sign_in_.handle(clinic_, what);
        if constexpr (std::is_same_v<What, PullProgrammes>) ask_programmes();
        if constexpr (std::is_same_v<What, DismissNotice>) {
            tray_.dismiss();
            care_.dismiss();
            board_.dismiss();
            night_.dismiss();
            safety_.dismiss();
            report_.dismiss();
            papers_.dismiss();
            figures_.dismiss();
            settings_.dismiss();
            sign_in_.dismiss();
        }
        if constexpr (std::is_same_v<What, SendReports>) {
            // A person who presses "send" does not wait for the machine's own next try.
            send_pressed_at_ = clinic_.clock.now();
            paused_until_.reset();
        }
        if constexpr (std::is_same_v<What, CancelSending>) {
            // What was stopped does not begin again under the hand that stopped it.
            paused_until_ = clinic_.clock.now() + std::chrono::minutes(10);
            network_.cancel();
        }
        if constexpr (std::is_same_v<What, CloseMonth> || std::is_same_v<What, IssueInvoice>) {
            paused_until_.reset();
            look_at_month();
        }
        if constexpr (std::is_same_v<What, SaveParticulars>) read_clinic_name();
        if constexpr (std::is_same_v<What, ConfirmClock>)
            if (const auto set = clinic::confirm_clock(clinic_); !set.ok()) report_trouble(set);
    });
    if (auto notice = shared_papers_.take_notice()) check_in_.tell(std::move(*notice));
    send_next();
}

/// What the month wants of the terminal itself: closes what is due where it may, counts deadlines down.
void Front::look_at_month() {
    const clinic::AsTerminal acting(clinic_);
    if (const auto closed = report::close_due_months(clinic_); !closed.ok())
        trouble_ = closed.error().message;
    deadline_.reset();
    const auto open = report::open_deadlines(clinic_);
    if (!open.ok()) return;
    // What is closed for a municipality without a line goes on paper: this terminal has done its part.
    const auto nearest = std::ranges::find_if(*open, [&](const report::Deadline& one) {
        return !one.closed || endpoint_of(one.programme) != nullptr;
    });
    if (nearest == open->end()) return;
    const report::Deadline& next = *nearest;
    const bool invoice = next.paper == report::Deadline::Paper::invoice;
    const std::string ja = next.programme_name.ja + (invoice ? " 請求書 " : " 実施報告書 ");
    const std::string en = next.programme_name.en + (invoice ? " invoice: " : " report: ");
    const int late = -next.days_left;
    if (late > 0)
        deadline_ = {{fmt::format("{}{}日遅れ", ja, late), fmt::format("{}{} d. late", en, late)},
                     next.days_left};
    else if (late == 0)
        deadline_ = {{ja + "きょうまで", en + "due today"}, 0};
    else
        deadline_ = {
            {fmt::format("{}あと{}日", ja, next.days_left), fmt::format("{}{} d. left", en, next.days_left)},
            next.days_left};
}

void Front::tick() {
    const clinic::AsTerminal acting(clinic_);
    look_at_month();
    board_.tick(clinic_);
    tell_free_places();
    send_next();
}

std::optional<clinic::ClinicBackup> Front::begin_backup(const std::filesystem::path& data) {
    const auto due = clinic::backup_due(clinic_);
    if (!due.ok() || !*due) return std::nullopt;
    auto backup = clinic::ClinicBackup::begin(clinic_, data, clinic::backup_folder(clinic_, data));
    if (backup.ok()) return std::move(*backup);
    backup_trouble_ = backup.error().message;
    return std::nullopt;
}

void Front::backup_ended(const Result<std::filesystem::path>& file) {
    const clinic::AsTerminal acting(clinic_);
    backup_trouble_.reset();
    if (!file.ok())
        backup_trouble_ = file.error().message;
    else if (const auto recorded = clinic::record_backup(clinic_); !recorded)
        backup_trouble_ = recorded.error().message;
}

void Front::tell_free_places() {
    std::vector<std::string> programmes;
    for (const sync::Endpoint& endpoint : endpoints_) programmes.push_back(endpoint.programme);
    if (const auto told = clinic::publish_free_days(clinic_, programmes); !told.ok())
        trouble_ = told.error().message;
}

void Front::show_reports(bool visible) {
    reports_visible_ = visible;
}

void Front::show_settings(bool visible) {
    settings_visible_ = visible;
}

const sync::Endpoint* Front::endpoint_of(std::string_view programme) const {
    const auto found = std::ranges::find(endpoints_, programme, &sync::Endpoint::programme);
    return found == endpoints_.end() ? nullptr : &*found;
}

void Front::show_figures(bool visible) {
    figures_visible_ = visible;
}

void Front::send_next() {
    if (in_flight_) return;
    if (paused_until_ && clinic_.clock.now() < *paused_until_) return;
    auto job = sync::next_job(clinic_, endpoints_, send_pressed_at_);
    if (!job.ok()) {
        trouble_ = job.error().message;
        return;
    }
    if (!job.value()) return;
    const sync::Endpoint* endpoint = endpoint_of((*job)->programme);
    if (endpoint == nullptr) return;
    in_flight_ = **job;
    network_.send(*endpoint, *in_flight_,
                  [this, endpoint = *endpoint, job = *in_flight_](sync::Answer answer) {
                      answered(endpoint, job, answer);
                  });
}

void Front::answered(const sync::Endpoint& endpoint, const sync::Job& job, const sync::Answer& answer) {
    const clinic::AsTerminal acting(clinic_);
    in_flight_.reset();
    const auto recorded = sync::record_answer(clinic_, endpoint, job, answer);
    report_trouble(recorded);
    // Without a record of the answer the same job would come up at once, for ever: wait for the next tap or
    // minute.
    if (recorded.ok()) send_next();
}

void Front::report_trouble(const Result<Done>& result) {
    if (result.ok())
        trouble_.reset();
    else
        trouble_ = result.error().message;
}

void Front::ask(const sync::Endpoint& endpoint, std::string path,
                std::function<void(const Result<std::string>&)> take) {
    network_.ask(endpoint, std::move(path),
                 [this, take = std::move(take)](const Result<std::string>& answer) {
                     const clinic::AsTerminal acting(clinic_);
                     take(answer);
                 });
}

template <class Apply>
void Front::ask_for(const sync::Endpoint& endpoint, std::string path, Apply apply) {
    ask(endpoint, std::move(path),
        [this, apply, programme = endpoint.programme](const Result<std::string>& answer) {
            // No answer is no news: the screen goes on showing how old the last one is.
            if (answer.ok()) (void)apply(clinic_, programme, answer.value());
        });
}

void Front::ask_municipalities() {
    for (const sync::Endpoint& endpoint : endpoints_) {
        ask_for(endpoint, std::string(sync::kRosterPath), sync::apply_roster);
        ask_for(endpoint, std::string(sync::kRevocationsPath), sync::apply_revocations);
        ask_for(endpoint, std::string(sync::kCouponDeskPath), sync::apply_coupon_desk);
        ask_for(endpoint, std::string(sync::kQuestionnairePath),
                [this](clinic::Clinic& clinic, std::string_view programme, std::string_view json) {
                    const auto taken = sync::apply_questionnaire(clinic, programme, json);
                    figures_.count_anew();
                    return taken;
                });
    }
}

void Front::ask_programmes() {
    settings_.begin_pull(static_cast<int>(endpoints_.size()));
    for (const sync::Endpoint& endpoint : endpoints_)
        ask(endpoint, std::string(sync::kProgrammesPath),
            [this, programme = endpoint.programme](const Result<std::string>& answer) {
                settings_.pulled(clinic_, programme, answer);
            });
}

void Front::ask_about(const std::string& programme, const std::string& user_number) {
    const sync::Endpoint* endpoint = endpoint_of(programme);
    if (endpoint == nullptr) return;
    ask_for(*endpoint, sync::balance_path(user_number), sync::apply_balance);
    ask_for(*endpoint, sync::papers_path(user_number), sync::apply_papers);
}

BarView Front::bar() const {
    BarView bar;
    bar.clinic_name = clinic_name_;
    bar.now = clinic_.clock.now();
    bar.steady = clinic_.clock.steady();
    bar.staff_name = clinic_.actor.name;
    bar.sending = in_flight_.has_value();
    for (const auto* trouble : {&start_check_.finding(), &trouble_, &backup_trouble_})
        if (!bar.trouble) bar.trouble = *trouble;
    bar.emergency = emergency_lines(clinic_);
    bar.emergency_notes = emergency_notes(clinic_);
    bar.emergency_paper = safety_.emergency_paper();
    bar.deadlines = deadline_views(clinic_);
    bar.deadline = deadline_;
    if (!bar.trouble && !clinic::clock_trustworthy(clinic_)) {
        bar.trouble = Message{
            "端末の日付か時刻が違うようです。正しい日時に直すまで、カードは読めず、判定は「確認」になります"
            "。",
            "This terminal's date or time seems wrong. Until it is right no card can be read, and verdicts "
            "ask."};
        // Before Sango existed nobody can be right about it.
        bar.clock_doubted = bar.now >= card::kEarliestNow;
    }
    if (const auto status = sync::outbox_status(clinic_); status.ok()) {
        bar.waiting = status->waiting;
        bar.refused = status->refused;
        bar.next_try_at = status->next_try_at;
    }
    return bar;
}

KioskView Front::view() {
    KioskView view;
    view.bar = bar();
    view.sign_in = sign_in_.view(clinic_, settings_visible_);
    if (!sign_in_.open()) {
        // Nobody of the clinic stands here: what is shown is what anyone may see, and the watch goes on.
        if (!sign_in_.watching()) view.bar.staff_name.clear();
        view.night = night_.view(clinic_);
        if (!sign_in_.watching()) view.night.babies.clear();
        view.screen = settings_.screen(clinic_);
        sheets_.keep(clinic_);
        view.version = ++version_;
        return view;
    }
    view.check_in = check_in_.view(clinic_);
    view.care = care_.view(clinic_);
    view.shared_papers = shared_papers_.view();
    view.board = board_.view(clinic_);
    if (figures_visible_) view.figures = figures_.view(clinic_);
    if (reports_visible_) {
        view.report = report_.view(clinic_, {in_flight_.has_value(), network_.percent()});
        papers_.complete(clinic_, view.report, in_flight_ ? in_flight_->body.size() : 0);
    }
    if (!view.sign_in.emergencies.empty() && !view.bar.trouble)
        view.bar.trouble = Message{"緊急アクセスがありました。設定の「担当者」で理由を確かめてください。",
                                   "Someone came in by emergency access. Read why under Settings, Staff."};
    view.night = night_.view(clinic_);
    view.safety = safety_.view(clinic_);
    if (view.night.trouble && !view.bar.trouble) view.bar.trouble = view.night.trouble;
    sheets_.keep(clinic_);
    if (!view.bar.trouble) view.bar.trouble = sheets_.trouble();
    if (settings_visible_) {
        view.settings = settings_.view(clinic_);
        tray_.show(clinic_, view.settings.printer);
        view.settings.sheet_trouble = sheets_.trouble();
    }
    view.settings_notice = settings_.notice();
    tell_of_printing(view);
    view.screen = settings_.screen(clinic_);
    view.version = ++version_;
    return view;
}

/// On whichever screen one stands by then.
void Front::tell_of_printing(KioskView& view) const {
    const auto& printed = tray_.notice();
    if (!printed) return;
    for (auto* notice : {&view.care.notice, &view.board.notice, &view.night.notice, &view.safety.notice,
                         &view.settings_notice})
        *notice = printed;
    if (view.bar.emergency_paper) view.bar.emergency_paper = printed->text;
}

}  // namespace sango::app
