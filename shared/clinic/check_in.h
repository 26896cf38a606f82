#pragma once

#include "shared/card/read.h"
#include "shared/clinic/people.h"

#include <optional>
#include <string>
#include <vector>

namespace sango::clinic {

/// 予約, as far as the desk needs it.
enum class Attendance { expected, late, arrived, left, did_not_come };
struct Expected {
    std::string booking_id;
    std::string mother_id;
    std::string name;
    programme::Service service{};
    int days = 1;
    std::optional<int> starts_at;  ///< minutes after midnight
    std::string place;
    Attendance attendance{};
    std::string use_id;  ///< set once she has arrived
};
/// Who is expected today, by time. Late: 15 minutes past the time.
[[nodiscard]] Result<std::vector<Expected>> expected_today(const Clinic& clinic);

struct NewBooking {
    std::string mother_id;
    programme::Service service{};
    Date first_day{};
    int days = 1;
    std::optional<int> starts_at;
    std::string place;
};
/// As it was written down elsewhere, unjudged; a place of the board by this name is held (place_taken). What
/// is planned at the board goes through place_booking (booking.h). Errors: not_found, bad_booking,
/// place_taken.
[[nodiscard]] Result<std::string> book(Clinic& clinic, const NewBooking& booking);
/// She did not come (来院なし): a new booking row that replaces the one named; it counts and costs as the
/// programme says (deemed_use.h). Errors: not_found, superseded, too_early (her time has not come yet),
/// already_in.
[[nodiscard]] Result<Done> mark_did_not_come(Clinic& clinic, std::string_view booking_id);

/// Verifies the text of a scanned code against the clinic's trust, revocations and used coupons.
[[nodiscard]] Result<card::Claims, card::Failure> read_card(const Clinic& clinic, std::string_view text);

/// Who a verified card speaks of: the mother's id (registered from the card where she is new; the name then
/// is what the roster gave, or empty), and the certificate row. The reading is recorded.
struct Shown {
    std::string mother_id;
    std::string certificate_id;
};
[[nodiscard]] Result<Shown> show_card(Clinic& clinic, const card::Claims& claims);

/// What the desk is about to record.
struct CheckInDraft {
    std::string mother_id;
    std::string booking_id;      ///< empty: walk-in
    std::string certificate_id;  ///< empty: no card was read
    programme::Service service{};
    int days = 1;
    int units = 1;
    std::optional<bool> acute_infection;    ///< asked today
    std::optional<bool> medical_treatment;  ///< asked today
    /// What she showed: card, coupon (scanned), coupon_seen (a midwife saw it on her phone), forgotten, lost,
    /// number.
    std::string shown = "number";
    bool stamped = false;               ///< date written, stamped, handed back
    std::string place;                  ///< empty: the booking's
    std::optional<Yen> copay_per_unit;  ///< typed from the certificate, where the card did not tell
    /// How many uses of the service's limit stand on her paper card, where the municipality cannot be asked:
    /// those that nobody else has told of count as used.
    std::optional<int> stamps;
};

/// The verdict of the programme version in force today, from everything known: facts, children, the
/// certificate, uses here and elsewhere (newest balance).
struct Assessment {
    programme::Verdict verdict;
    std::vector<std::pair<programme::Service, programme::Allowance>>
        allowances;                      ///< one a service, before this use
    std::optional<Instant> balance_age;  ///< when the municipality last said what was used elsewhere
    std::optional<programme::CardKind> card_kind;  ///< what she holds, if that is known
    int used_known = 0;      ///< of the service's limit, here and elsewhere, stamps not counted
    bool contracted = true;  ///< the clinic takes uses of this programme at all
};
[[nodiscard]] Result<Assessment> assess(const Clinic& clinic, const CheckInDraft& draft);
[[nodiscard]] Result<programme::Request> request_for(const Clinic& clinic, const CheckInDraft& draft);

/// Records today's use, judged again at this moment, and puts the use notice into the outbox, in one
/// transaction. Returns the use's id. A booking of today for the same service is taken as hers when none is
/// named. Errors: already_in (double check-in, or another use has not been checked out), refused (the verdict
/// is ×), not_contracted (the programme is off here), unanswered (a △ about today's health has no answer),
/// not_stamped (a paper card that this programme wants stamped), no_copay (a number is missing, so the
/// verdict has no copay), already_used (the coupon), not_found, bad_draft, store errors.
[[nodiscard]] Result<std::string> check_in(Clinic& clinic, const CheckInDraft& draft);

/// Takes back a check-in of today, with a reason; the use notice is followed by its withdrawal.
/// Errors: too_late (another day), no_reason, not_found, has_left.
[[nodiscard]] Result<Done> undo_check_in(Clinic& clinic, std::string_view use_id, std::string_view reason);

enum class Condition { well, tired, unwell };
[[nodiscard]] std::string_view word(Condition condition);
struct CheckOut {
    std::string use_id;
    Condition on_arrival{};
    Condition on_leaving{};
    bool follow_up = false;
    Yen received{};
};
/// Errors: not_found, has_left, copay_differs (received is not the use's copay).
[[nodiscard]] Result<Done> check_out(Clinic& clinic, const CheckOut& check_out);

/// One row of who is in the house now (not undone, not left, today within the stay).
struct InHouse {
    std::string use_id;
    std::string place;
    Mother mother;
    programme::Service service{};
    Date first_day{};
    int days = 1;
    Instant since{};
    Yen copay{};
};
[[nodiscard]] Result<std::vector<InHouse>> in_house(const Clinic& clinic);
/// Uses whose days are over and whose leaving nobody recorded (退所の記録もれ), oldest first: their months
/// cannot be closed before it is made up for.
[[nodiscard]] Result<std::vector<InHouse>> never_checked_out(const Clinic& clinic);
/// One use that stands and that she has not left, of whatever day; none if there is no such use.
[[nodiscard]] Result<std::optional<InHouse>> open_use(const Clinic& clinic, std::string_view use_id);

/// A use as reports need it: not undone, its first day in the span. What is deemed a use though nobody came
/// (deemed_use.h) is among them; `shown` then says why: cancelled_late or did_not_come.
struct RecordedUse {
    std::string use_id;
    std::string mother_id;
    std::string user_number;
    programme::Service service{};
    Date first_day{};
    int days = 1;
    int units = 1;
    Yen copay{};
    int coupons_used = 0;
    std::string shown;
    bool stamped = false;
    std::optional<CheckOut> left;
    std::vector<std::pair<std::string, int>>
        care;  ///< note kind -> how many, retracted and replaced ones not counted
};
[[nodiscard]] Result<std::vector<RecordedUse>> uses_between(const Clinic& clinic, std::string_view programme,
                                                            Date first, Date last);

}  // namespace sango::clinic
