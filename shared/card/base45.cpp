#include "shared/card/base45.h"

#include <array>

namespace sango::card {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
static_assert(kAlphabet.size() == 45);

constexpr std::uint32_t kForeign = 45;

constexpr std::array<std::uint8_t, 256> values() {
    std::array<std::uint8_t, 256> table{};
    table.fill(kForeign);
    for (std::size_t i = 0; i < kAlphabet.size(); ++i) {
        table[static_cast<std::uint8_t>(kAlphabet[i])] = static_cast<std::uint8_t>(i);
    }
    return table;
}
constexpr auto kValues = values();

std::uint32_t value(char sign) {
    return kValues[static_cast<std::uint8_t>(sign)];
}

}  // namespace

std::string base45(BytesView bytes) {
    std::string text;
    text.reserve(bytes.size() / 2 * 3 + 2);
    for (std::size_t i = 0; i < bytes.size(); i += 2) {
        const bool pair = i + 1 < bytes.size();
        std::uint32_t n = bytes[i];
        if (pair) {
            n = n * 256 + bytes[i + 1];
        }
        text += kAlphabet[n % 45];
        text += kAlphabet[n / 45 % 45];
        if (pair) {
            text += kAlphabet[n / 2025];
        }
    }
    return text;
}

std::optional<Bytes> from_base45(std::string_view text) {
    if (text.size() % 3 == 1) {
        return std::nullopt;
    }
    Bytes bytes;
    bytes.reserve(text.size() / 3 * 2 + 1);
    for (std::size_t i = 0; i < text.size(); i += 3) {
        const bool triple = i + 2 < text.size();
        const std::uint32_t low = value(text[i]);
        const std::uint32_t middle = value(text[i + 1]);
        const std::uint32_t high = triple ? value(text[i + 2]) : 0;
        if (low == kForeign || middle == kForeign || high == kForeign) {
            return std::nullopt;
        }
        const std::uint32_t n = low + middle * 45 + high * 2025;
        if (n > (triple ? 0xFFFFU : 0xFFU)) {
            return std::nullopt;
        }
        if (triple) {
            bytes.push_back(static_cast<std::uint8_t>(n >> 8));
        }
        bytes.push_back(static_cast<std::uint8_t>(n & 0xFF));
    }
    return bytes;
}

}  // namespace sango::card
