#pragma once

#include "kiosk/screens/board_view.h"
#include "kiosk/screens/desk_view.h"
#include "kiosk/screens/figures_view.h"
#include "kiosk/screens/first_start_view.h"
#include "kiosk/screens/night_view.h"
#include "kiosk/screens/notice.h"
#include "kiosk/screens/report_papers_view.h"
#include "kiosk/screens/safety_view.h"
#include "kiosk/screens/settings_view.h"
#include "kiosk/screens/sign_in_view.h"
#include "shared/clinic/care_note.h"
#include "shared/clinic/check_in.h"
#include "shared/clinic/feed_days.h"
#include "shared/clinic/kept_draft.h"

#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace sango::screens {

// What a screen shows: plain values, built on the clinic thread, copied to the UI thread. Sentences come in
// both languages, so that switching is live. No screen computes a rule.

/// One line of the emergency panel: 119, the cooperating hospital, ...
struct EmergencyLine {
    Message who;
    std::string number;
    std::vector<Message> steps = {};  ///< what to say, in order
};

/// A paper that a municipality waits for, from a week before.
struct BarDeadline {
    Message text;  ///< 練馬区 実施報告書 あと3日
    int days_left = 0;
};

struct BarView {
    std::optional<BarDeadline> deadline;  ///< the nearest
    std::string clinic_name;
    Instant now{};
    std::chrono::milliseconds steady{};  ///< for intervals: Clock::steady() at `now`
    std::string staff_name;
    int waiting = 0;  ///< items not yet received by a municipality
    int refused = 0;
    bool sending = false;
    std::optional<Instant> next_try_at;
    std::optional<Message> trouble;   ///< disk, clock: stays until it is over
    bool clock_doubted = false;       ///< the trouble is the clock, and a person may say that it is right
    std::optional<Message> no_sound;  ///< alarms can be seen and not heard
    std::vector<EmergencyLine> emergency;         ///< empty: the bar shows no 緊急
    std::vector<Message> emergency_notes = {};    ///< AED place, the clinic's own flow
    std::optional<Message> emergency_paper = {};  ///< where the printed copy was just written, or why not
    std::vector<IncidentDue> deadlines = {};      ///< of incidents, soonest first
};

// 受付 ------------------------------------------------------------------------------------------------------

struct ExpectedRow {
    std::string booking_id;
    std::string mother_id;
    std::string use_id;
    std::string name;
    std::optional<int> starts_at;  ///< minutes after midnight
    Message service;
    clinic::Attendance attendance{};
    bool at_desk = false;  ///< 受付中
};

struct PersonHit {
    std::string mother_id;
    std::string name, kana, user_number;
    Message programme;
    std::uint32_t colour = 0;
};

struct ChildLine {
    std::string name;  ///< may be empty
    Message age;       ///< 生後2か月9日(修正2か月0日)
};

struct AlertChip {
    std::string id;  ///< "allergy", "follow_up", "support"
    Message text;    ///< 卵アレルギー
    bool acknowledged = false;
};

struct ReasonRow {
    std::string rule;
    programme::Outcome outcome{};
    Message text;
    std::string source;
};

struct AllowanceBar {
    programme::Service service{};
    Message name;
    int left = 0;
    int total = 0;
};

struct ServiceChoice {
    programme::Service service{};
    Message name;
};

/// The mother at the desk, with the verdict.
struct CandidateView {
    std::string mother_id;
    std::string name, kana, user_number;
    Message programme;
    std::uint32_t colour = 0;
    std::vector<ChildLine> children;  ///< empty after a loss: then nothing speaks of a baby
    std::vector<AlertChip> alerts;
    std::vector<ServiceChoice> services;
    programme::Service service{};
    int days = 1;
    int units = 1;
    bool counts_days = true;  ///< the stepper is for days (stay), else for units
    bool shows_stepper = false;
    programme::Outcome verdict{};
    Message headline;  ///< ご利用いただけます / 確認が必要です / ご利用いただけません
    Message subtitle;  ///< 母子デイケア きょう1日
    std::vector<ReasonRow> reasons;
    std::vector<AllowanceBar> allowances;
    std::optional<Message> balance_note;  ///< how old the municipality's answer about uses elsewhere is
    std::vector<std::pair<Message, Yen>> lines;
    std::optional<Yen> copay;
    bool asks_infection =
        false;  ///< the question is open or was answered today: show the two answers in its row
    std::optional<bool> infected;
    bool asks_treatment = false;
    std::optional<bool> treatment;
    bool asks_orientation = false;   ///< this clinic gives one before the first use, and she has had none
    std::string booking_id;          ///< empty: walk-in
    std::optional<Message> no_show;  ///< she is late: what follows if she does not come at all
    bool asks_stamp = false;         ///< a paper card: date written, stamped, handed back
    bool stamped = false;
    Message stamp_sentence;
    bool card_shown = false;
    bool card_forgotten = false;
    Message forgotten_sentence;  ///< what the programme, or else whom to ask, says to do without card
    bool has_cards = true;       ///< this programme gives its users a card or an e-coupon
    bool has_coupons = false;    ///< an e-coupon may be shown on a phone
    bool coupon_seen = false;    ///< a midwife saw it there
    Message coupon_sentence;     ///< what the programme says to do with it
    std::optional<CodeView> coupon_code;  ///< the clinic's own code, for her phone
    bool asks_stamps = false;  ///< nobody can say what was used elsewhere: count what stands on her card
    std::optional<int> stamps;
    int used_known = 0;                     ///< where counting starts
    std::optional<Message> missing;         ///< 紛失を届けました: no reissued card has been read yet
    Message lost_sentence;                  ///< what to do when it is lost
    std::vector<PaperLine> papers;          ///< shared by the municipality, newest first
    std::optional<Message> cannot_confirm;  ///< why 受付する is greyed; none: it can be pressed
};

