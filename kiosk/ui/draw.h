#pragma once

#include "kiosk/ui/context.h"

#include <imgui.h>

namespace sango::ui::draw {

/// Strokes and fills in design pixels, edges on whole pixels of the surface. What widgets are drawn with;
/// screens use card.h.
[[nodiscard]] ImU32 ink(Color color);
[[nodiscard]] ImDrawList& list();
/// The place in pixels of the surface, edges rounded.
struct Box {
    ImVec2 from;
    ImVec2 to;
};
[[nodiscard]] Box box(const Context& ui, const Rect& at);
[[nodiscard]] ImVec2 point(const Context& ui, Point at);

void fill(Context& ui, const Rect& at, Color color, float corner = 0);
void outline(Context& ui, const Rect& at, Color color, float corner, float thickness);
void line(Context& ui, Point from, Point to, Color color, float thickness);
void dashed(Context& ui, Point from, Point to, Color color, float thickness, float dash);
void disc(Context& ui, Point center, float radius, Color color);
void ring(Context& ui, Point center, float radius, Color color, float thickness);
/// One line, its left edge and the top of its em box at `at`.
void words(Context& ui, Type type, Point at, Color color, std::string_view line);
/// The same for a line that has its slots already (Fonts::shown).
void shown_words(Context& ui, Type type, Point at, Color color, std::string_view shown);
void icon(Context& ui, Type type, Point center, Color color, Icon icon);
/// The ring of keyboard focus, around a place with these corners.
void focus_ring(Context& ui, const Rect& at, float corner);
/// The colour between two, `share` of the way.
[[nodiscard]] Color mix(Color from, Color to, double share);
/// A fill under the finger: a little darker by day, a little brighter by night.
[[nodiscard]] Color pressed(const Theme& theme, Color fill);

/// Clips what is drawn until the scope ends.
class Clip {
public:
    Clip(Context& ui, const Rect& at);
    ~Clip();
    Clip(const Clip&) = delete;
    Clip& operator=(const Clip&) = delete;

private:
    Context& ui_;
};

}  // namespace sango::ui::draw
