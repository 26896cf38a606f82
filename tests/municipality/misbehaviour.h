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
    truncated,     ///< entered; half the answer, then the line closes
    status,        ///< not taken: problem+json of Turn::status
    reordered      ///< entered; what comes is the answer to the request before
};

/// What one request gets.
struct Turn {
    Misbehaviour how = Misbehaviour::none;
    int status = 0;
};

/// refuse, reset, slow, 5xx, doubled, redirect, forged, truncated.
[[nodiscard]] std::optional<Misbehaviour> misbehaviour_from(std::string_view word);

/// What the next requests get. Safe from several threads.
class Mood {
public:
    /// `times` < 0: until told otherwise.
    void set(Misbehaviour misbehaviour, int times, int status = 0);
    [[nodiscard]] Turn next();

private:
    std::mutex lock_;
    Turn turn_;
    int times_ = 0;
};

}  // namespace sango::municipality
