#include "shared/programme/case.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::programme {
namespace {

bool by_night(const ServiceRules& service) {
    return service.copay.kind == Copay::Kind::unit && service.counting == Counting::nights;
}

int days_of(const Case& at) {
    return static_cast<int>((*at.last - at.request.start).count()) + 1;
}

/// How many days, nights or started units of the use are paid for, whatever the copay goes by. None while
/// the units are not known. Only with at.last.
std::optional<int> pieces_of(const Case& at) {
    const int days = days_of(at);
    if (at.service.copay.kind != Copay::Kind::unit) return days;
    if (by_night(at.service)) return std::max(1, days - 1);
    if (!at.request.units) return std::nullopt;
    return std::max(days, *at.request.units);
}

/// "3日分" / "3 days", in what the service is paid by.
Message pieces_text(const ServiceRules& service, int pieces) {
    if (service.copay.kind != Copay::Kind::unit)
        return {fmt::format("{}日分", pieces), counted_en(pieces, "days")};
    if (by_night(service)) return {fmt::format("{}泊分", pieces), counted_en(pieces, "nights")};
    const int minutes = service.unit_minutes.value_or(0);
    if (minutes == kHourMinutes) return {fmt::format("{}時間分", pieces), counted_en(pieces, "hours")};
    return {fmt::format("{}回分（1回{}分まで）", pieces, minutes),
            fmt::format("{} of up to {} minutes", counted_en(pieces, "units"), minutes)};
}

/// Works one copay out. Lines add up to the copay.
class Bill {
public:
    explicit Bill(const Case& at) : at_(at) {}

