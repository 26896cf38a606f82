#include "kiosk/app/papers_desk.h"

#include "shared/base/file.h"
#include "shared/clinic/incident.h"
#include "tests/report/month_desk.h"

using namespace sango;
using namespace sango::screens;
using test::MonthDesk;

namespace {

/// November of Nerima, in which someone whose name CP932 lacks was told of an incident.
struct Shelf : MonthDesk {
    std::vector<sync::Endpoint> endpoints;
    app::PapersDesk papers{endpoints};
    std::filesystem::path folder = temp.path() / "stick";

    Shelf() {
        std::filesystem::create_directory(folder);
        const std::string use = whole_use();
        const auto incident =
            clinic::report_incident(clinic(), {clinic::Gravity::spoken, use, "", clock.now(), "受診"});
        REQUIRE(incident.ok());
        REQUIRE(clinic::record_told(clinic(), *incident, "𠮷野さん").ok());
        go_to_december();
    }
    void wish(std::vector<std::pair<char32_t, std::string>> substitutes = {}) {
        papers.handle(clinic(), ExportPapers{"nerima", kNovember, ExportPapers::What::report_csv, true,
                                             folder.string(), std::move(substitutes)});
    }
    [[nodiscard]] ReportView view() {
        ReportView shown;
        shown.programme = "nerima";
        shown.month = kNovember;
        papers.complete(clinic(), shown, 0);
        return shown;
    }
    [[nodiscard]] std::optional<std::string> written() const {
        return read_file(folder / "jisshi-houkoku_nerima_2026-11_1.csv", 1 << 20);
    }
};

}  // namespace

TEST_CASE("an export in CP932 waits for a decision, goes out with it, and offers it again the next time") {
    Shelf shelf;
    shelf.wish();
    ReportView asked = shelf.view();
    REQUIRE(asked.papers.lacking.size() == 1);
    CHECK(asked.papers.lacking[0].shown == "𠮷");
    CHECK(asked.papers.lacking[0].code == "U+20BB7");
    CHECK(asked.papers.lacking[0].likely == std::vector<std::string>{"吉", "〓"});
    CHECK(asked.papers.lacking[0].chosen.empty());
    CHECK(asked.papers.lacking_folder == shelf.folder.string());
    CHECK_FALSE(shelf.written());

    shelf.wish({{U'\U00020BB7', "吉"}});
    CHECK(shelf.view().papers.lacking.empty());
    CHECK(shelf.view().notice->code == "exported");
    REQUIRE(shelf.written());
    CHECK(shelf.written()->find("\x8b\x67\x96\xec") != std::string::npos);  // 吉野 in CP932
    CHECK(shelf.written()->find('?') == std::string::npos);

    shelf.wish();
    CHECK(shelf.view().papers.lacking.at(0).chosen == "吉");  // offered, not taken by itself
    shelf.papers.handle(shelf.clinic(), LeaveExport{});
    CHECK(shelf.view().papers.lacking.empty());
}

TEST_CASE("a substitute that CP932 lacks as well is not written, and the export can be tried again") {
    Shelf shelf;
    shelf.wish({{U'\U00020BB7', "𠮟"}});
    CHECK_FALSE(shelf.written());
    CHECK(shelf.view().notice->code == "bad_substitute");
}
