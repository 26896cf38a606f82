#pragma once

#include "shared/base/result.h"

#include <cstdint>
#include <memory>

namespace sango::store {

struct FreeLocked {
    void operator()(std::uint8_t* memory) const;
};
/// Memory for keys: never swapped out, guarded by unreadable pages, zeroed when freed.
using Locked = std::unique_ptr<std::uint8_t, FreeLocked>;
/// So many bytes; null where there is no memory that can be locked.
[[nodiscard]] Locked lock_bytes(std::size_t size);
/// What to say then.
[[nodiscard]] Error out_of_memory();

}  // namespace sango::store
