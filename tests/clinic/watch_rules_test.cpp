#include "shared/clinic/watch_rules.h"

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::clinic;
using namespace std::chrono_literals;

namespace {

const WatchRules& rules() {
    static const WatchRules kRules =
        *load_watch_rules(std::filesystem::path(SANGO_SOURCE_DIR) / "assets/safety/watch.toml");
    return kRules;
}

Watching baby(std::chrono::milliseconds looked_at, std::optional<std::chrono::milliseconds> tended = {}) {
    Watching watching;
    watching.looked_at = looked_at;
    watching.tended_at = tended;
    return watching;
}

std::string code(std::string_view toml) {
    const auto read = read_watch_rules(toml, "watch.toml");
    return read ? "ok" : read.error().message.en;
}

}  // namespace

TEST_CASE(
    "a baby under a year is looked at every five minutes, an older one every ten, one of unknown age as the "
    "youngest") {
    CHECK(interval_of_age(rules(), Age{0, 3}).every == 300s);
    CHECK(interval_of_age(rules(), Age{11, 30}).every == 300s);
    CHECK(interval_of_age(rules(), Age{12, 0}).every == 600s);
    CHECK(interval_of_age(rules(), Age{90, 0}).every == 600s);
    CHECK(interval_of_age(rules(), std::nullopt).every == 300s);
}

TEST_CASE("a clinic's own interval holds within the rule's bounds") {
    const WatchInterval& young = rules().intervals.front();
    CHECK(interval_for(young, std::nullopt) == 300s);
    CHECK(interval_for(young, 180s) == 180s);
    CHECK(interval_for(young, 5s) == 60s);
    CHECK(interval_for(young, 3'600s) == 600s);
}

TEST_CASE(
    "after a feed or laying down the next look comes sooner for a quarter of an hour, and never later (003 8 "
    "(1))") {
    CHECK(look_due(rules(), baby(0ms)) == 300s);
    CHECK(look_due(rules(), baby(0ms, 0ms)) == 180s);
    CHECK(look_due(rules(), baby(0ms, 60s)) == 240s);
    CHECK(look_due(rules(), baby(0ms, 250s)) == 300s);
    CHECK(look_due(rules(), baby(600s, 0ms)) == 780s);
    CHECK(look_due(rules(), baby(800s, 0ms)) == 1'100s);
    CHECK(closer_until(rules(), baby(0ms, 0ms), 899s) == 900s);
    CHECK_FALSE(closer_until(rules(), baby(0ms, 0ms), 900s).has_value());
    CHECK_FALSE(closer_until(rules(), baby(0ms), 0s).has_value());
}

TEST_CASE("a baby seen prone, or of poor colour or breathing, is due again almost at once") {
    Watching prone = baby(0ms);
    prone.posture = Posture::prone;
    CHECK(look_due(rules(), prone) == 30s);
    Watching unwell = baby(0ms, 0ms);
    unwell.unwell = true;
    CHECK(look_due(rules(), unwell) == 30s);
}

TEST_CASE("what is due shows at once, then sounds, then sounds louder, and does not end by itself") {
    CHECK(alarm_at(rules(), 300s, 299'999ms) == Alarm::none);
    CHECK(alarm_at(rules(), 300s, 300s) == Alarm::shown);
    CHECK(alarm_at(rules(), 300s, 319'999ms) == Alarm::shown);
    CHECK(alarm_at(rules(), 300s, 320s) == Alarm::sound);
    CHECK(alarm_at(rules(), 300s, 360s) == Alarm::loud);
    CHECK(alarm_at(rules(), 300s, 100h) == Alarm::loud);
    CHECK(next_change(rules(), 300s, 0ms) == 300s);
    CHECK(next_change(rules(), 300s, 300s) == 320s);
    CHECK(next_change(rules(), 300s, 320s) == 360s);
    CHECK_FALSE(next_change(rules(), 300s, 360s).has_value());
}

TEST_CASE("every figure of the watch says where it comes from") {
    for (const WatchInterval& interval : rules().intervals) CHECK_FALSE(interval.source.empty());
    CHECK(rules().closer_for == 15min);
    CHECK(rules().closer_for_source.starts_with("003 8"));
    CHECK(rules().prone_source.starts_with("003 8"));
    CHECK(rules().staff_source.starts_with("003 8"));
    CHECK(rules().staff_needed == 2);
}

TEST_CASE("a slip in the file is named by line and field") {
    CHECK(code("format = 2") != "ok");
    CHECK(code("format = 1\n").find("interval") != std::string::npos);
    CHECK(code("format = 1\n[[interval]]\nunder_months = 12\nevery_s = 5\nleast = 60\nmost = 600\nsetting = "
               "\"a\"\nsource = \"b\"\n")
              .find("every_s") != std::string::npos);
    CHECK(code("nonsense").find("watch.toml") != std::string::npos);
}
