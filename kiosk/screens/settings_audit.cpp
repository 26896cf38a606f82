#include "kiosk/screens/choice_row.h"
#include "kiosk/screens/list_area.h"
#include "kiosk/screens/settings_parts.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/scroll.h"
#include "kiosk/ui/text.h"

#include <array>

#include <fmt/format.h>

namespace sango::screens {
namespace {

constexpr float kRow = 44;
constexpr float kWhen = 190;
constexpr float kWho = 190;
constexpr float kRecord = 250;

/// The sentence of a word of the chain; the word itself where a later version wrote it.
std::string words_of(const ui::Context& ui, std::string_view what, const std::string& word) {
    return ui.words_or(fmt::format("audit.{}.{}", what, word), word);
}

std::string day_words(const ui::Context& ui, Date day) {
    return ui.language == ui::Language::ja ? month_day_text(day) : date_text(day);
}

void draw_kinds(ui::Context& ui, const ui::Rect& at, const AuditView& view, std::vector<Intent>& intents) {
    constexpr std::array<std::string_view, 4> kIds{"all", "read", "access", "decided"};
    std::array<std::string, 4> words;
    std::array<ui::Choice, 4> choices;
    for (std::size_t i = 0; i < kIds.size(); ++i) {
        words[i] = ui.tr(fmt::format("audit.kind_{}", kIds[i]));
        choices[i] = {kIds[i], words[i], {}};
    }
    const int chosen =
        choose_one(ui, "audit.kind", at, choices, static_cast<int>(view.filter.kind), ChoiceStyle::tabs);
    if (chosen < 0) return;
    clinic::AuditFilter filter = view.filter;
    filter.kind = static_cast<clinic::AuditFilter::Kind>(chosen);
    filter.before.reset();
    intents.emplace_back(ShowAudit{filter});
}

/// One tap goes on to the next of the staff, and back to everyone.
void draw_who(ui::Context& ui, const ui::Rect& at, const AuditView& view, std::vector<Intent>& intents) {
    std::string name = ui.tr("audit.anyone");
    std::string next = view.people.empty() ? std::string() : view.people.front().first;
    for (std::size_t i = 0; i < view.people.size(); ++i) {
        if (view.people[i].first != view.filter.staff_id) continue;
        name = view.people[i].second.empty() ? ui.tr("audit.terminal") : view.people[i].second;
        next = i + 1 < view.people.size() ? view.people[i + 1].first : std::string();
    }
    if (!ui::button(ui, "audit.who", at, name,
                    {.icon = ui::Icon::person,
                     .type = ui::fit_text(ui, {ui::Type::body, ui::Type::small}, name, at.w - 64)}))
        return;
    clinic::AuditFilter filter = view.filter;
    filter.staff_id = next;
    filter.before.reset();
    intents.emplace_back(ShowAudit{filter});
}

void draw_day(ui::Context& ui, ui::Rect at, const AuditView& view, std::vector<Intent>& intents) {
    clinic::AuditFilter filter = view.filter;
    filter.before.reset();
    const bool earlier = ui::button(ui, "audit.earlier", at.cut_left(56, 8), "",
                                    {.icon = ui::Icon::back, .says = ui.tr("audit.earlier")});
    const bool later = ui::button(ui, "audit.later", at.cut_right(56, 8), "",
                                  {.icon = ui::Icon::forward, .says = ui.tr("audit.later")});
    const std::string words = filter.day ? day_words(ui, *filter.day) : ui.tr("audit.any_day");
    if (ui::button(ui, "audit.day", at, words, {.type = ui::Type::body}))
        filter.day = filter.day ? std::nullopt : std::optional(view.today);
    else if (earlier)
        filter.day = filter.day.value_or(view.today + std::chrono::days(1)) - std::chrono::days(1);
    else if (later)
        filter.day = filter.day.value_or(view.today - std::chrono::days(1)) + std::chrono::days(1);
    else
        return;
    intents.emplace_back(ShowAudit{filter});
}

void draw_entry(ui::Context& ui, ui::Rect at, const clinic::AuditEntry& one, std::size_t index) {
    const std::string when = fmt::format("{} {}", day_words(ui, japan_date(one.at)), time_text(one.at));
    const std::string who = one.who.empty() ? ui.tr("audit.terminal") : one.who;
    const std::string what = words_of(ui, "action", one.action);
    const std::string record = fmt::format("{} {}", one.table, one.record.substr(0, 13));
    ui::plain_row(ui, fmt::format("audit.{}", index), at,
                  fmt::format("{} {} {} {}", when, who, what, record));
    const auto piece = [&](const ui::Rect& place, const std::string& words, std::optional<ui::Color> ink) {
        ui::text(
            ui, "", place, words,
            {.type = ui::fit_text(ui, {ui::Type::body, ui::Type::small, ui::Type::source}, words, place.w),
             .ink = ink,
             .middle = true});
    };
    piece(at.cut_left(kWhen, 8), when, ui.theme().quiet_ink);
    piece(at.cut_left(kWho, 8), who, {});
    ui::text(ui, "", at.cut_right(kRecord), record,
             {.type = ui::Type::source, .ink = ui.theme().quiet_ink, .middle = true});
    piece(at, what, {});
}

}  // namespace

void draw_audit(ui::Context& ui, ui::Rect at, const AuditView& view, std::vector<Intent>& intents) {
    ui::Rect inside = ui::card(ui, at);
    if (!view.may_read)
        return ui::empty_state(ui, "audit.not_yours", inside, ui::Icon::staff, ui.tr("audit.not_yours"));
    ui::heading(ui, "audit.title", inside.cut_top(36, 8), ui.tr("settings.audit"));
    draw_kinds(ui, inside.cut_top(56, 10), view, intents);
    ui::Rect choose = inside.cut_top(56, 10);
    draw_day(ui, choose.cut_right(330, ui::kGap), view, intents);
    draw_who(ui, choose.cut_left(300), view, intents);
    ui::Rect foot = inside.cut_bottom(56, 8);
    clinic::AuditFilter filter = view.filter;
    if (ui::button(ui, "audit.newest", foot.cut_left(220, ui::kGap), ui.tr("audit.newest"),
                   {.icon = ui::Icon::up, .type = ui::Type::body})) {
        filter.before.reset();
        intents.emplace_back(ShowAudit{filter});
    }
    const std::string last = view.more ? std::string() : ui.tr("audit.no_more");
    if (ui::button(ui, "audit.older", foot.cut_right(260), ui.tr("audit.older"),
                   {.icon = ui::Icon::down, .why_disabled = last, .type = ui::Type::body})) {
        filter.before = view.entries.back().seq;
        intents.emplace_back(ShowAudit{filter});
    }
    if (view.entries.empty())
        return ui::empty_state(ui, "audit.none", inside, ui::Icon::history, ui.tr("audit.none"));
    ui::Rect list = begin_list(ui, "audit.list", inside, static_cast<float>(view.entries.size()) * kRow);
    for (std::size_t i = 0; i < view.entries.size(); ++i)
        draw_entry(ui, list.cut_top(kRow), view.entries[i], i);
    ui::end_scroll(ui);
}

}  // namespace sango::screens
