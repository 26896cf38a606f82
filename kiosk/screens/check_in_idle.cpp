#include "kiosk/screens/check_in_parts.h"
#include "kiosk/screens/outcome.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/text.h"

#include <array>

namespace sango::screens {
namespace {

/// A user card as a shape: what is to be held up.
void draw_card_shape(ui::Context& ui, const ui::Rect& at) {
    const ui::Theme& theme = ui.theme();
    ui::fill(ui, at, theme.well, ui::kCardCorner);
    ui::Rect inside = at.inset(22);
    const ui::Rect code = inside.cut_right(inside.h, 24);
    // The three corners of a code and a few of its fields.
    const float unit = code.w / 9;
    const auto square = [&](float x, float y, float size) {
        return ui::Rect{code.x + x * unit, code.y + y * unit, size * unit, size * unit};
    };
    for (const ui::Point corner : {ui::Point{0, 0}, ui::Point{6, 0}, ui::Point{0, 6}}) {
        ui::outline(ui, square(corner.x, corner.y, 3), theme.quiet_ink, 3, 3);
        ui::fill(ui, square(corner.x + 1, corner.y + 1, 1), theme.quiet_ink, 1);
    }
    constexpr std::array<ui::Point, 12> kFields{{{4, 0},
                                                 {4, 2},
                                                 {3.5F, 4},
                                                 {5, 4},
                                                 {6.5F, 4},
                                                 {8, 4},
                                                 {4, 6},
                                                 {5.5F, 5.5F},
                                                 {7, 6},
                                                 {4, 8},
                                                 {6, 8},
                                                 {8, 7.5F}}};
    for (const ui::Point field : kFields) ui::fill(ui, square(field.x, field.y, 0.9F), theme.quiet_ink, 1);
    ui::fill(ui, {inside.x, inside.y + 4, inside.w * 0.75F, 14}, theme.accent, 7);
    ui::fill(ui, {inside.x, inside.y + 34, inside.w, 8}, theme.line, 4);
    ui::fill(ui, {inside.x, inside.y + 54, inside.w * 0.8F, 8}, theme.line, 4);
}

/// The clinic's own code, for phones with an e-coupon; a switch where several municipalities have one.
void draw_coupon_code(ui::Context& ui, ui::Rect at, const CheckInView& view, CheckInState& state) {
    const int count = static_cast<int>(view.coupon_codes.size());
    const int shown = state.coupon_shown < count ? state.coupon_shown : 0;
    const CouponCode& code = view.coupon_codes[static_cast<std::size_t>(shown)];
    const std::string words = ui.tr("checkin.code_for", {ui.pick(code.name)});
    if (count > 1 && ui::button(ui, "checkin.code.next", at.cut_bottom(ui::kTarget), words,
                                {.icon = ui::Icon::forward, .type = ui::Type::small}))
        state.coupon_shown = (shown + 1) % count;
    else if (count == 1)
        ui::text(ui, "", at.cut_bottom(32), words,
                 {.type = ui::Type::small, .ink = {}, .align = ui::Align::center, .middle = true});
    draw_code(ui, "checkin.code", at, code.code, words);
}

}  // namespace

void draw_nobody(ui::Context& ui, const ui::Rect& at, const CheckInView& view, CheckInState& state) {
    ui::Rect inside = ui::card(ui, at);
    const ui::Rect foot = inside.cut_bottom(ui::kButton);
    const ui::Point middle = inside.center();
    if (view.coupon_codes.empty()) {
        draw_card_shape(ui, {middle.x - 140, middle.y - 170, 280, 164});
    } else {
        draw_card_shape(ui, {middle.x - 336, middle.y - 150, 280, 164});
        draw_coupon_code(ui, {middle.x + 36, middle.y - 220, 300, 262}, view, state);
    }
    const float down = view.coupon_codes.empty() ? 30.0F : 62.0F;
    ui::Rect words{inside.x, middle.y + down, inside.w, inside.bottom() - middle.y - down};
    words = words.inset(40, 0);
    const std::string title = ui.tr("checkin.idle_title");
    ui::text(ui, "checkin.idle", words.cut_top(36, 12), title,
             {.type = ui::Type::name, .ink = {}, .align = ui::Align::center, .role = ui::Role::heading});
    ui::text(ui, "", words, ui.tr("checkin.idle_how"),
             {.type = ui::Type::body, .ink = ui.theme().quiet_ink, .align = ui::Align::center});
    if (view.programmes.empty()) return;
    const std::string first_time = ui.tr("checkin.register_open");
    const float width = ui::text_width(ui, ui::Type::body, first_time) + 80;
    if (ui::button(ui, "checkin.register.open", {foot.center().x - width / 2, foot.y, width, foot.h},
                   first_time, {.icon = ui::Icon::plus, .type = ui::Type::body})) {
        state.registration = {};
        state.registration.open = true;
    }
}

void draw_done(ui::Context& ui, const ui::Rect& at, const DoneView& done, CheckInState& state,
               Intents& intents) {
    ui::Rect area = at;
    ui::Rect buttons = area.cut_bottom(ui::kBigButton, ui::kGap);
    ui::Rect inside = ui::card(ui, area);

    // Taking back stands apart from what moves on.
    const ui::Rect top = inside.cut_top(ui::kButton);
    const std::string undo = ui.tr("checkin.undo");
    const float undo_width = ui::text_width(ui, ui::Type::body, undo) + 76;
    ui::Rect right = top;
    if (ui::button(ui, "checkin.undo", right.cut_right(undo_width), undo,
                   {.icon = ui::Icon::undo, .type = ui::Type::body}))
        state.undo.begin();

    const float name_height = ui::text_height(ui, ui::Type::name, done.name, inside.w - 80);
    const float block = 120 + 24 + name_height + 8 + 36 + 28 + 24 + 48 + 20 + ui::kChip;
    ui::Rect middle{inside.x + 40, inside.center().y - block / 2 - 20, inside.w - 80, block};
    ui::outcome_mark(ui, "", middle.cut_top(120, 24), ui::Outcome::yes, 120, "");
    const ui::TextLook centred{.type = ui::Type::name, .ink = {}, .align = ui::Align::center};
    ui::text(ui, "", middle.cut_top(name_height, 8), done.name, centred);
    ui::TextLook heading = centred;
    heading.role = ui::Role::heading;
    ui::text(ui, "checkin.done", middle.cut_top(36), ui.tr("checkin.done_title"), heading);
    ui::text(ui, "", middle.cut_top(28, 24), ui.pick(done.service),
             {.type = ui::Type::body, .ink = ui.theme().quiet_ink, .align = ui::Align::center});
    ui::text(ui, "checkin.copay", middle.cut_top(48, 20), money_text(ui, done.copay),
             {.type = ui::Type::money, .ink = {}, .align = ui::Align::center});
    const std::string told = ui.tr(done.announced ? "checkin.announced" : "checkin.not_announced");
    const ui::ChipLook chip{.tone = done.announced ? ui::Tone::good : ui::Tone::warn,
                            .icon = done.announced ? ui::Icon::cloud : ui::Icon::clock,
                            .mark = {}};
    const float chip_width = ui::chip_width(ui, told, chip);
    ui::chip(ui, "checkin.announced",
             {middle.center().x - chip_width / 2, middle.y, chip_width + 1, ui::kChip}, told, chip);

    if (ui::button(ui, "checkin.care", buttons.cut_left(240, ui::kGap), ui.tr("checkin.to_care"),
                   {.icon = ui::Icon::care}))
        intents.push_back(ChoosePair{done.use_id});
    if (ui::button(ui, "checkin.slip", buttons.cut_left(220, ui::kGap), ui.tr("checkin.slip"),
                   {.icon = ui::Icon::document}))
        intents.push_back(PrintSlip{done.use_id, ui.language == ui::Language::en});
    if (ui::button(ui, "checkin.next", buttons, ui.tr("checkin.next"), {.kind = ui::ButtonKind::primary}))
        intents.push_back(LeaveCheckIn{});
}

void draw_undo_dialog(ui::Context& ui, std::string_view id, std::string_view name, const std::string& use_id,
                      CheckInState& state, Intents& intents) {
    const std::array<std::string, 6> common{
        ui.tr("checkin.undo_wrong_person"), ui.tr("checkin.undo_wrong_service"),
        ui.tr("checkin.undo_unwell"),       ui.tr("checkin.undo_went_home"),
        ui.tr("checkin.undo_wrong_card"),   ui.tr("checkin.undo_mistake")};
    const ReasonWords words{.title = ui.tr("checkin.undo_title"),
                            .sentence = ui.tr("checkin.undo_sentence", {name}),
                            .confirm = ui.tr("checkin.undo_confirm"),
                            .common = common};
    if (const auto reason = ask_reason(ui, id, words, state.undo))
        intents.push_back(UndoCheckIn{use_id, *reason});
}

}  // namespace sango::screens
