#include "kiosk/app/kiosk.h"

#include "kiosk/ui/card.h"
#include "kiosk/ui/text.h"
#include "shared/clinic/badge.h"

namespace sango::app {

namespace {

devices::Siren siren_for(clinic::Alarm alarm) {
    switch (alarm) {
        case clinic::Alarm::none:
        case clinic::Alarm::shown:
            return devices::Siren::silent;
        case clinic::Alarm::sound:
            return devices::Siren::chime;
        case clinic::Alarm::loud:
            break;
    }
    return devices::Siren::loud;
}

std::unique_ptr<devices::SirenThread> start_siren(devices::SpeakerSource speaker,
                                                  std::function<void(std::optional<Error>)> trouble) {
    if (!speaker) return nullptr;
    return std::make_unique<devices::SirenThread>(std::move(speaker), std::move(trouble));
}

std::vector<std::chrono::milliseconds> due_moments(const screens::NightView& night) {
    std::vector<std::chrono::milliseconds> due;
    for (const screens::NightTile& tile : night.babies) due.push_back(tile.due);
    return due;
}

}  // namespace

Kiosk::Kiosk(clinic::OpenRequest request, const Clock& clock, Random random, std::function<void()> wake,
             devices::SpeakerSource speaker, devices::Printing printing)
    : clock_(clock),
      inbox_(std::move(wake)),
      siren_(start_siren(std::move(speaker),
                         [this](std::optional<Error> trouble) {
                             inbox_.post([this, trouble = std::move(trouble)] {
                                 no_sound_ = trouble ? std::optional(trouble->message) : std::nullopt;
                             });
                         })),
      watchman_(clock,
                [this](clinic::Alarm alarm) {
                    if (siren_) siren_->sound(siren_for(alarm));
                    inbox_.post([] {});  // the screen is drawn anew
                }),
      clinic_(
          std::move(request), clock, std::move(random),
          [this](screens::KioskView view) {
              // While the watch cannot be read, what was known of it stands.
              if (!view.night.trouble) watchman_.watch(view.night.rules, due_moments(view.night));
              const auto handed = std::make_shared<screens::KioskView>(std::move(view));
              inbox_.post([this, handed] { take(std::move(*handed)); });
          },
          [this](const Error& error) { inbox_.post([this, error] { failure_ = error; }); },
          std::move(printing)) {}

void Kiosk::take(screens::KioskView view) {
    if (view.night.trouble && view_) view.night.babies = view_->night.babies;
    view_ = std::make_unique<screens::KioskView>(std::move(view));
}

bool Kiosk::take_views() {
    const auto tasks = inbox_.take();
    for (const auto& task : tasks) task();
    return !tasks.empty();
}

namespace {

/// The clinic could not be opened: what happened and what to do, in both languages, since no one chose one
/// yet.
void draw_failure(ui::Context& ui, const Error& error) {
    ui::Rect area = ui.area();
    ui::fill(ui, area, ui.theme().ground);
    area = area.inset(160);
    ui::text(ui, "failure.ja", area.cut_top(200), error.message.ja, {ui::Type::name});
    ui::text(ui, "failure.en", area, error.message.en, {ui::Type::body});
}

}  // namespace

void Kiosk::draw(ui::Context& ui) {
    if (failure_) return draw_failure(ui, *failure_);
    if (!view_) return;
    view_->bar.now = clock_.now();
    view_->bar.steady = clock_.steady();
    view_->bar.no_sound = no_sound_;
    state_.check_in.camera.picture = camera_picture_.serial == 0 ? nullptr : &camera_picture_;
    for (screens::Intent& intent : screens::draw_frame(ui, *view_, state_)) clinic_.post(std::move(intent));

    if (view_->first_start) {
        wants_camera_ = false;
        return;
    }
    lock_when_left(ui);
    wants_camera_ = state_.frame.screen == screens::Screen::check_in ||
                    view_->sign_in.state != screens::SignInView::State::open;
    // Each page of care that comes onto the screen is a reading of her record, whoever brought it there.
    const std::string care_shown =
        state_.frame.screen == screens::Screen::care ? view_->care.use_id : std::string();
    if (care_shown != care_shown_ && !care_shown.empty()) clinic_.post(screens::OpenCare{care_shown});
    care_shown_ = care_shown;

    const bool reports_shown = state_.frame.screen == screens::Screen::report;
    if (reports_shown != reports_shown_) clinic_.show_reports(reports_shown);
    reports_shown_ = reports_shown;
    const bool figures_shown = state_.frame.screen == screens::Screen::figures;
    if (figures_shown != figures_shown_) clinic_.show_figures(figures_shown);
    figures_shown_ = figures_shown;
    const bool settings_shown = state_.frame.screen == screens::Screen::settings;
    if (settings_shown != settings_shown_) clinic_.show_settings(settings_shown);
    settings_shown_ = settings_shown;
}

/// Untouched for as long as the clinic allows, the terminal locks itself; what was being written stays.
void Kiosk::lock_when_left(ui::Context& ui) {
    const bool touched = ui.input().acted() || ui.input().written;
    const screens::SignInView& sign_in = view_->sign_in;
    const bool open = sign_in.asked && sign_in.state == screens::SignInView::State::open;
    if (touched || !open) touched_at_ = clock_.steady();
    if (!open) return;
    const auto left = touched_at_ + sign_in.idle - clock_.steady();
    if (left > std::chrono::milliseconds(0)) return ui.request_frame_in(left);
    clinic_.post(screens::LockTerminal{});
    touched_at_ = clock_.steady();
}

void Kiosk::scanned(std::string text) {
    if (!text.starts_with(clinic::kBadgePrefix)) state_.frame.screen = screens::Screen::check_in;
    clinic_.post(screens::ScanText{std::move(text)});
}

void Kiosk::camera_shows(ui::Picture picture) {
    camera_picture_ = std::move(picture);
}

void Kiosk::camera_failed(std::optional<Message> why) {
    if (why) camera_picture_ = {};
    state_.check_in.camera.note = std::move(why);
}

void Kiosk::unreadable() {
    state_.frame.screen = screens::Screen::check_in;
    clinic_.post(screens::ScanUnreadable{});
}

}  // namespace sango::app
