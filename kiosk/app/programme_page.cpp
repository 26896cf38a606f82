#include "kiosk/app/settings_desk.h"
#include "shared/clinic/programme_settings.h"

#include <algorithm>
#include <charconv>
#include <set>

#include <fmt/format.h>

namespace sango::app {
namespace {

using namespace screens;
using clinic::Clinic;
using programme::OpenSetting;
using programme::Programme;

Message days_of(const Programme& version) {
    if (!version.valid_to())
        return {era_date_text(version.valid_from()) + "から",
                "From " + english_date_text(version.valid_from())};
    return {
        era_date_text(version.valid_from()) + "から" + era_date_text(*version.valid_to()) + "まで",
        "From " + english_date_text(version.valid_from()) + " to " + english_date_text(*version.valid_to())};
}

bool in_force(const Programme& version, Date day) {
    return version.valid_from() <= day && (!version.valid_to() || day <= *version.valid_to());
}

/// The version that is looked at first: today's, else the next one, else the last.
std::size_t first_look(const std::vector<Programme>& versions, Date today) {
    for (std::size_t i = 0; i < versions.size(); ++i)
        if (!versions[i].valid_to() || today <= *versions[i].valid_to()) return i;
    return versions.size() - 1;
}

Message origin_text(const Clinic& clinic, const Programme& version) {
    const auto origin = clinic::origin_of(clinic, version);
    if (!origin.ok() || !origin.value())
        return {fmt::format("Sango に入っていた決まり（出典 {}）", version.rules().source),
                fmt::format("Came with Sango (source {})", version.rules().source)};
    const Date day = japan_date((*origin)->at);
    return {fmt::format("自治体の署名つき・{} {}さんが取り込み", era_date_text(day), (*origin)->by),
            fmt::format("Signed by the municipality, taken in on {} by {}", english_date_text(day),
                        (*origin)->by)};
}

Message tab_text(const Programme& version, bool now) {
    if (now) return {"いまの決まり", "In force"};
    const int year = fiscal_year(version.valid_from());
    return {fmt::format("令和{}年度から", year - 2018), fmt::format("From {}", year)};
}

std::optional<std::int64_t> number(const std::optional<std::string>& text) {
    if (!text) return std::nullopt;
    std::int64_t value = 0;
    const auto [end, failed] = std::from_chars(text->data(), text->data() + text->size(), value);
    return failed == std::errc() ? std::optional(value) : std::nullopt;
}

Message contract_text(const std::optional<std::string>& value) {
    return value == "1" ? Message{"契約中", "on"} : Message{"休止", "off"};
}

/// "2026-03-31,2027-03-31" in words.
Message ends_text(const std::optional<std::string>& value) {
    if (!value) return {"未定", "not set"};
    Message text;
    std::string_view rest = *value;
    while (!rest.empty()) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        if (const auto day = parse_date(rest.substr(0, comma))) {
            text.ja += (text.ja.empty() ? "" : "、") + era_date_text(*day);
            text.en += (text.en.empty() ? "" : ", ") + english_date_text(*day);
        }
        rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    return text;
}

/// The ends of this fiscal year and the next two, as far as they may be answered.
std::vector<std::int64_t> fiscal_year_ends(const OpenSetting& asked, Date today) {
    std::vector<std::int64_t> ends;
    for (int year = fiscal_year(today) + 1; year <= fiscal_year(today) + 3; ++year) {
        const std::int64_t day = make_date(year, 3, 31).time_since_epoch().count();
        if (day >= asked.least && day <= asked.most) ends.push_back(day);
    }
    return ends;
}

SettingChangeLine line_of(const clinic::SettingChange& change, const std::vector<OpenSetting>& asked) {
    SettingChangeLine line{{}, {}, {}, change.at, change.by};
    if (change.name == "contract") {
        line.what = {"契約", "Contract"};
        line.before = contract_text(change.before);
        line.after = contract_text(change.after);
        return line;
    }
    const auto found = std::ranges::find(asked, change.name, &OpenSetting::name);
    if (found != asked.end() && found->kind == OpenSetting::Kind::date) {
        line.what = found->question;
        line.before = ends_text(change.before);
        line.after = ends_text(change.after);
        return line;
    }
    if (found == asked.end()) {
        line.what = {change.name, change.name};
        line.before = {change.before.value_or("未定"), change.before.value_or("not set")};
        line.after = {change.after.value_or("未定"), change.after.value_or("not set")};
        return line;
    }
    line.what = found->question;
    line.before = programme::answer_text(*found, number(change.before));
    line.after = programme::answer_text(*found, number(change.after));
    return line;
}

OpenAnswerLine line_of(const clinic::OpenAnswer& open, const Programme& programme, Date today) {
    const bool by_clinic = open.asked.by == OpenSetting::By::clinic;
    const Message& contact = programme.rules().contact;
    OpenAnswerLine line;
    line.name = open.asked.name;
    line.question = open.asked.question;
    line.by_clinic = by_clinic;
    line.who = by_clinic ? Message{"この施設", "this clinic"}
                         : Message{fmt::format("{}（{}）", programme.name().ja, contact.ja),
                                   fmt::format("{} ({})", programme.name().en, contact.en)};
    line.for_invoice = open.needed_for == clinic::NeededFor::invoice;
    line.for_records = open.needed_for == clinic::NeededFor::records;
    if (open.asked.kind == OpenSetting::Kind::date) line.likely = fiscal_year_ends(open.asked, today);
    line.source = open.asked.source;
    line.kind = open.asked.kind;
    line.counter = open.asked.counter;
    line.least = open.asked.least;
    line.most = open.asked.most;
    line.answer = open.answer;
    line.answer_words = programme::answer_text(open.asked, open.answer);
    if (open.asked_from)
        line.asked_from = {era_date_text(*open.asked_from) + "から",
                           "from " + english_date_text(*open.asked_from)};
    return line;
}

int unset_of(const std::vector<clinic::OpenAnswer>& open) {
    return static_cast<int>(std::ranges::count_if(open, [](const clinic::OpenAnswer& one) {
        return one.asked.by == OpenSetting::By::municipality &&
               one.needed_for == clinic::NeededFor::verdicts && !one.answer;
    }));
}

}  // namespace

Result<ProgrammePage> programme_page(const Clinic& clinic, const std::string& id) {
    const auto versions = clinic.programmes.versions(id);
    const auto open = clinic::open_answers(clinic, id);
    if (!open) return open.error();
    const auto answers = clinic::programme_settings(clinic, id);
    if (!answers) return answers.error();
    const auto history = clinic::programme_history(clinic, id);
    if (!history) return history.error();

    const Date today = japan_date(clinic.clock.now());
    ProgrammePage page;
    page.in_force = first_look(versions, today);
    const Programme& now = versions[page.in_force];
    page.id = now.id();
    page.name = now.name();
    page.scheme = now.rules().scheme;
    page.contact = now.rules().contact;
    page.phone = now.rules().phone;
    page.colour = now.colour();
    std::vector<OpenSetting> asked;
    for (const clinic::OpenAnswer& one : *open) {
        asked.push_back(one.asked);
        page.answers.push_back(line_of(one, now, today));
    }
    for (const Programme& version : versions)
        page.versions.push_back({days_of(version), tab_text(version, in_force(version, today)),
                                 origin_text(clinic, version), programme::describe(version, *answers)});
    for (const clinic::SettingChange& change : *history) {
        page.history.push_back(line_of(change, asked));
        const auto answer = std::ranges::find(page.answers, change.name, &OpenAnswerLine::name);
        if (answer != page.answers.end()) answer->history.push_back(page.history.back());
    }
    return page;
}

Result<std::vector<ProgrammeLine>> programme_lines(const Clinic& clinic) {
    const Date today = japan_date(clinic.clock.now());
    std::vector<ProgrammeLine> lines;
    std::set<std::string> seen;
    for (const Programme& any : clinic.programmes.all()) {
        if (!seen.insert(any.id()).second) continue;
        const auto versions = clinic.programmes.versions(any.id());
        const std::size_t now = first_look(versions, today);
        const Programme& shown = versions[now];
        ProgrammeLine line;
        line.id = shown.id();
        line.name = shown.name();
        line.scheme = shown.rules().scheme;
        line.colour = shown.colour();
        const auto on = clinic::contracted(clinic, shown.id());
        if (!on) return on.error();
        line.contracted = *on;
        const auto open = clinic::open_answers(clinic, shown.id());
        if (!open) return open.error();
        line.unset = unset_of(*open);
        line.in_force = days_of(shown);
        if (now + 1 < versions.size())
            line.next = {era_date_text(versions[now + 1].valid_from()) + "から新しい決まり",
                         "New rules from " + english_date_text(versions[now + 1].valid_from())};
        const auto origin = clinic::origin_of(clinic, shown);
        line.signed_by_it = origin.ok() && origin->has_value();
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace sango::app
