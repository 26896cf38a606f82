#pragma once

#include "kiosk/screens/intents.h"
#include "kiosk/screens/views.h"
#include "kiosk/ui/context.h"

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace sango::screens {

/// はじめての設定 in three steps: the clinic and its manager, her PIN twice, the papers printed and read
/// back.
///
/// Ids: first.step (the number of the step), first.name, first.id, first.manager, first.next, first.back;
/// first.pin (how many digits stand there), first.pad.<digit, erase>, first.pin_says; first.folder.N,
/// first.look, first.write, first.show.N, first.sheet.N, first.printed; first.read.N (chooses the sheet),
/// first.key.<sign>, first.erase, first.finish; notice.
struct FirstStartState {
    enum class Page { clinic, pin, print, read_back } page{};
    std::string name;
    std::string id;
    std::string manager;
    std::string pin;
    std::string again;
    enum class Slip { none, weak, differed } slip{};
    bool sent = false;  ///< the clinic is being made
    std::size_t folder = 0;
    int shown = -1;  ///< the sheet that is read on the screen
    std::array<std::string, 2> read;
    std::size_t reading = 0;  ///< the sheet whose row is typed
};

/// The whole screen beside the rail.
[[nodiscard]] std::vector<Intent> draw_first_start(ui::Context& ui, ui::Rect area, const FirstStartView& view,
                                                   FirstStartState& state);

}  // namespace sango::screens
