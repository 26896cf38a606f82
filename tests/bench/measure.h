#pragma once

#include "shared/base/result.h"

#include <chrono>
#include <concepts>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace sango::bench {

/// What was measured, in milliseconds unless the row says otherwise. Never empty where it is asked.
class Samples {
public:
    void add(double sample) { samples_.push_back(sample); }
    [[nodiscard]] std::size_t n() const { return samples_.size(); }
    [[nodiscard]] double median() const { return at(0.5); }
    [[nodiscard]] double p99() const { return at(0.99); }

private:
    [[nodiscard]] double at(double part) const;
    std::vector<double> samples_;
};

template <std::invocable Work>
[[nodiscard]] double milliseconds(Work&& work) {
    const auto before = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - before).count();
}

/// One line of the table, fields separated by tabs: what, ours, against what, that, ratio, bar, n. What is
/// missing is "-".
struct RowText {
    std::string what;
    std::string ours;
    std::string against = "-";
    std::string theirs = "-";
    std::string ratio = "-";
    std::string bar = "-";
    std::size_t n = 0;
};
void print(const RowText& row);
[[nodiscard]] std::string ms(double milliseconds);
[[nodiscard]] std::string times(double ratio);  ///< "0.31x"

/// Where a part may work.
struct Places {
    std::filesystem::path work;    ///< a folder on the disk that is measured
    std::filesystem::path clinic;  ///< a demo clinic that may be written to
};

/// The value, or a std::runtime_error with its sentence: a benchmark has nobody to hand an error to.
template <class T>
[[nodiscard]] T must(Result<T> result) {
    if (!result.ok()) throw std::runtime_error(result.error().code + ": " + result.error().message.en);
    return std::move(result).value();
}

// Each measures what its comment in its own file says and prints its rows.
void scan_time(const Places& places);         // scan.cpp
void codes_found(const Places& places);       // scan.cpp
void commit_time(const Places& places);       // commit.cpp
void board_queried(const Places& places);     // board.cpp
void board_framed(const Places& places);      // frame.cpp
void touch_to_picture(const Places& places);  // touch.cpp
void month_closed(const Places& places);      // month.cpp
void month_sent(const Places& places);        // send.cpp

}  // namespace sango::bench
