#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/dialog.h"
#include "kiosk/ui/imgui_compat.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/scroll.h"
#include "kiosk/ui/text.h"
#include "kiosk/ui/text_field.h"
#include "tests/ui/stage.h"

#include <fmt/format.h>

namespace sango::ui {
namespace {

void tap(test::Stage& stage, std::string_view id) {
    REQUIRE(stage.hand.tap(id).ok());
}
void key(test::Stage& stage, std::string_view name) {
    REQUIRE(stage.hand.key(name).ok());
}

}  // namespace

TEST_CASE("a tap on a button happens once, when the finger leaves") {
    int pressed = 0;
    test::Stage stage([&](Context& ui) {
        if (button(ui, "a.go", {100, 100, 200, 56}, "受付する", {.kind = ButtonKind::primary})) ++pressed;
    });
    stage.frame();
    compat::feed_pointer(150, 120);
    compat::feed_button(true);
    stage.frame();
    CHECK(pressed == 0);
    compat::feed_button(false);
    stage.frame();
    stage.hand.settle();
    CHECK(pressed == 1);
}

TEST_CASE("a finger that slides off the button presses nothing") {
    int pressed = 0;
    test::Stage stage([&](Context& ui) {
        if (button(ui, "a.go", {100, 100, 200, 56}, "受付する")) ++pressed;
        if (button(ui, "a.other", {100, 200, 200, 56}, "やめる")) ++pressed;
    });
    stage.frame();
    stage.hand.drag({150, 120}, {150, 220});
    CHECK(pressed == 0);
}

TEST_CASE("a greyed button says why and can not be pressed, and an unknown id says what is there") {
    int pressed = 0;
    test::Stage stage([&](Context& ui) {
        if (button(ui, "a.send", {100, 100, 300, 64}, "送信する", {.why_disabled = "確定すると押せます"}))
            ++pressed;
        text(ui, "a.title", {100, 10, 300, 30}, "報告");
    });
    stage.frame();
    CHECK(stage.at("a.send").why == "確定すると押せます");
    const auto tapped = stage.hand.tap("a.send");
    REQUIRE(!tapped.ok());
    CHECK(tapped.error().code == "disabled");
    CHECK(tapped.error().message.ja.find("確定すると押せます") != std::string::npos);
    compat::feed_pointer(200, 130);
    compat::feed_button(true);
    stage.frame();
    compat::feed_button(false);
    stage.frame();
    CHECK(pressed == 0);
    const auto unknown = stage.hand.tap("a.none");
    REQUIRE(!unknown.ok());
    CHECK(unknown.error().code == "no_such_id");
    CHECK(unknown.error().message.en.find("a.send a.title") != std::string::npos);
    CHECK(stage.hand.tap("a.title").error().code == "not_pressable");
}

TEST_CASE("a button on a card takes the tap, the card beside it takes its own") {
    int card_pressed = 0;
    int look_pressed = 0;
    test::Stage stage([&](Context& ui) {
        Rect inside;
        if (card_button(ui, "night.baby", {100, 100, 400, 300}, "あおい", &inside)) ++card_pressed;
        if (button(ui, "night.look", {400, 340, 80, 48}, "見た")) ++look_pressed;
    });
    stage.frame();
    tap(stage, "night.look");
    CHECK(look_pressed == 1);
    CHECK(card_pressed == 0);
    tap(stage, "night.baby");
    CHECK(card_pressed == 1);
    CHECK(look_pressed == 1);
}

TEST_CASE("under a dialog nothing can be reached, and the dialog's answer is its own") {
    bool open = false;
    int below = 0;
    Answer answer = Answer::none;
    test::Stage stage([&](Context& ui) {
        if (button(ui, "a.undo", {500, 350, 300, 64}, "取り消す")) {
            ++below;
            open = true;
        }
        if (open) {
            answer = dialog(ui, "ask",
                            {.title = "取り消しますか",
                             .sentence = "山田 花子さんの受付を取り消します。",
                             .confirm = "取り消す",
                             .cancel = "やめる",
                             .danger = true});
            if (answer != Answer::none) open = false;
        }
    });
    stage.frame();
    tap(stage, "a.undo");
    REQUIRE(open);
    CHECK(stage.ui.dialog_open());
    CHECK(stage.at("a.undo").covered);
    CHECK(stage.hand.tap("a.undo").error().code == "covered");
    CHECK(stage.at("ask.sentence").text == "山田 花子さんの受付を取り消します。");
    compat::feed_pointer(20, 20);
    compat::feed_button(true);
    stage.frame();
    compat::feed_button(false);
    stage.frame();
    CHECK(below == 1);
    CHECK(open);
    tap(stage, "ask.confirm");
    CHECK(!open);
    tap(stage, "a.undo");
    key(stage, "escape");
    CHECK(answer == Answer::cancelled);
    CHECK(!open);
    CHECK(!stage.ui.dialog_open());
    tap(stage, "a.undo");
    CHECK(below == 3);
}

TEST_CASE("Tab walks over what can be pressed, in order and around; Enter presses it") {
    std::string pressed;
    test::Stage stage([&](Context& ui) {
        for (const std::string_view id : {"a.1", "a.2", "a.3"})
            if (button(ui, id,
                       {100,
                        id == "a.1"   ? 100.0F
                        : id == "a.2" ? 200.0F
                                      : 300.0F,
                        200, 56},
                       "押す", {.why_disabled = id == "a.2" ? "まだです" : ""}))
                pressed += id;
    });
    stage.frame();
    key(stage, "tab");
    CHECK(stage.at("a.1").focused);
    key(stage, "tab");
    CHECK(stage.at("a.3").focused);
    key(stage, "tab");
    CHECK(stage.at("a.1").focused);
    key(stage, "back_tab");
    CHECK(stage.at("a.3").focused);
    key(stage, "up");
    CHECK(stage.at("a.1").focused);
    key(stage, "enter");
    CHECK(pressed == "a.1");
}

TEST_CASE("the Enter with which a scanner ends never presses the button touched last") {
    int pressed = 0;
    std::string scanned;
    test::Stage stage([&](Context& ui) {
        if (button(ui, "a.go", {100, 100, 200, 56}, "受付する")) ++pressed;
        scanned += ui.input().typed;
    });
    stage.frame();
    tap(stage, "a.go");
    CHECK(pressed == 1);
    feed_text(stage.ui, "SNG1:ABC");
    stage.frame();
    key(stage, "enter");
    CHECK(pressed == 1);
    CHECK(scanned == "SNG1:ABC");
    // ... and not when the keyboard had been moved there either.
    key(stage, "tab");
    feed_text(stage.ui, "SNG1:DEF");
    stage.frame();
    key(stage, "enter");
    CHECK(pressed == 1);
}

TEST_CASE("what is scrolled away is brought into view and then pressed; a drag scrolls and presses nothing") {
    std::string pressed;
    test::Stage stage([&](Context& ui) {
        Rect inside = begin_scroll(ui, "list", {100, 100, 400, 200}, 20 * kRow);
        for (int i = 0; i < 20; ++i)
            if (row(ui, fmt::format("list.{}", i), inside.cut_top(kRow), "行"))
                pressed += fmt::format("{} ", i);
        end_scroll(ui);
    });
    stage.frame();
    CHECK(!stage.at("list.15").visible);
    tap(stage, "list.15");
    CHECK(pressed == "15 ");
    CHECK(stage.at("list.15").visible);
    const float before = stage.at("list.15").at.y;
    stage.hand.drag({300, 120}, {300, 280});
    CHECK(stage.at("list.15").at.y > before);
    CHECK(pressed == "15 ");
    tap(stage, "list.0");
    CHECK(pressed == "15 0 ");
}

TEST_CASE("checkbox, choice, stepper and number pad change their values") {
    bool checked = false;
    int side = 0;
    int amount = 80;
    std::string digits;
    test::Stage stage([&](Context& ui) {
        (void)checkbox(ui, "k", {100, 100, 300, 48}, "押印した", checked);
        const Choice choices[] = {{"left", "左"}, {"right", "右"}};
        if (const int chosen = segmented(ui, "g", {100, 200, 300, 56}, choices, side); chosen >= 0)
            side = chosen;
        (void)stepper(ui, "s", {100, 300, 300, 56}, amount,
                      {.least = 0, .most = 100, .step = 10, .unit = "ml"});
        (void)number_pad(ui, "n", {500, 100, 300, 300}, digits, 3);
    });
    stage.frame();
    tap(stage, "k");
    CHECK(checked);
    CHECK(stage.at("k").checked == true);
    tap(stage, "g.right");
    CHECK(side == 1);
    CHECK(stage.at("g.right").selected);
    for (int i = 0; i < 4; ++i) tap(stage, "s.more");
    CHECK(amount == 100);
    CHECK(stage.at("s").text == "100 ml");
    for (const std::string_view id : {"n.4", "n.8", "n.erase", "n.0", "n.7", "n.1"}) tap(stage, id);
    CHECK(digits == "407");
}

TEST_CASE("the language changes live, with the next frame") {
    test::Stage stage([](Context& ui) { text(ui, "t", {100, 100, 300, 30}, ui.tr("common.cancel")); });
    stage.words.add("common.cancel", {"やめる", "Cancel"});
    stage.frame();
    CHECK(stage.at("t").text == "やめる");
    stage.ui.language = Language::en;
    stage.frame();
    CHECK(stage.at("t").text == "Cancel");
}

TEST_CASE("at rest no further frame is asked for; a screen's own deadline is kept, the soonest first") {
    std::vector<int> waits;
    std::string value;
    test::Stage stage([&](Context& ui) {
        (void)button(ui, "a.go", {100, 100, 200, 56}, "受付する");
        (void)text_field(ui, "a.name", {100, 200, 200, 56}, value);
        for (const int wait : waits) ui.request_frame_in(std::chrono::milliseconds(wait));
    });
    stage.frame();
    stage.hand.settle();
    CHECK(!stage.ui.another_frame());
    CHECK(!stage.ui.next_frame_in());
    tap(stage, "a.go");
    CHECK(!stage.ui.another_frame());
    tap(stage, "a.name");
    CHECK(!stage.ui.another_frame());
    CHECK(!stage.ui.next_frame_in());
    waits = {60'000, 1'000, 5'000};
    stage.frame();
    CHECK(stage.ui.next_frame_in() == std::chrono::milliseconds(1'000));
}

TEST_CASE("a larger surface shows the same screen larger, and taps still meet") {
    int pressed = 0;
    test::Stage stage(
        [&](Context& ui) {
            if (button(ui, "a.go", {1000, 700, 200, 56}, "受付する")) ++pressed;
        },
        1920, 1080);
    stage.frame();
    CHECK(stage.ui.scale() == doctest::Approx(1.35));
    CHECK(stage.ui.area().w == doctest::Approx(1920 / 1.35));
    CHECK(stage.at("a.go").at.x == doctest::Approx(1350));
    tap(stage, "a.go");
    CHECK(pressed == 1);
}

TEST_CASE("the scale leaves 1280x800 as it is, and never cuts a narrow surface") {
    CHECK(scale_for(1280, 800) == 1);
    CHECK(scale_for(3840, 2160) == 2);
    CHECK(scale_for(1024, 768) == doctest::Approx(0.8));
}

TEST_CASE("a toast lies over what is below it, and its way back works") {
    int below = 0;
    int undone = 0;
    test::Stage stage([&](Context& ui) {
        if (button(ui, "a.wide", {104, 640, 1176, 160}, "下にあるもの")) ++below;
        if (toast(ui, "note", "受付しました。", "元に戻す")) ++undone;
    });
    stage.frame();
    tap(stage, "note.action");
    CHECK(undone == 1);
    CHECK(below == 0);
    const Rect at = stage.at("note").at;
    compat::feed_pointer(at.x + 6, at.center().y);
    compat::feed_button(true);
    stage.frame();
    compat::feed_button(false);
    stage.frame();
    CHECK(below == 0);
}

TEST_CASE("every target is at least 48 px either way, and no text runs out of its button") {
    bool checked = false;
    std::string name;
    int amount = 0;
    std::string digits;
    test::Stage stage([&](Context& ui) {
        (void)button(ui, "b", {0, 0, 160, kButton}, "受付");
        (void)chip_button(ui, "c", {0, 100, 300, 56}, "緊急");
        (void)checkbox(ui, "k", {0, 200, 300, 10}, "押印", checked);
        (void)rail_item(ui, "r", {0, 300, 88, 84}, "受付", Icon::checkin, true);
        (void)tile(ui, "t", {0, 400, 130, 92}, "ミルク");
        (void)text_field(ui, "f", {200, 0, 300, kButton}, name);
        (void)stepper(ui, "s", {200, 100, 200, kButton}, amount, {});
        (void)number_pad(ui, "n", {500, 0, 300, 300}, digits, 3);
        (void)toast(ui, "x", "受付しました。", "元に戻す");
    });
    stage.frame();
    for (const Entry& entry : stage.ui.registry().entries())
        if (entry.pressable) {
            CHECK_MESSAGE(entry.at.w >= kTarget, entry.id);
            CHECK_MESSAGE(entry.at.h >= kTarget, entry.id);
        }
    CHECK(stage.ui.registry().duplicates().empty());
}

}  // namespace sango::ui
