#include "kiosk/screens/list_area.h"
#include "kiosk/screens/outcome.h"
#include "kiosk/screens/settings_parts.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/scroll.h"
#include "kiosk/ui/text.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

namespace sango::screens {
namespace {

constexpr float kSubject = 212;      // what a rule speaks of
constexpr float kIndent = 14;        // of a rule that speaks of no one thing, below its section's mark
constexpr float kBetween = 20;       // between the two columns
constexpr float kAboveSection = 26;  // the first section has none
constexpr float kHead = 40;
constexpr float kAfterRule = 12;
constexpr float kMark = 28;  // △ before a rule whose number is not set

/// One rule with its places: subject beside the sentence where there is one, else the sentence alone, as
/// wide.
struct Laid {
    const programme::RuleLine* rule = nullptr;
    bool new_section = false;
    bool new_subject = false;
    float words = 0;    ///< height of the sentence
    float subject = 0;  ///< height of the subject
    float height = 0;   ///< of all, the section's head included
};

float left_of(const programme::RuleLine& rule) {
    return rule.subject.ja.empty() ? kIndent : kSubject + kBetween;
}

float words_width(float width, const programme::RuleLine& rule) {
    return width - left_of(rule) - (rule.open ? kMark : 0);
}

std::vector<Laid> lay(ui::Context& ui, const RulesPage& rules, float width) {
    std::vector<Laid> all;
    const programme::RuleLine* before = nullptr;
    for (const programme::RuleLine& rule : rules.lines) {
        Laid one{.rule = &rule};
        one.new_section = before == nullptr || before->section != rule.section;
        one.new_subject = one.new_section || before->subject != rule.subject;
        one.words = ui::text_height(ui, ui::Type::body, ui.pick(rule.text), words_width(width, rule)) + 2 +
                    ui::text_height(ui, ui::Type::source, rule.source, words_width(width, rule));
        const std::string& subject = ui.pick(rule.subject);
        if (one.new_subject && !subject.empty())
            one.subject = ui::text_height(ui, ui::Type::strong, subject, kSubject - kIndent);
        one.height = std::max(one.words, one.subject) + kAfterRule;
        if (one.new_section) one.height += kHead + (before == nullptr ? 0 : kAboveSection);
        all.push_back(one);
        before = &rule;
    }
    return all;
}

void draw_section(ui::Context& ui, ui::Rect& at, const Message& section, bool first, ui::Color colour) {
    if (!first) at.cut_top(kAboveSection);
    ui::Rect head = at.cut_top(kHead);
    ui::divider(ui, {head.x, head.bottom() - 6, head.w, 1});
    ui::fill(ui, {head.x, head.y + 6, 4, 22}, colour, 2);
    head.cut_left(14);
    ui::text(ui, "", head.cut_top(32), ui.pick(section),
             {.type = ui::Type::strong, .ink = {}, .middle = true, .role = ui::Role::heading});
}

void draw_rule(ui::Context& ui, ui::Rect at, const Laid& one, std::size_t index) {
    const programme::RuleLine& rule = *one.rule;
    const ui::Theme& theme = ui.theme();
    ui::Rect left = at.cut_left(left_of(rule));
    left.cut_left(kIndent);
    left.cut_right(kBetween);
    if (one.subject > 0) ui::text(ui, "", left, ui.pick(rule.subject), {.type = ui::Type::strong, .ink = {}});
    if (rule.open)
        ui::outcome_mark(ui, "", {at.cut_left(kMark).x, at.y + 4, 20, 20}, ui::Outcome::ask, 20,
                         ui.tr("settings.not_set"));
    const float used =
        ui::text(ui, fmt::format("settings.rule.{}", index), at, ui.pick(rule.text),
                 {.type = ui::Type::body, .ink = rule.open ? ui::ink_of(theme, ui::Tone::warn) : theme.ink});
    at.cut_top(used + 2);
    ui::text(ui, "", at, rule.source, {.type = ui::Type::source, .ink = theme.quiet_ink});
}

}  // namespace

void draw_rules(ui::Context& ui, const ui::Rect& at, const ProgrammePage& page, const RulesPage& rules) {
    ui::Rect inside = ui::card(ui, at);
    const std::string days = ui.pick(rules.days) + "　" + ui.pick(rules.origin);
    ui::text(ui, "settings.version", inside.cut_top(28, 10), days,
             {.type = ui::fit_text(ui, {ui::Type::small, ui::Type::source}, days, inside.w),
              .ink = ui.theme().quiet_ink,
              .middle = true});
    const std::vector<Laid> laid = lay(ui, rules, inside.w);
    float height = ui::kGap;
    for (const Laid& one : laid) height += one.height;
    ui::Rect list = begin_list(ui, "settings.rules", inside, height);
    const ui::Color colour = municipality_shape(ui, page.colour);
    for (std::size_t i = 0; i < laid.size(); ++i) {
        ui::Rect place = list.cut_top(laid[i].height);
        if (laid[i].new_section) draw_section(ui, place, laid[i].rule->section, i == 0, colour);
        draw_rule(ui, place, laid[i], i);
    }
    ui::end_scroll(ui);
}

}  // namespace sango::screens
