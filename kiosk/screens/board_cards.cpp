#include "kiosk/screens/board_parts.h"
#include "kiosk/screens/outcome.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/scroll.h"
#include "kiosk/ui/text.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace sango::screens {
namespace {

using clinic::PlaceKind;
using programme::Outcome;

std::string moment_text(const ui::Context& ui, Instant at) {
    return short_date(ui, japan_date(at)) + " " + time_text(at);
}

std::string when_text(const ui::Context& ui, const clinic::BookingDraft& draft, PlaceKind kind) {
    std::string text = short_date(ui, draft.first_day);
    if (draft.days > 1)
        text += (ui.language == ui::Language::ja ? "〜" : "–") +
                short_date(ui, draft.first_day + std::chrono::days(draft.days - 1));
    if (kind == PlaceKind::bed) return text + " " + days_text(ui, draft.days, kind);
    if (draft.starts_at) {
        text += " " + clock_text(*draft.starts_at);
        if (draft.minutes) text += "–" + clock_text(std::min(1'439, *draft.starts_at + *draft.minutes));
    }
    return text;
}

/// A dot of the municipality's colour, her name, her municipality.
void draw_who(ui::Context& ui, ui::Rect at, std::string_view name, const Message& town,
              std::uint32_t colour) {
    ui::fill(ui, {at.x, at.center().y - 6, 12, 12}, municipality_shape(ui, colour), 6);
    at.cut_left(22);
    const float width = std::min(at.w, ui::text_width(ui, ui::Type::name, name) + 8);
    ui::text(ui, "board.who", at.cut_left(width, 8), name,
             {.type = ui::fit_text(ui, {ui::Type::name, ui::Type::strong}, name, width + 4),
              .middle = true,
              .role = ui::Role::heading});
    if (at.w > 40)
        ui::text(ui, "", at, ui.pick(town),
                 {.type = ui::Type::small, .ink = ui.theme().quiet_ink, .middle = true});
}

void choose_service(ui::Context& ui, const ui::Rect& at, const BoardCandidate& who, Intents& intents) {
    std::vector<std::string> words;
    std::vector<std::string> ids;
    for (const BoardService& service : who.services) {
        words.push_back(ui.pick(service.name));
        ids.emplace_back(programme::word(service.service));
    }
    std::vector<ui::Choice> choices;
    int selected = -1;
    for (std::size_t i = 0; i < words.size(); ++i) {
        choices.push_back({ids[i], words[i]});
        if (who.services[i].service == who.draft.service) selected = static_cast<int>(i);
    }
    const int pressed = quiet_choice(ui, "board.service", at, choices, selected);
    if (pressed >= 0 && pressed != selected)
        intents.push_back(SetBookingService{who.services[static_cast<std::size_t>(pressed)].service});
}

/// ○ 残り 7日 → 3日, 14,000円, 取消は11月28日 10:00 まで; or why not.
void draw_answer(ui::Context& ui, ui::Rect at, const BoardAnswer& answer) {
    const bool refused = answer.outcome == Outcome::refuse;
    if (!answer.why.ja.empty() && (refused || answer.outcome == Outcome::ask)) {
        const ui::Tone tone = refused ? ui::Tone::bad : ui::Tone::warn;
        ui::outcome_mark(ui, "board.mark", at.cut_left(30, 10), mark_of(answer.outcome), 28,
                         ui.tr(refused ? "board.no" : "board.ask"));
        const std::string& why = ui.pick(answer.why);
        const ui::Type type = ui::fit_text(ui, {ui::Type::body, ui::Type::small}, why, at.w, refused ? 2 : 1);
        const float height = ui::text_height(ui, type, why, at.w);
        ui::text(ui, "board.why", refused ? at : at.cut_top(height, 4), why,
                 {.type = type, .ink = ui::ink_of(ui.theme(), tone), .middle = refused});
        if (refused) return;
    }
    if (answer.before && answer.after) {
        const std::string counter = ui.pick(answer.counter);
        const std::string left =
            ui.tr("board.left", {std::to_string(*answer.before), std::to_string(*answer.after), counter});
        const ui::ChipLook look{.tone = answer.outcome == Outcome::accept ? ui::Tone::good : ui::Tone::warn,
                                .mark = mark_of(answer.outcome)};
        const float width = ui::chip_width(ui, left, look);
        ui::chip(ui, "board.answer", at.cut_left(width, 14), left, look);
    }
    if (answer.copay) {
        const std::string money = money_text(ui, *answer.copay);
        const float width = ui::text_width(ui, ui::Type::name, money) + 4;
        ui::text(ui, "board.copay", at.cut_left(width, 14), money, {.type = ui::Type::name, .middle = true});
    }
    if (answer.cancel_by) {
        const std::string until = ui.tr("board.cancel_by", {moment_text(ui, *answer.cancel_by)});
        ui::text(ui, "board.cancel_by", at, until,
                 {.type = ui::fit_text(ui, {ui::Type::body, ui::Type::small, ui::Type::source}, until, at.w),
                  .middle = true});
    }
}

bool same_place(const clinic::BookingDraft& a, const clinic::BookingDraft& b) {
    return a.place_no == b.place_no && a.first_day == b.first_day && a.days == b.days &&
           a.service == b.service && a.starts_at == b.starts_at && a.minutes == b.minutes;
}

void draw_candidate(ui::Context& ui, ui::Rect at, const BoardView& view, BoardState& state,
                    Intents& intents) {
    const BoardCandidate& who = *view.candidate;
    ui::Rect first = at.cut_top(52, 8);
    const PlaceKind kind = clinic::place_kind_of(who.draft.service).value_or(PlaceKind::bed);
    if (ui::button(ui, "board.leave", first.cut_right(92, 10), ui.tr("board.leave"),
                   {.type = ui::Type::body}))
        intents.push_back(LeaveBooking{});
    if (who.waits && state.ghost.placed) {
        if (ui::button(ui, "board.offer", first.cut_right(92, 10), ui.tr("board.offer"),
                       {.type = ui::Type::body}))
            intents.push_back(OfferBooking{state.ghost.draft});
    } else if (!who.moves && !who.waits && !state.ghost.placed) {
        if (ui::button(ui, "board.wait", first.cut_right(92, 10), ui.tr("board.wait"),
                       {.type = ui::Type::body}))
            intents.push_back(LetWait{state.ghost.draft});
    }
    if (kind == PlaceKind::bed) {
        int days = state.ghost.draft.days;
        if (ui::stepper(ui, "board.days", first.cut_right(176, 12), days,
                        {.least = 1, .most = 60, .unit = ui.tr("board.day_unit")}))
            state.ghost.draft.days = days;
    }
    if (who.services.size() > 1 && !who.moves && !who.waits) {
        const float each = 78;
        choose_service(ui, first.cut_right(each * static_cast<float>(who.services.size()), 12), who, intents);
    }
    draw_who(ui, first, who.name, who.town, who.colour);
    if (!state.ghost.placed) {
        ui::text(ui, "board.how", at, ui.tr("board.how"), {.ink = ui.theme().quiet_ink, .middle = true});
        return;
    }
    const std::string when = when_text(ui, state.ghost.draft, kind);
    const ui::Type type = ui::fit_text(ui, {ui::Type::strong, ui::Type::small}, when, 270, 2);
    const float width = std::min(270.0F, ui::text_width(ui, type, when) + 6);
    ui::text(ui, "board.when", at.cut_left(width, 14), when, {.type = type, .middle = true});
    if (view.answer && same_place(view.answer->draft, state.ghost.draft))
        draw_answer(ui, at, *view.answer);
    else
        ui::text(ui, "", at, ui.tr("board.judging"), {.ink = ui.theme().quiet_ink, .middle = true});
}

void draw_chosen(ui::Context& ui, ui::Rect at, const BoardView& view, BoardState& state, Intents& intents) {
    const BoardChosen& chosen = *view.chosen;
    ui::Rect first = at.cut_top(52, 8);
    if (ui::button(ui, "board.chosen.close", first.cut_right(92, 10), ui.tr("board.close"),
                   {.type = ui::Type::body}))
        intents.push_back(LeaveBooking{});
    if (chosen.may_miss && ui::button(ui, "board.chosen.missed", first.cut_right(112, 10),
                                      ui.tr("board.missed"), {.type = ui::Type::body}))
        intents.push_back(DidNotCome{chosen.booking_id});
    if (chosen.may_cancel && ui::button(ui, "board.chosen.cancel", first.cut_right(92, 10),
                                        ui.tr("board.cancel"), {.type = ui::Type::body})) {
        state.cancelling = chosen.booking_id;
        state.cancel.begin();
    }
    if (chosen.may_move && ui::button(ui, "board.chosen.move", first.cut_right(92, 10), ui.tr("board.change"),
                                      {.type = ui::Type::body}))
        intents.push_back(BeginBooking{chosen.mother_id, chosen.booking_id});
    draw_who(ui, first, chosen.name, chosen.town, chosen.colour);
    const std::string words =
        fmt::format("{}  {}  {}", ui.pick(chosen.when), chosen.place, ui.pick(chosen.service));
    const std::string state_words = ui.pick(chosen.state);
    ui::chip(ui, "board.chosen.state", at.cut_left(ui::chip_width(ui, state_words), 14), state_words);
    const std::string until =
        chosen.cancel_by ? ui.tr("board.cancel_by", {moment_text(ui, *chosen.cancel_by)}) : std::string();
    const std::string all = until.empty() ? words : words + "  " + until;
    ui::text(ui, "board.chosen", at, all,
             {.type = ui::fit_text(ui, {ui::Type::body, ui::Type::small}, all, at.w), .middle = true});
}

}  // namespace

void draw_board_card(ui::Context& ui, const ui::Rect& place, const BoardView& view, BoardState& state,
                     Intents& intents) {
    ui::Rect at = ui::card(ui, place);
    if (view.candidate) return draw_candidate(ui, at, view, state, intents);
    if (view.chosen) return draw_chosen(ui, at, view, state, intents);
    ui::caption(ui, "", at.cut_top(28, 4), ui.tr("board.today_caption"));
    ui::text(ui, "board.today_line", at.cut_top(36, 4), ui.pick(view.today_line),
             {.type = ui::fit_text(ui, {ui::Type::name, ui::Type::strong}, ui.pick(view.today_line), at.w)});
    ui::text(ui, "", at, ui.tr("board.hint"), {.type = ui::Type::small, .ink = ui.theme().quiet_ink});
}

void draw_board_waiting(ui::Context& ui, const ui::Rect& place, const BoardView& view, Intents& intents) {
    ui::Rect at = ui::card(ui, place);
    ui::caption(ui, "board.waiting", at.cut_top(26, 2),
                ui.tr("board.waiting", {std::to_string(view.waiting.size())}));
    if (view.waiting.empty()) {
        ui::text(ui, "", at, ui.tr("board.nobody_waits"),
                 {.type = ui::Type::small, .ink = ui.theme().quiet_ink});
        return;
    }
    const float content = 48 * static_cast<float>(view.waiting.size());
    ui::Rect rows = ui::begin_scroll(ui, "board.waiting_rows", at, content);
    for (std::size_t i = 0; i < view.waiting.size(); ++i) {
        const BoardWaiting& one = view.waiting[i];
        ui::Rect row = rows.cut_top(48);
        const std::string rank = i < 20 ? fmt::format("{}", i + 1) : "";
        const std::string wish = one.offered_until
                                     ? ui.tr("board.offered_until", {moment_text(ui, *one.offered_until)})
                                     : ui.pick(one.wish);
        if (ui::row(ui, fmt::format("board.waiting.{}", i), row,
                    fmt::format("{} {} {}", rank, one.name, wish),
                    view.candidate && view.candidate->draft.booking_id == one.booking_id))
            intents.push_back(BeginBooking{one.mother_id, one.booking_id});
        ui::Rect inside{row.x + 2, row.y, row.w - 14, row.h};
        ui::text(ui, "", inside.cut_left(24, 4), rank,
                 {.type = ui::Type::strong, .ink = ui.theme().quiet_ink, .middle = true});
        const float wish_width = std::min(inside.w * 0.55F, ui::text_width(ui, ui::Type::source, wish) + 2);
        ui::text(ui, "", inside.cut_right(wish_width, 6), wish,
                 {.type = ui::Type::source,
                  .ink = ui.theme().quiet_ink,
                  .align = ui::Align::right,
                  .middle = true});
        ui::text(ui, "", inside, one.name,
                 {.type = ui::fit_text(ui, {ui::Type::body, ui::Type::small, ui::Type::source}, one.name,
                                       inside.w),
                  .middle = true});
    }
    ui::end_scroll(ui);
}

void draw_cancel_dialog(ui::Context& ui, const BoardView& view, BoardState& state, Intents& intents) {
    if (!view.chosen || view.chosen->booking_id != state.cancelling) {
        state.cancel.open = false;
        return;
    }
    const std::array<std::string, 4> common{ui.tr("board.reason_ill"), ui.tr("board.reason_plans"),
                                            ui.tr("board.reason_family"), ui.tr("board.reason_clinic")};
    const ReasonWords words{ui.tr("board.cancel_title"), ui.pick(view.chosen->cancel_sentence),
                            ui.tr("board.cancel_confirm"), common};
    if (const auto reason = ask_reason(ui, "board.cancel", words, state.cancel))
        intents.push_back(CancelBooking{state.cancelling, *reason});
}

}  // namespace sango::screens
