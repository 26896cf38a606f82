#pragma once

#include "kiosk/screens/intents.h"
#include "kiosk/screens/views.h"
#include "kiosk/ui/context.h"

#include <map>
#include <string>
#include <vector>

namespace sango::screens {

/// 安全: a near miss in under a minute, an incident with the national form, what is due and whom to call.
///
/// Ids: safety.new (ヒヤリ・ハットなどを記録), safety.all, safety.row.N, safety.none; the new one:
/// safety.class.<word>, safety.who.N, safety.ago.<minutes>, safety.words, safety.record, safety.cancel; an
/// open one: safety.back, safety.tab.<what, form, report>, safety.regrade.<word>, safety.event.words,
/// safety.event.add, safety.event.N, safety.event.N.retract, safety.section.N, safety.field.<key>,
/// safety.field.<key>.yes / .no, safety.call.N, safety.told, safety.consent.<given, refused, not_asked>,
/// safety.report, safety.print, safety.file.path, safety.attach, safety.close.
struct SafetyState {
    enum class Tab { what, form, report };

    bool writing = false;  ///< a new one
    std::string gravity = "near_miss";
    int who = -1;  ///< index into people
    int minutes_ago = 0;
    std::string words;
    std::uint64_t saved = 0;  ///< SafetyView::saved when it was handed over

    Tab tab = Tab::what;
    int section = 0;
    std::string event_words;
    std::string consent;
    std::string file_path;
    std::string shown;                                       ///< the open incident the drafts below belong to
    std::map<std::string, std::string, std::less<>> drafts;  ///< form fields as typed and not yet kept
};

[[nodiscard]] std::vector<Intent> draw_safety(ui::Context& ui, ui::Rect area, const SafetyView& view,
                                              SafetyState& state, Instant now);

}  // namespace sango::screens
