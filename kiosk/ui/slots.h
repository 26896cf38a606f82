#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sango::ui {

/// A mark behind a character that chooses its form: VS1 to VS16, and the ideographic ones.
[[nodiscard]] bool is_variation_selector(char32_t point);

/// What ImGui (16-bit characters) cannot hold stands in a private-use slot while it is drawn or edited,
/// one to one and for the life of the program: characters above U+FFFF (𠮷), a character with its
/// variation selector (葛󠄀), and private-use characters a name itself may bring along.
///
///     restore(hide(text)) == text        for every valid UTF-8 text without NUL
class Slots {
public:
    static constexpr char16_t kFirst = 0xE000;
    static constexpr char16_t kLast = 0xEFFF;  // icons begin at U+F001

    /// The text with slots. Bytes that are not UTF-8 become U+FFFD (see is_utf8 to refuse before).
    [[nodiscard]] std::string hide(std::string_view text);
    /// The text with its own characters again.
    [[nodiscard]] std::string restore(std::string_view hidden) const;
    /// What the slot stands for: one character, or a character and a selector; empty if it is no slot.
    [[nodiscard]] std::u32string_view meaning(char32_t slot) const;
    /// True once all 4,096 slots are taken: what then still needs one is drawn as U+FFFD by hide(), and
    /// a field with it must not be edited.
    [[nodiscard]] bool full() const { return meanings_.size() > kLast - kFirst; }

private:
    char32_t slot_for(std::u32string_view cluster);

    std::vector<std::u32string> meanings_;
    std::map<std::u32string, char16_t, std::less<>> slots_;
};

/// True if the text can be shown as it is.
[[nodiscard]] bool needs_no_slot(std::string_view text);

}  // namespace sango::ui
