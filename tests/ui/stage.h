#pragma once

#include "kiosk/ui/frame.h"
#include "kiosk/ui/hand.h"

#include <functional>
#include <utility>

#include <doctest/doctest.h>

namespace sango::ui::test {

inline Fonts opened_fonts() {
    auto fonts = Fonts::open(debian_fonts());
    REQUIRE(fonts.ok());
    return std::move(fonts).value();
}

/// Real widgets, real fonts, a real hand; only nobody looks: nothing is rendered.
class Stage {
public:
    explicit Stage(std::function<void(Context&)> screen, float width = 1280, float height = 800)
        : screen_(std::move(screen)), width_(width), height_(height) {}

    void frame() { run_frame(ui, width_, height_, screen_); }
    [[nodiscard]] const Entry& at(std::string_view id) const {
        const Entry* entry = ui.registry().find(id);
        REQUIRE_MESSAGE(entry != nullptr, std::string(id));
        return *entry;
    }

private:
    Session session_;
    Fonts fonts_ = opened_fonts();
    std::function<void(Context&)> screen_;
    float width_;
    float height_;

public:
    Words words;
    Context ui{fonts_, words};
    Hand hand{ui, [this] { frame(); }};
};

}  // namespace sango::ui::test
