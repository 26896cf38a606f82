#include "shared/programme/verdict_json.h"

#include "tests/programme/answers.h"
#include "tests/programme/sample.h"

using namespace sango;
using namespace sango::programme;
using namespace sango::programme::sample;

namespace {

/// The English complaint about `json`, "" where it is taken.
std::string complaint(std::string_view json) {
    const auto parsed = parse_request(json);
    if (parsed) return "";
    CHECK(parsed.error().code == "malformed");
    CHECK_FALSE(parsed.error().message.ja.empty());
    CHECK(parsed.error().message.en.find('\n') == std::string::npos);
    return parsed.error().message.en;
}

std::string with(std::string_view fields) {
    return R"({"programme": "nerima", "service": "day_care", "start": "2026-05-10", )" + std::string(fields) +
           "}";
}

}  // namespace

TEST_CASE("A request needs programme, service and start, and nothing else") {
    CHECK(complaint(R"({"programme": "nerima", "service": "day_care", "start": "2026-05-10"})") == "");
    CHECK(complaint(R"({"service": "day_care", "start": "2026-05-10"})").starts_with("programme: "));
    CHECK(complaint(R"({"programme": "nerima", "start": "2026-05-10"})").starts_with("service: "));
    CHECK(
        complaint(R"({"programme": "nerima", "service": "day_care", "start": null})").starts_with("start: "));
}

TEST_CASE("Malformed input is refused with the field's path") {
    struct Wrong {
        const char* fields;
        const char* path;
    };
    for (const Wrong& wrong : {
             Wrong{R"("colour": 1)", "colour: "},
             Wrong{R"("days": "2")", "days: "},
             Wrong{R"("days": 2.5)", "days: "},
             Wrong{R"("days": 0)", "days: "},
             Wrong{R"("days": 99999999999999999999)", "days: "},
             Wrong{R"("asked_at": "2026-05-01T09:00:00")", "asked_at: "},
             Wrong{R"("mother": [])", "mother: "},
             Wrong{R"("mother": {"resident": "yes"})", "mother.resident: "},
             Wrong{R"("mother": {"household": "rich"})", "mother.household: "},
             Wrong{R"("mother": {"nickname": "x"})", "mother.nickname: "},
             Wrong{R"("children": {})", "children: "},
             Wrong{R"("children": [{"born": "2026-02-30"}])", "children[0].born: "},
             Wrong{R"("children": [{"born": "2026-03-01"}, {"weight_g": -1}])", "children[1].weight_g: "},
             Wrong{R"("children": [{"born": "2026-03-01", "born": "2026-03-02"}])", "children[0].born: "},
             Wrong{R"("used": [{"service": "spa", "date": "2026-03-01"}])", "used[0].service: "},
             Wrong{R"("card": {"kind": "paper"})", "card.kind: "},
             Wrong{R"("card": {"copay_per_unit": 1e3})", "card.copay_per_unit: "},
             Wrong{R"("decision": {"granted": 1})", "decision.granted: "},
             Wrong{R"("closed_days": ["2026-05-09", "2026-13-01"])", "closed_days[1]: "},
             Wrong{R"("closed_days": "2026-05-09")", "closed_days: "},
             Wrong{R"("settings": {"limit.total": "ten"})", "settings.limit.total: "},
             Wrong{R"("programme": "minamiaso")", "programme: "},
         }) {
        CAPTURE(wrong.fields);
        const std::string said = complaint(with(wrong.fields));
        CHECK_MESSAGE(said.starts_with(wrong.path), said);
    }
}

TEST_CASE("What is not JSON, not an object or too much is refused") {
    for (const char* wrong : {"", "{", "[]", "null", "1", "{} {}", "{\"programme\": \"\xff\"}", "\"text\""})
        CHECK_MESSAGE(complaint(wrong) != "", wrong);
    CHECK(complaint(std::string(100'000, '[')) != "");
    CHECK(complaint(std::string(2'000'000, ' ')) != "");
    CHECK(complaint(with(R"("x": )" + std::string(40, '[') + std::string(40, ']'))).find("nested") !=
          std::string::npos);
}

TEST_CASE("A field name never breaks the line of a complaint") {
    const std::string said = complaint(with("\"a\\nb" + std::string(300, 'x') + "\": 1"));
    CHECK(said.size() < 200);
}

TEST_CASE("null is the same as leaving a field out") {
    const auto parsed = parse_request(with(R"("mother": null, "children": null, "used": null, "card": null,
        "decision": null, "closed_days": null, "settings": null, "asked_at": null, "days": null)"));
    REQUIRE(parsed);
    CHECK_FALSE(parsed->request.mother);
    CHECK_FALSE(parsed->request.children);
    CHECK_FALSE(parsed->request.used);
    CHECK_FALSE(parsed->request.days);
    CHECK(parsed->request.closed_days.empty());
}

TEST_CASE("An earlier use without its days is unknown, one without service or date makes all unknown") {
    const auto lengthless = parse_request(with(R"("used": [{"service": "day_care", "date": "2026-04-01"}])"));
    REQUIRE(lengthless);
    CHECK(lengthless->request.used == std::vector<Use>{{Service::day_care, day("2026-04-01"), 0, 0}});
    const auto dateless = parse_request(with(R"("used": [{"service": "day_care", "days": 1}])"));
    REQUIRE(dateless);
    CHECK_FALSE(dateless->request.used);
}

TEST_CASE("Settings are whole numbers, true is 1") {
    const auto parsed =
        parse_request(with(R"("settings": {"limit.total": 10, "a": true, "b": false, "c": null})"));
    REQUIRE(parsed);
    CHECK(parsed->request.settings == Settings{{"a", 1}, {"b", 0}, {"limit.total", 10}});
}

TEST_CASE("A verdict's unknowns are null, and a sentence names what it lacks") {
    Verdict verdict;
    verdict.verdict = Outcome::ask;
    verdict.reasons = {
        {"residency", Outcome::ask, {"お住まいを\"確かめて\"ください。", ""}, "002 a", {"mother.resident"}}};
    CHECK(
        verdict_json(verdict) ==
        R"({"verdict": "ask", "reasons": [{"rule": "residency", "verdict": "ask", )"
        R"("text": "お住まいを\"確かめて\"ください。（mother.resident）", "source": "002 a"}], "last_day": null, )"
        R"("remaining": null, "copay_yen": null, "lines": [], "coupons_used": 0, "cancel_by": null})");
}

TEST_CASE("The answer's names stand in the page's order, and no others") {
    const auto parsed = parse_request(patched("{}"));
    REQUIRE(parsed);
    const std::string json = verdict_json(judge(rules_of("nerima"), parsed->request));
    CHECK(json.find('\n') == std::string::npos);
    CHECK(names_in(json, "") == std::vector<std::string>{"verdict", "reasons", "last_day", "remaining",
                                                         "copay_yen", "lines", "coupons_used", "cancel_by"});
    CHECK(names_in(json, "reasons") == std::vector<std::string>{"rule", "verdict", "text", "source"});
    CHECK(names_in(json, "remaining") == std::vector<std::string>{"before", "after"});
    CHECK(names_in(json, "lines") == std::vector<std::string>{"text", "yen"});
}

TEST_CASE("A decision that says nothing of extra days leaves them open") {
    const auto open = parse_request(with(R"("decision": {"granted": true})"));
    REQUIRE(open);
    CHECK_FALSE(open->request.decision->extra_days_known);
    const auto none = parse_request(with(R"("decision": {"granted": true, "extra_days": 0})"));
    REQUIRE(none);
    CHECK(none->request.decision->extra_days_known);
}
