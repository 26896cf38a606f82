#pragma once

#include "shared/clinic/clinic.h"
#include "shared/clinic/watch_rules.h"

#include <optional>
#include <string>
#include <vector>

namespace sango::clinic {

/// 見守り. A baby in the staff's keeping (預かり) is looked at again and again until it is given back to its
/// mother. One named person watches; nothing but a look ends an alarm.

/// What was seen. colour and breathing: true is as it should be.
struct Seen {
    Posture posture = Posture::back;
    bool colour_good = true;
    bool breathing_calm = true;
    bool laid_down = false;  ///< 寝かせた: closer watch begins with this look

    bool operator==(const Seen&) const = default;
};

/// Comes into keeping with a first look. Errors: not_found (no such use, or undone, or she has left),
/// wrong_child, no_watcher (nobody has said that she watches), kept_already.
[[nodiscard]] Result<std::string> take_into_keeping(Clinic& clinic, std::string_view use_id,
                                                    std::string_view child_id, const Seen& first);
/// Back to its mother (お母さんへ). Error: not_kept.
[[nodiscard]] Result<Done> give_back(Clinic& clinic, std::string_view child_id);

/// A look, now. Returns its id. Error: not_kept.
[[nodiscard]] Result<std::string> record_look(Clinic& clinic, std::string_view child_id, const Seen& seen);
/// The look was another baby's: it counts no more, and the one before does. Errors: not_found, superseded,
/// no_reason.
[[nodiscard]] Result<Done> retract_look(Clinic& clinic, std::string_view look_id, std::string_view reason);

/// The word of who watches from now on; of a handover, the receiver's. Errors: not_found (of the staff),
/// already_watches.
[[nodiscard]] Result<Done> take_watch(Clinic& clinic, std::string_view staff_id);
/// Nobody watches any more. Error: babies_kept while a baby is in keeping.
[[nodiscard]] Result<Done> end_watch(Clinic& clinic);
/// On duty beside the watch, or gone. Error: not_found.
[[nodiscard]] Result<Done> set_present(Clinic& clinic, std::string_view staff_id, bool present);

/// A baby's own interval, never longer than the clinic's for its age; none: the clinic's. Error:
/// bad_interval.
[[nodiscard]] Result<Done> set_baby_interval(Clinic& clinic, std::string_view child_id,
                                             std::optional<std::chrono::seconds> every);

struct WatchedBaby {
    std::string use_id;
    std::string child_id;
    std::string mother_id;
    std::string place;
    std::string name;  ///< may be empty
    std::string mother_name;
    std::optional<Date> born;
    std::string look_id;
    Seen seen;
    Instant observed_at{};  ///< of the last look, by the wall clock
    std::string looked_by;  ///< name
    Watching watching;      ///< on the steady scale of clinic.clock
    bool fed_last = false;  ///< what began the closer watch: a feed, else laying down
    std::chrono::milliseconds due{};
};
struct OnDuty {
    std::string staff_id;
    std::string name;
    bool present = false;
    bool watches = false;
};
struct WatchBoard {
    std::vector<WatchedBaby> babies;  ///< by place, then in order of birth
    std::vector<OnDuty> staff;        ///< everyone of the staff
    std::optional<OnDuty> watcher;
    int present = 0;  ///< on duty, the watcher counted
    int needed = 0;   ///< 0 while no baby is in keeping
};
/// A baby stays on the board until it is given back or its mother has checked out, also past the stay's last
/// day. After a restart of the machine every interval goes on from the last look as the wall clock has it; a
/// look that lies in the future of the wall clock is taken as long ago, so that the baby is looked at at
/// once.
[[nodiscard]] Result<WatchBoard> watch_board(const Clinic& clinic);

}  // namespace sango::clinic
