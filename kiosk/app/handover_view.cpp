#include "kiosk/app/handover_view.h"

#include "kiosk/app/child_line.h"
#include "shared/clinic/handover_words.h"

#include <algorithm>

namespace sango::app {
namespace {

using clinic::OpenLine;

std::string name_of(const clinic::Clinic& clinic, std::string_view staff_id) {
    const auto people = clinic::staff(clinic);
    if (!people.ok()) return {};
    const auto found = std::ranges::find(people.value(), staff_id, &clinic::Staff::id);
    return found == people->end() ? std::string() : found->name;
}

}  // namespace

screens::HandoverView handover_view(const clinic::Clinic& clinic) {
    screens::HandoverView view;
    if (const auto last = clinic::last_handover(clinic); last.ok()) view.last_at = last.value();
    const auto handover = clinic::handover_under_way(clinic);
    if (!handover.ok() || !handover.value()) return view;
    const auto lines = clinic::open_lines(clinic);
    if (!lines.ok()) return view;
    view.under_way = true;
    view.giver = name_of(clinic, (*handover)->given_by);
    view.receiver = name_of(clinic, (*handover)->received_by);
    view.begun_at = (*handover)->begun_at;
    const Instant now = clinic.clock.now();
    for (const OpenLine& line : lines.value()) {
        const std::pair key(std::string(clinic::word(line.kind)), line.subject);
        view.lines.push_back(
            {.kind = key.first,
             .subject = line.subject,
             .place = shown_place(line.place),
             .who = line.child.empty() ? line.mother : line.child,
             .words = line_words(line, now),
             .urgent = is_urgent(line, now),
             .confirmed = std::ranges::find((*handover)->confirmed, key) != (*handover)->confirmed.end()});
    }
    return view;
}

}  // namespace sango::app
