#include "shared/store/audit.h"
#include "shared/store/audit_link.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <map>
#include <set>

#include <fmt/format.h>

namespace sango::store {
namespace {

/// Tables whose rows are state, not happenings: they are updated and have no links of their own.
bool is_state(std::string_view table) {
    return table == "audit" || table == "setting" || table == "revocation" ||
           table == "questionnaire_answered" || table == "held" || table == "note_draft" ||
           table.starts_with("sqlite_");
}

struct Table {
    std::vector<std::string> key;
    std::int64_t links = 0;
};

}  // namespace

/// What is remembered while the chain streams by.
struct AuditWalk::State {
    std::map<std::string, Table, std::less<>> tables;
    /// First 8 bytes of the hash of each linked row and which link it was: two links for one row would hide a
    /// row that was added.
    std::vector<std::pair<std::uint64_t, std::int64_t>> seen;
    std::set<std::string, std::less<>> anchors;  ///< not met yet
    /// Rows that were erased after their retention, and how many the certificates vouch for.
    std::set<std::pair<std::string, std::string>> erased;
    std::int64_t certified = 0;
    std::int64_t seq = 0;
    Bytes hash = Bytes(kHashBytes);
    std::optional<Broken> broken;
};

namespace {

using Walk = AuditWalk::State;

Result<std::optional<Broken::How>> check_row(const Database& database, Walk& walk, const Link& link) {
    const auto table = walk.tables.find(link.table);
    if (table == walk.tables.end()) return std::optional(Broken::How::row_removed);
    if (walk.erased.contains({link.table, link.row_key})) return std::optional<Broken::How>();
    ++table->second.links;
    const auto now = hash_of_row(database, link.table, table->second.key, link.row_key);
    if (!now) return now.error();
    if (!now->has_value()) return std::optional(Broken::How::row_removed);
    if (**now != link.row_hash) return std::optional(Broken::How::row_changed);
    std::uint64_t prefix = 0;
    std::memcpy(&prefix, link.row_hash.data(), sizeof prefix);
    walk.seen.emplace_back(prefix, link.seq);
    return std::optional<Broken::How>();
}

/// Up to `links` more links; the number of those that were there.
Result<std::int64_t> walk_chain(const Database& database, Walk& walk, std::int64_t links) {
    std::optional<Error> failed;
    std::int64_t looked_at = 0;
    const auto read = database.query(
        "SELECT seq, at, actor, action, table_name, row_key, row_hash, hash FROM audit WHERE seq > ?1 "
        "ORDER BY seq LIMIT ?2",
        {value(walk.seq), value(links)}, [&](const Row& row) {
            ++looked_at;
            const Link link{row.integer(0), row.integer(1), row.text(2), row.text(3),
                            row.text(4),    row.text(5),    row.bytes(6)};
            const auto stop = [&](Broken::How how) {
                walk.broken = Broken{how, link.seq, link.table, link.row_key};
                return false;
            };
            if (link.seq != walk.seq + 1) return stop(Broken::How::link_missing);
            const Bytes hash = row.bytes(7);
            if (link_hash(walk.hash, link) != hash) return stop(Broken::How::link_changed);
            if (!link.row_hash.empty()) {
                const auto wrong = check_row(database, walk, link);
                if (!wrong) {
                    failed = wrong.error();
                    return false;
                }
                if (*wrong) return stop(**wrong);
            }
            walk.seq = link.seq;
            walk.hash = hash;
            if (!walk.anchors.empty()) walk.anchors.erase(head_text(link.seq, hash));
            return true;
        });
    if (failed) return *failed;
    if (!read) return read.error();
    return looked_at;
}

/// A table with more rows than links has a row that was added beside the chain: its first one.
Result<std::optional<Broken>> find_added_row(const Database& database, std::string_view name,
                                             const Table& table) {
    std::set<std::string, std::less<>> linked;
    auto read = database.query("SELECT row_key FROM audit WHERE table_name = ?1 AND row_hash <> x''",
                               {value(name)}, [&](const Row& row) {
                                   linked.insert(row.text(0));
                                   return true;
                               });
    if (!read) return read.error();
    std::optional<Broken> added;
    const std::string keys = fmt::format("\"{}\"", fmt::join(table.key, "\", \""));
    read = database.query(fmt::format("SELECT {0} FROM \"{1}\" ORDER BY {0}", keys, name), {},
                          [&](const Row& row) {
                              std::vector<std::string> parts;
                              for (int i = 0; i < row.columns(); ++i) parts.push_back(key_text(row.value(i)));
                              const std::string row_key = joined_key(parts);
                              if (linked.contains(row_key)) return true;
                              added = Broken{Broken::How::row_added, 0, std::string(name), row_key};
                              return false;
                          });
    if (!read) return read.error();
    return added;
}

Result<std::optional<Broken>> find_unlinked(const Database& database, Walk& walk) {
    std::ranges::sort(walk.seen);
    const auto twice = std::ranges::adjacent_find(
        walk.seen, [](const auto& a, const auto& b) { return a.first == b.first; });
    if (twice != walk.seen.end()) {
        const std::int64_t seq = std::next(twice)->second;
        Broken broken{Broken::How::link_changed, seq, {}, {}};
        const auto read = database.query("SELECT table_name, row_key FROM audit WHERE seq = ?1", {value(seq)},
                                         [&](const Row& row) {
                                             broken.table = row.text(0);
                                             broken.row_key = row.text(1);
                                             return false;
                                         });
        if (!read) return read.error();
        return std::optional(broken);
    }
    // An erasure that no second person confirmed is a removal.
    if (std::ssize(walk.erased) != walk.certified)
        return std::optional(Broken{Broken::How::row_removed, 0, "erasure_certificate", ""});
    for (const auto& [name, table] : walk.tables) {
        const auto rows = database.integer(fmt::format("SELECT count(*) FROM \"{}\"", name));
        if (!rows) return rows.error();
        if (rows->value_or(0) == table.links) continue;
        auto added = find_added_row(database, name, table);
        if (!added || *added) return added;
    }
    return std::optional<Broken>();
}

/// What was erased, and by whose certificate.
Result<Done> list_erased(const Database& database, Walk& walk) {
    const auto read = database.query("SELECT table_name, row_key FROM audit WHERE action = ?1",
                                     {value(kErase)}, [&](const Row& row) {
                                         walk.erased.emplace(row.text(0), row.text(1));
                                         return true;
                                     });
    if (!read) return read.error();
    const auto certified = database.integer("SELECT sum(rows) FROM erasure_certificate");
    if (!certified) return certified.error();
    walk.certified = certified->value_or(0);
    return Done{};
}

Result<Done> list_tables(const Database& database, Walk& walk) {
    std::vector<std::string> names;
    const auto read = database.query("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", {},
                                     [&](const Row& row) {
                                         if (!is_state(row.text(0))) names.push_back(row.text(0));
                                         return true;
                                     });
    if (!read) return read.error();
    for (const std::string& name : names) {
        auto key = key_columns(database, name);
        if (!key) return key.error();
        walk.tables[name].key = std::move(*key);
    }
    return Done{};
}

}  // namespace

AuditWalk::AuditWalk(std::unique_ptr<State> state) : state_(std::move(state)) {}
AuditWalk::AuditWalk(AuditWalk&&) noexcept = default;
AuditWalk& AuditWalk::operator=(AuditWalk&&) noexcept = default;
AuditWalk::~AuditWalk() = default;

Result<AuditWalk> AuditWalk::begin(const Database& database, std::span<const std::string> anchors) {
    auto state = std::make_unique<State>();
    if (auto done = list_tables(database, *state); !done) return done.error();
    if (auto done = list_erased(database, *state); !done) return done.error();
    state->anchors.insert(anchors.begin(), anchors.end());
    const auto read =
        database.query("SELECT audit_head FROM receipt WHERE audit_head IS NOT NULL AND audit_head <> ''", {},
                       [&](const Row& row) {
                           state->anchors.insert(row.text(0));
                           return true;
                       });
    if (!read) return read.error();
    state->anchors.erase(head_text(0, {}));
    return AuditWalk(std::move(state));
}

Result<std::optional<Audit>> AuditWalk::step(const Database& database, std::int64_t links) {
    State& walk = *state_;
    const auto looked_at = walk_chain(database, walk, links);
    if (!looked_at) return looked_at.error();
    if (!walk.broken) {
        if (*looked_at == links) return std::optional<Audit>();
        auto unlinked = find_unlinked(database, walk);
        if (!unlinked) return unlinked.error();
        walk.broken = *unlinked;
    }
    if (!walk.broken && !walk.anchors.empty())
        walk.broken = Broken{Broken::How::tail_cut, walk.seq + 1, "audit", *walk.anchors.begin()};
    return std::optional(Audit{walk.seq, head_text(walk.seq, walk.hash), walk.broken});
}

Result<Audit> verify_audit(const Database& database, std::span<const std::string> anchors) {
    auto walk = AuditWalk::begin(database, anchors);
    if (!walk) return walk.error();
    const auto audit = walk->step(database, std::numeric_limits<std::int64_t>::max());
    if (!audit) return audit.error();
    return **audit;
}

std::string_view word(Broken::How how) {
    switch (how) {
        case Broken::How::row_changed:
            return "row_changed";
        case Broken::How::row_removed:
            return "row_removed";
        case Broken::How::row_added:
            return "row_added";
        case Broken::How::link_changed:
            return "link_changed";
        case Broken::How::link_missing:
            return "link_missing";
        case Broken::How::tail_cut:
            return "tail_cut";
    }
    return "";
}

Message sentence(const Broken& broken) {
    const std::string where = broken.seq == 0
                                  ? fmt::format("{} {}", broken.table, broken.row_key)
                                  : fmt::format("{}: {} {}", broken.seq, broken.table, broken.row_key);
    const auto say = [&](std::string_view ja, std::string_view en) {
        return Message{fmt::format("監査記録が合いません。{}（{}）。担当者に連絡してください。", ja, where),
                       fmt::format("The audit chain does not hold: {} ({}). Call support.", en, where)};
    };
    switch (broken.how) {
        case Broken::How::row_changed:
            return say("記録があとから書き換えられています", "a record was changed");
        case Broken::How::row_removed:
            return say("記録が消されています", "a record was removed");
        case Broken::How::row_added:
            return say("監査を通らずに足された記録があります", "a record was added past the chain");
        case Broken::How::link_changed:
            return say("監査の行が書き換えられています", "a link was changed or moved");
        case Broken::How::link_missing:
            return say("監査の行が抜けています", "a link is missing");
        case Broken::How::tail_cut:
            return say("自治体が控えている時点より後ろが切り取られています",
                       "the end that a municipality vouches for is gone");
    }
    return {};
}

}  // namespace sango::store
