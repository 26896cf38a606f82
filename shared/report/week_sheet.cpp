#include "shared/report/week_sheet.h"

#include "shared/clinic/board.h"
#include "shared/clinic/people.h"
#include "shared/clinic/walk_in.h"

#include <array>
#include <map>

#include <fmt/format.h>

namespace sango::report {
namespace {

using clinic::BoardSpan;
using clinic::kSlotsInDay;
using clinic::Place;
using clinic::PlaceKind;
using std::chrono::days;

constexpr int kDays = 7;
constexpr std::array<std::string_view, 7> kWeekdays{"日", "月", "火", "水", "木", "金", "土"};

std::string clock_text(clinic::Slot slot) {
    const auto minutes = (slot % kSlotsInDay) * 15;
    return fmt::format("{}:{:02}", minutes / 60, minutes % 60);
}

Result<std::string> name_of(const clinic::Clinic& clinic, const std::string& mother_id,
                            std::map<std::string, std::string>& known) {
    const auto found = known.find(mother_id);
    if (found != known.end()) return found->second;
    const auto mother = clinic::find_mother(clinic, mother_id);
    if (!mother) return mother.error();
    std::string name = !*mother                  ? std::string()
                       : (*mother)->name.empty() ? (*mother)->user_number
                                                 : (*mother)->name;
    return known.emplace(mother_id, std::move(name)).first->second;
}

/// What stands in one cell: names, with the hours where the place is held by the hour.
Result<std::string> cell(const clinic::Clinic& clinic, const std::vector<BoardSpan>& spans,
                         const Place& place, Date day, std::map<std::string, std::string>& known) {
    std::string text;
    for (const BoardSpan& span : spans) {
        if (span.place_no != place.no || span.span.last < clinic::slot_of(day, 0) ||
            span.span.first >= clinic::slot_of(day + days(1), 0))
            continue;
        auto name = name_of(clinic, span.mother_id, known);
        if (!name) return name.error();
        if (!text.empty()) text += '\n';
        if (place.kind != PlaceKind::bed)
            text += fmt::format("{}-{} ", clock_text(span.span.first), clock_text(span.span.last + 1));
        text += *name;
        if (span.offered) text += "（ご案内中）";
    }
    return text;
}

}  // namespace

Result<Document> week_sheet(const clinic::Clinic& clinic, Date first) {
    const auto places = clinic::places(clinic);
    if (!places) return places.error();
    const auto spans = clinic::taken_between(clinic, *places, first, kDays);
    if (!spans) return spans.error();
    const auto shut = clinic::closures(clinic);
    if (!shut) return shut.error();
    const auto name = clinic::setting(clinic, "clinic.name");
    if (!name) return name.error();

    Document document;
    document.title =
        fmt::format("予約表 {}から{}", era_date_text(first), month_day_text(first + days(kDays - 1)));
    document.landscape = true;
    document.made_at = clinic.clock.now();
    document.caption = name->value_or("");
    document.blocks.push_back(Paragraph{name->value_or("") + "  " +
                                            era_date_text(japan_date(clinic.clock.now())) +
                                            time_text(clinic.clock.now()) + " 現在",
                                        Paragraph::Size::small, Align::right});
    Table table;
    table.small = true;
    table.columns.push_back({"場所", 1.1});
    for (int i = 0; i < kDays; ++i) {
        const Date day = first + days(i);
        table.columns.push_back(
            {fmt::format("{}({})", month_day_text(day), kWeekdays[std::chrono::weekday(day).c_encoding()])});
    }
    std::map<std::string, std::string> known;
    for (const Place& place : *places) {
        std::vector<std::string> row{place.name};
        for (int i = 0; i < kDays; ++i) {
            auto text = cell(clinic, *spans, place, first + days(i), known);
            if (!text) return text.error();
            const bool closed = clinic::closed_by(*shut, place, first + days(i)) != nullptr;
            row.push_back(text->empty() && closed ? "休み" : std::move(*text));
        }
        table.rows.push_back(std::move(row));
    }
    document.blocks.push_back(std::move(table));
    return document;
}

}  // namespace sango::report
