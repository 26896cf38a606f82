#include "tests/municipality/incident.h"

#include "shared/base/text.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace sango::municipality {
namespace {

constexpr std::size_t kMostFieldBytes = 6'000;
constexpr std::size_t kMostEvents = 1'000;

bool is_key(std::string_view key) {
    return !key.empty() && key.size() <= 40 && std::ranges::all_of(key, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

/// Text of several lines, not empty.
bool is_lines(const nlohmann::json& value) {
    if (!value.is_string()) return false;
    const auto& text = value.get_ref<const std::string&>();
    return !text.empty() && text.size() <= kMostFieldBytes && is_utf8(text) &&
           std::ranges::none_of(text, [](char c) {
               return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7F;
           });
}

void check_fields(const nlohmann::json& fields, const std::string& pointer, Faults& faults) {
    for (const auto& [key, value] : fields.items())
        if (!is_key(key) || !is_lines(value))
            faults.push_back(
                {pointer + "/" + key, {"様式の項目として読めません。", "Is no field of the form."}});
}

void check_events(const nlohmann::json& events, const std::string& pointer, Faults& faults) {
    for (std::size_t i = 0; i < events.size(); ++i) {
        const std::string here = pointer + "/" + std::to_string(i);
        if (!events[i].is_object()) {
            faults.push_back({here, {"オブジェクトではありません。", "Is not an object."}});
            continue;
        }
        // One line to the reader of forms; what stands in it may be several.
        nlohmann::json one = events[i];
        if (one.contains("words") && is_lines(one["words"]))
            std::ranges::replace_if(
                one["words"].get_ref<std::string&>(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
        Form event(one, here, faults);
        (void)event.moment("at");
        (void)event.text("words", kMostFieldBytes);
        event.finish();
    }
}

}  // namespace

IncidentReport read_incident(const nlohmann::json& body, Faults& faults) {
    Form form(body, "", faults);
    IncidentReport report;
    report.incident = form.use_id("incident");
    report.clinic = form.clinic("clinic");
    report.user_number = form.user_number("user_number");
    report.report = form.whole("report", 1, 99);
    report.gravity = form.one_of("class", {"death", "serious", "other"});
    report.happened_at = form.moment("happened_at");
    report.made_at = form.moment("made_at");
    (void)form.one_of("consent", {"given"});
    if (const auto* fields = form.object("form")) check_fields(*fields, form.at("form"), faults);
    if (const auto* events = form.list("events", 0, kMostEvents))
        check_events(*events, form.at("events"), faults);
    form.finish();
    return report;
}

}  // namespace sango::municipality
