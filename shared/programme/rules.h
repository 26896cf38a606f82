#pragma once

#include "shared/base/date.h"
#include "shared/base/result.h"
#include "shared/base/yen.h"
#include "shared/programme/programme.h"
#include "shared/programme/verdict.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sango::programme {

/// What a programme file says, checked. Each part is there only if the municipality rules it; `source` is the
/// document and section it stands in ("002 利用日数 ※1").

/// A count (days, uses, months) which the source gives, or leaves open: then `setting` names the answer
/// ("limit.total").
struct Figure {
    int number = 0;
    std::string setting;

    [[nodiscard]] bool open() const { return !setting.empty(); }
};

/// The same of a price. A type of its own, so that no price is ever taken for a count.
struct Price {
    Yen yen;
    std::string setting;

    [[nodiscard]] bool open() const { return !setting.empty(); }
};

/// 修正月齢: may an early or light child's window count from the due date?
enum class CorrectedAge { none, ask, apply };

struct Window {
    std::optional<int> ask_after_months;  ///< 概ね: past it a person decides; before refuse_after_months
    Figure refuse_after_months;           ///< the window's hard end, in full months after birth
    CorrectedAge corrected_age = CorrectedAge::none;
    std::string source;
};

inline constexpr int kHourMinutes = 60;

/// How one use counts against a limit.
enum class Counting {
    days,    ///< calendar days, the first and the last included: 1泊2日 is 2
    nights,  ///< one less than the days, at least 1
    units,   ///< started units of `unit_minutes`, at least one a day; an hour is a unit of 60
    dates,   ///< different calendar days of the service, however many units or visits fall on one
};

struct Copay {
    /// stay: one price for the first two days (1泊2日), another for each day after them.
    /// day: a price a day or visit, lower with a coupon of the programme's.
    /// unit: a price a unit or night; one price for all, or the one on the mother's certificate.
    enum class Kind { stay, day, unit };

    Kind kind = Kind::day;
    Price first_two_days;
    Price each_further_day;
    Price each_day;
    std::optional<Yen> each_day_with_coupon;
    Yen multiples_each_day;  ///< 多胎児加算
    Yen multiples_each_day_with_coupon;
    std::optional<Price> each_unit;  ///< none: it stands on her certificate
    std::string source;

    [[nodiscard]] bool on_certificate() const { return kind == Kind::unit && !each_unit; }
};

/// Which ages a clinic itself takes, in full months; both are the clinic's settings.
struct ClinicAges {
    std::string from_setting;   ///< from the day N months are full
    std::string until_setting;  ///< until the day before
    std::string source;
};

/// A service that only comes with another one on the same days: an older child's with the mother's own.
struct RidesOn {
    Service service{};
    std::string source;
};

struct ServiceRules {
    Message name;
    Counting counting = Counting::days;
    std::optional<int> unit_minutes;  ///< how long one use or unit takes
    Window window;
    Copay copay;
    std::optional<ClinicAges> clinic_ages;
    std::optional<RidesOn> rides_on;
    /// 委託単価 per counted day, night or unit, where the whole price may fall to the mother.
    std::optional<Price> unit_price;
    std::string source;
};

struct Limit {
    std::vector<Service> services;  ///< which share it
    Figure total;
    std::optional<Figure> total_multiples;  ///< 多胎
    Message counter;                        ///< 日 / days, 回 / uses
    bool per_birth = false;                 ///< uses before the youngest birth do not count
    std::string source;
};

struct Residency {
    std::string source;
    std::string moved_out_source;
};

/// After the limit or after moving out the mother pays copay and unit price; else such a use has no price.
struct WholePrice {
    std::string source;
};

/// Which certificate a mother holds, by the day of her interview.
struct CardRule {
    CardKind kind{};
    Message name;  ///< 利用者カード, 電子クーポン, 利用者証
    std::optional<Date> interview_from;
    std::optional<Date> interview_until;
    /// The answer where she holds this kind though her interview fell outside.
    Outcome otherwise = Outcome::ask;
    Message otherwise_text;
    std::optional<Message> instruction;  ///< what the desk does with it
    std::optional<Message> late_cancel;  ///< what becomes of it when a use is cancelled too late
    std::string source;
};

struct Cards {
    bool by_interview = false;  ///< some kind has an interview day: kind and interview are needed
    std::vector<CardRule> kinds;
    std::optional<int> coupons;  ///< price coupons (減免クーポン) a mother gets
    std::string source;
};

struct Health {
    Message refusal;
    std::string source;
};

