#include "kiosk/screens/reason_dialog.h"

#include "kiosk/screens/choice_row.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/dialog.h"
#include "kiosk/ui/text_field.h"
#include "shared/base/text.h"

#include <algorithm>
#include <vector>

namespace sango::screens {

bool reason_choices(ui::Context& ui, std::string_view id, const ui::Rect& at,
                    std::span<const std::string> common, int& chosen) {
    constexpr std::size_t kPerRow = 3;
    const std::size_t rows = (common.size() + kPerRow - 1) / kPerRow;
    if (rows == 0) return false;
    const auto lines = at.rows(rows, ui::kSmallGap);
    bool pressed = false;
    for (std::size_t r = 0; r < rows; ++r) {
        std::vector<std::string> ids;
        std::vector<ui::Choice> choices;
        const std::size_t first = r * kPerRow;
        const std::size_t end = std::min(common.size(), first + kPerRow);
        for (std::size_t i = first; i < end; ++i) ids.push_back(std::to_string(i));
        for (std::size_t i = first; i < end; ++i)
            choices.push_back({.id = ids[i - first], .words = common[i], .why_disabled = {}});
        const int here = chosen - static_cast<int>(first);
        const bool mine = here >= 0 && here < static_cast<int>(choices.size());
        const int now = choose_one(ui, id, lines[r], choices, mine ? here : -1);
        if (now < 0) continue;
        chosen = mine && now == here ? -1 : now + static_cast<int>(first);
        pressed = true;
    }
    return pressed;
}

std::optional<std::string> ask_reason(ui::Context& ui, std::string_view id, const ReasonWords& words,
                                      ReasonDraft& draft) {
    const std::size_t rows = (words.common.size() + 2) / 3;
    const float choices_height = static_cast<float>(rows) * (52 + ui::kSmallGap);
    const std::string typed(trim(draft.text));
    const bool given = draft.chosen >= 0 || !typed.empty();
    const std::string why = given ? "" : ui.tr("frame.reason_needed");
    const std::string cancel = ui.tr("frame.back");
    const ui::DialogWords dialog{.title = words.title,
                                 .sentence = words.sentence,
                                 .confirm = words.confirm,
                                 .cancel = cancel,
                                 .danger = true,
                                 .why_disabled = why};

    ui::Rect inside = ui::begin_dialog(ui, id, dialog, choices_height + 34 + 52, 760);
    const ui::Rect choices = inside.cut_top(choices_height - ui::kSmallGap, ui::kSmallGap + 34);
    reason_choices(ui, std::string(id) + ".reason", choices, words.common, draft.chosen);
    const std::string label = ui.tr("frame.reason_own_words");
    const auto event = ui::text_field(ui, std::string(id) + ".text", inside.cut_top(52), draft.text,
                                      {.label = label, .most = 600});
    if (event.changed) draft.chosen = -1;

    switch (ui::end_dialog(ui, id, dialog)) {
        case ui::Answer::none:
            return std::nullopt;
        case ui::Answer::cancelled:
            draft.open = false;
            return std::nullopt;
        case ui::Answer::confirmed:
            break;
    }
    draft.open = false;
    if (draft.chosen >= 0) return words.common[static_cast<std::size_t>(draft.chosen)];
    return typed;
}

}  // namespace sango::screens
