// `sango report` and `sango-municipality` as programs, as packaging/run.sh and a person use them.

#include "tests/sync/line_to_municipality.h"

#include <array>
#include <csignal>
#include <cstdio>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <sys/wait.h>
#include <unistd.h>

using namespace sango;
using nlohmann::json;
using test::MonthDesk;

namespace {

const std::string kBin = SANGO_BIN_DIR;

struct Ran {
    int code = -1;
    std::string out;  ///< standard output and standard error
};

Ran run(const std::string& command) {
    const std::string whole =
        "LANG=C SANGO_ASSETS=" + std::string(SANGO_SOURCE_DIR) + "/assets " + command + " 2>&1";
    Ran ran;
    std::FILE* pipe = popen(whole.c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::array<char, 4096> part{};
    while (const std::size_t count = std::fread(part.data(), 1, part.size(), pipe))
        ran.out.append(part.data(), count);
    const int status = pclose(pipe);
    ran.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return ran;
}

/// sango-municipality serving as a child process; its first line says that it listens.
class Serving {
public:
    Serving(const std::filesystem::path& folder, const std::vector<std::string>& more) {
        std::vector<std::string> words{kBin + "/sango-municipality", "serve", "--dir", folder.string()};
        words.insert(words.end(), more.begin(), more.end());
        std::vector<char*> raw;
        for (std::string& word : words) raw.push_back(word.data());
        raw.push_back(nullptr);
        std::array<int, 2> ends{};
        REQUIRE(pipe(ends.data()) == 0);
        child_ = fork();
        REQUIRE(child_ >= 0);
        if (child_ == 0) {
            dup2(ends[1], STDOUT_FILENO);
            close(ends[0]);
            close(ends[1]);
            execv(raw[0], raw.data());
            _exit(127);
        }
        close(ends[1]);
        char first = 0;
        const bool listens = read(ends[0], &first, 1) == 1;
        close(ends[0]);
        REQUIRE(listens);
    }
    Serving(const Serving&) = delete;
    Serving& operator=(const Serving&) = delete;
    ~Serving() {
        kill(child_, SIGTERM);
        int status = 0;
        waitpid(child_, &status, 0);
    }

private:
    pid_t child_ = -1;
};

/// A clinic with a whole November, closed by the program that opened it.
struct Evening {
    MonthDesk desk;
    std::filesystem::path office = desk.temp.path() / "nerima";
    std::string user;

    Evening() {
        (void)desk.whole_use();
        user = desk.november().rows[0].user_number;
        desk.opened.reset();
        REQUIRE(run(kBin + "/sango-municipality init --dir " + office.string() +
                    " --clinic sakura-0123 --clinic-data " + desk.data.string())
                    .code == 0);
        const auto file = desk.temp.path() / "roster.json";
        REQUIRE(municipality::write_file(file, R"({"users":[{"user_number":")" + user + R"("}]})").ok());
        REQUIRE(run(kBin + "/sango-municipality roster --dir " + office.string() + " --file " + file.string())
                    .out == "1\n");
    }
    [[nodiscard]] std::vector<std::string> clinic_data() const {
        return {"--clinic-data", desk.data.string()};
    }
    [[nodiscard]] Ran report(const std::string& words,
                             const std::string& at = "2026-12-01T09:00:00+09:00") const {
        return run(kBin + "/sango --data " + desk.data.string() + " report " + words +
                   " --programme nerima --month 2026-11 --at " + at);
    }
    [[nodiscard]] std::vector<json> receipts() const {
        std::vector<json> all;
        std::istringstream lines(
            run(kBin + "/sango-municipality receipts --json --dir " + office.string()).out);
        for (std::string line; std::getline(lines, line);) all.push_back(json::parse(line));
        return all;
    }
};

}  // namespace

TEST_CASE(
    "from the command line: build, check, close, send, status, and each thing is at the municipality once") {
    Evening evening;
    const Serving serving(evening.office, evening.clinic_data());
    const Ran built = evening.report("build");
    CHECK(built.code == 0);
    CHECK(built.out.find(evening.user) != std::string::npos);
    CHECK(built.out.find("to be mended: 0") != std::string::npos);
    CHECK(evening.report("check").code == 0);
    CHECK(evening.report("send").code == 1);  // not closed yet
    CHECK(evening.report("close", "2026-11-30T09:00:00+09:00").out ==
          "sango: Close the month once it is over.\n");
    CHECK(evening.report("close").code == 0);
    CHECK(evening.report("close").code == 1);
    const Ran sent = evening.report("send");
    CHECK(sent.code == 0);
    const auto receipts = evening.receipts();
    REQUIRE(receipts.size() == 2);
    CHECK(sent.out.find("accepted " + receipts[1]["number"].get<std::string>()) != std::string::npos);
    CHECK(evening.report("send").code == 0);
    CHECK(evening.receipts().size() == 2);
    const json status = json::parse(evening.report("status --json").out);
    CHECK(status["stage"] == "accepted");
    CHECK(status["receipt"] == receipts[1]["number"]);
    CHECK(status["totals"]["days"] == 1);
}

TEST_CASE("from the command line: what is missing is exit status 1, what is malformed 2") {
    MonthDesk desk;
    (void)desk.use_in_house();
    desk.opened.reset();
    const std::string sango = kBin + "/sango --data " + desk.data.string() + " report ";
    const Ran check = run(sango + "check --programme nerima --month 2026-11");
    CHECK(check.code == 1);
    CHECK(check.out.find("No check-out recorded") != std::string::npos);
    CHECK(run(sango + "check --programme nerima --month 2026-13").code == 2);
    CHECK(run(sango + "check --programme atlantis --month 2026-11").code == 2);
    CHECK(run(sango + "check --programme nerima").code == 2);
    CHECK(run(kBin + "/sango report check --programme nerima --month 2026-11").code == 2);
    desk.open();
    CHECK(run(sango + "check --programme nerima --month 2026-11").code == 3);  // another program has the data
}

TEST_CASE("from the command line: a municipality that fails twice is tried until the receipt is there") {
    for (const char* how : {"reset", "5xx"}) {
        CAPTURE(how);
        Evening evening;
        REQUIRE(evening.report("close").code == 0);
        auto words = evening.clinic_data();
        words.insert(words.end(), {"--misbehave", how, "--misbehave-times", "2"});
        const Serving serving(evening.office, words);
        const Ran sent = evening.report("send --wait 60");
        CHECK_MESSAGE(sent.code == 0, sent.out);
        // It ends with the report's receipt; the day's notice may still wait for its own next try.
        CHECK(evening.report("send", "2026-12-01T12:00:00+09:00").code == 0);
        CHECK(evening.receipts().size() == 2);
    }
}

TEST_CASE("from the command line: a refusal is shown with its row, and sent again unchanged on wish") {
    Evening evening;
    REQUIRE(evening.report("close").code == 0);
    {
        auto words = evening.clinic_data();
        words.insert(words.end(), {"--misbehave", "refuse"});
        const Serving serving(evening.office, words);
        const Ran sent = evening.report("send");
        CHECK(sent.code == 1);
        CHECK(sent.out.find("× " + evening.user + ": Please check the user number.") != std::string::npos);
    }
    const Serving serving(evening.office, evening.clinic_data());
    CHECK(evening.report("send").code == 1);
    CHECK(evening.receipts().empty());
    CHECK(evening.report("send --again").code == 0);
    CHECK(evening.receipts().size() == 2);
}
