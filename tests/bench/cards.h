#pragma once

#include "shared/card/barcode.h"
#include "tests/card/photograph.h"

#include <cstdint>

namespace sango::bench {

/// The code of a user card as a municipality issues it, another for each seed.
[[nodiscard]] std::string card_text(std::uint64_t seed);

/// One of the ways in which a card is held up to a terminal's camera, from easy to hopeless: distance, angle,
/// tilt, blur, noise, thin print, shadow. The same for the same seed on every machine.
[[nodiscard]] card::Shot any_shot(std::uint64_t seed);

}  // namespace sango::bench
