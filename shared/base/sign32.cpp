#include "shared/base/sign32.h"

#include <string_view>

namespace sango {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

}  // namespace

char sign_of(unsigned value) {
    return kAlphabet[value % kAlphabet.size()];
}

std::optional<unsigned> value_of_sign(char typed) {
    if (typed >= 'a' && typed <= 'z') typed = static_cast<char>(typed - 'a' + 'A');
    if (typed == 'I' || typed == 'L') typed = '1';
    if (typed == 'O') typed = '0';
    if (typed == 'U') typed = 'V';
    const auto at = kAlphabet.find(typed);
    if (at == std::string_view::npos) return std::nullopt;
    return static_cast<unsigned>(at);
}

}  // namespace sango
