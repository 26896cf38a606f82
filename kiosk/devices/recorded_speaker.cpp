#include "kiosk/devices/recorded_speaker.h"

#include <algorithm>
#include <cstdlib>

namespace sango::devices {
namespace {

class RecordedSpeaker final : public Speaker {
public:
    explicit RecordedSpeaker(std::shared_ptr<Recording> recording) : recording_(std::move(recording)) {}

    Result<Done> play(std::span<const std::int16_t> samples) override {
        if (recording_->broken()) return no_sound();
        recording_->add(samples);
        std::this_thread::sleep_for(std::chrono::microseconds(samples.size() * 1'000'000 / kSampleRate));
        return Done{};
    }

private:
    std::shared_ptr<Recording> recording_;
};

}  // namespace

void Recording::add(std::span<const std::int16_t> samples) {
    const std::scoped_lock lock(mutex_);
    if (heard_.samples == 0) heard_.at = std::chrono::steady_clock::now();
    heard_.samples += samples.size();
    for (const std::int16_t sample : samples)
        heard_.loudest = std::max(heard_.loudest, std::abs(int{sample}));
}

Recording::Heard Recording::heard() const {
    const std::scoped_lock lock(mutex_);
    return heard_;
}

void Recording::clear() {
    const std::scoped_lock lock(mutex_);
    heard_ = {};
}

void Recording::set_broken(bool broken) {
    const std::scoped_lock lock(mutex_);
    broken_ = broken;
}

bool Recording::broken() const {
    const std::scoped_lock lock(mutex_);
    return broken_;
}

SpeakerSource recorded_speakers(std::shared_ptr<Recording> recording) {
    return [recording = std::move(recording)]() -> Result<std::unique_ptr<Speaker>> {
        if (recording->broken()) return no_sound();
        return std::unique_ptr<Speaker>(std::make_unique<RecordedSpeaker>(recording));
    };
}

}  // namespace sango::devices
