#include "kiosk/ui/slots.h"

#include "shared/base/text.h"

#include <algorithm>

namespace sango::ui {

bool is_variation_selector(char32_t point) {
    return (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0100 && point <= 0xE01EF);
}

namespace {

bool is_slot(char32_t point) {
    return point >= Slots::kFirst && point <= Slots::kLast;
}
bool needs_slot(char32_t point) {
    return point > 0xFFFF || is_slot(point);
}

}  // namespace

char32_t Slots::slot_for(std::u32string_view cluster) {
    if (const auto found = slots_.find(cluster); found != slots_.end()) return found->second;
    if (full()) return 0xFFFD;
    const auto slot = static_cast<char16_t>(kFirst + meanings_.size());
    meanings_.emplace_back(cluster);
    slots_.emplace(std::u32string(cluster), slot);
    return slot;
}

std::string Slots::hide(std::string_view text) {
    if (needs_no_slot(text)) return std::string(text);
    const std::u32string points = code_points(text);
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        const bool selected = i + 1 < points.size() && is_variation_selector(points[i + 1]) &&
                              !is_variation_selector(points[i]);
        if (selected) {
            append_utf8(out, slot_for(std::u32string_view(points).substr(i, 2)));
            ++i;
        } else if (needs_slot(points[i]) || is_variation_selector(points[i])) {
            append_utf8(out, slot_for(std::u32string_view(points).substr(i, 1)));
        } else {
            append_utf8(out, points[i]);
        }
    }
    return out;
}

std::string Slots::restore(std::string_view hidden) const {
    if (needs_no_slot(hidden)) return std::string(hidden);
    std::string out;
    for (const char32_t point : code_points(hidden)) {
        const std::u32string_view own = meaning(point);
        if (own.empty())
            append_utf8(out, point);
        else
            for (const char32_t part : own) append_utf8(out, part);
    }
    return out;
}

std::u32string_view Slots::meaning(char32_t slot) const {
    if (!is_slot(slot) || slot - kFirst >= meanings_.size()) return {};
    return meanings_[slot - kFirst];
}

bool needs_no_slot(std::string_view text) {
    // In UTF-8: four-byte characters begin with F0 and more, private use with EE, FE00 to FE0F with EF B8,
    // and whatever is broken holds a byte that the slow way will look at.
    return std::all_of(text.begin(), text.end(),
                       [](char c) {
                           const auto byte = static_cast<unsigned char>(c);
                           return byte < 0xEE;
                       }) &&
           is_utf8(text);
}

}  // namespace sango::ui
