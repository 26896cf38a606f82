#pragma once

#include "shared/clinic/people.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sango::clinic {

/// Made-up people for the demo clinic; any likeness is by chance. Days are relative to the demo's today.
struct DemoChild {
    std::string_view name;
    int due_after_birth = 0;  ///< days
    int weight_g = 0;
};

struct DemoMother {
    std::string_view programme;
    std::string_view number;  ///< middle of the user number; the prefix is the programme file's
    std::string_view name, kana, address, phone;
    std::string_view allergies = "";
    std::string_view follow_up = "";
    int months = 0;  ///< age of the children today: full months and days
    int days = 0;
    std::vector<DemoChild> children = {};
    std::optional<int> loss_days_ago = {};
    std::optional<int> moved_out_days_ago = {};
    programme::Household household = programme::Household::taxed;
    bool confirmation_lapsed = false;  ///< of an exemption: confirmed before the latest 1 July
    bool granted = true;               ///< the municipality's decision and request letter are there
    int extra_days = 0;                ///< by her decision, beyond the limit for all
    std::string_view centre = "";      ///< which coordinates her uses
    std::string_view coordinator = "";
    programme::FamilySupport family_support = programme::FamilySupport::partial;
    programme::SupportNeed support_need = programme::SupportNeed::ordinary;
    std::optional<int> copay_per_unit = {};
    std::optional<int> coupons = {};  ///< given to her with her registration
};

[[nodiscard]] const std::vector<DemoMother>& demo_mothers();
/// Her user number, with its check sign; the programme's file must be in `programmes`.
[[nodiscard]] std::optional<std::string> demo_number(const DemoMother& mother,
                                                     const programme::Catalogue& programmes, Date today);
/// What the municipality's roster tells of her on `today`. `later`: also what it learns only shortly before
/// it (that she moved out).
[[nodiscard]] Registration demo_registration(const DemoMother& mother, std::string_view number, Date today,
                                             bool later);
/// The day on which she was interviewed before the birth.
[[nodiscard]] Date demo_interview(const DemoMother& mother, Date today);

}  // namespace sango::clinic
