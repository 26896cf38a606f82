#pragma once

#include <atomic>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace sango::test {

/// A print service on loopback that speaks IPP as CUPS does, with one queue, 事務室 ("jimu").
class FakePrinters {
public:
    FakePrinters();
    ~FakePrinters();
    FakePrinters(const FakePrinters&) = delete;
    FakePrinters& operator=(const FakePrinters&) = delete;

    /// "127.0.0.1:port".
    [[nodiscard]] std::string server() const { return "127.0.0.1:" + std::to_string(port_); }
    [[nodiscard]] int port() const { return port_; }

    struct Taken {
        std::string title;
        std::string format;
        std::string media;
        std::string user;
        std::string bytes;
    };
    [[nodiscard]] std::vector<Taken> taken() const;
    /// So many printed jobs were asked to be kept no longer.
    [[nodiscard]] int forgotten() const { return forgotten_; }
    /// What the printer says of itself from now on: "none", "media-empty-error", "offline-report".
    void set_reason(std::string reason);
    void set_accepts(bool accepts) { accepts_ = accepts; }
    void set_spoils(bool spoils) { spoils_ = spoils; }  ///< jobs end aborted

private:
    void run();
    void serve(int listener);

    int listener_ = -1;
    int port_ = 0;
    std::atomic<bool> ending_{false};
    std::atomic<bool> accepts_{true};
    std::atomic<bool> spoils_{false};
    std::atomic<int> forgotten_{0};
    mutable std::mutex mutex_;
    std::string reason_ = "none";
    std::vector<Taken> taken_;
    std::thread thread_;
};

}  // namespace sango::test
