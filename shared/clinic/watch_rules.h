#pragma once

#include "shared/base/date.h"
#include "shared/base/result.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sango::clinic {

// 見守り: when a sleeping baby in the staff's keeping is due for a look. Values in, values out; moments are
// milliseconds of one steady scale (Clock::steady()), which may be negative for what lies before the
// machine's start.

/// How often, and who may change it within which bounds.
struct WatchInterval {
    int under_months = 12;  ///< for babies younger than this
    std::chrono::seconds every{300};
    std::chrono::seconds least{60};
    std::chrono::seconds most{600};
    std::string setting;  ///< the clinic's setting that overrides `every`
    std::string source;
};

/// assets/safety/watch.toml.
struct WatchRules {
    std::vector<WatchInterval> intervals;  ///< rising by age; the last holds for everyone older too
    WatchInterval closer;                  ///< after a feed or laying down; under_months has no meaning
    std::chrono::minutes closer_for{15};
    std::string closer_for_source;
    std::chrono::seconds prone_again{30};
    std::string prone_source;
    std::chrono::seconds sound_after{20};
    std::chrono::seconds louder_after{60};
    int staff_needed = 2;
    std::string staff_source;
};

/// Error `malformed`: file, line and field.
[[nodiscard]] Result<WatchRules> read_watch_rules(std::string_view toml, std::string_view file_name);
[[nodiscard]] Result<WatchRules> load_watch_rules(const std::filesystem::path& file);

/// The clinic's interval for a baby of this age: what is set, held within the rule's bounds, else the rule's
/// own.
[[nodiscard]] std::chrono::seconds interval_for(const WatchInterval& rule,
                                                std::optional<std::chrono::seconds> set);
[[nodiscard]] const WatchInterval& interval_of_age(const WatchRules& rules, std::optional<Age> age);

/// 体位. A baby is laid on the back (仰向け); held: in someone's arms.
enum class Posture { back, side, prone, held };
[[nodiscard]] std::string_view word(Posture posture);
[[nodiscard]] std::optional<Posture> posture_from(std::string_view word);

/// What is known of one baby's watching.
struct Watching {
    std::chrono::milliseconds looked_at{};               ///< the last look
    std::optional<std::chrono::milliseconds> tended_at;  ///< last laid down, or the last feed's end
    std::chrono::seconds every{300};                     ///< this baby's interval
    std::chrono::seconds closer_every{180};              ///< after being tended; never longer than `every`
    Posture posture = Posture::back;
    bool unwell = false;  ///< colour or breathing was not as it should be
};

/// When the next look is due. Closer watch counts from the look or from the tending, whichever came later,
/// and never puts a look off beyond the baby's own interval. A baby seen prone or unwell is due again after
/// `prone_again`.
[[nodiscard]] std::chrono::milliseconds look_due(const WatchRules& rules, const Watching& baby);
/// Until when closer watch holds; none where the baby was not tended, or it is over at `now`.
[[nodiscard]] std::optional<std::chrono::milliseconds> closer_until(const WatchRules& rules,
                                                                    const Watching& baby,
                                                                    std::chrono::milliseconds now);

/// How loudly a baby asks for a look: first the tile, then sound, then louder. Only a look ends it.
enum class Alarm { none, shown, sound, loud };
[[nodiscard]] Alarm alarm_at(const WatchRules& rules, std::chrono::milliseconds due,
                             std::chrono::milliseconds now);
/// The next moment at which alarm_at changes by itself; none once it is loud.
[[nodiscard]] std::optional<std::chrono::milliseconds> next_change(const WatchRules& rules,
                                                                   std::chrono::milliseconds due,
                                                                   std::chrono::milliseconds now);

}  // namespace sango::clinic
