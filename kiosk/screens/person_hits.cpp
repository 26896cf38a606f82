#include "kiosk/screens/person_hits.h"

#include "kiosk/screens/list_area.h"
#include "kiosk/screens/outcome.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/scroll.h"
#include "kiosk/ui/text.h"

#include <fmt/format.h>

namespace sango::screens {
namespace {

constexpr float kSign = 20;   // the municipality's, left of the name
constexpr float kBelow = 24;  // the line under the name

}  // namespace

std::optional<std::size_t> draw_person_hits(ui::Context& ui, const ui::Rect& at, std::string_view id,
                                            std::string_view none_id,
                                            const std::optional<std::vector<PersonHit>>& hits,
                                            const PersonHitsWords& words) {
    if (!hits) {
        ui::empty_state(ui, "", at, ui::Icon::search, words.how);
        return std::nullopt;
    }
    if (hits->empty()) {
        ui::empty_state(ui, none_id, at, ui::Icon::person, words.none);
        return std::nullopt;
    }
    const auto height = [&](const PersonHit& hit) {
        return ui::text_height(ui, ui::Type::name, hit.name, at.w - kSign) + kBelow + 20;
    };
    float content = 0;
    for (const PersonHit& hit : *hits) content += height(hit);
    ui::Rect place = begin_list(ui, fmt::format("{}s", id), at, content);
    std::optional<std::size_t> chosen;
    for (std::size_t i = 0; i < hits->size(); ++i) {
        const PersonHit& hit = (*hits)[i];
        ui::Rect here = place.cut_top(height(hit));
        const std::string below = fmt::format("{}  {} {}", hit.kana, ui.pick(hit.programme), hit.user_number);
        if (ui::row(ui, fmt::format("{}.{}", id, i), here, hit.name + " " + below)) chosen = i;
        here = here.inset(0, 10);
        ui::fill(ui, {here.x, here.y + 2, 6, here.h - 4}, municipality_shape(ui, hit.colour), 3);
        here.cut_left(kSign);
        ui::text(ui, "", here.cut_top(here.h - kBelow), hit.name, {.type = ui::Type::name, .ink = {}});
        ui::text(ui, "", here, below, {.type = ui::Type::small, .ink = ui.theme().quiet_ink});
    }
    ui::end_scroll(ui);
    return chosen;
}

}  // namespace sango::screens
