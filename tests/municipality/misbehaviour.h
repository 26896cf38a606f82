#pragma once

#include <mutex>
#include <optional>
#include <string_view>

namespace sango::municipality {

/// How a municipality can fail a clinic. What the letter says is entered in the books first in all that are
/// marked so: the answer is what gets lost.
enum class Misbehaviour {
    none,
    refuse,        ///< 422 with a reason at the first row
    reset,         ///< entered; the line is reset instead of an answer
    slow,          ///< entered; the answer trickles in
    server_error,  ///< 503 with Retry-After
    doubled,       ///< entered; the answer's body stands twice
    redirect,      ///< 307 to another place
    forged,        ///< entered; the receipt is signed by a stranger
    truncated      ///< entered; half the answer, then the line closes
};
/// refuse, reset, slow, 5xx, doubled, redirect, forged, truncated.
[[nodiscard]] std::optional<Misbehaviour> misbehaviour_from(std::string_view word);

/// What the next writes get. Safe from several threads.
class Mood {
public:
    /// `times` < 0: until told otherwise.
    void set(Misbehaviour misbehaviour, int times);
    [[nodiscard]] Misbehaviour next();

private:
    std::mutex lock_;
    Misbehaviour misbehaviour_ = Misbehaviour::none;
    int times_ = 0;
};

}  // namespace sango::municipality
