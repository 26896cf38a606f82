#pragma once

#include "shared/base/date.h"

#include <atomic>
#include <chrono>
#include <string>

namespace sango {

/// Where "now" comes from. Rules never ask it; use cases get one through their constructor.
class Clock {
public:
    virtual ~Clock() = default;
    /// What the wall clock says. May jump.
    [[nodiscard]] virtual Instant now() const = 0;
    /// For intervals only: never jumps, keeps counting through suspend.
    [[nodiscard]] virtual std::chrono::milliseconds steady() const = 0;
    /// Names the run of the machine within which steady() counts from one beginning. Empty: it is not known,
    /// and no two values of steady() of different programs may be held against each other.
    [[nodiscard]] virtual std::string boot() const { return {}; }
};

/// The machine's own clock (CLOCK_REALTIME and CLOCK_BOOTTIME).
class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override;
    [[nodiscard]] std::chrono::milliseconds steady() const override;
    [[nodiscard]] std::string boot() const override;
};

/// A clock turned by hand: tests, and the kiosk under a play script. Safe from several threads.
class HandClock final : public Clock {
public:
    explicit HandClock(Instant start)
        : start_(start.time_since_epoch().count()), now_(start.time_since_epoch().count()) {}

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
    /// The machine was off for so long: the wall clock went on, steady() begins anew.
    void restart(std::chrono::seconds off_for) {
        now_ += off_for.count();
        steady_ms_ = 0;
        ++boots_;
    }
    [[nodiscard]] std::string boot() const override {
        return "hand-" + std::to_string(start_) + "-" + std::to_string(boots_.load());
    }

private:
    std::int64_t start_;
    std::atomic<std::int64_t> now_;
    std::atomic<std::int64_t> steady_ms_{0};
    std::atomic<int> boots_{1};
};

}  // namespace sango
