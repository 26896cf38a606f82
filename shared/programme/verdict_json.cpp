#include "shared/programme/verdict_json.h"

#include "shared/programme/fields.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sango::programme {
namespace {

constexpr std::int64_t kMostDays = 366;
constexpr std::int64_t kMostGrams = 20'000;
constexpr std::int64_t kMostYen = 1'000'000'000;

std::optional<int> whole(Fields& from, std::string_view key, std::int64_t least, std::int64_t most) {
    const auto number = from.whole(key, least, most);
    return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

std::optional<Service> service(Fields& from, std::string_view key) {
    const auto word =
        from.word(key, {"short_stay", "day_care", "outreach", "sibling_short_stay", "sibling_day_care"});
    return word ? service_from(*word) : std::nullopt;
}

std::optional<Instant> instant(Fields& from, std::string_view key) {
    const Node* node = from.find(key);
    if (node == nullptr) return std::nullopt;
    if (const auto* text = std::get_if<std::string>(&node->value))
        if (const auto at = parse_instant(*text)) return at;
    from.complain(key, "日時を 2026-05-01T09:00:00+09:00 の形で書いてください。",
                  "must be a moment with its offset, written like 2026-05-01T09:00:00+09:00.");
    return std::nullopt;
}

Mother read_mother(Fields& from) {
    Mother mother;
    mother.resident = from.flag("resident");
    mother.moved_out_on = from.date("moved_out_on");
    if (const auto word = from.word("household", {"taxed", "tax_exempt", "welfare"}))
        mother.household = household_from(*word);
    mother.household_confirmed_on = from.date("household_confirmed_on");
    mother.medical_treatment = from.flag("medical_treatment");
    mother.acute_infection = from.flag("acute_infection");
    mother.unwell_or_anxious = from.flag("unwell_or_anxious");
    if (const auto word = from.word("family_support", {"none", "partial", "enough"}))
        mother.family_support = family_support_from(*word);
    if (const auto word = from.word("support_need", {"ordinary", "high"}))
        mother.support_need = support_need_from(*word);
    mother.loss_on = from.date("loss_on");
    return mother;
}

Child read_child(Fields& from) {
    Child child;
    child.born = from.date("born");
    child.due = from.date("due");
    child.weight_g = whole(from, "weight_g", 1, kMostGrams);
    return child;
}

Card read_card(Fields& from) {
    Card card;
    if (const auto word = from.word("kind", {"card", "coupon"})) card.kind = card_kind_from(*word);
    card.coupons_left = whole(from, "coupons_left", 0, 1000);
    if (const auto yen = from.whole("copay_per_unit", 0, kMostYen)) card.copay_per_unit = Yen(*yen);
    card.interview_on = from.date("interview_on");
    return card;
}

Decision read_decision(Fields& from) {
    Decision decision;
    decision.granted = from.flag("granted");
    decision.first_use_here = from.flag("first_use_here");
    decision.request_letter = from.flag("request_letter");
    const auto extra_days = whole(from, "extra_days", 0, kMostDays);
    decision.extra_days = extra_days.value_or(0);
    decision.extra_days_known = extra_days.has_value();
    decision.centre = from.text("centre").value_or("");
    decision.coordinator = from.text("coordinator").value_or("");
    return decision;
}

void read_used(Fields& root, Request& request) {
    if (root.find("used") == nullptr) return;
    std::vector<Use> used;
    bool whole_known = true;
    root.tables("used", [&](Fields& from) {
        Use use;
        const auto what = service(from, "service");
        const auto day = from.date("date");
        use.service = what.value_or(Service{});
        use.date = day.value_or(Date{});
        use.days = whole(from, "days", 1, kMostDays).value_or(0);
        use.units = whole(from, "units", 1, kMostDays).value_or(0);
        whole_known = whole_known && what && day;
        used.push_back(use);
    });
    if (whole_known) request.used = std::move(used);
}

void read_settings(Fields& root, Request& request) {
    Fields from = root.table("settings");
    if (!from.there()) return;
    for (const Member& member : *from.members()) {
        from.tick(member.key);
        if (member.node.is_null()) continue;
        if (const auto* flag = std::get_if<bool>(&member.node.value))
            request.settings[member.key] = *flag ? 1 : 0;
        else if (const auto number = from.whole(member.key, 0, kMostYen))
            request.settings[member.key] = *number;
    }
}

void read_closed_days(Fields& root, Request& request) {
    const Node* node = root.find("closed_days");
    if (node == nullptr) return;
    const auto* items = std::get_if<Node::Items>(&node->value);
    if (items == nullptr) {
        root.complain("closed_days", "日付の一覧で書いてください。", "must be a list of days.");
        return;
    }
    for (std::size_t i = 0; i < items->size(); ++i) {
        const auto* text = std::get_if<std::string>(&(*items)[i].value);
        const auto day = text == nullptr ? std::nullopt : parse_date(*text);
        if (!day) {
            root.complain(fmt::format("closed_days[{}]", i),
                          "暦にある日付を 2026-04-01 の形で書いてください。",
                          "must be a day of the calendar, written like 2026-04-01.");
            return;
        }
        request.closed_days.push_back(*day);
    }
}

/// Reads a table which may be missing.
template <class T, class Read>
std::optional<T> optional_table(Fields& root, std::string_view key, Read read) {
    Fields from = root.table(key);
    if (!from.there()) return std::nullopt;
    T value = read(from);
    from.finish();
    return value;
}

template <class T, class Show>
std::string or_null(const std::optional<T>& value, Show show) {
    return value ? show(*value) : std::string("null");
}

std::string reason_json(const Reason& reason) {
    std::string text = reason.text.ja;
    if (!reason.missing.empty()) text += fmt::format("（{}）", fmt::join(reason.missing, "、"));
    return fmt::format(R"({{"rule": {}, "verdict": "{}", "text": {}, "source": {}}})",
                       json_quoted(reason.rule), word(reason.verdict), json_quoted(text),
                       json_quoted(reason.source));
}

}  // namespace

Result<ParsedRequest> parse_request(std::string_view json) {
    const auto tree = parse_json(json);
    if (!tree) return tree.error();
    Complaints complaints("");
    Fields root(complaints, *tree, "");
    if (!root.there())
        return error("malformed", "JSON のオブジェクト {…} を一つ渡してください。",
                     "give one JSON object {…}.");

    ParsedRequest parsed;
    Request& request = parsed.request;
    parsed.programme = root.must("programme").text("programme").value_or("");
    root.must("service");
    request.service = service(root, "service").value_or(Service{});
    request.start = root.must("start").date("start").value_or(Date{});
    request.days = whole(root, "days", 1, kMostDays);
    request.units = whole(root, "units", 1, kMostDays);
    request.asked_at = instant(root, "asked_at");
    request.mother = optional_table<Mother>(root, "mother", read_mother);
    if (root.find("children") != nullptr) {
        request.children.emplace();
        root.tables("children", [&](Fields& from) { request.children->push_back(read_child(from)); });
    }
    read_used(root, request);
    request.card = optional_table<Card>(root, "card", read_card);
    request.decision = optional_table<Decision>(root, "decision", read_decision);
    read_closed_days(root, request);
    read_settings(root, request);
    root.finish();
    if (!complaints.none()) return complaints.first();
    return parsed;
}

std::string verdict_json(const Verdict& verdict) {
    std::vector<std::string> reasons;
    for (const Reason& one : verdict.reasons) reasons.push_back(reason_json(one));
    std::vector<std::string> lines;
    for (const CopayLine& line : verdict.lines)
        lines.push_back(
            fmt::format(R"({{"text": {}, "yen": {}}})", json_quoted(line.text.ja), line.yen.amount()));
    const auto quoted_date = [](Date day) { return json_quoted(date_text(day)); };
    return fmt::format(
        R"({{"verdict": "{}", "reasons": [{}], "last_day": {}, "remaining": {}, "copay_yen": {}, "lines": [{}], )"
        R"("coupons_used": {}, "cancel_by": {}}})",
        word(verdict.verdict), fmt::join(reasons, ", "), or_null(verdict.last_day, quoted_date),
        or_null(verdict.remaining,
                [](Remaining left) {
                    return fmt::format(R"({{"before": {}, "after": {}}})", left.before, left.after);
                }),
        or_null(verdict.copay, [](Yen yen) { return fmt::format("{}", yen.amount()); }),
        fmt::join(lines, ", "), verdict.coupons_used,
        or_null(verdict.cancel_by, [](Instant at) { return json_quoted(instant_text(at)); }));
}

}  // namespace sango::programme
