#pragma once

#include "shared/base/date.h"
#include "shared/base/result.h"
#include "shared/store/database.h"

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sango::store {

/// When and by whom (id of a member of staff; "system" for what no person did).
struct Stamp {
    Instant at{};
    std::string_view actor;
};

struct Column {
    std::string_view name;
    Value value;
};

/// The one way in which what happened is written: inserts the row and, in the same transaction, its link of
/// the audit chain (監査記録). `action` is a word of what was done: "register", "check_in", "undo". Opens a
/// transaction of its own where none is open. No personal data may stand in plain columns or the action.
///
/// A link's hash is BLAKE2b-256 over the hash before it, its number, moment, actor, action, table, key of the
/// row and the row's hash; the row's hash is BLAKE2b-256 over table, column names and typed values as they
/// read back from the row (columns that are NULL are left out, so that a later migration may add some).
[[nodiscard]] Result<Done> insert(Database& database, std::string_view table,
                                  std::initializer_list<Column> columns, const Stamp& stamp,
                                  std::string_view action);
[[nodiscard]] Result<Done> insert(Database& database, std::string_view table, std::span<const Column> columns,
                                  const Stamp& stamp, std::string_view action);

/// A link with no row: that a person's page was read ("read"), that a setting was set ("set").
[[nodiscard]] Result<Done> note_action(Database& database, std::string_view table, std::string_view row_key,
                                       const Stamp& stamp, std::string_view action);

/// The action of a row that was erased after its retention (erase.h).
inline constexpr std::string_view kErase = "erase";

/// The head of the chain as text, "<number of links>:<hexadecimal hash>"; "0:" while it is empty. It goes to
/// the municipality with each report, and comes back in the signed receipt, so that a cut-off tail shows.
[[nodiscard]] Result<std::string> audit_head(const Database& database);

/// The first link or row that does not hold.
struct Broken {
    enum class How {
        row_changed,
        row_removed,
        row_added,     ///< a row that no link speaks of
        link_changed,  ///< the link's own fields do not fit its hash, or its hash does not follow the one
                       ///< before
        link_missing,  ///< a gap in the numbers: removed, or reordered
        tail_cut,      ///< an anchored head is not in the chain
    };
    How how{};
    std::int64_t seq = 0;  ///< 0: a row without a link
    std::string table;
    std::string row_key;
};
[[nodiscard]] std::string_view word(Broken::How how);
[[nodiscard]] Message sentence(const Broken& broken);

struct Audit {
    std::int64_t links = 0;
    std::string head;
    std::optional<Broken> broken;
};

/// Recomputes the chain from the rows themselves, streaming. `anchors` are heads known from outside (a
/// municipality's receipt); those of the receipts in the database are looked for as well.
[[nodiscard]] Result<Audit> verify_audit(const Database& database, std::span<const std::string> anchors = {});

/// The same in slices, for a clinic that goes on working meanwhile: links that are added between two slices
/// are verified too.
class AuditWalk {
public:
    struct State;  ///< audit_verify.cpp's own

    [[nodiscard]] static Result<AuditWalk> begin(const Database& database,
                                                 std::span<const std::string> anchors = {});
    AuditWalk(AuditWalk&&) noexcept;
    AuditWalk& operator=(AuditWalk&&) noexcept;
    ~AuditWalk();

    /// Looks at up to `links` more links (at least 1). The result once the chain is at its end, or broken.
    [[nodiscard]] Result<std::optional<Audit>> step(const Database& database, std::int64_t links);

private:
    explicit AuditWalk(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace sango::store
