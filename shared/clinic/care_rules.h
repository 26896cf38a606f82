#pragma once

#include "shared/base/result.h"

#include <string>
#include <string_view>

namespace sango::clinic {

/// A range a value is looked at against. Outside of it the value is marked (△) until someone answers.
struct Range {
    int low = 0;
    int high = 0;
    std::string low_setting;  ///< the clinic's setting that overrides `low`
    std::string high_setting;
    std::string source;
};

/// assets/safety/care.toml. Temperatures in tenths of a degree Celsius.
struct CareRules {
    Range child_temperature;
    Range mother_temperature;
    int most_loss_percent = 10;  ///< of the weight at birth
    std::string loss_setting;
    std::string loss_source;
    int feed_every_min = 180;  ///< from the beginning of one feed to the next
    std::string feed_setting;
    std::string feed_source;
};

/// Error `malformed`: file, line and field.
[[nodiscard]] Result<CareRules> read_care_rules(std::string_view toml, std::string_view file_name);

}  // namespace sango::clinic
