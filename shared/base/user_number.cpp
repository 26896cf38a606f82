#include "shared/base/user_number.h"

#include "shared/base/sign32.h"
#include "shared/base/text.h"

namespace sango {
namespace {

constexpr std::size_t kLongest = 12;

/// Multiplication by x in GF(32), x^5 = x^2 + 1.
unsigned times_x(unsigned value) {
    value <<= 1;
    return (value & 32U) != 0 ? value ^ 0b100101U : value;
}

}  // namespace

std::optional<char> check_sign(std::string_view without_check) {
    unsigned sum = 0;
    for (const char sign : without_check) {
        if (sign == '-') continue;
        const auto value = value_of_sign(sign);
        if (!value) return std::nullopt;
        sum = times_x(sum) ^ *value;
    }
    return sign_of(times_x(sum));
}

std::optional<std::string> parse_user_number(std::string_view typed) {
    std::string signs;
    for (const char c : narrow(typed)) {
        if (c == '-' || c == ' ') continue;
        const auto value = value_of_sign(c);
        if (!value || signs.size() == kLongest) return std::nullopt;
        signs += sign_of(*value);
    }
    if (signs.size() < 3) return std::nullopt;
    if (signs.front() >= '0' && signs.front() <= '9') return std::nullopt;
    const std::string_view body(signs.data(), signs.size() - 1);
    if (check_sign(body) != signs.back()) return std::nullopt;
    return signs.substr(0, 1) + "-" + signs.substr(1, signs.size() - 2) + "-" + signs.back();
}

std::optional<std::string> make_user_number(char prefix, std::string_view middle) {
    const auto check = check_sign(std::string(1, prefix) + std::string(middle));
    if (!check) return std::nullopt;
    return parse_user_number(std::string(1, prefix) + std::string(middle) + *check);
}

}  // namespace sango
