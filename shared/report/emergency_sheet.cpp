#include "shared/report/emergency_sheet.h"

#include "shared/clinic/check_in.h"
#include "shared/clinic/programme_settings.h"
#include "shared/clinic/safety.h"
#include "shared/programme/rules.h"
#include "shared/report/paper_words.h"

#include <algorithm>
#include <set>

namespace sango::report {
namespace {

using clinic::Clinic;

void add_office(const Clinic& clinic, const std::string& id, Form& form) {
    const auto* programme = clinic.programmes.find(id, japan_date(clinic.clock.now()));
    const std::string name = programme == nullptr ? id : programme->name().ja;
    const auto office = std::ranges::find(clinic.safety->offices, id, &clinic::Office::programme);
    if (office != clinic.safety->offices.end()) {
        form.fields.emplace_back(name + " 開庁時間", office->open.phone + "　" + office->open.name.ja);
        std::string closed = office->closed.phone + "　" + office->closed.name.ja;
        for (const Message& step : office->closed.steps) closed += "\n" + step.ja;
        form.fields.emplace_back(name + " 閉庁時", closed);
    } else if (programme != nullptr && !programme->rules().phone.empty()) {
        form.fields.emplace_back(name, programme->rules().phone);
    }
}

Result<std::vector<std::string>> municipalities(const Clinic& clinic) {
    std::vector<std::string> ids;
    for (const programme::Programme& one : clinic.programmes.all()) {
        const auto contracted = clinic::contracted(clinic, one.id());
        if (!contracted) return contracted.error();
        if (*contracted) ids.push_back(one.id());
    }
    const auto pairs = clinic::in_house(clinic);
    if (!pairs) return pairs.error();
    for (const clinic::InHouse& pair : *pairs) ids.push_back(pair.mother.programme);
    return ids;
}

}  // namespace

Result<Form> emergency_phones(const Clinic& clinic, const std::vector<std::string>& programmes) {
    Form form;
    form.fields.emplace_back("救急", "119");
    const auto text = [&](std::string_view name) { return clinic::setting(clinic, name); };
    const auto hospital = text("emergency.hospital.name");
    const auto number = text("emergency.hospital.phone");
    const auto aed = text("emergency.aed");
    const auto flow = text("emergency.flow");
    for (const auto* one : {&hospital, &number, &aed, &flow})
        if (!one->ok()) return one->error();
    if (*number) form.fields.emplace_back(hospital->value_or("協力医療機関"), **number);
    std::set<std::string> seen;
    for (const std::string& programme : programmes)
        if (seen.insert(programme).second) add_office(clinic, programme, form);
    form.fields.emplace_back("警察", "110");
    if (*aed) form.fields.emplace_back("AED", **aed);
    if (*flow) form.fields.emplace_back("緊急時の流れ", **flow);
    return form;
}

Result<Document> emergency_sheet(const Clinic& clinic) {
    const auto programmes = municipalities(clinic);
    if (!programmes) return programmes.error();
    auto phones = emergency_phones(clinic, *programmes);
    if (!phones) return phones.error();
    const auto own = clinic_lines(clinic);
    if (!own) return own.error();
    const Date today = japan_date(clinic.clock.now());
    Document document;
    document.title = "緊急時の連絡先と流れ";
    document.made_at = clinic.clock.now();
    document.caption = era_date_text(today) + "に印刷。番号や住所が変わったら、刷り直してください。";
    std::string here;
    for (const std::string& line : *own) here += (here.empty() ? "" : "\n") + line;
    Form said;
    said.large = true;
    said.fields.emplace_back("119に伝えること", here + "\nだれが・どうしたか・いまの呼吸と意識");
    document.blocks.emplace_back(std::move(said));
    phones->large = true;
    document.blocks.emplace_back(std::move(*phones));
    return document;
}

}  // namespace sango::report
