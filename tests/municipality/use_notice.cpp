#include "tests/municipality/use_notice.h"

#include <nlohmann/json.hpp>

namespace sango::municipality {

std::string read_service(Form& form, std::string_view name) {
    return form.one_of(name,
                       {"short_stay", "day_care", "outreach", "sibling_short_stay", "sibling_day_care"});
}

std::string read_shown(Form& form) {
    return form.one_of("shown", {"card", "coupon", "coupon_seen", "forgotten", "lost", "number",
                                 "cancelled_late", "did_not_come"});
}

UseNotice read_use_notice(const nlohmann::json& body, Faults& faults) {
    Form form(body, "", faults);
    UseNotice use;
    use.notice = form.use_id("notice");
    use.clinic = form.clinic("clinic");
    use.user_number = form.user_number("user_number");
    use.service = read_service(form);
    use.first_day = form.day("first_day");
    use.days = form.whole("days", 1, 60);
    use.units = form.whole("units", 1, 60);
    use.coupons_used = form.whole("coupons_used", 0, 60);
    use.shown = read_shown(form);
    use.certificate = form.sha256_or_null("certificate");
    use.checked_in_at = form.moment("checked_in_at");
    form.finish();
    return use;
}

Withdrawal read_withdrawal(const nlohmann::json& body, Faults& faults) {
    Form form(body, "", faults);
    Withdrawal withdrawal;
    withdrawal.notice = form.use_id("notice");
    withdrawal.clinic = form.clinic("clinic");
    withdrawal.user_number = form.user_number("user_number");
    withdrawal.withdrawn_at = form.moment("withdrawn_at");
    form.finish();
    return withdrawal;
}

CardLoss read_card_loss(const nlohmann::json& body, Faults& faults) {
    Form form(body, "", faults);
    CardLoss loss;
    loss.notice = form.use_id("notice");
    loss.clinic = form.clinic("clinic");
    loss.user_number = form.user_number("user_number");
    loss.certificate = form.sha256_or_null("certificate");
    loss.reported_at = form.moment("reported_at");
    form.finish();
    return loss;
}

}  // namespace sango::municipality
