#include "shared/clinic/care_open.h"
#include "shared/clinic/handover.h"
#include "shared/clinic/safety.h"
#include "tests/clinic/desk.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace sango;
using namespace sango::clinic;
using sango::test::Desk;
using sango::test::whole;
using namespace std::chrono_literals;

namespace {

constexpr int kPairs = 15;
constexpr int kDays = 7;

/// A week of fifteen pairs as a busy clinic has it, from one seed. What it did is kept beside what the clinic
/// says.
struct Week {
    Desk desk;
    std::mt19937 dice{20'261'121};
    std::vector<std::string> staff_ids;
    struct Pair {
        std::string use_id;
        std::string child_id;
        bool kept = false;
        std::chrono::milliseconds looked_at{};
    };
    std::vector<Pair> pairs;
    std::set<std::string> notes;  ///< that count
    std::set<std::string> gone;   ///< corrected or retracted
    std::set<std::string> looks_gone;
    int looks = 0;
    int handovers = 0;
    int alarms = 0;
    int retracted = 0;

    int roll(int most) { return static_cast<int>(dice() % static_cast<unsigned>(most)); }
    Clinic& clinic() { return desk.clinic(); }

    void begin() {
        for (const Staff& person : whole(staff(clinic()))) staff_ids.push_back(person.id);
        REQUIRE(take_watch(clinic(), staff_ids.front()).ok());
        for (int i = 0; i < kPairs; ++i) {
            CheckInDraft draft = desk.draft_of_someone_new();
            draft.place = std::to_string(101 + i);
            draft.service = programme::Service::short_stay;
            draft.days = kDays;
            const auto use = check_in(clinic(), draft);
            REQUIRE_MESSAGE(use.ok(), (use.ok() ? "" : use.error().code));
            pairs.push_back(
                {*use, (*find_mother(clinic(), draft.mother_id))->children.front().id, false, {}});
        }
    }

    /// No due look without alarm: what the board says is due is exactly what was not looked at for its
    /// interval.
    void check_alarms() {
        const auto board = watch_board(clinic());
        REQUIRE(board.ok());
        const auto now = desk.clock.steady();
        std::size_t kept = 0;
        for (const Pair& pair : pairs) {
            const auto baby = std::ranges::find(board->babies, pair.child_id, &WatchedBaby::child_id);
            REQUIRE((baby != board->babies.end()) == pair.kept);
            if (!pair.kept) continue;
            ++kept;
            CHECK(baby->due <= pair.looked_at + 5min);
            const bool rings = alarm_at(clinic().safety->watch, baby->due, now) != Alarm::none;
            const bool overdue = now - pair.looked_at >= 5min;
            if (overdue) {
                CHECK(rings);
                alarms += rings;
            }
        }
        CHECK(board->babies.size() == kept);
    }

    void keep_or_give_back(Pair& pair) {
        if (pair.kept) {
            REQUIRE(give_back(clinic(), pair.child_id).ok());
            pair.kept = false;
            return;
        }
        REQUIRE(take_into_keeping(clinic(), pair.use_id, pair.child_id, {}).ok());
        pair.kept = true;
        pair.looked_at = desk.clock.steady();
        ++looks;
    }

    void look(Pair& pair) {
        if (!pair.kept) return;
        const auto id =
            record_look(clinic(), pair.child_id, {.posture = roll(40) == 0 ? Posture::prone : Posture::back});
        REQUIRE(id.ok());
        ++looks;
        if (roll(50) == 0) {
            REQUIRE(retract_look(clinic(), *id, "となりの赤ちゃんでした").ok());
            looks_gone.insert(*id);
            return;  // the look before counts
        }
        pair.looked_at = desk.clock.steady();
    }

