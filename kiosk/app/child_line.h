#pragma once

#include "kiosk/screens/views.h"
#include "shared/clinic/people.h"

#include <string>

namespace sango::app {

/// A baby's name, or 赤ちゃん for one who has none yet.
[[nodiscard]] Message baby_name(const clinic::Child& child);

/// "生後2か月9日(修正2か月0日)": the corrected age stands beside the age of a child born more than 21 days
/// before the due date or under 2,500 g, while it differs.
[[nodiscard]] screens::ChildLine child_line(const clinic::Child& child, Date today);

/// Her room; "—" while she has none.
[[nodiscard]] inline std::string shown_place(const std::string& place) {
    return place.empty() ? "—" : place;
}

/// "卵アレルギー" from what was written ("卵"), without saying アレルギー twice.
[[nodiscard]] Message allergy_text(const clinic::Mother& mother);

}  // namespace sango::app
