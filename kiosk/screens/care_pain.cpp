#include "kiosk/screens/care_parts.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/text.h"
#include "shared/clinic/note_words.h"

#include <fmt/format.h>

namespace sango::screens {
namespace {

constexpr int kWorst = 10;
constexpr float kPainGap = 8;
constexpr std::size_t kSiteColumns = 5;  // of sites

bool choose_site(ui::Context& ui, const ui::Rect& at, CareState& state) {
    bool chosen = false;
    const auto lines = at.rows(2, kPainGap);
    const auto place = [&](std::size_t i) {
        return lines[i / kSiteColumns].columns(kSiteColumns, kPainGap)[i % kSiteColumns];
    };
    for (std::size_t i = 0; i < clinic::kPainSites.size(); ++i) {
        const std::string site(clinic::kPainSites[i]);
        if (ui::button(ui, "care.pain.site." + site, place(i), ui.pick(clinic::pain_site(site)),
                       {.selected = state.draft.detail == site, .type = ui::Type::body})) {
            state.draft.detail = site;
            chosen = true;
        }
    }
    if (ui::button(ui, "care.pain.close", place(clinic::kPainSites.size()), ui.tr("frame.back"),
                   {.icon = ui::Icon::back, .type = ui::Type::body}))
        state.pad = CareState::Pad::kinds;
    return chosen;
}

bool choose_pain(ui::Context& ui, ui::Rect at, CareState& state) {
    bool chosen = false;
    const auto ends = at.cut_bottom(24).columns(2, 0);
    ui::text(ui, "", ends[0], ui.tr("care.pain_none"),
             {.type = ui::Type::small, .ink = ui.theme().quiet_ink});
    ui::text(ui, "", ends[1], ui.tr("care.pain_worst"),
             {.type = ui::Type::small, .ink = ui.theme().quiet_ink, .align = ui::Align::right});
    const auto places = at.columns(kWorst + 1, kPainGap);
    for (int i = 0; i <= kWorst; ++i)
        if (ui::button(ui, fmt::format("care.pain.{}", i), places[static_cast<std::size_t>(i)],
                       std::to_string(i), {.selected = state.draft.amount == i})) {
            state.draft.amount = i;
            chosen = true;
        }
    return chosen;
}

}  // namespace

void draw_pain(ui::Context& ui, const ui::Rect& at, const CareView& view, CareState& state,
               std::vector<Intent>& intents, Instant now) {
    ui::Rect inside = at;
    const bool number = choose_pain(ui, inside.cut_bottom(at.h * 0.38F + 12, kPainGap), state);
    const bool site = choose_site(ui, inside, state);
    if (!number && !site) return;
    state.draft.armed = true;
    if (state.correcting.empty() && !state.pending && missing(state.draft, now).empty())
        record_draft(view, state, intents, {}, now);
}

void draw_pain_chosen(ui::Context& ui, const ui::Rect& at, CareState& state) {
    const std::string site = state.draft.detail.empty() ? ui.tr("care.pain_where")
                                                        : ui.pick(clinic::pain_site(state.draft.detail));
    const std::string words =
        site + "  " +
        (state.draft.amount ? fmt::format("{}/{}", *state.draft.amount, kWorst) : std::string("—"));
    if (ui::button(ui, "care.pain.open", at, words, {.icon = ui::Icon::pain, .type = ui::Type::body}))
        state.pad = CareState::Pad::pain;
}

}  // namespace sango::screens
