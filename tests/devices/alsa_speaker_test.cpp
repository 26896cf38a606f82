#include "kiosk/devices/sound.h"
#include "tests/support/temp_folder.h"

#include <atomic>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <numbers>

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace sango;
using namespace sango::devices;
using namespace std::chrono_literals;

namespace {

/// ALSA itself, with two cards made of its own parts: "heard" writes what it plays into a file, "broken" can
/// be opened and fails under the first sound.
class AlsaHouse {
public:
    AlsaHouse() {
        std::ofstream(folder_.path() / "alsa.conf") << fmt::format(
            "pcm.heard {{ type file slave.pcm {{ type null }} file \"{}\" format raw }}\n"
            "pcm.broken {{ type file slave.pcm {{ type null }} file \"/dev/full\" format raw }}\n",
            (folder_.path() / "heard.raw").string());
        setenv("ALSA_CONFIG_PATH", (folder_.path() / "alsa.conf").c_str(), 1);
    }
    ~AlsaHouse() { unsetenv("ALSA_CONFIG_PATH"); }
    AlsaHouse(const AlsaHouse&) = delete;
    AlsaHouse& operator=(const AlsaHouse&) = delete;

    [[nodiscard]] std::vector<std::int16_t> heard() const {
        std::ifstream in(folder_.path() / "heard.raw", std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), {}};
        std::vector<std::int16_t> samples(bytes.size() / 2);
        for (std::size_t i = 0; i < samples.size(); ++i)
            samples[i] = static_cast<std::int16_t>(static_cast<unsigned char>(bytes[2 * i]) |
                                                   (static_cast<unsigned char>(bytes[2 * i + 1]) << 8U));
        return samples;
    }

private:
    sango::test::TempFolder folder_{sango::test::memory_folder()};
};

/// Root of the mean square of a stretch of `milliseconds`, as a share of full scale.
double level(const std::vector<std::int16_t>& samples, int from, int milliseconds) {
    const auto begin = static_cast<std::size_t>(from * kSampleRate / 1'000);
    const auto count = static_cast<std::size_t>(milliseconds * kSampleRate / 1'000);
    double sum = 0;
    for (std::size_t i = begin; i < std::min(samples.size(), begin + count); ++i)
        sum += static_cast<double>(samples[i]) * samples[i];
    return std::sqrt(sum / static_cast<double>(count)) / 32'767;
}

/// How much of a tone of so many turns a second there is, as a share of full scale.
double tone(const std::vector<std::int16_t>& samples, int from, int milliseconds, double hertz) {
    const auto begin = static_cast<std::size_t>(from * kSampleRate / 1'000);
    const auto count = static_cast<std::size_t>(milliseconds * kSampleRate / 1'000);
    double in_step = 0;
    double across = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const double turn = 2 * std::numbers::pi * hertz * static_cast<double>(i) / kSampleRate;
        in_step += samples[begin + i] * std::cos(turn);
        across += samples[begin + i] * std::sin(turn);
    }
    return 2 * std::hypot(in_step, across) / static_cast<double>(count) / 32'767;
}

}  // namespace

TEST_CASE(
    "ALSA plays the loud alarm: most of its 1.2 seconds at a third of full scale or more, at 880 and 1175 "
    "Hz") {
    const AlsaHouse house;
    auto speaker = open_speaker("heard");
    REQUIRE(speaker.ok());
    REQUIRE((*speaker)->play(siren_turn(Siren::loud)).ok());
    speaker->reset();
    const auto heard = house.heard();
    REQUIRE(heard.size() == siren_turn(Siren::loud).size());
    CHECK(heard == siren_turn(Siren::loud));
    for (int part = 0; part < 6; ++part) CHECK(level(heard, part * 150, 150) > 0.33);
    CHECK(tone(heard, 20, 100, 880) > 0.5);
    CHECK(tone(heard, 20, 100, 1'175) < 0.1);
    CHECK(tone(heard, 170, 100, 1'175) > 0.5);
    CHECK(level(heard, 900, 300) == 0);
}

TEST_CASE("ALSA plays the chime: heard, and far below the loud alarm") {
    const AlsaHouse house;
    auto speaker = open_speaker("heard");
    REQUIRE(speaker.ok());
    REQUIRE((*speaker)->play(siren_turn(Siren::chime)).ok());
    speaker->reset();
    const auto heard = house.heard();
    REQUIRE(heard.size() == siren_turn(Siren::chime).size());
    CHECK(level(heard, 0, 600) > 0.1);
    CHECK(level(heard, 0, 600) < 0.3);
}

TEST_CASE("a card that breaks under the sound, and one that is gone, are told within a second") {
    const AlsaHouse house;
    for (const char* card : {"broken", "gone"}) {
        CAPTURE(card);
        std::atomic<int> lost{0};
        std::atomic<int> back{0};
        SirenThread siren([card] { return open_speaker(card); },
                          [&](std::optional<Error> trouble) { ++(trouble ? lost : back); });
        siren.sound(Siren::loud);
        for (int i = 0; i < 1'000 && lost == 0; ++i) std::this_thread::sleep_for(1ms);
        // Said once, and not taken back by the next try that fails too.
        std::this_thread::sleep_for(100ms);
        CHECK(lost == 1);
        CHECK(back == 0);
    }
}
