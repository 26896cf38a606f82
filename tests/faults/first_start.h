#pragma once

#include "tests/faults/trial.h"

namespace sango::faults {

/// はじめての設定: a clinic is founded on an empty machine, and fails once at each point in one way; then the
/// next start finds a whole clinic, or none and founds it. Each point of the founding, and some of the making
/// of the database before it, whose migrations are a transaction each (tests/store tries all of them).
[[nodiscard]] Tally try_first_start(Mode mode, std::uint64_t seed);
/// A PIN is set and a person signs in while there is no memory to hash it with: both say so and change
/// nothing.
[[nodiscard]] Tally try_hashing_without_memory();

}  // namespace sango::faults
