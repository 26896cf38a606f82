#include "shared/clinic/deemed_use.h"
#include "shared/clinic/programme_settings.h"
#include "shared/programme/rules.h"
#include "shared/report/births.h"
#include "shared/report/invoice.h"
#include "shared/report/totals.h"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

namespace sango::report {
namespace {

using programme::Service;

/// Adds the month's lines up; what an answer is missing for becomes a gap, once.
class Bill {
public:
    Bill(const clinic::Clinic& clinic, const programme::Programme& programme, programme::Settings settings,
         Births births)
        : clinic_(clinic),
          programme_(programme),
          settings_(std::move(settings)),
          births_(std::move(births)) {}

    void add_use(const Row& row, int coupons) {
        const int count = billed_count(clinic_, programme_.id(), row);
        const auto price = price_of(row.service);
        if (price) add(row.service, Billed::use, count, *price * count, price);
        const Yen full = full_copay(row).value_or(row.copay);
        if (row.copay > full && price)
            add(row.service, Billed::paid_by_user, 1, Yen(0) - std::min(row.copay - full, *price * count));
        if (row.copay >= full) return;
        const auto share = setting("invoice.waived_share");
        if (!share)
            gap("no_waived_share", "減免・クーポンで減った利用者負担を自治体が払うかどうかが未設定です",
                "Not set whether the municipality pays what exemption and coupons take off the copay");
        else if (*share != 0)
            add(row.service, coupons > 0 ? Billed::coupon : Billed::exempt, 1, full - row.copay);
    }
    void add_late_cancel(const Row& row) {
        const auto billed = setting("invoice.late_cancel");
        if (!billed)
            return gap("no_late_cancel", "締切後のキャンセルを請求するかどうかが未設定です",
                       "Not set whether late cancellations are billed");
        if (*billed == 0) return;
        const int count = billed_count(clinic_, programme_.id(), row);
        if (const auto price = price_of(row.service))
            add(row.service, Billed::late_cancel, count, *price * count, price);
    }
    [[nodiscard]] Billing result() {
        std::ranges::sort(billing_.lines, {},
                          [](const InvoiceLine& line) { return std::tuple(line.service, line.billed); });
        return std::move(billing_);
    }

private:
    [[nodiscard]] std::optional<std::int64_t> setting(std::string_view name) const {
        const auto found = settings_.find(name);
        return found == settings_.end() ? std::nullopt : std::optional(found->second);
    }
    std::optional<Yen> price_of(Service service) {
        const auto price = unit_price(programme_, settings_, service);
        if (!price)
            gap(fmt::format("no_unit_price.{}", programme::word(service)),
                "委託単価が未設定です（" + service_name(&programme_, service).ja + "）",
                "No unit price is set (" + service_name(&programme_, service).en + ")");
        return price;
    }
    /// What a taxed household without coupons pays for such a use; none where it stands on her certificate,
    /// or a number is missing.
    [[nodiscard]] std::optional<Yen> full_copay(const Row& row) const {
        const auto* rules = clinic_.programmes.find(programme_.id(), row.first_day);
        if (rules == nullptr) return std::nullopt;
        const auto* service = rules->rules().service(row.service);
        if (service == nullptr || service->copay.on_certificate()) return std::nullopt;
        programme::Request request;
        request.service = row.service;
        request.start = row.first_day;
        request.days = row.days;
        request.units = row.units;
        request.mother.emplace();
        request.mother->resident = true;
        request.mother->household = programme::Household::taxed;
        request.children.emplace();
        const auto youngest_born = youngest(births_, row.mother_id, row.first_day);
        if (const auto hers = births_.find(row.mother_id); hers != births_.end())
            for (const Date born : hers->second)
                if (born == youngest_born)  // multiples are children of one birth
                    request.children->push_back({born, std::nullopt, std::nullopt});
        // Where no birth is known, or after a loss, the price is the one for a single child.
        if (request.children->empty())
            request.children->push_back({row.first_day, std::nullopt, std::nullopt});
        request.used.emplace();
        request.card.emplace();
        request.card->coupons_left = 0;
        request.settings = settings_;
        return programme::judge(*rules, request).copay;
    }
    void add(Service service, Billed billed, int count, Yen amount, std::optional<Yen> price = std::nullopt) {
        for (InvoiceLine& line : billing_.lines)
            if (line.service == service && line.billed == billed) {
                line.count += count;
                line.amount += amount;
                return;
            }
        billing_.lines.push_back({service, billed, count, price, amount});
    }
    void gap(std::string code, std::string ja, std::string en) {
        if (std::ranges::find(billing_.gaps, code, &Gap::code) == billing_.gaps.end())
            billing_.gaps.push_back({std::move(code), {std::move(ja), std::move(en)}});
    }

    const clinic::Clinic& clinic_;
    const programme::Programme& programme_;
    programme::Settings settings_;
    Births births_;
    Billing billing_;
};

Result<std::map<std::string, int, std::less<>>> coupons_used(const clinic::Clinic& clinic, Date first,
                                                             Date last) {
    std::map<std::string, int, std::less<>> coupons;
    const auto read = clinic.database.query(
        "SELECT id, coupons_used FROM service_use WHERE first_day BETWEEN ?1 AND ?2 AND coupons_used > 0",
        {store::value(first), store::value(last)}, [&](const store::Row& row) {
            coupons[row.text(0)] = static_cast<int>(row.integer(1));
            return true;
        });
    if (!read) return read.error();
    return coupons;
}

}  // namespace

Result<Billing> bill(const clinic::Clinic& clinic, const programme::Programme& programme,
                     const ImplementationReport& report) {
    auto settings = clinic::programme_settings(clinic, programme.id());
    if (!settings) return settings.error();
    auto births = births_of(clinic, programme.id());
    if (!births) return births.error();
    const Date first = first_day(report.month);
    const Date last = last_day(report.month);
    const auto coupons = coupons_used(clinic, first, last);
    if (!coupons) return coupons.error();
    Bill bill(clinic, programme, std::move(*settings), std::move(*births));
    for (const Row& row : report.rows) {
        if (clinic::is_deemed(row.shown)) {
            bill.add_late_cancel(row);
            continue;
        }
        const auto hers = coupons->find(row.use_id);
        bill.add_use(row, hers == coupons->end() ? 0 : hers->second);
    }
    return bill.result();
}

}  // namespace sango::report
