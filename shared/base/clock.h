#pragma once

#include "shared/base/date.h"

#include <atomic>
#include <chrono>

namespace sango {

/// Where "now" comes from. Rules never ask it; use cases get one through their constructor.
class Clock {
public:
    virtual ~Clock() = default;
    /// What the wall clock says. May jump.
    [[nodiscard]] virtual Instant now() const = 0;
    /// For intervals only: never jumps, keeps counting through suspend.
    [[nodiscard]] virtual std::chrono::milliseconds steady() const = 0;
};

/// The machine's own clock (CLOCK_REALTIME and CLOCK_BOOTTIME).
class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override;
    [[nodiscard]] std::chrono::milliseconds steady() const override;
};

/// A clock turned by hand: tests, and the kiosk under a play script. Safe from several threads.
class HandClock final : public Clock {
public:
    explicit HandClock(Instant start) : now_(start.time_since_epoch().count()) {}

    [[nodiscard]] Instant now() const override { return Instant(std::chrono::seconds(now_.load())); }
    [[nodiscard]] std::chrono::milliseconds steady() const override {
        return std::chrono::milliseconds(steady_ms_.load());
    }
    /// Time passes: both hands move.
    void turn(std::chrono::seconds by) {
        now_ += by.count();
        steady_ms_ += std::chrono::milliseconds(by).count();
    }
    /// The wall clock jumps; nothing passes.
    void jump_to(Instant to) { now_ = to.time_since_epoch().count(); }

private:
    std::atomic<std::int64_t> now_;
    std::atomic<std::int64_t> steady_ms_{0};
};

}  // namespace sango
