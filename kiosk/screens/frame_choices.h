#pragma once

namespace sango::screens {

/// How bright the screens are: by the clock, or as the hand chose.
enum class Light { automatic, day, night };

}  // namespace sango::screens
