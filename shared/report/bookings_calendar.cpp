#include "shared/report/free_page.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace sango::report {
namespace {

using clinic::BoardSpan;
using clinic::kSlotsInDay;
using clinic::Place;
using clinic::PlaceKind;
using clinic::Slot;

constexpr std::size_t kMostOctets = 75;

std::string day_text(Date day) {
    const std::chrono::year_month_day date = day;
    return fmt::format("{:04}{:02}{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

std::string utc_text(Instant at) {
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::hh_mm_ss time{at - day};
    return fmt::format("{}T{:02}{:02}{:02}Z", day_text(Date(day)), time.hours().count(),
                       time.minutes().count(), time.seconds().count());
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char sign : text) {
        if (sign == '\\' || sign == ';' || sign == ',') out += '\\';
        if (sign == '\n')
            out += "\\n";
        else if (static_cast<unsigned char>(sign) >= 0x20)
            out += sign;
    }
    return out;
}

std::string_view kind_text(programme::Service service) {
    switch (clinic::place_kind_of(service).value_or(PlaceKind::bed)) {
        case PlaceKind::bed:
            return "宿泊";
        case PlaceKind::day_place:
            return "日帰り";
        case PlaceKind::midwife:
            break;
    }
    return "訪問";
}

void add(std::string& out, std::string_view line) {
    out += folded(line);
}

}  // namespace

std::string folded(std::string_view line) {
    std::string out;
    std::size_t room = kMostOctets;
    std::size_t at = 0;
    while (line.size() - at > room) {
        std::size_t cut = at + room;
        // Never inside a character: its later octets begin with the bits 10.
        while (cut > at && (static_cast<unsigned char>(line[cut]) & 0xC0U) == 0x80U) --cut;
        out.append(line, at, cut - at);
        out += "\r\n ";
        at = cut;
        room = kMostOctets - 1;
    }
    out.append(line, at);
    return out + "\r\n";
}

std::string bookings_calendar(std::string_view clinic_id, std::string_view clinic_name, Instant as_of,
                              const std::vector<Place>& places, const std::vector<BoardSpan>& spans) {
    std::string out;
    add(out, "BEGIN:VCALENDAR");
    add(out, "VERSION:2.0");
    add(out, "PRODID:-//Sango//Bookings//JA");
    add(out, "CALSCALE:GREGORIAN");
    add(out, fmt::format("X-WR-CALNAME:{}", escaped(clinic_name)));
    std::map<std::string, int> part;
    for (const BoardSpan& span : spans) {
        const Place* place = clinic::find_place(places, span.place_no);
        if (place == nullptr) continue;
        const int ordinal = ++part[span.booking_id];
        const Date first(std::chrono::days(span.span.first / kSlotsInDay));
        const Date after(std::chrono::days((span.span.last + 1) / kSlotsInDay));
        add(out, "BEGIN:VEVENT");
        add(out, ordinal == 1 ? fmt::format("UID:{}@{}", span.booking_id, clinic_id)
                              : fmt::format("UID:{}-{}@{}", span.booking_id, ordinal, clinic_id));
        add(out, fmt::format("DTSTAMP:{}", utc_text(as_of)));
        if (place->kind == PlaceKind::bed) {
            add(out, fmt::format("DTSTART;VALUE=DATE:{}", day_text(first)));
            add(out, fmt::format("DTEND;VALUE=DATE:{}", day_text(after)));
        } else {
            const auto moment = [](Slot slot) {
                return japan_instant(Date(std::chrono::days(slot / kSlotsInDay)),
                                     std::chrono::minutes(15 * (slot % kSlotsInDay)));
            };
            add(out, fmt::format("DTSTART:{}", utc_text(moment(span.span.first))));
            add(out, fmt::format("DTEND:{}", utc_text(moment(span.span.last + 1))));
        }
        add(out, fmt::format("SUMMARY:{} {}", escaped(place->name), kind_text(span.service)));
        add(out, fmt::format("STATUS:{}", span.offered ? "TENTATIVE" : "CONFIRMED"));
        add(out, "TRANSP:OPAQUE");
        add(out, "END:VEVENT");
    }
    add(out, "END:VCALENDAR");
    return out;
}

}  // namespace sango::report
