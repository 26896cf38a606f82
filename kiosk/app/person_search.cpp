#include "kiosk/app/person_search.h"

#include "kiosk/app/check_in_desk.h"
#include "shared/base/text.h"

namespace sango::app {
namespace {

constexpr std::size_t kMostHits = 20;

}  // namespace

screens::PersonHit person_hit(const clinic::Clinic& clinic, const clinic::Mother& mother) {
    screens::PersonHit hit{mother.id, mother.name, mother.kana, mother.user_number, {}, 0};
    if (const auto* programme = programme_today(clinic, mother.programme)) {
        hit.programme = programme->name();
        hit.colour = programme->colour();
    }
    return hit;
}

Result<std::optional<std::vector<screens::PersonHit>>> search_people(const clinic::Clinic& clinic,
                                                                     std::string_view typed) {
    std::optional<std::vector<screens::PersonHit>> hits;
    if (trim(typed).empty()) return hits;
    const auto found = clinic::search_mothers(clinic, typed, kMostHits);
    if (!found.ok()) return found.error();
    hits.emplace();
    for (const clinic::Mother& mother : found.value()) hits->push_back(person_hit(clinic, mother));
    return hits;
}

}  // namespace sango::app
