#pragma once

namespace sango::faults {

/// Memory that runs out when told: SQLite's allocator from before its first use on. One a program.
void install_failing_memory();
/// The `nth` allocation from now (the first is 1) fails, once; 0: none.
void fail_allocation(int nth);
[[nodiscard]] bool allocation_failed();

}  // namespace sango::faults
