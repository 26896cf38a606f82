#include "shared/programme/loading.h"

#include <algorithm>

namespace sango::programme {
namespace {

Window read_window(Loading& loading, Fields from) {
    Window window;
    if (const auto months = from.whole("ask_after_months", 1, kLongestWindow))
        window.ask_after_months = static_cast<int>(*months);
    window.refuse_after_months =
        read_figure(loading, from.must("refuse_after_months"), "refuse_after_months", 1, kLongestWindow)
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

Figure read_price(Loading& loading, Fields& from, std::string_view key) {
    return read_figure(loading, from.must(key), key, 0, kHighestPrice).value_or(Figure{});
}

Copay read_copay(Loading& loading, Fields from) {
    Copay copay;
    if (from.find("first_two_days") != nullptr) {
        copay.kind = Copay::Kind::stay;
        copay.first_two_days = read_price(loading, from, "first_two_days");
        copay.each_further_day = read_price(loading, from, "each_further_day");
    } else if (from.find("each_unit") != nullptr) {
        copay.kind = Copay::Kind::unit;
        (void)from.word("each_unit", {"certificate"});
    } else {
        copay.kind = Copay::Kind::day;
        copay.each_day = read_price(loading, from, "each_day");
        copay.each_day_with_coupon = from.whole("each_day_with_coupon", 0, kHighestPrice);
        copay.multiples_each_day = from.whole("multiples_each_day", 0, kHighestPrice).value_or(0);
        copay.multiples_each_day_with_coupon =
            from.whole("multiples_each_day_with_coupon", 0, kHighestPrice).value_or(0);
    }
    copay.source = read_source(from);
    from.finish();
    return copay;
}

ClinicAges read_clinic_ages(Loading& loading, Fields from) {
    ClinicAges ages;
    ages.from_setting = read_clinic_setting(loading, from, "from_setting");
    ages.until_setting = read_clinic_setting(loading, from, "until_setting");
    ages.source = read_source(from);
    from.finish();
    return ages;
}

Counting read_counting(Fields& from) {
    const auto counted = from.must("counted_in").word("counted_in", {"days", "nights", "units", "dates"});
    if (counted == "nights") return Counting::nights;
    if (counted == "units") return Counting::units;
    if (counted == "dates") return Counting::dates;
    return Counting::days;
}

}  // namespace

void read_service(Loading& loading, Fields& from, Service service) {
    ServiceRules rules;
    rules.name = from.must("name").message("name").value_or(Message{});
    rules.counting = read_counting(from);
    if (const auto minutes = from.whole("unit_minutes", 10, kLongestUnit))
        rules.unit_minutes = static_cast<int>(*minutes);
    rules.window = read_window(loading, from.must("window").table("window"));
    rules.copay = read_copay(loading, from.must("copay").table("copay"));
    if (Fields ages = from.table("clinic_ages"); ages.there())
        rules.clinic_ages = read_clinic_ages(loading, std::move(ages));
    rules.unit_price = read_figure(loading, from, "unit_price", 0, kHighestPrice);
    rules.source = read_source(from);
    from.finish();
    if (rules.copay.kind == Copay::Kind::unit && rules.counting != Counting::nights && !rules.unit_minutes)
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
    limit.total = read_figure(loading, from.must("total"), "total", 1, kHighestLimit).value_or(Figure{});
    limit.total_multiples = read_figure(loading, from, "total_multiples", 1, kHighestLimit);
    limit.counter = from.must("counter").message("counter").value_or(Message{});
    limit.per_birth = from.flag("per_birth").value_or(false);
    limit.source = read_source(from);
    loading.rules.limits.push_back(std::move(limit));
}

}  // namespace sango::programme
