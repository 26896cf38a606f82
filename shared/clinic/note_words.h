#pragma once

#include "shared/clinic/care_note.h"

#include <string_view>

namespace sango::clinic {

/// What a note says in a line: "ミルク 80 ml", "体温 37.6 ℃", "痛み 会陰 6/10" ..., with its text behind it.
[[nodiscard]] Message note_text(const NewNote& note);
/// Where it hurts, one of kPainSites; empty for any other word.
[[nodiscard]] Message pain_site(std::string_view word);

}  // namespace sango::clinic
