#pragma once

#include "shared/clinic/care_note.h"
#include "shared/clinic/use.h"

namespace sango::clinic {

/// What write_note checks and writes, for use cases that write a note as a part of something else.

/// The use of a note that may be written; errors as write_note's.
[[nodiscard]] Result<Use> check_note(const Clinic& clinic, const NewNote& note);
/// write_note inside a transaction that is open already.
[[nodiscard]] Result<std::string> record_note(Clinic& clinic, const NewNote& note);

}  // namespace sango::clinic
