#include "tests/faults/failing_memory.h"
#include "tests/faults/first_start.h"
#include "tests/faults/roles.h"
#include "tests/faults/trial.h"

#include <charconv>
#include <cstdio>
#include <string_view>

namespace {

using namespace sango::faults;

void add(Tally& sum, const Tally& tally) {
    sum.points += tally.points;
    sum.corrupt += tally.corrupt;
    sum.lost += tally.lost;
    sum.half_done += tally.half_done;
    sum.unsaid += tally.unsaid;
}

/// One row of the table; true if nothing was broken, lost or left half done, and no role was wrong.
bool row(std::string_view name, const Tally& sum, int roles) {
    std::printf("%-32.*s %7d %8d %6d %10d %7d %6d\n", static_cast<int>(name.size()), name.data(), sum.points,
                sum.corrupt, sum.lost, sum.half_done, sum.unsaid, roles);
    std::fflush(stdout);
    return sum.points > 0 && sum.corrupt + sum.lost + sum.half_done + sum.unsaid + roles == 0;
}

/// Something that is tried in each way: the sum over all of them.
template <class Try>
Tally in_each_way(std::string_view name, std::uint64_t seed, Try&& try_so) {
    Tally sum;
    for (const Mode mode : all_modes()) {
        const Tally tally = try_so(mode);
        if (tally.corrupt + tally.lost + tally.half_done + tally.unsaid > 0)
            std::printf("      %.*s, %.*s: %d corrupt, %d lost, %d half done, %d unsaid (--seed %llu)\n",
                        static_cast<int>(name.size()), name.data(), static_cast<int>(word(mode).size()),
                        word(mode).data(), tally.corrupt, tally.lost, tally.half_done, tally.unsaid,
                        static_cast<unsigned long long>(seed));
        add(sum, tally);
    }
    return sum;
}

bool tried(const Workflow& workflow, std::uint64_t seed) {
    const Tally sum =
        in_each_way(workflow.name, seed, [&](Mode mode) { return try_everywhere(workflow, mode, seed); });
    return row(workflow.name, sum, wrong_by_role(workflow));
}

}  // namespace

/// The trial itself is tried: what is wrong by construction must be found.
bool finds_what_is_wrong(std::uint64_t seed) {
    for (const Mode mode : {Mode::killed, Mode::full, Mode::out_of_memory}) {
        if (try_everywhere(kTwoTransactions, mode, seed).half_done > 0) continue;
        std::printf("      the trial does not find two transactions half done, %.*s\n",
                    static_cast<int>(word(mode).size()), word(mode).data());
        return false;
    }
    return true;
}

/// sango-faults [--seed N] [NAME]: every workflow, or those with NAME in their name, fails once at every
/// write, sync, truncation and allocation, in every way. Exit status 1 if anything was corrupt, lost, half
/// done or unsaid, or if a role could do what it may not (roles).
int main(int count, char** arguments) {
    std::uint64_t seed = 1;
    std::string_view only;
    for (int i = 1; i < count; ++i) {
        const std::string_view word = arguments[i];
        if (word == "--seed" && i + 1 < count) {
            const std::string_view number = arguments[++i];
            std::from_chars(number.data(), number.data() + number.size(), seed);
        } else {
            only = word;
        }
    }
    install_failing_memory();
    std::printf("%-32s %7s %8s %6s %10s %7s %6s   seed %llu\n", "workflow, failing in 7 ways", "points",
                "corrupt", "lost", "half done", "unsaid", "roles", static_cast<unsigned long long>(seed));
    bool whole = finds_what_is_wrong(seed);
    for (const Workflow& workflow : workflows())
        if (workflow.name.find(only) != std::string_view::npos) whole = tried(workflow, seed) && whole;
    constexpr std::string_view kFirst = "first start";
    if (kFirst.find(only) != std::string_view::npos)
        whole = row(kFirst, in_each_way(kFirst, seed, [&](Mode mode) { return try_first_start(mode, seed); }),
                    0) &&
                whole;
    constexpr std::string_view kHashing = "hash a PIN without memory";
    if (kHashing.find(only) != std::string_view::npos)
        whole = row(kHashing, try_hashing_without_memory(), 0) && whole;
    return whole ? 0 : 1;
}
