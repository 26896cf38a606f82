#include "kiosk/screens/choice_row.h"
#include "kiosk/screens/list_area.h"
#include "kiosk/screens/outcome.h"
#include "kiosk/screens/settings_parts.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/dialog.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/scroll.h"
#include "kiosk/ui/text.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

namespace sango::screens {
namespace {

using Kind = programme::OpenSetting::Kind;

constexpr float kValue = 190;
constexpr float kDayValue = 260;  // 令和10年11月30日(木)
constexpr float kChange = 124;
constexpr float kPadding = 24;
constexpr std::size_t kMostDigits = 7;  // 1,000,000 yen is the most that any setting takes
constexpr std::size_t kDateDigits = 8;  // 20270331

std::string under(const ui::Context& ui, const OpenAnswerLine& one) {
    std::string words =
        ui.tr(one.by_clinic ? "settings.clinic_decides" : "settings.ask_them", {ui.pick(one.who)});
    if (one.for_invoice) words += "　" + ui.tr("settings.for_invoice");
    if (one.for_records) words += "　" + ui.tr("settings.for_records");
    const std::string& from = ui.pick(one.asked_from);
    if (!from.empty()) words += "　" + from;
    return words + "　" + one.source;
}

float value_width(const OpenAnswerLine& one) {
    return one.kind == Kind::date ? kDayValue : kValue;
}

float line_height(ui::Context& ui, const OpenAnswerLine& one, float width) {
    const float room = width - value_width(one) - kChange - 2 * ui::kGap;
    return ui::text_height(ui, ui::Type::body, ui.pick(one.question), room) +
           ui::text_height(ui, ui::Type::source, under(ui, one), room) + kPadding;
}

/// 未定 of the municipality's numbers asks for someone to call; the clinic's own may stay open.
void draw_value(ui::Context& ui, ui::Rect at, const OpenAnswerLine& one) {
    const ui::Theme& theme = ui.theme();
    const std::string& words = ui.pick(one.answer_words);
    const bool wanted = verdicts_wait_for(one);
    const ui::Type type = ui::fit_text(ui, {ui::Type::large, ui::Type::body}, words, at.w - 32);
    if (wanted) {
        const float width = ui::text_width(ui, type, words) + 34;
        ui::outcome_mark(ui, "", at.cut_right(width).cut_left(28), ui::Outcome::ask, 20, "");
        at.w += width;
    }
    ui::text(ui, "", at, words,
             {.type = type,
              .ink = wanted        ? ui::ink_of(theme, ui::Tone::warn)
                     : !one.answer ? theme.quiet_ink
                                   : theme.ink,
              .align = ui::Align::right,
              .middle = true});
}

/// As it is typed: 20270331 for a day.
std::string answer_digits(Kind kind, std::int64_t answer) {
    if (kind != Kind::date) return std::to_string(answer);
    std::string digits = date_text(Date(std::chrono::days(answer)));
    std::erase(digits, '-');
    return digits;
}

void draw_line(ui::Context& ui, ui::Rect at, const OpenAnswerLine& one, std::size_t index,
               SettingsState& state) {
    ui::plain_row(ui, fmt::format("settings.answer.{}", index), at,
                  fmt::format("{} {} {}", ui.pick(one.question), ui.pick(one.answer_words), under(ui, one)));
    const ui::Rect button = at.cut_right(kChange, ui::kGap);
    const ui::Rect place{button.x, button.center().y - 26, button.w, 52};
    if (ui::button(ui, "settings.change." + one.name, place,
                   ui.tr(one.answer ? "settings.change" : "settings.enter"), {.type = ui::Type::body}))
        state.form = {.setting = one.name,
                      .digits = one.answer ? answer_digits(one.kind, *one.answer) : std::string(),
                      .touched = false};
    draw_value(ui, at.cut_right(value_width(one), ui::kGap), one);
    ui::Rect words = at.inset(0, kPadding / 2);
    const float used = ui::text(ui, "", words, ui.pick(one.question), {.type = ui::Type::body, .ink = {}});
    words.cut_top(used);
    ui::text(ui, "", words, under(ui, one), {.type = ui::Type::source, .ink = ui.theme().quiet_ink});
}

std::optional<std::int64_t> typed(const std::string& digits) {
    std::int64_t number = 0;
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (failed != std::errc() || digits.empty() || end != digits.data() + digits.size()) return std::nullopt;
    return number;
}

/// What the digits come to: a number, or the day that they spell.
std::optional<std::int64_t> meant(const OpenAnswerLine& one, const std::string& digits) {
    if (one.kind != Kind::date) return typed(digits);
    if (digits.size() != kDateDigits) return std::nullopt;
    const auto day =
        parse_date(fmt::format("{}-{}-{}", digits.substr(0, 4), digits.substr(4, 2), digits.substr(6, 2)));
    return day ? std::optional(std::int64_t{day->time_since_epoch().count()}) : std::nullopt;
}

programme::OpenSetting as_setting(const OpenAnswerLine& one) {
    programme::OpenSetting setting;
    setting.kind = one.kind;
    setting.counter = one.counter;
    return setting;
}

std::string shown(const ui::Context& ui, const OpenAnswerLine& one, std::optional<std::int64_t> number) {
    return ui.pick(programme::answer_text(as_setting(one), number));
}

/// Yes or no, or a number from the pad.
void draw_entry(ui::Context& ui, ui::Rect at, const OpenAnswerLine& one, SettingsState::Form& form) {
    if (one.kind == Kind::yes_no) {
        const std::string yes = shown(ui, one, 1);
        const std::string no = shown(ui, one, 0);
        const std::array<ui::Choice, 2> choices{{{"yes", yes, {}}, {"no", no, {}}}};
        const auto now = typed(form.digits);
        const int chosen =
            choose_one(ui, "settings.form.choice", at.cut_top(64), choices, now ? (*now != 0 ? 0 : 1) : -1);
        if (chosen >= 0) form.digits = chosen == 0 ? "1" : "0";
        return;
    }
    // The first digit begins anew: what stood there is what is being changed.
    std::string digits = form.touched ? form.digits : std::string();
    if (ui::number_pad(ui, "settings.form.pad", at, digits,
                       one.kind == Kind::date ? kDateDigits : kMostDigits)) {
        form.digits = digits;
        form.touched = true;
    }
}

/// How a day is typed, and the days it most often is.
void draw_likely(ui::Context& ui, ui::Rect& at, const OpenAnswerLine& one, SettingsState::Form& form) {
    ui::text(ui, "", at.cut_top(28, 8), ui.tr("settings.date_digits"),
             {.type = ui::Type::small, .ink = ui.theme().quiet_ink});
    for (std::size_t i = 0; i < std::min<std::size_t>(one.likely.size(), 2); ++i) {
        const std::string day = shown(ui, one, one.likely[i]);
        if (!ui::button(ui, fmt::format("settings.form.likely.{}", i), at.cut_top(48, 8), day,
                        {.type = ui::fit_text(ui, {ui::Type::body, ui::Type::small}, day, at.w - 24)}))
            continue;
        form.digits = answer_digits(one.kind, one.likely[i]);
        form.touched = true;
    }
}

void draw_side(ui::Context& ui, ui::Rect at, const OpenAnswerLine& one, SettingsState::Form& form) {
    const ui::Theme& theme = ui.theme();
    const auto number = meant(one, form.digits);
    const bool day = one.kind == Kind::date;
    const bool spelling = day && !number && !form.digits.empty();
    const std::string value = spelling ? form.digits : shown(ui, one, number);
    const ui::Type type =
        day ? ui::Type::name : ui::fit_text(ui, {ui::Type::money, ui::Type::name}, value, at.w);
    ui::text(ui, "settings.form.value", day ? at.cut_top(48) : at.cut_top(56, 4), value,
             {.type = type, .ink = number ? theme.ink : theme.quiet_ink, .middle = true});
    if (day)
        draw_likely(ui, at, one, form);
    else if (one.kind != Kind::yes_no)
        ui::text(ui, "", at.cut_top(28, 10),
                 ui.tr("settings.range", {shown(ui, one, one.least), shown(ui, one, one.most)}),
                 {.type = ui::Type::small, .ink = theme.quiet_ink});
    if (one.answer && ui::button(ui, "settings.form.unset", at.cut_bottom(52, ui::kGap).cut_left(200),
                                 ui.tr("settings.unset"), {.icon = ui::Icon::undo, .type = ui::Type::body})) {
        form.digits.clear();
        form.touched = true;
    }
    for (std::size_t i = 0; i < std::min<std::size_t>(one.history.size(), 3); ++i) {
        const SettingChangeLine& change = one.history[i];
        const std::string words = fmt::format("{} {}  {}", month_day_text(japan_date(change.at)), change.by,
                                              change_words(ui, change));
        const float height = ui::text_height(ui, ui::Type::source, words, at.w);
        ui::text(ui, fmt::format("settings.form.history.{}", i), at.cut_top(height, 4), words,
                 {.type = ui::Type::source, .ink = theme.quiet_ink});
    }
}

/// Why it cannot be written; empty: it can.
std::string why_not(const ui::Context& ui, const SettingsView& view, const OpenAnswerLine& one,
                    std::optional<std::int64_t> number, const std::string& digits) {
    if (!view.may_change) return ui.tr("settings.manager_short");
    if (one.kind == Kind::date && !number && !digits.empty())
        return ui.tr(digits.size() < kDateDigits ? "settings.date_short" : "settings.date_wrong");
    if (number == one.answer) return ui.tr("settings.nothing_new");
    if (number && (*number < one.least || *number > one.most))
        return ui.tr("settings.range", {shown(ui, one, one.least), shown(ui, one, one.most)});
    return {};
}

}  // namespace

bool verdicts_wait_for(const OpenAnswerLine& one) {
    return !one.answer && !one.by_clinic && !one.for_invoice && !one.for_records;
}

void draw_answers(ui::Context& ui, const ui::Rect& at, const SettingsView& view, SettingsState& state) {
    const ProgrammePage& page = *view.page;
    ui::Rect inside = ui::card(ui, at);
    if (page.answers.empty())
        return ui::empty_state(ui, "settings.answers.none", inside, ui::Icon::check,
                               ui.tr("settings.answers_none"));
    const std::string means = ui.tr("settings.answers_mean");
    ui::text(ui, "", inside.cut_top(ui::text_height(ui, ui::Type::small, means, inside.w), 8), means,
             {.type = ui::Type::small, .ink = ui.theme().quiet_ink});
    float height = 0;
    for (const OpenAnswerLine& one : page.answers) height += line_height(ui, one, inside.w);
    ui::Rect list = begin_list(ui, "settings.answers", inside, height);
    for (std::size_t i = 0; i < page.answers.size(); ++i)
        draw_line(ui, list.cut_top(line_height(ui, page.answers[i], inside.w)), page.answers[i], i, state);
    ui::end_scroll(ui);
}

void draw_answer_form(ui::Context& ui, const SettingsView& view, SettingsState& state,
                      std::vector<Intent>& intents) {
    const auto& answers = view.page->answers;
    const auto one = std::ranges::find(answers, state.form.setting, &OpenAnswerLine::name);
    if (one == answers.end()) {
        state.form = {};
        return;
    }
    constexpr float kPad = 4 * 56 + 3 * 8;
    const auto number = meant(*one, state.form.digits);
    const std::string why = why_not(ui, view, *one, number, state.form.digits);
    const std::string sentence = under(ui, *one);
    const std::string confirm = ui.tr("settings.record");
    const std::string cancel = ui.tr("frame.back");
    const ui::DialogWords words{.title = ui.pick(one->question),
                                .sentence = sentence,
                                .confirm = confirm,
                                .cancel = cancel,
                                .why_disabled = why};
    ui::Rect inside = ui::begin_dialog(ui, "settings.form", words, kPad, 760);
    draw_entry(ui, inside.cut_left(300, 32), *one, state.form);
    draw_side(ui, inside, *one, state.form);
    switch (ui::end_dialog(ui, "settings.form", words)) {
        case ui::Answer::none:
            return;
        case ui::Answer::cancelled:
            break;
        case ui::Answer::confirmed:
            intents.push_back(AnswerSetting{view.page->id, one->name, number});
            break;
    }
    state.form = {};
}

}  // namespace sango::screens
