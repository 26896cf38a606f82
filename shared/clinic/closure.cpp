#include "shared/clinic/closure.h"

#include "shared/clinic/writing.h"

#include <algorithm>
#include <charconv>

namespace sango::clinic {
namespace {

using store::value;

constexpr std::size_t kMostReasonBytes = 120;

unsigned weekday_of(Date day) {
    return std::chrono::weekday(day).c_encoding();
}

bool holds_on(const Closure& closure, Date day) {
    return closure.first_day <= day && (!closure.last_day || day <= *closure.last_day) &&
           (!closure.weekday || *closure.weekday == weekday_of(day));
}

bool is_sound(const Closure& closure) {
    return (closure.last_day ? *closure.last_day >= closure.first_day : closure.weekday.has_value()) &&
           closure.weekday.value_or(0) <= 6 && is_line(closure.reason, kMostReasonBytes);
}

std::optional<int> whole_number(const std::optional<std::string>& text) {
    if (!text) return std::nullopt;
    int number = 0;
    const auto [end, failed] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (failed != std::errc() || end != text->data() + text->size() || number < 0) return std::nullopt;
    return number;
}

}  // namespace

Result<std::string> add_closure(Clinic& clinic, const Closure& closure) {
    if (!is_sound(closure))
        return error("bad_closure", "休みの日付が正しくありません。最後の日か曜日を指定してください。",
                     "The closure's days are not right. Give its last day, or a weekday.");
    const auto all = places(clinic);
    if (!all) return all.error();
    if (closure.place_no && find_place(*all, *closure.place_no) == nullptr)
        return error("not_found", "この場所が見つかりません。場所の一覧を確かめてください。",
                     "There is no such place. Look at the list of places.");
    return transact(clinic, Right::booking, [&]() -> Result<std::string> {
        const std::string id = clinic.ids.next();
        const store::Stamp now = stamp(clinic);
        const auto weekday =
            closure.weekday ? std::optional(static_cast<int>(*closure.weekday)) : std::nullopt;
        const auto kind = closure.kind ? value(word(*closure.kind)) : store::Value(store::Null{});
        const auto done = store::insert(clinic.database, "closure",
                                        {{"id", value(id)},
                                         {"first_day", value(closure.first_day)},
                                         {"last_day", value(closure.last_day)},
                                         {"weekday", value(weekday)},
                                         {"kind", kind},
                                         {"place_no", value(closure.place_no)},
                                         {"reason", value(closure.reason)},
                                         {"added_at", value(now.at)},
                                         {"added_by", value(now.actor)}},
                                        now, "close_days");
        if (!done) return done.error();
        return id;
    });
}

Result<Done> lift_closure(Clinic& clinic, std::string_view id) {
    return transact(clinic, Right::booking, [&]() -> Result<Done> {
        const auto there = clinic.database.integer(
            "SELECT 1 FROM closure c WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM closure_lifted l WHERE "
            "l.closure_id = c.id)",
            {value(id)});
        if (!there) return there.error();
        if (!*there)
            return error("not_found", "この休みはすでにありません。一覧を開き直してください。",
                         "There is no such closure. Open the list again.");
        const store::Stamp now = stamp(clinic);
        return store::insert(
            clinic.database, "closure_lifted",
            {{"closure_id", value(id)}, {"lifted_at", value(now.at)}, {"lifted_by", value(now.actor)}}, now,
            "open_days");
    });
}

Result<std::vector<Closure>> closures(const Clinic& clinic) {
    std::vector<Closure> all;
    const auto read = clinic.database.query(
        "SELECT id, first_day, last_day, weekday, kind, place_no, reason FROM closure c WHERE NOT EXISTS "
        "(SELECT 1 FROM closure_lifted l WHERE l.closure_id = c.id) ORDER BY id",
        {}, [&](const store::Row& row) {
            Closure& closure = all.emplace_back();
            closure.id = row.text(0);
            closure.first_day = row.date(1);
            closure.last_day = row.maybe_date(2);
            if (const auto weekday = row.maybe_integer(3)) closure.weekday = static_cast<unsigned>(*weekday);
            if (const auto kind = row.maybe_text(4)) closure.kind = place_kind_from(*kind);
            if (const auto no = row.maybe_integer(5)) closure.place_no = static_cast<int>(*no);
            closure.reason = row.text(6);
            return true;
        });
    if (!read) return read.error();
    // The settings' own list is of the whole clinic.
    const auto listed = setting(clinic, "clinic.closed_days");
    if (!listed) return listed.error();
    std::string_view rest = *listed ? std::string_view(**listed) : std::string_view();
    while (!rest.empty()) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        if (const auto day = parse_date(rest.substr(0, comma))) {
            Closure& closure = all.emplace_back();
            closure.first_day = *day;
            closure.last_day = *day;
        }
        rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    return all;
}

const Closure* closed_by(const std::vector<Closure>& all, const Place& place, Date day) {
    const auto found = std::ranges::find_if(all, [&](const Closure& closure) {
        return holds_on(closure, day) && (!closure.kind || *closure.kind == place.kind) &&
               (!closure.place_no || *closure.place_no == place.no);
    });
    return found == all.end() ? nullptr : &*found;
}

Result<std::vector<Date>> closed_days(const Clinic& clinic, Date first, Date last) {
    const auto all = closures(clinic);
    if (!all) return all.error();
    std::vector<Date> days;
    for (Date day = first; day <= last; day += std::chrono::days(1))
        if (std::ranges::any_of(*all, [&](const Closure& closure) {
                return !closure.kind && !closure.place_no && holds_on(closure, day);
            }))
            days.push_back(day);
    return days;
}

Result<std::vector<Date>> closed_days_before(const Clinic& clinic, Date day) {
    return closed_days(clinic, day - std::chrono::days(60), day);
}

Result<Done> set_day_staff(Clinic& clinic, Date day, int midwives) {
    if (midwives < 0 || midwives > 99)
        return error("bad_staff", "助産師の人数は0から99までです。",
                     "The number of midwives is from 0 to 99.");
    return transact(clinic, Right::booking, [&] {
        const store::Stamp now = stamp(clinic);
        return store::insert(clinic.database, "day_staff",
                             {{"id", value(clinic.ids.next())},
                              {"day", value(day)},
                              {"midwives", value(midwives)},
                              {"recorded_at", value(now.at)},
                              {"recorded_by", value(now.actor)}},
                             now, "day_staff");
    });
}

Result<std::vector<std::optional<int>>> day_staff(const Clinic& clinic, Date first, int days) {
    const auto usual = setting(clinic, "roster.midwives");
    if (!usual) return usual.error();
    std::vector<std::optional<int>> staff(static_cast<std::size_t>(days), whole_number(*usual));
    const auto read = clinic.database.query(
        "SELECT day, midwives FROM day_staff WHERE day BETWEEN ?1 AND ?2 ORDER BY day, id",
        {value(first), value(first + std::chrono::days(days - 1))}, [&](const store::Row& row) {
            staff[static_cast<std::size_t>((row.date(0) - first).count())] = static_cast<int>(row.integer(1));
            return true;
        });
    if (!read) return read.error();
    return staff;
}

int pairs_per_midwife(const Clinic& clinic) {
    const auto text = setting(clinic, "roster.pairs_per_midwife");
    return text.ok() ? std::max(1, whole_number(*text).value_or(kPairsPerMidwife)) : kPairsPerMidwife;
}

}  // namespace sango::clinic
