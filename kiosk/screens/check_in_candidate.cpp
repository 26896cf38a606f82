#include "kiosk/screens/check_in_parts.h"
#include "kiosk/screens/choice_row.h"
#include "kiosk/screens/outcome.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/dialog.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/text.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::screens {
namespace {

constexpr float kInside = ui::kGap;
constexpr float kStepper = 222;  // − 3 日 +
constexpr float kBetweenServices = 12;
constexpr float kWordsInService = 6;

std::string alert_words(const ui::Context& ui, const AlertChip& alert) {
    return alert.acknowledged ? ui.tr("checkin.alert_seen", {ui.pick(alert.text)})
                              : ui.tr("checkin.alert_open", {ui.pick(alert.text)});
}

ui::ChipLook alert_look(const AlertChip& alert) {
    return {.tone = alert.acknowledged ? ui::Tone::neutral : ui::Tone::warn,
            .icon = alert.acknowledged ? ui::Icon::check : ui::Icon::alert,
            .mark = {}};
}

float alerts_width(ui::Context& ui, const CandidateView& who) {
    float width = 0;
    for (const AlertChip& alert : who.alerts)
        width = std::max(width, ui::chip_width(ui, alert_words(ui, alert), alert_look(alert)));
    return std::min(width, 340.0F);
}

void draw_alert(ui::Context& ui, const ui::Rect& at, const AlertChip& alert, const std::string& words,
                Intents& intents) {
    const std::string id = "checkin.alert." + alert.id;
    if (alert.acknowledged)
        ui::chip(ui, id, at, words, alert_look(alert), true);
    else if (ui::chip_button(ui, id, at, words, alert_look(alert), true))
        intents.push_back(AcknowledgeAlert{alert.id});
}

/// "やまだ はなこ・練馬区 N-4821-7".
std::string about(const ui::Context& ui, const CandidateView& who) {
    const std::string number = ui.pick(who.programme) + " " + who.user_number;
    return who.kana.empty() ? number : who.kana + ui.tr("checkin.dot") + number;
}

std::string child_words(const ui::Context& ui, const ChildLine& child) {
    const std::string name = child.name.empty() ? ui.tr("checkin.baby") : child.name;
    return child.age.ja.empty() ? name : name + "  " + ui.pick(child.age);
}

std::string shown_name(const CandidateView& who) {
    return who.name.empty() ? who.user_number : who.name;
}

constexpr float kAlertGap = 12;

/// Where what stands. One alert is beside the words; several stand in lines of their own below them.
struct Header {
    float words_width = 0;
    float name_height = 0;
    bool about_beside = false;  ///< the small line stands beside the name
    float about_height = 0;
    std::vector<std::string> children;  ///< twins of one age share a line
    std::vector<float> child_heights;
    float words_height = 0;
    float alerts_height = 0;
    float height = 0;
};

std::vector<std::string> child_lines(const ui::Context& ui, const CandidateView& who) {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < who.children.size(); ++i) {
        const ChildLine& child = who.children[i];
        const bool as_before = i > 0 && who.children[i - 1].age == child.age && !child.name.empty();
        if (!as_before) {
            lines.push_back(child_words(ui, child));
            continue;
        }
        const std::string& name = who.children[i - 1].name;
        const std::size_t at = lines.back().find(name);
        if (name.empty() || at == std::string::npos)
            lines.push_back(child_words(ui, child));
        else
            lines.back().insert(at + name.size(), ui.tr("checkin.dot") + child.name);
    }
    return lines;
}

/// Lays the alerts out from the left, line by line; returns the height they take. Draws if `intents` is
/// given.
float flow_alerts(ui::Context& ui, const ui::Rect& at, const CandidateView& who, Intents* intents) {
    ui::Rect line{at.x, at.y, at.w, ui::kTarget};
    float height = ui::kTarget;
    for (const AlertChip& alert : who.alerts) {
        const std::string words = alert_words(ui, alert);
        const float width = std::min(ui::chip_width(ui, words, alert_look(alert)), at.w);
        if (line.w < width) {
            line = {at.x, line.y + ui::kTarget, at.w, ui::kTarget};
            height += ui::kTarget;
        }
        const ui::Rect place = line.cut_left(width + 1, kAlertGap);
        if (intents != nullptr) draw_alert(ui, place, alert, words, *intents);
    }
    return height;
}

