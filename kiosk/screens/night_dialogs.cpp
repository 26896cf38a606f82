#include "kiosk/screens/night_parts.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/scroll.h"
#include "kiosk/ui/text.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::screens {
namespace {

constexpr float kPadding = 24;
constexpr float kTitle = 36;

void draw_close(ui::Context& ui, const ui::Rect& at, std::string_view id, NightState& state) {
    if (ui::button(ui, id, at, ui.tr("frame.close")) || ui.input().escape)
        state.open = NightState::Open::nothing;
}

}  // namespace

ui::Rect begin_panel(ui::Context& ui, std::string_view id, std::string_view title, float width,
                     float height) {
    ui.begin_layer();
    const ui::Rect whole = ui.area();
    ui::fill(ui, whole, ui.theme().shade);
    const float titles = std::max(kTitle, ui::text_height(ui, ui::Type::name, title, width - 2 * kPadding));
    const float all = height + titles + ui::kGap + 2 * kPadding;
    const float top = all <= whole.h - ui::kBar ? ui::kBar : 0;  // under an alarm, where there is room
    const ui::Rect place{whole.center().x - width / 2, std::max(top, whole.center().y - all / 2), width, all};
    (void)ui::card(ui, place);
    ui::Rect inside = place.inset(kPadding);
    ui::heading(ui, id, inside.cut_top(titles, ui::kGap), title);
    return inside;
}

void draw_take(ui::Context& ui, const NightView& view, NightState& state) {
    constexpr float kOne = 64;
    const float rows = std::clamp(static_cast<float>(view.with_mothers.size()), 1.0F, 7.0F);
    ui::Rect inside = begin_panel(ui, "night.take.title", ui.tr("night.take_whom"), 680,
                                  rows * kOne + ui::kGap + ui::kButton);
    draw_close(ui, inside.cut_bottom(ui::kButton, ui::kGap), "night.take.close", state);
    if (view.with_mothers.empty())
        ui::text(ui, "night.take.none", inside, ui.tr("night.take_none"), {.ink = ui.theme().quiet_ink});
    const float content = kOne * static_cast<float>(view.with_mothers.size());
    ui::Rect list = ui::begin_scroll(ui, "night.take.list", inside, content);
    for (std::size_t i = 0; i < view.with_mothers.size(); ++i) {
        const WithMother& baby = view.with_mothers[i];
        const std::string words = ui.tr("night.take_row", {baby.place, ui.pick(baby.name), baby.mother});
        ui::Rect place = list.cut_top(kOne);
        if (ui::row(ui, fmt::format("night.take.{}", i), place, words)) {
            state.open = NightState::Open::look;
            state.use_id = baby.use_id;
            state.child_id = baby.child_id;
            state.seen = {.posture = clinic::Posture::back,
                          .colour_good = true,
                          .breathing_calm = true,
                          .laid_down = true};
            state.round.clear();
        }
        const ui::Type type = ui::fit_text(ui, {ui::Type::large, ui::Type::body}, words, place.w);
        ui::text(ui, "", place, words, {.type = type, .middle = true});
    }
    ui::end_scroll(ui);
    ui.end_layer();
}

void draw_duty(ui::Context& ui, const NightView& view, NightState& state, std::vector<Intent>& intents) {
    constexpr float kOne = 60;
    const float note = ui::text_height(ui, ui::Type::body, ui.tr("night.duty_why"), 632);
    const float rows = std::clamp(static_cast<float>(view.staff.size()), 1.0F, 7.0F);
    ui::Rect inside = begin_panel(ui, "night.duty.title", ui.tr("night.duty_title"), 680,
                                  note + ui::kGap + rows * kOne + ui::kGap + ui::kButton);
    ui::text(ui, "", inside.cut_top(note, ui::kGap), ui.tr("night.duty_why"), {.ink = ui.theme().quiet_ink});
    draw_close(ui, inside.cut_bottom(ui::kButton, ui::kGap), "night.duty.close", state);
    ui::Rect list =
        ui::begin_scroll(ui, "night.duty.list", inside, kOne * static_cast<float>(view.staff.size()));
    for (std::size_t i = 0; i < view.staff.size(); ++i) {
        const clinic::OnDuty& person = view.staff[i];
        ui::Rect place = list.cut_top(kOne);
        const std::string words = person.watches ? ui.tr("night.watches_now", {person.name}) : person.name;
        bool present = person.present;
        if (ui::checkbox(ui, fmt::format("night.duty.{}", i), place, words, present,
                         person.watches ? ui.tr("night.watcher_is_here") : ""))
            intents.push_back(SetPresent{person.staff_id, present});
    }
    ui::end_scroll(ui);
    ui.end_layer();
}

void draw_receive(ui::Context& ui, const NightView& view, NightState& state, std::vector<Intent>& intents) {
    const auto chosen = std::ranges::find(view.staff, state.receiver, &clinic::OnDuty::staff_id);
    if (chosen == view.staff.end()) {
        constexpr float kOne = 64;
        const float rows = std::clamp(static_cast<float>(view.staff.size()), 1.0F, 7.0F);
        ui::Rect inside = begin_panel(ui, "night.receive.title", ui.tr("night.receive_who"), 680,
                                      rows * kOne + ui::kGap + ui::kButton);
        draw_close(ui, inside.cut_bottom(ui::kButton, ui::kGap), "night.receive.close", state);
        ui::Rect list =
            ui::begin_scroll(ui, "night.receive.list", inside, kOne * static_cast<float>(view.staff.size()));
        for (std::size_t i = 0; i < view.staff.size(); ++i) {
            const clinic::OnDuty& person = view.staff[i];
            const ui::Rect place = list.cut_top(kOne).inset(0, 4);
            const std::string why = person.watches ? ui.tr("night.watches_already") : "";
            if (ui::button(ui, fmt::format("night.receive.{}", i), place, person.name, {.why_disabled = why}))
                state.receiver = person.staff_id;
        }
        ui::end_scroll(ui);
        ui.end_layer();
        return;
    }
    std::string babies;
    for (const NightTile& tile : view.babies)
        babies += (babies.empty() ? "" : ui.tr("night.and")) + tile.place + " " + ui.pick(tile.name);
    const std::string title = ui.tr("night.receive_title", {chosen->name});
    const std::string sentence =
        view.babies.empty() ? ui.tr("night.receive_none")
                            : ui.tr("night.receive_sentence", {std::to_string(view.babies.size()), babies});
    const float height = ui::text_height(ui, ui::Type::body, sentence, 632);
    ui::Rect inside = begin_panel(ui, "night.receive", title, 680,
                                  height + ui::kGap + 2 * (ui::kBigButton + ui::kGap) + ui::kButton);
    ui::text(ui, "night.receive.sentence", inside.cut_top(height, ui::kGap), sentence);
    if (ui::button(ui, "night.receive.confirm", inside.cut_top(ui::kBigButton, ui::kGap),
                   ui.tr("night.receive_confirm"), {.kind = ui::ButtonKind::primary})) {
        intents.push_back(TakeWatch{state.receiver});
        state.open = NightState::Open::nothing;
    }
    if (ui::button(ui, "night.receive.whole", inside.cut_top(ui::kBigButton, ui::kGap),
                   ui.tr("night.receive_whole"))) {
        intents.push_back(BeginHandover{state.receiver});
        state.open = NightState::Open::handover;
    }
    draw_close(ui, inside.cut_top(ui::kButton), "night.receive.cancel", state);
    ui.end_layer();
}

}  // namespace sango::screens
