#include "kiosk/ui/context.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace sango::ui {
namespace {

constexpr float kDragStart = 12;  // design pixels a finger may wander within a tap

bool reachable(const Entry& entry, int layer) {
    return entry.pressable && entry.enabled && entry.layer == layer && !entry.id.empty();
}

}  // namespace

float scale_for(float surface_width, float surface_height) {
    // 1280x800 is the least a screen is laid out for; narrower surfaces are drawn smaller, never cut.
    return std::clamp(std::min(surface_height / 800, surface_width / 1280), 0.5F, 2.0F);
}

Context::Context(Fonts& fonts, const Words& words) : fonts_(&fonts), words_(&words) {}

void Context::request_frame_in(std::chrono::milliseconds wait) {
    next_frame_ = next_frame_ ? std::min(*next_frame_, wait) : wait;
}

void Context::focus(std::string_view id) {
    focused_ = id;
    focus_moved_next_ = true;
    settle();
}

float& Context::memory(std::string_view id) {
    if (const auto found = memory_.find(id); found != memory_.end()) return found->second;
    return memory_[std::string(id)];
}

std::uint64_t Context::use_picture(const Picture& picture, bool sharp) {
    pictures_.push_back({&picture, kPictureTextures + pictures_.size(), sharp});
    return pictures_.back().texture;
}

Rect Context::clip() const {
    return clips_.empty() ? area_ : clips_.back();
}
void Context::push_clip(const Rect& to) {
    clips_.push_back(clip().common(to));
}
void Context::pop_clip() {
    clips_.pop_back();
}

void Context::begin_layer() {
    ++layer_;
    deepest_layer_ = std::max(deepest_layer_, layer_);
}
void Context::end_layer() {
    --layer_;
}

void Context::note(Entry entry) {
    const Rect seen = entry.at.common(clip());
    entry.visible = seen.w > 0 && seen.h > 0;
    entry.covered = layer_ < top_layer_;
    entry.layer = layer_;
    entry.at = {px(entry.at.x), px(entry.at.y), px(entry.at.w), px(entry.at.h)};
    entry.seen = {px(seen.x), px(seen.y), px(seen.w), px(seen.h)};
    registry_.add(std::move(entry));
}

Press Context::press(Entry entry) {
    entry.pressable = true;
    Press press;
    const bool live = entry.enabled && layer_ >= top_layer_;
    const bool inside = entry.at.common(clip()).contains(input_.pointer);
    if (live) {
        press.hovered = inside && hot_ == entry.id;
        if (input_.pressed && press.hovered) {
            active_ = entry.id;
            focused_ = entry.id;
            focus_visible_ = false;
        }
        press.held = active_ == entry.id && input_.down && inside && !dragging_;
        if (input_.released && active_ == entry.id && inside && !dragging_) press.pressed = true;
        press.focused = focused_ == entry.id && (focus_visible_ || entry.role == Role::field);
        // A wedge scanner ends with Enter: it must not press the button touched last.
        const bool by_key = (input_.enter || input_.space) && focus_visible_ && !typing_ && input_.quiet;
        if (by_key && focused_ == entry.id && entry.role != Role::field) press.pressed = true;
    }
    entry.focused = live && focused_ == entry.id;
    if (press.pressed) settle();
    note(std::move(entry));
    return press;
}

void Context::move_focus() {
    const auto& entries = registry_.entries();
    std::vector<const Entry*> stops;
    const Entry* current = nullptr;
    for (const Entry& entry : entries) {
        if (!reachable(entry, top_layer_)) continue;
        stops.push_back(&entry);
        if (entry.id == focused_) current = &entry;
    }
    if (stops.empty()) return;
    const Entry* next = nullptr;
    if (input_.tab || input_.back_tab) {
        const auto at = std::find(stops.begin(), stops.end(), current);
        if (at == stops.end())
            next = input_.tab ? stops.front() : stops.back();
        else if (input_.tab)
            next = at + 1 == stops.end() ? stops.front() : *(at + 1);
        else
            next = at == stops.begin() ? stops.back() : *(at - 1);
    } else if (!typing_ && focus_visible_ && current != nullptr &&
               (input_.up || input_.down_key || input_.left || input_.right)) {
        // The nearest one in that direction, sideways distance counted double.
        float best = 0;
        const Point from = current->at.center();
        for (const Entry* stop : stops) {
            const Point to = stop->at.center();
            const float dx = to.x - from.x;
            const float dy = to.y - from.y;
            const float along = input_.up ? -dy : input_.down_key ? dy : input_.left ? -dx : dx;
            const float across = input_.up || input_.down_key ? std::abs(dx) : std::abs(dy);
            if (stop == current || along < 1) continue;
            const float far = along + 2 * across;
            if (next == nullptr || far < best) {
                next = stop;
                best = far;
            }
        }
    }
    if (next == nullptr) return;
    focused_ = next->id;
    focus_visible_ = true;
    focus_moved_next_ = true;
}

void Context::begin_frame(Input input, float surface_width, float surface_height) {
    input_ = std::move(input);
    scale_ = scale_for(surface_width, surface_height);
    area_ = {0, 0, surface_width / scale_, surface_height / scale_};
    next_frame_.reset();
    if (settle_frames_ > 0) --settle_frames_;
    // Whatever the hand does, one more frame shows what came of it.
    if (input_.acted()) settle();

    move_focus();
    focus_moved_ = std::exchange(focus_moved_next_, false);
    if (focus_moved_) settle();

    // What lies on top under the finger, by the frame the hand has seen.
    hot_.clear();
    const Point at{px(input_.pointer.x), px(input_.pointer.y)};
    for (const Entry& entry : registry_.entries()) {
        if (!entry.seen.contains(at) || entry.covered) continue;
        if (entry.pressable)
            hot_ = entry.enabled ? entry.id : std::string();
        else if (entry.role == Role::dialog || entry.role == Role::toast)
            hot_.clear();
    }
    if (input_.pressed) {
        press_start_ = input_.pointer;
        dragging_ = false;
        active_.clear();
        if (hot_.empty()) focused_.clear();
    }
    std::swap(before_, registry_);
    registry_.begin_frame();
    pictures_.clear();
    clips_.clear();
    layer_ = deepest_layer_ = 0;
}

bool Context::wandered() const {
    return input_.down && std::abs(input_.pointer.y - press_start_.y) > kDragStart;
}

void Context::end_frame() {
    if (input_.released) {
        active_.clear();
        dragging_ = false;
    }
    if (deepest_layer_ != top_layer_) {
        // A dialog takes the keyboard, and gives it back.
        if (deepest_layer_ > top_layer_)
            focus_below_.push_back(std::exchange(focused_, std::string()));
        else if (!focus_below_.empty()) {
            focused_ = focus_below_.back();
            focus_below_.pop_back();
        }
        active_.clear();
        top_layer_ = deepest_layer_;
        settle();
    }
    const bool typed_before = std::exchange(typing_, typing_next_);
    typing_next_ = false;
    if (typed_before != typing_) settle();
}

}  // namespace sango::ui
