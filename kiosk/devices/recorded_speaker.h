#pragma once

#include "kiosk/devices/sound.h"

#include <memory>

namespace sango::devices {

/// What a recorded speaker was given, safe from several threads; outlives the speaker.
class Recording {
public:
    struct Heard {
        std::chrono::steady_clock::time_point at;  ///< of the first sample
        std::size_t samples = 0;
        int loudest = 0;  ///< 0 to 32,767
    };
    void add(std::span<const std::int16_t> samples);
    /// Everything since the last clear().
    [[nodiscard]] Heard heard() const;
    void clear();
    /// While broken every speaker of this recording fails, and none can be opened.
    void set_broken(bool broken);
    [[nodiscard]] bool broken() const;

private:
    mutable std::mutex mutex_;
    Heard heard_;
    bool broken_ = false;
};

/// Speakers that record instead of sounding: the twin of ALSA's for tests. They take as long as the sound
/// would.
[[nodiscard]] SpeakerSource recorded_speakers(std::shared_ptr<Recording> recording);

}  // namespace sango::devices
