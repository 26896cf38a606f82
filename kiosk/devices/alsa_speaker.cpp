#include "kiosk/devices/sound.h"

#include <alsa/asoundlib.h>

namespace sango::devices {
namespace {

constexpr unsigned kLatencyMicroseconds = 200'000;

/// ALSA prints its own complaints to standard error; ours is the word that counts.
void keep_quiet(const char*, int, const char*, int, const char*, ...) {}

class AlsaSpeaker final : public Speaker {
public:
    explicit AlsaSpeaker(snd_pcm_t* card) : card_(card) {}
    ~AlsaSpeaker() override {
        snd_pcm_drop(card_);
        snd_pcm_close(card_);
    }
    AlsaSpeaker(const AlsaSpeaker&) = delete;
    AlsaSpeaker& operator=(const AlsaSpeaker&) = delete;

    Result<Done> play(std::span<const std::int16_t> samples) override {
        while (!samples.empty()) {
            snd_pcm_sframes_t written = snd_pcm_writei(card_, samples.data(), samples.size());
            // An underrun between two turns is usual: the card starts anew.
            if (written < 0) written = snd_pcm_recover(card_, static_cast<int>(written), 1);
            if (written < 0) return no_sound();
            samples = samples.subspan(static_cast<std::size_t>(written));
        }
        return Done{};
    }

private:
    snd_pcm_t* card_;
};

}  // namespace

Result<std::unique_ptr<Speaker>> open_speaker(const std::string& device) {
    snd_lib_error_set_handler(keep_quiet);
    snd_pcm_t* card = nullptr;
    if (snd_pcm_open(&card, device.c_str(), SND_PCM_STREAM_PLAYBACK, SND_PCM_NONBLOCK) < 0) return no_sound();
    // Opening must not wait for another program; writing may wait for room.
    if (snd_pcm_nonblock(card, 0) < 0 ||
        snd_pcm_set_params(card, SND_PCM_FORMAT_S16, SND_PCM_ACCESS_RW_INTERLEAVED, 1,
                           static_cast<unsigned>(kSampleRate), 1, kLatencyMicroseconds) < 0) {
        snd_pcm_close(card);
        return no_sound();
    }
    return std::unique_ptr<Speaker>(std::make_unique<AlsaSpeaker>(card));
}

}  // namespace sango::devices
