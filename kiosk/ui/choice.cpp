#include "kiosk/ui/button.h"
#include "kiosk/ui/draw.h"
#include "kiosk/ui/text.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::ui {
namespace {

constexpr float kBox = 30;
constexpr float kBoxRoom = kBox + 10;

}  // namespace

int segmented(Context& ui, std::string_view id, const Rect& at, std::span<const Choice> choices,
              int selected) {
    int pressed = -1;
    const auto places = at.columns(std::max<std::size_t>(choices.size(), 1), 12);
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const Choice& choice = choices[i];
        const bool chosen = static_cast<int>(i) == selected;
        if (button(ui, fmt::format("{}.{}", id, choice.id), places[i], choice.words,
                   {.why_disabled = choice.why_disabled, .selected = chosen}))
            pressed = static_cast<int>(i);
    }
    return pressed;
}

float checkbox_height(Context& ui, std::string_view sentence, float width) {
    return std::max(kTarget, text_height(ui, Type::body, sentence, width - kBoxRoom) + 8);
}

bool checkbox(Context& ui, std::string_view id, const Rect& at, std::string_view sentence, bool& checked,
              std::string_view why_disabled) {
    const Theme& theme = ui.theme();
    const bool greyed = !why_disabled.empty();
    const float height = std::max(at.h, checkbox_height(ui, sentence, at.w));
    const Rect place{at.x, at.y, at.w, height};
    const Press press = ui.press({.id = std::string(id),
                                  .role = Role::checkbox,
                                  .text = std::string(sentence),
                                  .at = place,
                                  .enabled = !greyed,
                                  .why = std::string(why_disabled),
                                  .checked = checked != false});
    const Rect box{place.x + 1, place.center().y - kBox / 2, kBox - 2, kBox - 2};
    const bool ticked = checked != press.pressed;
    const Color edge = greyed ? theme.quiet_ink : ticked ? theme.accent : theme.quiet_ink;
    draw::fill(ui, box, press.held ? theme.well : theme.card, 8);
    draw::outline(ui, box, edge, 8, ticked ? 3 : 2);
    if (ticked)
        draw::icon(ui, Type::body, box.center(), greyed ? theme.quiet_ink : theme.selected.ink, Icon::check);

    const auto lines = break_lines(ui, Type::body, sentence, place.w - kBoxRoom);
    const float step = spec_of(Type::body).line;
    float y = place.center().y - step * static_cast<float>(lines.size()) / 2 + 4;
    for (const std::string& line : lines) {
        draw::words(ui, Type::body, {place.x + kBoxRoom, y}, greyed ? theme.quiet_ink : theme.ink, line);
        y += step;
    }
    if (greyed)
        text(ui, {}, {place.x + kBoxRoom, y - 2, place.w - kBoxRoom, 22}, why_disabled,
             {.type = Type::source, .ink = theme.quiet_ink});
    if (press.focused) draw::focus_ring(ui, place.inset(2), kButtonCorner);
    if (press.pressed) checked = !checked;
    return press.pressed;
}

bool stepper(Context& ui, std::string_view id, const Rect& at, int& value, const StepperLook& look) {
    const int before = value;
    const float side = std::max(kTarget, std::min(at.h, 64.0F));
    Rect middle = at;
    const Rect less = middle.cut_left(side, kSmallGap);
    const Rect more = middle.cut_right(side, kSmallGap);
    const bool least = value <= look.least;
    const bool most = value >= look.most;
    // A press at an end changes nothing; the end itself is said by the figure.
    if (button(ui, fmt::format("{}.less", id), less, "", {.icon = Icon::minus}) && !least)
        value = std::max(look.least, value - look.step);
    if (button(ui, fmt::format("{}.more", id), more, "", {.icon = Icon::plus}) && !most)
        value = std::min(look.most, value + look.step);
    const std::string figure =
        look.unit.empty() ? fmt::format("{}", value) : fmt::format("{} {}", value, look.unit);
    text(ui, id, middle, figure, {.type = Type::name, .align = Align::center, .middle = true});
    return value != before;
}

bool number_pad(Context& ui, std::string_view id, const Rect& at, std::string& digits, std::size_t most,
                bool point) {
    const std::string before = digits;
    const auto add = [&](char sign) {
        if (digits.size() < most) digits += sign;
    };
    const auto rows = at.rows(4, kSmallGap);
    for (std::size_t row = 0; row < 4; ++row) {
        const auto keys = rows[row].columns(3, kSmallGap);
        for (std::size_t column = 0; column < 3; ++column) {
            const Rect& key = keys[column];
            const bool last = row == 3;
            if (last && column == 0) {
                if (point && button(ui, fmt::format("{}.point", id), key, ".") &&
                    digits.find('.') == std::string::npos)
                    add('.');
            } else if (last && column == 2) {
                if (button(ui, fmt::format("{}.erase", id), key, "", {.icon = Icon::erase}) &&
                    !digits.empty())
                    digits.pop_back();
            } else {
                const int digit = last ? 0 : static_cast<int>(row * 3 + column + 1);
                const std::string sign = fmt::format("{}", digit);
                if (button(ui, fmt::format("{}.{}", id, digit), key, sign)) add(sign[0]);
            }
        }
    }
    return digits != before;
}

}  // namespace sango::ui
