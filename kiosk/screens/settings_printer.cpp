#include "kiosk/screens/settings_parts.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/text.h"
#include "kiosk/ui/text_field.h"
#include "shared/base/text.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::screens {
namespace {

constexpr std::size_t kMostPrinters = 4;
constexpr int kPrinterRules = 4;
constexpr float kPrinterButton = 200;

std::string plate(const ui::Context& ui, const PrinterLine& printer) {
    const std::string name =
        printer.words.empty() ? printer.name : fmt::format("{}（{}）", printer.words, printer.name);
    return ui.tr("settings.printer_use_this", {name});
}

/// Which one is chosen, the sheet by one tap, and the way to none.
void draw_printer_now(ui::Context& ui, ui::Rect row, const SettingsView& view, const std::string& manager,
                      std::vector<Intent>& intents) {
    const bool on = !view.printer.chosen.empty();
    if (on) {
        if (ui::button(ui, "settings.printer.stop", row.cut_right(kPrinterButton, ui::kGap),
                       ui.tr("settings.printer_stop"), {.why_disabled = manager, .type = ui::Type::body}))
            intents.emplace_back(SetPrinter{});
        if (ui::button(ui, "settings.printer.house", row.cut_right(250, ui::kGap),
                       ui.tr("settings.printer_house"), {.icon = ui::Icon::printer, .type = ui::Type::body}))
            intents.emplace_back(PrintHouse{});
    }
    ui::outcome_mark(ui, "", row.cut_left(28, 8), on ? ui::Outcome::yes : ui::Outcome::ask, 24,
                     ui.tr(on ? "frame.mark_yes" : "frame.mark_ask"));
    ui::text(ui, "settings.printer.now", row,
             on ? ui.tr("settings.printer_goes", {view.printer.chosen}) : ui.tr("settings.printer_none"),
             {.type = ui::Type::strong, .middle = true});
}

void draw_known(ui::Context& ui, ui::Rect& inside, const PrinterView& printer, const std::string& manager,
                std::vector<Intent>& intents) {
    ui::Rect line = inside.cut_top(ui::kButton, 8);
    if (ui::button(ui, "settings.printer.look", line.cut_right(kPrinterButton, ui::kGap),
                   ui.tr("settings.printer_look"),
                   {.icon = ui::Icon::search,
                    .why_disabled = printer.looking ? ui.tr("settings.printer_looking") : "",
                    .type = ui::Type::body}))
        intents.emplace_back(LookForPrinters{});
    const std::size_t most = std::min(kMostPrinters, printer.known.size());
    if (most == 0) {
        const std::string words = printer.looking   ? ui.tr("settings.printer_looking")
                                  : printer.trouble ? ui.pick(*printer.trouble)
                                  : printer.looked  ? ui.tr("settings.printer_nothing")
                                                    : "";
        ui::text(ui, "settings.printer.found", line, words, {.ink = ui.theme().quiet_ink, .middle = true});
    }
    // Two side by side: the first shares its line with the search.
    for (std::size_t i = 0; i < most; ++i) {
        if (i > 0) line = inside.cut_top(ui::kButton, 8);
        if (ui::button(ui, fmt::format("settings.printer.{}", i), line.cut_left(std::min(line.w, 640.0F)),
                       plate(ui, printer.known[i]),
                       {.icon = ui::Icon::printer, .why_disabled = manager, .type = ui::Type::body}))
            intents.push_back(SetPrinter{printer.known[i].name});
    }
}

void draw_typed(ui::Context& ui, ui::Rect row, SettingsState& state, const std::string& manager,
                std::vector<Intent>& intents) {
    const std::string typed(trim(state.printer));
    const std::string why = !manager.empty() ? manager : typed.empty() ? ui.tr("settings.printer_need") : "";
    if (ui::button(ui, "settings.printer.use", row.cut_right(kPrinterButton, ui::kGap),
                   ui.tr("settings.printer_use"), {.why_disabled = why, .type = ui::Type::body})) {
        intents.push_back(SetPrinter{typed});
        state.printer.clear();
    }
    const std::string placeholder = ui.tr("settings.printer_typed");
    (void)ui::text_field(ui, "settings.printer.typed", row, state.printer,
                         {.placeholder = placeholder, .most = 255});
}

}  // namespace

void draw_printer_settings(ui::Context& ui, ui::Rect inside, const SettingsView& view, SettingsState& state,
                           std::vector<Intent>& intents) {
    const std::string manager = view.may_change ? "" : ui.tr("settings.manager_short");
    const std::string means = ui.tr("settings.printer_means");
    ui::text(ui, "", inside.cut_top(ui::text_height(ui, ui::Type::body, means, inside.w), ui::kGap), means,
             {.ink = ui.theme().quiet_ink});
    draw_printer_now(ui, inside.cut_top(ui::kButton, ui::kGap), view, manager, intents);
    draw_known(ui, inside, view.printer, manager, intents);
    draw_typed(ui, inside.cut_top(56, ui::kGap), state, manager, intents);
    inside.cut_top(ui::caption(ui, "", inside, ui.tr("settings.sheet_sealed")), 6);
    for (int i = 0; i < kPrinterRules; ++i) {
        const std::string words = "・" + ui.tr(fmt::format("settings.printer_rule_{}", i));
        ui::text(ui, fmt::format("settings.printer.rule.{}", i),
                 inside.cut_top(ui::text_height(ui, ui::Type::body, words, inside.w), 4), words);
    }
}

}  // namespace sango::screens
