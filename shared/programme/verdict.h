#pragma once

#include "shared/base/date.h"
#include "shared/base/result.h"
#include "shared/base/yen.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sango::programme {

class Programme;

/// What a programme offers. Words on the wire: the enumerator's name.
enum class Service {
    short_stay,          ///< ショートステイ (宿泊型)
    day_care,            ///< デイケア (通所型)
    outreach,            ///< アウトリーチ (訪問型)
    sibling_short_stay,  ///< きょうだいショートステイ
    sibling_day_care,    ///< きょうだいデイケア
};
inline constexpr int kServiceCount = 5;

/// ○ △ ×. Ordered: the worst of several reasons is their maximum.
enum class Outcome { accept, ask, refuse };

enum class Household { taxed, tax_exempt, welfare };  ///< 課税・非課税・生活保護
enum class FamilySupport { none, partial, enough };
enum class SupportNeed { ordinary, high };
enum class CardKind { card, coupon };  ///< 利用者カード・電子クーポン

[[nodiscard]] std::string_view word(Service service);
[[nodiscard]] std::string_view word(Outcome outcome);
[[nodiscard]] std::string_view word(Household household);
[[nodiscard]] std::string_view word(FamilySupport support);
[[nodiscard]] std::string_view word(SupportNeed need);
[[nodiscard]] std::string_view word(CardKind kind);
[[nodiscard]] std::optional<Service> service_from(std::string_view word);
[[nodiscard]] std::optional<Household> household_from(std::string_view word);
[[nodiscard]] std::optional<FamilySupport> family_support_from(std::string_view word);
[[nodiscard]] std::optional<SupportNeed> support_need_from(std::string_view word);
[[nodiscard]] std::optional<CardKind> card_kind_from(std::string_view word);

/// What is asked of a programme: may this mother have this service from this day on, and for how much?
/// An empty optional is "not known"; a rule that needs it answers `ask` and names it.
struct Mother {
    std::optional<bool> resident;
    std::optional<Date> moved_out_on;
    std::optional<Household> household;
    std::optional<Date> household_confirmed_on;
    std::optional<bool> medical_treatment;
    std::optional<bool> acute_infection;
    std::optional<bool> unwell_or_anxious;
    std::optional<FamilySupport> family_support;
    std::optional<SupportNeed> support_need;
    std::optional<Date> loss_on;  ///< 流産・死産: with a date here no child is ever spoken of

    bool operator==(const Mother&) const = default;
};

struct Child {
    std::optional<Date> born;  ///< not yet born: none
    std::optional<Date> due;
    std::optional<int> weight_g;

    bool operator==(const Child&) const = default;
};

/// An earlier use that counts against the limits. `days` calendar days from `date`, first and last included;
/// `units` as the programme counts them for copay. 0 is "not known": a limit that counts by it answers `ask`.
struct Use {
    Service service{};
    Date date{};
    int days = 1;
    int units = 1;

    bool operator==(const Use&) const = default;
};

struct Card {
    std::optional<CardKind> kind;
    std::optional<int> coupons_left;
    std::optional<Yen> copay_per_unit;
    std::optional<Date> interview_on;

    bool operator==(const Card&) const = default;
};

/// The municipality's decision (利用決定) and what came with it.
struct Decision {
    std::optional<bool> granted;
    std::optional<bool> first_use_here;
    std::optional<bool> request_letter;
    int extra_days = 0;
    bool extra_days_known = true;  ///< false: nobody said whether there are any
    std::string centre = {};  ///< 担当センター: coordinates the use and is reported to; empty: not told
    std::string coordinator = {};  ///< 担当者, e.g. "保健師 木下"; empty: not told

    bool operator==(const Decision&) const = default;
};

/// Flat settings: "limit.total" -> 10, "unit_price.day_care" -> 20000. Whole numbers; true is 1.
using Settings = std::map<std::string, std::int64_t, std::less<>>;

struct Request {
    Service service{};
    Date start{};
    std::optional<int> days;   ///< calendar days, 1 to 366, first and last included; needed by every limit
    std::optional<int> units;  ///< 1 to 366; needed only where a programme counts or charges by units
    std::optional<Instant> asked_at;
    std::optional<Mother> mother;
    std::optional<std::vector<Child>> children;
    std::optional<std::vector<Use>> used;
    std::optional<Card> card;
    std::optional<Decision> decision;
    std::vector<Date> closed_days;
    Settings settings;
};

/// One rule's answer. `rule` is one of the fixed names: residency, window, card, medical, infection, need,
/// decision, limit, booking_window, household, setting, orientation.
struct Reason {
    std::string rule;
    Outcome verdict{};
    Message text;        ///< a sentence a midwife would say
    std::string source;  ///< document and section, e.g. "002 利用日数 ※1"
    /// What the rule lacks, as paths into the request ("mother.household", "children[0].born",
    /// "settings.limit.total"); empty unless `verdict` is ask for want of it.
    std::vector<std::string> missing = {};
};

struct Remaining {
    int before = 0;
    int after = 0;  ///< never below zero

    bool operator==(const Remaining&) const = default;
};

struct CopayLine {
    Message text;
    Yen yen;
};

struct Verdict {
    Outcome verdict{};
    std::vector<Reason> reasons;
    std::optional<Date> last_day;        ///< last eligible day of the window
    std::optional<Remaining> remaining;  ///< of the limit that binds this service
    std::optional<Yen> copay;            ///< 利用者負担額; none where a number is missing
    std::vector<CopayLine> lines;
    int coupons_used = 0;
    std::optional<Instant> cancel_by;
};

/// Judges one request by one programme's rules. Pure: the same values give the same answer.
[[nodiscard]] Verdict judge(const Programme& programme, const Request& request);

}  // namespace sango::programme
