#include "shared/clinic/call_rules.h"

#include "shared/clinic/safety_file.h"

#include <algorithm>
#include <charconv>

namespace sango::clinic {
namespace {

using programme::Fields;

/// "12-29".
std::optional<std::chrono::month_day> month_day_from(std::string_view text) {
    unsigned month = 0;
    unsigned day = 0;
    if (text.size() != 5 || text[2] != '-') return std::nullopt;
    const auto read = [](std::string_view digits, unsigned& into) {
        const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), into);
        return failed == std::errc() && end == digits.data() + digits.size();
    };
    if (!read(text.substr(0, 2), month) || !read(text.substr(3), day)) return std::nullopt;
    const std::chrono::month_day made{std::chrono::month(month), std::chrono::day(day)};
    return made.ok() ? std::optional(made) : std::nullopt;
}

std::chrono::month_day read_month_day(Fields& from, std::string_view key) {
    const auto made = month_day_from(must_text(from, key));
    if (made) return *made;
    from.complain(key, "12-29 の形で書いてください。", "must be like 12-29.");
    return std::chrono::month_day{std::chrono::January, std::chrono::day(1)};
}

Contact read_contact(Fields from) {
    Contact contact;
    contact.name = from.must("name").message("name").value_or(Message{});
    contact.phone = must_text(from, "phone");
    for (const std::string_view key : {"first", "then"})
        if (auto step = from.message(key)) contact.steps.push_back(std::move(*step));
    from.finish();
    return contact;
}

Office read_office(Fields& from) {
    Office office;
    office.programme = must_text(from, "programme");
    office.opens = from.must("opens").time_of_day("opens").value_or(std::chrono::seconds(0));
    office.closes = from.must("closes").time_of_day("closes").value_or(std::chrono::seconds(0));
    office.year_end_from = read_month_day(from, "year_end_from");
    office.year_end_until = read_month_day(from, "year_end_until");
    office.open = read_contact(from.must("open").table("open"));
    office.closed = read_contact(from.must("closed").table("closed"));
    office.source = must_text(from, "source");
    return office;
}

bool over_new_year(const Office& office, Date day) {
    const std::chrono::year_month_day date{day};
    const std::chrono::month_day in_year{date.month(), date.day()};
    return in_year >= office.year_end_from || in_year <= office.year_end_until;
}

}  // namespace

Result<std::vector<Office>> read_offices(std::string_view toml, std::string_view file_name) {
    const auto tree = programme::parse_toml(toml, file_name);
    if (!tree) return tree.error();
    programme::Complaints complaints(file_name);
    Fields root(complaints, *tree, "");
    std::vector<Office> offices;
    (void)must_whole(root, "format", 1, 1);
    root.tables("office", [&](Fields& from) { offices.push_back(read_office(from)); });
    root.finish();
    if (!complaints.none()) return complaints.first();
    return offices;
}

Result<Holidays> read_holidays(std::string_view toml, std::string_view file_name) {
    const auto tree = programme::parse_toml(toml, file_name);
    if (!tree) return tree.error();
    programme::Complaints complaints(file_name);
    Fields root(complaints, *tree, "");
    Holidays holidays;
    (void)must_whole(root, "format", 1, 1);
    holidays.until = root.must("until").date("until").value_or(Date{});
    root.tick("days");
    const programme::Node* days = root.must("days").find("days");
    const auto* items = days == nullptr ? nullptr : std::get_if<programme::Node::Items>(&days->value);
    if (items == nullptr) {
        root.complain("days", "日付を並べてください。", "must be a list of days.");
    } else {
        for (const programme::Node& item : *items) {
            const Date* day = std::get_if<Date>(&item.value);
            if (day == nullptr)
                complaints.add(item.line, "days", "2026-01-01 の形で書いてください。",
                               "must be like 2026-01-01.");
            else
                holidays.days.push_back(*day);
        }
    }
    root.finish();
    if (!complaints.none()) return complaints.first();
    return holidays;
}

std::optional<bool> is_open(const Office& office, const Holidays& holidays, Instant now) {
    const Date day = japan_date(now);
    const std::chrono::seconds time = japan_time_of_day(now);
    const std::chrono::weekday weekday{day};
    if (weekday == std::chrono::Saturday || weekday == std::chrono::Sunday) return false;
    if (time < office.opens || time >= office.closes || over_new_year(office, day)) return false;
    if (std::ranges::find(holidays.days, day) != holidays.days.end()) return false;
    if (day > holidays.until) return std::nullopt;
    return true;
}

std::vector<Contact> call_now(const Office& office, const Holidays& holidays, Instant now) {
    const auto open = is_open(office, holidays, now);
    if (!open) return {office.open, office.closed};
    return {*open ? office.open : office.closed};
}

}  // namespace sango::clinic
