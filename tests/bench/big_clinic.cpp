#include "tests/bench/big_clinic.h"

#include "shared/base/assets.h"
#include "shared/base/user_number.h"
#include "shared/clinic/people.h"
#include "tests/bench/measure.h"

#include <fmt/format.h>
#include <sqlite3.h>

namespace sango::bench {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

constexpr int kUsesAMother = 10;  // below the programme's limit
constexpr Date kBefore = make_date(2026, 9, 30);
constexpr Date kToday = make_date(2026, 11, 21);

clinic::Registration mother(int nth) {
    clinic::Registration told;
    told.programme = "nerima";
    told.user_number = *make_user_number('N', fmt::format("{}", 10'000 + nth));
    told.name = fmt::format("測定 {}", nth);
    told.kana = "そくてい";
    told.facts.resident = true;
    told.facts.household = programme::Household::taxed;
    told.facts.household_confirmed_on = make_date(2026, 9, 20);
    told.facts.medical_treatment = false;
    told.facts.unwell_or_anxious = true;
    told.decision.granted = true;
    clinic::Child baby;
    baby.born = make_date(2026, 9, 1);
    baby.weight_g = 3'000;
    told.children = {baby};
    return told;
}

clinic::CheckInDraft day_care(const std::string& mother_id) {
    clinic::CheckInDraft draft;
    draft.mother_id = mother_id;
    draft.service = programme::Service::day_care;
    draft.acute_infection = false;
    return draft;
}

}  // namespace

BigClinic::BigClinic(const std::filesystem::path& data, int size)
    : uses_(20 * size), clock_(japan_instant(kBefore, hours(9))) {
    if (!std::filesystem::exists(data)) make(data);
    clock_.jump_to(japan_instant(kToday, hours(14)));
    open(data);
    clinic::Clinic& clinic = *clinic_;
    mothers_.clear();
    for (int i = 0; i * kUsesAMother < uses_ + kUsesAMother; ++i)
        mothers_.push_back(must(clinic::register_mother(clinic, mother(i))));
    auto here = must(clinic::in_house(clinic));
    if (here.empty()) {
        (void)must(clinic::check_in(clinic, day_care(mothers_.front())));
        here = must(clinic::in_house(clinic));
    }
    use_id_ = here.front().use_id;
    child_id_ = here.front().mother.children.front().id;
}

void BigClinic::open(const std::filesystem::path& data) {
    clinic_.emplace(must(clinic::open({data, assets_folder()}, clock_, system_random())));
}

void BigClinic::make(const std::filesystem::path& data) {
    (void)must(clinic::create(data, {"sakura-0123", "測定の助産院", {{"測定 係", "manager"}}}, clock_,
                              system_random()));
    open(data);
    // What is measured comes later: until then nothing need survive a power cut.
    sqlite3_exec(clinic_->database.handle(), "PRAGMA synchronous = OFF", nullptr, nullptr, nullptr);
    (void)must(clinic::set_setting(*clinic_, "contract.nerima", "1"));
    for (int i = 0; i * kUsesAMother < uses_ + kUsesAMother; ++i)
        mothers_.push_back(must(clinic::register_mother(*clinic_, mother(i))));
    october();
    sqlite3_exec(clinic_->database.handle(), "PRAGMA synchronous = FULL", nullptr, nullptr, nullptr);
    (void)must(clinic_->database.checkpoint());
    clinic_.reset();
}

void BigClinic::october() {
    int made = 0;
    for (int day = 0; day < kUsesAMother; ++day) {
        const Date today = kBefore + days(1 + 3 * day);
        clock_.jump_to(japan_instant(today, hours(10)));
        std::vector<clinic::InHouse> here;
        for (const std::string& id : mothers_) {
            if (made == uses_) break;
            (void)must(clinic::check_in(*clinic_, day_care(id)));
            ++made;
        }
        here = must(clinic::in_house(*clinic_));
        clock_.jump_to(japan_instant(today, hours(16)));
        for (const clinic::InHouse& pair : here) {
            for (int i = 0; i < kNotesAUse; ++i) {
                clinic::NewNote note;
                note.use_id = pair.use_id;
                note.child_id = pair.mother.children.front().id;
                note.kind = i % 3 == 0 ? clinic::NoteKind::nappy : clinic::NoteKind::milk;
                if (note.kind == clinic::NoteKind::nappy)
                    note.detail = "urine";
                else
                    note.amount = 40 + i;
                note.observed_at = japan_instant(today, hours(10) + minutes(3 * i));
                (void)must(clinic::write_note(*clinic_, note));
            }
            (void)must(clinic::check_out(*clinic_, {pair.use_id, clinic::Condition::well,
                                                    clinic::Condition::well, false, pair.copay}));
        }
    }
}

clinic::NewNote BigClinic::note(int nth) const {
    clinic::NewNote note;
    note.use_id = use_id_;
    note.child_id = child_id_;
    note.kind = clinic::NoteKind::milk;
    note.amount = 20 + nth % 300;
    note.observed_at = clock_.now();
    return note;
}

clinic::CheckInDraft BigClinic::arrival() const {
    return day_care(mothers_.back());
}

}  // namespace sango::bench
