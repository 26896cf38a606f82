#pragma once

#include "shared/report/document.h"

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace sango::app {

/// A thread that writes the sheet for the dead machine, a moment after the last change: many changes at once
/// make one file. What was not written yet is written at the end.
class SheetWriter {
public:
    using Write = std::function<Result<Done>(const report::Document&, const std::filesystem::path&)>;
    /// `told` is called on this thread after each try: why it failed, or nothing.
    SheetWriter(Write write, std::chrono::milliseconds quiet, std::function<void(std::optional<Error>)> told);
    ~SheetWriter();
    SheetWriter(const SheetWriter&) = delete;
    SheetWriter& operator=(const SheetWriter&) = delete;

    /// From any thread; returns at once.
    void changed(report::Document document, std::filesystem::path folder);

private:
    void run();

    Write write_;
    std::chrono::milliseconds quiet_;
    std::function<void(std::optional<Error>)> told_;
    std::mutex mutex_;
    std::condition_variable woken_;
    std::optional<report::Document> waiting_;
    std::filesystem::path folder_;
    std::chrono::steady_clock::time_point due_{};
    bool ending_ = false;
    std::thread thread_;  // last: starts when everything else is there
};

}  // namespace sango::app
