#pragma once

#include "shared/clinic/care_note.h"
#include "shared/clinic/check_in.h"
#include "shared/clinic/demo_people.h"

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace sango::clinic {

/// What happened in the demo clinic, told in any order and played in the order of time: the clock stands at
/// each moment while its use case runs.
class DemoStory {
public:
    using Report = std::function<Result<Done>(Clinic&, const std::string& use_id)>;
    DemoStory(Clinic& clinic, HandClock& clock, Instant end, Report report_on_use = {})
        : clinic_(clinic), clock_(clock), end_(end), report_on_use_(std::move(report_on_use)) {}

    /// Nothing happens after the end: what lies there does not happen.
    void at(Instant moment, std::function<Result<Done>()> happens);
    [[nodiscard]] Result<Done> play();

    [[nodiscard]] Result<Done> report_on_use(const std::string& use_id) {
        return report_on_use_ ? report_on_use_(clinic_, use_id) : Result<Done>(Done{});
    }
    [[nodiscard]] Clinic& clinic() { return clinic_; }
    [[nodiscard]] Instant end() const { return end_; }
    [[nodiscard]] Date today() const { return japan_date(end_); }

private:
    struct Happening {
        Instant moment;
        std::function<Result<Done>()> happens;
    };
    Clinic& clinic_;
    HandClock& clock_;
    Instant end_;
    Report report_on_use_;
    std::vector<Happening> happenings_;
};

/// A visit: check-in with her card, notes, check-out.
struct DemoVisit {
    std::string_view name;  ///< of the mother
    programme::Service service{};
    int days = 1;
    int units = 1;
    std::string_view place = "";
    Instant arrives{};
    std::optional<Instant> leaves = {};  ///< none: still in the house
    bool a_day_of_notes = false;         ///< as on the care screen; else a few
    bool reported = true;                ///< where a report on the use is wanted, it was written
};
void tell_visit(DemoStory& story, const DemoVisit& visit);

/// Feeds, nappies, sleep, temperatures and weights of the 24 hours before the story's end.
void tell_day_of_notes(DemoStory& story, const DemoVisit& visit, std::function<std::string()> use_id);

/// Where the story ends at night (21:00 to 6:00): babies in keeping, and someone who watches them.
void tell_night(DemoStory& story);

[[nodiscard]] Result<Mother> demo_mother(const Clinic& clinic, std::string_view name);

}  // namespace sango::clinic
