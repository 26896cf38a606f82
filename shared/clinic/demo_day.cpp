#include "shared/clinic/care_ask.h"
#include "shared/clinic/demo_story.h"

#include <algorithm>

namespace sango::clinic {
namespace {

using std::chrono::minutes;

struct Moment {
    int minutes_ago = 0;
    NoteKind kind{};
    std::string_view detail = "";
    std::optional<int> amount = {};
};

std::vector<Moment> baby_day(int last_weight) {
    return {{1'350, NoteKind::weight, "", last_weight - 30},
            {1'370, NoteKind::milk, "", 60},
            {1'360, NoteKind::nappy, "urine"},
            {1'335, NoteKind::sleep, "", 105},
            {1'320, NoteKind::temperature, "", 368},
            {1'260, NoteKind::nappy, "stool"},
            {1'175, NoteKind::breast, "both", 20},
            {1'145, NoteKind::nappy, "urine"},
            {1'150, NoteKind::sleep, "", 110},
            {1'010, NoteKind::milk, "", 60},
            {960, NoteKind::nappy, "stool"},
            {950, NoteKind::sleep, "", 110},
            {900, NoteKind::temperature, "", 369},
            {810, NoteKind::milk, "", 80},
            {780, NoteKind::nappy, "urine"},
            {780, NoteKind::sleep, "", 135},
            {620, NoteKind::breast, "left", 15},
            {600, NoteKind::nappy, "stool"},
            {590, NoteKind::sleep, "", 110},
            {540, NoteKind::temperature, "", 376},
            {445, NoteKind::milk, "", 60},
            {420, NoteKind::nappy, "urine"},
            {415, NoteKind::sleep, "", 135},
            {300, NoteKind::bath},
            {250, NoteKind::milk, "", 80},
            {240, NoteKind::nappy, "urine"},
            {225, NoteKind::sleep, "", 130},
            {210, NoteKind::weight, "", last_weight},
            {180, NoteKind::temperature, "", 369},
            {65, NoteKind::nappy, "stool"},
            {60, NoteKind::milk, "", 60}};
}

std::vector<Moment> mother_day() {
    return {{1'200, NoteKind::breast_care},
            {1'080, NoteKind::meal},
            {330, NoteKind::meal},
            {120, NoteKind::meal},
            {640, NoteKind::medication}};
}

void tell_notes(DemoStory& story, const DemoVisit& visit, const std::function<std::string()>& use_id,
                const std::vector<Moment>& moments, std::optional<std::size_t> child_at) {
    for (const Moment& moment : moments) {
        // A second child is looked after a little later than the first.
        const Instant observed = story.end() - minutes(moment.minutes_ago) +
                                 minutes(child_at ? 7 * static_cast<int>(*child_at) : 0);
        if (observed < visit.arrives) continue;
        story.at(std::min(observed + minutes(2), story.end()),
                 [&story, name = visit.name, use_id, moment, observed, child_at]() -> Result<Done> {
                     NewNote note{use_id(),      "", moment.kind, std::string(moment.detail),
                                  moment.amount, "", observed};
                     if (child_at) {
                         const auto mother = demo_mother(story.clinic(), name);
                         if (!mother) return mother.error();
                         if (*child_at >= mother->children.size()) return Done{};
                         note.child_id = mother->children[*child_at].id;
                     }
                     const auto written = write_note(story.clinic(), note);
                     if (!written) return written.error();
                     return Done{};
                 });
    }
}

/// A slip of the hand and its mending, so that a corrected and a retracted note can be seen.
void tell_mended_notes(DemoStory& story, const DemoVisit& visit, const std::function<std::string()>& use_id) {
    const Instant noted = story.end() - minutes(30);
    if (noted < visit.arrives) return;
    story.at(noted, [&story, use_id, noted]() -> Result<Done> {
        NewNote note{use_id(), "", NoteKind::text, "", std::nullopt, "夜はよく眠れたとのことです。", noted};
        const auto first = write_note(story.clinic(), note);
        if (!first) return first.error();
        note.text = "明け方に一度起きた後は、よく眠れたとのことです。";
        const auto second = correct_note(story.clinic(), *first, note, "聞きまちがい");
        if (!second) return second.error();
        note.text = "昼食は半分ほど召し上がりました。";
        const auto third = write_note(story.clinic(), note);
        if (!third) return third.error();
        return retract_note(story.clinic(), *third, "別の方の記録でした");
    });
}

}  // namespace

void tell_day_of_notes(DemoStory& story, const DemoVisit& visit, std::function<std::string()> use_id) {
    const auto demo = std::ranges::find(demo_mothers(), visit.name, &DemoMother::name);
    for (std::size_t i = 0; i < demo->children.size(); ++i) {
        const int weight = demo->children[i].weight_g + 32 * (demo->months * 30 + demo->days);
        tell_notes(story, visit, use_id, baby_day(weight), i);
    }
    story.at(visit.arrives + minutes(1), [&story, name = visit.name, use_id]() -> Result<Done> {
        const auto mother = demo_mother(story.clinic(), name);
        if (!mother) return mother.error();
        return record_allergies(story.clinic(), use_id(), !mother->allergies.empty(), mother->allergies);
    });
    tell_notes(story, visit, use_id, mother_day(), std::nullopt);
    tell_mended_notes(story, visit, use_id);
}

}  // namespace sango::clinic
