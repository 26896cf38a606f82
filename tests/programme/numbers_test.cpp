// Every number, day and hour of a programme file has to matter: changed by one, some request is answered
// otherwise.

#include "shared/programme/rules.h"
#include "shared/programme/verdict_json.h"
#include "tests/programme/sample.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <sstream>

#include <fmt/format.h>

using namespace sango;
using namespace sango::programme;
using namespace sango::programme::sample;

namespace {

constexpr std::array kIds{"nerima", "minamiaso", "setagaya", "nakano", "kashiwa"};

/// What no verdict shows, and who else holds it.
struct Exempt {
    std::string_view key;
    std::string_view why;
};
constexpr std::array kExempt{
    Exempt{"apply_from_week", "told to the mother; when she applied is not part of a request"},
    Exempt{"due_day", "the month's closing reads it through Programme::report_due_day"},
    Exempt{"least", "bounds what the settings screen takes"},
    Exempt{"most", "bounds what the settings screen takes"},
    Exempt{"nerima.unit_minutes", "told to the mother; Nerima counts and charges by the visit"},
    Exempt{"valid_from", "chooses the file, in Catalogue::find"},
};

/// One thing to change: where it stands, and what it becomes.
struct Change {
    int line = 0;
    std::string key;
    std::string text;  ///< the whole file, changed
};

std::string one_more(const std::string& value) {
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

/// `key = value` lines whose value is a number, a date, a time or a month and day.
std::vector<Change> changes_of(const std::string& file) {
    std::vector<Change> changes;
    std::istringstream lines(file);
    std::size_t at = 0;
    int number = 0;
    for (std::string line; std::getline(lines, line); at += line.size() + 1) {
        ++number;
        const std::size_t equals = line.find(" = ");
        if (line.empty() || line[0] == '#' || equals == std::string::npos) continue;
        const std::size_t begins = equals + 3;
        const std::size_t ends = std::min(line.find_first_of(" #", begins), line.size());
        const std::string value = line.substr(begins, ends - begins);
        if (std::isdigit(static_cast<unsigned char>(value.front())) == 0 && !is_month_day(value)) continue;
        std::string changed = file;
        changed.replace(at + begins, value.size(), one_more(value));
        changes.push_back({number, line.substr(0, equals), std::move(changed)});
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
    return all;
}

std::vector<std::string> answers(const Programme& one, const std::vector<Request>& asked) {
    std::vector<std::string> all;
    all.reserve(asked.size());
    for (const Request& each : asked) all.push_back(verdict_json(judge(one, each)));
    return all;
}

bool exempt(std::string_view id, const std::string& key) {
    return std::any_of(kExempt.begin(), kExempt.end(), [&](const Exempt& one) {
        return one.key == key || one.key == fmt::format("{}.{}", id, key);
    });
}

bool matters(const Programme& changed, const std::vector<Request>& asked,
             const std::vector<std::string>& before) {
    for (std::size_t i = 0; i < asked.size(); ++i)
        if (verdict_json(judge(changed, asked[i])) != before[i]) return true;
    return false;
}

}  // namespace

TEST_CASE("Every number of a programme file matters to some request") {
    const std::vector<Request> asked = corpus();
    int changed = 0;
    for (const char* id : kIds) {
        const std::string file = file_text(id);
        const std::vector<std::string> before = answers(rules_of(id), asked);
        for (const Change& change : changes_of(file)) {
            CAPTURE(id);
            CAPTURE(change.line);
            CAPTURE(change.key);
            if (exempt(id, change.key)) continue;
            ++changed;
            const auto loaded = load_programme(change.text, id);
            if (!loaded) continue;  // another number of the file, or the format, holds this one in place
            CHECK(matters(*loaded, asked, before));
        }
    }
    CHECK(changed > 40);
}
