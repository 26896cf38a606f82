#pragma once

#include "kiosk/ui/fonts.h"
#include "kiosk/ui/language.h"
#include "kiosk/ui/layout.h"
#include "kiosk/ui/phrases.h"
#include "kiosk/ui/registry.h"
#include "kiosk/ui/theme.h"
#include "kiosk/ui/type.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sango::ui {

/// A scroll area that is open while its contents are drawn (scroll.h).
struct Scrolled {
    Rect at;
    float offset = 0;
    float most = 0;
    float content = 0;
    Color ground = {};
};

/// What the hand did since the last frame, in design pixels. Keys are those that no text field took.
struct Input {
    Point pointer{-1, -1};
    bool down = false;      ///< a finger or the left button rests on the glass
    bool pressed = false;   ///< ... since this frame
    bool released = false;  ///< ... it left with this frame
    float wheel = 0;        ///< notches, up is positive
    bool enter = false;
    bool space = false;
    bool escape = false;
    bool tab = false;
    bool back_tab = false;
    bool up = false;
    bool down_key = false;
    bool left = false;
    bool right = false;
    bool page_up = false;
    bool page_down = false;
    bool quiet = true;     ///< no character came within the last 0.2 s: Enter is a person's, not a scanner's
    bool written = false;  ///< a character came, whoever took it
    std::string typed;     ///< characters that no text field took (a wedge scanner's, a number pad's)

    /// A finger or a key did something that no text field took.
    [[nodiscard]] bool acted() const {
        return pressed || released || down || wheel != 0 || !typed.empty() || enter || space || escape ||
               tab || back_tab || up || down_key || left || right || page_up || page_down;
    }
};

/// What a press did to a pressable place in this frame.
struct Press {
    bool pressed = false;  ///< let go inside, or Enter/Space while focused: the thing happens
    bool held = false;     ///< finger down on it
    bool hovered = false;
    bool focused = false;  ///< keyboard focus is here and a ring is to be drawn
};

struct Picture;

/// Texture numbers from here on are pictures, in the order they were drawn in this frame.
inline constexpr std::uint64_t kPictureTextures = std::uint64_t{1} << 40;

/// A picture drawn in this frame (picture.h). `texture` is the number the draw commands name it by.
struct PictureUse {
    const Picture* picture = nullptr;
    std::uint64_t texture = 0;
    bool sharp = false;
};

/// What a screen gets each frame, and what the widgets keep between frames (focus, scroll, drafts of
/// text fields). One for the window; lives on the UI thread. There is no other state in kiosk/ui but
/// ImGui's own context.
class Context {
public:
    /// `fonts` and `words` outlive the context.
    Context(Fonts& fonts, const Words& words);

    // Settings, live from the next widget on.
    Language language = Language::ja;
    bool night = false;

    // For screens.
    [[nodiscard]] const Theme& theme() const { return night ? night_theme() : day_theme(); }
    /// The sentence of this key in the language shown: ui.tr("checkin.left", {"5", "7"}).
    [[nodiscard]] std::string tr(std::string_view key,
                                 std::initializer_list<std::string_view> arguments = {}) const {
        return words_->tr(language, key, arguments);
    }
    /// The same, or `else_word` where no text has this key: words that a later version wrote.
    [[nodiscard]] std::string words_or(std::string_view key, std::string_view else_word) const {
        return words_->has(key) ? words_->tr(language, key, {}) : std::string(else_word);
    }
    [[nodiscard]] const std::string& pick(const Message& message) const {
        return ui::pick(language, message);
    }
    /// The whole surface in design pixels: 1280x800 at 1280x800, 1422x800 at 1920x1080.
    [[nodiscard]] Rect area() const { return area_; }
    [[nodiscard]] const Input& input() const { return input_; }
    [[nodiscard]] Registry& registry() { return registry_; }
    [[nodiscard]] const Registry& registry() const { return registry_; }
    [[nodiscard]] Fonts& fonts() { return *fonts_; }
    [[nodiscard]] Phrases& phrases() { return phrases_; }
    /// Asks for a frame after `wait` (a clock that shows minutes, a countdown). The soonest wins.
    void request_frame_in(std::chrono::milliseconds wait);
    /// Moves the keyboard to this id with the next frame ("" takes it away), scrolled into view.
    void focus(std::string_view id);
    [[nodiscard]] const std::string& focused() const { return focused_; }
    /// True while a text field has the keyboard: a wedge scanner's keys go there.
    [[nodiscard]] bool typing() const { return typing_; }
    /// True from the frame after a dialog was drawn until the frame after it was not.
    [[nodiscard]] bool dialog_open() const { return top_layer_ > 0; }
    /// A slot of the widgets' and the screen's own small memory that outlives the frame (which tab is
    /// open, how far a list is scrolled). Starts at 0. Not for anything that must survive a crash.
    [[nodiscard]] float& memory(std::string_view id);

