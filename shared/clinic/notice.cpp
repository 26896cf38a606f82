#include "shared/clinic/notice.h"

#include "shared/base/bytes.h"

#include <nlohmann/json.hpp>

namespace sango::clinic {

using Json = nlohmann::ordered_json;

std::string use_notice_json(std::string_view clinic_id, const UseNotice& notice) {
    const Json certificate = notice.certificate ? Json(hex(*notice.certificate)) : Json(nullptr);
    return Json{{"notice", notice.use_id},
                {"clinic", clinic_id},
                {"user_number", notice.user_number},
                {"service", programme::word(notice.service)},
                {"first_day", date_text(notice.first_day)},
                {"days", notice.days},
                {"units", notice.units},
                {"coupons_used", notice.coupons_used},
                {"shown", notice.shown},
                {"certificate", certificate},
                {"checked_in_at", instant_text(notice.checked_in_at)}}
        .dump();
}

std::string withdrawal_json(std::string_view clinic_id, std::string_view use_id, std::string_view user_number,
                            Instant withdrawn_at) {
    return Json{{"notice", use_id},
                {"clinic", clinic_id},
                {"user_number", user_number},
                {"withdrawn_at", instant_text(withdrawn_at)}}
        .dump();
}

std::string card_loss_json(std::string_view clinic_id, std::string_view loss_id, std::string_view user_number,
                           const std::optional<Bytes>& certificate, Instant reported_at) {
    return Json{{"notice", loss_id},
                {"clinic", clinic_id},
                {"user_number", user_number},
                {"certificate", certificate ? Json(hex(*certificate)) : Json(nullptr)},
                {"reported_at", instant_text(reported_at)}}
        .dump();
}

}  // namespace sango::clinic
