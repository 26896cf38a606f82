#pragma once

#include "tests/support/temp_folder.h"

#include <filesystem>
#include <string>
#include <vector>

#include <sys/types.h>

namespace sango::test {

struct Ran {
    int status = 0;
    std::string out;
    std::string err;
};
/// Runs one of our programs to its end.
[[nodiscard]] Ran run(const std::string& program, const std::vector<std::string>& arguments);

/// Nerima's reference receiver as a child process, for the clinic whose data it is given; with the demo's
/// roster.
class Town {
public:
    explicit Town(std::filesystem::path clinic_data);
    Town(const Town&) = delete;
    Town& operator=(const Town&) = delete;
    ~Town() { close(); }

    /// Closes and listens again at the same address, perhaps with other manners.
    void open(const std::vector<std::string>& more = {});
    void close();
    /// A picture of a card or coupon that it issues to this user number.
    [[nodiscard]] std::filesystem::path card(const std::string& user,
                                             const std::vector<std::string>& more = {});
    /// Its other commands.
    [[nodiscard]] Ran tell(const std::string& command, std::vector<std::string> arguments = {}) const;
    /// What it has accepted: lines of "<kind> <receipt number>".
    [[nodiscard]] std::vector<std::string> receipts() const;

private:
    TempFolder folder_;
    std::filesystem::path dir_ = folder_.path() / "nerima";
    std::filesystem::path clinic_data_;
    std::string port_ = "0";
    pid_t serving_ = 0;
    int cards_ = 0;
};

}  // namespace sango::test
