#include "shared/clinic/watch.h"

#include "shared/base/text.h"
#include "shared/clinic/handover_lines.h"
#include "shared/clinic/people.h"
#include "shared/clinic/safety.h"
#include "shared/clinic/use.h"
#include "shared/clinic/watch_reading.h"
#include "shared/clinic/writing.h"

#include <algorithm>

namespace sango::clinic {
namespace {

using store::value;

Error not_kept() {
    return error("not_kept", "この赤ちゃんはいま預かっていません。夜間の画面を開き直してください。",
                 "This baby is not in your keeping now. Open the night screen again.");
}

Result<std::string> insert_look(Clinic& clinic, const Kept& baby, const Seen& seen) {
    const std::string id = clinic.ids.next();
    const store::Stamp now = stamp(clinic);
    const auto done = store::insert(clinic.database, "look",
                                    {{"id", value(id)},
                                     {"use_id", value(baby.use_id)},
                                     {"child_id", value(baby.child_id)},
                                     {"posture", value(word(seen.posture))},
                                     {"colour", value(seen.colour_good ? "good" : "poor")},
                                     {"breathing", value(seen.breathing_calm ? "calm" : "odd")},
                                     {"laid_down", value(seen.laid_down)},
                                     {"observed_at", value(now.at)},
                                     {"steady_ms", value(std::int64_t{clinic.clock.steady().count()})},
                                     {"boot", value(clinic.clock.boot())},
                                     {"recorded_at", value(now.at)},
                                     {"recorded_by", value(now.actor)},
                                     {"retracted", value(false)}},
                                    now, "look");
    if (!done) return done.error();
    return id;
}

Result<Done> insert_keeping(Clinic& clinic, const Kept& baby, bool kept) {
    const store::Stamp now = stamp(clinic);
    return store::insert(clinic.database, "keeping",
                         {{"id", value(clinic.ids.next())},
                          {"use_id", value(baby.use_id)},
                          {"child_id", value(baby.child_id)},
                          {"kept", value(kept)},
                          {"recorded_at", value(now.at)},
                          {"recorded_by", value(now.actor)}},
                         now, kept ? "keep" : "give_back");
}

Result<Kept> kept_child(const Clinic& clinic, std::string_view child_id) {
    const auto all = kept_babies(clinic);
    if (!all) return all.error();
    const auto found = std::ranges::find(*all, child_id, &Kept::child_id);
    if (found == all->end()) return not_kept();
    return *found;
}

Result<Done> check_staff(const Clinic& clinic, std::string_view staff_id) {
    const auto one = find_staff(clinic, staff_id);
    if (!one) return one.error();
    return Done{};
}

Result<Done> check_may_keep(const Clinic& clinic, const Use& use, std::string_view child_id) {
    if (use.left_at)
        return error("not_found", "この方はすでに退所されています。一覧を開き直してください。",
                     "She has left already. Open the list again.");
    const auto mother = find_mother(clinic, use.mother_id);
    if (!mother) return mother.error();
    if (!*mother || std::ranges::find((*mother)->children, child_id, &Child::id) == (*mother)->children.end())
        return error("wrong_child", "お子さんの選び方が違います。選び直してください。",
                     "This is not a child of hers. Choose again.");
    const auto watcher = current_watcher(clinic);
    if (!watcher) return watcher.error();
    if (watcher->empty())
        return error("no_watcher", "先に、見守る人を決めてください。赤ちゃんだけにしないためです。",
                     "First say who watches: a baby is never left alone.");
    const auto kept = kept_babies(clinic);
    if (!kept) return kept.error();
    if (std::ranges::find(*kept, child_id, &Kept::child_id) != kept->end())
        return error("kept_already", "この赤ちゃんはもう預かっています。",
                     "This baby is in your keeping already.");
    return Done{};
}

Result<Done> insert_watch(Clinic& clinic, const store::Value& watcher, std::string_view given_by,
                          std::string_view handover_id, const store::Stamp& now) {
    return store::insert(
        clinic.database, "watch",
        {{"id", value(clinic.ids.next())},
         {"watcher", watcher},
         {"given_by", given_by.empty() ? store::Value(store::Null{}) : value(given_by)},
         {"handover_id", handover_id.empty() ? store::Value(store::Null{}) : value(handover_id)},
         {"recorded_at", value(now.at)},
         {"recorded_by", value(now.actor)}},
        now, "watch");
}

}  // namespace

Result<std::string> take_into_keeping(Clinic& clinic, std::string_view use_id, std::string_view child_id,
                                      const Seen& first) {
    return transact(clinic, Right::watch, [&]() -> Result<std::string> {
        const auto use = standing_use(clinic, use_id);
        if (!use) return use.error();
        if (auto may = check_may_keep(clinic, *use, child_id); !may) return may.error();
        const Kept baby{use->id, std::string(child_id), use->mother_id, {}};
        if (auto done = insert_keeping(clinic, baby, true); !done) return done.error();
        return insert_look(clinic, baby, first);
    });
}

Result<Done> give_back(Clinic& clinic, std::string_view child_id) {
    return transact(clinic, Right::watch, [&]() -> Result<Done> {
        const auto baby = kept_child(clinic, child_id);
        if (!baby) return baby.error();
        return insert_keeping(clinic, *baby, false);
    });
}

Result<std::string> record_look(Clinic& clinic, std::string_view child_id, const Seen& seen) {
    return transact(clinic, Right::watch, [&]() -> Result<std::string> {
        const auto baby = kept_child(clinic, child_id);
        if (!baby) return baby.error();
        return insert_look(clinic, *baby, seen);
    });
}

Result<Done> retract_look(Clinic& clinic, std::string_view look_id, std::string_view reason) {
    const std::string why(trim(reason));
    if (why.empty() || !is_free_text(why, kMostTextBytes))
        return error("no_reason", "取り消しの理由を入れてください。", "Enter why it is taken back.");
    return transact(clinic, Right::watch, [&]() -> Result<Done> {
        const auto look = standing_look(clinic, look_id);
        if (!look) return look.error();
        const std::string id = clinic.ids.next();
        const store::Stamp now = stamp(clinic);
        auto box = sealed(clinic, look->mother_id, {"look", "reason_sealed", id}, why);
        if (!box) return box.error();
        return store::insert(clinic.database, "look",
                             {{"id", value(id)},
                              {"use_id", value(look->use_id)},
                              {"child_id", value(look->child_id)},
                              {"posture", value(word(look->seen.posture))},
                              {"colour", value(look->seen.colour_good ? "good" : "poor")},
                              {"breathing", value(look->seen.breathing_calm ? "calm" : "odd")},
                              {"laid_down", value(look->seen.laid_down)},
                              {"observed_at", value(look->observed_at)},
                              {"steady_ms", value(look->steady_ms)},
                              {"boot", value(look->boot)},
                              {"recorded_at", value(now.at)},
                              {"recorded_by", value(now.actor)},
                              {"replaces", value(look_id)},
                              {"retracted", value(true)},
                              {"reason_sealed", std::move(*box)}},
                             now, "retract");
    });
}

Result<Done> record_watcher(Clinic& clinic, std::string_view staff_id, std::string_view handover_id) {
    if (auto known = check_staff(clinic, staff_id); !known) return known;
    const auto before = current_watcher(clinic);
    if (!before) return before.error();
    if (*before == staff_id)
        return error("already_watches", "この方がもう見守っています。", "She watches already.");
    // The word is the receiver's own, whoever stands at the terminal.
    return insert_watch(clinic, value(staff_id), *before, handover_id, {clinic.clock.now(), staff_id});
}

Result<Done> take_watch(Clinic& clinic, std::string_view staff_id) {
    return transact(clinic, Right::watch, [&] { return record_watcher(clinic, staff_id, {}); });
}

Result<Done> end_watch(Clinic& clinic) {
    return transact(clinic, Right::watch, [&]() -> Result<Done> {
        const auto kept = kept_babies(clinic);
        if (!kept) return kept.error();
        if (!kept->empty())
            return error("babies_kept", "預かっている赤ちゃんがいる間は、見守りを終われません。",
                         "The watch cannot end while a baby is in your keeping.");
        const auto before = current_watcher(clinic);
        if (!before) return before.error();
        if (before->empty()) return Done{};
        return insert_watch(clinic, store::Null{}, *before, {}, stamp(clinic));
    });
}

Result<Done> set_present(Clinic& clinic, std::string_view staff_id, bool present) {
    return transact(clinic, Right::watch, [&]() -> Result<Done> {
        if (auto known = check_staff(clinic, staff_id); !known) return known;
        const store::Stamp now = stamp(clinic);
        return store::insert(clinic.database, "duty",
                             {{"id", value(clinic.ids.next())},
                              {"staff_id", value(staff_id)},
                              {"present", value(present)},
                              {"recorded_at", value(now.at)},
                              {"recorded_by", value(now.actor)}},
                             now, "duty");
    });
}

Result<Done> set_baby_interval(Clinic& clinic, std::string_view child_id,
                               std::optional<std::chrono::seconds> every) {
    return transact(clinic, Right::watch, [&]() -> Result<Done> {
        const auto longest = clinic_interval(clinic, child_id);
        if (!longest) return longest.error();
        const auto& rule = clinic.safety->watch.intervals.front();
        if (every && (*every < rule.least || *every > *longest))
            return error("bad_interval", "間隔は、施設で決めた長さより長くできません。",
                         "The interval may not be longer than the clinic's own.");
        const store::Stamp now = stamp(clinic);
        return store::insert(
            clinic.database, "watch_interval",
            {{"id", value(clinic.ids.next())},
             {"child_id", value(child_id)},
             {"every_s", every ? value(std::int64_t{every->count()}) : store::Value(store::Null{})},
             {"recorded_at", value(now.at)},
             {"recorded_by", value(now.actor)}},
            now, "interval");
    });
}

}  // namespace sango::clinic
