#pragma once

#include "kiosk/screens/intents.h"
#include "kiosk/screens/reason_dialog.h"
#include "kiosk/screens/views.h"
#include "kiosk/ui/context.h"
#include "kiosk/ui/picture.h"

#include <optional>
#include <string>
#include <vector>

namespace sango::screens {

/// 受付: from card to "please come in" in three taps: card shown, the infection question, 受付する.
///
/// Ids, left: checkin.scan (its text is what the camera says), checkin.number, checkin.name;
/// checkin.list.expected, checkin.list.house, checkin.expected.N, checkin.house.N,
/// checkin.unfinished.N.
/// Right, one of:
///   nobody      checkin.idle, checkin.register.open, checkin.code, checkin.code.next
///   number      checkin.number.field, checkin.number.hint, checkin.number.key.A ..., checkin.number.erase,
///               checkin.number.clear, checkin.number.ok, checkin.number.close
///   name        checkin.name.field, checkin.kana.ka ..., checkin.kana.voiced, .small, .long, .erase, .clear,
///               checkin.hit.N, checkin.name.none, checkin.name.close
///   her card    checkin.person, checkin.alert.<id>, checkin.service.<word>, checkin.days.less / .more (or
///               checkin.units), checkin.headline, checkin.subtitle, checkin.reason.<rule>,
///               checkin.reasons.more, checkin.infection.no / .yes, checkin.treatment.no / .yes,
///               checkin.allowance.<word>, checkin.balance, checkin.copay, checkin.stamp, checkin.forgotten,
///               checkin.lost (dialog checkin.lost.ask), checkin.missing, checkin.coupon (over it
///               checkin.coupon.ask, .code, .confirm, .cancel), checkin.coupon.seen, checkin.stamps.less /
///               .more, checkin.papers, checkin.cancel, checkin.no_show (dialog checkin.no_show.ask),
///               checkin.confirm, checkin.orientation.no / .yes
///   new here    checkin.register.<name, kana, phone, allergies, number, born>, .programme.<id>, .ok, .cancel
///   recorded    checkin.done, checkin.announced, checkin.undo (dialog checkin.undo.ask), checkin.care,
///               checkin.next
///   leaving     checkout.person, checkout.arrival.<word>, checkout.leaving.<word>, checkout.follow.no /
///   .yes,
///               checkout.copay, checkout.received, checkout.undo (dialog checkout.undo.ask), checkout.back,
///               checkout.confirm
///   has left    checkin.left, checkin.left.code, checkin.left.next
/// And notice, notice.dismiss.

/// What the camera gives this frame. Set by the program before the frame is drawn.
struct CameraView {
    const ui::Picture* picture = nullptr;  ///< lives until the frame is drawn; none: only the frame is shown
    std::optional<Message> note;           ///< why there is no picture, and what to do
};

/// Filled in by hand so far, where a mother is new here.
struct RegisterDraft {
    bool open = false;    ///< typed from nothing; a card opens the form by itself
    std::string card_of;  ///< the number the draft was begun for
    std::string name, kana, phone, allergies;
    std::string number;  ///< typed only
    std::string born;    ///< "2026-09-12", typed only
    int programme = -1;  ///< index into the programmes; a card brings its own
};

struct CheckOutDraft {
    std::string use_id;  ///< the draft is hers
    std::optional<clinic::Condition> on_arrival;
    std::optional<clinic::Condition> on_leaving;
    std::optional<bool> follow_up;
    bool received = false;
    bool slip = false;  ///< she wishes a slip (控え)
};

struct CheckInState {
    enum class Panel { person, number, name };
    Panel panel = Panel::person;
    bool shows_house = false;  ///< the list on the left: who is here, not who is expected
    std::string number;
    std::string name;
    bool no_show = false;      ///< asking whether to record that she did not come
    bool coupon_open = false;  ///< the clinic's code stands large before her phone
    bool lost_open = false;    ///< asking whether to report her card as lost
    int coupon_shown = 0;      ///< whose code, where several programmes have one
    bool all_reasons = false;  ///< also the rules that are fine and had no room
    RegisterDraft registration;
    CheckOutDraft check_out;
    ReasonDraft undo;
    CameraView camera;
    std::string subject;  ///< who the right side was about in the frame before
};

/// Draws the screen into `area`. `now` only dates what is shown.
[[nodiscard]] std::vector<Intent> draw_check_in(ui::Context& ui, ui::Rect area, const CheckInView& view,
                                                CheckInState& state, Instant now);

}  // namespace sango::screens
