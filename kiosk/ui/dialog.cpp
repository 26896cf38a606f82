#include "kiosk/ui/dialog.h"

#include "kiosk/ui/card.h"
#include "kiosk/ui/draw.h"
#include "kiosk/ui/text.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::ui {
namespace {

constexpr float kInside = 28;

Rect dialog_place(Context& ui, const DialogWords& words, float height, float width) {
    const float inner = width - 2 * kInside;
    const float whole =
        kInside + text_height(ui, Type::name, words.title, inner) + 12 +
        (words.sentence.empty() ? 0 : text_height(ui, Type::body, words.sentence, inner) + 24) +
        (height > 0 ? height + 24 : 0) + kBigButton + kInside;
    const Rect all = ui.area();
    // Under the bar, where an alarm stands, as long as there is room.
    const float top = whole <= all.h - kBar ? kBar : all.y;
    return {all.center().x - width / 2, std::max(top, all.center().y - whole / 2), width, whole};
}

/// The whole surface, shaded, over the layers below.
void begin_layer_window(Context& ui) {
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    if (ui.layer() > ui.top_layer()) ImGui::SetNextWindowFocus();
    ImGui::Begin(fmt::format("##layer{}", ui.layer()).c_str(), nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground);
    draw::fill(ui, ui.area(), ui.theme().shade);
}

}  // namespace

Rect begin_dialog(Context& ui, std::string_view id, const DialogWords& words, float height, float width) {
    ui.begin_layer();
    begin_layer_window(ui);
    const Theme& theme = ui.theme();
    const Rect place = dialog_place(ui, words, height, width);
    ui.note({.id = std::string(id), .role = Role::dialog, .text = std::string(words.title), .at = place});
    draw::fill(ui, place, theme.card, kCardCorner + 4);
    draw::outline(ui, place, theme.line, kCardCorner + 4, 1);
    Rect inside = place.inset(kInside);
    inside.cut_top(heading(ui, {}, inside, words.title), 12);
    if (!words.sentence.empty())
        inside.cut_top(text(ui, fmt::format("{}.sentence", id), inside, words.sentence), 24);
    ui.memory(fmt::format("{}.buttons", id)) = place.bottom() - kInside - kBigButton;
    return {inside.x, inside.y, inside.w, height};
}

Answer end_dialog(Context& ui, std::string_view id, const DialogWords& words) {
    const float top = ui.memory(fmt::format("{}.buttons", id));
    // The buttons lie where begin_dialog left room for them: as wide as the dialog's own entry.
    const Entry* own = ui.registry().find(id);
    const Rect place{own->at.x / ui.scale(), own->at.y / ui.scale(), own->at.w / ui.scale(),
                     own->at.h / ui.scale()};
    Rect buttons{place.x + kInside, top, place.w - 2 * kInside, kBigButton};
    Answer answer = ui.input().escape && ui.layer() >= ui.top_layer() ? Answer::cancelled : Answer::none;
    const float half = (buttons.w - kGap) / 2;
    if (button(ui, fmt::format("{}.cancel", id), buttons.cut_left(half, kGap), words.cancel))
        answer = Answer::cancelled;
    if (button(ui, fmt::format("{}.confirm", id), buttons, words.confirm,
               {.kind = words.danger ? ButtonKind::danger : ButtonKind::primary,
                .why_disabled = words.why_disabled}))
        answer = Answer::confirmed;
    ImGui::End();
    ui.end_layer();
    return answer;
}

Answer dialog(Context& ui, std::string_view id, const DialogWords& words) {
    (void)begin_dialog(ui, id, words, 0);
    return end_dialog(ui, id, words);
}

void begin_page(Context& ui) {
    ui.begin_above();
    begin_layer_window(ui);
}

void end_page(Context& ui) {
    ImGui::End();
    ui.end_above();
}

void begin_over(Context& ui, std::string_view id, const Rect& at) {
    ui.begin_beside();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    // As a tooltip it lies over every other window and takes the keyboard from none of them.
    ImGui::Begin("##over", nullptr,
                 ImGuiWindowFlags_Tooltip | ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoDecoration |
                     ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                     ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoFocusOnAppearing);
    ui.note({.id = std::string(id), .role = Role::toast, .text = {}, .at = at});
}

void end_over(Context& ui) {
    ImGui::End();
    ui.end_beside();
}

bool toast(Context& ui, std::string_view id, std::string_view sentence, std::string_view action, Tone tone) {
    const Theme& theme = ui.theme();
    const Rect all = ui.area();
    const float action_width =
        action.empty() ? 0 : std::max(96.0F, text_width(ui, Type::strong, action) + 40);
    const float most = all.w - kRail - 4 * kGap;
    const float room = most - 3 * kGap - action_width - 34;
    const float words_width = std::min(room, text_width(ui, Type::body, sentence) + 1);
    const float words_height = text_height(ui, Type::body, sentence, words_width);
    const float width = words_width + action_width + 3 * kGap + 34;
    const float height = std::max(64.0F, words_height + 28);
    const Rect place{kRail + (all.w - kRail - width) / 2, all.bottom() - height - kGap, width, height};
    ui.note({.id = std::string(id), .role = Role::toast, .text = std::string(sentence), .at = place});
    // The one dark thing by day, so that it is seen without shouting.
    const Color ground = theme.night ? theme.well : theme.ink;
    const Color words_ink = theme.night ? theme.ink : theme.card;
    draw::fill(ui, place, ground, kCardCorner);
    if (theme.night) draw::outline(ui, place, theme.line, kCardCorner, 1);
    Rect inside = place.inset(kGap, 8);
    const Icon icon = tone == Tone::bad || tone == Tone::warn ? Icon::alert
                      : tone == Tone::good                    ? Icon::check
                                                              : Icon::info;
    draw::icon(ui, Type::large, inside.cut_left(26, 8).center(), words_ink, icon);
    const Rect right = action.empty() ? Rect{} : inside.cut_right(action_width, kGap);
    float y = inside.center().y - words_height / 2 + 4;
    for (const std::string& line : break_lines(ui, Type::body, sentence, words_width)) {
        draw::words(ui, Type::body, {inside.x, y}, words_ink, line);
        y += spec_of(Type::body).line;
    }
    if (action.empty()) return false;
    const Rect target{right.x, right.center().y - kTarget / 2, right.w, kTarget};
    const Press press = ui.press({.id = fmt::format("{}.action", id),
                                  .role = Role::button,
                                  .text = std::string(action),
                                  .at = target});
    draw::fill(ui, target, draw::mix(ground, words_ink, press.held ? 0.3 : 0.15), kButtonCorner);
    draw::words(ui, Type::strong,
                {target.center().x - text_width(ui, Type::strong, action) / 2, target.center().y - 10},
                words_ink, action);
    if (press.focused) draw::outline(ui, target.inset(-3), theme.accent, kButtonCorner + 3, 3);
    return press.pressed;
}

}  // namespace sango::ui
