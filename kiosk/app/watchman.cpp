#include "kiosk/app/watchman.h"

#include <algorithm>
#include <utility>

namespace sango::app {
namespace {

using std::chrono::milliseconds;

/// The wait itself does not count through suspend, so no wait is long: after waking up the clock is asked
/// again.
constexpr milliseconds kLongestWait{200};

}  // namespace

Watchman::Watchman(const Clock& clock, std::function<void(clinic::Alarm)> changed)
    : clock_(clock), changed_(std::move(changed)), thread_([this] { run(); }) {}

Watchman::~Watchman() {
    {
        const std::scoped_lock lock(mutex_);
        ending_ = true;
    }
    told_.notify_all();
    thread_.join();
}

void Watchman::watch(clinic::WatchRules rules, std::vector<milliseconds> due) {
    {
        const std::scoped_lock lock(mutex_);
        rules_ = std::move(rules);
        due_ = std::move(due);
    }
    told_.notify_all();
}

void Watchman::run() {
    std::unique_lock lock(mutex_);
    while (!ending_) {
        const milliseconds now = clock_.steady();
        clinic::Alarm loudest = clinic::Alarm::none;
        milliseconds wait = kLongestWait;
        for (const milliseconds due : due_) {
            loudest = std::max(loudest, clinic::alarm_at(rules_, due, now));
            if (const auto next = clinic::next_change(rules_, due, now)) wait = std::min(wait, *next - now);
        }
        if (alarm_.exchange(loudest) != loudest) {
            lock.unlock();
            changed_(loudest);
            lock.lock();
            continue;
        }
        if (due_.empty())
            told_.wait(lock);
        else
            told_.wait_for(lock, std::max(wait, milliseconds(1)));
    }
}

}  // namespace sango::app
