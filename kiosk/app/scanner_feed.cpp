#include "kiosk/app/scanner_feed.h"

#include <utility>

namespace sango::app {
namespace {

constexpr std::chrono::milliseconds kGlance{100};
constexpr int kGlancesBetweenTries = 20;  // a scanner plugged in is held after 2 s

}  // namespace

ScannerFeed::ScannerFeed(ScannerSource source, std::function<void(std::string)> scanned)
    : source_(std::move(source)),
      scanned_(std::move(scanned)),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

void ScannerFeed::run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        if (auto scanner = source_(); scanner.ok())
            while (!stop.stop_requested()) {
                auto scan = (*scanner)->next(kGlance);
                if (!scan.ok()) break;  // it was pulled out
                if (*scan) scanned_(std::move(**scan));
            }
        for (int i = 0; i < kGlancesBetweenTries && !stop.stop_requested(); ++i)
            std::this_thread::sleep_for(kGlance);
    }
}

}  // namespace sango::app
