#include "shared/clinic/check_in.h"
#include "shared/clinic/deemed_use.h"
#include "shared/clinic/writing.h"

#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

namespace sango::clinic {
namespace {

using store::value;

programme::Service service_of(const store::Row& row, int column) {
    return programme::service_from(row.text(column)).value_or(programme::Service::day_care);
}

Condition condition_of(std::string_view text) {
    for (const Condition condition : {Condition::tired, Condition::unwell})
        if (word(condition) == text) return condition;
    return Condition::well;
}

/// Notes by use and kind. What was replaced or retracted does not count.
Result<Done> count_care(const Clinic& clinic, std::string_view programme, Date first, Date last,
                        std::unordered_map<std::string, RecordedUse*>& uses) {
    std::unordered_set<std::string> replaced;
    auto read = clinic.database.query("SELECT replaces FROM care_note WHERE replaces IS NOT NULL", {},
                                      [&](const store::Row& row) {
                                          replaced.insert(row.text(0));
                                          return true;
                                      });
    if (!read) return read.error();
    std::unordered_map<std::string, std::map<std::string, int>> counts;
    read = clinic.database.query(
        "SELECT n.use_id, n.kind, n.id FROM service_use u JOIN mother m ON m.id = u.mother_id "
        "JOIN care_note n ON n.use_id = u.id WHERE u.first_day BETWEEN ?1 AND ?2 AND m.programme = ?3 "
        "AND n.retracted = 0",
        {value(first), value(last), value(programme)}, [&](const store::Row& row) {
            if (replaced.empty() || !replaced.contains(row.text(2))) ++counts[row.text(0)][row.text(1)];
            return true;
        });
    if (!read) return read.error();
    for (auto& [use_id, by_kind] : counts)
        if (const auto use = uses.find(use_id); use != uses.end())
            use->second->care.assign(by_kind.begin(), by_kind.end());
    return Done{};
}

constexpr std::chrono::days kLongestStay{60};

/// Uses that stand and that nobody has left, as far as `which` says.
Result<std::vector<InHouse>> open_uses(const Clinic& clinic, std::string_view which,
                                       std::initializer_list<store::Value> values, std::string_view order) {
    std::vector<InHouse> rows;
    const auto read = clinic.database.query(
        // After a change of room she is where the board has her today.
        fmt::format(
            "SELECT u.id, coalesce((SELECT p.name FROM booking r JOIN held h ON h.root = coalesce(r.root, "
            "r.id) "
            "JOIN place p ON p.no = h.place_no WHERE r.replaces = u.booking_id AND h.first_slot <= {0} + 95 "
            "AND h.last_slot >= {0} LIMIT 1), u.place), u.mother_id, u.service, u.first_day, u.days, "
            "u.checked_in_at, u.copay FROM service_use u WHERE {1} "
            "AND NOT EXISTS (SELECT 1 FROM use_undone x WHERE x.use_id = u.id) "
            "AND NOT EXISTS (SELECT 1 FROM check_out c WHERE c.use_id = u.id) ORDER BY {2}",
            slot_of(japan_date(clinic.clock.now()), 0), which, order),
        values, [&](const store::Row& row) {
            InHouse& pair = rows.emplace_back();
            pair.use_id = row.text(0);
            pair.place = row.text(1);
            pair.mother.id = row.text(2);
            pair.service = service_of(row, 3);
            pair.first_day = row.date(4);
            pair.days = static_cast<int>(row.integer(5));
            pair.since = row.instant(6);
            pair.copay = row.yen(7);
            return true;
        });
    if (!read) return read.error();
    for (InHouse& pair : rows) {
        auto mother = find_mother(clinic, pair.mother.id);
        if (!mother) return mother.error();
        if (*mother) pair.mother = std::move(**mother);
    }
    return rows;
}

}  // namespace

Result<std::vector<InHouse>> in_house(const Clinic& clinic) {
    const Date today = japan_date(clinic.clock.now());
    return open_uses(clinic, "u.first_day BETWEEN ?1 AND ?2 AND u.first_day + u.days > ?2",
                     {value(today - kLongestStay), value(today)}, "2, u.id");
}

Result<std::vector<InHouse>> never_checked_out(const Clinic& clinic) {
    return open_uses(clinic, "u.first_day + u.days <= ?1", {value(japan_date(clinic.clock.now()))},
                     "u.first_day, u.id");
}

Result<std::optional<InHouse>> open_use(const Clinic& clinic, std::string_view use_id) {
    auto rows = open_uses(clinic, "u.id = ?1", {value(use_id)}, "u.id");
    if (!rows) return rows.error();
    if (rows->empty()) return std::optional<InHouse>();
    return std::optional(std::move(rows->front()));
}

Result<std::vector<RecordedUse>> uses_between(const Clinic& clinic, std::string_view programme, Date first,
                                              Date last) {
    std::vector<RecordedUse> rows;
    const auto read = clinic.database.query(
        "SELECT u.id, u.mother_id, m.user_number, u.service, u.first_day, u.days, u.units, u.copay, "
        "u.coupons_used, "
        "u.shown, u.stamped, c.state_on_arrival, c.state_on_leaving, c.follow_up, c.copay_received "
        "FROM service_use u JOIN mother m ON m.id = u.mother_id LEFT JOIN check_out c ON c.use_id = u.id "
        "WHERE u.first_day BETWEEN ?1 AND ?2 AND m.programme = ?3 AND NOT EXISTS "
        "(SELECT 1 FROM use_undone x WHERE x.use_id = u.id) ORDER BY u.first_day, u.id",
        {value(first), value(last), value(programme)}, [&](const store::Row& row) {
            RecordedUse& use = rows.emplace_back();
            use.use_id = row.text(0);
            use.mother_id = row.text(1);
            use.user_number = row.text(2);
            use.service = service_of(row, 3);
            use.first_day = row.date(4);
            use.days = static_cast<int>(row.integer(5));
            use.units = static_cast<int>(row.integer(6));
            use.copay = row.yen(7);
            use.coupons_used = static_cast<int>(row.integer(8));
            use.shown = row.text(9);
            use.stamped = row.integer(10) != 0;
            if (!row.null(11))
                use.left = CheckOut{use.use_id, condition_of(row.text(11)), condition_of(row.text(12)),
                                    row.integer(13) != 0, row.yen(14)};
            return true;
        });
    if (!read) return read.error();
    auto deemed = deemed_uses_between(clinic, programme, first, last);
    if (!deemed) return deemed.error();
    for (DeemedUse& one : *deemed) {
        RecordedUse& use = rows.emplace_back();
        use.use_id = std::move(one.id);
        use.mother_id = std::move(one.mother_id);
        use.user_number = std::move(one.user_number);
        use.service = one.service;
        use.first_day = one.first_day;
        use.days = one.days;
        use.units = one.units;
        use.copay = one.copay;
        use.coupons_used = one.coupons_used;
        use.shown = std::move(one.why);
    }
    std::unordered_map<std::string, RecordedUse*> by_id;
    for (RecordedUse& use : rows) by_id[use.use_id] = &use;
    if (auto counted = count_care(clinic, programme, first, last, by_id); !counted) return counted.error();
    return rows;
}

}  // namespace sango::clinic
