#include "kiosk/app/run_queue.h"

#include <atomic>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

using sango::app::RunQueue;

TEST_CASE("what several threads hand over arrives once each, in each one's own order") {
    constexpr int kThreads = 4;
    constexpr int kEach = 2'000;
    RunQueue queue;
    std::vector<std::vector<int>> arrived(kThreads);
    std::vector<std::jthread> posters;
    for (int thread = 0; thread < kThreads; ++thread)
        posters.emplace_back([&queue, &arrived, thread] {
            for (int i = 0; i < kEach; ++i)
                queue.post([&arrived, thread, i] { arrived[static_cast<std::size_t>(thread)].push_back(i); });
        });
    for (int taken = 0; taken < kThreads * kEach;) {
        const auto tasks = queue.wait();
        for (const auto& task : tasks) task();
        taken += static_cast<int>(tasks.size());
    }
    for (const std::vector<int>& one : arrived) {
        REQUIRE(one.size() == kEach);
        for (int i = 0; i < kEach; ++i) REQUIRE(one[static_cast<std::size_t>(i)] == i);
    }
    CHECK(queue.empty());
}

TEST_CASE("the receiver is woken after each post, when the work is there to be taken") {
    std::size_t seen = 0;
    RunQueue* looked_at = nullptr;
    RunQueue queue([&] {
        CHECK_FALSE(looked_at->empty());
        ++seen;
    });
    looked_at = &queue;
    queue.post([] {});
    queue.post([] {});
    CHECK(seen == 2);
    CHECK(queue.take().size() == 2);
    CHECK(queue.take().empty());
}

TEST_CASE("work that is posted while work is done waits for the next turn") {
    RunQueue queue;
    int done = 0;
    queue.post([&] { queue.post([&done] { ++done; }); });
    for (const auto& task : queue.take()) task();
    CHECK(done == 0);
    for (const auto& task : queue.take()) task();
    CHECK(done == 1);
}

TEST_CASE("a closed queue gives out what it holds, then nothing") {
    RunQueue queue;
    queue.post([] {});
    queue.close();
    CHECK(queue.wait().size() == 1);
    CHECK(queue.wait().empty());
}
