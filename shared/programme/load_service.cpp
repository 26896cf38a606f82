#include "shared/programme/loading.h"

#include <algorithm>

namespace sango::programme {
namespace {

Window read_window(Loading& loading, Fields from) {
    Window window;
    if (const auto months = from.whole("ask_after_months", 1, kLongestWindow))
        window.ask_after_months = static_cast<int>(*months);
    window.refuse_after_months = read_figure(loading, from.must("refuse_after_months"), "refuse_after_months",
                                             1, kLongestWindow, OpenSetting::Kind::months, kMonths)
                                     .value_or(Figure{});
    if (window.ask_after_months && !window.refuse_after_months.open() &&
        *window.ask_after_months >= window.refuse_after_months.number)
        from.complain("ask_after_months", "refuse_after_months より小さくしてください。",
                      "must be less than refuse_after_months.");
    const auto corrected = from.must("corrected_age").word("corrected_age", {"none", "ask", "apply"});
    if (corrected == "ask") window.corrected_age = CorrectedAge::ask;
    if (corrected == "apply") window.corrected_age = CorrectedAge::apply;
    window.source = read_source(from);
    from.finish();
    return window;
}

Price must_price(Loading& loading, Fields& from, std::string_view key) {
    return read_price(loading, from.must(key), key).value_or(Price{});
}

/// "certificate", a price or a setting.
std::optional<Price> read_unit_copay(Loading& loading, Fields& from) {
    const Node* node = from.find("each_unit");
    if (node == nullptr || !std::holds_alternative<std::string>(node->value))
        return read_price(loading, from, "each_unit");
    (void)from.word("each_unit", {"certificate"});
    return std::nullopt;
}

Copay read_copay(Loading& loading, Fields from) {
    Copay copay;
    if (from.find("first_two_days") != nullptr) {
        copay.kind = Copay::Kind::stay;
        copay.first_two_days = must_price(loading, from, "first_two_days");
        copay.each_further_day = must_price(loading, from, "each_further_day");
    } else if (from.find("each_unit") != nullptr) {
        copay.kind = Copay::Kind::unit;
        copay.each_unit = read_unit_copay(loading, from);
    } else {
        copay.kind = Copay::Kind::day;
        copay.each_day = must_price(loading, from, "each_day");
        copay.each_day_with_coupon = read_yen(from, "each_day_with_coupon");
        copay.multiples_each_day = read_yen(from, "multiples_each_day").value_or(Yen());
        copay.multiples_each_day_with_coupon =
            read_yen(from, "multiples_each_day_with_coupon").value_or(Yen());
    }
    copay.source = read_source(from);
    from.finish();
    return copay;
}

ClinicAges read_clinic_ages(Loading& loading, Fields from) {
    ClinicAges ages;
    ages.from_setting = read_clinic_setting(loading, from, "from_setting", OpenSetting::Kind::months);
    ages.until_setting = read_clinic_setting(loading, from, "until_setting", OpenSetting::Kind::months);
    ages.source = read_source(from);
    from.finish();
    return ages;
}

void read_counting(Fields& from, ServiceRules& rules) {
    const auto counted =
        from.must("counted_in").word("counted_in", {"days", "nights", "units", "hours", "dates"});
    if (counted == "nights") rules.counting = Counting::nights;
    if (counted == "units" || counted == "hours") rules.counting = Counting::units;
    if (counted == "dates") rules.counting = Counting::dates;
    if (const auto minutes = from.whole("unit_minutes", 10, kLongestUnit))
        rules.unit_minutes = static_cast<int>(*minutes);
    if (counted != "hours") return;
    if (rules.unit_minutes)
        from.complain("unit_minutes", "counted_in = \"hours\" のときは書きません。",
                      "does not go with counted_in = \"hours\".");
    rules.unit_minutes = kHourMinutes;
}

RidesOn read_rides_on(Fields from, Service rider) {
    RidesOn rides;
    const auto carrier = from.must("service").word("service", {"short_stay", "day_care", "outreach"});
    rides.service = carrier ? service_from(*carrier).value_or(Service{}) : Service{};
    if (carrier && rides.service == rider)
        from.complain("service", "ほかのサービスを書いてください。", "must be another service.");
    rides.source = read_source(from);
    from.finish();
    return rides;
}

}  // namespace

void read_service(Loading& loading, Fields& from, Service service) {
    ServiceRules rules;
    rules.name = from.must("name").message("name").value_or(Message{});
    read_counting(from, rules);
    rules.window = read_window(loading, from.must("window").table("window"));
    rules.copay = read_copay(loading, from.must("copay").table("copay"));
    if (Fields ages = from.table("clinic_ages"); ages.there())
        rules.clinic_ages = read_clinic_ages(loading, std::move(ages));
    if (Fields rides = from.table("rides_on"); rides.there())
        rules.rides_on = read_rides_on(std::move(rides), service);
    rules.unit_price = read_price(loading, from, "unit_price");
    rules.source = read_source(from);
    from.finish();
    const bool units_told = rules.copay.kind == Copay::Kind::unit || rules.counting == Counting::units;
    if (units_told && rules.counting != Counting::nights && !rules.unit_minutes)
        from.complain("unit_minutes", "一単位の長さ（分）がありません。", "is missing: how long is a unit?");
    loading.rules.offered.push_back(service);
    loading.rules.services[static_cast<std::size_t>(service)] = std::move(rules);
}

void read_limit(Loading& loading, Fields& from) {
    Limit limit;
    limit.services = read_services(from, "services");
    for (const Service service : limit.services)
        if (loading.rules.service(service) == nullptr)
            from.complain("services", "この事業にないサービスがあります。",
                          "names a service the programme does not offer.");
    limit.counter = from.must("counter").message("counter").value_or(Message{});
    const auto total = [&](Fields& of, std::string_view key) {
        return read_figure(loading, of, key, 1, kHighestLimit, OpenSetting::Kind::count, limit.counter);
    };
    limit.total = total(from.must("total"), "total").value_or(Figure{});
    limit.total_multiples = total(from, "total_multiples");
    limit.per_birth = from.flag("per_birth").value_or(false);
    limit.source = read_source(from);
    loading.rules.limits.push_back(std::move(limit));
}

}  // namespace sango::programme
