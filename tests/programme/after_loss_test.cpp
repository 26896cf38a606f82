// After a loss (流産・死産) no sentence, source or field of an answer speaks of a child.

#include "shared/programme/verdict_json.h"
#include "tests/programme/sample.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>

using namespace sango;
using namespace sango::programme;
using namespace sango::programme::sample;

namespace {

constexpr std::array kJapanese{"赤ちゃん", "お子", "子ども", "児",     "母子",       "ベビー",
                               "出産",     "出生", "誕生",   "生まれ", "妊",         "多胎",
                               "ふたご",   "月齢", "沐浴",   "授乳",   "きょうだい", "上のお子"};
constexpr std::array kEnglish{"child",   "baby",       "babies",   "infant",    "newborn",
                              "birth",   "born",       "pregnan",  "twin",      "multiple",
                              "sibling", "mother and", "maternal", "corrected", "nursery"};

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

void check_silent(const std::string& id, const Message& text) {
    CAPTURE(id);
    CAPTURE(text.ja);
    CAPTURE(text.en);
    for (const char* word : kJapanese) CHECK(text.ja.find(word) == std::string::npos);
    for (const char* word : kEnglish) CHECK(lower(text.en).find(word) == std::string::npos);
}

void check_silent(const std::string& id, const Verdict& verdict) {
    for (const Reason& reason : verdict.reasons) {
        check_silent(id, reason.text);
        check_silent(id, Message{reason.source, reason.source});
        for (const std::string& path : reason.missing) check_silent(id, Message{path, path});
    }
    for (const CopayLine& line : verdict.lines) check_silent(id, line.text);
    const std::string json = verdict_json(verdict);
    check_silent(id, Message{json, json});
}

/// One request after another with a fact changed or taken away, so that every sentence comes up.
std::vector<Request> around(const Request& whole) {
    std::vector<Request> all{whole};
    const auto with = [&](auto change) {
        Request asked = whole;
        change(asked);
        all.push_back(std::move(asked));
    };
    with([](Request& r) { r.children.reset(); });
    with([](Request& r) { r.children = std::vector<Child>{}; });
    with([](Request& r) { r.children->push_back(r.children->front()); });
    with([](Request& r) { r.children = {Child{std::nullopt, day("2026-09-01"), std::nullopt}}; });
    with([](Request& r) { r.used.reset(); });
    with([](Request& r) { r.days.reset(); });
    with([](Request& r) { r.units.reset(); });
    with([](Request& r) { r.asked_at.reset(); });
    with([](Request& r) { r.asked_at = moment("2026-01-01T00:00:00+09:00"); });
    with([](Request& r) { r.asked_at = moment("2026-05-09T10:00:01+09:00"); });
    with([](Request& r) { r.card.reset(); });
    with([](Request& r) { r.card->kind = CardKind::card; });
    with([](Request& r) { r.card->interview_on = day("2026-03-31"); });
    with([](Request& r) { r.card->coupons_left = 0; });
    with([](Request& r) { r.decision.reset(); });
    with([](Request& r) { r.decision->granted = false; });
    with([](Request& r) { r.decision = Decision{true, true, false, 0}; });
    with([](Request& r) { r.start = day("2026-04-14"); });  // the day before
    with([](Request& r) { r.start = day("2027-04-14"); });
    with([](Request& r) { r.start = day("2027-04-15"); });
    with([](Request& r) { r.settings.clear(); });
    with([](Request& r) { r.settings["clinic.orientation"] = 1; });
    with([](Request& r) { r.mother->resident = false; });
    with([](Request& r) { r.mother->moved_out_on = day("2026-05-01"); });
    with([](Request& r) { r.mother->medical_treatment = true; });
    with([](Request& r) { r.mother->acute_infection = true; });
    with([](Request& r) { r.mother->unwell_or_anxious = false; });
    with([](Request& r) { r.mother->support_need = SupportNeed::high; });
    with([](Request& r) { r.mother->family_support = FamilySupport::enough; });
    with([](Request& r) { r.mother->household = Household::tax_exempt; });
    with([](Request& r) {
        r.mother->household = Household::welfare;
        r.mother->household_confirmed_on = day("2025-06-01");
    });
    with([](Request& r) {
        const auto loss = r.mother->loss_on;
        r.mother = Mother{};
        r.mother->loss_on = loss;
    });
    for (const int used : {1, 30})
        with([used](Request& r) { r.used = {use(r.service, "2026-04-20", used, used)}; });
    return all;
}

Request after_loss(Service service) {
    Request asked = request(service);
    asked.mother->loss_on = day("2026-04-15");
    asked.settings = {
        {"window.months", 12}, {"limit.total", 7}, {"copay.outreach", 500}, {"unit_price.outreach", 9000}};
    return asked;
}

}  // namespace

