#pragma once

#include "shared/base/clock.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace sango {

/// Fills the span with random bytes. The real one reads getrandom(2); tests bring a seeded one.
using Random = std::function<void(std::span<std::uint8_t>)>;
[[nodiscard]] Random system_random();
/// Repeatable, for tests and the demo clinic. Never for keys.
[[nodiscard]] Random seeded_random(std::uint64_t seed);

/// Makes UUIDv7 (RFC 9562) in lower-case text, 36 characters. Within one source ids are strictly
/// increasing, also when the clock stands still or turns back, so that order of making is order of text.
class IdSource {
public:
    IdSource(const Clock& clock, Random random);
    [[nodiscard]] std::string next();
    /// Ids from now on come after `id` (the newest one of an earlier run), also if the clock has turned back.
    void continue_after(std::string_view id);

private:
    const Clock& clock_;
    Random random_;
    std::uint64_t last_ms_ = 0;
    std::uint32_t counter_ = 0;
};

[[nodiscard]] bool is_uuid(std::string_view text);

}  // namespace sango
