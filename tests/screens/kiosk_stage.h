#pragma once

#include "kiosk/screens/frame.h"
#include "kiosk/ui/frame.h"
#include "kiosk/ui/hand.h"
#include "tests/sample_views/sample_views.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

namespace sango::screens::test {

inline ui::Fonts opened_fonts() {
    auto fonts = ui::Fonts::open(ui::debian_fonts());
    REQUIRE(fonts.ok());
    return std::move(fonts).value();
}
inline ui::Words kiosk_words() {
    auto words = ui::Words::load(SANGO_SOURCE_DIR "/assets/text");
    REQUIRE(words.ok());
    return std::move(words).value();
}

/// The whole kiosk before a hand: real widgets and words, hand-made views, and what was asked for. One at a
/// time.
class KioskStage {
public:
    explicit KioskStage(KioskView shown = sample::kiosk(), Screen screen = Screen::check_in,
                        float width = 1280, float height = 800)
        : view(std::move(shown)), width_(width), height_(height) {
        state.frame.screen = screen;
        hand.settle();
    }

    void frame() {
        ui::run_frame(ui, width_, height_, [this](ui::Context& inner) {
            for (Intent& intent : draw_frame(inner, view, state)) {
                if (const auto* choice = intent.as<ChooseScreen>())
                    chosen.push_back(*choice);
                else if (const auto* draft = intent.as<KeepDraft>())
                    kept.push_back(draft->draft);
                else
                    asked.push_back(std::move(intent));
            }
        });
    }
    void tap(std::string_view id) {
        const auto done = hand.tap(id);
        REQUIRE_MESSAGE(done.ok(), (done.ok() ? std::string() : done.error().message.en));
        hand.settle();
    }
    void type(std::string_view id, std::string_view text) {
        const auto done = hand.type(id, text);
        REQUIRE_MESSAGE(done.ok(), (done.ok() ? std::string() : done.error().message.en));
        hand.settle();
    }
    [[nodiscard]] const ui::Entry* find(std::string_view id) const { return ui.registry().find(id); }
    [[nodiscard]] bool shows(std::string_view id) const { return find(id) != nullptr; }
    [[nodiscard]] std::string text(std::string_view id) const {
        const ui::Entry* entry = find(id);
        REQUIRE_MESSAGE(entry != nullptr, std::string(id));
        return entry->text;
    }
    /// Why the button is greyed; empty: it can be pressed.
    [[nodiscard]] std::string why(std::string_view id) const {
        const ui::Entry* entry = find(id);
        REQUIRE_MESSAGE(entry != nullptr, std::string(id));
        CHECK(entry->enabled == entry->why.empty());
        return entry->why;
    }
    /// Everything that can be read on the screen.
    [[nodiscard]] std::string all_words() const {
        std::string all;
        for (const ui::Entry& entry : ui.registry().entries()) all += entry.text + "\n";
        return all;
    }
    /// The one thing asked for since the last call, which must be a `What`.
    template <class What>
    [[nodiscard]] What asked_for() {
        REQUIRE(asked.size() == 1);
        const What* what = asked.front().as<What>();
        REQUIRE(what != nullptr);
        What result = *what;
        asked.clear();
        return result;
    }

private:
    ui::Session session_;
    ui::Fonts fonts_ = opened_fonts();
    ui::Words words_ = kiosk_words();

public:
    KioskView view;
    KioskState state;
    std::vector<Intent> asked;
    std::vector<ChooseScreen> chosen;  ///< language and light by hand, which are asked for apart
    std::vector<clinic::KeptDraft>
        kept;  ///< what was being written, after each sign; asked for apart as well
    ui::Context ui{fonts_, words_};
    ui::Hand hand{ui, [this] { frame(); }};

private:
    float width_;
    float height_;
};

}  // namespace sango::screens::test
