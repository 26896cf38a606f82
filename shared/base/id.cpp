#include "shared/base/id.h"

#include "shared/base/bytes.h"

#include <array>
#include <cstdlib>
#include <memory>
#include <random>

#include <sys/random.h>

namespace sango {

Random system_random() {
    return [](std::span<std::uint8_t> out) {
        std::size_t filled = 0;
        while (filled < out.size()) {
            const ssize_t got = getrandom(out.data() + filled, out.size() - filled, 0);
            if (got <= 0) std::abort();  // no randomness: nothing that follows could be trusted
            filled += static_cast<std::size_t>(got);
        }
    };
}

Random seeded_random(std::uint64_t seed) {
    auto engine = std::make_shared<std::mt19937_64>(seed);
    return [engine](std::span<std::uint8_t> out) {
        for (auto& byte : out) byte = static_cast<std::uint8_t>((*engine)() & 0xFFU);
    };
}

IdSource::IdSource(const Clock& clock, Random random) : clock_(clock), random_(std::move(random)) {}

std::string IdSource::next() {
    const auto now_ms = static_cast<std::uint64_t>(clock_.now().time_since_epoch().count()) * 1000U;
    std::array<std::uint8_t, 16> id{};
    random_(id);
    if (now_ms > last_ms_) {
        last_ms_ = now_ms;
        counter_ = 0;
    } else if (++counter_ > 0x3FFFFU) {
        ++last_ms_;
        counter_ = 0;
    }
    for (std::size_t i = 0; i < 6; ++i) id[i] = static_cast<std::uint8_t>(last_ms_ >> (40 - 8 * i));
    // RFC 9562, 6.2 method 1: an 18-bit counter in rand_a and the head of rand_b keeps the order.
    id[6] = static_cast<std::uint8_t>(0x70U | ((counter_ >> 14) & 0x0FU));
    id[7] = static_cast<std::uint8_t>((counter_ >> 6) & 0xFFU);
    id[8] = static_cast<std::uint8_t>(0x80U | (counter_ & 0x3FU));
    std::string text = hex(id);
    for (const std::size_t at : {8U, 13U, 18U, 23U}) text.insert(at, 1, '-');
    return text;
}

void IdSource::continue_after(std::string_view id) {
    if (!is_uuid(id)) return;
    std::string digits(id.substr(0, 8));
    digits += id.substr(9, 4);
    const std::uint64_t ms = std::strtoull(digits.c_str(), nullptr, 16);
    if (ms < last_ms_) return;
    last_ms_ = ms;
    counter_ = 0x3FFFFU;  // the next id takes the next millisecond
}

bool is_uuid(std::string_view text) {
    if (text.size() != 36) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        const char c = text[i];
        if (dash ? c != '-' : !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) return false;
    }
    return true;
}

}  // namespace sango
