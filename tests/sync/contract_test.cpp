// openapi.yaml and the two programs that speak it must not drift apart. Words are compared, in both
// directions.

#include "shared/sync/pull.h"
#include "tests/municipality/office.h"

#include <regex>
#include <set>
#include <sstream>

#include <doctest/doctest.h>

using namespace sango;

namespace {

std::string source(const std::string& file) {
    const auto text = municipality::read_file(std::filesystem::path(SANGO_SOURCE_DIR) / file);
    REQUIRE(text.ok());
    return *text;
}

std::set<std::string> all_matches(const std::string& text, const char* pattern) {
    std::set<std::string> found;
    const std::regex regex(pattern);
    for (auto at = std::sregex_iterator(text.begin(), text.end(), regex); at != std::sregex_iterator(); ++at)
        found.insert((*at)[1].str());
    return found;
}

struct Contract {
    std::string text = source("shared/sync/openapi.yaml");
    std::set<std::string> members;  ///< keys right below a "properties:"
    std::set<std::string> words;    ///< values of "enum" and "const"
    std::set<std::string> paths;

    Contract() {
        std::istringstream lines(text);
        std::string line;
        std::vector<std::size_t> inside;  // indentation of the members of each open "properties:"
        while (std::getline(lines, line)) {
            const auto indent = line.find_first_not_of(' ');
            if (indent == std::string::npos) continue;
            while (!inside.empty() && indent < inside.back()) inside.pop_back();
            const auto colon = line.find(':', indent);
            if (!inside.empty() && inside.back() == indent && colon != std::string::npos)
                members.insert(line.substr(indent, colon - indent));
            if (line.find("properties:", indent) == indent) inside.push_back(indent + 2);
        }
        for (const std::string& list : all_matches(text, R"(enum: \[([^\]]*)\])"))
            for (const std::string& word : all_matches(list, "([a-z_]+)")) words.insert(word);
        for (const std::string& word : all_matches(text, R"(const: ([a-z_]+))")) words.insert(word);
        paths = all_matches(text, R"(\n  (/v1/[^:]+):\n)");
    }
};

/// Words in quotes of the receiver's sources that read and write bodies.
std::set<std::string> said_by_receiver() {
    std::set<std::string> said;
    for (const char* file :
         {"use_notice", "incident", "report", "roster", "questions", "post_box", "reply", "invoice", "papers",
          "coupon_desk", "programmes", "free_places", "questionnaire"})
        for (const std::string& word : all_matches(source(std::string("tests/municipality/") + file + ".cpp"),
                                                   R"re("([a-z][a-z_]*)")re"))
            said.insert(word);
    return said;
}

std::set<std::string> said_by_clinic() {
    std::set<std::string> said;
    for (const char* file :
         {"shared/sync/answers.cpp", "shared/sync/desk_answers.cpp", "shared/report/report_json.cpp",
          "shared/sync/receipt.cpp", "shared/report/invoice_json.cpp", "shared/report/user_report_json.cpp"})
        for (const std::string& word : all_matches(source(file), R"re("([a-z][a-z_]*)")re"))
            said.insert(word);
    return said;
}

}  // namespace

TEST_CASE("the contract could be read") {
    const Contract contract;
    CHECK(contract.members.size() > 50);
    CHECK(contract.words.contains("sibling_day_care"));
    CHECK(contract.members.contains("copay_received_yen"));
}

TEST_CASE("both sides speak at the contract's paths") {
    const Contract contract;
    CHECK(contract.paths == std::set<std::string>{"/v1/uses", "/v1/uses/withdrawals", "/v1/cards/losses",
                                                  "/v1/reports", "/v1/free-places", "/v1/invoices",
                                                  "/v1/user-reports", "/v1/incidents", "/v1/roster",
                                                  "/v1/users/{number}/uses", "/v1/users/{number}/papers",
                                                  "/v1/coupon-desk", "/v1/coupon-desk/{clinic}/{day}/{token}",
                                                  "/v1/questionnaire", "/v1/revocations", "/v1/programmes"});
    CHECK(contract.paths.contains(std::string(sync::kQuestionnairePath)));
    CHECK(contract.paths.contains(std::string(sync::kCouponDeskPath)));
    CHECK(contract.paths.contains(sync::papers_path("x").replace(10, 1, "{number}")));
    CHECK(contract.paths.contains(std::string(sync::kRosterPath)));
    CHECK(contract.paths.contains(std::string(sync::kRevocationsPath)));
    CHECK(contract.paths.contains(std::string(sync::kProgrammesPath)));
    CHECK(contract.paths.contains(sync::balance_path("x").replace(10, 1, "{number}")));
    const std::string server = source("tests/municipality/server.cpp");
    for (const std::string& path : contract.paths)
        if (path.find('{') == std::string::npos) CHECK(server.find('"' + path + '"') != std::string::npos);
}

TEST_CASE("every member of the contract is known to the receiver") {
    const Contract contract;
    const auto said = said_by_receiver();
    for (const std::string& member : contract.members) {
        CAPTURE(member);
        CHECK(said.contains(member));
    }
}

TEST_CASE("neither side has words that the contract lacks") {
    const Contract contract;
    const std::set<std::string> own{"bad_receipt", "roster",     "programme",    "code",
                                    "revision",    "valid_from", "bad_programme"};
    for (const auto& said : {said_by_receiver(), said_by_clinic()})
        for (const std::string& word : said) {
            CAPTURE(word);
            CHECK((contract.members.contains(word) || contract.words.contains(word) || own.contains(word)));
        }
}

TEST_CASE("the headers are those of the contract") {
    const std::string contract = source("shared/sync/openapi.yaml");
    const std::string clinic = source("shared/sync/delivery.cpp");
    const std::string receiver =
        source("tests/municipality/server.cpp") + source("tests/municipality/post_box.cpp");
    for (const char* header : {"Idempotency-Key", "Content-Digest"}) {
        CHECK(contract.find(header) != std::string::npos);
        CHECK(clinic.find(header) != std::string::npos);
        CHECK(receiver.find(header) != std::string::npos);
    }
    CHECK(contract.find("Receipt-Signature") != std::string::npos);
    CHECK(receiver.find("Receipt-Signature") != std::string::npos);
    CHECK(clinic.find("receipt-signature") != std::string::npos);
}
