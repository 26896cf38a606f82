#pragma once

#include "kiosk/screens/views.h"
#include "kiosk/ui/context.h"

#include <optional>
#include <string_view>
#include <vector>

namespace sango::screens {

/// What a search for a person says while it holds nothing: how to search, and that nobody was found.
struct PersonHitsWords {
    std::string_view how;
    std::string_view none;
};

/// Whom a search found, as a list to choose from, with each municipality's sign and colour; `hits` none:
/// nothing was searched yet. Ids are "<id>s", "<id>.<number>" and, where nobody was found, `none_id`. Which
/// one was chosen.
[[nodiscard]] std::optional<std::size_t> draw_person_hits(ui::Context& ui, const ui::Rect& at,
                                                          std::string_view id, std::string_view none_id,
                                                          const std::optional<std::vector<PersonHit>>& hits,
                                                          const PersonHitsWords& words);

}  // namespace sango::screens
