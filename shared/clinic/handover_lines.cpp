#include "shared/clinic/handover_lines.h"

#include "shared/clinic/care_timer.h"
#include "shared/clinic/incident.h"

#include <algorithm>

namespace sango::clinic {
namespace {

OpenLine line_of(OpenLine::Kind kind, std::string subject, const InHouse& pair) {
    OpenLine line;
    line.kind = kind;
    line.subject = std::move(subject);
    line.use_id = pair.use_id;
    line.mother_id = pair.mother.id;
    line.place = pair.place;
    line.mother = pair.mother.name;
    return line;
}

void name_child(OpenLine& line, const InHouse& pair, std::string_view child_id) {
    line.child_id = child_id;
    const auto child = std::ranges::find(pair.mother.children, child_id, &Child::id);
    if (child != pair.mother.children.end()) line.child = child->name;
}

Result<Done> add_watch(const Clinic& clinic, std::vector<OpenLine>& lines) {
    auto board = watch_board(clinic);
    if (!board) return board.error();
    for (WatchedBaby& baby : board->babies) {
        OpenLine& line = lines.emplace_back();
        line.kind = OpenLine::Kind::watch;
        line.subject = baby.child_id;
        line.use_id = baby.use_id;
        line.mother_id = baby.mother_id;
        line.child_id = baby.child_id;
        line.place = baby.place;
        line.mother = baby.mother_name;
        line.child = baby.name;
        line.baby = std::move(baby);
    }
    return Done{};
}

}  // namespace

Result<std::vector<OpenLine>> open_lines(const Clinic& clinic) {
    std::vector<OpenLine> lines;
    if (auto added = add_watch(clinic, lines); !added) return added.error();
    const auto asked = deadlines(clinic);
    if (!asked) return asked.error();
    for (const Deadline& deadline : *asked) {
        const auto known = std::ranges::find(lines, deadline.incident_id, &OpenLine::subject);
        if (known != lines.end()) continue;  // one line an incident, the soonest deadline
        OpenLine& line = lines.emplace_back();
        line.kind = OpenLine::Kind::incident;
        line.subject = deadline.incident_id;
        line.due = deadline.due;
    }
    const auto since = last_handover(clinic);
    if (!since) return since.error();
    const auto pairs = in_house(clinic);
    if (!pairs) return pairs.error();
    const CareLimits limits = care_limits(clinic);
    std::vector<OpenLine> feeds;
    std::vector<OpenLine> told;
    for (const InHouse& pair : *pairs) {
        auto notes = notes_of_use(clinic, pair.use_id);
        if (!notes) return notes.error();
        const auto open = care_open(clinic, limits, pair, *notes);
        if (!open) return open.error();
        for (const OpenMark& mark : open->marks) {
            OpenLine line = line_of(OpenLine::Kind::mark, mark.note_id, pair);
            name_child(line, pair, mark.child_id);
            line.mark = mark;
            lines.push_back(std::move(line));
        }
        for (const OpenFeed& feed : open->feeds) {
            OpenLine line = line_of(OpenLine::Kind::feed, feed.child_id, pair);
            name_child(line, pair, feed.child_id);
            line.due = feed.due;
            feeds.push_back(std::move(line));
        }
        const auto timers = running_timers(clinic, pair.use_id);
        if (!timers) return timers.error();
        for (const CareTimer& timer : *timers) {
            OpenLine line = line_of(OpenLine::Kind::timer, timer.id, pair);
            name_child(line, pair, timer.child_id);
            line.due = timer.started_at;
            feeds.push_back(std::move(line));
        }
        OpenLine line = line_of(OpenLine::Kind::pair, pair.use_id, pair);
        for (Note& note : *notes)
            if (!*since || note.recorded_at > **since) line.notes.push_back(std::move(note));
        told.push_back(std::move(line));
    }
    std::ranges::stable_sort(feeds, {}, &OpenLine::due);
    for (auto* part : {&feeds, &told})
        for (OpenLine& line : *part) lines.push_back(std::move(line));
    return lines;
}

}  // namespace sango::clinic
