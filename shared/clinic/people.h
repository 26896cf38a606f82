#pragma once

#include "shared/clinic/clinic.h"

#include <optional>
#include <string>
#include <vector>

namespace sango::clinic {

/// 母親(利用者): everything known of one user of one programme, newest state.
struct Child {
    std::string id;    ///< stays the same when what is known of the child is corrected
    std::string name;  ///< may be empty: not every baby has one yet
    std::optional<Date> born;
    std::optional<Date> due;
    std::optional<int> weight_g;
};

struct Mother {
    std::string id;
    std::string programme;    ///< "nerima"
    std::string user_number;  ///< as the municipality writes it
    std::string name;
    std::string kana;
    std::string address;
    std::string phone;
    std::string allergies;             ///< empty: none known
    std::string follow_up;             ///< what should be looked after; empty: nothing was written
    std::optional<Date> follow_up_on;  ///< day of her newest check-out, if that asked for follow-up
    programme::Mother facts;
    programme::Decision decision;
    std::vector<Child> children;  ///< empty after a loss
};

/// What is known when she is first met; the same shape from a card, the keyboard, the roster or a CSV line.
struct Registration {
    std::string source = "typed";  ///< typed, card, roster, csv
    std::string programme;
    std::string user_number;
    std::string name, kana, address, phone, allergies;
    std::string follow_up;
    programme::Mother facts;
    programme::Decision decision;
    std::vector<Child> children;  ///< ids are made
};

/// Registers, or, if the number is known in this programme, adds what is new as a new profile (never loses a
/// known name; an empty field tells nothing). A child is the same as a known one if it was born on the same
/// day, or is the birth that was expected. Where nothing is new nothing is written. Returns the mother's id.
/// Errors: unknown_programme, bad_number, bad_text (not UTF-8, control characters, too long), bad_child.
[[nodiscard]] Result<std::string> register_mother(Clinic& clinic, const Registration& registration);

/// Writes into the audit chain that her page was opened. Screens call it once each time a page opens.
[[nodiscard]] Result<Done> record_reading(Clinic& clinic, std::string_view mother_id);

[[nodiscard]] Result<std::optional<Mother>> find_mother(const Clinic& clinic, std::string_view id);
[[nodiscard]] Result<std::optional<Mother>> find_by_number(const Clinic& clinic, std::string_view programme,
                                                           std::string_view user_number);
/// By a piece of name, kana or number, folded; at most `most` hits, best first.
[[nodiscard]] Result<std::vector<Mother>> search_mothers(const Clinic& clinic, std::string_view text,
                                                         std::size_t most);

/// CSV (UTF-8 with or without BOM, or CP932; columns in shared/clinic/mother_csv.h): all or nothing; a broken
/// line is named by number, field and reason (`bad_csv`). Importing the same file again adds nothing.
struct ImportResult {
    int added = 0;
    int known = 0;
};
[[nodiscard]] Result<ImportResult> import_mothers(Clinic& clinic, std::string_view csv);

}  // namespace sango::clinic
