#pragma once

#include <chrono>
#include <concepts>
#include <string>
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

// One function a file: what it measures is said there. Each prints its rows.
void scan_time();
void codes_found();
void commit_time();
void growth();
void touch_to_picture();
void month_closed();

}  // namespace sango::bench