TEST_CASE("After a loss nothing that is answered speaks of a child, whatever is asked and known") {
    for (const char* id : kProgrammeIds) {
        const Programme one = rules_of(id);
        for (int i = 0; i < kServiceCount; ++i)
            for (const Request& asked : around(after_loss(static_cast<Service>(i))))
                check_silent(id, judge(one, asked));
    }
}

TEST_CASE("The same requests without a loss do speak of one, so that the words above are the right ones") {
    std::string spoken;
    for (const char* id : kProgrammeIds)
        for (Request asked : around(after_loss(Service::outreach))) {
            asked.mother->loss_on.reset();
            spoken += verdict_json(judge(rules_of(id), asked));
        }
    CHECK(spoken.find("お子") != std::string::npos);
    CHECK(spoken.find("出産") != std::string::npos);
    CHECK(spoken.find("children") != std::string::npos);
}

TEST_CASE("001 V 2 対象者: after a loss only the visit is offered, counted from its day") {
    // Only Setagaya's paper speaks of it; the others say so beside the source.
    const std::map<std::string, std::string> sources{
        {"setagaya", "001 V 2 対象者"},
        {"nerima", "001 V 2 対象者（流産・死産は訪問型。002に定めはない）"},
        {"minamiaso", "001 V 2 対象者（流産・死産は訪問型。003に定めはない）"},
        {"nakano", "001 V 2 対象者（流産・死産は訪問型。000に定めはない）"},
        {"kashiwa", "001 V 2 対象者（流産・死産は訪問型。004に定めはない）"}};
    for (const char* id : kProgrammeIds) {
        CAPTURE(id);
        const Programme one = rules_of(id);
        for (int i = 0; i < kServiceCount; ++i) {
            const auto service = static_cast<Service>(i);
            const Verdict verdict = judge(one, after_loss(service));
            if (service == Service::outreach) {
                CHECK(verdict.verdict == Outcome::accept);
                CHECK(verdict.last_day == day("2027-04-14"));
                continue;
            }
            CHECK(verdict.verdict == Outcome::refuse);
            REQUIRE(verdict.reasons.size() == 1);
            CHECK(verdict.reasons[0].source == sources.at(id));
            CHECK_FALSE(verdict.last_day);
            CHECK_FALSE(verdict.copay);
            CHECK_FALSE(allowance(one, after_loss(service)));
        }
        CHECK(allowance(one, after_loss(Service::outreach)));
        Request asked = after_loss(Service::outreach);
        for (const auto& [start, expected] :
             {std::pair{"2026-04-14", "refuse"}, std::pair{"2026-04-15", "accept"},
              std::pair{"2027-04-14", "accept"}, std::pair{"2027-04-15", "refuse"}}) {
            asked.start = day(start);
            CHECK(outcome(judge(one, asked), "window") == expected);
        }
    }
}

TEST_CASE("003 5 利用時間及び利用回数: after a loss the limit counts from it, as from a birth") {
    Request asked = after_loss(Service::outreach);
    asked.used = {use(Service::outreach, "2026-04-14", 1, 5), use(Service::outreach, "2026-04-15", 1, 2)};
    CHECK(judge(rules_of("minamiaso"), asked).remaining == Remaining{5, 4});
}
