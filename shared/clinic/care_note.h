#pragma once

#include "shared/clinic/clinic.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sango::clinic {

/// ケア記録. What `amount` means: milk ml, breast minutes, temperature tenths of a degree Celsius, weight
/// grams, sleep minutes, pain 0 (none) to 10 (the worst) as the mother says herself (NRS); none for the
/// others. `detail`: breast "left"/"right"/"both"; nappy "urine"/"stool"/"both"; pain one of kPainSites; meal
/// and others free of codes: "".
enum class NoteKind {
    milk,
    breast,
    nappy,
    temperature,
    weight,
    bath,
    sleep,
    breast_care,
    meal,
    medication,
    counselling,
    text,
    pain  ///< 痛み, the mother's
};
inline constexpr std::array<std::string_view, 8> kPainSites{"belly",  "wound", "perineum", "breast",
                                                            "nipple", "back",  "head",     "other"};
[[nodiscard]] std::string_view word(NoteKind kind);
[[nodiscard]] std::optional<NoteKind> note_kind_from(std::string_view word);

struct NewNote {
    std::string use_id;
    std::string child_id;  ///< empty: the mother's own
    NoteKind kind{};
    std::string detail;
    std::optional<int> amount;
    std::string text;     ///< sealed at rest
    Instant observed_at;  ///< not after now, not before the check-in day
};

struct Note {
    std::string id;
    NewNote what;
    Instant recorded_at;
    std::string recorded_by;  ///< name of the member of staff
    bool corrected = false;   ///< this row replaced another
};

/// Plausible amounts: milk 1..400 ml, breast 1..120 min, temperature 300..430, weight 300..20,000 g,
/// sleep 1..1,440 min (from observed_at on), pain 0..10; breast may lack its minutes, the others of these
/// not. Notes can be written after she has left, for a time at which she was in. Errors: not_found (no such
/// use, or undone), bad_amount, bad_detail, bad_time, empty_text, bad_text, wrong_child. Returns the note's
/// id.
[[nodiscard]] Result<std::string> write_note(Clinic& clinic, const NewNote& note);
/// A new row that names the one it replaces, and why. Errors as above, and no_reason, superseded (already
/// replaced).
[[nodiscard]] Result<std::string> correct_note(Clinic& clinic, std::string_view note_id,
                                               const NewNote& instead, std::string_view reason);
[[nodiscard]] Result<Done> retract_note(Clinic& clinic, std::string_view note_id, std::string_view reason);

/// What counts now: replaced and retracted rows are gone from it. By time of observation, oldest first.
[[nodiscard]] Result<std::vector<Note>> notes_of_use(const Clinic& clinic, std::string_view use_id);
/// The weights of a child over all stays, oldest first.
struct WeightPoint {
    Instant at;
    int grams = 0;
};
[[nodiscard]] Result<std::vector<WeightPoint>> weights_of_child(const Clinic& clinic,
                                                                std::string_view child_id);

}  // namespace sango::clinic
