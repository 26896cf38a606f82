#include "kiosk/app/boot.h"

#include "kiosk/app/camera_feed.h"
#include "kiosk/app/kiosk.h"
#include "kiosk/app/player.h"
#include "kiosk/app/scanner_feed.h"
#include "kiosk/app/window_loop.h"
#include "kiosk/platform/offscreen.h"
#include "kiosk/platform/renderer.h"
#include "kiosk/platform/window.h"
#include "kiosk/ui/frame.h"
#include "shared/base/assets.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>

namespace sango::app {
namespace {

constexpr int kFailed = 1;
constexpr int kMalformed = 2;

/// One line, in the language of the environment.
int fail(const Error& error, int status = kFailed) {
    const char* lang = std::getenv("LANG");
    const bool japanese = lang != nullptr && std::string_view(lang).starts_with("ja");
    std::fprintf(stderr, "sango-kiosk: %s\n", (japanese ? error.message.ja : error.message.en).c_str());
    return status;
}

struct Size {
    int width = 0;
    int height = 0;
};
std::optional<Size> parse_size(const std::string& text) {
    Size size;
    char rest = 0;
    if (std::sscanf(text.c_str(), "%dx%d%c", &size.width, &size.height, &rest) != 2) return std::nullopt;
    if (size.width < 640 || size.height < 480 || size.width > 7680 || size.height > 4320) return std::nullopt;
    return size;
}

Result<std::vector<platform::PlayLine>> read_script(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return error("play_script", "台本が開けません: " + file.string(),
                     "The script cannot be opened: " + file.string());
    std::ostringstream text;
    text << in.rdbuf();
    return platform::parse_play_script(text.str());
}

}  // namespace

int boot(const BootOptions& options) {
    // 1. What was asked for.
    const auto size = parse_size(options.size);
    if (!size)
        return fail(error("size", "--size は 1280x800 の形で書いてください。", "Write --size like 1280x800."),
                    kMalformed);
    std::optional<Instant> at;
    if (!options.at.empty()) {
        at = parse_instant(options.at);
        if (!at)
            return fail(error("at", "--at は 2026-11-21T14:05:00+09:00 の形で書いてください。",
                              "Write --at like 2026-11-21T14:05:00+09:00."),
                        kMalformed);
    }
    std::vector<platform::PlayLine> script;
    if (!options.play.empty()) {
        auto lines = read_script(options.play);
        if (!lines.ok()) return fail(lines.error(), kMalformed);
        script = std::move(lines).value();
    }
    const std::filesystem::path assets = options.assets.empty() ? assets_folder() : options.assets;

    // 2. The clock: the machine's, or one that a script turns.
    const SystemClock machine_clock;
    HandClock hand_clock(at.value_or(machine_clock.now()));
    const bool by_hand = options.headless || at.has_value();
    const Clock& clock = by_hand ? static_cast<const Clock&>(hand_clock) : machine_clock;

    // 3. The clinic opens on its own thread while the screen is made; it ends before the window that it
    // wakes.
    const ui::Session session;
    std::optional<platform::Window> window;
    std::optional<platform::Offscreen> offscreen;
    RunQueue to_ui(options.headless ? std::function<void()>() : platform::Window::wake);
    Kiosk kiosk(
        {options.data, assets}, clock, system_random(),
        options.headless ? std::function<void()>() : platform::Window::wake,
        options.headless ? devices::SpeakerSource()
                         : [device = options.sound] { return devices::open_speaker(device); },
        devices::cups_printing());

    // 4. The surface.
    if (options.headless) {
        auto opened = platform::Offscreen::open(size->width, size->height);
        if (!opened.ok()) return fail(opened.error());
        offscreen.emplace(std::move(opened).value());
    } else {
        auto opened = platform::Window::open({.title = "Sango",
                                              .width = size->width,
                                              .height = size->height,
                                              .whole_screen = options.whole_screen});
        if (!opened.ok()) return fail(opened.error());
        window.emplace(std::move(opened).value());
    }

    // 5. Words, letters, and what draws them.
    auto words = ui::Words::load(assets / "text");
    if (!words.ok()) return fail(words.error());
    auto fonts = ui::Fonts::open(ui::debian_fonts());
    if (!fonts.ok()) return fail(fonts.error());
    auto renderer = platform::Renderer::open();
    if (!renderer.ok()) return fail(renderer.error());
    ui::Context context(fonts.value(), words.value());
    if (!options.language.empty()) {
        context.language = options.language == "en" ? ui::Language::en : ui::Language::ja;
        kiosk.keep_language();
    }

    // 6. Until it ends.
    if (offscreen) {
        Player player(context, *offscreen, renderer.value(), kiosk, hand_clock, std::cout);
        const auto played = player.play(script);
        return played.ok() ? 0 : fail(played.error());
    }
    const auto camera = start_camera(options.camera, clock, to_ui, kiosk);
    std::optional<ScannerFeed> scanner;
    if (!options.scanner.empty())
        scanner.emplace([device = options.scanner] { return devices::open_scanner(device); },
                        [&to_ui, &kiosk](std::string text) {
                            to_ui.post([&kiosk, text = std::move(text)] { kiosk.scanned(text); });
                        });
    run_window(context, *window, renderer.value(), kiosk, clock, to_ui);
    return kiosk.failure() ? fail(*kiosk.failure()) : 0;
}

}  // namespace sango::app
