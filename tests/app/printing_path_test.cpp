#include "shared/clinic/demo_clinic.h"
#include "shared/report/house_papers.h"
#include "tests/app/terminal.h"

#include <mutex>

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::test;

namespace {

/// Printers that keep what they are given, as a machine with two of them would show them.
struct PaperRoom {
    std::mutex mutex;
    std::vector<devices::PrintJob> taken;
    std::optional<Error> trouble;

    devices::Printing printing() {
        return {
            []() -> Result<std::vector<devices::KnownPrinter>> {
                return std::vector<devices::KnownPrinter>{{"jimu", "事務室"},
                                                          {"night", "ナースステーション"}};
            },
            [this](const devices::PrintJob& job, const std::function<bool()>&) -> Result<devices::PrintEnd> {
                const std::scoped_lock lock(mutex);
                if (trouble) return *trouble;
                taken.push_back(job);
                return devices::PrintEnd::printed;
            }};
    }
    std::vector<std::string> titles() {
        const std::scoped_lock lock(mutex);
        std::vector<std::string> all;
        for (const devices::PrintJob& job : taken) {
            CHECK(job.pdf.starts_with("%PDF"));
            all.push_back(job.title);
        }
        return all;
    }
};

constexpr const char* kChoose = R"(
    tap rail.settings
    tap settings.takeover.0
    tap settings.section.papers
    tap settings.paper.printer
    expect settings.printer.now プリンターは使っていません
    expect settings.printer.0 事務室（jimu） で印刷する
    tap settings.printer.0
    expect settings.printer.now 「jimu」で印刷します
)";

}  // namespace

TEST_CASE("a printer is chosen under 設定, and every print button prints, with no folder at all") {
    const DemoData data;
    PaperRoom room;
    {
        Terminal terminal(data.path(), kDemoAt, {}, room.printing());
        terminal.play(kChoose);
        terminal.play(R"(
            tap bar.emergency
            tap emergency.print
            expect emergency.paper プリンター「jimu」で印刷しました
            tap emergency.close
            tap rail.board
            tap board.print
            expect notice プリンター「jimu」で印刷しました
            tap rail.care
            tap care.view.notes
            tap care.print
            expect notice プリンター「jimu」で印刷しました
        )");
        CHECK(room.titles() == std::vector<std::string>{"sango-emergency.pdf", "sango-week-20261121-1405.pdf",
                                                        "sango-use-20261121-1405.pdf"});
    }
    // The choice holds over a restart; none can be chosen again.
    Terminal terminal(data.path(), kDemoAt, {}, room.printing());
    terminal.play(R"(
        tap rail.settings
        tap settings.takeover.0
        tap settings.section.papers
        tap settings.paper.printer
        tap settings.printer.house
        expect notice プリンター「jimu」で印刷しました
        tap settings.printer.stop
        expect settings.printer.now プリンターは使っていません
    )");
    CHECK(room.titles().back() == "sango-house.pdf");
    CHECK_FALSE(terminal.there("settings.printer.house"));
}

TEST_CASE("a printer without paper is said in a sentence, and the PDF lies in the folder all the same") {
    const DemoData data;
    const TempFolder folder;
    PaperRoom room;
    room.trouble =
        error("no_paper", "プリンター「jimu」の用紙がありません。", "Printer jimu is out of paper.");
    Terminal terminal(data.path(), kDemoAt, {}, room.printing());
    terminal.play(kChoose);
    terminal.play("tap settings.paper.sheet\ntype settings.sheet.path " + folder.path().string() +
                  "\ntap settings.sheet.use\ntap rail.board\ntap board.print");
    CHECK(terminal.text("notice").find("プリンター「jimu」の用紙がありません。PDFは " +
                                       folder.path().string() + " にあります") != std::string::npos);
    CHECK(std::filesystem::exists(folder.path() / "sango-week-20261121-1405.pdf"));
    // It stays until someone has seen it, wherever one goes.
    terminal.play("tap rail.care\ntap care.view.notes\nexpect notice 用紙がありません\ntap notice.dismiss");
    CHECK_FALSE(terminal.there("notice"));
}

TEST_CASE("an address on the network can be typed; what is neither a name nor an address is refused") {
    const DemoData data;
    PaperRoom room;
    Terminal terminal(data.path(), kDemoAt, {}, room.printing());
    terminal.play(R"(
        tap rail.settings
        tap settings.takeover.0
        tap settings.section.papers
        tap settings.paper.printer
        type settings.printer.typed http://printer/
        tap settings.printer.use
        expect notice プリンターの名前か
        expect settings.printer.now プリンターは使っていません
        type settings.printer.typed ipp://10.0.0.9/ipp/print
        tap settings.printer.use
        expect settings.printer.now 「ipp://10.0.0.9/ipp/print」で印刷します
    )");
}

TEST_CASE(
    "the sheet of everyone in the house is printed once a handover is finished, and not with each change") {
    constexpr const char* kNightAt = "2026-11-22T03:12:00+09:00";
    const TempFolder folder;
    const std::filesystem::path data = folder.path() / "clinic";
    const std::filesystem::path assets = std::filesystem::path(SANGO_SOURCE_DIR) / "assets";
    REQUIRE(clinic::make_demo_clinic({data, assets, *parse_instant(kNightAt), 1, false}).ok());
    {
        const HandClock clock{*parse_instant(kNightAt)};
        auto opened = clinic::open({data, assets}, clock, seeded_random(4));
        REQUIRE(opened.ok());
        const clinic::AsTerminal acting(*opened);
        REQUIRE(report::choose_printer(*opened, "jimu").ok());
    }
    PaperRoom room;
    Terminal terminal(data, kNightAt, {}, room.printing());
    terminal.play("tap rail.night\ntap night.round");
    for (int i = 0; i < 4; ++i) terminal.play("tap night.look.record");
    CHECK(room.titles().empty());
    terminal.play("tap night.handover\ntap night.receive.0\ntap night.receive.whole");
    for (int i = 0; terminal.there("handover." + std::to_string(i)); ++i)
        terminal.play("tap handover." + std::to_string(i) + ".confirm");
    CHECK(room.titles().empty());
    terminal.play("tap handover.finish\nexpect notice プリンター「jimu」で印刷しました");
    CHECK(room.titles() == std::vector<std::string>{"sango-house.pdf"});
}
