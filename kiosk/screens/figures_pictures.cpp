#include "kiosk/screens/figures_screen.h"
#include "kiosk/screens/list_area.h"
#include "kiosk/screens/outcome.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/scroll.h"
#include "kiosk/ui/text.h"
#include "shared/base/yen.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::screens {
namespace {

constexpr float kBarRow = 34;
constexpr float kServiceHead = 34;
constexpr float kServiceFoot = 10;

/// "325人 1,692日"
std::string count_text(ui::Context& ui, const FiguresView::Year& year) {
    return ui.tr("figures.count", {grouped(year.persons), grouped(year.days)});
}

void draw_service(ui::Context& ui, ui::Rect at, const FiguresView& view, const FiguresView::Service& service,
                  int most, float words_width) {
    ui::text(ui, "", at.cut_top(kServiceHead), ui.pick(service.name),
             {.type = ui::Type::strong, .ink = {}, .middle = true});
    for (std::size_t i = 0; i < service.years.size(); ++i) {
        const FiguresView::Year& year = service.years[i];
        const bool chosen = i + 1 == service.years.size();
        ui::Rect row = at.cut_top(kBarRow);
        const std::string count = count_text(ui, year);
        ui::text(ui, "", row.cut_left(124, 8), ui.pick(year.name),
                 {.type = ui::Type::small, .ink = ui.theme().quiet_ink, .middle = true});
        ui::text(ui, fmt::format("figures.bar.{}.{}", service.id, i), row.cut_right(words_width, 12), count,
                 {.type = chosen ? ui::Type::strong : ui::Type::body,
                  .ink = {},
                  .align = ui::Align::right,
                  .middle = true});
        const double share = most == 0 ? 0 : static_cast<double>(year.days) / most;
        const ui::Rect bar{row.x, row.y + 7, std::max(2.0F, row.w * static_cast<float>(share)), kBarRow - 14};
        ui::fill(ui, bar, chosen ? municipality_shape(ui, view.colour) : ui.theme().line, 5);
    }
}

void draw_uses(ui::Context& ui, const ui::Rect& at, const FiguresView& view) {
    ui::Rect inside = ui::card(ui, at);
    ui::caption(ui, "", inside.cut_top(30, 2), ui.tr("figures.persons_and_days"));
    int most = 0;
    float words_width = 0;
    float content = 0;
    for (const FiguresView::Service& service : view.services) {
        content += kServiceHead + kServiceFoot + static_cast<float>(service.years.size()) * kBarRow;
        for (const FiguresView::Year& year : service.years) {
            most = std::max(most, year.days);
            words_width =
                std::max(words_width, ui::text_width(ui, ui::Type::strong, count_text(ui, year)) + 2);
        }
    }
    if (view.services.empty())
        return ui::empty_state(ui, "figures.none", inside, ui::Icon::figures, ui.tr("figures.no_uses"));
    ui::Rect place = begin_list(ui, "figures.services", inside, content);
    for (const FiguresView::Service& service : view.services) {
        const float height = kServiceHead + kServiceFoot + static_cast<float>(service.years.size()) * kBarRow;
        draw_service(ui, place.cut_top(height), view, service, most, words_width);
    }
    ui::end_scroll(ui);
}

void draw_rates(ui::Context& ui, const ui::Rect& at, const FiguresView& view, float row_height) {
    ui::Rect inside = ui::card(ui, at);
    for (const FiguresView::Rate& rate : view.rates) {
        ui::Rect row = inside.cut_top(row_height);
        ui::Rect words = row.cut_top(30);
        const std::string figure = rate.figure.value_or("—");
        const float width = ui::text_width(ui, ui::Type::name, figure) + 2;
        ui::text(ui, "figures.rate." + rate.id, words.cut_right(width, 10), figure,
                 {.type = ui::Type::name, .ink = {}, .align = ui::Align::right, .middle = true});
        const std::string& from = ui.pick(rate.from);
        const float from_width = ui::text_width(ui, ui::Type::source, from) + 2;
        const std::string& name = ui.pick(rate.name);
        const float name_width = ui::text_width(ui, ui::Type::body, name) + 2;
        ui::text(ui, "", words.cut_left(std::min(name_width, words.w), 10), name,
                 {.type = ui::Type::body, .ink = {}, .middle = true});
        if (from_width <= words.w)
            ui::text(ui, "", words, from,
                     {.type = ui::Type::source,
                      .ink = ui.theme().quiet_ink,
                      .align = ui::Align::right,
                      .middle = true});
        if (rate.figure)
            ui::progress(ui, "", {row.x, row.y + 4, row.w, 10}, rate.share, figure,
                         municipality_shape(ui, view.colour));
    }
}

/// Uses by the baby's age: a column for each month.
void draw_ages(ui::Context& ui, const ui::Rect& at, const FiguresView& view) {
    ui::Rect inside = ui::card(ui, at);
    ui::caption(ui, "", inside.cut_top(30, 2), ui.tr("figures.ages"));
    if (view.ages.empty())
        return (void)ui::text(ui, "", inside, ui.tr("figures.no_ages"),
                              {.type = ui::Type::body, .ink = ui.theme().quiet_ink, .middle = true});
    int most = 1;
    for (const auto& [months, uses] : view.ages) most = std::max(most, uses);
    const ui::Rect months_row = inside.cut_bottom(24);
    const auto columns = inside.columns(std::max<std::size_t>(view.ages.size(), 6), 8);
    for (std::size_t i = 0; i < view.ages.size(); ++i) {
        const auto& [months, uses] = view.ages[i];
        const ui::Rect& column = columns[i];
        constexpr float kFigure = 24;
        const float height =
            std::max(2.0F, (column.h - kFigure) * static_cast<float>(uses) / static_cast<float>(most));
        const ui::Rect bar{column.x, column.bottom() - height, column.w, height};
        ui::fill(ui, bar, municipality_shape(ui, view.colour), 5);
        ui::text(ui, fmt::format("figures.age.{}", months), {column.x, bar.y - kFigure, column.w, kFigure},
                 grouped(uses),
                 {.type = ui::Type::source, .ink = {}, .align = ui::Align::center, .middle = true});
        ui::text(ui, "", {column.x, months_row.y, column.w, months_row.h}, std::to_string(months),
                 {.type = ui::Type::source,
                  .ink = ui.theme().quiet_ink,
                  .align = ui::Align::center,
                  .middle = true});
    }
}

void draw_sums(ui::Context& ui, const ui::Rect& at, const FiguresView& view, float line_height) {
    ui::Rect inside = ui::card(ui, at);
    for (std::size_t i = 0; i < view.sums.size(); ++i) {
        const std::string& figure = ui.pick(view.sums[i].second);
        ui::Rect line = inside.cut_top(line_height);
        const float width = ui::text_width(ui, ui::Type::strong, figure) + 1;
        ui::text(ui, fmt::format("figures.sum.{}", i), line.cut_right(width, 12), figure,
                 {.type = ui::Type::strong, .ink = {}, .align = ui::Align::right});
        ui::text(ui, "", line, ui.pick(view.sums[i].first));
    }
}

}  // namespace

void draw_figures_pictures(ui::Context& ui, ui::Rect area, const FiguresView& view) {
    ui::Rect side = area.cut_right(460, ui::kGap);
    draw_uses(ui, area, view);
    // Under a strip that says what is wrong everything moves closer: the ages need room to be read.
    constexpr float kTight = 540;
    const float rate_row = side.h < kTight ? 46 : 60;
    const float sum_row = side.h < kTight ? 26 : 30;
    draw_rates(ui, side.cut_top(2 * ui::kGap + rate_row * static_cast<float>(view.rates.size()), ui::kGap),
               view, rate_row);
    draw_sums(ui, side.cut_bottom(2 * ui::kGap + sum_row * static_cast<float>(view.sums.size()), ui::kGap),
              view, sum_row);
    draw_ages(ui, side, view);
}

}  // namespace sango::screens
