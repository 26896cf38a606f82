#include "shared/base/yen.h"
#include "shared/programme/describe_page.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sango::programme {
namespace {

void describe_window(Page& page, const ServiceRules& service) {
    const Window& window = service.window;
    const Message months = page.number(window.refuse_after_months);
    std::string ja = fmt::format("満{}か月になる前日まで", months.ja);
    std::string en = fmt::format("until the day before {} months", months.en);
    if (window.ask_after_months) {
        ja += fmt::format("（満{}か月を過ぎたら確認）", *window.ask_after_months);
        en += fmt::format(" (past {} months: ask)", *window.ask_after_months);
    }
    if (window.corrected_age == CorrectedAge::ask) {
        ja += "。修正月齢は確認";
        en += "; corrected age: ask";
    } else if (window.corrected_age == CorrectedAge::apply) {
        ja += "。修正月齢で数える";
        en += "; by corrected age";
    }
    page.line(service.name, ja + "。", en + ".", window.source);
}

/// What a price by unit is for.
Message unit_text(const ServiceRules& service) {
    if (service.counting == Counting::nights) return {"1泊ごと", "a night"};
    const int minutes = service.unit_minutes.value_or(0);
    if (minutes == kHourMinutes) return {"1時間（始まった分）ごと", "for every started hour"};
    return {fmt::format("{}分（始まった分）ごと", minutes),
            fmt::format("for every started {} minutes", minutes)};
}

Message counting_text(const ServiceRules& service) {
    switch (service.counting) {
        case Counting::days:
            return {"初日と最終日を含む日数で数える", "counted in days, the first and the last included"};
        case Counting::nights:
            return {"泊数で数える", "counted in nights"};
        case Counting::units:
            return service.unit_minutes == kHourMinutes
                       ? Message{"時間（始まった時間）で数える", "counted in started hours"}
                       : Message{"始まった1回ごとに数える", "counted in started units"};
        case Counting::dates:
            return {"同じ日に続けて使っても1回と数える", "counted once a day, however long"};
    }
    return {};
}

void describe_counting(Page& page, const ServiceRules& service) {
    Message text = counting_text(service);
    if (service.unit_minutes && service.unit_minutes != kHourMinutes) {
        text.ja += fmt::format("（1回{}分）", *service.unit_minutes);
        text.en += fmt::format(" (of {} minutes)", *service.unit_minutes);
    }
    page.line(service.name, text.ja + "。", text.en + ".", service.source);
    if (service.rides_on) {
        const Message& carrier = page.rules_.service(service.rides_on->service)->name;
        page.line(service.name, fmt::format("お母さまの{}と同じ日にご利用いただく。", carrier.ja),
                  fmt::format("on the days of the mother's own ({}).", carrier.en), service.rides_on->source);
    }
}

void describe_clinic_ages(Page& page, const ServiceRules& service) {
    if (!service.clinic_ages) return;
    const auto from = page.answer(service.clinic_ages->from_setting);
    const auto until = page.answer(service.clinic_ages->until_setting);
    std::string ja = "対象の月齢は施設ごと";
    std::string en = "each clinic takes its own ages";
    if (from || until) {
        ja += "（この施設は";
        en += " (here";
        if (from) {
            ja += fmt::format("満{}か月から", *from);
            en += fmt::format(" from {} months", *from);
        }
        if (until) {
            ja += fmt::format("満{}か月になる前日まで", *until);
            en += fmt::format(" until the day before {} months", *until);
        }
        ja += "）";
        en += ")";
    } else {
        ja += fmt::format("（設定 {}、{}）", service.clinic_ages->from_setting,
                          service.clinic_ages->until_setting);
        en += fmt::format(" (settings {}, {})", service.clinic_ages->from_setting,
                          service.clinic_ages->until_setting);
    }
    page.line(service.name, ja + "。", en + ".", service.clinic_ages->source);
}

void describe_copay(Page& page, const ServiceRules& service) {
    const Copay& copay = service.copay;
    switch (copay.kind) {
        case Copay::Kind::stay: {
            const Message first = page.money(copay.first_two_days);
            const Message further = page.money(copay.each_further_day);
            page.line(service.name, fmt::format("1泊2日 {}、その後1日ごと {}。", first.ja, further.ja),
                      fmt::format("first two days {}, each further day {}.", first.en, further.en),
                      copay.source);
            return;
        }
        case Copay::Kind::day: {
            std::string more_ja;
            std::string more_en;
            if (copay.each_day_with_coupon) {
                more_ja = fmt::format("、クーポン使用時 {}", yen_text_ja(*copay.each_day_with_coupon));
                more_en = fmt::format(", with coupon {}", yen_text_en(*copay.each_day_with_coupon));
            }
            if (copay.multiples_each_day > Yen()) {
                more_ja += fmt::format("。多胎児加算 {}", yen_text_ja(copay.multiples_each_day));
                more_en += fmt::format("; multiples add {}", yen_text_en(copay.multiples_each_day));
            }
            const Message price = page.money(copay.each_day);
            page.line(service.name, fmt::format("1日（1回） {}{}。", price.ja, more_ja),
                      fmt::format("{} a day or visit{}.", price.en, more_en), copay.source);
            return;
        }
        case Copay::Kind::unit: {
            const Message price = copay.each_unit ? page.money(*copay.each_unit)
                                                  : Message{"利用者証にある額", "the certificate's amount"};
            const Message unit = unit_text(service);
            page.line(service.name, fmt::format("{} {}。", unit.ja, price.ja),
                      fmt::format("{} {}.", price.en, unit.en), copay.source);
            return;
        }
    }
}

}  // namespace

void describe_services(Page& page) {
    page.section("サービスと期間", "Services and windows");
    for (const Service service : page.rules_.offered) {
        describe_window(page, *page.rules_.service(service));
        describe_clinic_ages(page, *page.rules_.service(service));
    }
    page.section("数え方と上限", "Counting and limits");
    for (const Service service : page.rules_.offered) describe_counting(page, *page.rules_.service(service));
    for (const Limit& limit : page.rules_.limits) {
        const Message names = page.names_of(limit.services);
        const Message total = page.number(limit.total);
        const bool shared = limit.services.size() > 1;
        std::string ja = fmt::format("{}{}{}まで", shared ? "合わせて" : "", total.ja, limit.counter.ja);
        std::string en = fmt::format("{} {}{}", total.en, limit.counter.en, shared ? " together" : "");
        if (limit.total_multiples) {
            const Message multiples = page.number(*limit.total_multiples);
            ja += fmt::format("、多胎 {}{}", multiples.ja, limit.counter.ja);
            en += fmt::format(", multiples {}", multiples.en);
        }
        if (limit.per_birth) {
            ja += "（1度の出産につき）";
            en += " (per birth)";
        }
        page.line(names, ja + "。", en + ".", limit.source);
    }
    if (page.rules_.whole_price)
        page.line("上限を超えた分と転出後は、利用者負担額と委託単価の全額が自己負担。",
                  "Beyond the limit and after moving out: copay and unit price are hers.",
                  page.rules_.whole_price->source);
    page.section("利用者負担額", "Copay");
    for (const Service service : page.rules_.offered) describe_copay(page, *page.rules_.service(service));
}

}  // namespace sango::programme
