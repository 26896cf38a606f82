#pragma once

#include "kiosk/app/run_queue.h"

#include <atomic>
#include <cstdint>
#include <thread>

namespace sango::app {

/// How much work several workers have together taken on and finished. A task that hands work on counts the
/// new work before its own end, so that `idle` is never true between the two.
class Activity {
public:
    void begin() { ++begun_; }
    void end() { ++ended_; }
    [[nodiscard]] bool idle() const {
        const std::uint64_t ended = ended_;  // read first: begun is never behind it
        return begun_ == ended;
    }

private:
    std::atomic<std::uint64_t> begun_{0};
    std::atomic<std::uint64_t> ended_{0};
};

/// One thread that runs what it is given, in order.
class Worker {
public:
    explicit Worker(Activity& activity)
        : activity_(activity), thread_([this] {
              for (auto tasks = queue_.wait(); !tasks.empty(); tasks = queue_.wait()) {
                  for (auto& task : tasks) {
                      if (!dropping_) task();
                      task = nullptr;
                      activity_.end();
                  }
              }
          }) {}
    ~Worker() { drop(); }
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    void post(RunQueue::Task task) {
        activity_.begin();
        queue_.post(std::move(task));
    }

    /// Runs all that was posted, then ends the thread.
    void finish() {
        queue_.close();
        if (thread_.joinable()) thread_.join();
    }
    /// Ends the thread after the running task; what had not begun is dropped.
    void drop() {
        dropping_ = true;
        finish();
    }
    [[nodiscard]] bool dropping() const { return dropping_; }

private:
    Activity& activity_;
    RunQueue queue_;
    std::atomic<bool> dropping_{false};
    std::thread thread_;
};

}  // namespace sango::app
