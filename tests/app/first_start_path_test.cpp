#include "shared/clinic/backup.h"
#include "shared/clinic/first_start.h"
#include "shared/clinic/sign_in.h"
#include "shared/store/recovery.h"
#include "tests/app/terminal.h"

#include <cstdlib>
#include <fstream>
#include <iterator>

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::test;

namespace {

namespace fs = std::filesystem;

/// A machine without a clinic, and a stick.
struct FreshMachine {
    TempFolder folder;
    fs::path data = folder.path() / "clinic";
    fs::path stick = folder.path() / "stick";

    FreshMachine() {
        fs::create_directory(stick);
        setenv("SANGO_MEDIA", stick.c_str(), 1);
    }
    FreshMachine(const FreshMachine&) = delete;
    FreshMachine& operator=(const FreshMachine&) = delete;
    ~FreshMachine() { unsetenv("SANGO_MEDIA"); }

    [[nodiscard]] clinic::Clinic open(const Clock& clock) const {
        auto opened = clinic::open({data, fs::path(SANGO_SOURCE_DIR) / "assets"}, clock, system_random());
        REQUIRE(opened.ok());
        return std::move(opened).value();
    }
};

void enter(Terminal& terminal, std::string_view pin) {
    for (const char digit : pin) terminal.play(std::string("tap first.pad.") + digit);
}

void found(Terminal& terminal) {
    terminal.play(R"(
        expect first.step 1/3
        type first.name さくら助産院
        type first.id １３１２-0045
        type first.manager 勅使河原 佐知子
        tap first.next
        expect first.step 2/3
    )");
    enter(terminal, "274913");
    enter(terminal, "274913");
    terminal.play("expect first.step 3/3");
}

/// The last four signs of the row that is asked for, read from the sheet on the screen.
std::string asked_signs(Terminal& terminal, const std::string& sheet) {
    terminal.play("tap first.show." + sheet);
    const std::string rows = terminal.text("first.sheet." + sheet);
    terminal.play("tap first.show." + sheet + "\ntap first.printed");
    const std::string words = terminal.text("first.read." + sheet);
    terminal.play("tap first.back");
    const auto row = static_cast<std::size_t>(words.front() - '1');
    return rows.substr(row * 20 + 15, 4);
}

void type_signs(Terminal& terminal, std::string_view signs) {
    for (const char sign : signs) terminal.play(std::string("tap first.key.") + sign);
}

/// Writes the papers, and reads both sheets back.
void finish(Terminal& terminal) {
    terminal.play("tap first.folder.0\ntap first.write\nexpect first.written 3枚");
    const std::string first = asked_signs(terminal, "1");
    const std::string second = asked_signs(terminal, "2");
    terminal.play("tap first.printed");
    type_signs(terminal, first);
    terminal.play("expect first.read.1 読めました");
    type_signs(terminal, second);
    terminal.play("expect first.read.2 読めました\ntap first.finish\nexpect bar.staff 勅使河原 佐知子");
}

}  // namespace

TEST_CASE("a fresh machine becomes a clinic in three steps, with its manager at the terminal") {
    const FreshMachine machine;
    {
        Terminal terminal(machine.data);
        CHECK_FALSE(terminal.there("rail.checkin"));
        CHECK(terminal.try_to("tap first.next").find("greyed") != std::string::npos);
        found(terminal);
        CHECK(terminal.text("first.sheet.1").find("••••") != std::string::npos);
        CHECK(terminal.try_to("tap first.printed").find("greyed") != std::string::npos);
        terminal.play("tap first.folder.0\ntap first.write");
        CHECK(fs::exists(machine.stick / "recovery-1.pdf"));
        finish(terminal);
        terminal.play(
            "tap rail.settings\ntap settings.section.staff\nexpect staff.0 暗証番号とバッジがあります");
    }
    // Both halves are on paper alone now; the badge's file stays to be printed again.
    CHECK_FALSE(fs::exists(machine.stick / "recovery-1.pdf"));
    CHECK_FALSE(fs::exists(machine.stick / "recovery-2.pdf"));
    CHECK(fs::exists(machine.stick / "badge-2.pdf"));
    const HandClock clock(*parse_instant(kDemoAt));
    const auto clinic = machine.open(clock);
    CHECK(clinic::sign_in_needed(clinic).value());
    CHECK_FALSE(clinic::papers_due(clinic).value());
    CHECK(clinic::setting(clinic, "clinic.id").value() == "1312-0045");
    CHECK(clinic::setting(clinic, clinic::kRecoveryKeySetting).value()->size() == 64);
}

TEST_CASE("a first start that was cut off goes on with the manager's PIN and new papers") {
    const FreshMachine machine;
    std::string before;
    {
        Terminal terminal(machine.data);
        found(terminal);
        terminal.play("tap first.show.1");
        before = terminal.text("first.sheet.1");
    }
    Terminal terminal(machine.data);
    CHECK_FALSE(terminal.there("first.sheet.1"));
    enter(terminal, "111222");
    terminal.play("expect notice 暗証番号が違います");
    enter(terminal, "274913");
    terminal.play("expect first.again 破棄\ntap first.show.1");
    CHECK(terminal.text("first.sheet.1") != before);
    terminal.play("tap first.show.1");
    finish(terminal);
}

TEST_CASE("a slip of the finger in the first PIN makes no clinic") {
    const FreshMachine machine;
    Terminal terminal(machine.data);
    terminal.play("type first.name さくら\ntype first.id 1\ntype first.manager 佐藤\ntap first.next");
    enter(terminal, "123456");
    terminal.play("expect first.pin_says 続き番号");
    enter(terminal, "274913");
    enter(terminal, "274914");
    terminal.play("expect first.pin_says 2回の番号が違いました\nexpect first.step 2/3");
    CHECK_FALSE(fs::exists(machine.data));
}

TEST_CASE("signs that are not on the sheet begin nothing, and a stick that is gone is said") {
    const FreshMachine machine;
    Terminal terminal(machine.data);
    found(terminal);
    fs::remove_all(machine.stick);
    terminal.play("tap first.write\nexpect notice");
    fs::create_directory(machine.stick);
    terminal.play("tap first.look\ntap first.folder.0\ntap first.write\ntap first.printed");
    type_signs(terminal, "0000");
    terminal.play("tap first.read.2");
    type_signs(terminal, "0000");
    CHECK(terminal.try_to("tap first.finish").find("greyed") != std::string::npos);
}
