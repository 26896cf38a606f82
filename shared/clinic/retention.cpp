#include "shared/clinic/retention.h"

#include "shared/card/keys.h"
#include "shared/clinic/name_index.h"
#include "shared/clinic/people.h"
#include "shared/clinic/programme_settings.h"
#include "shared/clinic/redaction.h"
#include "shared/clinic/writing.h"
#include "shared/store/erase.h"

#include <algorithm>
#include <set>

namespace sango::clinic {
namespace {

using store::value;

Result<const programme::Programme*> newest_version(const Clinic& clinic, std::string_view programme) {
    const programme::Programme* newest = nullptr;
    for (const programme::Programme& version : clinic.programmes.all())
        if (version.id() == programme || version.code() == programme)
            if (newest == nullptr || newest->valid_from() < version.valid_from()) newest = &version;
    if (newest == nullptr) return programme::no_such_programme();
    return newest;
}

/// The days on which contract terms end, in order.
Result<std::vector<Date>> terms(const Clinic& clinic, std::string_view programme) {
    auto ends = contract_terms(clinic, programme);
    if (ends && ends->empty())
        return error(
            "no_contract",
            "契約の終わる日が未設定です。管理者が「設定」の「事業」で入れてから、もう一度お試しください。",
            "The end of the contract is not set. A manager enters it under Settings, Programmes.");
    return ends;
}

std::string digest_text(const std::vector<Erasable>& list) {
    std::string ids;
    for (const Erasable& one : list)
        if (!one.held) ids += one.mother_id + "\n";
    return hex(card::sha256(bytes_of(ids)));
}

int not_held(const std::vector<Erasable>& list) {
    return static_cast<int>(std::ranges::count_if(list, [](const Erasable& one) { return !one.held; }));
}

/// A day on which someone of so many full months was born: of the true one only the months remain.
Date months_before(Date day, int months) {
    const std::chrono::year_month_day then = std::chrono::year_month_day(day) - std::chrono::months(months);
    return then.ok() ? Date(then) : Date(then.year() / then.month() / std::chrono::last);
}

/// What stays to be counted: her uses without number or name, her child's age in full months only.
Result<Done> keep_counts(Clinic& clinic, const std::string& programme, const Erasable& one) {
    struct Use {
        std::string service;
        Date first_day{};
        int days = 0;
        int units = 0;
        Yen copay{};
        std::optional<Date> born;
    };
    std::vector<Use> uses;
    const auto read = clinic.database.query(
        "SELECT u.service, u.first_day, u.days, u.units, u.copay, (SELECT max(k.born) FROM child k WHERE "
        "k.mother_id = u.mother_id AND k.born <= u.first_day) FROM service_use u WHERE u.mother_id = ?1 AND "
        "NOT "
        "EXISTS (SELECT 1 FROM use_undone x WHERE x.use_id = u.id)",
        {value(one.mother_id)}, [&](const store::Row& row) {
            uses.push_back({row.text(0), row.date(1), static_cast<int>(row.integer(2)),
                            static_cast<int>(row.integer(3)), row.yen(4), row.maybe_date(5)});
            return true;
        });
    if (!read) return read.error();
    const std::string number = "-" + hex(card::sha256(bytes_of(one.mother_id))).substr(0, 16);
    const store::Stamp now = stamp(clinic);
    int occurrence = 0;
    for (const Use& use : uses) {
        std::optional<Date> born;
        if (const auto age = use.born ? age_on(*use.born, use.first_day) : std::nullopt)
            born = months_before(use.first_day, age->months);
        const auto kept = store::insert(clinic.database, "earlier_use",
                                        {{"id", value(clinic.ids.next())},
                                         {"programme", value(programme)},
                                         {"user_number", value(number)},
                                         {"service", value(use.service)},
                                         {"first_day", value(use.first_day)},
                                         {"days", value(use.days)},
                                         {"units", value(use.units)},
                                         {"born", value(born)},
                                         {"copay", value(use.copay)},
                                         {"occurrence", value(occurrence++)},
                                         {"recorded_at", value(now.at)},
                                         {"recorded_by", value(now.actor)}},
                                        now, "keep_count");
        if (!kept) return kept;
    }
    return Done{};
}

/// Her notices to the municipality lie under the clinic's key and name her by number.
Result<std::int64_t> erase_notices(Clinic& clinic, std::string_view mother_id, const store::Stamp& now) {
    std::vector<std::string> notices;
    const auto read = clinic.database.query(
        "SELECT o.id FROM outbox o JOIN service_use u ON substr(o.subject, 1, 36) = u.id WHERE u.mother_id = "
        "?1",
        {value(mother_id)}, [&](const store::Row& row) {
            notices.push_back(row.text(0));
            return true;
        });
    if (!read) return read.error();
    std::int64_t rows = 0;
    for (const std::string& id : notices) {
        const auto erased = store::erase_with_dependents(clinic.database, "outbox", id, now);
        if (!erased) return erased.error();
        rows += *erased;
    }
    return rows;
}

}  // namespace

Result<std::vector<Erasable>> erasable(const Clinic& clinic, std::string_view programme) {
    const auto version = newest_version(clinic, programme);
    if (!version) return version.error();
    const auto ends = terms(clinic, (*version)->id());
    if (!ends) return ends.error();
    if (!(*version)->records_kept_until(ends->front()))
        return error("no_rule", "この事業の保存期間は決められていません。",
                     "This programme does not say how long records are kept.");
    const Date today = japan_date(clinic.clock.now());
    std::vector<Erasable> list;
    const auto read = clinic.database.query(
        "SELECT m.id, m.user_number, max(coalesce(u.first_day + u.days - 1, m.registered_at / 86400)), "
        "EXISTS "
        "(SELECT 1 FROM legal_hold h WHERE h.mother_id = m.id AND NOT EXISTS (SELECT 1 FROM "
        "legal_hold_lifted l "
        "WHERE l.hold_id = h.id)) FROM mother m LEFT JOIN service_use u ON u.mother_id = m.id WHERE "
        "m.programme "
        "= ?1 GROUP BY m.id, m.user_number ORDER BY 3, 1",
        {value((*version)->id())}, [&](const store::Row& row) {
            const Date last = row.date(2);
            const auto term = std::ranges::find_if(*ends, [&](Date end) { return last <= end; });
            if (term == ends->end()) return true;
            const auto until = (*version)->records_kept_until(*term);
            if (until && today > *until)
                list.push_back({row.text(0), row.text(1), last, *until, row.integer(3) != 0});
            return true;
        });
    if (!read) return read.error();
    const auto reports = accepted_reports_of(clinic, (*version)->id());
    if (!reports) return reports.error();
    for (Erasable& one : list)
        if (const auto named = reports->find(one.user_number); named != reports->end())
            one.reports = named->second;
    return list;
}

Result<std::string> order_erasure(Clinic& clinic, std::string_view programme) {
    const auto version = newest_version(clinic, programme);
    if (!version) return version.error();
    const auto list = erasable(clinic, (*version)->id());
    if (!list) return list.error();
    const int mothers = not_held(*list);
    if (mothers == 0)
        return error("nothing_to_erase", "保存期間を過ぎた記録はありません。",
                     "Nothing has been kept past its time.");
    return transact(clinic, Right::erasure, [&]() -> Result<std::string> {
        const std::string id = clinic.ids.next();
        const store::Stamp now = stamp(clinic);
        const auto digest = from_hex(digest_text(*list));
        const auto kept = store::insert(clinic.database, "erasure_order",
                                        {{"id", value(id)},
                                         {"programme", value((*version)->id())},
                                         {"kept_until", value(list->back().kept_until)},
                                         {"mothers", value(mothers)},
                                         {"list_digest", value(digest.value_or(Bytes()))},
                                         {"ordered_at", value(now.at)},
                                         {"ordered_by", value(now.actor)}},
                                        now, "order_erasure");
        if (!kept) return kept.error();
        return id;
    });
}

Result<ErasureCertificate> confirm_erasure(Clinic& clinic, std::string_view order_id) {
    auto certificate = transact(clinic, Right::care, [&]() -> Result<ErasureCertificate> {
        std::string programme;
        std::string ordered_by;
        Bytes digest;
        const auto read = clinic.database.query(
            "SELECT programme, ordered_by, list_digest FROM erasure_order WHERE id = ?1", {value(order_id)},
            [&](const store::Row& row) {
                programme = row.text(0);
                ordered_by = row.text(1);
                digest = row.bytes(2);
                return false;
            });
        if (!read) return read.error();
        if (programme.empty())
            return error("not_found", "その消去の指示はありません。", "There is no such order.");
        const auto done = clinic.database.integer("SELECT 1 FROM erasure_certificate WHERE order_id = ?1",
                                                  {value(order_id)});
        if (!done) return done.error();
        if (*done) return error("already_done", "すでに消去しました。", "It has been carried out already.");
        if (ordered_by == clinic.actor.staff_id)
            return error("same_person", "指示した人とは別の人が確認してください。",
                         "Someone other than the one who ordered it must confirm.");
        const auto list = erasable(clinic, programme);
        if (!list) return list.error();
        ErasureCertificate made{std::string(order_id), not_held(*list), 0, digest_text(*list), 0};
        std::set<std::string> numbers;
        if (from_hex(made.list_digest) != digest)
            return error("changed", "指示のあとで対象が変わりました。もう一度指示してください。",
                         "The list has changed since it was ordered. Order it again.");
        const store::Stamp now = stamp(clinic);
        for (const Erasable& one : *list) {
            if (one.held) continue;
            if (auto kept = keep_counts(clinic, programme, one); !kept) return kept.error();
            const auto notices = erase_notices(clinic, one.mother_id, now);
            if (!notices) return notices.error();
            const auto rows = store::erase_with_dependents(clinic.database, "mother", one.mother_id, now);
            if (!rows) return rows.error();
            made.rows += *notices + *rows;
            numbers.insert(one.user_number);
        }
        const auto redaction = redact_outbox(clinic, programme, numbers);
        if (!redaction) return redaction.error();
        made.rows += redaction->rows;
        made.reports = redaction->reports;
        const auto kept = store::insert(clinic.database, "erasure_certificate",
                                        {{"order_id", value(order_id)},
                                         {"mothers", value(made.mothers)},
                                         {"rows", value(made.rows)},
                                         {"list_digest", value(digest)},
                                         {"confirmed_at", value(now.at)},
                                         {"confirmed_by", value(now.actor)}},
                                        now, "certify_erasure");
        if (!kept) return kept.error();
        const auto told = store::insert(clinic.database, "erasure_redaction",
                                        {{"order_id", value(order_id)}, {"reports", value(made.reports)}},
                                        now, "certify_erasure");
        if (!told) return told.error();
        return made;
    });
    clinic.keys.forget();
    clinic.names->forget();
    return certificate;
}

Result<Done> hold_records(Clinic& clinic, std::string_view mother_id, std::string_view reason) {
    if (reason.empty() || !is_free_text(reason, kMostTextBytes))
        return error("no_reason", "保全の理由を入れてください。", "Enter why the records are held.");
    return transact(clinic, Right::erasure, [&]() -> Result<Done> {
        const auto mother = find_mother(clinic, mother_id);
        if (!mother) return mother.error();
        if (!*mother)
            return error("not_found", "この方の登録が見つかりません。", "She is not registered here.");
        const std::string id = clinic.ids.next();
        auto why = sealed(clinic, mother_id, {"legal_hold", "reason_sealed", id}, reason);
        if (!why) return why.error();
        const store::Stamp now = stamp(clinic);
        return store::insert(clinic.database, "legal_hold",
                             {{"id", value(id)},
                              {"mother_id", value(mother_id)},
                              {"reason_sealed", std::move(*why)},
                              {"held_at", value(now.at)},
                              {"held_by", value(now.actor)}},
                             now, "hold");
    });
}

Result<Done> lift_hold(Clinic& clinic, std::string_view mother_id) {
    return transact(clinic, Right::erasure, [&]() -> Result<Done> {
        std::vector<std::string> holds;
        const auto read = clinic.database.query(
            "SELECT id FROM legal_hold h WHERE mother_id = ?1 AND NOT EXISTS (SELECT 1 FROM "
            "legal_hold_lifted l "
            "WHERE l.hold_id = h.id)",
            {value(mother_id)}, [&](const store::Row& row) {
                holds.push_back(row.text(0));
                return true;
            });
        if (!read) return read.error();
        if (holds.empty())
            return error("not_held", "この方の記録は保全されていません。", "Her records are not held.");
        const store::Stamp now = stamp(clinic);
        for (const std::string& id : holds) {
            const auto lifted = store::insert(
                clinic.database, "legal_hold_lifted",
                {{"hold_id", value(id)}, {"lifted_at", value(now.at)}, {"lifted_by", value(now.actor)}}, now,
                "lift_hold");
            if (!lifted) return lifted;
        }
        return Done{};
    });
}

}  // namespace sango::clinic
