#include "tests/programme/answers.h"

#include "shared/base/assets.h"
#include "shared/programme/programme.h"
#include "shared/programme/verdict_json.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace sango::programme::sample {
namespace {

using nlohmann::ordered_json;

constexpr std::string_view kBase = R"({
  "programme": "nerima", "service": "short_stay", "start": "2026-05-10", "days": 2, "units": 1,
  "asked_at": "2026-05-01T09:00:00+09:00",
  "mother": { "resident": true, "moved_out_on": null, "household": "taxed", "household_confirmed_on": null,
              "medical_treatment": false, "acute_infection": false, "unwell_or_anxious": true,
              "family_support": "none", "support_need": "ordinary", "loss_on": null },
  "children": [ { "born": "2026-03-01", "due": "2026-03-10", "weight_g": 2900 } ],
  "used": [ { "service": "day_care", "date": "2026-04-20", "days": 1, "units": 1 } ],
  "card": { "kind": "coupon", "coupons_left": 5, "copay_per_unit": 600, "interview_on": "2026-04-03" },
  "decision": { "granted": true, "first_use_here": false, "request_letter": true, "extra_days": 0 },
  "closed_days": [ "2026-05-09" ], "settings": {} })";

const Catalogue& catalogue() {
    static const Catalogue all = [] {
        auto loaded = Catalogue::load(assets_folder() / "programmes");
        if (!loaded) FAIL(loaded.error().message.en);
        return std::move(*loaded);
    }();
    return all;
}

/// "（children[0].due、days）" at the end of a sentence, as " (children[0].due, days)".
std::string missing_in(const std::string& text) {
    const std::size_t begins = text.rfind("（");
    const std::size_t ends = text.rfind("）");
    if (begins == std::string::npos || ends == std::string::npos || ends + 3 != text.size()) return "";
    std::string paths = text.substr(begins + 3, ends - begins - 3);
    for (std::size_t at = paths.find("、"); at != std::string::npos; at = paths.find("、", at))
        paths.replace(at, 3, ", ");
    return fmt::format(" ({})", paths);
}

std::string money(const ordered_json& answer) {
    if (answer["copay_yen"].is_null()) return "";
    std::string parts;
    for (const auto& line : answer["lines"])
        parts += (parts.empty() ? "" : " + ") + std::to_string(line["yen"].get<int>());
    const std::string sum = fmt::format(", {} yen", answer["copay_yen"].get<int>());
    return answer["lines"].size() > 1 ? fmt::format("{} ({})", sum, parts) : sum;
}

std::string shortened(const ordered_json& answer) {
    std::string said = answer["verdict"];
    if (!answer["last_day"].is_null()) said += ", until " + answer["last_day"].get<std::string>();
    if (const auto& left = answer["remaining"]; !left.is_null())
        said += fmt::format(", {} to {}", left["before"].get<int>(), left["after"].get<int>());
    said += money(answer);
    if (const int coupons = answer["coupons_used"]; coupons > 0)
        said += fmt::format(", {} coupon{}", coupons, coupons == 1 ? "" : "s");
    if (const auto& by = answer["cancel_by"]; !by.is_null()) {
        const std::string at = by;
        CHECK(at.substr(19) == "+09:00");
        said += fmt::format(", cancel by {} {}", at.substr(0, 10), at.substr(11, 8));
    }
    for (const auto& reason : answer["reasons"])
        if (reason["verdict"] != "accept")
            said += fmt::format("; {} {}{}", reason["verdict"].get<std::string>(),
                                reason["rule"].get<std::string>(), missing_in(reason["text"]));
    return said;
}

}  // namespace

std::string patched(std::string_view patch) {
    ordered_json request = ordered_json::parse(kBase);
    request.merge_patch(ordered_json::parse(patch));
    return request.dump();
}

std::string answer_to(std::string_view patch) {
    const auto parsed = parse_request(patched(patch));
    if (!parsed) return parsed.error().message.en;
    const Programme* programme = catalogue().find(parsed->programme, parsed->request.start);
    if (programme == nullptr) return "no such programme on that day";
    return shortened(ordered_json::parse(verdict_json(judge(*programme, parsed->request))));
}

std::vector<std::string> names_in(std::string_view json, std::string_view under) {
    const ordered_json whole = ordered_json::parse(json);
    const ordered_json* at = under.empty() ? &whole : &whole[std::string(under)];
    if (at->is_array()) at = &at->front();
    std::vector<std::string> names;
    for (const auto& [name, value] : at->items()) names.push_back(name);
    return names;
}

}  // namespace sango::programme::sample
