#include "shared/card/day_token.h"
#include "shared/sync/answers.h"
#include "shared/sync/fields.h"

#include <set>

#include <nlohmann/json.hpp>

namespace sango::sync {
namespace {

using nlohmann::json;

/// A paper's sections, each a heading over its words, as one text of several lines.
std::string read_sections(Fields& paper, std::optional<Error>& wrong) {
    std::string text;
    const json* sections = paper.list("sections", 100);
    for (std::size_t index = 0; sections != nullptr && !wrong && index < sections->size(); ++index) {
        Fields section((*sections)[index], paper.at("sections") + "/" + std::to_string(index), wrong);
        const std::string heading = section.text("heading", 0, 200);
        const std::string words = section.text("words", 0, 4'000);
        section.finish();
        if (!text.empty()) text += "\n\n";
        text += heading;
        if (!heading.empty() && !words.empty()) text += '\n';
        text += words;
    }
    return text;
}

clinic::PaperDecision read_decision(const json& value, const std::string& pointer,
                                    std::optional<Error>& wrong) {
    Fields fields(value, pointer, wrong);
    clinic::PaperDecision decision;
    const auto service = programme::service_from(fields.text("service", 1, 64));
    if (!service) fields.complain("service");
    decision.service = service.value_or(programme::Service::short_stay);
    decision.first_day = fields.day("first_day");
    decision.last_day = fields.day("last_day");
    if (decision.last_day < decision.first_day) fields.complain("last_day");
    decision.applied_at = fields.moment("applied_at");
    decision.granted = fields.flag("granted");
    decision.extra_days = static_cast<int>(fields.whole("extra_days", 0, 366));
    if (fields.has("centre")) decision.centre = fields.text("centre", 0, 200);
    if (fields.has("coordinator")) decision.coordinator = fields.text("coordinator", 0, 200);
    fields.finish();
    return decision;
}

clinic::Paper read_paper(const json& value, const std::string& pointer, bool consent,
                         std::optional<Error>& wrong) {
    Fields fields(value, pointer, wrong);
    clinic::Paper paper;
    paper.number = fields.text("number", 1, 64);
    const auto kind = clinic::paper_kind_from(
        fields.one_of("kind", {"request_letter", "decision", "support_plan", "assessment"}));
    paper.kind = kind.value_or(clinic::PaperKind::request_letter);
    if (clinic::needs_consent(paper.kind) && !consent) fields.complain("kind");
    paper.issued_on = fields.day("issued_on");
    paper.title = fields.text("title", 1, 200);
    paper.text = read_sections(fields, wrong);
    if (paper.kind == clinic::PaperKind::decision) {
        if (const json* decision = fields.object("decision"))
            paper.decision = read_decision(*decision, fields.at("decision"), wrong);
    }
    fields.finish();
    return paper;
}

bool is_address(std::string_view text) {
    constexpr std::string_view kScheme = "https://";
    return text.starts_with(kScheme) && text.size() > kScheme.size() && text.back() != '/' &&
           text.find_first_not_of(
               "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/[]%") ==
               std::string_view::npos;
}

}  // namespace

Result<PapersAnswer> read_papers(std::string_view text) {
    const auto body = parse_answer(text);
    if (!body) return bad_answer("");
    std::optional<Error> wrong;
    Fields fields(*body, "", wrong);
    PapersAnswer answer;
    answer.user_number = fields.text("user_number", 1, 64);
    answer.shared.answered_at = fields.moment("answered_at");
    answer.shared.consent = fields.flag("consent");
    const json* papers = fields.list("papers", 100);
    fields.finish();
    for (std::size_t index = 0; papers != nullptr && !wrong && index < papers->size(); ++index)
        answer.shared.papers.push_back(
            read_paper((*papers)[index], "/papers/" + std::to_string(index), answer.shared.consent, wrong));
    if (wrong) return *wrong;
    return answer;
}

Result<CouponDeskAnswer> read_coupon_desk(std::string_view text) {
    const auto body = parse_answer(text);
    if (!body) return bad_answer("");
    std::optional<Error> wrong;
    Fields fields(*body, "", wrong);
    CouponDeskAnswer answer;
    answer.issuer = fields.text("issuer", 6, 6);
    answer.desk.answered_at = fields.moment("answered_at");
    answer.clinic = fields.text("clinic", 1, 64);
    answer.desk.address = fields.text("address", 1, 300);
    if (!is_address(answer.desk.address)) fields.complain("address");
    auto secret = from_hex(fields.sha256("secret"));
    if (!secret || secret->size() != card::kDaySecretBytes) fields.complain("secret");
    answer.desk.secret = std::move(secret).value_or(Bytes());
    fields.finish();
    if (wrong) return *wrong;
    return answer;
}

Result<QuestionnaireAnswer> read_questionnaire(std::string_view text) {
    constexpr std::size_t kMostMonths = 1'200;
    constexpr std::int64_t kMostAnswers = 1'000'000;
    const auto body = parse_answer(text);
    if (!body) return bad_answer("");
    std::optional<Error> wrong;
    Fields fields(*body, "", wrong);
    QuestionnaireAnswer answer;
    answer.issuer = fields.text("issuer", 6, 6);
    answer.counts.answered_at = fields.moment("answered_at");
    answer.clinic = fields.text("clinic", 1, 64);
    const json* months = fields.list("answered", kMostMonths);
    fields.finish();
    std::set<std::string> seen;
    for (std::size_t index = 0; months != nullptr && !wrong && index < months->size(); ++index) {
        Fields one((*months)[index], "/answered/" + std::to_string(index), wrong);
        const std::string words = one.text("month", 7, 7);
        const auto month = parse_month(words);
        if (!month || !seen.insert(words).second) one.complain("month");
        const auto count = one.whole("count", 0, kMostAnswers);
        one.finish();
        if (month) answer.counts.answered.emplace_back(*month, static_cast<int>(count));
    }
    if (wrong) return *wrong;
    return answer;
}

}  // namespace sango::sync
