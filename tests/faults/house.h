#pragma once

#include "shared/base/clock.h"
#include "shared/clinic/check_in.h"
#include "shared/clinic/clinic.h"
#include "tests/support/temp_folder.h"

#include <map>
#include <optional>
#include <string>

namespace sango::faults {

/// What went wrong with the house itself rather than with what is tried in it: ends the program.
[[noreturn]] void give_up(const Error& error);
template <class T>
T must(Result<T> result) {
    if (!result.ok()) give_up(result.error());
    return std::move(result).value();
}

/// Rows of each table, by its name.
using Counts = std::map<std::string, std::int64_t>;

/// A clinic in use, to which things happen; its database can be closed and opened again as after a power cut.
class House {
public:
    House();

    [[nodiscard]] clinic::Clinic& clinic() { return *clinic_; }
    [[nodiscard]] HandClock& clock() { return clock_; }
    [[nodiscard]] const std::filesystem::path& data() const { return data_; }

    /// A mother nobody has met yet, with a baby, for whom all of a programme's rules accept.
    [[nodiscard]] clinic::Registration stranger();
    [[nodiscard]] std::string registered();            ///< her id
    [[nodiscard]] clinic::CheckInDraft at_the_desk();  ///< with her e-coupon read
    [[nodiscard]] std::string in_the_house();          ///< the use's id

    /// As a process that ends, and the next one that starts. What came of opening it: a fault of the disk
    /// shows here.
    void close();
    [[nodiscard]] Result<Done> open();

    [[nodiscard]] Counts counts() const;
    /// The file is sound and the audit chain holds.
    [[nodiscard]] bool sound() const;

private:
    test::TempFolder folder_{test::memory_folder()};
    std::filesystem::path data_ = folder_.path() / "clinic";
    HandClock clock_{*parse_instant("2026-11-21T14:05:00+09:00")};
    std::optional<clinic::Clinic> clinic_;
    /// What a clinic that is closed needs again; the rules need not be read anew each time.
    struct Kept {
        store::Keyring keys;
        programme::Catalogue programmes;
        card::Trust trust;
        clinic::Actor actor;
        std::shared_ptr<const clinic::Safety> safety;
    };
    std::optional<Kept> kept_;
    std::uint64_t openings_ = 0;
    int strangers_ = 1'000;
};

}  // namespace sango::faults
