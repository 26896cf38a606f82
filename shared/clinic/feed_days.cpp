#include "shared/clinic/feed_days.h"

namespace sango::clinic {

std::vector<FeedDay> feeds_by_day(const std::vector<Note>& notes, std::string_view child_id) {
    std::vector<FeedDay> feeds;
    for (const Note& note : notes) {
        const bool milk = note.what.kind == NoteKind::milk;
        if (note.what.child_id != child_id || (!milk && note.what.kind != NoteKind::breast)) continue;
        const Date day = japan_date(note.what.observed_at);
        if (feeds.empty()) feeds.push_back({day});
        while (feeds.back().day < day) feeds.push_back({feeds.back().day + std::chrono::days(1)});
        if (milk) feeds.back().ml += note.what.amount.value_or(0);
        ++feeds.back().times;
    }
    return feeds;
}

}  // namespace sango::clinic