struct Need {
    bool without_family_support = false;  ///< refused where the family helps enough
    bool unwell_or_anxious = false;
    bool special_need_suffices = false;  ///< specially admitted though neither unwell nor anxious
    std::string source;
};

struct DecisionRule {
    bool required = false;
    bool request_letter_for_first_use = false;
    bool raises_limit = false;  ///< decision.extra_days widen the limit
    std::string source;
};

struct Booking {
    bool after_birth_only = false;
    std::optional<int> opens_days_before;   ///< from the start of that day
    std::optional<int> closes_days_before;  ///< until closes_at of that day, inclusive
    std::chrono::seconds closes_at{0};
    std::string source;
};

struct Cancel {
    int days_before = 1;
    std::chrono::seconds at{0};
    bool before_closed_days = false;  ///< a closed day moves it to the nearest open day before
    std::optional<LateCancel> late;   ///< later than that, or without a word
    std::string source;
};

struct HouseholdRule {
    std::vector<Household> exempt;
    struct MonthDay {
        int month = 0;
        int day = 0;
    };
    std::optional<MonthDay> confirmation_lapses;  ///< every year
    std::optional<int> apply_from_week;           ///< of pregnancy; told, not judged
    std::string source;
};

/// 利用登録: from which week of pregnancy a mother registers.
struct Registration {
    int from_week = 0;
    std::string source;
};

/// How long the clinic keeps its papers after the fiscal year in which its contract ends.
struct Records {
    int years = 0;
    std::string source;
};

struct Orientation {
    std::string required_setting;
    std::string done_setting;
    std::string source;
};

/// After a loss (流産・死産).
struct Loss {
    std::vector<Service> services;
    std::string source;
};

struct Report {
    std::optional<int> due_day;             ///< of the next month
    std::optional<bool> invoice_month_end;  ///< invoice by the end of the next month
    bool per_user = false;                  ///< 利用者別実施報告書 after each use
    std::string source;
};

/// A number or choice which the source leaves open.
struct OpenSetting {
    enum class By { municipality, clinic };
    /// What the answer is, from the rule that reads it.
    enum class Kind {
        yen,
        months,
        count,      ///< days, uses or hours, in `counter`
        yes_no,     ///< 1 or 0
        date,       ///< days since 1970-01-01
        about_her,  ///< 1 or 0, another answer for each mother: never the clinic's as a whole
    };

    std::string name;
    By by = By::municipality;
    Kind kind = Kind::count;
    Message counter;  ///< 円 / yen, か月 / months, 日 / days; empty for yes and no
    Message question;
    std::int64_t least = 0;
    std::int64_t most = 0;
    std::string source;
};

/// A text for the desk or the mother which no rule judges: forgotten card, questionnaire, disaster.
struct Guidance {
    std::string topic;
    Message text;
    /// Said instead after a loss, where `text` names what is not spoken of then.
    std::optional<Message> text_after_loss;
    std::string source;
};

struct Rules {
    std::string id;
    std::string code;
    Message name;
    Message scheme;  ///< 練馬区産後ケア事業
    Message contact;
    std::string phone;
    std::uint32_t colour = 0;
    Date valid_from{};
    std::optional<Date> valid_to;
    int revision = 1;             ///< a later one corrects the version that begins on the same day
    char user_number_prefix = 0;  ///< 0: none given
    std::string source;

    std::array<std::optional<ServiceRules>, kServiceCount> services;
    std::vector<Service> offered;  ///< in the order of Service
    std::vector<Limit> limits;
    Residency residency;
    std::optional<WholePrice> whole_price;
    std::optional<Cards> cards;
    std::optional<Health> medical;
    std::optional<Health> infection;
    std::optional<Need> need;
    std::optional<DecisionRule> decision;
    std::optional<Booking> booking;
    std::optional<Cancel> cancel;
    std::optional<HouseholdRule> household;
    std::optional<Registration> registration;
    std::optional<Orientation> orientation;
    Loss loss;
    Report report;
    std::optional<Records> records;
    std::vector<Centre> centres;
    std::vector<OpenSetting> settings;
    std::vector<Guidance> guidance;

    [[nodiscard]] const ServiceRules* service(Service which) const;
    [[nodiscard]] const OpenSetting* setting(std::string_view name) const;
    [[nodiscard]] const CardRule* card_rule(CardKind kind) const;
    [[nodiscard]] const Guidance* guidance_on(std::string_view topic) const;
};

}  // namespace sango::programme
