#include "shared/report/demo_report.h"

#include "shared/clinic/use.h"
#include "shared/report/implementation_report.h"
#include "shared/report/user_report.h"

namespace sango::report {
namespace {

/// As a midwife of さくら助産院 would write it.
std::string_view remarks_on(programme::Service service) {
    switch (service) {
        case programme::Service::short_stay:
            return "夜は赤ちゃんをお預かりし、続けて5時間眠れました。授乳の間隔と抱き方をいっしょに確かめ、"
                   "帰りは表情が明るくなりました。";
        case programme::Service::outreach:
            return "ご自宅で授乳と体重の増えをみました。上のお子さんの昼寝の時間に休む方法を相談しました。";
        default:
            return "昼に2時間眠り、食事を全部とられました。ミルクの量と夜の過ごし方についてお話ししました。";
    }
}

Result<Done> report_on_use(clinic::Clinic& clinic, const std::string& use_id) {
    const auto use = clinic::standing_use(clinic, use_id);
    if (!use) return use.error();
    if (!wants_user_report(clinic, use->programme, use->first_day)) return Done{};
    return write_user_report(clinic, {use_id, true, false, std::string(remarks_on(use->service))});
}

/// A month with something to mend stays open: 報告 then shows what.
Result<Done> close_month(clinic::Clinic& clinic, const std::string& programme,
                         std::chrono::year_month month) {
    const auto closed = close(clinic, programme, month);
    if (!closed && closed.error().code != "gaps" && closed.error().code != "empty") return closed.error();
    return Done{};
}

}  // namespace

clinic::DemoPapers demo_papers() {
    return {report_on_use, close_month};
}

}  // namespace sango::report
