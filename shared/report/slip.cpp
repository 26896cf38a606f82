#include "shared/report/slip.h"

#include "shared/clinic/slip.h"
#include "shared/programme/rules.h"
#include "shared/report/export.h"
#include "shared/store/audit.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::report {
namespace {

std::string in(Tongue tongue, std::string_view ja, std::string_view en) {
    return std::string(tongue == Tongue::ja ? ja : en);
}

std::string signed_yen(Yen amount, Tongue tongue) {
    if (amount >= Yen(0)) return money_text(amount, tongue);
    return in(tongue, "−", "-") + money_text(Yen(0) - amount, tongue);
}

std::string days_of(const clinic::Use& use, Tongue tongue) {
    const std::string first = day_text(use.first_day, tongue);
    if (use.days == 1) return first;
    return tongue == Tongue::ja
               ? fmt::format("{}から{}まで（{}日間）", first, day_text(use.last_day(), tongue), use.days)
               : fmt::format("{} to {} ({} days)", first, day_text(use.last_day(), tongue), use.days);
}

/// 日 / days, 回 / uses: as the limit counts that holds for the service.
std::string left_text(const programme::Programme& programme, programme::Service service,
                      const programme::Allowance& left, Tongue tongue) {
    Message counter{"回", "uses"};
    for (const programme::Limit& limit : programme.rules().limits)
        if (std::ranges::find(limit.services, service) != limit.services.end()) counter = limit.counter;
    return tongue == Tongue::ja
               ? fmt::format("あと{}{}（{}{}のうち）", left.left, counter.ja, left.total, counter.ja)
               : fmt::format("{} of {} {} left", left.left, left.total, counter.en);
}

Table copay_table(const clinic::SlipFacts& facts, Tongue tongue) {
    Table table{{{in(tongue, "内容", "Item"), 5}, {in(tongue, "金額", "Amount"), 2, Align::right}}, {}, {}};
    for (const programme::CopayLine& line : facts.lines)
        table.rows.push_back({pick(line.text, tongue), signed_yen(line.yen, tongue)});
    table.sums = {{in(tongue, "利用者負担額の合計", "You pay"), money_text(facts.use.copay, tongue)}};
    return table;
}

Form use_form(const programme::Programme& programme, const clinic::SlipFacts& facts, Tongue tongue) {
    Form form;
    form.fields = {
        {in(tongue, "事業", "Programme"), pick(programme.rules().scheme, tongue)},
        {in(tongue, "サービス", "Service"), pick(service_name(&programme, facts.use.service), tongue)},
        {in(tongue, "ご利用日", "Days of use"), days_of(facts.use, tongue)}};
    if (facts.units > 1) form.fields.emplace_back(in(tongue, "回数", "Units"), std::to_string(facts.units));
    form.fields.emplace_back(in(tongue, "ご提示", "Shown"), pick(shown_name(facts.shown), tongue));
    form.fields.emplace_back(in(tongue, "お支払い", "Payment"),
                             facts.received ? in(tongue, "受け取りました", "received")
                                            : in(tongue, "お帰りのときに頂きます", "due when you leave"));
    return form;
}

Form left_form(const programme::Programme& programme, const clinic::SlipFacts& facts, Tongue tongue) {
    Form form;
    if (facts.coupons_used > 0)
        form.fields.emplace_back(in(tongue, "使ったクーポン", "Coupons used"),
                                 tongue == Tongue::ja ? fmt::format("{}枚", facts.coupons_used)
                                                      : std::to_string(facts.coupons_used));
    if (facts.coupons_left && programme.rules().cards && programme.rules().cards->coupons)
        form.fields.emplace_back(in(tongue, "残りのクーポン", "Coupons left"),
                                 tongue == Tongue::ja ? fmt::format("{}枚", *facts.coupons_left)
                                                      : std::to_string(*facts.coupons_left));
    for (const auto& [service, left] : facts.left)
        form.fields.emplace_back(pick(service_name(&programme, service), tongue),
                                 left_text(programme, service, left, tongue));
    return form;
}

}  // namespace

Result<Document> slip(const clinic::Clinic& clinic, std::string_view use_id, Tongue tongue) {
    const auto facts = clinic::slip_facts(clinic, use_id);
    if (!facts) return facts.error();
    const auto* programme = version_for(clinic, facts->use.programme, month_of(facts->use.first_day));
    if (programme == nullptr) return programme::no_such_programme();
    auto issuer = clinic_lines(clinic);
    if (!issuer) return issuer.error();
    const Date today = japan_date(clinic.clock.now());
    Document document;
    document.title = in(tongue, "ご利用の控え", "Your slip");
    document.caption =
        fmt::format("{} {}", issuer->empty() ? std::string() : issuer->front(), day_text(today, tongue));
    document.english = tongue == Tongue::en;
    document.made_at = clinic.clock.now();
    document.blocks = {
        Paragraph{day_text(today, tongue), Paragraph::Size::body, Align::right},
        Paragraph{tongue == Tongue::ja ? facts->name + " 様" : facts->name, Paragraph::Size::large},
        Issuer{std::move(*issuer), true},
        use_form(*programme, *facts, tongue),
        Heading{in(tongue, "利用者負担額", "What you pay")},
        copay_table(*facts, tongue),
    };
    if (Form left = left_form(*programme, *facts, tongue); !left.fields.empty()) {
        document.blocks.emplace_back(Heading{in(tongue, "これからご利用になれる分", "What is left")});
        document.blocks.emplace_back(std::move(left));
        document.blocks.emplace_back(Paragraph{
            in(tongue, "この控えを作ったときの数です。ほかの施設でのご利用により変わることがあります。",
               "As known when this slip was made; uses elsewhere may change it."),
            Paragraph::Size::small});
    }
    return document;
}

Result<std::filesystem::path> export_slip(clinic::Clinic& clinic, std::string_view use_id,
                                          const std::filesystem::path& folder, Tongue tongue) {
    if (auto allowed = clinic::require(clinic, clinic::Right::reception); !allowed) return allowed.error();
    const auto paper = slip(clinic, use_id, tongue);
    if (!paper) return paper.error();
    const auto bytes = pdf(*paper);
    if (!bytes) return bytes.error();
    const auto use = clinic::standing_use(clinic, use_id);
    if (!use) return use.error();
    constexpr std::size_t kPiece = 8;
    const std::string piece = use->id.substr(use->id.size() - std::min(use->id.size(), kPiece));
    const auto file = folder / fmt::format("hikae_{}_{}.pdf", date_text(use->first_day), piece);
    if (auto done = write_file(file, *bytes); !done) return done.error();
    const auto noted = store::note_action(clinic.database, "service_use", use->id,
                                          {clinic.clock.now(), clinic.actor.staff_id}, "slip");
    if (!noted) return noted.error();
    return file;
}

}  // namespace sango::report
