#include "shared/base/yen.h"

namespace sango {
namespace {

std::string grouped(std::int64_t amount) {
    std::string digits = std::to_string(amount < 0 ? -amount : amount);
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, 1, ',');
    }
    return amount < 0 ? "-" + digits : digits;
}

}  // namespace

std::string yen_text_ja(Yen amount) {
    return grouped(amount.amount()) + "円";
}
std::string yen_text_en(Yen amount) {
    return "¥" + grouped(amount.amount());
}

}  // namespace sango
