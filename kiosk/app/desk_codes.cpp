#include "kiosk/app/check_in_desk.h"
#include "kiosk/app/code_view.h"
#include "shared/clinic/card_loss.h"
#include "shared/clinic/coupon_desk.h"
#include "shared/clinic/questionnaire.h"

namespace sango::app {

using clinic::Clinic;

std::optional<screens::LeftView> left_view(Clinic& clinic, const clinic::InHouse& use) {
    const Date last = use.first_day + std::chrono::days(use.days - 1);
    // Whose leaving is made up for on a later day is not here to answer.
    if (last < japan_date(clinic.clock.now())) return std::nullopt;
    const auto address = clinic::questionnaire_address(clinic, use.mother.programme);
    if (!address.ok() || !address.value()) return std::nullopt;
    auto code = code_view(**address);
    if (!code) return std::nullopt;
    if (const auto shown = clinic::record_questionnaire_shown(clinic, use.use_id); !shown.ok())
        return std::nullopt;
    screens::LeftView view{use.use_id, use.mother.name, {}, std::move(*code)};
    if (const auto* programme = programme_today(clinic, use.mother.programme))
        view.sentence = programme->questionnaire_text(use.mother.facts.loss_on.has_value());
    return view;
}

std::vector<screens::CouponCode> coupon_codes(const Clinic& clinic) {
    std::vector<screens::CouponCode> codes;
    for (const programme::Programme& programme : clinic.programmes.all()) {
        if (programme_today(clinic, programme.id()) != &programme) continue;
        const auto text = clinic::coupon_code(clinic, programme.id());
        if (!text.ok() || !text.value()) continue;
        if (auto code = code_view(**text))
            codes.push_back({programme.id(), programme.name(), std::move(*code)});
    }
    return codes;
}

std::string shown_without_card(const Clinic& clinic, std::string_view mother_id) {
    const auto missing = clinic::card_missing_since(clinic, mother_id);
    return missing.ok() && missing.value() ? "lost" : "number";
}

}  // namespace sango::app