    [[nodiscard]] std::optional<Yen> price(const Price& price, std::string_view source) {
        const auto yen = value_of(at_, price);
        if (yen) return yen;
        if (std::find(open_settings.begin(), open_settings.end(), price.setting) == open_settings.end())
            open_settings.push_back(price.setting);
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
    const auto first = bill.price(copay.first_two_days, copay.source);
    const auto further = bill.price(copay.each_further_day, copay.source);
    if (!first || !further) return false;
    const Message& name = bill.at_.service.name;
    bill.add(fmt::format("{} {}", name.ja, days < 2 ? "1日" : "1泊2日"),
             fmt::format("{}, {}", name.en, days < 2 ? "one day" : "first two days"), *first);
    if (days > 2)
        bill.add(fmt::format("その後の{}日分", days - 2),
                 fmt::format("{} more", counted_en(days - 2, "days")), *further * (days - 2));
    return true;
}

void bill_days(Bill& bill, int days, Yen each, Yen multiples, const Message& kind) {
    if (days == 0) return;
    const Message& name = bill.at_.service.name;
    bill.add(fmt::format("{}{} {}日分", name.ja, kind.ja, days),
             fmt::format("{}{}, {}", name.en, kind.en, counted_en(days, "days")), each * days);
    if (bill.at_.family.multiples && multiples > Yen())
        bill.add(fmt::format("多胎児加算{} {}日分", kind.ja, days),
                 fmt::format("Multiples{}, {}", kind.en, counted_en(days, "days")), multiples * days);
}

bool bill_by_day(Bill& bill, int days) {
    const Copay& copay = bill.at_.service.copay;
    const auto each = bill.price(copay.each_day, copay.source);
    if (!each) return false;
    const bool surcharge = copay.multiples_each_day > Yen() || copay.multiples_each_day_with_coupon > Yen();
    if (surcharge && !bill.at_.family.missing.empty()) return false;
    int coupons = 0;
    if (copay.each_day_with_coupon) {
        const auto left = bill.at_.card().coupons_left;
        if (!left) return false;
        coupons =
            std::min({*left, days, bill.at_.rules.cards ? bill.at_.rules.cards->coupons.value_or(0) : 0});
        bill_days(bill, coupons, *copay.each_day_with_coupon, copay.multiples_each_day_with_coupon,
                  {"（クーポン）", " with coupon"});
    }
    bill_days(bill, days - coupons, *each, copay.multiples_each_day, {"", ""});
    bill.coupons_used = coupons;
    return true;
}

bool bill_units(Bill& bill, int units) {
    const ServiceRules& service = bill.at_.service;
    const auto each = service.copay.each_unit ? bill.price(*service.copay.each_unit, service.copay.source)
                                              : bill.at_.card().copay_per_unit;
    if (!each) return false;
    const Message pieces = pieces_text(service, units);
    bill.add(fmt::format("{} {}", service.name.ja, pieces.ja),
             fmt::format("{}, {}", service.name.en, pieces.en), *each * units);
    return true;
}

bool bill_use(Bill& bill, int pieces) {
    if (pieces == 0) return true;
    switch (bill.at_.service.copay.kind) {
        case Copay::Kind::stay:
            return bill_stay(bill, pieces);
        case Copay::Kind::day:
            return bill_by_day(bill, pieces);
        case Copay::Kind::unit:
            return bill_units(bill, pieces);
    }
    return false;
}

/// The household's part of the bill is waived: one line of 0 yen that says why.
void waive(Bill& bill, int pieces) {
    const Message& name = bill.at_.service.name;
    const Message text = pieces_text(bill.at_.service, pieces);
    const bool welfare = bill.at_.mother().household == Household::welfare;
    bill.lines.clear();
    bill.coupons_used = 0;
    bill.add(fmt::format("{} {}（{}）", name.ja, text.ja, welfare ? "生活保護世帯" : "住民税非課税世帯"),
             fmt::format("{}, {} ({} household)", name.en, text.en, welfare ? "welfare" : "tax-exempt"),
             Yen());
}

/// The whole price of the last `over` pieces: the copay, exempt or not, and what the municipality would have
/// paid.
bool add_whole_price(Bill& bill, int pieces, int over, bool within_is_free) {
    if (!bill.at_.service.unit_price) return false;
    Bill without(bill.at_);
    const bool known = bill_use(bill, pieces) && bill_use(without, pieces - over);
    const auto unit_price = bill.price(*bill.at_.service.unit_price, bill.at_.rules.whole_price->source);
    if (!known || !unit_price) return false;
    const Message text = pieces_text(bill.at_.service, over);
    if (within_is_free && pieces > over) {
        const Yen rest = bill.sum() - without.sum();
        waive(bill, pieces - over);
        bill.add(fmt::format("全額自己負担の{}（利用者負担額）", text.ja),
                 fmt::format("{} at the whole price, copay", text.en), rest);
    }
    bill.add(fmt::format("全額自己負担の{}（委託単価）", text.ja),
             fmt::format("{} at the whole price, unit price", text.en), *unit_price * over);
    return true;
}

/// How many pieces lie after she moved out; none where that cannot be told (some hours of several days).
std::optional<int> pieces_after_moving(const Case& at, int pieces) {
    const int after = days_after_moving(at);
    if (after == 0) return 0;
    if (after == days_of(at)) return pieces;
    if (at.service.copay.kind != Copay::Kind::unit) return after;
    // The night that leads into the first day after the move began while she lived here.
    return by_night(at.service) ? std::optional(after - 1) : std::nullopt;
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

CopayAnswer work_out_copay(const Case& at, int beyond_limit) {
    if (!at.last) return {};
    const auto pieces = pieces_of(at);
    if (!pieces) return {};
    const std::optional<bool> free = exempt(at);
    Bill bill(at);
    if (at.rules.whole_price) {
        const auto moved = pieces_after_moving(at, *pieces);
        if (!moved) return {};
        const int over = std::max(beyond_limit, *moved);
        if (over < *pieces && !free) return {};
        if (over > 0) {
            const bool known = add_whole_price(bill, *pieces, over, free.value_or(false));
            return answer_of(std::move(bill), known);
        }
    }
    if (!free) return {};
    if (*free) {
        waive(bill, *pieces);
        return answer_of(std::move(bill), true);
    }
    const bool known = bill_use(bill, *pieces);
    return answer_of(std::move(bill), known);
}

}  // namespace sango::programme
