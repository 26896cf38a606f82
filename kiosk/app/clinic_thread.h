#pragma once

#include "kiosk/app/paper_tray.h"
#include "kiosk/app/worker.h"
#include "kiosk/devices/printer.h"
#include "kiosk/screens/intents.h"
#include "kiosk/screens/views.h"
#include "shared/base/clock.h"
#include "shared/base/id.h"
#include "shared/clinic/backup.h"
#include "shared/clinic/clinic.h"

#include <functional>
#include <memory>

namespace sango::app {

class FirstStartDesk;
class Front;

/// The one thread that owns the clinic's database. Intents go in, views come out; the network runs on two
/// workers of its own (one sends, one asks), so that a slow municipality never holds up the desk; a third
/// seals the day's backup, a fourth prints.
class ClinicThread {
public:
    using Publish = std::function<void(screens::KioskView)>;
    using Failed = std::function<void(const Error&)>;

    /// Opens the clinic on its own thread; where there is none, or its first start was cut off, that comes
    /// first. `publish` and `failed` are called on the clinic thread.
    ClinicThread(clinic::OpenRequest request, const Clock& clock, Random random, Publish publish,
                 Failed failed, devices::Printing printing = {});
    ~ClinicThread();
    ClinicThread(const ClinicThread&) = delete;
    ClinicThread& operator=(const ClinicThread&) = delete;

    void post(screens::Intent intent);
    /// Time passed: who is late, what is due to be sent again.
    void tick();
    /// Reports are built only while someone looks at them.
    void show_reports(bool visible);
    void show_figures(bool visible);
    /// The same of the settings.
    void show_settings(bool visible);

    /// Nothing is being done, sent or asked for at this moment.
    [[nodiscard]] bool idle() const { return activity_.idle(); }

private:
    void open(const clinic::OpenRequest& request, const Clock& clock, const Random& random);
    /// `stays`: whoever made the clinic just now stands here still.
    void begin(clinic::Clinic clinic, bool stays);
    [[nodiscard]] screens::KioskView first_view() const;
    void with_front(std::function<void(Front&)> use);
    [[nodiscard]] PaperTray::Printers printers(const devices::Printing& printing);
    void check_further();
    void back_up_if_due();
    void copy_further(std::shared_ptr<clinic::ClinicBackup> backup);

    struct Sending;

    Publish publish_;
    Failed failed_;
    std::filesystem::path data_;
    devices::Printing printing_with_;
    std::shared_ptr<Sending> under_way_;           ///< what the sending worker and the clinic thread look at
    bool backing_up_ = false;                      ///< the clinic thread's
    std::unique_ptr<FirstStartDesk> first_start_;  ///< as the front
    std::unique_ptr<Front> front_;                 ///< made, used and destroyed on the clinic thread
    Activity activity_;
    Worker sending_{activity_};
    Worker asking_{activity_};
    Worker keeping_{activity_};  ///< checks and seals backups
    Worker printing_{activity_};
    Worker thread_{activity_};
};

}  // namespace sango::app
