#include "tests/municipality/invoice.h"

#include "tests/municipality/report.h"
#include "tests/municipality/use_notice.h"

#include <nlohmann/json.hpp>

namespace sango::municipality {
namespace {

using nlohmann::json;

constexpr std::int64_t kMostBilled = 999'999'999'999;

std::int64_t read_line(Form& line) {
    (void)read_service(line);
    const std::string billed =
        line.one_of("billed", {"use", "paid_by_user", "exempt", "coupon", "late_cancel"});
    const std::int64_t count = line.whole("count", 1, 1'200'000);
    const auto price = line.whole_or_null("unit_price_yen", 0, 9'999'999);
    const bool paid_by_user = billed == "paid_by_user";
    const std::int64_t amount =
        line.whole("amount_yen", paid_by_user ? -kMostBilled : 0, paid_by_user ? 0 : kMostBilled);
    const bool by_price = billed == "use" || billed == "late_cancel";
    if (by_price != price.has_value())
        line.fault("unit_price_yen", "単価は委託料とキャンセルの行だけに書いてください。",
                   "A unit price stands with uses and late cancellations, and only there.");
    else if (price && amount != *price * count)
        line.fault("amount_yen", "数量と単価の積になっていません。", "Not the count times the unit price.");
    line.finish();
    return amount;
}

void read_payee(const json& payee, Faults& faults) {
    Form form(payee, "/payee", faults);
    for (const char* name : {"bank", "branch", "kind", "number", "holder"}) (void)form.text(name, 200);
    form.finish();
}

}  // namespace

Invoice read_invoice(const json& body, Faults& faults) {
    Form form(body, "", faults);
    Invoice invoice;
    invoice.clinic = form.clinic("clinic");
    invoice.programme = form.text("programme", 40);
    invoice.month = form.month("month");
    invoice.revision = form.whole("revision", 1, 999);
    invoice.number = form.text("number", 40);
    if (form.has("replaces") && body["replaces"].is_null())
        (void)form.whole_or_null("replaces", 0, 0);
    else
        (void)form.text("replaces", 40);
    if (month_of(form.day("issued_on")) < invoice.month)
        form.fault("issued_on", "請求する月より前の日付です。", "Issued before the month that is billed.");
    (void)form.whole("report_revision", 1, 999);
    const json* lines = form.list("lines", 1, 25);
    const std::int64_t total = form.whole("total_yen", 0, kMostBilled);
    if (const json* payee = form.object("payee")) read_payee(*payee, faults);
    std::int64_t sum = 0;
    if (lines != nullptr)
        for (std::size_t i = 0; i < lines->size(); ++i) {
            Form line((*lines)[i], "/lines/" + std::to_string(i), faults);
            sum += read_line(line);
        }
    if (sum != total)
        form.fault("total_yen", "行の合計は" + std::to_string(sum) + "です。",
                   "The lines add up to " + std::to_string(sum) + ".");
    form.finish();
    return invoice;
}

UserReport read_user_report(const json& body, Faults& faults) {
    Form form(body, "", faults);
    UserReport report;
    report.clinic = form.clinic("clinic");
    report.programme = form.text("programme", 40);
    report.use = form.use_id("use");
    report.revision = form.whole("revision", 1, 999);
    report.user_number = form.user_number("user_number");
    (void)read_service(form);
    (void)form.day("first_day");
    (void)form.whole("days", 1, 60);
    (void)form.whole("units", 1, 60);
    read_care(form, faults);
    (void)form.one_of("state_on_arrival", {"well", "tired", "unwell"});
    (void)form.one_of("state_on_leaving", {"well", "tired", "unwell"});
    (void)form.flag("follow_up");
    const bool consent = form.flag("consent");
    const bool urgent = form.flag("urgent");
    const std::string remarks = form.text("remarks", 6'000, true);
    if (!consent && (urgent || !remarks.empty()))
        form.fault("consent", "ご本人の同意がありません。", "She has not consented.");
    (void)form.moment("written_at");
    form.finish();
    return report;
}

}  // namespace sango::municipality
