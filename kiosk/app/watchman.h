#pragma once

#include "shared/base/clock.h"
#include "shared/clinic/watch_rules.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace sango::app {

/// A thread of its own that knows when each baby is due and says how loudly to ask, so that neither a busy
/// database nor a busy screen ever holds an alarm up. What it was told last stands until it is told anew.
class Watchman {
public:
    /// `changed` is called on the watchman's thread, once for each change.
    Watchman(const Clock& clock, std::function<void(clinic::Alarm)> changed);
    ~Watchman();
    Watchman(const Watchman&) = delete;
    Watchman& operator=(const Watchman&) = delete;

    /// The babies' due moments on the clock's steady scale. Any thread.
    void watch(clinic::WatchRules rules, std::vector<std::chrono::milliseconds> due);
    [[nodiscard]] clinic::Alarm alarm() const { return alarm_; }

private:
    void run();

    const Clock& clock_;
    std::function<void(clinic::Alarm)> changed_;
    std::mutex mutex_;
    std::condition_variable told_;
    clinic::WatchRules rules_;
    std::vector<std::chrono::milliseconds> due_;
    bool ending_ = false;
    std::atomic<clinic::Alarm> alarm_{clinic::Alarm::none};
    std::thread thread_;  // last: starts when everything else is there
};

}  // namespace sango::app
