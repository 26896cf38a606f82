#include "shared/clinic/demo_story.h"
#include "shared/clinic/watch.h"

#include <algorithm>
#include <array>

namespace sango::clinic {
namespace {

using std::chrono::minutes;

/// Which child of whom, and how long before the story's end it was last seen.
struct Sleeper {
    std::string_view mother;
    std::size_t child = 0;
    int seen_minutes_ago = 1;
};
constexpr std::array<Sleeper, 4> kSleepers{
    {{"中村 結衣", 0, 2}, {"𠮷野 葵", 0, 3}, {"𠮷野 葵", 1, 3}, {"井上 澪", 0, 1}}};
constexpr minutes kKeptFor{90};
constexpr int kLookEvery = 4;

/// The demo's own use of this mother and the id of her child; nothing where she is not in the house.
Result<std::pair<std::string, std::string>> sleeper(const Clinic& clinic, const Sleeper& who) {
    const auto pairs = in_house(clinic);
    if (!pairs) return pairs.error();
    const auto pair =
        std::ranges::find_if(*pairs, [&](const InHouse& one) { return one.mother.name == who.mother; });
    if (pair == pairs->end() || pair->mother.children.size() <= who.child)
        return std::pair<std::string, std::string>();
    return std::pair(pair->use_id, pair->mother.children[who.child].id);
}

}  // namespace

void tell_night(DemoStory& story) {
    const auto hour = std::chrono::duration_cast<std::chrono::hours>(japan_time_of_day(story.end())).count();
    if (hour >= 6 && hour < 21) return;
    const Instant begins = story.end() - kKeptFor;
    story.at(begins - minutes(1), [&story]() -> Result<Done> {
        const auto people = staff(story.clinic());
        if (!people) return people.error();
        const auto night = std::ranges::find(*people, Role::night, &Staff::role);
        return night == people->end() ? Result<Done>(Done{}) : take_watch(story.clinic(), night->id);
    });
    for (const Sleeper& who : kSleepers) {
        story.at(begins, [&story, who]() -> Result<Done> {
            const auto ids = sleeper(story.clinic(), who);
            if (!ids) return ids.error();
            if (ids->first.empty()) return Done{};
            const auto look = take_into_keeping(story.clinic(), ids->first, ids->second, {.laid_down = true});
            return look ? Result<Done>(Done{}) : Result<Done>(look.error());
        });
        for (Instant at = story.end() - minutes(who.seen_minutes_ago); at > begins; at -= minutes(kLookEvery))
            story.at(at, [&story, who]() -> Result<Done> {
                const auto ids = sleeper(story.clinic(), who);
                if (!ids) return ids.error();
                if (ids->first.empty()) return Done{};
                const auto look = record_look(story.clinic(), ids->second, {});
                return look ? Result<Done>(Done{}) : Result<Done>(look.error());
            });
    }
}

}  // namespace sango::clinic
