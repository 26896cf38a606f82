#include "kiosk/devices/sound.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace sango::devices {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kSlice{100};           // how soon a change is heard
constexpr milliseconds kReopenQuiet{10'000};  // while nothing has to be heard
constexpr milliseconds kReopenSounding{1'000};

/// A tone that begins at once and dies away, so that nothing clicks. `brightness` adds the octave above.
struct Note {
    double hertz;
    int milliseconds;
    double loudness;
    double brightness;
};

void append(std::vector<std::int16_t>& samples, const Note& note) {
    const int count = note.milliseconds * kSampleRate / 1'000;
    const int edge = std::min(count / 4, kSampleRate / 200);
    for (int i = 0; i < count; ++i) {
        const double turn = 2 * std::numbers::pi * note.hertz * i / kSampleRate;
        const double wave = (std::sin(turn) + note.brightness * std::sin(2 * turn)) / (1 + note.brightness);
        const double in = std::min(1.0, static_cast<double>(i) / edge);
        const double out = std::min(1.0, static_cast<double>(count - i) / edge);
        samples.push_back(static_cast<std::int16_t>(wave * in * out * note.loudness * 32'000));
    }
}

}  // namespace

Error no_sound() {
    return error("no_sound", "音が出ません。スピーカーと音量を確かめてください。知らせは画面に出ます。",
                 "There is no sound. Check the loudspeaker and its volume. Alarms are shown on the screen.");
}

std::vector<std::int16_t> siren_turn(Siren siren) {
    std::vector<std::int16_t> samples;
    switch (siren) {
        case Siren::silent:
            break;
        case Siren::chime:
            append(samples, {659, 220, 0.35, 0.1});
            append(samples, {880, 420, 0.35, 0.1});
            append(samples, {880, 1'800, 0, 0});
            break;
        case Siren::loud:
            for (int i = 0; i < 3; ++i) {
                append(samples, {880, 150, 1, 0.6});
                append(samples, {1'175, 150, 1, 0.6});
            }
            append(samples, {880, 300, 0, 0});
            break;
    }
    return samples;
}

SirenThread::SirenThread(SpeakerSource source, std::function<void(std::optional<Error>)> trouble)
    : source_(std::move(source)), trouble_(std::move(trouble)), thread_([this] { run(); }) {}

SirenThread::~SirenThread() {
    {
        const std::scoped_lock lock(mutex_);
        ending_ = true;
    }
    told_.notify_all();
    thread_.join();
}

void SirenThread::sound(Siren siren) {
    {
        const std::scoped_lock lock(mutex_);
        siren_ = siren;
    }
    told_.notify_all();
}

bool SirenThread::changed(Siren from) {
    const std::scoped_lock lock(mutex_);
    return ending_ || siren_ != from;
}

void SirenThread::wait(milliseconds most, Siren from) {
    std::unique_lock lock(mutex_);
    told_.wait_for(lock, most, [&] { return ending_ || siren_ != from; });
}

bool SirenThread::ready() {
    if (speaker_) return true;
    auto opened = source_();
    if (opened) {
        speaker_ = std::move(*opened);
        if (!broke_ && std::exchange(in_trouble_, false)) trouble_(std::nullopt);
        return true;
    }
    if (!std::exchange(in_trouble_, true)) trouble_(opened.error());
    return false;
}

void SirenThread::play_turn(Siren siren) {
    const std::vector<std::int16_t> turn = siren_turn(siren);
    constexpr std::size_t kSamples = static_cast<std::size_t>(kSampleRate) * kSlice.count() / 1'000;
    for (std::size_t at = 0; at < turn.size() && !changed(siren); at += kSamples) {
        if (!plays(std::span(turn).subspan(at, std::min(kSamples, turn.size() - at))))
            return wait(kReopenSounding, siren);
    }
}

/// A card that can be opened and does not sound is lost all the same, until it has taken something.
bool SirenThread::plays(std::span<const std::int16_t> samples) {
    const auto played = speaker_->play(samples);
    if (played) {
        broke_ = false;
        if (std::exchange(in_trouble_, false)) trouble_(std::nullopt);
        return true;
    }
    speaker_.reset();
    broke_ = true;
    if (!std::exchange(in_trouble_, true)) trouble_(played.error());
    return false;
}

void SirenThread::run() {
    for (;;) {
        Siren siren{};
        {
            const std::scoped_lock lock(mutex_);
            if (ending_) return;
            siren = siren_;
        }
        const bool open = ready();
        if (!open)
            wait(siren == Siren::silent ? kReopenQuiet : kReopenSounding, siren);
        else if (siren == Siren::silent)
            wait(broke_ && !plays(std::vector<std::int16_t>(kSampleRate / 100)) ? kReopenQuiet
                                                                                : std::chrono::hours(1),
                 siren);
        else
            play_turn(siren);
    }
}

}  // namespace sango::devices
