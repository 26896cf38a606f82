#pragma once

#include <array>
#include <cstddef>

namespace sango::ui {

/// The sizes of text there are, in design pixels (design level: body never below 20, a person's name
/// never below 26). All BIZ UDGothic.
enum class Type {
    source,   ///< 16, where a rule comes from, axis figures; never the only place a fact stands
    small,    ///< 18, chips, rail words, table heads
    body,     ///< 20
    strong,   ///< 20 bold
    large,    ///< 24, numbers on choices, words of buttons
    name,     ///< 26 bold, a person's name, the answer
    baby,     ///< 36, a baby's name on the night board
    money,    ///< 40 bold, money, weight
    minutes,  ///< 112 bold, minutes since the last look; digits only
    icon,     ///< 30, for icons in tiles and the rail
    memo,     ///< 20 on lines of 30, for fields of several lines (ImGui's lines are as high as its font)
};
inline constexpr std::size_t kTypes = 11;

struct TypeSpec {
    float size;  ///< em height, design pixels
    bool bold;
    float line;  ///< from one baseline to the next, design pixels
};
inline constexpr std::array<TypeSpec, kTypes> kTypeSpecs{{{16, false, 22},
                                                          {18, false, 24},
                                                          {20, false, 28},
                                                          {20, true, 28},
                                                          {24, false, 32},
                                                          {26, true, 36},
                                                          {36, false, 48},
                                                          {40, true, 48},
                                                          {112, true, 116},
                                                          {30, false, 36},
                                                          {20, false, 30}}};
[[nodiscard]] constexpr const TypeSpec& spec_of(Type type) {
    return kTypeSpecs[static_cast<std::size_t>(type)];
}

}  // namespace sango::ui
