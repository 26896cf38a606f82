#include "kiosk/screens/check_in_parts.h"
#include "kiosk/screens/choice_row.h"
#include "kiosk/screens/outcome.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/text.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::screens {
namespace {

constexpr float kInside = ui::kGap;
constexpr float kLine = 28;

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

struct Header {
    float words_width;
    float name_height;
    bool about_beside;  ///< the small line stands beside the name
    float about_height;
    std::vector<float> child_heights;
    float height;
};

Header measure(ui::Context& ui, const CandidateView& who, float width) {
    Header header{};
    const float chips = who.alerts.empty() ? 0 : alerts_width(ui, who) + ui::kGap;
    header.words_width = width - 2 * kInside - chips;
    const float name = ui::text_width(ui, ui::Type::name, shown_name(who));
    const float about_width = ui::text_width(ui, ui::Type::small, about(ui, who));
    header.about_beside = name + 24 + 14 + about_width <= header.words_width;
    header.name_height = ui::text_height(ui, ui::Type::name, shown_name(who), header.words_width);
    header.about_height = ui::text_height(ui, ui::Type::small, about(ui, who), header.words_width);
    float words = header.name_height + (header.about_beside ? 0 : header.about_height);
    for (const ChildLine& child : who.children) {
        header.child_heights.push_back(
            ui::text_height(ui, ui::Type::body, child_words(ui, child), header.words_width));
        words += header.child_heights.back();
    }
    const float alerts =
        static_cast<float>(who.alerts.size()) * (ui::kTarget + ui::kSmallGap) - ui::kSmallGap;
    header.height = std::max(words, alerts) + 2 * 14;
    return header;
}

void draw_alerts(ui::Context& ui, ui::Rect at, const CandidateView& who, Intents& intents) {
    const float block = static_cast<float>(who.alerts.size()) * (ui::kTarget + ui::kSmallGap) - ui::kSmallGap;
    at.y += (at.h - block) / 2;
    at.h = block;
    for (const AlertChip& alert : who.alerts) {
        const ui::Rect place = at.cut_top(ui::kTarget, ui::kSmallGap);
        const std::string id = "checkin.alert." + alert.id;
        const std::string words = alert_words(ui, alert);
        if (alert.acknowledged)
            ui::chip(ui, id, place, words, alert_look(alert), true);
        else if (ui::chip_button(ui, id, place, words, alert_look(alert), true))
            intents.push_back(AcknowledgeAlert{alert.id});
    }
}

void draw_header(ui::Context& ui, ui::Rect at, const CandidateView& who, const Header& header,
                 Intents& intents) {
    ui::card(ui, at);
    at = at.inset(kInside, 14);
    if (!who.alerts.empty()) draw_alerts(ui, at.cut_right(alerts_width(ui, who), ui::kGap), who, intents);

    // Nothing between name and alerts when there is no child: the words stand in the middle.
    const std::string name = shown_name(who);
    float words = header.name_height + (header.about_beside ? 0 : header.about_height);
    for (const float child : header.child_heights) words += child;
    at.y += (at.h - words) / 2;
    at.h = words;

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
    for (std::size_t i = 0; i < who.children.size(); ++i)
        ui::text(ui, fmt::format("checkin.child.{}", i), at.cut_top(header.child_heights[i]),
                 child_words(ui, who.children[i]));
}

/// Which service, and how many days or units: one row, only where there is something to choose.
void draw_service(ui::Context& ui, ui::Rect at, const CandidateView& who, Intents& intents) {
    if (who.shows_stepper) {
        int count = who.counts_days ? who.days : who.units;
        const std::string unit = ui.tr(who.counts_days ? "checkin.days" : "checkin.units");
        const std::string id = who.counts_days ? "checkin.days" : "checkin.units";
        const ui::Rect place = who.services.size() > 1 ? at.cut_right(250, ui::kGap) : at.cut_left(250);
        if (ui::stepper(ui, id, place, count, {.least = 1, .most = 60, .step = 1, .unit = unit})) {
            if (who.counts_days)
                intents.push_back(SetDays{count});
            else
                intents.push_back(SetUnits{count});
        }
    }
    if (who.services.size() < 2) return;
    std::vector<ui::Choice> choices;
    int selected = -1;
    for (const ServiceChoice& service : who.services) {
        if (service.service == who.service) selected = static_cast<int>(choices.size());
        choices.push_back({programme::word(service.service), ui.pick(service.name), {}});
    }
    const int chosen = choose_one(ui, "checkin.service", at, choices, selected);
    if (chosen >= 0 && chosen != selected)
        intents.push_back(SetService{who.services[static_cast<std::size_t>(chosen)].service});
}

}  // namespace

void draw_candidate(ui::Context& ui, ui::Rect at, const CandidateView& who, Intents& intents) {
    const Header header = measure(ui, who, at.w);
    draw_header(ui, at.cut_top(header.height, 12), who, header, intents);
    if (who.shows_stepper || who.services.size() > 1) draw_service(ui, at.cut_top(52, 12), who, intents);

    ui::Rect buttons = at.cut_bottom(ui::kBigButton, ui::kGap);
    const ui::Rect money = at.cut_right(330, ui::kGap);
    draw_verdict(ui, at, who, intents);
    draw_money(ui, money, who, intents);

    if (ui::button(ui, "checkin.cancel", buttons.cut_left(180, ui::kGap), ui.tr("checkin.cancel")))
        intents.push_back(LeaveCheckIn{});
    const std::string why = who.cannot_confirm ? ui.pick(*who.cannot_confirm) : std::string();
    if (ui::button(ui, "checkin.confirm", buttons, ui.tr("checkin.confirm"),
                   {.kind = ui::ButtonKind::primary, .why_disabled = why}))
        intents.push_back(ConfirmCheckIn{});
}

}  // namespace sango::screens
