#include "kiosk/ui/text_field.h"

#include "kiosk/ui/draw.h"
#include "kiosk/ui/imgui_compat.h"
#include "kiosk/ui/text.h"
#include "shared/base/text.h"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>
#include <imgui_internal.h>

namespace sango::ui {
namespace {

constexpr float kSide = 16;  // from the edge of the box to the text

std::string without_nul(std::string_view text) {
    std::string out(text);
    out.erase(std::remove(out.begin(), out.end(), '\0'), out.end());
    return out;
}

/// What ImGui's own filter would let through.
std::string without_controls(std::string_view typed, bool lines) {
    std::string out(typed);
    std::erase_if(out, [&](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte == 0x7F || (byte < 0x20 && !(lines && c == '\n'));
    });
    return out;
}

/// What an edit has at hand while ImGui calls back.
struct Editing {
    std::string* buffer;
    std::string insert;  ///< typed, with slots: ImGui would drop those from its queue
};

int on_edit(ImGuiInputTextCallbackData* data) {
    auto& editing = *static_cast<Editing*>(data->UserData);
    if (data->EventFlag == ImGuiInputTextFlags_CallbackResize) {
        editing.buffer->resize(static_cast<std::size_t>(data->BufTextLen));
        data->Buf = editing.buffer->data();
    } else if (data->EventFlag == ImGuiInputTextFlags_CallbackAlways && !editing.insert.empty()) {
        if (data->HasSelection()) {
            const int from = std::min(data->SelectionStart, data->SelectionEnd);
            data->DeleteChars(from, std::abs(data->SelectionEnd - data->SelectionStart));
            data->CursorPos = from;
        }
        data->InsertChars(data->CursorPos, editing.insert.c_str());
        data->ClearSelection();
        editing.insert.clear();
    }
    return 0;
}

/// ImGui's own editing of `buffer`, drawn without a frame. True if ImGui says that it was edited.
bool edit(Context& ui, const std::string& label, const Rect& at, std::string& buffer, const FieldLook& look) {
    const Theme& theme = ui.theme();
    Fonts& fonts = ui.fonts();
    // What was typed for this frame is drawn in this frame.
    std::string typed;
    for (const char16_t character : compat::waiting_characters()) append_utf8(typed, character);
    const std::string expected = buffer + typed + "*";
    ImFont* font = fonts.font(look.lines ? Type::memo : look.type, expected);

    const draw::Box box = draw::box(ui, at);
    const ImVec2 size{box.to.x - box.from.x, box.to.y - box.from.y};
    const auto color = [](Color c) { return ImGui::ColorConvertU32ToFloat4(draw::ink(c)); };
    const ImVec4 none{0, 0, 0, 0};
    ImGui::PushFont(font);
    ImGui::PushStyleColor(ImGuiCol_FrameBg, none);
    ImGui::PushStyleColor(ImGuiCol_ChildBg, none);
    ImGui::PushStyleColor(ImGuiCol_Text, color(theme.ink));
    ImGui::PushStyleColor(ImGuiCol_TextSelectedBg, color(theme.selected.fill));
    ImGui::PushStyleColor(ImGuiCol_ScrollbarBg, none);
    ImGui::PushStyleColor(ImGuiCol_ScrollbarGrab, color(theme.line));
    ImGui::PushStyleColor(ImGuiCol_NavHighlight, none);
    const float above = look.lines ? ui.px(10) : std::max(0.0F, (size.y - font->FontSize) / 2);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ui.px(kSide), above});
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0.0F);
    ImGui::SetCursorScreenPos(box.from);
    ImGui::SetNextItemWidth(size.x);
    ImGuiInputTextFlags flags = ImGuiInputTextFlags_CallbackResize | ImGuiInputTextFlags_CallbackAlways;
    const ImGuiID own = ImGui::GetID(label.c_str());
    Editing editing{&buffer, {}};
    const bool by_hand = !needs_no_slot(typed) && ImGui::GetActiveID() == own;
    if (by_hand) {
        (void)compat::take_waiting_characters();
        editing.insert = without_controls(typed, look.lines);
    }
    if (look.secret) flags |= ImGuiInputTextFlags_Password;
    const std::size_t room = buffer.size() + 1;
    const bool edited =
        look.lines
            ? ImGui::InputTextMultiline(label.c_str(), buffer.data(), room, size, flags, on_edit, &editing)
            : ImGui::InputTextEx(label.c_str(), nullptr, buffer.data(), static_cast<int>(room),
                                 {size.x, size.y}, flags, on_edit, &editing);
    ImGui::PopStyleVar(2);
    ImGui::PopStyleColor(7);
    ImGui::PopFont();
    if (by_hand) compat::forget_undo(own);
    return edited;
}

