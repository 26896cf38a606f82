#include "shared/sync/pull.h"

#include "shared/clinic/registering.h"
#include "shared/store/audit.h"
#include "shared/sync/answers.h"
#include "shared/sync/http.h"
#include "shared/sync/problem.h"

namespace sango::sync {
namespace {

constexpr std::size_t kMostAnswer = std::size_t{16} << 20;  // a roster of 20,000

/// The local government code of a programme, in whatever version.
Result<std::string> code_of(const clinic::Clinic& clinic, std::string_view programme) {
    for (const programme::Programme& version : clinic.programmes.all())
        if (version.id() == programme) return version.code();
    return programme::no_such_programme();
}

/// An answer speaks for its own municipality only.
Result<Done> expect_issuer(const clinic::Clinic& clinic, std::string_view programme,
                           std::string_view issuer) {
    auto code = code_of(clinic, programme);
    if (!code) return code.error();
    if (*code == issuer) return Done{};
    return error(
        "wrong_issuer", "別の自治体の内容が届きました。取り込みません。送信先の設定を確かめてください。",
        "The answer is another municipality's. It was not taken in; check the address in the settings.");
}

/// Nor for another clinic.
Result<Done> expect_ours(const clinic::Clinic& clinic, std::string_view named) {
    const auto own = clinic::setting(clinic, "clinic.id");
    if (!own) return own.error();
    if (own->value_or("") == named) return Done{};
    return error("wrong_clinic", "別の施設あての内容が届きました。取り込みません。自治体に連絡してください。",
                 "The answer is for another clinic. It was not taken in; call the municipality.");
}

Result<std::string> mother_of(const clinic::Clinic& clinic, std::string_view programme,
                              std::string_view user_number) {
    auto mother = clinic.database.text("SELECT id FROM mother WHERE programme = ?1 AND user_number = ?2",
                                       {store::value(programme), store::value(user_number)});
    if (!mother) return mother.error();
    if (!*mother)
        return error("not_found", "この利用者番号の方は登録されていません。",
                     "Nobody is registered with this user number.");
    return std::move(**mother);
}

bool unreserved(char sign) {
    return (sign >= 'A' && sign <= 'Z') || (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9') ||
           sign == '-' || sign == '.' || sign == '_' || sign == '~';
}

std::string user_path(std::string_view user_number, std::string_view what) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string path = "/v1/users/";
    for (const char sign : user_number) {
        if (unreserved(sign)) {
            path += sign;
        } else {
            const auto byte = static_cast<unsigned char>(sign);
            path += '%';
            path += kDigits[byte >> 4U];
            path += kDigits[byte & 15U];
        }
    }
    path += '/';
    return path.append(what);
}

}  // namespace

std::string balance_path(std::string_view user_number) {
    return user_path(user_number, "uses");
}

std::string papers_path(std::string_view user_number) {
    return user_path(user_number, "papers");
}

Result<std::string> fetch(const Endpoint& endpoint, std::string_view path, std::chrono::seconds limit,
                          const std::function<bool()>& go_on) {
    auto reply =
        http_exchange({endpoint,
                       path,
                       {"Accept: application/json, application/problem+json"},
                       std::nullopt,
                       kMostAnswer,
                       limit},
                      go_on ? Progress([&](std::size_t, std::size_t) { return go_on(); }) : Progress());
    if (!reply) return reply.error();
    if (reply->status == 200) return std::move(reply->body);
    if (reply->status == 404)
        return error("not_known", "自治体に登録がありません。番号を確かめるか、自治体に連絡してください。",
                     "The municipality does not know it. Check the number or call the municipality.");
    if (reply->status >= 400 && !means_later(reply->status)) {
        const auto reasons = parse_problem(reply->status, reply->body);
        return Error{"refused", reasons.front().text};
    }
    if (reply->status >= 300) return unexpected_status(reply->status);
    return error("server_error", "自治体のサーバーから内容を受け取れません。時間をおいて自動で試します。",
                 "The municipality's server gives no answer for now. It will be tried again.");
}

Result<int> apply_roster(clinic::Clinic& clinic, std::string_view programme, std::string_view json) {
    auto answer = read_roster(json);
    if (!answer) return answer.error();
    if (auto fits = expect_issuer(clinic, programme, answer->issuer); !fits) return fits.error();
    if (auto allowed = clinic::require(clinic, clinic::Right::reception); !allowed) return allowed.error();
    auto transaction = store::Transaction::begin(clinic.database);
    if (!transaction) return transaction.error();
    std::vector<std::string> mothers;
    for (clinic::Registration& user : answer->users) {
        user.programme = programme;
        auto registered = clinic::register_within(clinic, user);
        if (!registered) return registered.error();
        mothers.push_back(std::move(registered->mother_id));
    }
    if (auto kept = transaction->commit(); !kept) return kept.error();
    for (const std::string& mother : mothers)
        if (auto indexed = clinic::index_name(clinic, mother); !indexed) return indexed.error();
    return static_cast<int>(answer->users.size());
}

Result<int> apply_revocations(clinic::Clinic& clinic, std::string_view programme, std::string_view json) {
    auto answer = read_revocations(json);
    if (!answer) return answer.error();
    if (auto fits = expect_issuer(clinic, programme, answer->issuer); !fits) return fits.error();
    if (auto allowed = clinic::require(clinic, clinic::Right::reception); !allowed) return allowed.error();
    auto transaction = store::Transaction::begin(clinic.database);
    if (!transaction) return transaction.error();
    if (auto gone =
            clinic.database.run("DELETE FROM revocation WHERE issuer = ?1", {store::value(answer->issuer)});
        !gone)
        return gone.error();
    for (const RevocationAnswer::Entry& entry : answer->revoked) {
        const auto put = clinic.database.run(
            "INSERT INTO revocation (issuer, kind, subject, issued_before) VALUES (?1, ?2, ?3, ?4) "
            "ON CONFLICT (issuer, kind, subject) DO UPDATE SET issued_before = max(issued_before, "
            "excluded.issued_before)",
            {store::value(answer->issuer), store::value(entry.kind), store::value(entry.subject),
             store::value(entry.issued_before)});
        if (!put) return put.error();
    }
    if (auto kept = transaction->commit(); !kept) return kept.error();
    return static_cast<int>(answer->revoked.size());
}

Result<int> apply_balance(clinic::Clinic& clinic, std::string_view programme, std::string_view json) {
    auto answer = read_balance(json);
    if (!answer) return answer.error();
    auto own = clinic::setting(clinic, "clinic.id");
    if (!own) return own.error();
    auto mother = mother_of(clinic, programme, answer->user_number);
    if (!mother) return mother.error();

    if (auto allowed = clinic::require(clinic, clinic::Right::reception); !allowed) return allowed.error();
    auto transaction = store::Transaction::begin(clinic.database);
    if (!transaction) return transaction.error();
    const store::Stamp stamp{clinic.clock.now(), "system"};
    const std::string id = clinic.ids.next();
    if (auto put = store::insert(clinic.database, "balance",
                                 {{"id", store::value(id)},
                                  {"mother_id", store::value(*mother)},
                                  {"answered_at", store::value(answer->answered_at)}},
                                 stamp, "pull_balance");
        !put)
        return put.error();
    int ordinal = 0;
    for (const BalanceAnswer::Use& use : answer->uses) {
        if (*own && use.clinic == **own) continue;
        if (auto put = store::insert(clinic.database, "balance_use",
                                     {{"balance_id", store::value(id)},
                                      {"ordinal", store::value(ordinal++)},
                                      {"service", store::value(programme::word(use.service))},
                                      {"first_day", store::value(use.first_day)},
                                      {"days", store::value(use.days)},
                                      {"units", store::value(use.units)},
                                      {"coupons_used", store::value(use.coupons_used)}},
                                     stamp, "pull_balance");
            !put)
            return put.error();
    }
    if (auto kept = transaction->commit(); !kept) return kept.error();
    return ordinal;
}

Result<int> apply_papers(clinic::Clinic& clinic, std::string_view programme, std::string_view json) {
    auto answer = read_papers(json);
    if (!answer) return answer.error();
    auto mother = mother_of(clinic, programme, answer->user_number);
    if (!mother) return mother.error();
    return clinic::keep_papers(clinic, *mother, answer->shared);
}

Result<Done> apply_coupon_desk(clinic::Clinic& clinic, std::string_view programme, std::string_view json) {
    auto answer = read_coupon_desk(json);
    if (!answer) return answer.error();
    if (auto fits = expect_issuer(clinic, programme, answer->issuer); !fits) return fits.error();
    if (auto ours = expect_ours(clinic, answer->clinic); !ours) return ours;
    return clinic::keep_coupon_desk(clinic, programme, answer->desk);
}

Result<Done> apply_questionnaire(clinic::Clinic& clinic, std::string_view programme, std::string_view json) {
    auto answer = read_questionnaire(json);
    if (!answer) return answer.error();
    if (auto fits = expect_issuer(clinic, programme, answer->issuer); !fits) return fits;
    if (auto ours = expect_ours(clinic, answer->clinic); !ours) return ours;
    return clinic::keep_questionnaire_answers(clinic, programme, answer->counts);
}

Result<std::vector<clinic::TakenIn>> apply_programmes(clinic::Clinic& clinic, std::string_view programme,
                                                      std::string_view json) {
    const auto answer = read_programmes(json);
    if (!answer) return answer.error();
    if (auto fits = expect_issuer(clinic, programme, answer->issuer); !fits) return fits.error();
    return clinic::take_in_newer(clinic, answer->messages, clinic::CameFrom::municipality);
}

}  // namespace sango::sync
