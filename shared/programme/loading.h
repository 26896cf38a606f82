#pragma once

#include "shared/programme/fields.h"
#include "shared/programme/rules.h"

#include <string>
#include <vector>

namespace sango::programme {

// The parts of reading a programme file, between load.cpp (header, settings, cross checks), load_service.cpp
// (services and limits) and load_conditions.cpp (everything asked of the mother).

/// A setting named by a rule; each must be declared under [[setting]].
struct SettingUse {
    std::string name;
    OpenSetting::By by{};
    OpenSetting::Kind kind{};
    Message counter;
    int line = 0;
    std::string path;
};

struct Loading {
    Complaints& complaints;
    Rules rules;
    std::vector<SettingUse> settings_used;
};

/// The rule's source: three digits (the document) and a section, "002 利用日数 ※1". Required.
[[nodiscard]] std::string read_source(Fields& from, std::string_view key = "source");
/// A whole number, or {setting = "name"} where the source leaves it open. `kind` and `counter`: what it
/// counts.
[[nodiscard]] std::optional<Figure> read_figure(Loading& loading, Fields& from, std::string_view key,
                                                int least, int most, OpenSetting::Kind kind,
                                                const Message& counter);
/// Whole yen, or {setting = "name"}.
[[nodiscard]] std::optional<Price> read_price(Loading& loading, Fields& from, std::string_view key);
/// Whole yen.
[[nodiscard]] std::optional<Yen> read_yen(Fields& from, std::string_view key);
/// The name of a clinic's own setting.
[[nodiscard]] std::string read_clinic_setting(Loading& loading, Fields& from, std::string_view key,
                                              OpenSetting::Kind kind);
[[nodiscard]] std::vector<Service> read_services(Fields& from, std::string_view key);

void read_service(Loading& loading, Fields& from, Service service);
void read_limit(Loading& loading, Fields& from);
void read_conditions(Loading& loading, Fields& root);

inline const Message kMonths{"か月", "months"};

/// Bounds a number must keep to be believed: a slip of a zero is found on load, not at the desk.
inline constexpr std::int64_t kHighestPrice = 1'000'000;  ///< yen
inline constexpr int kHighestLimit = 1000;                ///< days, uses or hours
inline constexpr int kLongestWindow = 36;                 ///< months
inline constexpr int kLongestUnit = 1440;                 ///< minutes

}  // namespace sango::programme
