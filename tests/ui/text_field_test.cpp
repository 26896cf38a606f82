#include "kiosk/ui/text_field.h"

#include "kiosk/ui/button.h"
#include "kiosk/ui/dialog.h"
#include "shared/base/text.h"
#include "tests/ui/stage.h"

#include <imgui.h>
#include <rapidcheck.h>

namespace sango::ui {
namespace {

/// A name, a note of several lines and a button beside them.
struct Form {
    std::string name;
    std::string note;
    FieldLook look{};
    bool dialog_open = false;
    int changes = 0;
    int submits = 0;

    void draw(Context& ui) {
        const FieldEvent event = text_field(ui, "form.name", {100, 100, 400, 56}, name, look);
        changes += event.changed ? 1 : 0;
        submits += event.submitted ? 1 : 0;
        FieldLook lines;
        lines.lines = true;
        changes += text_field(ui, "form.note", {100, 250, 400, 160}, note, lines).changed ? 1 : 0;
        (void)button(ui, "form.next", {100, 500, 200, 56}, "次へ");
        if (dialog_open)
            (void)dialog(ui, "form.ask", {.title = "確認", .confirm = "はい", .cancel = "いいえ"});
    }
};

struct Scene {
    Form form;
    test::Stage stage{[this](Context& ui) { form.draw(ui); }};

