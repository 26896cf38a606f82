#include "shared/clinic/watch_reading.h"

#include "shared/clinic/people.h"
#include "shared/clinic/safety.h"
#include "shared/clinic/writing.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace sango::clinic {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using store::value;

std::optional<seconds> set_interval(const Clinic& clinic, const WatchInterval& rule) {
    const auto text = setting(clinic, rule.setting);
    if (!text || !*text) return std::nullopt;
    int number = 0;
    const auto [end, failed] = std::from_chars((*text)->data(), (*text)->data() + (*text)->size(), number);
    if (failed != std::errc() || end != (*text)->data() + (*text)->size()) return std::nullopt;
    return seconds(number);
}

seconds interval_on(const Clinic& clinic, std::optional<Date> born) {
    const WatchRules& rules = clinic.safety->watch;
    const auto age = born ? age_on(*born, japan_date(clinic.clock.now())) : std::nullopt;
    const WatchInterval& rule = interval_of_age(rules, age);
    return interval_for(rule, set_interval(clinic, rule));
}

/// The baby's newest look that counts.
Result<Done> read_look(const Clinic& clinic, WatchedBaby& baby) {
    std::optional<milliseconds> looked_at;
    const auto read = clinic.database.query(
        "SELECT l.id, l.posture, l.colour, l.breathing, l.laid_down, l.observed_at, l.steady_ms, l.boot, "
        "s.name "
        "FROM look l LEFT JOIN staff s ON s.id = l.recorded_by WHERE l.child_id = ?1 AND l.retracted = 0 "
        "AND NOT EXISTS (SELECT 1 FROM look r WHERE r.replaces = l.id) ORDER BY l.id DESC LIMIT 1",
        {value(baby.child_id)}, [&](const store::Row& row) {
            baby.look_id = row.text(0);
            baby.seen = {posture_from(row.text(1)).value_or(Posture::prone), row.text(2) == "good",
                         row.text(3) == "calm", row.integer(4) != 0};
            baby.observed_at = row.instant(5);
            baby.looked_by = row.text(8);
            looked_at = on_steady(clinic, baby.observed_at, milliseconds(row.integer(6)), row.text(7));
            return false;
        });
    if (!read) return read.error();
    // Never looked at, or nobody knows when: due at once.
    baby.watching.looked_at = looked_at.value_or(clinic.clock.steady() - baby.watching.every);
    baby.watching.posture = baby.seen.posture;
    baby.watching.unwell = !baby.seen.colour_good || !baby.seen.breathing_calm;
    return Done{};
}

/// What closer watch counts from: the newest laying down or the end of the newest feed.
Result<Done> read_tending(const Clinic& clinic, WatchedBaby& baby) {
    const auto tend = [&](std::optional<milliseconds> at, bool fed) {
        if (!at || (baby.watching.tended_at && *at <= *baby.watching.tended_at)) return;
        baby.watching.tended_at = at;
        baby.fed_last = fed;
    };
    auto read = clinic.database.query(
        "SELECT l.observed_at, l.steady_ms, l.boot FROM look l WHERE l.child_id = ?1 AND l.laid_down = 1 AND "
        "l.retracted = 0 AND NOT EXISTS (SELECT 1 FROM look r WHERE r.replaces = l.id) ORDER BY l.id DESC "
        "LIMIT 1",
        {value(baby.child_id)}, [&](const store::Row& row) {
            tend(on_steady(clinic, row.instant(0), milliseconds(row.integer(1)), row.text(2)), false);
            return false;
        });
    if (!read) return read.error();
    read = clinic.database.query(
        "SELECT max(n.observed_at + CASE n.kind WHEN 'breast' THEN coalesce(n.amount, 0) * 60 ELSE 0 END) "
        "FROM care_note n WHERE n.use_id = ?1 AND n.child_id = ?2 AND n.kind IN ('milk', 'breast') AND "
        "n.retracted = 0 AND NOT EXISTS (SELECT 1 FROM care_note r WHERE r.replaces = n.id)",
        {value(baby.use_id), value(baby.child_id)}, [&](const store::Row& row) {
            if (!row.null(0)) tend(on_steady(clinic, row.instant(0), {}, {}), true);
            return false;
        });
    if (!read) return read.error();
    return Done{};
}

Result<seconds> own_interval(const Clinic& clinic, std::string_view child_id, seconds longest) {
    const auto set = clinic.database.integer(
        "SELECT every_s FROM watch_interval WHERE child_id = ?1 ORDER BY id DESC LIMIT 1", {value(child_id)});
    if (!set) return set.error();
    return *set ? std::min(seconds(**set), longest) : longest;
}

Result<Done> read_baby(const Clinic& clinic, WatchedBaby& baby) {
    const WatchRules& rules = clinic.safety->watch;
    const auto every = own_interval(clinic, baby.child_id, interval_on(clinic, baby.born));
    if (!every) return every.error();
    baby.watching.every = *every;
    baby.watching.closer_every =
        std::min(*every, interval_for(rules.closer, set_interval(clinic, rules.closer)));
    if (auto done = read_look(clinic, baby); !done) return done;
    if (auto done = read_tending(clinic, baby); !done) return done;
    baby.due = look_due(rules, baby.watching);
    return Done{};
}

