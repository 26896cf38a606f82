#include "kiosk/screens/outcome.h"

namespace sango::screens {

ui::Outcome mark_of(programme::Outcome outcome) {
    switch (outcome) {
        case programme::Outcome::accept:
            return ui::Outcome::yes;
        case programme::Outcome::ask:
            return ui::Outcome::ask;
        case programme::Outcome::refuse:
            return ui::Outcome::no;
    }
    return ui::Outcome::ask;
}

ui::Color municipality_shape(const ui::Context& ui, std::uint32_t colour) {
    if (colour == 0) return ui.theme().accent;
    ui::Color shape = ui::rgb(colour);
    if (ui.night) {
        // Two thirds of the light: at night nothing is brighter than ink.
        shape.r = static_cast<std::uint8_t>(shape.r * 2 / 3);
        shape.g = static_cast<std::uint8_t>(shape.g * 2 / 3);
        shape.b = static_cast<std::uint8_t>(shape.b * 2 / 3);
    }
    return shape;
}

std::string money_text(const ui::Context& ui, Yen amount) {
    return ui.language == ui::Language::ja ? yen_text_ja(amount) : yen_text_en(amount);
}

}  // namespace sango::screens
