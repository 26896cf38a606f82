#pragma once

#include "kiosk/app/clinic_thread.h"
#include "kiosk/app/run_queue.h"
#include "kiosk/app/watchman.h"
#include "kiosk/devices/sound.h"
#include "kiosk/screens/frame.h"
#include "kiosk/ui/context.h"
#include "kiosk/ui/picture.h"

#include <atomic>
#include <memory>
#include <optional>
#include <string>

namespace sango::app {

/// The UI thread's side: the newest view, what the hand left standing, and the way from a tap to the clinic
/// thread. The same in a window and under a play script.
class Kiosk {
public:
    /// `wake` ends the loop's sleep; called from other threads. No `speaker`: alarms are shown and not
    /// sounded; no `printing`: there are no printers.
    Kiosk(clinic::OpenRequest request, const Clock& clock, Random random, std::function<void()> wake,
          devices::SpeakerSource speaker = {}, devices::Printing printing = {});

    /// One frame's content, inside ui::run_frame.
    void draw(ui::Context& ui);

    void scanned(std::string text);
    void unreadable();
    /// What the camera sees, or why it sees nothing (none: it is back).
    void camera_shows(ui::Picture picture);
    void camera_failed(std::optional<Message> why);
    /// The desk is on the screen. Any thread.
    [[nodiscard]] bool wants_camera() const { return wants_camera_; }
    /// Takes over what the clinic thread published. True if there was something.
    bool take_views();
    /// The language was named at the start: the one last chosen does not replace it.
    void keep_language() { state_.frame.language_given = true; }
    /// The minute turned: who is late, what is due.
    void tick() { clinic_.tick(); }

    /// The first view is there: the kiosk can be used.
    [[nodiscard]] bool ready() const { return view_ != nullptr; }
    /// Why the clinic could not be opened.
    [[nodiscard]] const std::optional<Error>& failure() const { return failure_; }
    /// Nothing is under way on any thread, and all views were taken.
    [[nodiscard]] bool idle() const { return clinic_.idle() && inbox_.empty(); }

private:
    void take(screens::KioskView view);
    void lock_when_left(ui::Context& ui);

    const Clock& clock_;
    RunQueue inbox_;
    std::unique_ptr<screens::KioskView> view_;
    std::optional<Error> failure_;
    screens::KioskState state_;
    bool reports_shown_ = false;
    bool figures_shown_ = false;
    std::string care_shown_;  ///< use whose care page stands on the screen
    bool settings_shown_ = false;
    ui::Picture camera_picture_;
    std::atomic<bool> wants_camera_{true};
    std::chrono::milliseconds touched_at_{};  ///< steady: when the hand last did anything
    std::optional<Message> no_sound_;
    std::unique_ptr<devices::SirenThread> siren_;
    Watchman watchman_;
    ClinicThread clinic_;  // last: its thread calls into the inbox
};

}  // namespace sango::app
