#include "kiosk/app/worker.h"

#include <atomic>
#include <functional>
#include <future>
#include <memory>

#include <doctest/doctest.h>

using namespace sango::app;

TEST_CASE("while work is handed from one worker to the next, it is never idle in between") {
    constexpr int kHops = 20'000;
    Activity activity;
    std::atomic<int> hops{0};
    Worker clinic(activity);
    Worker network(activity);
    std::function<void(int)> hand_on = [&](int left) {
        ++hops;
        if (left == 0) return;
        Worker& next = left % 2 == 0 ? network : clinic;
        next.post([&hand_on, left] { hand_on(left - 1); });
    };
    clinic.post([&] { hand_on(kHops); });
    while (!activity.idle()) {
    }
    CHECK(hops == kHops + 1);
}

TEST_CASE("idle holds again once all is done, and not while something runs") {
    Activity activity;
    Worker worker(activity);
    CHECK(activity.idle());
    std::promise<void> go_on;
    worker.post([gate = go_on.get_future().share()] { gate.wait(); });
    CHECK_FALSE(activity.idle());
    go_on.set_value();
    worker.finish();
    CHECK(activity.idle());
}

TEST_CASE("a worker runs what it is given in order and finishes all of it") {
    Activity activity;
    std::vector<int> order;
    Worker worker(activity);
    for (int i = 0; i < 1'000; ++i) worker.post([&order, i] { order.push_back(i); });
    worker.finish();
    REQUIRE(order.size() == 1'000);
    for (int i = 0; i < 1'000; ++i) REQUIRE(order[static_cast<std::size_t>(i)] == i);
}

TEST_CASE("a worker that is dropped ends after the running task, and what it held is let go") {
    Activity activity;
    std::atomic<int> ran{0};
    const auto held = std::make_shared<int>(1);
    Worker worker(activity);
    std::promise<void> begun;
    std::promise<void> go_on;
    worker.post([&, gate = go_on.get_future().share()] {
        begun.set_value();
        gate.wait();
        ++ran;
    });
    for (int i = 0; i < 10; ++i) worker.post([&ran, held] { ++ran; });
    begun.get_future().wait();
    std::jthread dropper([&] { worker.drop(); });
    while (!worker.dropping()) {
    }
    go_on.set_value();
    dropper.join();
    CHECK(ran == 1);
    CHECK(held.use_count() == 1);
    CHECK(activity.idle());
}

TEST_CASE("a task's own things are gone before the worker counts as idle") {
    Activity activity;
    Worker worker(activity);
    for (int i = 0; i < 200; ++i) {
        auto held = std::make_shared<int>(i);
        const std::weak_ptr<int> watched = held;
        worker.post([held = std::move(held)] {});
        while (!activity.idle()) {
        }
        REQUIRE(watched.expired());
    }
}
