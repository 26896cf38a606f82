#include "shared/clinic/check_in.h"

#include "shared/base/text.h"
#include "shared/clinic/booking_row.h"
#include "shared/clinic/deemed_use.h"
#include "shared/clinic/notice.h"
#include "shared/clinic/outbox.h"
#include "shared/clinic/programme_settings.h"
#include "shared/clinic/slip.h"
#include "shared/clinic/use.h"
#include "shared/clinic/writing.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sango::clinic {
namespace {

using programme::Outcome;
using store::value;

constexpr std::array<std::string_view, 6> kShown{"card",      "coupon", "coupon_seen",
                                                 "forgotten", "lost",   "number"};

Result<Done> check_form(const CheckInDraft& draft) {
    const bool sound =
        draft.days >= 1 && draft.days <= 60 && draft.units >= 1 && draft.units <= 60 &&
        std::ranges::find(kShown, draft.shown) != kShown.end() && is_line(draft.place, kMostLineBytes) &&
        (!draft.stamps || (*draft.stamps >= 0 && *draft.stamps <= 366)) &&
        (!draft.copay_per_unit || (*draft.copay_per_unit >= Yen(0) && *draft.copay_per_unit <= Yen(999'999)));
    if (sound) return Done{};
    return error("bad_draft", "日数か回数か金額が正しくありません。入れ直してください。",
                 "The days, units or amount are not right. Enter them again.");
}

/// The booking she comes for: the named one, or one of today for the same service that nobody has come for.
struct BookedToday {
    std::string row_id;
    std::string place;
    bool given_up = false;  ///< it was written down that she did not come
};
Result<BookedToday> booking_for(const Clinic& clinic, const CheckInDraft& draft) {
    std::optional<BookedToday> found;
    const auto read = clinic.database.query(
        "SELECT b.id, b.place, b.state FROM booking_now b WHERE b.mother_id = ?1 AND b.first_day = ?2 "
        "AND (b.id = ?3 OR b.root = ?3 OR (?3 = '' AND b.service = ?4)) AND b.state IN ('booked', "
        "'did_not_come') "
        "AND NOT EXISTS (SELECT 1 FROM booking o JOIN service_use u ON u.booking_id = o.id WHERE (o.id = "
        "b.root "
        "OR o.root = b.root) AND NOT EXISTS (SELECT 1 FROM use_undone x WHERE x.use_id = u.id)) "
        "ORDER BY b.starts_at, b.id LIMIT 1",
        {value(draft.mother_id), value(japan_date(clinic.clock.now())), value(draft.booking_id),
         value(programme::word(draft.service))},
        [&](const store::Row& row) {
            found = BookedToday{row.text(0), row.text(1), row.text(2) == "did_not_come"};
            return false;
        });
    if (!read) return read.error();
    if (!found && !draft.booking_id.empty())
        return error(
            "not_found",
            "この予約はきょうのものではないか、すでに変更されています。予約なしで受け付けるか、選び直してくだ"
            "さい。",
            "This booking is not of today, or has been changed. Check her in without it, or choose again.");
    return found.value_or(BookedToday());
}

Result<Done> check_not_in(const Clinic& clinic, const CheckInDraft& draft) {
    const Date today = japan_date(clinic.clock.now());
    std::optional<Error> in;
    const auto read = clinic.database.query(
        "SELECT service, first_day, c.left_at FROM service_use u LEFT JOIN check_out c ON c.use_id = u.id "
        "WHERE mother_id = ?1 AND first_day <= ?2 AND first_day + days > ?2 AND NOT EXISTS "
        "(SELECT 1 FROM use_undone x WHERE x.use_id = u.id) ORDER BY u.id",
        {value(draft.mother_id), value(today)}, [&](const store::Row& row) {
            if (row.text(0) == programme::word(draft.service) && row.date(1) == today) {
                in = error(
                    "already_in",
                    "この方はきょうすでに受付済みです。まちがいのときは、先の受付を取り消してください。",
                    "She has been checked in today already. If that was a mistake, undo it first.");
            } else if (row.null(2)) {
                in = error("already_in", "この方は利用中です。先に退所を記録してください。",
                           "She is in the house. Record her leaving first.");
            }
            return true;
        });
    if (!read) return read.error();
    if (in) return *in;
    return Done{};
}

/// The coupon of this draft has not been used for another check-in that stands.
Result<std::optional<Bytes>> certificate_for(const Clinic& clinic, const CheckInDraft& draft) {
    std::optional<Bytes> identifier;
    if (draft.certificate_id.empty()) return identifier;
    bool used = false;
    const auto read = clinic.database.query(
        "SELECT identifier, kind = 'coupon' AND EXISTS (SELECT 1 FROM service_use u JOIN certificate o "
        "ON o.id = u.certificate_id WHERE o.issuer = c.issuer AND o.identifier = c.identifier AND u.shown = "
        "'coupon' "
        "AND NOT EXISTS (SELECT 1 FROM use_undone x WHERE x.use_id = u.id)) "
        "FROM certificate c WHERE id = ?1 AND mother_id = ?2",
        {value(draft.certificate_id), value(draft.mother_id)}, [&](const store::Row& row) {
            identifier = row.bytes(0);
            used = row.integer(1) != 0;
            return false;
        });
    if (!read) return read.error();
    if (!identifier)
        return error("not_found", "読み取ったカードの記録が見つかりません。もう一度カードを読んでください。",
                     "The record of the card is not there. Scan the card again.");
    if (used && draft.shown == "coupon")
        return error("already_used",
                     "このクーポンはすでに使われています。スマートフォンで新しいクーポンを表示していただいて"
                     "ください。",
                     "This coupon has been used. Ask her to show a new one on her phone.");
    return identifier;
}

Result<Done> check_verdict(const CheckInDraft& draft, const programme::Verdict& verdict) {
    for (const programme::Reason& reason : verdict.reasons)
        if (reason.verdict == Outcome::refuse)
            return error("refused", "ご利用いただけません。" + reason.text.ja,
                         "She cannot use it. " + reason.text.en);
    for (const programme::Reason& reason : verdict.reasons)
        for (const std::string& missing : reason.missing)
            if (missing == "mother.acute_infection" || missing == "mother.medical_treatment")
                return error(
                    "unanswered", "きょうの体調（感染症・医療的な処置）を伺ってから受け付けてください。",
                    "Ask about today's health (infection, medical treatment) before checking her in.");
    if (draft.shown == "card" && !draft.stamped)
        return error("not_stamped", "カードに日付を記入・押印してお返しし、チェックを付けてください。",
                     "Write the date on her card, stamp it, hand it back, and tick the box.");
    if (!verdict.copay)
        return error("no_copay", "利用者負担額が決まりません。△の項目の金額や設定を入れてください。",
                     "The copay cannot be worked out. Enter the amount or setting marked △.");
    return Done{};
}

std::string rules_asked(const programme::Verdict& verdict) {
    std::vector<std::string> rules;
    for (const programme::Reason& reason : verdict.reasons)
        if (reason.verdict == Outcome::ask && std::ranges::find(rules, reason.rule) == rules.end())
            rules.push_back(reason.rule);
    return fmt::format("{}", fmt::join(rules, ","));
}

Result<Done> write_use(Clinic& clinic, const CheckInDraft& draft, const UseNotice& use,
                       const BookedToday& booking, const programme::Verdict& verdict) {
    const auto attempt = clinic.database.integer(
        "SELECT count(*) FROM service_use u JOIN use_undone x ON x.use_id = u.id "
        "WHERE mother_id = ?1 AND service = ?2 AND first_day = ?3",
        {value(draft.mother_id), value(programme::word(draft.service)), value(use.first_day)});
    if (!attempt) return attempt.error();
    const auto id_or_null = [](const std::string& id) {
        return id.empty() ? store::Value(store::Null{}) : value(id);
    };
    const store::Stamp now = stamp(clinic);
    return store::insert(clinic.database, "service_use",
                         {{"id", value(use.use_id)},
                          {"mother_id", value(draft.mother_id)},
                          {"booking_id", id_or_null(booking.row_id)},
                          {"certificate_id", id_or_null(draft.certificate_id)},
                          {"service", value(programme::word(use.service))},
                          {"first_day", value(use.first_day)},
                          {"days", value(use.days)},
                          {"units", value(use.units)},
                          {"place", value(draft.place.empty() ? booking.place : draft.place)},
                          {"shown", value(use.shown)},
                          {"stamped", value(draft.stamped)},
                          {"verdict", value(programme::word(verdict.verdict))},
                          {"rules_asked", value(rules_asked(verdict))},
                          {"copay", value(*verdict.copay)},
                          {"coupons_used", value(use.coupons_used)},
                          {"attempt", value(attempt->value_or(0))},
                          {"checked_in_at", value(now.at)},
                          {"checked_in_by", value(now.actor)}},
                         now, "check_in");
}

Result<Done> write_stamps(Clinic& clinic, const CheckInDraft& draft, std::string_view use_id) {
    if (!draft.stamps) return Done{};
    const store::Stamp now = stamp(clinic);
    return store::insert(clinic.database, "stamp_count",
                         {{"use_id", value(use_id)},
                          {"used", value(*draft.stamps)},
                          {"counted_at", value(now.at)},
                          {"counted_by", value(now.actor)}},
                         now, "count_stamps");
}

Result<std::string> check_in_within(Clinic& clinic, const CheckInDraft& asked) {
    CheckInDraft draft = asked;
    const auto mother = find_mother(clinic, draft.mother_id);
    if (!mother) return mother.error();
    if (!*mother)
        return error("not_found", "この方の登録が見つかりません。名前で探すか、登録してください。",
                     "She is not registered here. Search by name, or register her.");
    if (auto out = check_not_in(clinic, draft); !out) return out.error();
    auto booking = booking_for(clinic, draft);
    if (!booking) return booking.error();
    if (booking->given_up) {
        auto again = came_after_all(clinic, booking->row_id);
        if (!again) return again.error();
        booking->row_id = std::move(*again);
    }
    draft.booking_id = booking->row_id;
    const auto certificate = certificate_for(clinic, draft);
    if (!certificate) return certificate.error();
    const auto assessment = assess(clinic, draft);
    if (!assessment) return assessment.error();
    if (auto on = require_contract(clinic, (*mother)->programme); !on) return on.error();
    const programme::Verdict& verdict = assessment->verdict;
    if (auto may = check_verdict(draft, verdict); !may) return may.error();

    const UseNotice use{clinic.ids.next(),    (*mother)->user_number,
                        draft.service,        japan_date(clinic.clock.now()),
                        draft.days,           draft.units,
                        verdict.coupons_used, draft.shown,
                        *certificate,         clinic.clock.now()};
    if (auto done = write_use(clinic, draft, use, *booking, verdict); !done) return done.error();
    if (auto done = write_stamps(clinic, draft, use.use_id); !done) return done.error();
    if (auto done = keep_copay_lines(clinic, use.use_id, verdict.lines); !done) return done.error();
    const auto clinic_id = setting(clinic, "clinic.id");
    if (!clinic_id) return clinic_id.error();
    const auto announced = announce(clinic, {"use", (*mother)->programme, "/v1/uses", use.use_id,
                                             use_notice_json(clinic_id->value_or(""), use)});
    if (!announced) return announced.error();
    return use.use_id;
}

}  // namespace

Result<std::string> check_in(Clinic& clinic, const CheckInDraft& draft) {
    if (auto sound = check_form(draft); !sound) return sound.error();
    return transact(clinic, Right::reception, [&] { return check_in_within(clinic, draft); });
}

Result<Done> undo_check_in(Clinic& clinic, std::string_view use_id, std::string_view reason) {
    const std::string why(trim(reason));
    if (why.empty() || !is_free_text(why, kMostTextBytes))
        return error("no_reason", "取り消す理由を入れてください。", "Enter why it is undone.");
    return transact(clinic, Right::reception, [&]() -> Result<Done> {
        const auto use = standing_use(clinic, use_id);
        if (!use) return use.error();
        if (use->left_at)
            return error("has_left", "退所を記録したあとは取り消せません。",
                         "It cannot be undone after her leaving.");
        const store::Stamp now = stamp(clinic);
        if (japan_date(now.at) != japan_date(use->checked_in_at))
            return error(
                "too_late",
                "取り消しは受付した日のうちだけです。訂正は実施報告書の前に自治体へご相談ください。",
                "It can be undone on the day of the check-in only. Ask the municipality before the report.");
        auto box = sealed(clinic, use->mother_id, {"use_undone", "reason_sealed", use->id}, why);
        if (!box) return box.error();
        const auto undone = store::insert(clinic.database, "use_undone",
                                          {{"use_id", value(use->id)},
                                           {"reason_sealed", std::move(*box)},
                                           {"undone_at", value(now.at)},
                                           {"undone_by", value(now.actor)}},
                                          now, "undo");
        if (!undone) return undone;
        const auto clinic_id = setting(clinic, "clinic.id");
        if (!clinic_id) return clinic_id.error();
        const auto announced =
            announce(clinic, {"use_undone", use->programme, "/v1/uses/withdrawals", use->id,
                              withdrawal_json(clinic_id->value_or(""), use->id, use->user_number, now.at)});
        if (!announced) return announced.error();
        return Done{};
    });
}

}  // namespace sango::clinic
