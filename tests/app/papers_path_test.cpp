#include "shared/clinic/clinic.h"
#include "shared/clinic/demo_clinic.h"
#include "tests/app/terminal.h"

#include <algorithm>
#include <fstream>
#include <set>

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::test;

namespace {

/// The kinds of papers in a folder ("emergency", "week" ...), each of them a PDF.
std::set<std::string> papers_in(const std::filesystem::path& folder) {
    std::set<std::string> kinds;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        std::ifstream in(file.path(), std::ios::binary);
        std::string begins(5, '\0');
        in.read(begins.data(), 5);
        CHECK(begins == "%PDF-");
        std::string name = file.path().stem().string();
        name.erase(0, std::string_view("sango-").size());
        kinds.insert(name.substr(0, name.find('-')));
    }
    return kinds;
}

}  // namespace

TEST_CASE("the papers of the house are written by one tap on their screens") {
    const DemoData data;
    const TempFolder papers;
    set_in(data.path(), "export.folder", papers.path().string());
    Terminal terminal(data.path());
    terminal.play(R"(
        tap bar.emergency
        tap emergency.print
        expect emergency.paper に書き出しました
        tap emergency.close
        tap rail.board
        tap board.print
        expect notice に書き出しました
        tap rail.care
        tap care.view.notes
        tap care.print
        expect notice に書き出しました
        tap rail.safety
        tap safety.new
        tap safety.class.serious
        tap safety.who.2
        tap safety.ago.15
        type safety.words 呼びかけに反応がなかった
        tap safety.record
        tap safety.print
        expect notice に書き出しました
    )");
    CHECK(papers_in(papers.path()) == std::set<std::string>{"emergency", "incident", "use", "week"});
}

TEST_CASE("the handover is written by one tap on its page") {
    constexpr const char* kNightAt = "2026-11-22T03:12:00+09:00";
    const TempFolder folder;
    const TempFolder papers;
    const std::filesystem::path data = folder.path() / "clinic";
    REQUIRE(clinic::make_demo_clinic({data, std::filesystem::path(SANGO_SOURCE_DIR) / "assets",
                                      *parse_instant(kNightAt), 1, false})
                .ok());
    set_in(data, "export.folder", papers.path().string());
    Terminal terminal(data, kNightAt);
    terminal.play(R"(
        tap rail.night
        tap night.handover
        tap night.receive.0
        tap night.receive.whole
        tap handover.print
        expect notice に書き出しました
    )");
    CHECK(papers_in(papers.path()) == std::set<std::string>{"handover"});
}
