#include "shared/clinic/care_note.h"
#include "shared/clinic/check_in.h"

#include <algorithm>
#include <array>

namespace sango::clinic {
namespace {

constexpr std::array<std::string_view, 13> kKinds{
    "milk",        "breast", "nappy",      "temperature", "weight", "bath", "sleep",
    "breast_care", "meal",   "medication", "counselling", "text",   "pain"};
constexpr std::array<std::string_view, 3> kConditions{"well", "tired", "unwell"};

}  // namespace

std::string_view word(NoteKind kind) {
    return kKinds.at(static_cast<std::size_t>(kind));
}

std::optional<NoteKind> note_kind_from(std::string_view word) {
    const auto at = std::ranges::find(kKinds, word);
    if (at == kKinds.end()) return std::nullopt;
    return static_cast<NoteKind>(at - kKinds.begin());
}

std::string_view word(Condition condition) {
    return kConditions.at(static_cast<std::size_t>(condition));
}

}  // namespace sango::clinic
