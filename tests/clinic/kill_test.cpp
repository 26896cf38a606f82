#include "tests/clinic/desk.h"

#include <algorithm>
#include <csignal>
#include <iterator>
#include <random>

#include <sys/wait.h>
#include <unistd.h>

using namespace sango;
using namespace sango::clinic;
using sango::test::Desk;

namespace {

constexpr std::size_t kIdLength = 36;

/// Registers, checks in and writes notes without end; each id goes through the pipe once it is confirmed.
[[noreturn]] void work_until_killed(Desk& desk, int round, int confirmed) {
    desk.open();
    const auto confirm = [&](char what, const std::string& id) {
        const std::string line = what + id;
        if (::write(confirmed, line.data(), line.size()) != static_cast<ssize_t>(line.size())) _exit(3);
    };
    for (int i = 0;; ++i) {
        desk.strangers = 10'000 * (round + 1) + i;
        const CheckInDraft draft = desk.draft_of_someone_new();
        confirm('m', draft.mother_id);
        const auto use = check_in(desk.clinic(), draft);
        if (!use) _exit(4);
        confirm('u', *use);
        for (int n = 0; n < 5; ++n) {
            const auto note = write_note(desk.clinic(), desk.milk(*use, 60));
            if (!note) _exit(5);
            confirm('n', *note);
        }
    }
}

/// At most `most` confirmations; fewer where the pipe ends.
std::vector<std::string> read_lines(int from, std::size_t most) {
    std::vector<std::string> lines;
    while (lines.size() < most) {
        std::string line(1 + kIdLength, '\0');
        std::size_t filled = 0;
        while (filled < line.size()) {
            const ssize_t got = ::read(from, line.data() + filled, line.size() - filled);
            if (got <= 0) return lines;
            filled += static_cast<std::size_t>(got);
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace

TEST_CASE("A program killed at any moment has lost nothing that it confirmed") {
    Desk desk(true);
    desk.opened.reset();
    std::mt19937 chance(20'261'121);
    std::size_t confirmed_in_all = 0;
    for (int round = 0; round < 20; ++round) {
        int ends[2] = {};
        REQUIRE(pipe(ends) == 0);
        const pid_t child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            ::close(ends[0]);
            work_until_killed(desk, round, ends[1]);
        }
        ::close(ends[1]);
        // Killed in whatever it does after so many confirmations, while nobody waits for it.
        auto confirmed = read_lines(ends[0], std::uniform_int_distribution<std::size_t>(1, 40)(chance));
        REQUIRE(kill(child, SIGKILL) == 0);
        std::ranges::move(read_lines(ends[0], std::string::npos), std::back_inserter(confirmed));
        ::close(ends[0]);
        int status = 0;
        REQUIRE(waitpid(child, &status, 0) == child);
        REQUIRE(WIFSIGNALED(status));

        desk.open();
        CHECK(desk.clinic().database.check_integrity().ok());
        CHECK(desk.audit_holds());
        for (const std::string& line : confirmed) {
            const char* table = line[0] == 'm' ? "mother" : line[0] == 'u' ? "service_use" : "care_note";
            CHECK(desk.clinic()
                      .database
                      .integer(std::string("SELECT 1 FROM ") + table + " WHERE id = ?1",
                               {store::value(line.substr(1))})
                      ->has_value());
        }
        // Nothing is there by halves: every use has its notice, every mother her key and profile.
        CHECK(desk.count("service_use") == desk.count("outbox"));
        CHECK(desk.count("mother") == desk.count("mother_key"));
        CHECK(desk.clinic()
                  .database
                  .integer("SELECT count(*) FROM mother m WHERE NOT EXISTS "
                           "(SELECT 1 FROM mother_profile p WHERE p.mother_id = m.id)")
                  ->value_or(-1) == 0);
        const auto house = in_house(desk.clinic());
        REQUIRE(house.ok());
        for (const InHouse& pair : *house) CHECK(pair.mother.name == "山田 花子");
        confirmed_in_all += confirmed.size();
        desk.opened.reset();
    }
    CHECK(confirmed_in_all > 0);
}
