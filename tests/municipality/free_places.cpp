#include "tests/municipality/free_places.h"

#include <nlohmann/json.hpp>

namespace sango::municipality {

FreePlaces read_free_places(const nlohmann::json& body, Faults& faults) {
    Form form(body, "", faults);
    FreePlaces told;
    told.clinic = form.clinic("clinic");
    told.as_of = form.moment("as_of");
    const nlohmann::json* days = form.list("days", 1, 366);
    form.finish();
    if (days == nullptr) return told;
    Date before{};
    for (std::size_t i = 0; i < days->size(); ++i) {
        Form day((*days)[i], "/days/" + std::to_string(i), faults);
        const Date date = day.day("day");
        if (i > 0 && date != before + std::chrono::days(1))
            day.fault("day", "日付は1日ずつ続けてください。", "Days must follow one another.");
        before = date;
        for (const char* kind : {"short_stay", "day_care", "outreach"}) {
            const nlohmann::json* count = day.object(kind);
            if (count == nullptr) continue;
            Form one(*count, day.at(kind), faults);
            const auto places = one.whole("places", 0, 9'999);
            if (one.whole("free", 0, 9'999) > places)
                one.fault("free", "空きは場所の数までです。", "No more can be free than there are places.");
            one.finish();
        }
        day.finish();
    }
    return told;
}

}  // namespace sango::municipality
