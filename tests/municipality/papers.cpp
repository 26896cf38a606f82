#include "tests/municipality/papers.h"

#include "tests/municipality/use_notice.h"

#include <nlohmann/json.hpp>

namespace sango::municipality {
namespace {

using nlohmann::json;
using Ordered = nlohmann::ordered_json;

void read_paper_decision(const json& value, const std::string& pointer, Faults& faults) {
    Form decision(value, pointer, faults);
    (void)read_service(decision);
    const Date first = decision.day("first_day");
    if (decision.day("last_day") < first)
        decision.fault("last_day", "初日より前の日です。", "is before the first day");
    (void)decision.moment("applied_at");
    (void)decision.flag("granted");
    (void)decision.whole("extra_days", 0, 366);
    for (const char* who : {"centre", "coordinator"})
        if (decision.has(who)) (void)decision.text(who, 200, true);
    decision.finish();
}

void read_section(const json& value, const std::string& pointer, Faults& faults) {
    Form section(value, pointer, faults);
    (void)section.text("heading", 200, true);
    (void)section.text("words", 4'000, true);
    section.finish();
}

bool needs_consent(const std::string& kind) {
    return kind == "support_plan" || kind == "assessment";
}

}  // namespace

PaperEntry read_paper(std::string_view text, Faults& faults) {
    const auto body = parse_object(text, faults);
    if (!body) return {};
    Form form(*body, "", faults);
    PaperEntry paper;
    paper.number = form.text("number", 64);
    paper.kind = form.one_of("kind", {"request_letter", "decision", "support_plan", "assessment"});
    (void)form.day("issued_on");
    (void)form.text("title", 200);
    if (const json* sections = form.list("sections", 0, 100))
        for (std::size_t index = 0; index < sections->size(); ++index)
            read_section((*sections)[index], form.at("sections") + "/" + std::to_string(index), faults);
    if (paper.kind == "decision")
        if (const json* decision = form.object("decision"))
            read_paper_decision(*decision, form.at("decision"), faults);
    form.finish();
    paper.entry = body->dump();
    return paper;
}

Result<Done> put_paper(Ledger& ledger, std::string_view user_number, const PaperEntry& paper) {
    const auto held = ledger.lock();
    auto put = ledger.sql().run("INSERT OR REPLACE INTO paper VALUES (?1, ?2, ?3, ?4)",
                                {std::string(user_number), paper.number, paper.kind, paper.entry});
    if (!put) return put.error();
    return Done{};
}

Result<Done> put_consent(Ledger& ledger, std::string_view user_number, bool given) {
    const auto held = ledger.lock();
    auto put = ledger.sql().run("INSERT OR REPLACE INTO consent VALUES (?1, ?2)",
                                {std::string(user_number), static_cast<std::int64_t>(given)});
    if (!put) return put.error();
    return Done{};
}

Reply answer_papers(Ledger& ledger, const Clock& clock, std::string_view user_number) {
    auto known = ledger.knows_user(user_number);
    if (!known) return own_fault(known.error());
    if (!*known)
        return problem(404, "Not Found", "", "この利用者番号は登録されていません。",
                       "This user number is not registered.");
    const auto held = ledger.lock();
    auto given =
        ledger.sql().run("SELECT given FROM consent WHERE user_number = ?1", {std::string(user_number)});
    if (!given) return own_fault(given.error());
    const bool consent = !given->empty() && whole(given->front()[0]) != 0;
    auto papers = ledger.sql().run("SELECT kind, entry FROM paper WHERE user_number = ?1 ORDER BY number",
                                   {std::string(user_number)});
    if (!papers) return own_fault(papers.error());
    Ordered list = Ordered::array();
    for (const LedgerRow& line : *papers)
        if (consent || !needs_consent(text(line[0])))
            list.push_back(Ordered::parse(text(line[1]), nullptr, false));
    const Ordered body{{"user_number", user_number},
                       {"answered_at", instant_text(clock.now())},
                       {"consent", consent},
                       {"papers", std::move(list)}};
    return {200, "application/json", body.dump(), {{"Cache-Control", "no-store"}}};
}

}  // namespace sango::municipality
