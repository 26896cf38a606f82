#include "kiosk/app/watchman.h"

#include "kiosk/devices/recorded_speaker.h"

#include <algorithm>
#include <functional>
#include <thread>

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::app;
using clinic::Alarm;
using namespace std::chrono_literals;
using SteadyClock = std::chrono::steady_clock;

namespace {

clinic::WatchRules rules() {
    clinic::WatchRules rules;
    rules.sound_after = 20s;
    rules.louder_after = 60s;
    return rules;
}

/// Real time until it is so; a minute at most.
SteadyClock::duration until(const std::function<bool()>& so) {
    const auto start = SteadyClock::now();
    while (!so() && SteadyClock::now() - start < 1min) std::this_thread::sleep_for(1ms);
    return SteadyClock::now() - start;
}

/// A watchman with a clock in the test's hand and a speaker that records.
struct Post {
    HandClock clock{*parse_instant("2026-11-22T03:00:00+09:00")};
    std::shared_ptr<devices::Recording> recording = std::make_shared<devices::Recording>();
    devices::SirenThread siren{devices::recorded_speakers(recording), [](std::optional<Error>) {}};
    Watchman watchman{clock, [this](Alarm alarm) {
                          siren.sound(alarm == Alarm::loud    ? devices::Siren::loud
                                      : alarm == Alarm::sound ? devices::Siren::chime
                                                              : devices::Siren::silent);
                      }};
};

/// Every core is busy, twice over.
class Load {
public:
    Load() {
        const unsigned cores = std::max(2U, std::thread::hardware_concurrency());
        for (unsigned i = 0; i < 2 * cores; ++i)
            threads_.emplace_back([this] {
                volatile unsigned long busy = 0;
                while (!ending_) busy = busy + 1;
            });
    }
    ~Load() {
        ending_ = true;
        for (std::thread& thread : threads_) thread.join();
    }
    Load(const Load&) = delete;
    Load& operator=(const Load&) = delete;

private:
    std::atomic<bool> ending_{false};
    std::vector<std::thread> threads_;
};

void rings_in_time(Post& post) {
    post.watchman.watch(rules(), {post.clock.steady() + 300s, post.clock.steady() + 400s});
    std::this_thread::sleep_for(300ms);
    CHECK(post.watchman.alarm() == Alarm::none);
    CHECK(post.recording->heard().samples == 0);
    post.clock.turn(300s);
    CHECK(until([&] { return post.watchman.alarm() == Alarm::shown; }) < 1s);
    CHECK(post.recording->heard().samples == 0);
    post.clock.turn(20s);
    CHECK(until([&] { return post.recording->heard().samples > 0; }) < 1s);
    const int chime = post.recording->heard().loudest;
    post.clock.turn(40s);
    CHECK(until([&] { return post.recording->heard().loudest > 2 * std::max(chime, 1); }) < 3s);
    CHECK(post.watchman.alarm() == Alarm::loud);
}

}  // namespace

TEST_CASE("from due to alarm it takes less than a second, and from the moment of sound to the sound") {
    Post post;
    rings_in_time(post);
}

TEST_CASE("also while every core is busy") {
    Post post;
    const Load load;
    rings_in_time(post);
}

TEST_CASE("only a new due moment silences: time alone makes it louder") {
    Post post;
    post.watchman.watch(rules(), {post.clock.steady()});
    post.clock.turn(2h);
    CHECK(until([&] { return post.watchman.alarm() == Alarm::loud; }) < 1s);
    post.watchman.watch(rules(), {post.clock.steady() + 300s});
    CHECK(until([&] { return post.watchman.alarm() == Alarm::none; }) < 1s);
    std::this_thread::sleep_for(250ms);
    post.recording->clear();
    std::this_thread::sleep_for(300ms);
    CHECK(post.recording->heard().samples == 0);
}

TEST_CASE("a jump of the wall clock neither rings nor silences") {
    Post post;
    post.watchman.watch(rules(), {post.clock.steady() + 300s});
    post.clock.jump_to(post.clock.now() + std::chrono::days(3));
    std::this_thread::sleep_for(300ms);
    CHECK(post.watchman.alarm() == Alarm::none);
    post.clock.turn(300s);
    post.clock.jump_to(post.clock.now() - std::chrono::days(9));
    CHECK(until([&] { return post.watchman.alarm() == Alarm::shown; }) < 1s);
}

TEST_CASE("with nobody in keeping nothing rings") {
    Post post;
    post.watchman.watch(rules(), {post.clock.steady()});
    CHECK(until([&] { return post.watchman.alarm() == Alarm::shown; }) < 1s);
    post.watchman.watch(rules(), {});
    CHECK(until([&] { return post.watchman.alarm() == Alarm::none; }) < 1s);
}