Header measure(ui::Context& ui, const CandidateView& who, float width) {
    Header header;
    const bool beside = who.alerts.size() == 1;
    header.words_width = width - 2 * kInside - (beside ? alerts_width(ui, who) + ui::kGap : 0);
    const float name = ui::text_width(ui, ui::Type::name, shown_name(who));
    const float about_width = ui::text_width(ui, ui::Type::small, about(ui, who));
    header.about_beside = name + 14 + 18 + about_width + 1 <= header.words_width;
    header.name_height = ui::text_height(ui, ui::Type::name, shown_name(who), header.words_width);
    header.about_height = ui::text_height(ui, ui::Type::small, about(ui, who), header.words_width - 18);
    header.words_height = header.name_height + (header.about_beside ? 0 : header.about_height);
    header.children = child_lines(ui, who);
    for (const std::string& child : header.children) {
        header.child_heights.push_back(ui::text_height(ui, ui::Type::body, child, header.words_width));
        header.words_height += header.child_heights.back();
    }
    if (who.alerts.size() > 1)
        header.alerts_height = flow_alerts(ui, {0, 0, width - 2 * kInside, 0}, who, nullptr);
    const float inside = header.words_height + header.alerts_height;
    header.height =
        std::max(inside, beside ? ui::kTarget : 0.0F) + 2 * 14 - (header.alerts_height > 0 ? 6 : 0);
    return header;
}

void draw_header(ui::Context& ui, ui::Rect at, const CandidateView& who, const Header& header,
                 Intents& intents) {
    ui::card(ui, at);
    at = at.inset(kInside, 14);
    if (who.alerts.size() == 1) {
        const AlertChip& alert = who.alerts.front();
        draw_alert(ui, at.cut_right(alerts_width(ui, who), ui::kGap), alert, alert_words(ui, alert), intents);
        at.y += (at.h - header.words_height) / 2;
    } else if (header.alerts_height > 0) {
        flow_alerts(ui, {at.x, at.y + header.words_height, at.w, header.alerts_height}, who, &intents);
    }

    const std::string name = shown_name(who);
    ui::Rect first = at.cut_top(header.name_height);
    const float name_width = header.about_beside ? ui::text_width(ui, ui::Type::name, name) + 1 : first.w;
    ui::text(ui, "checkin.person", first.cut_left(name_width, 14), name,
             {.type = ui::Type::name, .ink = {}, .role = ui::Role::heading});
    ui::Rect small = header.about_beside ? first : at.cut_top(header.about_height);
    // The municipality's colour stands beside its name wherever it is spoken of.
    ui::fill(ui, {small.x, small.center().y - 5, 10, 10}, municipality_shape(ui, who.colour), 5);
    small.cut_left(18);
    ui::text(ui, "checkin.about", small, about(ui, who),
             {.type = ui::Type::small, .ink = ui.theme().quiet_ink, .middle = true});
    for (std::size_t i = 0; i < header.children.size(); ++i)
        ui::text(ui, fmt::format("checkin.child.{}", i), at.cut_top(header.child_heights[i]),
                 header.children[i]);
}

/// How many of the services stand in the first row: all that can be read there on one line each, or the
/// mother's own; a sibling's then stand in a row of their own.
std::size_t services_in_first_row(ui::Context& ui, const CandidateView& who, float width) {
    const auto count = static_cast<float>(who.services.size());
    const float room = width - (who.shows_stepper ? kStepper + ui::kGap : 0);
    const float each = (room - (count - 1) * kBetweenServices) / count - 2 * kWordsInService;
    const bool fit = std::ranges::all_of(who.services, [&](const ServiceChoice& service) {
        return ui::text_width(ui, ui::Type::small, ui.pick(service.name)) <= each;
    });
    constexpr std::size_t kOwn = 3;  // short stay, day care, outreach
    return fit ? who.services.size() : std::min(kOwn, who.services.size());
}

void draw_services(ui::Context& ui, const ui::Rect& at, const CandidateView& who, std::size_t first,
                   std::size_t count, Intents& intents) {
    std::vector<ui::Choice> choices;
    int selected = -1;
    for (std::size_t i = first; i < first + count; ++i) {
        const ServiceChoice& service = who.services[i];
        if (service.service == who.service) selected = static_cast<int>(choices.size());
        choices.push_back({programme::word(service.service), ui.pick(service.name), {}});
    }
    const int chosen = choose_one(ui, "checkin.service", at, choices, selected);
    if (chosen >= 0 && chosen != selected)
        intents.push_back(SetService{who.services[first + static_cast<std::size_t>(chosen)].service});
}