    // For widgets.
    /// The one way to be pressable: records `entry`, says what the hand did. `entry.at` is in design
    /// pixels here. A disabled or covered entry is recorded and never pressed.
    Press press(Entry entry);
    /// Records something that cannot be pressed (at in design pixels).
    void note(Entry entry);
    [[nodiscard]] float scale() const { return scale_; }
    [[nodiscard]] float px(float design) const { return design * scale_; }
    [[nodiscard]] int layer() const { return layer_; }
    /// The layer that can be reached in this frame: the topmost of the frame before.
    [[nodiscard]] int top_layer() const { return top_layer_; }
    /// The frame that the hand has seen.
    [[nodiscard]] const Registry& registry_before() const { return before_; }
    [[nodiscard]] std::vector<Scrolled>& scrolls() { return scrolls_; }
    [[nodiscard]] Rect clip() const;
    void push_clip(const Rect& to);
    void pop_clip();
    void begin_layer();
    void end_layer();
    /// A layer over every dialog drawn so far. Ends with end_above().
    void begin_above() { layer_ = ++deepest_layer_; }
    void end_above() { layer_ = 0; }
    /// What is drawn until end_beside() can be reached beside the topmost layer. Draw after the dialogs.
    void begin_beside() { layer_ = deepest_layer_; }
    void end_beside() { layer_ = 0; }
    /// Text fields say that they hold the keyboard, and edit in this draft (see text_field.h).
    void claim_typing() { typing_next_ = true; }
    struct Draft {
        std::string buffer;  ///< what ImGui edits: the value with slots for what it cannot hold
        std::string value;   ///< the value the buffer was made from
    };
    [[nodiscard]] Draft& draft(std::string_view id) { return drafts_[std::string(id)]; }
    /// An area that can be scrolled keeps a focused entry in view.
    [[nodiscard]] bool focus_moved() const { return focus_moved_; }
    [[nodiscard]] bool dragging() const { return dragging_; }
    void start_drag() { dragging_ = true; }
    /// The finger is down and has moved further up or down than a tap does.
    [[nodiscard]] bool wandered() const;
    [[nodiscard]] Point press_start() const { return press_start_; }
    /// The texture number under which `picture` will be drawn; the renderer uploads it.
    [[nodiscard]] std::uint64_t use_picture(const Picture& picture, bool sharp);
    /// One more frame right after this one: something is still settling.
    void settle() { settle_frames_ = std::max(settle_frames_, 1); }

    // For the loop (frame.h).
    /// When a character last came, seconds of ImGui's clock.
    [[nodiscard]] double& last_typed() { return last_typed_; }
    void begin_frame(Input input, float surface_width, float surface_height);
    void end_frame();
    [[nodiscard]] const std::vector<PictureUse>& pictures() const { return pictures_; }
    [[nodiscard]] bool another_frame() const { return settle_frames_ > 0; }
    [[nodiscard]] std::optional<std::chrono::milliseconds> next_frame_in() const { return next_frame_; }

private:
    void move_focus();

    Fonts* fonts_;
    const Words* words_;
    Phrases phrases_;
    Registry registry_;
    Registry before_;
    std::vector<Scrolled> scrolls_;
    Input input_;
    Rect area_;
    float scale_ = 1;
    std::string focused_;
    bool focus_visible_ = false;
    bool focus_moved_ = false;
    bool focus_moved_next_ = false;
    std::string hot_;  ///< the topmost pressable thing under the pointer
    std::vector<std::string> focus_below_;
    std::string active_;  ///< pressed and not yet let go
    Point press_start_;
    bool dragging_ = false;
    bool typing_ = false;
    bool typing_next_ = false;
    int layer_ = 0;
    int top_layer_ = 0;
    int deepest_layer_ = 0;
    std::vector<Rect> clips_;
    std::vector<PictureUse> pictures_;
    std::map<std::string, float, std::less<>> memory_;
    std::map<std::string, Draft, std::less<>> drafts_;
    double last_typed_ = -1;
    int settle_frames_ = 0;
    std::optional<std::chrono::milliseconds> next_frame_;
};

/// 1 up to a height of 800, then growing with it, 2 at most: larger screens show larger things, not more.
[[nodiscard]] float scale_for(float surface_width, float surface_height);

}  // namespace sango::ui
