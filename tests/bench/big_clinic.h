#pragma once

#include "shared/base/clock.h"
#include "shared/clinic/care_note.h"
#include "shared/clinic/check_in.h"
#include "shared/clinic/clinic.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace sango::bench {

/// A clinic of a given size, made through the use cases: `size` times 20 uses of day care in October 2026
/// with 100 notes each, all checked out; on 2026-11-21 one mother is in the house.
class BigClinic {
public:
    /// Makes it in `data`, or opens the one that was made there before.
    BigClinic(const std::filesystem::path& data, int size);

    [[nodiscard]] clinic::Clinic& clinic() { return *clinic_; }
    [[nodiscard]] int uses() const { return uses_; }
    [[nodiscard]] int notes() const { return uses_ * kNotesAUse; }
    /// The nth note of the one in the house.
    [[nodiscard]] clinic::NewNote note(int nth) const;
    /// A check-in of today that is accepted.
    [[nodiscard]] clinic::CheckInDraft arrival() const;

    static constexpr int kNotesAUse = 100;
    static constexpr std::chrono::year_month kMonth{std::chrono::year(2026), std::chrono::October};

private:
    void make(const std::filesystem::path& data);
    void october();
    void open(const std::filesystem::path& data);

    int uses_;
    HandClock clock_;
    std::optional<clinic::Clinic> clinic_;
    std::vector<std::string> mothers_;
    std::string use_id_;
    std::string child_id_;
};

}  // namespace sango::bench
