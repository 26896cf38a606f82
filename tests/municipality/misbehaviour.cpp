#include "tests/municipality/misbehaviour.h"

#include <array>
#include <utility>

namespace sango::municipality {

std::optional<Misbehaviour> misbehaviour_from(std::string_view word) {
    constexpr std::array<std::pair<std::string_view, Misbehaviour>, 8> kWords{{
        {"refuse", Misbehaviour::refuse},
        {"reset", Misbehaviour::reset},
        {"slow", Misbehaviour::slow},
        {"5xx", Misbehaviour::server_error},
        {"doubled", Misbehaviour::doubled},
        {"redirect", Misbehaviour::redirect},
        {"forged", Misbehaviour::forged},
        {"truncated", Misbehaviour::truncated},
    }};
    for (const auto& [name, misbehaviour] : kWords)
        if (name == word) return misbehaviour;
    return std::nullopt;
}

void Mood::set(Misbehaviour misbehaviour, int times, int status) {
    const std::lock_guard held(lock_);
    turn_ = {misbehaviour, status};
    times_ = times;
}

Turn Mood::next() {
    const std::lock_guard held(lock_);
    if (times_ == 0) return {};
    if (times_ > 0) --times_;
    return turn_;
}

}  // namespace sango::municipality
