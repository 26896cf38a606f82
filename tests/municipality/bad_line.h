#pragma once

#include "shared/base/result.h"

#include <atomic>
#include <cstddef>
#include <memory>
#include <thread>
#include <vector>

namespace sango::municipality {

/// A line between clinic and municipality that can be cut at any byte: a TCP relay on 127.0.0.1.
class BadLine {
public:
    enum class Way { to_server, to_client };

    /// Listens on `port` (0: any free one) and hands each connection on to 127.0.0.1:`behind`.
    [[nodiscard]] static Result<std::unique_ptr<BadLine>> open(int port, int behind);
    ~BadLine();
    BadLine(const BadLine&) = delete;
    BadLine& operator=(const BadLine&) = delete;

    [[nodiscard]] int port() const { return port_; }
    /// Each later connection is reset (RST, both ends) once `bytes` have passed that way.
    void reset_after(Way way, std::size_t bytes);
    /// No more resets, no trickle.
    void mend();
    /// What goes to the client comes 16 bytes at a time, 20 ms apart.
    void trickle(bool on) { trickle_ = on; }
    /// Resets every connection that is open now.
    void reset_now() { ++resets_; }
    /// Closes every connection and hands no more on; what may still ask it things finds it there. May be
    /// called twice.
    void end();
    /// Bytes that passed in the newest connection.
    [[nodiscard]] std::size_t passed(Way way) const { return passed_[static_cast<std::size_t>(way)]; }

private:
    BadLine(int listener, int port, int behind);
    void listen();
    void carry(int client);

    int listener_;
    int port_;
    int behind_;
    std::atomic<bool> stop_{false};
    std::atomic<bool> trickle_{false};
    std::atomic<int> resets_{0};
    std::atomic<long long> limit_[2] = {-1, -1};
    std::atomic<std::size_t> passed_[2] = {0, 0};
    std::thread thread_;
    std::vector<std::thread> carriers_;
};

}  // namespace sango::municipality
