#pragma once

#include "shared/base/bytes.h"
#include "shared/base/date.h"
#include "shared/base/result.h"
#include "shared/clinic/coupon_desk.h"
#include "shared/clinic/papers.h"
#include "shared/clinic/people.h"
#include "shared/clinic/questionnaire.h"
#include "shared/programme/verdict.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sango::sync {

// What a municipality may answer, as values. Reading is strict: a member that is missing, unknown or out of
// range is `bad_answer`, which names it. Pure: no database.

struct RosterAnswer {
    std::string issuer;
    std::vector<clinic::Registration> users;  ///< source "roster"; programme is left empty
};
[[nodiscard]] Result<RosterAnswer> read_roster(std::string_view json);

struct BalanceAnswer {
    std::string user_number;
    Instant answered_at{};
    struct Use {
        std::string clinic;
        programme::Service service{};
        Date first_day{};
        int days = 1;
        int units = 1;
        std::optional<int> coupons_used;
    };
    std::vector<Use> uses;
};
[[nodiscard]] Result<BalanceAnswer> read_balance(std::string_view json);

struct RevocationAnswer {
    std::string issuer;
    struct Entry {
        std::string kind;     ///< "identifier" or "user"
        std::string subject;  ///< hexadecimal SHA-256 of a cti, or a user number
        Instant issued_before{};
    };
    std::vector<Entry> revoked;
};
[[nodiscard]] Result<RevocationAnswer> read_revocations(std::string_view json);

struct PapersAnswer {
    std::string user_number;
    clinic::SharedPapers shared;
};
[[nodiscard]] Result<PapersAnswer> read_papers(std::string_view json);

struct CouponDeskAnswer {
    std::string issuer;
    std::string clinic;
    clinic::CouponDesk desk;
};
[[nodiscard]] Result<CouponDeskAnswer> read_coupon_desk(std::string_view json);

struct QuestionnaireAnswer {
    std::string issuer;
    std::string clinic;
    clinic::QuestionnaireAnswers counts;
};
[[nodiscard]] Result<QuestionnaireAnswer> read_questionnaire(std::string_view json);

/// The programme's rules, each file as the municipality signed it (see clinic/programme_file.h). Nothing in
/// it is believed yet.
struct ProgrammesAnswer {
    std::string issuer;
    std::vector<Bytes> messages;
};
[[nodiscard]] Result<ProgrammesAnswer> read_programmes(std::string_view json);

}  // namespace sango::sync
