#pragma once

#include "shared/clinic/care_note.h"

namespace sango::clinic {

/// What a note says in a line: "ミルク 80 ml", "体温 37.6 ℃" ..., with its text behind it.
[[nodiscard]] Message note_text(const NewNote& note);

}  // namespace sango::clinic
