#include "kiosk/ui/hand.h"

#include "kiosk/ui/frame.h"
#include "kiosk/ui/imgui_compat.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace sango::ui {
namespace {

struct NamedKey {
    std::string_view name;
    compat::Key key;
    bool control = false;
    bool shift = false;
};
constexpr std::array<NamedKey, 19> kKeys{{{"enter", compat::Key::enter},
                                          {"escape", compat::Key::escape},
                                          {"tab", compat::Key::tab},
                                          {"back_tab", compat::Key::tab, false, true},
                                          {"backspace", compat::Key::backspace},
                                          {"delete", compat::Key::del},
                                          {"left", compat::Key::left},
                                          {"right", compat::Key::right},
                                          {"up", compat::Key::up},
                                          {"down", compat::Key::down},
                                          {"home", compat::Key::home},
                                          {"end", compat::Key::end},
                                          {"page_up", compat::Key::page_up},
                                          {"page_down", compat::Key::page_down},
                                          {"space", compat::Key::space},
                                          {"select_all", compat::Key::a, true},
                                          {"copy", compat::Key::c, true},
                                          {"paste", compat::Key::v, true},
                                          {"cut", compat::Key::x, true}}};

std::string there(const Registry& registry) {
    std::string ids;
    for (const Entry& entry : registry.entries())
        if (!entry.id.empty()) ids += (ids.empty() ? "" : " ") + entry.id;
    return ids;
}

Error no_such_id(std::string_view id, const Registry& registry) {
    const std::string ids = there(registry);
    return error("no_such_id", fmt::format("「{}」は画面にありません。いまあるもの: {}", id, ids),
                 fmt::format("There is no \"{}\" on the screen. There is: {}", id, ids));
}

}  // namespace

void Hand::settle() {
    for (int i = 0; i < 10; ++i) {
        frame_();
        if (!ui_.another_frame()) break;
    }
}

Result<> Hand::tap(std::string_view id) {
    const Entry* entry = ui_.registry().find(id);
    if (entry == nullptr) {
        // A long list holds what can be seen: asked for by name, it brings the rest into view.
        const std::string before = ui_.focused();
        ui_.focus(id);
        settle();
        entry = ui_.registry().find(id);
        if (entry == nullptr) {
            ui_.focus(before);
            settle();
            return no_such_id(id, ui_.registry());
        }
    }
    if (!entry->pressable)
        return error("not_pressable", fmt::format("「{}」は押せるものではありません。", id),
                     fmt::format("\"{}\" is not something to press.", id));
    if (entry->covered)
        return error("covered", fmt::format("「{}」の上に確認の画面が出ています。", id),
                     fmt::format("A dialog lies over \"{}\".", id));
    if (!entry->enabled)
        return error("disabled", fmt::format("「{}」は押せません: {}", id, entry->why),
                     fmt::format("\"{}\" is greyed: {}", id, entry->why));
    // Scrolled away, or cut by an edge: brought into view first.
    if (!entry->visible || entry->seen.h < std::min(entry->at.h, entry->seen.h + 1)) {
        ui_.focus(id);
        settle();
        entry = ui_.registry().find(id);
        if (entry == nullptr) return no_such_id(id, ui_.registry());
    }
    const Point at = entry->seen.center();
    compat::feed_pointer(at.x, at.y);
    compat::feed_button(true);
    frame_();
    compat::feed_button(false);
    frame_();
    settle();
    return Done{};
}

Result<> Hand::type(std::string_view id, std::string_view text) {
    if (!id.empty()) {
        const Entry* entry = ui_.registry().find(id);
        if (entry == nullptr) return no_such_id(id, ui_.registry());
        if (auto tapped = tap(id); !tapped) return tapped;
        if (entry = ui_.registry().find(id); entry != nullptr && entry->role == Role::field)
            if (auto moved = key("end"); !moved) return moved;
    }
    feed_text(ui_, text);
    frame_();
    settle();
    return Done{};
}

Result<> Hand::key(std::string_view name) {
    const auto found =
        std::find_if(kKeys.begin(), kKeys.end(), [&](const NamedKey& k) { return k.name == name; });
    if (found == kKeys.end())
        return error("no_such_key", fmt::format("「{}」というキーはありません。", name),
                     fmt::format("There is no key called \"{}\".", name));
    compat::feed_key(found->key, true, found->control, found->shift);
    if (name == "space") feed_text(ui_, " ");
    frame_();
    compat::feed_key(found->key, false);
    frame_();
    settle();
    return Done{};
}

void Hand::drag(Point from, Point to) {
    compat::feed_pointer(from.x, from.y);
    compat::feed_button(true);
    frame_();
    for (int step = 1; step <= 8; ++step) {
        const float share = static_cast<float>(step) / 8;
        compat::feed_pointer(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
        frame_();
    }
    compat::feed_button(false);
    frame_();
    settle();
}

}  // namespace sango::ui
