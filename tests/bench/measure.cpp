#include "tests/bench/measure.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include <fmt/format.h>

namespace sango::bench {

double Samples::at(double part) const {
    assert(!samples_.empty());
    std::vector<double> sorted = samples_;
    std::ranges::sort(sorted);
    const auto index = static_cast<std::size_t>(std::ceil(part * static_cast<double>(sorted.size()))) - 1;
    return sorted[std::min(index, sorted.size() - 1)];
}

void print(const RowText& row) {
    fmt::print("{}\t{}\t{}\t{}\t{}\t{}\t{}\n", row.what, row.ours, row.against, row.theirs, row.ratio,
               row.bar, row.n);
}

std::string ms(double milliseconds) {
    if (milliseconds < 10) return fmt::format("{:.2f} ms", milliseconds);
    if (milliseconds < 1'000) return fmt::format("{:.0f} ms", milliseconds);
    return fmt::format("{:.2f} s", milliseconds / 1'000);
}

std::string times(double ratio) {
    return fmt::format("{:.2f}x", ratio);
}

}  // namespace sango::bench
