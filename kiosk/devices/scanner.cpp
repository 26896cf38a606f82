#include "kiosk/devices/scanner.h"

#include "kiosk/devices/attention.h"
#include "shared/card/barcode.h"

#include <condition_variable>
#include <mutex>
#include <utility>

namespace sango::devices {
namespace {

constexpr std::chrono::milliseconds kPatience{100};  // how long one wait for a frame may hold up stopping

template <class... Arguments>
void tell(const std::function<void(Arguments...)>& callback, std::type_identity_t<Arguments>... arguments) {
    if (callback) {
        callback(std::forward<Arguments>(arguments)...);
    }
}

/// Sleeps, unless told to stop.
void pause(const std::stop_token& stop, std::chrono::milliseconds length) {
    std::mutex mutex;
    std::condition_variable_any woken;
    std::unique_lock lock(mutex);
    woken.wait_for(lock, stop, length, [] { return false; });
}

}  // namespace

bool Sightings::is_new(std::string_view text, std::chrono::milliseconds now) {
    const bool again = any_ && text == text_ && now - seen_ < quiet_;
    any_ = true;
    text_ = text;
    seen_ = now;
    return !again;
}

ScanWorker::ScanWorker(CameraSource source, const Clock& clock, ScanCallbacks callbacks,
                       ScanSettings settings)
    : source_(std::move(source)),
      clock_(clock),
      callbacks_(std::move(callbacks)),
      settings_(settings),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

ScanWorker::~ScanWorker() = default;  // jthread asks to stop and joins

void ScanWorker::run(const std::stop_token& stop) {
    Sightings sightings(settings_.same_code_quiet);
    std::unique_ptr<Camera> camera;
    bool told = false;  // of the trouble that there is now
    Attention attention(settings_.hard_every);
    const auto lose = [&](const Error& trouble) {
        camera.reset();
        if (!std::exchange(told, true)) {
            tell(callbacks_.on_trouble, trouble);
        }
        pause(stop, settings_.reopen_after);
    };
    while (!stop.stop_requested()) {
        if (!camera) {
            auto opened = source_();
            if (!opened) {
                lose(opened.error());
                continue;
            }
            camera = std::move(opened).value();
            told = false;
            tell(callbacks_.on_ready);
        }
        auto next = camera->next(kPatience);
        if (!next) {
            lose(next.error());
            continue;
        }
        if (!next->has_value()) {
            continue;
        }
        const auto frame = std::make_shared<const Frame>(*std::move(next).value());
        const auto effort = attention.next(frame->luminance());
        if (!effort) {
            continue;
        }
        tell(callbacks_.on_frame, frame);
        auto code = card::find_code(frame->luminance(), *effort);
        if (!code) {
            continue;
        }
        attention.found();
        if (sightings.is_new(*code, clock_.steady())) {
            tell(callbacks_.on_code, *std::move(code));
        }
    }
}

}  // namespace sango::devices
