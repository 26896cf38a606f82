// Every number, day, hour and yes or no of a programme file has to matter: changed by one, or turned round,
// some request is answered otherwise.

#include "shared/programme/describe.h"
#include "shared/programme/rules.h"
#include "shared/programme/verdict_json.h"
#include "tests/programme/sample.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <numeric>
#include <sstream>

#include <fmt/format.h>

using namespace sango;
using namespace sango::programme;
using namespace sango::programme::sample;

namespace {

/// What no verdict shows: it has to change the page that describe() writes, or, valid_from, the days in
/// force.
struct Told {
    std::string_view key;
    std::string_view why;
};
constexpr std::array kTold{
    Told{"apply_from_week", "Programme::exemption_opens; when she applied is not part of a request"},
    Told{"copay_due", "Programme::late_cancel; a request is for a use that takes place"},
    Told{"counts_as_use", "Programme::late_cancel"},
    Told{"due_day", "Programme::report_due_day, for the month's closing"},
    Told{"from_week", "Programme::registration_opens; when she registered is not part of a request"},
    Told{"invoice_month_end", "for the month's invoice"},
    Told{"clinic.day_care_from_months.least", "0 is the same as no answer"},
    Told{"clinic.day_care_until_months.most", "past twelve months the window is over anyway"},
    Told{"clinic.orientation.least", "0 is the same as no answer"},
    Told{"clinic.orientation_done.least", "0 is the same as no answer"},
    Told{"nerima.unit_minutes", "told to the mother; Nerima counts and charges by the visit"},
    Told{"per_user", "for the month's gaps"},
    Told{"planned", "Programme::centres"},
    Told{"valid_from", "chooses the file, in Catalogue::find"},
    Told{"years", "Programme::records_kept_until"},
};

/// One thing to change: where it stands, and what it becomes.
struct Change {
    int line = 0;
    std::string key;
    std::string text;  ///< the whole file, changed
};

bool is_flag(std::string_view value) {
    return value == "true" || value == "false";
}

std::string one_more(const std::string& value) {
    if (is_flag(value)) return value == "true" ? "false" : "true";
    if (const auto on = parse_date(value)) return date_text(*on + std::chrono::days(1));
    if (value.size() == 8 && value[2] == ':')
        return fmt::format("{:02}{}", std::stoi(value) + 1, value.substr(2));
    if (value.size() == 7 && value.front() == '"')
        return "\"" + date_text(*parse_date("2001-" + value.substr(1, 5)) + std::chrono::days(1)).substr(5) +
               "\"";
    return std::to_string(std::stoll(value) + 1);
}

bool is_month_day(std::string_view value) {
    return value.size() == 7 && value.front() == '"' && value.back() == '"' && value[3] == '-' &&
           std::isdigit(static_cast<unsigned char>(value[1])) != 0;
}

/// `key = value` lines whose value is a number, a date, a time, a month and day, or a yes or no.
std::vector<Change> changes_of(const std::string& file) {
    std::vector<Change> changes;
    std::istringstream lines(file);
    std::size_t at = 0;
    int number = 0;
    std::string setting;
    for (std::string line; std::getline(lines, line); at += line.size() + 1) {
        ++number;
        const std::size_t equals = line.find(" = ");
        if (line.empty() || line[0] == '#' || equals == std::string::npos) continue;
        if (line.starts_with("name = \"")) setting = line.substr(8, line.size() - 9) + ".";
        const std::size_t begins = equals + 3;
        const std::size_t ends = std::min(line.find_first_of(" #", begins), line.size());
        const std::string value = line.substr(begins, ends - begins);
        if (std::isdigit(static_cast<unsigned char>(value.front())) == 0 && !is_month_day(value) &&
            !is_flag(value))
            continue;
        std::string changed = file;
        changed.replace(at + begins, value.size(), one_more(value));
        std::string key = line.substr(0, equals);
        if (key == "least" || key == "most") key.insert(0, setting);
        changes.push_back({number, std::move(key), std::move(changed)});
    }
    return changes;
}

/// Requests on both sides of every edge the five papers have.
std::vector<Request> corpus() {
    std::vector<Request> all;
    const Settings answers{{"limit.total", 10},
                           {"limit.total_multiples", 14},
                           {"window.months", 4},
                           {"copay.short_stay", 3000},
                           {"copay.day_care", 1000},
                           {"copay.outreach", 500},
                           {"unit_price.short_stay", 30000},
                           {"unit_price.day_care", 20000},
                           {"unit_price.outreach", 9000},
                           {"copay.sibling_short_stay", 100},
                           {"copay.sibling_day_care", 100}};
    for (int s = 0; s < kServiceCount; ++s) {
        const auto service = static_cast<Service>(s);
        for (const int months : {4, 5, 7, 12}) {
            // The last day of the window and the day after.
            const Date last = last_day_within_months(day("2026-03-01"), months);
            for (const Date start : {last, last + std::chrono::days(1)}) {
                Request asked = request(service);
                asked.start = start;
                asked.days = 1;
                asked.settings = answers;
                all.push_back(asked);
            }
        }
        for (const bool twins : {false, true})
            for (int used = 0; used < 19; ++used)
                for (const int days : {1, 3, 7}) {
                    Request asked = request(service);
                    asked.days = days;
                    asked.units = days;
                    asked.settings = answers;
                    if (twins) asked.children->push_back(asked.children->front());
                    for (int i = 0; i < used; ++i)
                        asked.used->push_back({service, day("2026-03-05") + std::chrono::days(i), 1, 1});
                    for (const int coupons : {0, 6}) {
                        asked.card->coupons_left = coupons;
                        all.push_back(asked);
                    }
                }
        for (const char* interview : {"2026-03-31", "2026-04-01"})
            for (const CardKind kind : {CardKind::card, CardKind::coupon}) {
                Request asked = request(service);
                asked.card->interview_on = day(interview);
                asked.card->kind = kind;
                all.push_back(asked);
            }
        for (const char* asked_at : {"2026-04-25T23:00:00+09:00", "2026-04-26T00:00:00+09:00",
                                     "2026-05-09T10:00:00+09:00", "2026-05-09T10:00:01+09:00"}) {
            Request asked = request(service);
            asked.asked_at = moment(asked_at);
            all.push_back(asked);
        }
        for (const char* start : {"2026-06-30", "2026-07-01", "2026-07-02"})
            for (const char* confirmed : {"2026-06-30", "2026-07-01"}) {
                Request asked = request(service, start);
                asked.days = 1;
                asked.mother->household = Household::tax_exempt;
                asked.mother->household_confirmed_on = day(confirmed);
                all.push_back(asked);
            }
    }
    for (int s = 0; s < kServiceCount; ++s) {
        const auto with = [&](auto change) {
            Request asked = request(static_cast<Service>(s));
            asked.settings = answers;
            change(asked);
            all.push_back(std::move(asked));
        };
        with([](Request& r) { r.closed_days = {day("2026-05-09")}; });
        with([](Request& r) { r.asked_at = moment("2026-02-28T09:00:00+09:00"); });
        with([](Request& r) { r.mother->unwell_or_anxious = false; });
        with([](Request& r) {
            r.mother->unwell_or_anxious = false;
            r.mother->support_need = SupportNeed::high;
        });
        with([](Request& r) { r.mother->family_support = FamilySupport::enough; });
        with([](Request& r) { r.decision->granted = false; });
        with([](Request& r) { r.decision = Decision{true, true, false, 0}; });
        with([](Request& r) { r.decision->extra_days = 2; });
        with([s](Request& r) { r.used = {use(static_cast<Service>(s), "2025-01-10")}; });
    }
    return all;
}

/// Answers on both sides of the bounds that a setting has.
void add_bounds(const Programme& one, std::vector<Request>& all) {
    for (const OpenSetting& setting : one.rules().settings)
        for (const std::int64_t answer : {setting.least - 1, setting.least, setting.most, setting.most + 1})
            for (int s = 0; s < kServiceCount; ++s)
                for (const int used : {0, 30}) {
                    Request asked = request(static_cast<Service>(s));
                    asked.used->push_back(use(static_cast<Service>(s), "2026-03-20", std::max(1, used)));
                    asked.settings = all.front().settings;
                    asked.settings["clinic.orientation"] = 1;
                    asked.settings[setting.name] = answer;
                    all.push_back(asked);
                    asked.children->push_back(asked.children->front());
                    all.push_back(std::move(asked));
                }
}

std::vector<std::string> answers(const Programme& one, const std::vector<Request>& asked) {
    std::vector<std::string> all;
    all.reserve(asked.size());
    for (const Request& each : asked) all.push_back(verdict_json(judge(one, each)));
    return all;
}

bool told_only(std::string_view id, const std::string& key) {
    return std::any_of(kTold.begin(), kTold.end(), [&](const Told& one) {
        return one.key == key || one.key == fmt::format("{}.{}", id, key);
    });
}

/// Whether some request is answered otherwise. `order` is the order in which they are tried: what told two
/// files apart comes first the next time.
bool judged_otherwise(const Programme& changed, const std::vector<Request>& asked,
                      const std::vector<std::string>& before, std::vector<std::size_t>& order) {
    for (auto at = order.begin(); at != order.end(); ++at)
        if (verdict_json(judge(changed, asked[*at])) != before[*at]) {
            std::rotate(order.begin(), at, at + 1);
            return true;
        }
    return false;
}

bool told_otherwise(const Programme& changed, const Programme& before) {
    const auto page = [](const Programme& one) {
        std::string text = date_text(one.valid_from());
        for (const RuleLine& line : describe(one))
            text += "\n" + sentence(line).ja + "\n" + sentence(line).en;
        return text;
    };
    return page(changed) != page(before);
}

}  // namespace

TEST_CASE("Every number of a programme file matters to some request") {
    int changed = 0;
    for (const char* id : kProgrammeIds) {
        const std::string file = file_text(id);
        const Programme one = rules_of(id);
        std::vector<Request> asked = corpus();
        add_bounds(one, asked);
        const std::vector<std::string> before = answers(one, asked);
        std::vector<std::size_t> order(asked.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        for (const Change& change : changes_of(file)) {
            CAPTURE(id);
            CAPTURE(change.line);
            CAPTURE(change.key);
            ++changed;
            const auto loaded = load_programme(change.text, id);
            if (!loaded) continue;  // another number of the file, or the format, holds this one in place
            if (told_only(id, change.key))
                CHECK(told_otherwise(*loaded, one));
            else
                CHECK(judged_otherwise(*loaded, asked, before, order));
        }
    }
    CHECK(changed > 100);
}
