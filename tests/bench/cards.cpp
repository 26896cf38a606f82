#include "tests/bench/cards.h"

#include "shared/base/id.h"
#include "shared/card/issue.h"
#include "shared/card/keys.h"

#include <array>
#include <cstring>
#include <stdexcept>

namespace sango::bench {
namespace {

/// Uniform in 0 to 1.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : random_(seeded_random(seed)) {}
    double operator()(double from, double to) {
        std::array<std::uint8_t, 4> bytes{};
        random_(bytes);
        std::uint32_t number = 0;
        std::memcpy(&number, bytes.data(), bytes.size());
        return from + (to - from) * number / 4294967296.0;
    }

private:
    Random random_;
};

}  // namespace

std::string card_text(std::uint64_t seed) {
    const Random random = seeded_random(seed);
    card::Claims claims;
    claims.issuer = "131202";
    claims.user = "N-4821-7";
    claims.issued_at = japan_instant(make_date(2026, 9, 20), std::chrono::hours(9));
    claims.not_before = claims.issued_at;
    claims.expires = claims.issued_at + std::chrono::days(365);
    claims.id.resize(16);
    random(claims.id);
    claims.births = {make_date(2026, 9, 12)};
    claims.due = make_date(2026, 9, 20);
    claims.weights_g = {3'105};
    claims.household = card::Household::taxed;
    claims.household_confirmed_on = make_date(2026, 9, 20);
    claims.interview_on = make_date(2026, 9, 20);
    claims.coupons_left = 12;
    claims.copay_per_unit = Yen(1'500);
    const auto text = card::issue(claims, card::make_private_key(random));
    if (!text.ok()) throw std::logic_error(text.error().message.en);
    return text.value();
}

card::Shot any_shot(std::uint64_t seed) {
    Dice dice(seed);
    card::Shot shot;
    shot.module_pixels = dice(2.0, 8.0);
    shot.turn = dice(0, 360);
    shot.tilt = dice(0, 0.3);
    shot.blur = dice(0, 0.36) * shot.module_pixels;
    shot.noise = dice(0, 14);
    shot.dark = static_cast<int>(dice(15, 70));
    shot.light = static_cast<int>(dice(150, 245));
    shot.shadow = dice(0, 0.6);
    shot.inverted = dice(0, 1) < 0.05;  // a phone in its dark theme
    shot.seed = seed;
    return shot;
}

}  // namespace sango::bench
