#include "shared/report/send_outcome.h"

#include <nlohmann/json.hpp>

namespace sango::report {
namespace {

using nlohmann::json;

std::string text_at(const json& object, const char* name) {
    if (!object.is_object()) return {};
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace

std::string outcome_text(const SendOutcome& outcome) {
    json reasons = json::array();
    for (const SendOutcome::Reason& reason : outcome.reasons)
        reasons.push_back({{"pointer", reason.pointer}, {"ja", reason.text.ja}, {"en", reason.text.en}});
    const json whole = {
        {"ja", outcome.sentence.ja}, {"en", outcome.sentence.en}, {"reasons", std::move(reasons)}};
    return whole.dump(-1, ' ', false, json::error_handler_t::replace);
}

SendOutcome parse_outcome(std::string_view text) {
    const json whole = json::parse(text, nullptr, false);
    SendOutcome outcome{{text_at(whole, "ja"), text_at(whole, "en")}, {}};
    if (!whole.is_object() || !whole.contains("reasons") || !whole["reasons"].is_array()) return outcome;
    for (const json& reason : whole["reasons"])
        if (reason.is_object())
            outcome.reasons.push_back(
                {text_at(reason, "pointer"), {text_at(reason, "ja"), text_at(reason, "en")}});
    return outcome;
}

}  // namespace sango::report
