#include "kiosk/cli/at_hand.h"

#include <algorithm>

namespace sango::cli {

int fail_with(const Error& error) {
    if (error.code == "busy") return fail(error, kBusy);
    const bool malformed = error.code == "unknown_programme" || error.code.starts_with("bad_");
    return fail(error, malformed ? kMalformed : kRefused);
}

namespace {

/// Whoever may read the clinic's key decides as its manager does.
void act_as_manager(clinic::Clinic& clinic) {
    const auto people = clinic::staff(clinic);
    if (!people.ok()) return;
    const auto manager = std::ranges::find(*people, clinic::Role::manager, &clinic::Staff::role);
    if (manager != people->end()) clinic.actor = {manager->id, manager->name, manager->role};
}

}  // namespace

std::optional<AtHand> open_clinic(Options& options, const std::string& at) {
    if (options.data.empty()) {
        options.exit_code = fail(error("no_data", "--data で施設のデータのフォルダーを指定してください。",
                                       "Name the clinic's data folder with --data."),
                                 kMalformed);
        return std::nullopt;
    }
    AtHand hand;
    if (at.empty()) {
        hand.clock = std::make_unique<SystemClock>();
    } else if (const auto moment = parse_instant(at)) {
        auto clock = std::make_unique<HandClock>(*moment);
        hand.hand = clock.get();
        hand.clock = std::move(clock);
    } else {
        options.exit_code =
            fail(error("malformed", "--at は 2026-12-08T10:00:00+09:00 の形で入れてください。",
                       "--at must be a moment like 2026-12-08T10:00:00+09:00."),
                 kMalformed);
        return std::nullopt;
    }
    auto opened = clinic::open({options.data, options.assets}, *hand.clock, system_random());
    if (!opened) {
        options.exit_code = fail(opened.error(), opened.error().code == "busy" ? kBusy : kRefused);
        return std::nullopt;
    }
    act_as_manager(*opened);
    hand.opened.emplace(std::move(*opened));
    return hand;
}

}  // namespace sango::cli
