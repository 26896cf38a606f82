#include "fuzzers.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace {

namespace fs = std::filesystem;

const fs::path kFuzz = fs::path(SANGO_SOURCE_DIR) / "tests/fuzz";

std::vector<fs::path> seeds_of(const std::string& fuzzer) {
    std::vector<fs::path> seeds;
    for (const auto& file : fs::recursive_directory_iterator(kFuzz / fuzzer))
        if (file.is_regular_file()) seeds.push_back(file.path());
    std::ranges::sort(seeds);
    return seeds;
}

std::vector<std::uint8_t> bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

TEST_CASE("what fuzzing found once is not found again") {
    for (const Fuzzer& fuzzer : kFuzzers) {
        CAPTURE(fuzzer.name);
        REQUIRE_MESSAGE(fs::is_directory(kFuzz / fuzzer.name), "a fuzzer has seeds");
        const auto seeds = seeds_of(fuzzer.name);
        CHECK_FALSE(seeds.empty());
        for (const fs::path& seed : seeds) {
            CAPTURE(seed.string());
            const auto bytes = bytes_of(seed);
            CHECK(fuzzer.run(bytes.data(), bytes.size()) == 0);
        }
        const std::uint8_t nothing = 0;
        CHECK(fuzzer.run(&nothing, 0) == 0);
    }
}

TEST_CASE("no seeds lie around without a fuzzer") {
    std::set<std::string> names;
    for (const Fuzzer& fuzzer : kFuzzers) names.insert(fuzzer.name);
    for (const auto& entry : fs::directory_iterator(kFuzz))
        if (entry.is_directory())
            CHECK_MESSAGE(names.contains(entry.path().filename().string()), entry.path().string());
}
