#pragma once

#include "kiosk/app/board_desk.h"
#include "kiosk/app/care_desk.h"
#include "kiosk/app/check_in_desk.h"
#include "kiosk/app/figures_desk.h"
#include "kiosk/app/house_sheets.h"
#include "kiosk/app/night_desk.h"
#include "kiosk/app/paper_tray.h"
#include "kiosk/app/papers_desk.h"
#include "kiosk/app/report_desk.h"
#include "kiosk/app/safety_desk.h"
#include "kiosk/app/settings_desk.h"
#include "kiosk/app/shared_papers_desk.h"
#include "kiosk/app/sign_in_desk.h"
#include "kiosk/app/start_check.h"
#include "kiosk/screens/intents.h"
#include "kiosk/screens/views.h"
#include "shared/clinic/backup.h"
#include "shared/clinic/clinic.h"
#include "shared/sync/delivery.h"
#include "shared/sync/outbox_sending.h"

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace sango::app {

/// Everything that happens on the clinic thread: which desk an intent belongs to, what is sent next, what is
/// shown. Single-threaded; the network is asked for through `Network` and answers by calling back on the same
/// thread.
class Front {
public:
    /// How the front reaches the network. Each call returns at once; `then` is called later on the clinic
    /// thread.
    struct Network {
        std::function<void(sync::Endpoint, sync::Job, std::function<void(sync::Answer)> then)> send;
        std::function<void(sync::Endpoint, std::string path, std::function<void(Result<std::string>)> then)>
            ask;
        std::function<void()> cancel;  ///< of the sending under way
        std::function<int()> percent;  ///< of the sending under way, 0 to 100
    };

    /// `stays`: whoever acts stands at the terminal already.
    Front(clinic::Clinic clinic, std::vector<sync::Endpoint> endpoints, Network network,
          PaperTray::Printers printers = {}, bool stays = false);

    void handle(const screens::Intent& intent);
    void tick();
    void show_reports(bool visible);
    void show_figures(bool visible);
    void show_settings(bool visible);
    /// Roster and revocations, once after the start.
    void ask_municipalities();
    /// One slice of what is verified after the start; true while there is more to do.
    [[nodiscard]] bool check_further() { return start_check_.step(clinic_); }
    [[nodiscard]] const std::optional<Message>& finding() const { return start_check_.finding(); }
    /// The day's backup, if it is due and can be begun; its end comes back by `backup_ended`.
    [[nodiscard]] std::optional<clinic::ClinicBackup> begin_backup(const std::filesystem::path& data);
    void backup_ended(const Result<std::filesystem::path>& file);
    [[nodiscard]] screens::KioskView view();

private:
    void read_clinic_name();
    void send_next();
    void look_at_month();
    void tell_free_places();
    void answered(const sync::Endpoint& endpoint, const sync::Job& job, const sync::Answer& answer);
    /// Asks one municipality; what it answers is taken in as the terminal's own doing.
    void ask(const sync::Endpoint& endpoint, std::string path,
             std::function<void(const Result<std::string>&)> take);
    /// The same where only an answer that came says anything.
    template <class Apply>
    void ask_for(const sync::Endpoint& endpoint, std::string path, Apply apply);
    void ask_programmes();
    /// Her uses elsewhere, and what is shared of her.
    void ask_about(const std::string& programme, const std::string& user_number);
    [[nodiscard]] const sync::Endpoint* endpoint_of(std::string_view programme) const;
    [[nodiscard]] screens::BarView bar() const;
    void tell_of_printing(screens::KioskView& view) const;
    void report_trouble(const Result<Done>& result);

    clinic::Clinic clinic_;
    std::vector<sync::Endpoint> endpoints_;
    Network network_;
    PaperTray tray_;
    CheckInDesk check_in_;
    CareDesk care_{tray_};
    BoardDesk board_{tray_};
    NightDesk night_{tray_};
    SafetyDesk safety_{tray_};
    ReportDesk report_;
    PapersDesk papers_{endpoints_};
    FiguresDesk figures_;
    std::optional<screens::BarDeadline> deadline_;
    std::optional<Instant> paused_until_;  ///< a person stopped the sending
    StartCheck start_check_;
    SharedPapersDesk shared_papers_;
    HouseSheets sheets_;
    SettingsDesk settings_;
    SignInDesk sign_in_;
    std::string clinic_name_;
    std::optional<sync::Job> in_flight_;
    std::optional<Instant> send_pressed_at_;
    bool reports_visible_ = false;
    bool figures_visible_ = false;
    bool settings_visible_ = false;
    std::optional<Message> trouble_;
    std::optional<Message> backup_trouble_;  ///< until a backup succeeds
    std::uint64_t version_ = 0;
};

}  // namespace sango::app
