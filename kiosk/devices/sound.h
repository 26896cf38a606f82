#pragma once

#include "shared/base/result.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <thread>
#include <vector>

namespace sango::devices {

/// 知らせる音. `chime` is heard in the next room and wakes no baby; `loud` is heard through doors.
enum class Siren { silent, chime, loud };

inline constexpr int kSampleRate = 48'000;  ///< a second, mono, 16 bit

/// One turn of the siren, its pause included: 1 to 2.5 s, computed, no file. Empty while silent.
[[nodiscard]] std::vector<std::int16_t> siren_turn(Siren siren);

/// Where sound comes out.
class Speaker {
public:
    virtual ~Speaker() = default;
    /// Hands the samples over; waits until there is room for them, at most about their own length. An error
    /// means that the speaker is to be opened again: no_sound.
    [[nodiscard]] virtual Result<Done> play(std::span<const std::int16_t> samples) = 0;
};
/// What to say and do where there is none.
[[nodiscard]] Error no_sound();
using SpeakerSource = std::function<Result<std::unique_ptr<Speaker>>()>;

/// The machine's own (ALSA), e.g. "default". Error no_sound: there is none, or another program has it.
[[nodiscard]] Result<std::unique_ptr<Speaker>> open_speaker(const std::string& device);

/// A thread that sounds the siren until told otherwise, whatever else the program is doing. Opens the speaker
/// at once, so that a missing one is known before it is needed, and again and again while it is missing.
class SirenThread {
public:
    /// `trouble` is called on this thread: the error once each time sound is lost, nullopt once each time it
    /// is back.
    SirenThread(SpeakerSource source, std::function<void(std::optional<Error>)> trouble);
    ~SirenThread();
    SirenThread(const SirenThread&) = delete;
    SirenThread& operator=(const SirenThread&) = delete;

    /// From any thread; returns at once. The sound follows within a tenth of a second.
    void sound(Siren siren);

private:
    void run();
    [[nodiscard]] bool changed(Siren from);
    void wait(std::chrono::milliseconds most, Siren from);
    void play_turn(Siren siren);
    bool ready();
    bool plays(std::span<const std::int16_t> samples);

    SpeakerSource source_;
    std::function<void(std::optional<Error>)> trouble_;
    std::unique_ptr<Speaker> speaker_;
    bool in_trouble_ = false;
    bool broke_ = false;  ///< the last sound was not taken
    std::mutex mutex_;
    std::condition_variable told_;
    Siren siren_ = Siren::silent;
    bool ending_ = false;
    std::thread thread_;  // last: starts when everything else is there
};

}  // namespace sango::devices
