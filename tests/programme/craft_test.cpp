// What holds for the rules' own text and code: a test for every source, yen that are no days, no fraction and
// no municipality in a rule.

#include "shared/base/yen.h"
#include "shared/programme/rules.h"
#include "tests/programme/sample.h"

#include <filesystem>
#include <set>
#include <type_traits>

using namespace sango;
using namespace sango::programme;
using namespace sango::programme::sample;
namespace fs = std::filesystem;

namespace {

std::string text_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Every source which a programme file names.
std::set<std::string> sources_of(std::string_view id) {
    std::set<std::string> sources;
    const std::string text = file_text(id);
    constexpr std::string_view kKey = "source = \"";
    for (std::size_t at = text.find(kKey); at != std::string::npos; at = text.find(kKey, at)) {
        at += kKey.size();
        sources.insert(text.substr(at, text.find('"', at) - at));
    }
    return sources;
}

/// The code of a file without its comments.
std::string code_of(const fs::path& file) {
    std::string code;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) code += line.substr(0, line.find("//")) + "\n";
    return code;
}

template <class A, class B>
constexpr bool kAddable = requires(A a, B b) {
    a + b;
};
template <class A, class B>
constexpr bool kComparable = requires(A a, B b) {
    a == b;
};

}  // namespace

TEST_CASE("Every source that a programme file names is named by a test") {
    std::string tests;
    for (const auto& entry : fs::directory_iterator(fs::path(SANGO_SOURCE_DIR) / "tests" / "programme"))
        if (entry.path().extension() == ".cpp") tests += text_of(entry.path());
    for (const char* id : kProgrammeIds)
        for (const std::string& source : sources_of(id))
            if (tests.find(source) == std::string::npos) FAIL_CHECK("no test names " << source);
}

TEST_CASE("Yen are whole, and are neither days nor counts") {
    CHECK(std::is_same_v<decltype(Yen(1).amount()), std::int64_t>);
    CHECK_FALSE(std::is_convertible_v<Yen, std::int64_t>);
    CHECK_FALSE(std::is_convertible_v<std::int64_t, Yen>);
    CHECK_FALSE(kAddable<Yen, int>);
    CHECK_FALSE(kAddable<Yen, std::chrono::days>);
    CHECK_FALSE(kComparable<Yen, int>);
    CHECK_FALSE(std::is_convertible_v<Price, Figure>);
    CHECK_FALSE(std::is_convertible_v<Figure, Price>);
    CHECK_FALSE(kAddable<Price, Figure>);
}

TEST_CASE("No rule reckons in fractions, and none names a municipality") {
    int files = 0;
    for (const auto& entry : fs::directory_iterator(fs::path(SANGO_SOURCE_DIR) / "shared" / "programme")) {
        if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h") continue;
        ++files;
        const std::string code = code_of(entry.path());
        CAPTURE(entry.path().filename().string());
        for (const char* word : {"float ", "long double", "std::floor", "std::round", "std::ceil"})
            CHECK(code.find(word) == std::string::npos);
        // JSON's reader is told of fractions in order to refuse them.
        if (entry.path().filename() != "tree_json.cpp") CHECK(code.find("double") == std::string::npos);
        for (const char* name :
             {"nerima", "setagaya", "minamiaso", "nakano", "kashiwa", "練馬", "世田谷", "南阿蘇", "中野区",
              "柏市", "131202", "131121", "434337", "131148", "122173"})
            CHECK(code.find(name) == std::string::npos);
    }
    CHECK(files > 30);
}
