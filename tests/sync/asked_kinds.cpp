#include "tests/sync/asked_kinds.h"

#include "shared/base/user_number.h"
#include "shared/sync/pull.h"
#include "tests/municipality/coupon_desk.h"
#include "tests/municipality/papers.h"
#include "tests/municipality/programmes.h"
#include "tests/municipality/questionnaire.h"
#include "tests/support/shipped_rules.h"

#include <fmt/format.h>

namespace sango::test {
namespace {

constexpr const char* kAskedUser = "N-4821-1";  // 山田 花子
constexpr std::chrono::year_month kAnsweredMonth{std::chrono::year(2026), std::chrono::November};

template <class T>
Result<Done> only_whether(const Result<T>& applied) {
    if (!applied.ok()) return applied.error();
    return Done{};
}

int counted(NetworkStage& stage, const std::string& query) {
    const auto count = stage.clinic().database.integer(query);
    REQUIRE(count.ok());
    return static_cast<int>(count->value_or(0));
}

/// In a series of its own: the stage's own mothers have other numbers.
std::string number_of(int nth) {
    return *make_user_number('N', std::to_string(500'000 + nth));
}

void publish_user(NetworkStage& stage, int nth) {
    const std::string number = number_of(nth);
    REQUIRE(stage.line.municipality.ledger()
                .put_users({{number, fmt::format(R"({{"user_number":"{}"}})", number)}})
                .ok());
}

void publish_revocation(NetworkStage& stage, int nth) {
    REQUIRE(stage.line.municipality.ledger()
                .revoke({"identifier", fmt::format("{:064x}", nth), std::nullopt})
                .ok());
}

void publish_paper(NetworkStage& stage, int nth) {
    municipality::Faults faults;
    const auto entry = municipality::read_paper(
        fmt::format(R"({{"number":"I-{}","kind":"request_letter","issued_on":"2026-11-18",)"
                    R"("title":"依頼書","sections":[]}})",
                    nth),
        faults);
    REQUIRE(faults.empty());
    REQUIRE(municipality::put_paper(stage.line.municipality.ledger(), kAskedUser, entry).ok());
}

void publish_use_elsewhere(NetworkStage& stage, int nth) {
    municipality::UseNotice use;
    use.notice = fmt::format("019a9d4c-7a10-7c3e-9d0a-{:012}", nth);
    use.clinic = "other-0001";
    use.user_number = kAskedUser;
    use.service = "outreach";
    use.first_day = make_date(2026, 10, 1) + std::chrono::days(nth);
    use.shown = "card";
    use.checked_in_at = stage.line.municipality.clock().now();
    REQUIRE(stage.line.municipality.ledger().add_use(use).ok());
}

void publish_address(NetworkStage& stage, int nth) {
    REQUIRE(municipality::set_coupon_address(stage.line.municipality.ledger(),
                                             fmt::format("https://coupon.example/{}", nth))
                .ok());
    // A later answer replaces the one before.
    stage.line.municipality.clock().turn(std::chrono::minutes(1));
}

void publish_answers(NetworkStage& stage, int nth) {
    stage.line.municipality.clock().turn(std::chrono::minutes(1));
    REQUIRE(municipality::set_questionnaire(stage.line.municipality.ledger(), MunicipalityDesk::kClinic,
                                            kAnsweredMonth, nth)
                .ok());
}

/// The shipped rules from next April on, in their `nth` revision; the one before is published no longer.
void publish_rules(NetworkStage& stage, int nth) {
    std::error_code none;
    std::filesystem::remove_all(stage.line.municipality.office().folder / "programmes", none);
    REQUIRE(municipality::publish_programme(stage.line.municipality.office(), rules_from("2027-04-01", nth))
                .ok());
}

constexpr std::array kAskedKinds{
    AskedKind{"roster", [] { return std::string(sync::kRosterPath); }, publish_user,
              [](NetworkStage& stage, const std::string& json) {
                  return only_whether(sync::apply_roster(stage.clinic(), "nerima", json));
              },
              [](NetworkStage& stage, int nth) {
                  return counted(stage, fmt::format("SELECT count(*) FROM mother WHERE user_number = '{}'",
                                                    number_of(nth)));
              }},
    AskedKind{"revocations", [] { return std::string(sync::kRevocationsPath); }, publish_revocation,
              [](NetworkStage& stage, const std::string& json) {
                  return only_whether(sync::apply_revocations(stage.clinic(), "nerima", json));
              },
              [](NetworkStage& stage, int nth) {
                  return counted(
                      stage, fmt::format("SELECT count(*) FROM revocation WHERE subject = '{:064x}'", nth));
              }},
    AskedKind{"papers", [] { return sync::papers_path(kAskedUser); }, publish_paper,
              [](NetworkStage& stage, const std::string& json) {
                  return only_whether(sync::apply_papers(stage.clinic(), "nerima", json));
              },
              [](NetworkStage& stage, int nth) {
                  return counted(stage, fmt::format("SELECT count(*) FROM paper WHERE number = 'I-{}'", nth));
              }},
    AskedKind{"balance", [] { return sync::balance_path(kAskedUser); }, publish_use_elsewhere,
              [](NetworkStage& stage, const std::string& json) {
                  return only_whether(sync::apply_balance(stage.clinic(), "nerima", json));
              },
              [](NetworkStage& stage, int nth) {
                  const Date day = make_date(2026, 10, 1) + std::chrono::days(nth);
                  return counted(stage,
                                 fmt::format("SELECT count(*) FROM balance_use WHERE first_day = {} AND "
                                             "balance_id = (SELECT max(id) FROM balance)",
                                             day.time_since_epoch().count()));
              }},
    AskedKind{"coupon_desk", [] { return std::string(sync::kCouponDeskPath); }, publish_address,
              [](NetworkStage& stage, const std::string& json) {
                  return only_whether(sync::apply_coupon_desk(stage.clinic(), "nerima", json));
              },
              [](NetworkStage& stage, int nth) {
                  return counted(
                      stage, fmt::format("SELECT count(*) FROM coupon_desk WHERE address LIKE '%/{}'", nth));
              }},
    AskedKind{"questionnaire", [] { return std::string(sync::kQuestionnairePath); }, publish_answers,
              [](NetworkStage& stage, const std::string& json) {
                  return only_whether(sync::apply_questionnaire(stage.clinic(), "nerima", json));
              },
              [](NetworkStage& stage, int nth) {
                  return counted(
                      stage,
                      fmt::format("SELECT count(*) FROM questionnaire_answered WHERE answered = {}", nth));
              }},
    AskedKind{"programmes", [] { return std::string(sync::kProgrammesPath); }, publish_rules,
              [](NetworkStage& stage, const std::string& json) {
                  return only_whether(sync::apply_programmes(stage.clinic(), "nerima", json));
              },
              [](NetworkStage& stage, int nth) {
                  return counted(stage,
                                 fmt::format("SELECT count(*) FROM programme_file WHERE revision = {}", nth));
              }}};

}  // namespace

std::span<const AskedKind> asked_kinds() {
    return kAskedKinds;
}

}  // namespace sango::test