    void note(Pair& pair) {
        NewNote note = desk.milk(pair.use_id, 40 + 10 * roll(8));
        note.child_id = pair.child_id;
        note.observed_at = desk.clock.now() - std::chrono::minutes(roll(90));
        switch (roll(4)) {
            case 0:
                note.kind = NoteKind::nappy;
                note.amount.reset();
                note.detail = "both";
                break;
            case 1:
                note.kind = NoteKind::temperature;
                note.amount = 362 + roll(20);
                break;
            default:
                break;
        }
        // Before her check-in day nothing can have been observed.
        const auto id = write_note(clinic(), note);
        if (!id.ok()) {
            REQUIRE(id.error().code == "bad_time");
            return;
        }
        notes.insert(*id);
        if (roll(25) == 0) {
            REQUIRE(retract_note(clinic(), *id, "二重").ok());
            notes.erase(*id);
            gone.insert(*id);
            ++retracted;
        } else if (roll(25) == 0) {
            const auto better = correct_note(clinic(), *id, note, "時刻");
            REQUIRE(better.ok());
            notes.erase(*id);
            gone.insert(*id);
            notes.insert(*better);
        }
    }

    void hand_over() {
        const auto board = watch_board(clinic());
        const std::string to =
            board->watcher->staff_id == staff_ids.front() ? staff_ids.back() : staff_ids.front();
        REQUIRE(begin_handover(clinic(), to).ok());
        for (const OpenLine& line : whole(open_lines(clinic())))
            REQUIRE(confirm_line(clinic(), line.kind, line.subject, "引き継ぎました").ok());
        REQUIRE(finish_handover(clinic()).ok());
        CHECK(watch_board(clinic())->watcher->staff_id == to);
        ++handovers;
    }

    /// What was retracted is in no view: neither on the page of the handover, nor among the marks, nor at a
    /// look.
    void check_retraction() {
        for (const OpenLine& line : whole(open_lines(clinic()))) {
            for (const Note& one : line.notes) CHECK_FALSE(gone.contains(one.id));
            if (line.mark) CHECK_FALSE(gone.contains(line.mark->note_id));
        }
        for (const WatchedBaby& baby : whole(watch_board(clinic())).babies)
            CHECK_FALSE(looks_gone.contains(baby.look_id));
        const CareLimits limits = care_limits(clinic());
        for (const InHouse& pair : whole(in_house(clinic())))
            for (const OpenMark& mark :
                 whole(care_open(clinic(), limits, pair, whole(notes_of_use(clinic(), pair.use_id)))).marks)
                CHECK_FALSE(gone.contains(mark.note_id));
    }

    /// No note is lost, none counts that was retracted: in the notes, and in what the report counts.
    void check_notes() {
        std::set<std::string> shown;
        for (const Pair& pair : pairs)
            for (const Note& one : whole(notes_of_use(clinic(), pair.use_id))) shown.insert(one.id);
        CHECK(shown == notes);
        std::size_t counted = 0;
        for (const RecordedUse& use :
             whole(uses_between(clinic(), "nerima", desk.today() - std::chrono::days(30), desk.today())))
            for (const auto& [kind, count] : use.care) counted += static_cast<std::size_t>(count);
        CHECK(counted == notes.size());
    }
};

}  // namespace

TEST_CASE("a week of fifteen pairs: no due look goes without alarm, and no note is lost") {
    Week week;
    week.begin();
    const Instant end = week.desk.clock.now() + std::chrono::days(kDays);
    int step = 0;
    while (week.desk.clock.now() < end) {
        week.desk.clock.turn(std::chrono::seconds(60 + week.roll(320)));
        ++step;
        // The night's misfortunes: the wall clock jumps, the program or the machine begins again.
        if (week.roll(200) == 0)
            week.desk.clock.jump_to(week.desk.clock.now() + std::chrono::seconds(week.roll(120)));
        if (week.roll(150) == 0) week.desk.open();
        if (step % 12 == 0) week.check_alarms();
        Week::Pair& pair = week.pairs[static_cast<std::size_t>(week.roll(kPairs))];
        switch (week.roll(8)) {
            case 0:
                week.keep_or_give_back(pair);
                break;
            case 1:
            case 2:
            case 3:
                week.look(pair);
                break;
            default:
                week.note(pair);
        }
        if (step % 240 == 0) {
            week.check_retraction();
            week.hand_over();
        }
    }
    week.check_alarms();
    week.check_retraction();
    week.check_notes();
    CHECK(week.desk.audit_holds());
    CHECK(week.notes.size() > 1'000);
    CHECK(week.looks > 500);
    CHECK(week.handovers >= 10);
    CHECK(week.alarms > 100);
    CHECK(week.retracted > 5);
}
