#include "kiosk/ui/registry.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace sango::ui {

std::string_view role_text(Role role) {
    static constexpr std::array<std::string_view, 18> kWords{
        "button", "tile",     "chip", "text",   "heading", "field", "checkbox", "choice",  "row",
        "card",   "progress", "mark", "dialog", "toast",   "rail",  "chart",    "picture", "scroll"};
    return kWords[static_cast<std::size_t>(role)];
}

std::string state_text(const Entry& entry) {
    std::string out;
    const auto add = [&](std::string_view word) {
        if (!out.empty()) out += ' ';
        out += word;
    };
    if (entry.checked) add(*entry.checked ? "checked" : "unchecked");
    if (entry.selected) add("selected");
    if (entry.focused) add("focused");
    if (!entry.visible) add("hidden");
    if (entry.covered) add("covered");
    if (!entry.enabled) add(entry.why.empty() ? "disabled" : "disabled: " + entry.why);
    return out;
}

void Registry::begin_frame() {
    entries_.clear();
}

void Registry::add(Entry entry) {
    entries_.push_back(std::move(entry));
}

const Entry* Registry::find(std::string_view id) const {
    const auto found =
        std::find_if(entries_.rbegin(), entries_.rend(), [&](const Entry& entry) { return entry.id == id; });
    return found == entries_.rend() ? nullptr : &*found;
}

std::vector<std::string> Registry::duplicates() const {
    std::vector<std::string> ids;
    for (const Entry& entry : entries_)
        if (!entry.id.empty()) ids.push_back(entry.id);
    std::sort(ids.begin(), ids.end());
    std::vector<std::string> twice;
    for (std::size_t i = 1; i < ids.size(); ++i)
        if (ids[i] == ids[i - 1] && (twice.empty() || twice.back() != ids[i])) twice.push_back(ids[i]);
    return twice;
}

std::string Registry::list() const {
    std::string out;
    for (const Entry& entry : entries_) {
        if (entry.id.empty()) continue;
        std::string text = entry.text;
        std::replace(text.begin(), text.end(), '\n', ' ');
        std::replace(text.begin(), text.end(), '\t', ' ');
        out += fmt::format("{}\t{}\t\"{}\"\t{}\t{},{} {}x{}\n", entry.id, role_text(entry.role), text,
                           state_text(entry), std::lround(entry.at.x), std::lround(entry.at.y),
                           std::lround(entry.at.w), std::lround(entry.at.h));
    }
    return out;
}

}  // namespace sango::ui
