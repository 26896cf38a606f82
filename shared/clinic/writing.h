#pragma once

#include "shared/clinic/clinic.h"
#include "shared/store/audit.h"
#include "shared/store/seal.h"

#include <string>
#include <string_view>
#include <utility>

namespace sango::clinic {

// What every use case of this room needs to write.

/// Now, by whoever acts. Views clinic.actor.
[[nodiscard]] inline store::Stamp stamp(const Clinic& clinic) {
    return {clinic.clock.now(), clinic.actor.staff_id};
}

/// Runs one use case in one transaction, if whoever acts may: kept whole if it ends well, gone without a
/// trace if not. Errors besides its own: those of require().
template <class UseCase>
[[nodiscard]] auto transact(Clinic& clinic, Right right, UseCase&& use_case) -> decltype(use_case()) {
    if (auto allowed = require(clinic, right); !allowed) return allowed.error();
    auto transaction = store::Transaction::begin(clinic.database);
    if (!transaction) return transaction.error();
    auto result = use_case();
    if (!result) return result;
    if (auto done = transaction->commit(); !done) return done.error();
    return result;
}

/// A text of a mother, sealed for its column; NULL for an empty one.
[[nodiscard]] Result<store::Value> sealed(const Clinic& clinic, std::string_view mother_id,
                                          const store::Place& place, std::string_view text);
/// And back; NULL (empty bytes) is "".
[[nodiscard]] Result<std::string> unsealed(const Clinic& clinic, std::string_view mother_id,
                                           const store::Place& place, BytesView box);

/// Sets a setting (none: unsets it) in the transaction that is open, and keeps what stood there before.
[[nodiscard]] Result<Done> change_setting(Clinic& clinic, std::string_view name,
                                          std::optional<std::string_view> text);
/// A PIN's hash, in the transaction that is open.
[[nodiscard]] Result<Done> insert_pin(store::Database& database, std::string_view id,
                                      std::string_view staff_id, std::string_view hash,
                                      const store::Stamp& now);

/// Whether a text of one line may be kept: UTF-8, no control characters, at most `most` bytes.
[[nodiscard]] bool is_line(std::string_view text, std::size_t most);
/// The same for a text of several lines.
[[nodiscard]] bool is_free_text(std::string_view text, std::size_t most);

inline constexpr std::size_t kMostLineBytes = 600;
inline constexpr std::size_t kMostTextBytes = 6'000;

}  // namespace sango::clinic
