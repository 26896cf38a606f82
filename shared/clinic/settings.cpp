#include "shared/base/bytes.h"
#include "shared/card/read.h"
#include "shared/clinic/clinic.h"
#include "shared/clinic/recent.h"
#include "shared/clinic/writing.h"

#include <charconv>

namespace sango::clinic {

using store::value;

Result<std::optional<std::string>> setting(const Clinic& clinic, std::string_view name) {
    return clinic.database.text("SELECT value FROM setting WHERE name = ?1", {value(name)});
}

Result<Done> set_setting(Clinic& clinic, std::string_view name, std::string_view text) {
    return transact(clinic, [&]() -> Result<Done> {
        const auto set = clinic.database.run(
            "INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = "
            "excluded.value",
            {value(name), value(text)});
        if (!set) return set.error();
        return store::note_action(clinic.database, "setting", name, stamp(clinic), "set");
    });
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
    const auto recent = recent_links(clinic.database, confirmed_link(clinic));
    return recent.ok() && (!recent->newest_moment || now >= *recent->newest_moment - kSlack);
}

Result<Done> confirm_clock(Clinic& clinic) {
    const auto head = clinic.database.integer("SELECT max(seq) FROM audit");
    if (!head) return head.error();
    return set_setting(clinic, kConfirmedLink, std::to_string(head->value_or(0)));
}

Result<Recent> recent_links(const store::Database& database, std::int64_t after) {
    // A week of a busy clinic is enough to notice a clock that turned back, and cheap to read each time.
    constexpr std::int64_t kLinks = 2'000;
    Recent recent;
    const auto read = database.query(
        "SELECT seq, at, row_key FROM audit ORDER BY seq DESC LIMIT ?1", {value(kLinks)},
        [&](const store::Row& row) {
            const std::string key = row.text(2);
            if (is_uuid(key) && key > recent.newest_id) recent.newest_id = key;
            if (row.integer(0) > after && (!recent.newest_moment || row.instant(1) > *recent.newest_moment))
                recent.newest_moment = row.instant(1);
            return true;
        });
    if (!read) return read.error();
    return recent;
}

}  // namespace sango::clinic
