#include "shared/report/invoice.h"

#include <nlohmann/json.hpp>

namespace sango::report {

nlohmann::ordered_json invoice_lines_json(const Invoice& invoice) {
    using Json = nlohmann::ordered_json;
    Json lines = Json::array();
    for (const InvoiceLine& line : invoice.lines) {
        Json one = {{"service", programme::word(line.service)},
                    {"billed", word(line.billed)},
                    {"count", line.count},
                    {"unit_price_yen", nullptr},
                    {"amount_yen", line.amount.amount()}};
        if (line.unit_price) one["unit_price_yen"] = line.unit_price->amount();
        lines.push_back(std::move(one));
    }
    return lines;
}

std::string invoice_json(const clinic::Clinic& clinic, const Invoice& invoice) {
    using Json = nlohmann::ordered_json;
    const auto id = clinic::setting(clinic, "clinic.id");
    Json body = {{"clinic", id && *id ? **id : std::string()},
                 {"programme", invoice.programme},
                 {"month", month_text(invoice.month)},
                 {"revision", invoice.revision},
                 {"number", invoice.number},
                 {"replaces", nullptr},
                 {"issued_on", date_text(invoice.issued_on)},
                 {"report_revision", invoice.report_revision},
                 {"lines", invoice_lines_json(invoice)},
                 {"total_yen", invoice.total.amount()},
                 {"payee",
                  {{"bank", invoice.payee.bank},
                   {"branch", invoice.payee.branch},
                   {"kind", invoice.payee.kind},
                   {"number", invoice.payee.number},
                   {"holder", invoice.payee.holder}}}};
    if (!invoice.replaces.empty()) body["replaces"] = invoice.replaces;
    return body.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace sango::report