/// Which service, and how many days or units: one row, only where there is something to choose.
void draw_service(ui::Context& ui, ui::Rect at, const CandidateView& who, std::size_t in_first_row,
                  Intents& intents) {
    if (who.shows_stepper) {
        int count = who.counts_days ? who.days : who.units;
        const std::string unit = ui.tr(who.counts_days ? "checkin.days" : "checkin.units");
        const std::string id = who.counts_days ? "checkin.days" : "checkin.units";
        const ui::Rect place =
            who.services.size() > 1 ? at.cut_right(kStepper, ui::kGap) : at.cut_left(kStepper);
        if (ui::stepper(ui, id, place, count, {.least = 1, .most = 60, .step = 1, .unit = unit})) {
            if (who.counts_days)
                intents.push_back(SetDays{count});
            else
                intents.push_back(SetUnits{count});
        }
    }
    if (who.services.size() > 1) draw_services(ui, at, who, 0, in_first_row, intents);
}

/// She who was booked did not come: what follows is said before it is recorded.
void ask_no_show(ui::Context& ui, const CandidateView& who, CheckInState& state, Intents& intents) {
    const std::string title = ui.tr("checkin.no_show_title", {shown_name(who)});
    const std::string confirm = ui.tr("checkin.no_show_confirm");
    const std::string cancel = ui.tr("checkin.cancel");
    const ui::Answer answer = ui::dialog(ui, "checkin.no_show.ask",
                                         {.title = title,
                                          .sentence = ui.pick(*who.no_show),
                                          .confirm = confirm,
                                          .cancel = cancel,
                                          .danger = true});
    if (answer == ui::Answer::none) return;
    state.no_show = false;
    if (answer == ui::Answer::confirmed) intents.push_back(MarkDidNotCome{who.booking_id});
}

}  // namespace

void draw_candidate(ui::Context& ui, ui::Rect at, const CandidateView& who, CheckInState& state,
                    Intents& intents) {
    const Header header = measure(ui, who, at.w);
    draw_header(ui, at.cut_top(header.height, 12), who, header, intents);
    const std::size_t in_first_row = services_in_first_row(ui, who, at.w);
    if (who.shows_stepper || who.services.size() > 1)
        draw_service(ui, at.cut_top(52, 12), who, in_first_row, intents);

    ui::Rect buttons = at.cut_bottom(ui::kBigButton, ui::kGap);
    const ui::Rect money = at.cut_right(316, ui::kGap);
    if (in_first_row < who.services.size())
        draw_services(ui, at.cut_top(52, 12), who, in_first_row, who.services.size() - in_first_row, intents);
    draw_verdict(ui, at, who, state, intents);
    draw_money(ui, money, who, state, intents);

    if (ui::button(ui, "checkin.cancel", buttons.cut_left(180, ui::kGap), ui.tr("checkin.cancel")))
        intents.push_back(LeaveCheckIn{});
    if (!who.papers.empty() && ui::button(ui, "checkin.papers", buttons.cut_left(180, ui::kGap),
                                          ui.tr("checkin.papers", {std::to_string(who.papers.size())}),
                                          {.icon = ui::Icon::document}))
        intents.push_back(OpenPaper{who.papers.front().id});
    if (who.no_show &&
        ui::button(ui, "checkin.no_show", buttons.cut_left(180, ui::kGap), ui.tr("checkin.did_not_come")))
        state.no_show = true;
    const std::string why = who.cannot_confirm ? ui.pick(*who.cannot_confirm) : std::string();
    if (ui::button(ui, "checkin.confirm", buttons, ui.tr("checkin.confirm"),
                   {.kind = ui::ButtonKind::primary, .why_disabled = why}))
        intents.push_back(ConfirmCheckIn{});
    if (state.no_show && who.no_show) ask_no_show(ui, who, state, intents);
    // A coupon that was scanned meanwhile, or a reissued card, needs no question any more.
    if (who.card_shown || who.coupon_seen) state.coupon_open = false;
    if (who.card_shown || who.missing) state.lost_open = false;
    if (state.coupon_open) ask_coupon(ui, who, state, intents);
    if (state.lost_open) ask_card_lost(ui, who, state, intents);
}

}  // namespace sango::screens
