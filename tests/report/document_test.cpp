#include "shared/report/document.h"

#include "tests/support/program.h"
#include "tests/support/temp_folder.h"

#include <cstdlib>
#include <fstream>

#include <doctest/doctest.h>

namespace sango::report {
namespace {

struct Paper {
    test::TempFolder temp{test::memory_folder()};
    std::filesystem::path file = temp.path() / "paper.pdf";
    std::string bytes;

    explicit Paper(const Document& document) {
        auto made = pdf(document);
        REQUIRE_MESSAGE(made.ok(), (made.ok() ? "" : made.error().message.en));
        bytes = std::move(*made);
        std::ofstream(file, std::ios::binary) << bytes;
        if (const char* keep = std::getenv("SANGO_KEEP_PAPERS"))  // to look at them
            std::ofstream(std::filesystem::path(keep) / (document.title + ".pdf"), std::ios::binary) << bytes;
    }
    [[nodiscard]] std::string text() const {
        return test::printed_by("pdftotext -layout " + file.string() + " -");
    }
    [[nodiscard]] std::string page(int number) const {
        const std::string n = std::to_string(number);
        return test::printed_by("pdftotext -layout -f " + n + " -l " + n + " " + file.string() + " -");
    }
    [[nodiscard]] int pages() const {
        const std::string info = test::printed_by("pdfinfo " + file.string());
        const auto at = info.find("Pages:");
        return at == std::string::npos ? 0 : std::atoi(info.c_str() + at + 6);
    }
    [[nodiscard]] bool says(std::string_view words) const { return text().find(words) != std::string::npos; }
};

Document sample() {
    Document document;
    document.title = "実施報告書";
    document.caption = "さくら助産院 令和8年11月分";
    document.made_at = *parse_instant("2026-12-08T10:00:00+09:00");
    document.blocks = {
        Paragraph{"練馬区長 様", Paragraph::Size::large},
        Issuer{{"さくら助産院", "院長 髙橋 𠮷乃"}},
        Stamps{{"管理者", "担当"}},
        Heading{"利用"},
        Table{
            {{"利用者番号", 2, Align::left}, {"日数", 1, Align::right}}, {{"N-4821-1", "2"}}, {{"計", "2"}}},
        Form{{{"施設名", "さくら助産院"}, {"電話", "03-0000-0000"}, {"経過", "受診なし"}}, 2},
    };
    return document;
}

Document long_table(int rows) {
    Document document;
    document.title = "利用の一覧";
    Table table{{{"番号", 1, Align::right}, {"サービス", 3}}, {}, {}};
    for (int i = 1; i <= rows; ++i) table.rows.push_back({std::to_string(10'000 + i), "母子デイケア"});
    document.blocks = {table};
    return document;
}

TEST_CASE("a name is on the paper as it is written, rare characters included") {
    const Paper paper(sample());
    CHECK(paper.says("髙橋 𠮷乃"));
    CHECK(paper.says("N-4821-1"));
    CHECK(paper.says("1 / 1 ページ"));
    CHECK(paper.says("令和8年11月分"));
}

TEST_CASE("whoever opens the paper elsewhere sees our letters: every font is embedded") {
    const std::string fonts = test::printed_by("pdffonts " + Paper(sample()).file.string());
    CHECK(fonts.find("BIZUDGothic") != std::string::npos);
    CHECK(fonts.find("NotoSansCJK") != std::string::npos);  // 𠮷
    CHECK(fonts.find(" no  ") == std::string::npos);
    CHECK(fonts.find(" yes yes yes") != std::string::npos);
}

TEST_CASE("a long table goes on on the next page under the same header, and loses no row") {
    const Paper paper(long_table(120));
    REQUIRE(paper.pages() == 4);
    for (int page = 1; page <= 4; ++page) {
        CHECK(paper.page(page).find("サービス") != std::string::npos);
        CHECK(paper.page(page).find(std::to_string(page) + " / 4 ページ") != std::string::npos);
    }
    const std::string text = paper.text();
    for (int i = 1; i <= 120; ++i) CHECK(text.find(std::to_string(10'000 + i)) != std::string::npos);
}

TEST_CASE("a cell longer than a page is cut between lines, and nothing of it is lost") {
    Document document = long_table(3);
    std::string story;
    for (int i = 0; i < 150; ++i) story += "行" + std::to_string(1'000 + i) + "\n";
    std::get<Table>(document.blocks[0]).rows.push_back({"9", story});
    document.blocks.emplace_back(Form{{{"経過", story}}});
    const Paper paper(document);
    const std::string text = paper.text();
    int found = 0;
    for (int i = 0; i < 150; ++i)
        for (auto at = text.find("行" + std::to_string(1'000 + i)); at != std::string::npos;
             at = text.find("行" + std::to_string(1'000 + i), at + 1))
            ++found;
    CHECK(found == 300);
    CHECK(paper.pages() >= 5);
}

TEST_CASE("an English paper counts its pages in English, and may lie on its side") {
    Document document = sample();
    document.title = "Implementation report";
    document.english = true;
    document.landscape = true;
    const Paper paper(document);
    CHECK(paper.says("page 1 of 1"));
    CHECK(test::printed_by("pdfinfo " + paper.file.string()).find("841.89 x 595.276") != std::string::npos);
}

TEST_CASE("the same document is the same bytes, whenever it is printed") {
    CHECK(pdf(sample()).value() == pdf(sample()).value());
}

TEST_CASE("an empty document is one page; a broken picture is said, not left out") {
    CHECK(Paper(Document{}).pages() == 1);
    Document document;
    document.blocks = {Picture{Bytes{1, 2, 3}}};
    const auto made = pdf(document);
    REQUIRE(!made.ok());
    CHECK(made.error().code == "bad_picture");
}

}  // namespace
}  // namespace sango::report
