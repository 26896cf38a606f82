#include "shared/clinic/care_timer.h"

#include "shared/clinic/care_checks.h"
#include "shared/clinic/writing.h"

#include <algorithm>
#include <optional>

namespace sango::clinic {
namespace {

using store::value;

constexpr std::chrono::minutes kLongestFeed{120};
constexpr std::chrono::minutes kLongestSleep{1'440};

constexpr std::string_view kRunning =
    "SELECT t.id, t.use_id, t.child_id, t.kind, t.detail, t.started_at FROM care_timer t WHERE "
    "NOT EXISTS (SELECT 1 FROM care_timer r WHERE r.replaces = t.id) "
    "AND NOT EXISTS (SELECT 1 FROM care_timer_end e WHERE e.timer_id = t.id) ";

CareTimer timer_from(const store::Row& row) {
    return {row.text(0), row.text(1),   row.text(2), note_kind_from(row.text(3)).value_or(NoteKind::sleep),
            row.text(4), row.instant(5)};
}

Result<CareTimer> running_timer(const Clinic& clinic, std::string_view timer_id) {
    std::optional<CareTimer> timer;
    const auto read = clinic.database.query(std::string(kRunning) + "AND t.id = ?1", {value(timer_id)},
                                            [&](const store::Row& row) {
                                                timer = timer_from(row);
                                                return false;
                                            });
    if (!read) return read.error();
    if (!timer)
        return error("not_found", "このタイマーはもう動いていません。画面を開き直してください。",
                     "This timer is not running any more. Open the screen again.");
    return std::move(*timer);
}

Result<std::string> insert_timer(Clinic& clinic, const CareTimer& timer, std::string_view replaces) {
    const std::string id = clinic.ids.next();
    const store::Stamp now = stamp(clinic);
    const auto done = store::insert(
        clinic.database, "care_timer",
        {{"id", value(id)},
         {"use_id", value(timer.use_id)},
         {"child_id", timer.child_id.empty() ? store::Value(store::Null{}) : value(timer.child_id)},
         {"kind", value(word(timer.kind))},
         {"detail", value(timer.detail)},
         {"started_at", value(timer.started_at)},
         {"recorded_at", value(now.at)},
         {"recorded_by", value(now.actor)},
         {"replaces", replaces.empty() ? store::Value(store::Null{}) : value(replaces)}},
        now, replaces.empty() ? "start_timer" : "move_timer");
    if (!done) return done.error();
    return id;
}

Result<Done> end_timer(Clinic& clinic, const CareTimer& timer, const store::Value& note_id) {
    const store::Stamp now = stamp(clinic);
    return store::insert(clinic.database, "care_timer_end",
                         {{"timer_id", value(timer.id)},
                          {"note_id", note_id},
                          {"ended_at", value(now.at)},
                          {"ended_by", value(now.actor)}},
                         now, "end_timer");
}

Result<Done> check_timer(const Clinic& clinic, const CareTimer& timer) {
    if (timer.kind != NoteKind::breast && timer.kind != NoteKind::sleep)
        return error("bad_kind", "この種類にはタイマーがありません。", "There is no timer for this kind.");
    NewNote as_note{timer.use_id, timer.child_id, timer.kind, timer.detail, 1, {}, timer.started_at};
    const auto fits = check_note(clinic, as_note);
    if (!fits) return fits.error();
    const auto running = running_timers(clinic, timer.use_id);
    if (!running) return running.error();
    const bool same = std::ranges::any_of(*running, [&](const CareTimer& other) {
        return other.id != timer.id && other.kind == timer.kind && other.child_id == timer.child_id;
    });
    if (same)
        return error("running", "同じタイマーがもう動いています。止めてからはじめてください。",
                     "This timer is running already. Stop it first.");
    return Done{};
}

}  // namespace

Result<std::string> start_timer(Clinic& clinic, const CareTimer& timer) {
    return transact(clinic, Right::care, [&]() -> Result<std::string> {
        if (auto fits = check_timer(clinic, timer); !fits) return fits.error();
        return insert_timer(clinic, timer, {});
    });
}

Result<std::string> move_timer(Clinic& clinic, std::string_view timer_id, Instant started_at) {
    return transact(clinic, Right::care, [&]() -> Result<std::string> {
        auto timer = running_timer(clinic, timer_id);
        if (!timer) return timer.error();
        timer->started_at = started_at;
        if (auto fits = check_timer(clinic, *timer); !fits) return fits.error();
        return insert_timer(clinic, *timer, timer_id);
    });
}

Result<std::string> stop_timer(Clinic& clinic, std::string_view timer_id) {
    return transact(clinic, Right::care, [&]() -> Result<std::string> {
        const auto timer = running_timer(clinic, timer_id);
        if (!timer) return timer.error();
        const auto longest = timer->kind == NoteKind::breast ? kLongestFeed : kLongestSleep;
        const auto ran = std::chrono::floor<std::chrono::minutes>(clinic.clock.now() - timer->started_at);
        const auto minutes = std::clamp(ran, std::chrono::minutes(1), longest);
        const NewNote note{timer->use_id,
                           timer->child_id,
                           timer->kind,
                           timer->detail,
                           static_cast<int>(minutes.count()),
                           {},
                           timer->started_at};
        auto written = record_note(clinic, note);
        if (!written) return written;
        if (auto ended = end_timer(clinic, *timer, value(*written)); !ended) return ended.error();
        return written;
    });
}

Result<Done> drop_timer(Clinic& clinic, std::string_view timer_id) {
    return transact(clinic, Right::care, [&]() -> Result<Done> {
        const auto timer = running_timer(clinic, timer_id);
        if (!timer) return timer.error();
        return end_timer(clinic, *timer, store::Null{});
    });
}

Result<std::vector<CareTimer>> running_timers(const Clinic& clinic, std::string_view use_id) {
    std::vector<CareTimer> timers;
    const auto read =
        clinic.database.query(std::string(kRunning) + "AND t.use_id = ?1 ORDER BY t.started_at, t.id",
                              {value(use_id)}, [&](const store::Row& row) {
                                  timers.push_back(timer_from(row));
                                  return true;
                              });
    if (!read) return read.error();
    return timers;
}

}  // namespace sango::clinic
