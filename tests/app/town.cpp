#include "tests/app/town.h"

#include "tests/app/terminal.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <fstream>
#include <sstream>
#include <thread>

#include <doctest/doctest.h>
#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace sango::test {
namespace {

namespace fs = std::filesystem;

pid_t spawn(const std::string& program, const std::vector<std::string>& arguments, const fs::path& out,
            const fs::path& err) {
    const std::string path = std::string(SANGO_BIN_DIR) + "/" + program;
    std::vector<std::string> words{path};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    posix_spawn_file_actions_t files{};
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, 1, out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_addopen(&files, 2, err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    pid_t child = 0;
    const int failed = posix_spawn(&child, path.c_str(), &files, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    REQUIRE_MESSAGE(failed == 0, path);
    return child;
}

int wait_for(pid_t child) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

std::string text_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

}  // namespace

Ran run(const std::string& program, const std::vector<std::string>& arguments) {
    const TempFolder folder;
    Ran ran;
    ran.status = wait_for(spawn(program, arguments, folder.path() / "out", folder.path() / "err"));
    ran.out = text_of(folder.path() / "out");
    ran.err = text_of(folder.path() / "err");
    return ran;
}

Town::Town(fs::path clinic_data) : clinic_data_(std::move(clinic_data)) {
    const auto made = tell("init", {"--clinic", "sakura-0123", "--clinic-data", clinic_data_.string()});
    REQUIRE_MESSAGE(made.status == 0, made.err);
    const auto roster = run("sango", {"demo", "--roster", "nerima", "--at", kDemoAt});
    REQUIRE_MESSAGE(roster.status == 0, roster.err);
    std::ofstream(folder_.path() / "roster.json") << roster.out;
    const auto put = tell("roster", {"--file", (folder_.path() / "roster.json").string()});
    REQUIRE_MESSAGE(put.status == 0, put.err);
    open();
}

void Town::open(const std::vector<std::string>& more) {
    close();
    const fs::path port = folder_.path() / "port";
    fs::remove(port);
    std::vector<std::string> arguments{"serve",      "--dir",       dir_,   "--port",
                                       port_,        "--port-file", port,   "--clinic-data",
                                       clinic_data_, "--at",        kDemoAt};
    arguments.insert(arguments.end(), more.begin(), more.end());
    // Its own port of before may still be held by a connection that is ending: then it is tried again.
    for (int tries = 0; !fs::exists(port); ++tries) {
        serving_ = spawn("sango-municipality", arguments, folder_.path() / "serve.out",
                         folder_.path() / "serve.err");
        int status = 0;
        while (!fs::exists(port) && waitpid(serving_, &status, WNOHANG) == 0) std::this_thread::yield();
        if (fs::exists(port)) break;
        REQUIRE_MESSAGE(tries < 50, text_of(folder_.path() / "serve.err"));
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    port_ = text_of(port);
    port_.erase(port_.find_last_not_of('\n') + 1);
}

void Town::close() {
    if (serving_ == 0) return;
    kill(serving_, SIGTERM);
    CHECK_MESSAGE(wait_for(serving_) == 0, text_of(folder_.path() / "serve.err"));
    serving_ = 0;
}

fs::path Town::card(const std::string& user, const std::vector<std::string>& more) {
    fs::path picture = folder_.path() / ("card-" + std::to_string(++cards_) + ".png");
    std::vector<std::string> arguments{"--user", user, "--out", picture.string(), "--at", kDemoAt};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const auto issued = tell("issue-card", arguments);
    REQUIRE_MESSAGE(issued.status == 0, issued.err);
    return picture;
}

Ran Town::tell(const std::string& command, std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {command, "--dir", dir_.string()});
    return run("sango-municipality", arguments);
}

std::vector<std::string> Town::receipts() const {
    const auto told = tell("receipts", {"--json"});
    REQUIRE_MESSAGE(told.status == 0, told.err);
    std::vector<std::string> receipts;
    std::istringstream lines(told.out);
    for (std::string line; std::getline(lines, line);) {
        const auto receipt = nlohmann::json::parse(line);
        receipts.push_back(receipt.at("kind").get<std::string>() + " " +
                           receipt.at("number").get<std::string>());
    }
    return receipts;
}

}  // namespace sango::test
