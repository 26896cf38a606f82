#include "shared/base/bytes.h"
#include "shared/card/read.h"
#include "shared/clinic/clinic.h"
#include "shared/clinic/recent.h"
#include "shared/clinic/writing.h"

#include <algorithm>
#include <charconv>

namespace sango::clinic {

using store::value;

Result<std::optional<std::string>> setting(const Clinic& clinic, std::string_view name) {
    return clinic.database.text("SELECT value FROM setting WHERE name = ?1", {value(name)});
}

namespace {

Result<Done> record_change(Clinic& clinic, std::string_view name, std::optional<std::string_view> text) {
    const auto before = setting(clinic, name);
    if (!before) return before.error();
    const std::string id = clinic.ids.next();
    const store::Stamp now = stamp(clinic);
    return store::insert(clinic.database, "setting_change",
                         {{"id", value(id)},
                          {"name", value(name)},
                          {"old_value", value(*before)},
                          {"new_value", value(text)},
                          {"changed_at", value(now.at)},
                          {"changed_by", value(now.actor)}},
                         now, text ? "set" : "unset");
}

}  // namespace

Result<Done> change_setting(Clinic& clinic, std::string_view name, std::optional<std::string_view> text) {
    if (auto kept = record_change(clinic, name, text); !kept) return kept;
    const auto changed =
        text ? clinic.database.run(
                   "INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value "
                   "= excluded.value",
                   {value(name), value(*text)})
             : clinic.database.run("DELETE FROM setting WHERE name = ?1", {value(name)});
    if (!changed) return changed.error();
    return Done{};
}

Result<Done> set_setting(Clinic& clinic, std::string_view name, std::string_view text, Right right) {
    return transact(clinic, right, [&] { return change_setting(clinic, name, text); });
}

Result<Done> unset_setting(Clinic& clinic, std::string_view name) {
    return transact(clinic, Right::settings, [&] { return change_setting(clinic, name, std::nullopt); });
}

Result<std::vector<SettingChange>> setting_history(const Clinic& clinic, std::string_view prefix, int most) {
    std::vector<SettingChange> changes;
    const auto read = clinic.database.query(
        "SELECT c.name, c.old_value, c.new_value, c.changed_at, s.name FROM setting_change c "
        "LEFT JOIN staff s ON s.id = c.changed_by WHERE substr(c.name, 1, ?1) = ?2 "
        "ORDER BY c.id DESC LIMIT ?3",
        {value(static_cast<int>(prefix.size())), value(prefix), value(most)}, [&](const store::Row& row) {
            changes.push_back(
                {row.text(0), row.maybe_text(1), row.maybe_text(2), row.instant(3), row.text(4)});
            return true;
        });
    if (!read) return read.error();
    return changes;
}

namespace {

constexpr std::string_view kConfirmedLink = "clock.confirmed_link";
constexpr std::chrono::minutes kSlack{5};

std::int64_t confirmed_link(const Clinic& clinic) {
    const auto text = setting(clinic, kConfirmedLink);
    std::int64_t link = 0;
    if (text && *text) std::from_chars((*text)->data(), (*text)->data() + (*text)->size(), link);
    return link;
}

}  // namespace

bool clock_trustworthy(const Clinic& clinic) {
    const Instant now = clinic.clock.now();
    if (now < card::kEarliestNow) return false;
    if (clinic.recent->seen == 0) {
        auto recent = recent_links(clinic.database, confirmed_link(clinic));
        if (!recent) return false;
        *clinic.recent = std::move(*recent);
    }
    if (!catch_up(clinic.database, *clinic.recent)) return false;
    const auto& newest = clinic.recent->newest_moment;
    return !newest || now >= *newest - kSlack;
}

Result<Done> confirm_clock(Clinic& clinic) {
    const auto head = clinic.database.integer("SELECT max(seq) FROM audit");
    if (!head) return head.error();
    *clinic.recent = {};
    return set_setting(clinic, kConfirmedLink, std::to_string(head->value_or(0)), Right::reception);
}

Result<Done> catch_up(const store::Database& database, Recent& recent) {
    return database.query("SELECT seq, at, row_key FROM audit WHERE seq > ?1 ORDER BY seq",
                          {value(recent.seen)}, [&](const store::Row& row) {
                              recent.seen = row.integer(0);
                              const Instant at = row.instant(1);
                              if (!recent.newest_moment || at > *recent.newest_moment)
                                  recent.newest_moment = at;
                              if (std::string key = row.text(2); is_uuid(key) && key > recent.newest_id)
                                  recent.newest_id = std::move(key);
                              return true;
                          });
}

Result<Recent> recent_links(const store::Database& database, std::int64_t after) {
    // Some weeks of a busy clinic: enough to notice a clock that turned back.
    constexpr std::int64_t kLinks = 2'000;
    const auto head = database.integer("SELECT max(seq) FROM audit");
    if (!head) return head.error();
    Recent recent;
    recent.seen = std::max({after, head->value_or(0) - kLinks, std::int64_t{0}});
    if (auto done = catch_up(database, recent); !done) return done.error();
    return recent;
}

}  // namespace sango::clinic
