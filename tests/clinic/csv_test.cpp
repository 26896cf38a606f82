#include "shared/clinic/csv.h"

#include "shared/base/text.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace sango;
using namespace sango::clinic;

namespace {

std::vector<std::vector<std::string>> fields(std::string_view file) {
    const auto lines = read_csv(file);
    REQUIRE(lines.ok());
    std::vector<std::vector<std::string>> all;
    for (const CsvLine& line : *lines) all.push_back(line.fields);
    return all;
}

using Table = std::vector<std::vector<std::string>>;

}  // namespace

TEST_CASE("Lines end with CRLF, LF or CR, and the last one may end with the file") {
    const Table two{{"a", "b"}, {"c", ""}};
    for (const char* file : {"a,b\r\nc,\r\n", "a,b\nc,\n", "a,b\rc,\r", "a,b\nc,", "\n\na,b\n\r\n\nc,\n\n"})
        CHECK(fields(file) == two);
    CHECK(fields("").empty());
    CHECK(fields("\n\n").empty());
}

TEST_CASE("A field in quotes holds commas, quotes and line ends") {
    CHECK(fields("\"a,b\",\"say \"\"hi\"\"\",\"two\r\nlines\"\nnext") ==
          Table{{"a,b", "say \"hi\"", "two\nlines"}, {"next"}});
    CHECK(fields("\"\",x") == Table{{"", "x"}});
    CHECK(fields("a\"b,c") == Table{{"a\"b", "c"}});
}

TEST_CASE("The number of a line is that of the file, also after quoted line ends and empty lines") {
    const auto lines = read_csv("a\n\n\"b\n\nb\"\nc\n");
    REQUIRE(lines->size() == 3);
    CHECK((*lines)[0].number == 1);
    CHECK((*lines)[1].number == 3);
    CHECK((*lines)[2].number == 6);
}

TEST_CASE("UTF-8 with or without a mark, and CP932, are the same table") {
    const std::string text = "氏名,ふりがな\n髙橋 凛,﨑山\n";
    const Table table = fields(text);
    CHECK(fields("\xEF\xBB\xBF" + text) == table);
    CHECK(fields(*to_cp932(text)) == table);
    CHECK(fields("𠮷野") == Table{{"𠮷野"}});
}

TEST_CASE("What is broken is named by its line") {
    const auto message = [](std::string_view file) {
        const auto lines = read_csv(file);
        REQUIRE_FALSE(lines.ok());
        CHECK(lines.error().code == "bad_csv");
        return lines.error().message.ja;
    };
    CHECK(message("a\nb,\"open\nc\n").starts_with("2行目"));
    CHECK(message("a\nb\n\"c\"d\n").starts_with("3行目"));
    CHECK(message(std::string_view("a\nb\0c", 5)).starts_with("2行目"));
    CHECK(message("\xFF\xFE\x61\x00").starts_with("1行目"));
    CHECK(message(std::string(300, ',')).starts_with("1行目"));
    CHECK(message(std::string(kMostCsvBytes + 1, 'a')).find("大きすぎ") != std::string::npos);
}

TEST_CASE("Whatever fields are written come back") {
    rc::check("quote then read", [] {
        const auto table =
            *rc::gen::nonEmpty(rc::gen::container<Table>(rc::gen::container<std::vector<std::string>>(
                3, rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab,\"\n "))))));
        std::string file;
        for (const auto& line : table) {
            for (std::size_t i = 0; i < line.size(); ++i) {
                file += i == 0 ? "\"" : ",\"";
                for (const char c : line[i]) file += c == '"' ? std::string("\"\"") : std::string(1, c);
                file += '"';
            }
            file += "\r\n";
        }
        RC_ASSERT(fields(file) == table);
    });
}
