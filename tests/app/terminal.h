#pragma once

#include "kiosk/app/kiosk.h"
#include "kiosk/app/player.h"
#include "kiosk/ui/frame.h"
#include "shared/base/clock.h"
#include "tests/support/temp_folder.h"

#include <memory>
#include <sstream>
#include <string>
#include <string_view>

namespace sango::test {

/// A Saturday afternoon, as on the pictures of the screens.
inline constexpr const char* kDemoAt = "2026-11-21T14:05:00+09:00";

/// The data folder of a demo clinic of its own.
class DemoData {
public:
    DemoData();
    [[nodiscard]] const std::filesystem::path& path() const { return data_; }
    /// User number of the nth demo mother, from 1.
    [[nodiscard]] static std::string user(int nth);

private:
    TempFolder folder_;
    std::filesystem::path data_ = folder_.path() / "clinic";
};

/// Sets a setting of the clinic in that folder, which no program has open.
void set_in(const std::filesystem::path& data, std::string_view name, const std::string& value);
[[nodiscard]] std::string setting_in(const std::filesystem::path& data, std::string_view name);

/// The kiosk on an off-screen surface, at 1280x800, with its own clinic thread and network.
class Terminal {
public:
    /// No `speaker`, no `printing`: there is none.
    explicit Terminal(const std::filesystem::path& data, const char* at = kDemoAt,
                      devices::SpeakerSource speaker = {}, devices::Printing printing = {});

    /// Carries out the lines of a play script; empty if all went well, else what stands in English.
    [[nodiscard]] std::string try_to(std::string_view script);
    /// The same, and the test fails where it fails.
    void play(std::string_view script);
    /// What is on the screen under this id; empty where it is not there.
    [[nodiscard]] std::string text(std::string_view id) const;
    [[nodiscard]] bool there(std::string_view id) const { return ui_->registry().find(id) != nullptr; }
    /// Whether anything on the screen says this.
    [[nodiscard]] bool says(std::string_view words) const;
    [[nodiscard]] const ui::Context& ui() const { return *ui_; }
    [[nodiscard]] std::string printed() const { return out_.str(); }
    [[nodiscard]] app::Kiosk& kiosk() { return *kiosk_; }

private:
    HandClock clock_;
    ui::Session session_;
    std::unique_ptr<app::Kiosk> kiosk_;
    std::unique_ptr<platform::Offscreen> surface_;
    std::unique_ptr<ui::Words> words_;
    std::unique_ptr<ui::Fonts> fonts_;
    std::unique_ptr<platform::Renderer> renderer_;
    std::unique_ptr<ui::Context> ui_;
    std::ostringstream out_;
    std::unique_ptr<app::Player> player_;
};

}  // namespace sango::test
