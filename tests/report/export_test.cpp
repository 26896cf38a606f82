#include "shared/report/export.h"

#include "shared/base/text.h"
#include "shared/report/report_paper.h"
#include "tests/report/month_desk.h"
#include "tests/support/program.h"

#include <fstream>
#include <sstream>

#include <sys/stat.h>

namespace sango::report {
namespace {

using test::MonthDesk;
using test::printed_by;

std::string content(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

struct Shelf : MonthDesk {
    std::filesystem::path folder = temp.path() / "papers";

    Shelf() { std::filesystem::create_directory(folder); }
    std::vector<std::filesystem::path> exported(std::vector<Format> formats) {
        ExportRequest request;
        request.folder = folder;
        request.formats = std::move(formats);
        auto files = export_report(clinic(), "nerima", kNovember, request);
        REQUIRE_MESSAGE(files.ok(), (files.ok() ? "" : files.error().message.en));
        return std::move(files).value();
    }
};

TEST_CASE("a month leaves as PDF, spreadsheet and CSV, each the owner's alone, and the audit chain knows") {
    Shelf desk;
    desk.whole_use();
    desk.go_to_december();
    const auto files = desk.exported({Format::pdf, Format::xlsx, Format::csv});
    REQUIRE(files.size() == 3);
    for (const auto& file : files) {
        struct stat about {};
        REQUIRE(stat(file.c_str(), &about) == 0);
        CHECK((about.st_mode & 0777) == 0600);
        CHECK(file.filename().string().starts_with("jisshi-houkoku_nerima_2026-11_1."));
    }
    CHECK(desk.clinic().database.integer("SELECT count(*) FROM audit WHERE action = 'export'")->value_or(0) ==
          3);
    CHECK(desk.audit_holds());
}

TEST_CASE("no name, address, phone or allergy is in what leaves, nor in its file name") {
    Shelf desk;
    desk.whole_use();
    std::string all;
    for (const auto& file : desk.exported({Format::pdf, Format::xlsx, Format::csv})) {
        all += file.filename().string();
        if (file.extension() == ".pdf") all += printed_by("pdftotext " + file.string() + " -");
        if (file.extension() == ".xlsx") all += printed_by("unzip -p " + file.string());
        if (file.extension() == ".csv") all += content(file);
    }
    CHECK(all.find("N-1") != std::string::npos);  // the user number is
    for (const char* personal : {"山田", "花子", "やまだ", "豊玉北", "090-1234", "卵", "あおい"})
        CHECK_MESSAGE(all.find(personal) == std::string::npos, personal);
}

TEST_CASE("the paper names each use, the care given and the totals") {
    Shelf desk;
    desk.whole_use();
    const auto files = desk.exported({Format::pdf});
    const std::string text = printed_by("pdftotext -layout " + files[0].string() + " -");
    for (const char* words : {"実施報告書", "令和8年11月", "練馬区長 様", "さくら助産院", "11/21",
                              "ミルク1回", "1,500", "1 / 1 ページ"})
        CHECK_MESSAGE(text.find(words) != std::string::npos, words);
}

TEST_CASE("the spreadsheet's days and yen are numbers and its header stays in sight") {
    Shelf desk;
    desk.whole_use();
    const auto files = desk.exported({Format::xlsx});
    const std::string sheet = printed_by("unzip -p " + files[0].string() + " xl/worksheets/sheet1.xml");
    CHECK(sheet.find("<pane ySplit=\"1\"") != std::string::npos);
    CHECK(sheet.find("<v>1500</v>") != std::string::npos);
    CHECK(sheet.find("<v>46347</v>") != std::string::npos);  // 2026-11-21
    CHECK(sheet.find("t=\"s\"") != std::string::npos);       // the user number is text
}

Sheet sheet_with(std::string text) {
    return {
        "利用", {"利用者番号", "金額", "日"}, {{std::move(text), Yen(1'500), make_date(2026, 11, 21)}}, {}};
}

TEST_CASE("CSV in UTF-8 begins with a mark, and quotes what must be quoted") {
    CHECK(csv_utf8(sheet_with("a,\"b\"")) ==
          "\xEF\xBB\xBF利用者番号,金額,日\r\n\"a,\"\"b\"\"\",1500,2026-11-21\r\n");
}

TEST_CASE("what CP932 lacks is named and waits for a decision; never a question mark") {
    const auto waiting = csv_cp932(sheet_with("𠮷野 髙橋 﨑"));
    REQUIRE(!waiting.ok());
    CHECK(waiting.error().code == "missing_in_cp932");
    CHECK(waiting.error().message.ja.find("𠮷 (U+20BB7)") != std::string::npos);
    CHECK(waiting.error().message.ja.find("髙") == std::string::npos);

    const auto decided = csv_cp932(sheet_with("𠮷野 髙橋 﨑"), {{U'𠮷', "吉"}});
    REQUIRE(decided.ok());
    CHECK(from_cp932(*decided)->find("吉野 髙橋 﨑") != std::string::npos);
    CHECK(decided->find('?') == std::string::npos);

    CHECK(csv_cp932(sheet_with("𠮷"), {{U'𠮷', "𡈽"}}).error().code == "bad_substitute");
}

TEST_CASE("a folder that is not there is said, and nothing is left half written") {
    Shelf desk;
    desk.whole_use();
    ExportRequest request;
    request.folder = desk.folder / "gone";
    const auto files = export_report(desk.clinic(), "nerima", MonthDesk::kNovember, request);
    REQUIRE(!files.ok());
    CHECK(files.error().code == "no_folder");
    CHECK(std::filesystem::is_empty(desk.folder));
}

}  // namespace
}  // namespace sango::report