struct CheckOutView {
    std::string use_id;
    std::string name;
    Message service;
    Date first_day{};
    int days = 1;
    Yen copay{};
};

/// Just recorded: shown with an undo until something else is done.
struct DoneView {
    std::string use_id;
    std::string name;
    Message service;
    Yen copay{};
    bool announced = false;  ///< the municipality has confirmed the notice
};

struct CheckInView {
    std::vector<ExpectedRow> expected;
    std::vector<clinic::InHouse> in_house;    ///< for check-out and undo
    std::vector<clinic::InHouse> unfinished;  ///< days over, leaving never recorded
    std::optional<CandidateView> candidate;
    std::optional<CheckOutView> check_out;
    std::optional<DoneView> done;
    std::optional<LeftView> left;
    std::vector<CouponCode> coupon_codes;
    std::optional<Notice> notice;
    std::optional<std::vector<PersonHit>> hits;  ///< none: nothing was searched
    std::optional<clinic::Registration>
        register_form;  ///< set when a card was read whose mother has no name here yet
    std::vector<std::pair<std::string, Message>> programmes;  ///< id and name, for the form
    std::set<std::string> own_numbers;  ///< programmes whose user numbers have no check sign of ours
    std::uint64_t scans = 0;            ///< grows with each answered scan, so that the camera frame can flash
};

// ケア ------------------------------------------------------------------------------------------------------

struct PairTile {
    std::string use_id;
    std::string place;
    std::string mother;
    std::vector<std::string> babies;
    std::optional<Message> due;  ///< 授乳 14:30
    enum class Urgency { calm, soon, now } urgency{};
};

struct ChildTab {
    std::string child_id;  ///< empty: the mother
    std::string name;
    Message age;
};

enum class Lane { feed, nappy, sleep, temperature };
struct TimelineMark {
    Lane lane{};
    Instant from{};
    std::optional<Instant> until;  ///< sleep, breast
    std::string label;             ///< "60", "36.8"
    std::string detail;            ///< note detail: milk / breast, urine / stool / both
    bool out_of_range = false;
    std::string note_id;
};

struct NoteRow {
    std::string note_id;
    clinic::Note note;
    Message text;  ///< ミルク 80 ml
    bool out_of_range = false;
    bool unanswered = false;  ///< out of range, and nobody has answered yet
};

struct TimerView {
    std::string timer_id;
    std::string child_id;
    clinic::NoteKind kind{};
    std::string name;  ///< of whom
    Message words;     ///< 母乳 左
    Instant started_at{};
};

/// EPDS, its item 10 and the bonding score as last entered.
struct MindView {
    bool leaving = false;
    std::optional<int> epds;
    std::optional<int> item_10;
    std::optional<int> bonding;
    bool follow_up = false;
    bool may_tell = false;
    std::string called;  ///< name of who came
};

