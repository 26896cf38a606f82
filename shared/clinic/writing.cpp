#include "shared/clinic/writing.h"

#include "shared/base/text.h"

#include <algorithm>

namespace sango::clinic {
namespace {

bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

}  // namespace

Result<store::Value> sealed(const Clinic& clinic, std::string_view mother_id, const store::Place& place,
                            std::string_view text) {
    if (text.empty()) return store::Value(store::Null{});
    auto box = clinic.keys.seal(clinic.database, mother_id, place, text);
    if (!box) return box.error();
    return store::value(std::move(*box));
}

Result<std::string> unsealed(const Clinic& clinic, std::string_view mother_id, const store::Place& place,
                             BytesView box) {
    if (box.empty()) return std::string();
    return clinic.keys.unseal(clinic.database, mother_id, place, box);
}

bool is_line(std::string_view text, std::size_t most) {
    return text.size() <= most && std::ranges::none_of(text, is_control) && is_utf8(text);
}

bool is_free_text(std::string_view text, std::size_t most) {
    return text.size() <= most &&
           std::ranges::none_of(text, [](char c) { return is_control(c) && c != '\n' && c != '\t'; }) &&
           is_utf8(text);
}

}  // namespace sango::clinic
