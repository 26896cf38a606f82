#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace sango::devices {

struct WedgeSettings {
    std::chrono::milliseconds gap{35};  ///< a scanner's keys follow each other within this; a person's do not
    std::size_t min_length = 6;         ///< fewer characters are never a scan
    std::size_t max_length = 4'096;     ///< more are never one
};

/// What came out of a key. Both may be empty: keys are held back while they may still become a scan.
struct WedgeOutput {
    std::u32string typed;  ///< a person's characters, to go where they would have gone; Enter is '\n'
    std::optional<std::string> scan;  ///< a whole scan, UTF-8, without its Enter

    bool operator==(const WedgeOutput&) const = default;
};

/// Tells a keyboard-wedge scanner (which types what it reads and then Enter) from a person by the time
/// between keys. A line that begins as a card does ("SNG1:") is a scan whatever its gaps: on a busy machine
/// the keys come spaced out, and no person types a card by hand; what had been let go of by then was in
/// `typed`, and is in the scan too. Pure: time comes in as Clock::steady(), nothing is lost, nothing is
/// reordered. The order within one output is `typed`, then `scan`.
class Wedge {
public:
    explicit Wedge(WedgeSettings settings = {}) : settings_(settings) {}

    [[nodiscard]] WedgeOutput character(char32_t point, std::chrono::milliseconds now);
    [[nodiscard]] WedgeOutput enter(std::chrono::milliseconds now);
    /// To be called when the deadline has passed: lets go of what was held back.
    [[nodiscard]] WedgeOutput tick(std::chrono::milliseconds now);
    /// When tick is next needed; nullopt if nothing is held back.
    [[nodiscard]] std::optional<std::chrono::milliseconds> deadline() const;

private:
    [[nodiscard]] bool too_late(std::chrono::milliseconds now) const;
    [[nodiscard]] std::u32string release();

    WedgeSettings settings_;
    std::u32string held_;
    std::u32string line_;  // since the last Enter, at most max_length
    std::chrono::milliseconds last_{0};
    bool overflow_ = false;  // a burst beyond max_length: typed through until a pause
};

}  // namespace sango::devices
