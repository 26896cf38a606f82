#include "tests/municipality/bad_line.h"

#include <array>
#include <chrono>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sango::municipality {
namespace {

constexpr int kGlance = 20;  // milliseconds between looks at what was asked meanwhile

sockaddr_in loopback(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

void reset(int socket) {
    const linger at_once{1, 0};
    ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    ::close(socket);
}

bool send_all(int socket, const char* bytes, std::size_t count) {
    while (count > 0) {
        const ssize_t sent = ::send(socket, bytes, count, MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes += sent;
        count -= static_cast<std::size_t>(sent);
    }
    return true;
}

}  // namespace

Result<std::unique_ptr<BadLine>> BadLine::open(int port, int behind) {
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(port);
    socklen_t size = sizeof address;
    const int yes = 1;
    ::setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (::bind(listener, reinterpret_cast<const sockaddr*>(&address), size) != 0 ||
        ::listen(listener, 16) != 0 ||
        ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
        ::close(listener);
        return error("no_port", "ポートを開けません。", "The port cannot be opened.");
    }
    return std::unique_ptr<BadLine>(new BadLine(listener, ntohs(address.sin_port), behind));
}

BadLine::BadLine(int listener, int port, int behind) : listener_(listener), port_(port), behind_(behind) {
    thread_ = std::thread([this] { listen(); });
}

BadLine::~BadLine() {
    end();
}

void BadLine::end() {
    if (stop_.exchange(true)) return;
    thread_.join();
    for (std::thread& carrier : carriers_) carrier.join();
    ::close(listener_);
}

void BadLine::reset_after(Way way, std::size_t bytes) {
    mend();
    limit_[static_cast<std::size_t>(way)] = static_cast<long long>(bytes);
}

void BadLine::mend() {
    limit_[0] = -1;
    limit_[1] = -1;
    trickle_ = false;
}

void BadLine::listen() {
    while (!stop_) {
        pollfd waiting{listener_, POLLIN, 0};
        if (::poll(&waiting, 1, kGlance) <= 0) continue;
        const int client = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (client >= 0) carriers_.emplace_back([this, client] { carry(client); });
    }
}

void BadLine::carry(int client) {
    const int server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(behind_);
    const int yes = 1;
    ::setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    ::setsockopt(server, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    bool open = ::connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    bool cut = !open;
    const int resets_before = resets_;
    std::array<std::size_t, 2> passed{};
    passed_[0] = 0;
    passed_[1] = 0;
    while (open && !cut && !stop_) {
        cut = resets_ != resets_before;
        for (std::size_t way = 0; way < 2 && !cut; ++way)
            cut = limit_[way] >= 0 && passed[way] >= static_cast<std::size_t>(limit_[way]);
        if (cut) break;
        std::array<pollfd, 2> ends{{{client, POLLIN, 0}, {server, POLLIN, 0}}};
        if (::poll(ends.data(), ends.size(), kGlance) <= 0) continue;
        for (std::size_t way = 0; way < 2; ++way) {
            if (ends[way].revents == 0) continue;
            std::array<char, 16384> bytes{};
            std::size_t most = bytes.size();
            if (limit_[way] >= 0) {
                const auto limit = static_cast<std::size_t>(limit_[way]);
                most = std::min(most, limit > passed[way] ? limit - passed[way] : 0);
                if (most == 0) break;
            }
            if (trickle_ && way == 1) {
                std::this_thread::sleep_for(std::chrono::milliseconds(20));
                most = std::min<std::size_t>(most, 16);
            }
            const ssize_t count = ::recv(way == 0 ? client : server, bytes.data(), most, 0);
            cut = resets_ != resets_before;  // asked for before these bytes were written
            if (cut) break;
            open = count > 0 &&
                   send_all(way == 0 ? server : client, bytes.data(), static_cast<std::size_t>(count));
            if (!open) break;
            passed[way] += static_cast<std::size_t>(count);
            passed_[way] = passed[way];
        }
    }
    if (cut) {
        reset(client);
        reset(server);
    } else {
        ::close(client);
        ::close(server);
    }
}

}  // namespace sango::municipality
