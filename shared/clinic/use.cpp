#include "shared/clinic/use.h"

#include "shared/clinic/writing.h"

namespace sango::clinic {

using store::value;

Result<std::optional<Use>> find_use(const Clinic& clinic, std::string_view use_id) {
    std::optional<Use> use;
    const auto read = clinic.database.query(
        "SELECT u.id, u.mother_id, m.programme, m.user_number, u.service, u.first_day, u.days, u.copay, "
        "u.checked_in_at, x.use_id, c.left_at FROM service_use u JOIN mother m ON m.id = u.mother_id "
        "LEFT JOIN use_undone x ON x.use_id = u.id LEFT JOIN check_out c ON c.use_id = u.id WHERE u.id = ?1",
        {value(use_id)}, [&](const store::Row& row) {
            use = Use{.id = row.text(0),
                      .mother_id = row.text(1),
                      .programme = row.text(2),
                      .user_number = row.text(3),
                      .service = programme::service_from(row.text(4)).value_or(programme::Service::day_care),
                      .first_day = row.date(5),
                      .days = static_cast<int>(row.integer(6)),
                      .copay = row.yen(7),
                      .checked_in_at = row.instant(8),
                      .undone = !row.null(9),
                      .left_at = row.maybe_instant(10)};
            return false;
        });
    if (!read) return read.error();
    return use;
}

Result<Use> standing_use(const Clinic& clinic, std::string_view use_id) {
    auto use = find_use(clinic, use_id);
    if (!use) return use.error();
    if (!*use)
        return error("not_found", "この方の受付の記録が見つかりません。一覧を開き直してください。",
                     "Her check-in is not there. Open the list again.");
    if ((*use)->undone)
        return error("not_found", "この受付はすでに取り消されています。",
                     "This check-in has been undone already.");
    return std::move(**use);
}

}  // namespace sango::clinic
