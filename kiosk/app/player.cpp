#include "kiosk/app/player.h"

#include "kiosk/platform/png_writer.h"
#include "kiosk/ui/frame.h"
#include "shared/card/barcode.h"

#include <chrono>
#include <ostream>
#include <thread>

#include <fmt/format.h>

namespace sango::app {
namespace {

using namespace platform;

constexpr std::chrono::seconds kLongestSettle{60};

/// The ids of the screen, for whoever asked for one that is not there.
std::string ids_there(const ui::Registry& registry) {
    std::string ids;
    for (const ui::Entry& entry : registry.entries())
        if (!entry.id.empty()) ids += (ids.empty() ? "" : " ") + entry.id;
    return ids;
}

}  // namespace

Player::Player(ui::Context& ui, Offscreen& surface, Renderer& renderer, Kiosk& kiosk, HandClock& clock,
               std::ostream& out)
    : ui_(ui),
      surface_(surface),
      renderer_(renderer),
      kiosk_(kiosk),
      clock_(clock),
      out_(out),
      hand_(ui, [this] { frame(); }) {}

void Player::frame() {
    kiosk_.take_views();
    ui::run_frame(ui_, static_cast<float>(surface_.width()), static_cast<float>(surface_.height()),
                  [this](ui::Context& ui) { kiosk_.draw(ui); });
}

Result<Done> Player::settle() {
    const auto until = std::chrono::steady_clock::now() + kLongestSettle;
    do {
        hand_.settle();
        while (!kiosk_.idle()) {
            if (std::chrono::steady_clock::now() > until)
                return error("stuck", "1分待っても処理が終わりません。",
                             "Something is still under way after a minute.");
            if (!kiosk_.take_views()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        hand_.settle();
    } while (!kiosk_.idle());
    return Done{};
}

Result<Done> Player::play(const std::vector<PlayLine>& lines) {
    if (auto settled = settle(); !settled.ok()) return settled;
    if (kiosk_.failure()) return *kiosk_.failure();
    for (const PlayLine& line : lines) {
        Result<Done> result = std::visit([this](const auto& command) { return run(command); }, line.command);
        if (result.ok()) result = settle();
        if (result.ok()) continue;
        const Error& why = result.error();
        return error(why.code,
                     fmt::format("{}行目 ({}): {}", line.number, play_text(line.command), why.message.ja),
                     fmt::format("line {} ({}): {}", line.number, play_text(line.command), why.message.en));
    }
    return Done{};
}

Result<Done> Player::run(const play::Tap& command) {
    return hand_.tap(command.id);
}

Result<Done> Player::run(const play::Type& command) {
    return hand_.type(command.id == "-" ? "" : command.id, command.text);
}

Result<Done> Player::run(const play::Scan& command) {
    if (auto held = camera_.hold(command.image); !held.ok()) {
        kiosk_.unreadable();  // a picture that is no picture shows nothing that could be read
        return std::filesystem::exists(command.image) ? Result<Done>(Done{}) : held;
    }
    const auto frame = camera_.next(std::chrono::milliseconds(0));
    if (!frame.ok()) return frame.error();
    if (auto code = card::find_code((*frame)->luminance(), card::Effort::hard))
        kiosk_.scanned(std::move(*code));
    else
        kiosk_.unreadable();
    return Done{};
}

Result<Done> Player::run(const play::Key& command) {
    return hand_.key(command.name);
}

Result<Done> Player::run(const play::Wait& command) {
    clock_.turn(command.time);
    kiosk_.tick();
    return Done{};
}

Result<Done> Player::run(const play::Shot& command) {
    frame();
    renderer_.draw(ui_, surface_.width(), surface_.height());
    return write_png(command.file, surface_.pixels());
}

Result<Done> Player::run(const play::List&) {
    out_ << ui_.registry().list() << std::flush;
    return Done{};
}

Result<Done> Player::run(const play::Expect& command) {
    const ui::Entry* entry = ui_.registry().find(command.id);
    if (entry == nullptr) {
        const std::string there = ids_there(ui_.registry());
        return error("no_such_id", fmt::format("「{}」は画面にありません。あるもの: {}", command.id, there),
                     fmt::format("\"{}\" is not on the screen. What is there: {}", command.id, there));
    }
    if (entry->text.find(command.text) != std::string::npos) return Done{};
    return error("expected", fmt::format("「{}」には「{}」とあります。", command.id, entry->text),
                 fmt::format("\"{}\" says \"{}\".", command.id, entry->text));
}

}  // namespace sango::app
