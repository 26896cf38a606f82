#include "shared/programme/verdict.h"

#include <array>

namespace sango::programme {
namespace {

constexpr std::array<std::string_view, kServiceCount> kServices{"short_stay", "day_care", "outreach",
                                                                "sibling_short_stay", "sibling_day_care"};
constexpr std::array<std::string_view, 3> kOutcomes{"accept", "ask", "refuse"};
constexpr std::array<std::string_view, 3> kHouseholds{"taxed", "tax_exempt", "welfare"};
constexpr std::array<std::string_view, 3> kFamilySupport{"none", "partial", "enough"};
constexpr std::array<std::string_view, 2> kSupportNeeds{"ordinary", "high"};
constexpr std::array<std::string_view, 2> kCardKinds{"card", "coupon"};

template <class Enum, std::size_t N>
std::optional<Enum> find(const std::array<std::string_view, N>& words, std::string_view word) {
    for (std::size_t i = 0; i < N; ++i)
        if (words[i] == word) return static_cast<Enum>(i);
    return std::nullopt;
}

}  // namespace

std::string_view word(Service service) {
    return kServices[static_cast<std::size_t>(service)];
}
std::string_view word(Outcome outcome) {
    return kOutcomes[static_cast<std::size_t>(outcome)];
}
std::string_view word(Household household) {
    return kHouseholds[static_cast<std::size_t>(household)];
}
std::string_view word(FamilySupport support) {
    return kFamilySupport[static_cast<std::size_t>(support)];
}
std::string_view word(SupportNeed need) {
    return kSupportNeeds[static_cast<std::size_t>(need)];
}
std::string_view word(CardKind kind) {
    return kCardKinds[static_cast<std::size_t>(kind)];
}
std::optional<Service> service_from(std::string_view word) {
    return find<Service>(kServices, word);
}
std::optional<Household> household_from(std::string_view word) {
    return find<Household>(kHouseholds, word);
}
std::optional<FamilySupport> family_support_from(std::string_view word) {
    return find<FamilySupport>(kFamilySupport, word);
}
std::optional<SupportNeed> support_need_from(std::string_view word) {
    return find<SupportNeed>(kSupportNeeds, word);
}
std::optional<CardKind> card_kind_from(std::string_view word) {
    return find<CardKind>(kCardKinds, word);
}

}  // namespace sango::programme
