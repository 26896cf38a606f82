#include "shared/clinic/sign_in.h"

#include "shared/base/text.h"
#include "shared/clinic/staff.h"
#include "shared/clinic/writing.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <sodium.h>

namespace sango::clinic {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;
using store::value;

constexpr int kFreeTries = 3;
constexpr seconds kFirstWait{30};
constexpr seconds kLongestWait = minutes(15);
constexpr std::size_t kMostReasonBytes = 600;

store::Place place_of_reason(std::string_view id) {
    return {"sign_in", "reason_sealed", id};
}

struct WrongTries {
    int count = 0;
    Instant last{};
};

/// In a row since she last came in.
Result<WrongTries> wrong_tries(const Clinic& clinic, std::string_view staff_id) {
    WrongTries tries;
    const auto read = clinic.database.query(
        "SELECT outcome, at FROM sign_in WHERE staff_id = ?1 AND outcome <> 'emergency' ORDER BY id DESC "
        "LIMIT 20",
        {value(staff_id)}, [&](const store::Row& row) {
            if (row.text(0) != "wrong_pin") return false;
            ++tries.count;
            tries.last = std::max(tries.last, row.instant(1));
            return true;
        });
    if (!read) return read.error();
    return tries;
}

Result<Done> record_try(Clinic& clinic, std::string_view staff_id, std::string_view outcome,
                        std::string_view reason = {}) {
    return transact(clinic, Right::screen, [&] {
        // Whoever typed a wrong PIN may be anyone.
        const store::Stamp now{clinic.clock.now(), outcome == "wrong_pin" ? kTerminalActor : staff_id};
        const std::string id = clinic.ids.next();
        const store::Value sealed_reason =
            reason.empty() ? store::Value(store::Null{})
                           : value(clinic.keys.seal_for_clinic(place_of_reason(id), reason));
        return store::insert(clinic.database, "sign_in",
                             {{"id", value(id)},
                              {"staff_id", value(staff_id)},
                              {"outcome", value(outcome)},
                              {"reason_sealed", sealed_reason},
                              {"at", value(now.at)}},
                             now, outcome == "opened" ? "sign_in" : outcome);
    });
}

Error must_wait(seconds wait) {
    const auto left = wait.count();
    return error("wait",
                 left < 60
                     ? fmt::format("暗証番号が続けて違ったため、あと{}秒お待ちください。", left)
                     : fmt::format("暗証番号が続けて違ったため、あと{}分お待ちください。", (left + 59) / 60),
                 left < 60 ? fmt::format("Too many wrong PINs. Wait {} more seconds.", left)
                           : fmt::format("Too many wrong PINs. Wait {} more minutes.", (left + 59) / 60));
}

/// The library says the same of a PIN that differs and of memory that is wanting; this tells them apart.
bool memory_to_hash() {
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    return crypto_pwhash_str_alg(hash.data(), "", 0, crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                 crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13) == 0;
}

}  // namespace

Result<bool> sign_in_needed(const Clinic& clinic) {
    const auto managers = clinic.database.integer(
        "SELECT count(*) FROM staff s WHERE s.role = 'manager' AND EXISTS (SELECT 1 FROM staff_badge b WHERE "
        "b.staff_id = s.id) AND EXISTS (SELECT 1 FROM staff_pin p WHERE "
        "p.staff_id = s.id) AND NOT EXISTS (SELECT 1 FROM staff_end e WHERE e.staff_id = s.id)");
    if (!managers) return managers.error();
    return managers->value_or(0) > 0;
}

Result<seconds> sign_in_wait(const Clinic& clinic, std::string_view staff_id) {
    const auto tries = wrong_tries(clinic, staff_id);
    if (!tries) return tries.error();
    if (tries->count < kFreeTries) return seconds(0);
    const int doublings = std::min(tries->count - kFreeTries, 10);
    const seconds wait = std::min(kFirstWait * (1 << doublings), kLongestWait);
    const seconds passed = std::max(clinic.clock.now() - tries->last, seconds(0));
    return std::max(wait - passed, seconds(0));
}

Result<Done> sign_in(Clinic& clinic, std::string_view staff_id, std::string_view pin) {
    const auto one = find_staff(clinic, staff_id);
    if (!one) return one.error();
    const auto wait = sign_in_wait(clinic, staff_id);
    if (!wait) return wait.error();
    if (*wait > seconds(0)) return must_wait(*wait);
    const auto hash = clinic.database.text(
        "SELECT hash FROM staff_pin WHERE staff_id = ?1 ORDER BY id DESC LIMIT 1", {value(staff_id)});
    if (!hash) return hash.error();
    if (!*hash)
        return error("no_pin", "暗証番号がまだ決まっていません。管理者に決めてもらってください。",
                     "There is no PIN yet. Let a manager set one.");
    if (crypto_pwhash_str_verify((*hash)->c_str(), pin.data(), pin.size()) != 0) {
        if (!memory_to_hash()) return no_memory_to_hash();
        if (auto kept = record_try(clinic, staff_id, "wrong_pin"); !kept) return kept;
        return error("wrong_pin", "暗証番号が違います。もう一度入力してください。",
                     "The PIN is wrong. Enter it again.");
    }
    if (auto kept = record_try(clinic, staff_id, "opened"); !kept) return kept;
    clinic.actor = {one->id, one->name, one->role};
    return Done{};
}

Result<Done> sign_in_emergency(Clinic& clinic, std::string_view staff_id, std::string_view reason) {
    if (reason.empty() || !is_free_text(reason, kMostReasonBytes))
        return error("no_reason", "理由を入力してください（200文字まで）。管理者に伝わります。",
                     "Write the reason (at most 200 characters). The managers are told.");
    const auto one = find_staff(clinic, staff_id);
    if (!one) return one.error();
    if (auto kept = record_try(clinic, staff_id, "emergency", reason); !kept) return kept;
    clinic.actor = {one->id, one->name, Role::night};
    return Done{};
}

void sign_out(Clinic& clinic) {
    clinic.actor = {};
}

void leave_to_watch(Clinic& clinic) {
    clinic.actor.role = Role::watcher;
}

Result<std::vector<Emergency>> unseen_emergencies(const Clinic& clinic) {
    std::vector<Emergency> unseen;
    std::optional<Error> sealed;
    const auto read = clinic.database.query(
        "SELECT i.id, s.name, i.reason_sealed, i.at FROM sign_in i JOIN staff s ON s.id = i.staff_id WHERE "
        "i.outcome = 'emergency' AND NOT EXISTS (SELECT 1 FROM emergency_seen e WHERE e.sign_in_id = i.id) "
        "ORDER BY i.id",
        {}, [&](const store::Row& row) {
            const std::string id = row.text(0);
            const auto reason = clinic.keys.unseal_for_clinic(place_of_reason(id), row.bytes(2));
            if (!reason) sealed = reason.error();
            unseen.push_back({id, row.text(1), reason.ok() ? *reason : std::string(), row.instant(3)});
            return !sealed;
        });
    if (!read) return read.error();
    if (sealed) return *sealed;
    return unseen;
}

Result<Done> see_emergency(Clinic& clinic, std::string_view id) {
    return transact(clinic, Right::staff, [&] {
        const store::Stamp now = stamp(clinic);
        return store::insert(
            clinic.database, "emergency_seen",
            {{"sign_in_id", value(id)}, {"seen_at", value(now.at)}, {"seen_by", value(now.actor)}}, now,
            "see_emergency");
    });
}

}  // namespace sango::clinic
