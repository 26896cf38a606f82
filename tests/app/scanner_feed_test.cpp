#include "kiosk/app/scanner_feed.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>

#include <doctest/doctest.h>

using namespace sango;

namespace {

/// Gives what it was loaded with, then is pulled out.
class ScannerOnce final : public devices::ScannerDevice {
public:
    explicit ScannerOnce(std::deque<std::string> scans) : scans_(std::move(scans)) {}
    Result<std::optional<std::string>> next(std::chrono::milliseconds) override {
        if (scans_.empty()) return error("scanner_gone", "外れました。", "It is gone.");
        auto scan = std::move(scans_.front());
        scans_.pop_front();
        return std::optional(std::move(scan));
    }

private:
    std::deque<std::string> scans_;
};

}  // namespace

TEST_CASE("a held scanner's codes reach the kiosk, and one that is plugged in again is held again") {
    std::mutex mutex;
    std::condition_variable came;
    std::vector<std::string> scans;
    std::atomic<int> opened{0};
    const app::ScannerFeed feed(
        [&]() -> Result<std::unique_ptr<devices::ScannerDevice>> {
            if (++opened == 1)
                return std::unique_ptr<devices::ScannerDevice>(new ScannerOnce({"SNG1:A", "SNGB1:B"}));
            return std::unique_ptr<devices::ScannerDevice>(new ScannerOnce({"SNG1:C"}));
        },
        [&](std::string text) {
            const std::scoped_lock lock(mutex);
            scans.push_back(std::move(text));
            came.notify_all();
        });
    std::unique_lock lock(mutex);
    REQUIRE(came.wait_for(lock, std::chrono::seconds(30), [&] { return scans.size() >= 3; }));
    CHECK(scans[0] == "SNG1:A");
    CHECK(scans[1] == "SNGB1:B");
    CHECK(scans[2] == "SNG1:C");
}

TEST_CASE("without a scanner the kiosk does not wait for one") {
    const auto begun = std::chrono::steady_clock::now();
    {
        const app::ScannerFeed feed(
            []() -> Result<std::unique_ptr<devices::ScannerDevice>> {
                return error("scanner_missing", "見つかりません。", "There is none.");
            },
            [](const std::string&) {});
    }
    CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(5));
}
