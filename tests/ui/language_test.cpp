#include "kiosk/ui/language.h"

#include "shared/base/text.h"
#include "tests/support/temp_folder.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace sango::ui {
namespace {

namespace fs = std::filesystem;

Words shipped() {
    auto words = Words::load(fs::path(SANGO_SOURCE_DIR) / "assets/text");
    REQUIRE_MESSAGE(words.ok(), words.error().message.en);
    return std::move(words).value();
}

/// All of the kiosk's sources in one string.
std::string sources() {
    std::string all;
    for (const auto& file : fs::recursive_directory_iterator(fs::path(SANGO_SOURCE_DIR) / "kiosk")) {
        if (file.path().extension() != ".cpp" && file.path().extension() != ".h") continue;
        std::stringstream text;
        text << std::ifstream(file.path()).rdbuf();
        all += text.str();
    }
    return all;
}

/// Kana and kanji; the marks ゛゜ alone are signs on a key.
bool is_japanese(char32_t point) {
    if (point >= 0x3099 && point <= 0x309C) return false;
    return (point >= 0x3040 && point <= 0x30FF) || (point >= 0x3400 && point <= 0x9FFF) || point > 0x20000;
}

std::vector<std::string> latin_words(std::string_view text) {
    std::vector<std::string> words;
    bool inside = false;
    for (const char c : text) {
        const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        if (letter && !inside) words.emplace_back();
        if (letter) words.back() += c;
        inside = letter;
    }
    return words;
}

/// What stands between the quotes of tr("...") in `code`.
std::vector<std::string> asked_keys(const std::string& code) {
    std::vector<std::string> keys;
    for (std::size_t at = code.find("tr("); at != std::string::npos; at = code.find("tr(", at + 1)) {
        const std::size_t quote = code.find_first_not_of(" \n", at + 3);
        if (quote == std::string::npos || code[quote] != '"') continue;
        const std::size_t end = code.find('"', quote + 1);
        const std::string key = code.substr(quote + 1, end - quote - 1);
        if (key.find('{') == std::string::npos) keys.push_back(key);
    }
    return keys;
}

void write(const fs::path& file, std::string_view text) {
    std::ofstream(file) << text;
}

}  // namespace

TEST_CASE("every sentence is there in both languages, and Japanese is Japanese") {
    const Words words = shipped();
    // Names of things that are written the same in Japanese.
    static const std::set<std::string> kKept{"PDF",   "CSV",   "QR",  "PIN",   "ID",  "EPDS", "AED",
                                             "SANGO", "Sango", "USB", "HTTPS", "UTF", "CP",   "iCalendar",
                                             "Shift", "JIS",   "ml",  "kg",    "g",   "GB",   "MB"};
    for (const std::string& key : words.keys()) {
        const Message& both = *words.both(key);
        CHECK_MESSAGE(!both.ja.empty(), key);
        CHECK_MESSAGE(!both.en.empty(), key);
        const std::u32string en = code_points(both.en);
        // An example of a name or its reading stays Japanese.
        if (key.find("example") == std::string::npos)
            CHECK_MESSAGE(std::none_of(en.begin(), en.end(), is_japanese), key);
        for (const std::string& word : latin_words(both.ja))
            CHECK_MESSAGE((kKept.contains(word) || word.size() == 1), (key + " has \"" + word + "\""));
    }
}

TEST_CASE("every key the kiosk asks for is there") {
    const Words words = shipped();
    const std::string code = sources();
    for (const std::string& key : asked_keys(code))
        // A key that ends in a dot or a dash below is put together from parts.
        if (!key.ends_with('.') && !key.ends_with('_')) CHECK_MESSAGE(words.has(key), key);
}

TEST_CASE("no sentence is left that nothing shows") {
    const Words words = shipped();
    const std::string code = sources();
    for (const std::string& key : words.keys()) {
        bool used = code.find('"' + key + '"') != std::string::npos;
        // "care.kind." + name, "care.kind_" + name, or "care.kind.{}" with fmt.
        for (std::size_t cut = key.find_first_of("._"); !used && cut != std::string::npos;
             cut = key.find_first_of("._", cut + 1)) {
            const std::string head = '"' + key.substr(0, cut + 1);
            used = code.find(head + '"') != std::string::npos || code.find(head + '{') != std::string::npos;
        }
        CHECK_MESSAGE(used, key);
    }
}

TEST_CASE("arguments are put in, by number and in any order") {
    CHECK(filled("残り {0}/{1}", {"5", "7"}) == "残り 5/7");
    CHECK(filled("{1} of {0}", {"a", "b"}) == "b of a");
    CHECK(filled("{0} {2} {x}", {"{1}", "b"}) == "{1} {2} {x}");
    CHECK(filled("{0}", {}) == "{0}");
}

TEST_CASE("a key that is missing shows itself") {
    const Words words;
    CHECK(words.tr(Language::ja, "no.key") == "⟦no.key⟧");
}

TEST_CASE("a text file with a mistake names file, line and key") {
    const sango::test::TempFolder folder;
    const fs::path file = folder.path() / "care.toml";
    const auto problem = [&](std::string_view text) {
        write(file, text);
        const auto words = Words::load(folder.path());
        REQUIRE(!words.ok());
        CHECK(words.error().code == "bad_words");
        return words.error().message.en;
    };
    CHECK(problem("[care.milk]\nja = \"ミルク\"\n").find("care.milk takes ja and en") != std::string::npos);
    CHECK(problem("[care.milk]\nja = \"{0} ml\"\nen = \"milk\"\n").find("other {numbers}") !=
          std::string::npos);
    CHECK(problem("[care.milk\n").find("line 1") != std::string::npos);
    CHECK(problem("[milk]\nja = \"a\"\nen = \"a\"\n").find("begin with the file's name") !=
          std::string::npos);
    write(file, "[care.milk]\nja = \"ミルク\"\nen = \"Milk\"\n");
    CHECK(Words::load(folder.path()).ok());
    CHECK(!Words::load(folder.path() / "none").ok());
}

}  // namespace sango::ui
