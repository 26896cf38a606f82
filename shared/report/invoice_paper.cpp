#include "shared/programme/rules.h"
#include "shared/report/invoice.h"

#include <fmt/format.h>

namespace sango::report {
namespace {

std::string both(Tongue tongue, std::string_view ja, std::string_view en) {
    return std::string(tongue == Tongue::ja ? ja : en);
}

std::string signed_money(Yen amount, Tongue tongue) {
    if (amount >= Yen(0)) return money_text(amount, tongue);
    return (tongue == Tongue::ja ? "−" : "-") + money_text(Yen(0) - amount, tongue);
}

/// 振込先 as a form; while it is not set, the paper says so where it would stand.
Block payee_block(const Payee& payee, Tongue tongue) {
    if (!payee.complete())
        return Paragraph{both(tongue, "振込先が未設定です。「設定」の「施設」で入れてください。",
                              "The bank account is not set. Enter it under Settings, Clinic."),
                         Paragraph::Size::body, Align::left, true};
    return Form{{{both(tongue, "金融機関", "Bank"), payee.bank},
                 {both(tongue, "支店", "Branch"), payee.branch},
                 {both(tongue, "口座の種類", "Kind of account"), payee.kind},
                 {both(tongue, "口座番号", "Account number"), payee.number},
                 {both(tongue, "口座名義", "Holder"), payee.holder}},
                2};
}

}  // namespace

Result<Document> invoice_paper(const clinic::Clinic& clinic, const Invoice& invoice, Tongue tongue) {
    const auto* programme = version_for(clinic, invoice.programme, invoice.month);
    if (programme == nullptr) return programme::no_such_programme();
    auto issuer = clinic_lines(clinic);
    if (!issuer) return issuer.error();
    const auto registration = clinic::setting(clinic, "clinic.invoice.registration");
    if (!registration) return registration.error();
    const std::string month = month_words(invoice.month, tongue);

    Document document;
    document.title = both(tongue, "請求書", "Invoice");
    document.caption = fmt::format("{} {}", issuer->empty() ? std::string() : issuer->front(), month);
    document.english = tongue == Tongue::en;
    document.made_at = clinic.clock.now();
    std::string head =
        both(tongue, "番号 ", "No. ") +
        (invoice.number.empty() ? both(tongue, "未発行（控え）", "not issued (draft)") : invoice.number);
    head += "\n" + day_text(invoice.issued_on, tongue);
    if (!invoice.replaces.empty())
        head +=
            "\n" + both(tongue, "訂正（旧番号 ", "replaces no. ") + invoice.replaces + both(tongue, "）", "");
    if (*registration && !(*registration)->empty())
        head += "\n" + both(tongue, "登録番号 ", "Registration no. ") + **registration;
    Table table{{{both(tongue, "内容", "Item"), 5},
                 {both(tongue, "数量", "Count"), 1, Align::right},
                 {both(tongue, "単価", "Unit price"), 1.4, Align::right},
                 {both(tongue, "金額", "Amount"), 1.6, Align::right}},
                {},
                {}};
    for (const InvoiceLine& line : invoice.lines)
        table.rows.push_back({pick(service_name(programme, line.service), tongue) + both(tongue, " ", ": ") +
                                  pick(billed_name(line.billed), tongue),
                              grouped(line.count),
                              line.unit_price ? money_text(*line.unit_price, tongue) : "",
                              signed_money(line.amount, tongue)});
    table.sums = {{both(tongue, "合計", "Total"), "", "", signed_money(invoice.total, tongue)}};
    document.blocks = {
        Paragraph{std::move(head), Paragraph::Size::body, Align::right},
        Paragraph{addressee(*programme, tongue), Paragraph::Size::large},
        Issuer{std::move(*issuer), true},
        Paragraph{both(tongue,
                       pick(programme->rules().scheme, tongue) + "の委託料（" + month +
                           "分）を、下記のとおり請求いたします。",
                       "For " + pick(programme->rules().scheme, tongue) + ", " + month + ":")},
        Space{2},
        Paragraph{both(tongue, "ご請求金額　", "Total due: ") + signed_money(invoice.total, tongue),
                  Paragraph::Size::large, Align::centre, true},
        Space{2},
        std::move(table),
        Heading{both(tongue, "振込先", "Payable to")},
        payee_block(invoice.payee, tongue),
    };
    return document;
}

}  // namespace sango::report
