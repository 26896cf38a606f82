#include "tests/municipality/report.h"

#include "tests/municipality/use_notice.h"

#include <map>
#include <set>

#include <nlohmann/json.hpp>

namespace sango::municipality {
namespace {

using nlohmann::json;

constexpr std::int64_t kMostRows = 20'000;
constexpr std::int64_t kMostDays = 60 * kMostRows;
constexpr std::int64_t kMostYen = 999'999'999'999;

struct Sums {
    std::set<std::string> persons;
    std::int64_t days = 0;
    std::int64_t units = 0;
    std::int64_t copay = 0;

    void add(const std::string& person, std::int64_t more_days, std::int64_t more_units, std::int64_t yen) {
        persons.insert(person);
        days += more_days;
        units += more_units;
        copay += yen;
    }
};

void agree(Form& form, std::string_view name, std::int64_t said, std::int64_t counted) {
    if (said == counted) return;
    const std::string sum = std::to_string(counted);
    form.fault(name, "行の合計は" + sum + "です。", "The rows add up to " + sum + ".");
}

void read_totals(const json& totals, const Sums& all, const std::map<std::string, Sums>& by_service,
                 Faults& faults) {
    Form form(totals, "/totals", faults);
    agree(form, "persons", form.whole("persons", 1, kMostRows), std::ssize(all.persons));
    agree(form, "days", form.whole("days", 1, kMostDays), all.days);
    agree(form, "units", form.whole("units", 1, kMostDays), all.units);
    agree(form, "copay_yen", form.whole("copay_yen", 0, kMostYen), all.copay);
    (void)form.whole_or_null("fee_yen", 0, kMostYen);
    if (const json* services = form.object("services")) {
        Form list(*services, form.at("services"), faults);
        for (const auto& [service, sums] : by_service) {
            const json* entry = list.object(service);
            if (entry == nullptr) continue;
            Form one(*entry, list.at(service), faults);
            agree(one, "persons", one.whole("persons", 1, kMostRows), std::ssize(sums.persons));
            agree(one, "days", one.whole("days", 1, kMostDays), sums.days);
            agree(one, "units", one.whole("units", 1, kMostDays), sums.units);
            one.finish();
        }
        list.finish();
    }
    form.finish();
}

}  // namespace

namespace {

/// 口頭で伝えた出来事: incidents of this use that the municipality was told of by word.
void read_told(Form& row, Faults& faults) {
    constexpr std::size_t kMost = 100;
    const json* told = row.list("told", 1, kMost);
    if (told == nullptr) return;
    for (std::size_t index = 0; index < told->size(); ++index) {
        Form one((*told)[index], row.at("told") + "/" + std::to_string(index), faults);
        (void)one.one_of("class", {"near_miss", "spoken", "other", "serious", "death"});
        const Instant happened = one.moment("happened_at");
        const Instant when = one.moment("told_at");
        (void)one.text("told_to", 600);
        if (when < happened)
            one.fault("told_at", "起きたときより前の時刻です。", "Earlier than it happened.");
        one.finish();
    }
}

}  // namespace

void read_care(Form& row, Faults& faults) {
    const json* care = row.object("care");
    if (care == nullptr) return;
    Form kinds(*care, row.at("care"), faults);
    for (const char* kind : {"milk", "breast", "nappy", "temperature", "weight", "bath", "sleep",
                             "breast_care", "meal", "medication", "counselling", "text", "pain"})
        if (kinds.has(kind)) (void)kinds.whole(kind, 1, 100'000);
    kinds.finish();
}

Report read_report(const json& body, Faults& faults) {
    Form form(body, "", faults);
    Report report;
    report.clinic = form.clinic("clinic");
    report.programme = form.text("programme", 40);
    report.month = form.month("month");
    report.revision = form.whole("revision", 1, 999);
    report.audit_head = form.audit_head("audit_head");
    const json* rows = form.list("rows", 1, static_cast<std::size_t>(kMostRows));
    const json* totals = form.object("totals");
    form.finish();
    if (rows == nullptr) return report;

    Sums all;
    std::map<std::string, Sums> by_service;
    std::set<std::string> uses;
    Date before{};
    for (std::size_t index = 0; index < rows->size(); ++index) {
        Form row((*rows)[index], "/rows/" + std::to_string(index), faults);
        const std::string use = row.use_id("use");
        if (!use.empty() && !uses.insert(use).second)
            row.fault("use", "同じ利用が二度あります。", "This use stands twice.");
        const std::string user = row.user_number("user_number");
        const std::string service = read_service(row);
        const Date first_day = row.day("first_day");
        if (month_of(first_day) != report.month)
            row.fault("first_day", "報告する月の日付ではありません。",
                      "Not a day of the month that is reported.");
        if (index > 0 && first_day < before)
            row.fault("first_day", "日付の順に並べてください。", "Rows must be ordered by first day.");
        before = first_day;
        const auto days = row.whole("days", 1, 60);
        const auto units = row.whole("units", 1, 60);
        const auto copay = row.whole("copay_yen", 0, kMostYen / kMostRows);
        const std::string shown = read_shown(row);
        const bool came = shown != "cancelled_late" && shown != "did_not_come";
        read_care(row, faults);
        if (came) {
            (void)row.whole("copay_received_yen", 0, kMostYen / kMostRows);
            (void)row.one_of("state_on_arrival", {"well", "tired", "unwell"});
            (void)row.one_of("state_on_leaving", {"well", "tired", "unwell"});
        } else {
            for (const char* name : {"copay_received_yen", "state_on_arrival", "state_on_leaving"})
                if (row.whole_or_null(name, 0, kMostYen))
                    row.fault(name, "来院のない利用では null にしてください。",
                              "Must be null where nobody came.");
        }
        (void)row.flag("follow_up");
        if (row.has("told")) read_told(row, faults);
        if (row.has("centre")) (void)row.text("centre", 200);
        row.finish();
        report.users.push_back(user);
        all.add(user, days, units, copay);
        if (!service.empty()) by_service[service].add(user, days, units, copay);
    }
    if (totals != nullptr) read_totals(*totals, all, by_service, faults);
    return report;
}

}  // namespace sango::municipality