Result<std::vector<OnDuty>> everyone(const Clinic& clinic, std::string_view watcher) {
    std::vector<OnDuty> all;
    const auto read = clinic.database.query(
        "SELECT s.id, s.name, coalesce((SELECT d.present FROM duty d WHERE d.staff_id = s.id ORDER BY d.id "
        "DESC "
        "LIMIT 1), 0) FROM staff s ORDER BY s.id",
        {}, [&](const store::Row& row) {
            all.push_back({row.text(0), row.text(1), row.integer(2) != 0 || row.text(0) == watcher,
                           row.text(0) == watcher});
            return true;
        });
    if (!read) return read.error();
    return all;
}

}  // namespace

std::optional<milliseconds> on_steady(const Clinic& clinic, Instant at, milliseconds counted,
                                      std::string_view boot) {
    const milliseconds now = clinic.clock.steady();
    if (!boot.empty() && boot == clinic.clock.boot() && counted <= now) return counted;
    const Instant wall = clinic.clock.now();
    if (at > wall) return std::nullopt;
    return now - (wall - at);
}

Result<std::vector<Kept>> kept_babies(const Clinic& clinic) {
    std::vector<Kept> babies;
    const auto read = clinic.database.query(
        "SELECT k.use_id, k.child_id, u.mother_id, u.place FROM keeping k JOIN service_use u ON u.id = "
        "k.use_id "
        "WHERE k.kept = 1 AND k.id = (SELECT max(n.id) FROM keeping n WHERE n.child_id = k.child_id) "
        "AND NOT EXISTS (SELECT 1 FROM use_undone x WHERE x.use_id = u.id) "
        "AND NOT EXISTS (SELECT 1 FROM check_out c WHERE c.use_id = u.id) ORDER BY u.place, k.child_id",
        {}, [&](const store::Row& row) {
            babies.push_back({row.text(0), row.text(1), row.text(2), row.text(3)});
            return true;
        });
    if (!read) return read.error();
    return babies;
}

Result<std::string> current_watcher(const Clinic& clinic) {
    const auto watcher = clinic.database.text("SELECT watcher FROM watch ORDER BY id DESC LIMIT 1");
    if (!watcher) return watcher.error();
    return watcher->value_or("");
}

Result<StandingLook> standing_look(const Clinic& clinic, std::string_view look_id) {
    std::optional<StandingLook> look;
    bool counts = false;
    const auto read = clinic.database.query(
        "SELECT l.use_id, l.child_id, u.mother_id, l.posture, l.colour, l.breathing, l.laid_down, "
        "l.observed_at, "
        "l.steady_ms, l.boot, l.retracted = 0 AND NOT EXISTS (SELECT 1 FROM look r WHERE r.replaces = l.id) "
        "FROM look l JOIN service_use u ON u.id = l.use_id WHERE l.id = ?1",
        {value(look_id)}, [&](const store::Row& row) {
            look = StandingLook{row.text(0),
                                row.text(1),
                                row.text(2),
                                {posture_from(row.text(3)).value_or(Posture::back), row.text(4) == "good",
                                 row.text(5) == "calm", row.integer(6) != 0},
                                row.instant(7),
                                row.integer(8),
                                row.text(9)};
            counts = row.integer(10) != 0;
            return false;
        });
    if (!read) return read.error();
    if (!look)
        return error("not_found", "この見守りの記録が見つかりません。画面を開き直してください。",
                     "This look is not there. Open the screen again.");
    if (!counts)
        return error("superseded", "この見守りの記録はすでに取り消されています。",
                     "This look has been taken back already.");
    return std::move(*look);
}

Result<seconds> clinic_interval(const Clinic& clinic, std::string_view child_id) {
    const auto mother_id =
        clinic.database.text("SELECT mother_id FROM child WHERE id = ?1", {value(child_id)});
    if (!mother_id) return mother_id.error();
    const auto mother = find_mother(clinic, mother_id->value_or(""));
    if (!mother) return mother.error();
    if (*mother)
        for (const Child& child : (*mother)->children)
            if (child.id == child_id) return interval_on(clinic, child.born);
    return interval_on(clinic, std::nullopt);
}

Result<WatchBoard> watch_board(const Clinic& clinic) {
    WatchBoard board;
    const auto kept = kept_babies(clinic);
    if (!kept) return kept.error();
    std::map<std::string, Mother, std::less<>> mothers;
    for (const Kept& child : *kept) {
        WatchedBaby baby;
        baby.use_id = child.use_id;
        baby.child_id = child.child_id;
        baby.mother_id = child.mother_id;
        baby.place = child.place;
        auto known = mothers.find(child.mother_id);
        if (known == mothers.end()) {
            auto mother = find_mother(clinic, child.mother_id);
            if (!mother) return mother.error();
            known = mothers.emplace(child.mother_id, mother->value_or(Mother{})).first;
        }
        // After a loss no child is spoken of.
        if (known->second.facts.loss_on) continue;
        baby.mother_name = known->second.name;
        for (const Child& hers : known->second.children) {
            if (hers.id != child.child_id) continue;
            baby.name = hers.name;
            baby.born = hers.born;
        }
        if (auto read = read_baby(clinic, baby); !read) return read.error();
        board.babies.push_back(std::move(baby));
    }
    const auto watcher = current_watcher(clinic);
    if (!watcher) return watcher.error();
    auto staff_now = everyone(clinic, *watcher);
    if (!staff_now) return staff_now.error();
    board.staff = std::move(*staff_now);
    for (const OnDuty& person : board.staff) {
        if (person.watches) board.watcher = person;
        board.present += person.present;
    }
    board.needed = board.babies.empty() ? 0 : clinic.safety->watch.staff_needed;
    return board;
}

}  // namespace sango::clinic
