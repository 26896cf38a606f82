#pragma once

#include "tests/faults/workflows.h"
#include "tests/support/faulty_disk.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace sango::faults {

/// In which way a thing can fail.
enum class Mode {
    killed,         ///< the process is gone; what it wrote is there
    torn,           ///< the power goes within a write: half of it is on the disk
    power_cut,      ///< the power goes: of what was not synced, any part is on the disk
    write_error,    ///< one write fails
    sync_error,     ///< one sync fails
    full,           ///< no write succeeds any more until there is room again
    out_of_memory,  ///< one allocation of the database fails
};
[[nodiscard]] std::string_view word(Mode mode);
[[nodiscard]] std::span<const Mode> all_modes();
/// What the disk does then; out_of_memory: nothing.
[[nodiscard]] test::FaultyDisk::Fault fault_of(Mode mode);

/// What came of one workflow that failed once at each point in one way.
struct Tally {
    int points = 0;
    int corrupt = 0;    ///< the file is not sound, cannot be opened, or its audit chain does not hold
    int lost = 0;       ///< it was said to be done, and is not there
    int half_done = 0;  ///< a part of it is there
    int unsaid = 0;     ///< it failed without a sentence, or could not be done once all was well again
};
/// `seed` decides what a power cut leaves on the disk.
[[nodiscard]] Tally try_everywhere(const Workflow& workflow, Mode mode, std::uint64_t seed);

}  // namespace sango::faults
