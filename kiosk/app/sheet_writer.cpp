#include "kiosk/app/sheet_writer.h"

#include <utility>

namespace sango::app {

SheetWriter::SheetWriter(Write write, std::chrono::milliseconds quiet,
                         std::function<void(std::optional<Error>)> told)
    : write_(std::move(write)), quiet_(quiet), told_(std::move(told)), thread_([this] { run(); }) {}

SheetWriter::~SheetWriter() {
    {
        const std::scoped_lock lock(mutex_);
        ending_ = true;
    }
    woken_.notify_all();
    thread_.join();
}

void SheetWriter::changed(report::Document document, std::filesystem::path folder) {
    {
        const std::scoped_lock lock(mutex_);
        // The first of several changes sets the time, so that a busy hour does not put it off for ever.
        if (!waiting_) due_ = std::chrono::steady_clock::now() + quiet_;
        waiting_ = std::move(document);
        folder_ = std::move(folder);
    }
    woken_.notify_all();
}

void SheetWriter::run() {
    std::unique_lock lock(mutex_);
    for (;;) {
        woken_.wait(lock, [this] { return ending_ || waiting_; });
        if (!waiting_) return;
        woken_.wait_until(lock, due_, [this] { return ending_; });
        const report::Document document = *std::exchange(waiting_, std::nullopt);
        const std::filesystem::path folder = folder_;
        lock.unlock();
        const auto written = write_(document, folder);
        told_(written.ok() ? std::nullopt : std::optional(written.error()));
        lock.lock();
    }
}

}  // namespace sango::app