struct CareView {
    std::vector<PairTile> tiles;
    std::string use_id;    ///< chosen pair; empty: nobody in the house
    std::string child_id;  ///< chosen child; empty: the mother
    std::vector<ChildTab> tabs;
    std::string name;  ///< of who is chosen
    Message age;
    std::string mother;
    std::string place;
    std::vector<AlertChip> alerts;
    std::vector<PaperLine> papers;  ///< shared by the municipality, newest first
    std::optional<int> weight_g;
    std::optional<int> grams_per_day;  ///< since the weighing before
    std::optional<int> birth_weight_g;
    std::vector<clinic::WeightPoint> weights;
    Instant timeline_from{};  ///< 24 hours from here
    std::vector<TimelineMark> marks;
    int milk_ml = 0;
    int urine = 0;
    int stool = 0;
    std::vector<NoteRow> notes;       ///< newest first
    std::optional<int> last_milk_ml;  ///< what to offer first
    std::optional<Notice> notice;
    std::string last_note_id;            ///< just written: can be taken back
    std::vector<TimerView> timers = {};  ///< of the whole pair, oldest first
    bool allergies_asked = true;         ///< before any meal or milk
    std::string allergies = {};          ///< known, as written
    std::vector<MindView> minds = {};
    std::vector<std::pair<std::string, std::string>> staff = {};  ///< id and name: who came to her
    std::optional<clinic::KeptDraft> kept = {};  ///< what was being written when the program ended
    std::vector<clinic::FeedDay> feeds = {};     ///< of the chosen child, this stay, oldest first
};

// 報告 ------------------------------------------------------------------------------------------------------

/// 集計 → 点検 → 確定 → 送信 → 受理
enum class Step { collected, checked, closed, sent, accepted };

struct ReportCard {
    std::string programme;
    Message name;
    std::uint32_t colour = 0;
    int persons = 0;
    int days = 0;
    Step done{};  ///< the last step that is done
    enum class Tone { neutral, waiting, attention, done } tone{};
    Message state;  ///< 受理 R8-10-0412 / 確認が2件 / 送信中 64% / 点検中
};

struct ReportRowView {
    std::string user_number;
    Message service;
    std::string days_text;  ///< 10/3〜10/6
    int days = 1;
    int units = 1;
    Yen copay{};
    std::vector<Message> gaps;     ///< empty: ○
    std::vector<Message> refused;  ///< what the municipality said of this row
    std::string use_id;            ///< where a gap is mended
    std::string incident_id;       ///< that still has to be told to the municipality
    int told = 0;                  ///< 口頭で伝えた出来事
    bool still_in_house = false;
    enum class Mend {
        check_out,
        care,
        user_report,
        incident
    } mended_at = Mend::check_out;  ///< the screen a gap leads to
};

struct ReportView {
    std::chrono::year_month month{};
    std::vector<ReportCard> cards;
    std::string programme;  ///< chosen
    Message name;
    std::uint32_t colour = 0;
    Step step{};  ///< of the chosen report: the one being done now
    bool refused = false;
    std::vector<ReportRowView> rows;
    std::vector<std::pair<Message, Message>> totals;  ///< 実人員 / 18人
    std::vector<Message> refusals;                    ///< reasons that name no row
    std::optional<Date> report_due;
    std::optional<int> days_left;
    std::optional<Date> invoice_due;
    std::optional<int> invoice_days_left;
    std::string receipt_number;
    std::optional<Instant> received_at;
    std::optional<Instant> next_try_at;
    bool sending = false;
    int sending_percent = 0;
    enum class Action { none, close, send, cancel, invoice } action{};
    ReportPapersView papers;
    std::optional<Message> action_blocked;  ///< why the button is greyed: あと2件を直すと押せます
    std::optional<Notice> notice;
};

// 予約 (its parts in board_view.h)
// ----------------------------------------------------------------------------

struct BoardView {
    bool shown = false;
    Date today{};
    Date first{};
    int days = 0;
    std::vector<BoardRow> rows;
    std::vector<BoardBar> bars;  ///< by place, then by time
    std::vector<BoardClosed> closed;
    std::optional<BoardCandidate> candidate;
    std::optional<BoardAnswer> answer;
    std::optional<BoardChosen> chosen;
    std::vector<BoardWaiting> waiting;
    std::optional<std::vector<PersonHit>> hits;
    std::vector<BoardFound> found;  ///< bookings of the hits that stand, by day
    int free = 0;                   ///< places with room on the days shown
    Message today_line;             ///< きょう 到着 3・利用中 4・退所 1
    std::string undo_id;            ///< the booking just changed: it can be taken back
    std::optional<Notice> notice;
};

/// Everything the UI thread needs for a frame.
struct KioskView {
    BarView bar;
    CheckInView check_in;
    CareView care;
    BoardView board;
    NightView night;
    SafetyView safety;
    ReportView report;
    FiguresView figures;
    std::optional<PapersView> shared_papers;  ///< open over whatever screen
    SettingsView settings;
    std::optional<Notice> settings_notice;
    ScreenChoices screen;
    SignInView sign_in;
    std::optional<FirstStartView> first_start;  ///< then it is the only one
    std::uint64_t version = 0;                  ///< grows with each change
};

}  // namespace sango::screens
