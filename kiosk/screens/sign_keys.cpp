#include "kiosk/screens/sign_keys.h"

#include "kiosk/ui/button.h"

#include <array>

#include <fmt/format.h>

namespace sango::screens {
namespace {

// No I, L, O, U: they look like others.
constexpr std::array<std::string_view, 3> kSignRows{"1234567890", "ABCDEFGHJKM", "NPQRSTVWXYZ"};

}  // namespace

bool sign_keys(ui::Context& ui, std::string_view id, const ui::Rect& at, std::string& text,
               std::size_t most) {
    bool grew = false;
    const auto lines = at.rows(kSignRows.size(), ui::kSmallGap);
    for (std::size_t line = 0; line < kSignRows.size(); ++line) {
        const auto places = lines[line].columns(kSignRows[line].size(), ui::kSmallGap);
        for (std::size_t i = 0; i < kSignRows[line].size(); ++i) {
            const std::string sign(1, kSignRows[line][i]);
            if (!ui::button(ui, fmt::format("{}.{}", id, sign), places[i], sign) || text.size() >= most)
                continue;
            text += sign;
            grew = true;
        }
    }
    return grew;
}

}  // namespace sango::screens
