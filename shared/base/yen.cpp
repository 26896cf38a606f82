#include "shared/base/yen.h"

namespace sango {

std::string grouped(std::int64_t number) {
    std::string digits = std::to_string(number < 0 ? -number : number);
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, 1, ',');
    }
    return number < 0 ? "-" + digits : digits;
}

std::string yen_text_ja(Yen amount) {
    return grouped(amount.amount()) + "円";
}
std::string yen_text_en(Yen amount) {
    return "¥" + grouped(amount.amount());
}

}  // namespace sango