    Scene() { stage.frame(); }
    void tap(std::string_view id) { REQUIRE(stage.hand.tap(id).ok()); }
    void type(std::string_view id, std::string_view text) { REQUIRE(stage.hand.type(id, text).ok()); }
    void key(std::string_view name) { REQUIRE(stage.hand.key(name).ok()); }
};

}  // namespace

TEST_CASE("a name is typed and stands in the value and on the screen") {
    Scene s;
    s.type("form.name", "山田 花子");
    CHECK(s.form.name == "山田 花子");
    CHECK(s.stage.at("form.name").text == "山田 花子");
    CHECK(s.stage.at("form.name").focused);
    CHECK(s.stage.ui.typing());
}

TEST_CASE("taking the keyboard to a name with 𠮷 and leaving it again changes nothing") {
    Scene s;
    s.form.name = "𠮷野 葵󠄀\uE123";
    s.form.note = "葛󠄀城さん\n𩸽を召し上がる";
    const Form before = s.form;
    for (const std::string_view id : {"form.name", "form.note", "form.next", "form.name", "form.note"}) {
        s.tap(id);
        s.key("right");
        s.key("end");
        s.key("home");
    }
    s.tap("form.next");
    CHECK(s.form.name == before.name);
    CHECK(s.form.note == before.note);
    CHECK(s.form.changes == 0);
    CHECK(s.stage.at("form.name").text == before.name);
}

TEST_CASE("an edit beside 𠮷 keeps 𠮷") {
    Scene s;
    s.form.name = "𠮷野";
    s.type("form.name", " 葵");
    CHECK(s.form.name == "𠮷野 葵");
    s.key("backspace");
    s.key("backspace");
    CHECK(s.form.name == "𠮷野");
    s.key("home");
    s.type("", "森");
    CHECK(s.form.name == "森𠮷野");
    s.key("delete");
    CHECK(s.form.name == "森野");
}

TEST_CASE("𠮷 itself can be typed, and a variant form is taken back as one character") {
    Scene s;
    s.type("form.name", "𠮷葛󠄀");
    CHECK(s.form.name == "𠮷葛󠄀");
    s.key("backspace");
    CHECK(s.form.name == "𠮷");
    s.key("backspace");
    CHECK(s.form.name.empty());
}

TEST_CASE("copying and pasting go through the clipboard with the real characters") {
    Scene s;
    s.form.name = "𠮷野";
    s.tap("form.name");
    s.key("select_all");
    s.key("copy");
    CHECK(std::string(ImGui::GetClipboardText()) == "𠮷野");
    s.key("end");
    s.key("paste");
    CHECK(s.form.name == "𠮷野𠮷野");
    ImGui::SetClipboardText("𩸽");
    s.key("select_all");
    s.key("paste");
    CHECK(s.form.name == "𩸽");
    s.key("select_all");
    s.key("cut");
    CHECK(s.form.name.empty());
    CHECK(std::string(ImGui::GetClipboardText()) == "𩸽");
}

TEST_CASE("several lines are typed with Enter between them") {
    Scene s;
    s.type("form.note", "眠りました。");
    s.key("enter");
    s.type("", "𠮷");
    CHECK(s.form.note == "眠りました。\n𠮷");
    CHECK(s.form.submits == 0);
}

TEST_CASE("Enter in a field of one line submits it once") {
    Scene s;
    s.type("form.name", "N-4821-7");
    s.key("enter");
    CHECK(s.form.submits == 1);
    CHECK(s.form.name == "N-4821-7");
}

TEST_CASE("a value that changes from outside while the field has the keyboard is taken over") {
    Scene s;
    s.type("form.name", "やまだ");
    s.form.name = "𠮷野";
    s.stage.hand.settle();
    CHECK(s.form.name == "𠮷野");
    s.type("form.name", "さん");
    CHECK(s.form.name == "𠮷野さん");
}

TEST_CASE("a field says why it is greyed, and then takes no text") {
    Scene s;
    s.form.name = "𠮷野";
    s.form.look.why_disabled = "市区町村だけが変えられます";
    s.stage.frame();
    const auto typed = s.stage.hand.type("form.name", "x");
    REQUIRE(!typed.ok());
    CHECK(typed.error().code == "disabled");
    CHECK(s.stage.at("form.name").why == "市区町村だけが変えられます");
    CHECK(s.form.name == "𠮷野");
}

TEST_CASE("a PIN is not on the screen in clear") {
    Scene s;
    s.form.look.secret = true;
    s.type("form.name", "482913");
    CHECK(s.form.name == "482913");
    CHECK(s.stage.at("form.name").text == "●●●●●●");
    CHECK(s.stage.ui.registry().list().find("482913") == std::string::npos);
}

TEST_CASE("text never grows past its limit") {
    Scene s;
    s.form.look.most = 9;
    s.type("form.name", "山田花");
    CHECK(s.form.name == "山田花");
    s.type("form.name", "子");
    CHECK(s.form.name == "山田花");
}

TEST_CASE("bytes that are not text are shown and never changed") {
    Scene s;
    s.form.name = "山\xFF田";
    s.stage.frame();
    s.tap("form.name");
    s.type("", "x");
    CHECK(s.form.name == "山\xFF田");
}

TEST_CASE("a field under a dialog keeps its text") {
    Scene s;
    s.type("form.name", "𠮷野");
    s.form.dialog_open = true;
    s.stage.hand.settle();
    s.type("", "x");
    CHECK(s.form.name == "𠮷野");
    CHECK(!s.stage.ui.typing());
    s.form.dialog_open = false;
    s.stage.hand.settle();
    s.type("form.name", " 葵");
    CHECK(s.form.name == "𠮷野 葵");
}

TEST_CASE("no slot ever leaks into a value, whatever is typed in whatever order") {
    CHECK(rc::check([] {
        Scene s;
        std::u32string expected;
        s.tap("form.name");
        const int steps = *rc::gen::inRange(1, 12);
        for (int i = 0; i < steps; ++i) {
            if (*rc::gen::inRange(0, 4) == 0) {
                s.key("backspace");
                if (!expected.empty()) expected.pop_back();
            } else {
                const char32_t point = *rc::gen::elementOf(std::u32string(U"山a1𠮷𩸽\U0001F476\uE010髙"));
                std::string typed;
                append_utf8(typed, point);
                s.type("", typed);
                expected += point;
            }
        }
        RC_ASSERT(s.form.name == utf8(expected));
    }));
}

}  // namespace sango::ui
