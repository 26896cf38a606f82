#pragma once

#include "shared/clinic/clinic.h"

#include <optional>
#include <string>
#include <vector>

namespace sango::clinic {

/// 母親(利用者): everything known of one user of one programme, newest state.
struct Child {
    std::string id;
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
    std::string allergies;  ///< empty: none known
    std::string follow_up;  ///< what the last stay asked to look after; empty: nothing
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
    programme::Mother facts;
    programme::Decision decision;
    std::vector<Child> children;  ///< ids are made
};

/// Registers, or, if the number is known in this programme, adds what is new as a new profile (never loses a
/// known name). Returns the mother's id. Errors: unknown_programme, bad_number, ...
[[nodiscard]] Result<std::string> register_mother(Clinic& clinic, const Registration& registration);

[[nodiscard]] Result<std::optional<Mother>> find_mother(const Clinic& clinic, std::string_view id);
[[nodiscard]] Result<std::optional<Mother>> find_by_number(const Clinic& clinic, std::string_view programme,
                                                           std::string_view user_number);
/// By a piece of name, kana or number, folded; at most `most` hits, best first.
[[nodiscard]] Result<std::vector<Mother>> search_mothers(const Clinic& clinic, std::string_view text,
                                                         std::size_t most);

/// CSV (UTF-8 with or without BOM, or CP932): all or nothing; a broken line is named by number and reason.
struct ImportResult {
    int added = 0;
    int known = 0;
};
[[nodiscard]] Result<ImportResult> import_mothers(Clinic& clinic, std::string_view csv);

}  // namespace sango::clinic
