#pragma once

#include "shared/base/result.h"

#include <string>

namespace sango::screens {

/// A sentence over the content: what failed or what was done.
struct Notice {
    enum class Tone { done, warning, failure };
    Tone tone{};
    std::string code;  ///< "bad_signature", "checked_in", ...
    Message text;
};

}  // namespace sango::screens
