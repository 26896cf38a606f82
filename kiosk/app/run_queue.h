#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <utility>
#include <vector>

namespace sango::app {

/// Work handed from one thread to another. The receiver swaps the whole list out under the lock and runs it
/// after.
class RunQueue {
public:
    using Task = std::function<void()>;

    /// `wake` is called after each post, on the poster's thread; empty for a receiver that waits here.
    explicit RunQueue(std::function<void()> wake = {}) : wake_(std::move(wake)) {}

    void post(Task task) {
        {
            const std::scoped_lock lock(mutex_);
            tasks_.push_back(std::move(task));
        }
        changed_.notify_one();
        if (wake_) wake_();
    }

    /// Takes what is there without waiting.
    [[nodiscard]] std::vector<Task> take() {
        const std::scoped_lock lock(mutex_);
        return std::exchange(tasks_, {});
    }

    /// Waits until there is something or the queue is closed; empty means closed.
    [[nodiscard]] std::vector<Task> wait() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return closed_ || !tasks_.empty(); });
        return std::exchange(tasks_, {});
    }

    [[nodiscard]] bool empty() const {
        const std::scoped_lock lock(mutex_);
        return tasks_.empty();
    }

    void close() {
        {
            const std::scoped_lock lock(mutex_);
            closed_ = true;
        }
        changed_.notify_all();
    }

private:
    std::function<void()> wake_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Task> tasks_;
    bool closed_ = false;
};

}  // namespace sango::app
