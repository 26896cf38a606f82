#include "tests/sample_views/shown_states.h"
#include "tests/screens/kiosk_stage.h"

#include <algorithm>
#include <cmath>

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::screens;
using screens::test::KioskStage;

namespace {

constexpr float kSlack = 1.5F;  // rounding to whole pixels

bool is_words(const ui::Entry& entry) {
    return entry.role == ui::Role::text || entry.role == ui::Role::heading || entry.role == ui::Role::chip;
}

bool overlap(const ui::Entry& a, const ui::Entry& b) {
    const ui::Rect common = a.seen.common(b.seen);
    return common.w > kSlack && common.h > kSlack;
}

/// A button the edge of a list cuts through is not measured; the list scrolls it into view.
bool whole(const ui::Entry& entry) {
    return std::abs(entry.seen.w - entry.at.w) < kSlack && std::abs(entry.seen.h - entry.at.h) < kSlack;
}

void check_layout(const KioskStage& stage, float width, float height) {
    const auto& entries = stage.ui.registry().entries();
    const auto duplicates = stage.ui.registry().duplicates();
    CHECK_MESSAGE(duplicates.empty(), (duplicates.empty() ? "" : duplicates.front()));
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const ui::Entry& one = entries[i];
        const std::string name = one.id.empty() ? "\"" + one.text + "\"" : one.id;
        CHECK_MESSAGE(one.text.find("⟦") == std::string::npos, name << ": " << one.text);
        if (!one.visible) continue;
        const bool inside = one.seen.x >= -kSlack && one.seen.y >= -kSlack &&
                            one.seen.right() <= width + kSlack && one.seen.bottom() <= height + kSlack;
        CHECK_MESSAGE(inside, name << " runs out of the window");
        if (one.pressable) {
            const float scale = stage.ui.scale();
            const bool reachable =
                !whole(one) || (one.at.w >= 48 * scale - kSlack && one.at.h >= 48 * scale - kSlack);
            CHECK_MESSAGE(reachable, name << " is smaller than a finger: " << one.at.w << "x" << one.at.h);
            CHECK_MESSAGE(one.enabled == one.why.empty(), name << " does not say why it is greyed");
            CHECK_MESSAGE(!one.id.empty(), one.text << " can be pressed and has no id");
        }
        for (std::size_t k = i + 1; k < entries.size(); ++k) {
            const ui::Entry& other = entries[k];
            if (!other.visible || other.layer != one.layer) continue;
            const std::string both =
                name + " and " + (other.id.empty() ? "\"" + other.text + "\"" : other.id);
            if (one.pressable && other.pressable) CHECK_MESSAGE(!overlap(one, other), both << " overlap");
            if (is_words(one) && is_words(other) && !one.pressable && !other.pressable)
                CHECK_MESSAGE(!overlap(one, other), both << " run into each other");
        }
    }
}

void check_all(const std::vector<sample::ShownState>& states, float width, float height) {
    for (const sample::ShownState& shown : states) {
        CAPTURE(shown.name);
        KioskStage stage(shown.view, shown.state.frame.screen, width, height);
        stage.state = shown.state;
        stage.ui.language = shown.language;
        stage.hand.settle();
        for (const sample::Touch& touch : shown.touches) {
            if (touch.text.empty())
                stage.tap(touch.id);
            else
                stage.type(touch.id, touch.text);
            if (touch.then) touch.then(stage.view);
            stage.hand.settle();
        }
        check_layout(stage, width, height);
    }
}

}  // namespace

TEST_CASE("in every state and both languages nothing overlaps, is cut or is too small for a finger") {
    check_all(sample::states(), 1280, 800);
}

TEST_CASE("on a large screen the same holds") {
    check_all(sample::large_states(), 1920, 1080);
}

TEST_CASE("on a small old screen the same holds") {
    check_all(sample::large_states(), 1024, 768);
}
