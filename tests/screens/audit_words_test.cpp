#include "kiosk/ui/language.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

#include <doctest/doctest.h>

namespace {

/// Every word with which a use case closes a link of the audit chain: the last argument of an insert.
std::set<std::string> written_actions() {
    std::set<std::string> actions;
    const std::regex last_argument(
        R"re((?:now|stamped|stamp\(clinic\)|clinic\.actor\.staff_id\}),\s*"([a-z_]+)"\))re");
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(std::filesystem::path(SANGO_SOURCE_DIR) / "shared")) {
        if (entry.path().extension() != ".cpp") continue;
        std::ifstream in(entry.path());
        const std::string source{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
        for (std::sregex_iterator at(source.begin(), source.end(), last_argument), end; at != end; ++at)
            actions.insert((*at)[1].str());
    }
    return actions;
}

}  // namespace

TEST_CASE("whatever is written into the audit chain has a sentence in the log that people read") {
    const auto words = sango::ui::Words::load(std::filesystem::path(SANGO_SOURCE_DIR) / "assets" / "text");
    REQUIRE(words.ok());
    const auto actions = written_actions();
    CHECK(actions.size() > 40);
    for (const std::string& action : actions) CHECK_MESSAGE(words->has("audit.action." + action), action);
}