std::string dots(std::string_view value) {
    std::string out;
    for (std::size_t i = 0; i < code_points(value).size(); ++i) out += "●";
    return out;
}

}  // namespace

FieldEvent text_field(Context& ui, std::string_view id, const Rect& at, std::string& value,
                      const FieldLook& look) {
    const Theme& theme = ui.theme();
    FieldEvent event;
    const bool greyed = !look.why_disabled.empty();
    const bool reachable = !greyed && ui.layer() >= ui.top_layer();

    if (!look.label.empty())
        text(ui, {}, {at.x, at.y - 28, at.w, 24}, look.label, {.type = Type::small, .ink = theme.quiet_ink});
    const std::string_view below = !look.error.empty() ? look.error : look.why_disabled;
    if (!look.error.empty())
        text(ui, fmt::format("{}.error", id), {at.x, at.bottom() + 4, at.w, 24},
             fmt::format("× {}", look.error), {.type = Type::small, .ink = ink_of(theme, Tone::bad)});
    else if (!below.empty())
        text(ui, {}, {at.x, at.bottom() + 4, at.w, 24}, below, {.type = Type::small, .ink = theme.quiet_ink});

    const Press press = ui.press({.id = std::string(id),
                                  .role = Role::field,
                                  .text = look.secret ? dots(value) : value,
                                  .at = at,
                                  .enabled = !greyed,
                                  .why = std::string(look.why_disabled)});
    const bool wanted = reachable && ui.focused() == id;

    draw::fill(ui, at, greyed ? theme.disabled.fill : theme.card, kButtonCorner);
    const Color edge = !look.error.empty() ? theme.bad : wanted ? theme.accent : theme.line;
    draw::outline(ui, at, edge, kButtonCorner, wanted ? 3 : look.error.empty() ? 1.5F : 2);

    Context::Draft& draft = ui.draft(id);
    const ImGuiID before = ImGui::GetActiveID();
    const std::string label = fmt::format("##{}", id);
    const ImGuiID own = ImGui::GetID(label.c_str());
    const bool was_active = before == own && before != 0;
    if (!was_active || draft.value != value) {
        // Someone else changed the value, or no one edits: the draft follows the value.
        if (was_active) {
            ImGui::ClearActiveID();
            ui.settle();
        }
        draft.value = value;
        draft.buffer = ui.fonts().shown(without_nul(value));
    }
    // A text that could not be brought back whole is only shown.
    const bool whole =
        without_nul(value) == value && is_utf8(value) && ui.fonts().slots().restore(draft.buffer) == value;
    const draw::Clip clip(ui, at);
    if (!reachable || !whole) {
        if (was_active) ImGui::ClearActiveID();
        const std::string shown = look.secret ? dots(value) : value;
        if (look.lines)
            text(ui, {}, {at.x + kSide, at.y + 8, at.w - 2 * kSide, at.h}, shown, {.type = Type::memo});
        else
            draw::words(ui, look.type, {at.x + kSide, at.center().y - spec_of(look.type).size / 2},
                        greyed ? theme.disabled.ink : theme.ink, shown);
        return event;
    }

    if (!wanted && was_active) ImGui::ClearActiveID();
    if (wanted && !was_active && !press.hovered) {
        ImGui::SetKeyboardFocusHere();
        ui.settle();
    }
    bool edited = false;
    {
        const compat::ClipboardThroughSlots clipboard(ui.fonts().slots());
        edited = edit(ui, label, at, draft.buffer, look);
    }
    const bool active = ImGui::GetActiveID() == own;
    if (value.empty() && draft.buffer.empty() && !look.placeholder.empty())
        draw::words(ui, look.type,
                    {at.x + kSide, look.lines ? at.y + 10 : at.center().y - spec_of(look.type).size / 2},
                    theme.quiet_ink, look.placeholder);
    if (active || was_active) ui.claim_typing();
    event.focused = active;

    if (edited) {
        std::string now = ui.fonts().slots().restore(without_nul(draft.buffer));
        if (now.size() > look.most) {
            // Too long: the edit is taken back.
            ImGui::ClearActiveID();
            draft.buffer = ui.fonts().shown(value);
        } else if (now != value) {
            value = std::move(now);
            draft.value = value;
            event.changed = true;
        }
        ui.settle();
    }
    const bool enter = compat::key_pressed(compat::Key::enter);
    if (!look.lines && was_active && enter) {
        event.submitted = true;
        ui.settle();
    }
    return event;
}

}  // namespace sango::ui
