#include "shared/programme/case.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::programme {
namespace {

std::string nights_ja(int days) {
    return days < 2 ? fmt::format("{}日", days) : fmt::format("{}泊{}日", days - 1, days);
}
std::string plural(int count, std::string_view noun) {
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

/// Works one copay out. Lines add up to the copay.
class Bill {
public:
    explicit Bill(const Case& at) : at_(at) {}

    [[nodiscard]] std::optional<Yen> figure(const Figure& figure, std::string_view source) {
        const auto value = value_of(figure, at_.request.settings);
        if (value) return Yen(*value);
        if (std::find(open_settings.begin(), open_settings.end(), figure.setting) == open_settings.end())
            open_settings.push_back(figure.setting);
        if (open_source.empty()) open_source = source;
        return std::nullopt;
    }
    void add(std::string ja, std::string en, Yen yen) {
        lines.push_back({{std::move(ja), std::move(en)}, yen});
    }
    [[nodiscard]] Yen sum() const {
        Yen total;
        for (const CopayLine& line : lines) total += line.yen;
        return total;
    }

    const Case& at_;
    std::vector<CopayLine> lines;
    int coupons_used = 0;
    std::vector<std::string> open_settings;
    std::string open_source;
};

/// 1泊2日 at one price, each day after it at another.
bool bill_stay(Bill& bill, int days) {
    const Copay& copay = bill.at_.service.copay;
    const auto first = bill.figure(copay.first_two_days, copay.source);
    const auto further = bill.figure(copay.each_further_day, copay.source);
    if (!first || !further) return false;
    const Message& name = bill.at_.service.name;
    const int base = std::min(days, 2);
    bill.add(fmt::format("{} {}", name.ja, nights_ja(base)),
             fmt::format("{}, {}", name.en, base == 2 ? "first two days" : "one day"), *first);
    if (days > 2)
        bill.add(fmt::format("その後の{}日分", days - 2), fmt::format("{} more", plural(days - 2, "day")),
                 *further * (days - 2));
    return true;
}

void bill_days(Bill& bill, int days, Yen each, std::int64_t multiples, const Message& kind) {
    if (days == 0) return;
    const Message& name = bill.at_.service.name;
    bill.add(fmt::format("{}{} {}日分", name.ja, kind.ja, days),
             fmt::format("{}{}, {}", name.en, kind.en, plural(days, "day")), each * days);
    if (bill.at_.family.multiples && multiples > 0)
        bill.add(fmt::format("多胎児加算{} {}日分", kind.ja, days),
                 fmt::format("Multiples{}, {}", kind.en, plural(days, "day")), Yen(multiples) * days);
}

bool bill_by_day(Bill& bill, int days) {
    const Copay& copay = bill.at_.service.copay;
    const auto each = bill.figure(copay.each_day, copay.source);
    if (!each) return false;
    const bool surcharge = copay.multiples_each_day > 0 || copay.multiples_each_day_with_coupon > 0;
    if (surcharge && !bill.at_.family.missing.empty()) return false;
    int coupons = 0;
    if (copay.each_day_with_coupon) {
        const auto left = bill.at_.card().coupons_left;
        if (!left) return false;
        coupons =
            std::min({*left, days, bill.at_.rules.cards ? bill.at_.rules.cards->coupons.value_or(0) : 0});
        bill_days(bill, coupons, Yen(*copay.each_day_with_coupon), copay.multiples_each_day_with_coupon,
                  {"（クーポン）", " with coupon"});
    }
    bill_days(bill, days - coupons, *each, copay.multiples_each_day, {"", ""});
    bill.coupons_used = coupons;
    return true;
}

bool bill_units(Bill& bill, int days) {
    const auto each = bill.at_.card().copay_per_unit;
    const Message& name = bill.at_.service.name;
    if (!each) return false;
    if (bill.at_.service.counting == Counting::nights) {
        const int nights = std::max(1, days - 1);
        bill.add(fmt::format("{} {}泊分", name.ja, nights),
                 fmt::format("{}, {}", name.en, plural(nights, "night")), *each * nights);
        return true;
    }
    if (!bill.at_.request.units) return false;
    const int units = std::max(days, *bill.at_.request.units);
    bill.add(
        fmt::format("{} {}回分（1回{}分まで）", name.ja, units, bill.at_.service.unit_minutes.value_or(0)),
        fmt::format("{}, {} of up to {} minutes", name.en, plural(units, "unit"),
                    bill.at_.service.unit_minutes.value_or(0)),
        *each * units);
    return true;
}

bool bill_use(Bill& bill, int days) {
    if (days == 0) return true;
    switch (bill.at_.service.copay.kind) {
        case Copay::Kind::stay:
            return bill_stay(bill, days);
        case Copay::Kind::day:
            return bill_by_day(bill, days);
        case Copay::Kind::unit:
            return bill_units(bill, days);
    }
    return false;
}

/// The household's part of the bill is waived: one line of 0 yen that says why.
void waive(Bill& bill, int days) {
    const Message& name = bill.at_.service.name;
    const bool welfare = bill.at_.mother().household == Household::welfare;
    bill.lines.clear();
    bill.coupons_used = 0;
    bill.add(fmt::format("{} {}日分（{}）", name.ja, days, welfare ? "生活保護世帯" : "住民税非課税世帯"),
             fmt::format("{}, {} ({} household)", name.en, plural(days, "day"),
                         welfare ? "welfare" : "tax-exempt"),
             Yen(0));
}

/// The whole price of the last `over` days: the copay, exempt or not, and what the municipality would have
/// paid.
bool add_whole_price(Bill& bill, int days, int over, bool within_is_free) {
    if (!bill.at_.service.unit_price) return false;
    Bill without(bill.at_);
    const bool known = bill_use(bill, days) && bill_use(without, days - over);
    const auto unit_price = bill.figure(*bill.at_.service.unit_price, bill.at_.rules.whole_price->source);
    if (!known || !unit_price) return false;
    if (within_is_free && days > over) {
        const Yen rest = bill.sum() - without.sum();
        waive(bill, days - over);
        bill.add(fmt::format("全額自己負担の{}日分（利用者負担額）", over),
                 fmt::format("{} at the whole price, copay", plural(over, "day")), rest);
    }
    bill.add(fmt::format("全額自己負担の{}日分（委託単価）", over),
             fmt::format("{} at the whole price, unit price", plural(over, "day")), *unit_price * over);
    return true;
}

CopayAnswer answer_of(Bill bill, bool known) {
    CopayAnswer answer;
    answer.open_settings = std::move(bill.open_settings);
    answer.open_source = std::move(bill.open_source);
    if (!known) return answer;
    answer.copay = bill.sum();
    answer.lines = std::move(bill.lines);
    answer.coupons_used = bill.coupons_used;
    return answer;
}

}  // namespace

CopayAnswer work_out_copay(const Case& at, int over) {
    if (!at.last) return {};
    const int days = static_cast<int>((*at.last - at.request.start).count()) + 1;
    const std::optional<bool> free = exempt(at);
    Bill bill(at);
    if (over > 0 && at.rules.whole_price) {
        if (over < days && !free) return {};
        const bool known = add_whole_price(bill, days, over, free.value_or(false));
        return answer_of(std::move(bill), known);
    }
    if (!free) return {};
    if (*free) {
        waive(bill, days);
        return answer_of(std::move(bill), true);
    }
    const bool known = bill_use(bill, days);
    return answer_of(std::move(bill), known);
}

}  // namespace sango::programme
