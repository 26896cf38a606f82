#pragma once

#include "kiosk/screens/notice.h"
#include "shared/base/date.h"
#include "shared/clinic/watch.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace sango::screens {

/// A baby in the staff's keeping. Moments are of the steady scale that BarView::steady counts.
struct NightTile {
    std::string use_id;
    std::string child_id;
    std::string place;
    Message name;  ///< あおい, or 赤ちゃん
    std::string mother;
    clinic::Seen seen;  ///< at the last look
    std::string look_id;
    std::string looked_by;
    std::chrono::milliseconds looked_at{};
    std::chrono::milliseconds due{};
    std::chrono::seconds every{};
    std::optional<std::chrono::milliseconds> tended_at;  ///< what closer watch counts from
    std::optional<std::chrono::milliseconds> closer_until;
    bool fed_last = false;
};

/// A baby in the house that is with its mother: can be taken into keeping.
struct WithMother {
    std::string use_id;
    std::string child_id;
    std::string place;
    Message name;
    std::string mother;
};

/// つぎの予定
struct NextItem {
    Instant at{};
    std::string place;
    Message what;
};

/// One line of 申し送り.
struct HandoverLine {
    std::string kind;  ///< word of clinic::OpenLine::Kind
    std::string subject;
    std::string place;
    std::string who;  ///< さくら, or the mother's name
    Message words;
    bool urgent = false;
    bool confirmed = false;
};
struct HandoverView {
    bool under_way = false;
    std::string giver;
    std::string receiver;
    Instant begun_at{};
    std::vector<HandoverLine> lines;
    std::optional<Instant> last_at;  ///< when the last one was finished
};

struct NightView {
    std::vector<NightTile> babies;
    std::vector<WithMother> with_mothers;
    std::vector<clinic::OnDuty> staff;
    std::string watcher;  ///< name; empty: nobody watches
    std::string watcher_id;
    int present = 0;             ///< on duty, the watcher counted
    int needed = 0;              ///< 0: no baby is in keeping
    std::vector<NextItem> next;  ///< soonest first
    clinic::WatchRules rules;
    HandoverView handover = {};
    std::string last_look_id;  ///< just recorded here: can be taken back
    std::string last_look_name;
    std::optional<Notice> notice;
    std::optional<Message> trouble;  ///< the watch could not be read: said on every screen
};

/// How loudly the house asks for a look, and for whom first. Empty `most_urgent`: nobody is due.
struct NightAlarm {
    clinic::Alarm alarm = clinic::Alarm::none;
    const NightTile* most_urgent = nullptr;
    int overdue = 0;  ///< babies that are due, or lie prone, or were not well
};
[[nodiscard]] NightAlarm night_alarm(const NightView& view, std::chrono::milliseconds now);
/// Due now, prone, or not well at the last look: the tile is red.
[[nodiscard]] bool asks_for_look(const NightTile& tile, std::chrono::milliseconds now);

}  // namespace sango::screens
