#include "kiosk/devices/recorded_speaker.h"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <functional>
#include <numeric>

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::devices;
using namespace std::chrono_literals;

namespace {

int loudest(const std::vector<std::int16_t>& samples) {
    int most = 0;
    for (const std::int16_t sample : samples) most = std::max(most, std::abs(int{sample}));
    return most;
}

bool comes(const std::function<bool()>& so) {
    for (int i = 0; i < 3'000 && !so(); ++i) std::this_thread::sleep_for(1ms);
    return so();
}

}  // namespace

TEST_CASE("the siren is computed: the chime is quiet, the loud one as loud as it goes, neither clicks") {
    CHECK(siren_turn(Siren::silent).empty());
    const auto chime = siren_turn(Siren::chime);
    const auto loud = siren_turn(Siren::loud);
    CHECK(loudest(loud) > 20'000);
    CHECK(loudest(chime) * 2 < loudest(loud));
    CHECK(loudest(chime) > 5'000);
    for (const auto& turn : {chime, loud}) {
        CHECK(turn.size() >= kSampleRate);
        CHECK(turn.size() <= static_cast<std::size_t>(kSampleRate) * 5 / 2);
        CHECK(std::abs(int{turn.front()}) < 100);
        CHECK(std::abs(int{turn.back()}) < 100);
        int steepest = 0;
        for (std::size_t i = 1; i < turn.size(); ++i)
            steepest = std::max(steepest, std::abs(turn[i] - turn[i - 1]));
        CHECK(steepest < 12'000);
    }
}

TEST_CASE("it sounds until it is told to be silent") {
    const auto recording = std::make_shared<Recording>();
    SirenThread siren(recorded_speakers(recording), [](std::optional<Error>) {});
    std::this_thread::sleep_for(50ms);
    CHECK(recording->heard().samples == 0);
    siren.sound(Siren::loud);
    CHECK(comes([&] { return recording->heard().samples > 2 * siren_turn(Siren::loud).size() / 3; }));
    siren.sound(Siren::silent);
    std::this_thread::sleep_for(250ms);
    const std::size_t then = recording->heard().samples;
    std::this_thread::sleep_for(150ms);
    CHECK(recording->heard().samples == then);
}

TEST_CASE("a speaker that is missing is told at once, one that comes is used, one that goes is told again") {
    const auto recording = std::make_shared<Recording>();
    recording->set_broken(true);
    std::atomic<int> lost{0};
    std::atomic<int> back{0};
    SirenThread siren(recorded_speakers(recording), [&](std::optional<Error> trouble) {
        if (trouble && trouble->code == "no_sound")
            ++lost;
        else
            ++back;
    });
    CHECK(comes([&] { return lost == 1; }));
    siren.sound(Siren::chime);
    std::this_thread::sleep_for(50ms);
    CHECK(lost == 1);
    recording->set_broken(false);
    CHECK(comes([&] { return back == 1 && recording->heard().samples > 0; }));
    recording->set_broken(true);
    CHECK(comes([&] { return lost == 2; }));
}

TEST_CASE("a loudspeaker that does not exist is an error with words for a person") {
    const auto speaker = open_speaker("no-such-card");
    REQUIRE_FALSE(speaker.ok());
    CHECK(speaker.error().code == "no_sound");
    CHECK_FALSE(speaker.error().message.ja.empty());
}
