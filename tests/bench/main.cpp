#include "tests/bench/measure.h"

#include <cstdio>
#include <exception>
#include <iterator>
#include <string_view>

namespace {

struct Part {
    std::string_view name;
    void (*measure)(const sango::bench::Places&);
};
constexpr Part kParts[] = {
    {"scan", sango::bench::scan_time},      {"photographs", sango::bench::codes_found},
    {"commit", sango::bench::commit_time},  {"touch", sango::bench::touch_to_picture},
    {"board", sango::bench::board_queried}, {"frame", sango::bench::board_framed},
    {"month", sango::bench::month_closed},  {"send", sango::bench::month_sent},
};

}  // namespace

/// sango-bench PART WORK [CLINIC]: measures one part; WORK is a folder on the disk that is measured, CLINIC a
/// demo clinic that may be written to. Rows of the table go to standard output.
int main(int count, char** arguments) {
    const std::string_view name = count > 1 ? arguments[1] : "";
    for (const Part& part : kParts) {
        if (part.name != name) continue;
        try {
            part.measure({count > 2 ? arguments[2] : ".", count > 3 ? arguments[3] : ""});
            return 0;
        } catch (const std::exception& wrong) {
            std::fprintf(stderr, "sango-bench %s: %s\n", arguments[1], wrong.what());
            return 1;
        }
    }
    std::fprintf(stderr, "sango-bench PART WORK [CLINIC]; parts:");
    for (const Part& part : kParts)
        std::fprintf(stderr, " %.*s", static_cast<int>(part.name.size()), part.name.data());
    std::fprintf(stderr, "\n");
    return 2;
}
