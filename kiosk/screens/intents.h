#pragma once

#include "kiosk/screens/audit_view.h"
#include "kiosk/screens/board_intents.h"
#include "kiosk/screens/care_intents.h"
#include "kiosk/screens/desk_intents.h"
#include "kiosk/screens/figures_intents.h"
#include "kiosk/screens/first_start_intents.h"
#include "kiosk/screens/night_intents.h"
#include "kiosk/screens/report_intents.h"
#include "kiosk/screens/safety_intents.h"
#include "kiosk/screens/settings_intents.h"
#include "kiosk/screens/sign_in_intents.h"
#include "shared/clinic/care_note.h"
#include "shared/clinic/check_in.h"
#include "shared/clinic/people.h"

#include <chrono>
#include <memory>
#include <string>
#include <type_traits>
#include <typeindex>
#include <utility>

namespace sango::screens {

// What a tap means. Screens return these; the clinic thread carries them out. One intent, one use case.

// 受付
struct ScanText {
    std::string text;  ///< what a code or the wedge scanner gave
};
struct ScanUnreadable {};  ///< a picture was shown to the camera and held no code
struct EnterNumber {
    std::string typed;
};
struct SearchPeople {
    std::string text;
};
struct ChooseMother {
    std::string mother_id;
    std::string booking_id;  ///< empty: walk-in
};
struct SetService {
    programme::Service service{};
};
struct SetDays {
    int days = 1;
};
struct SetUnits {
    int units = 1;
};
struct AnswerInfection {
    bool infected = false;
};
struct AnswerTreatment {
    bool needed = false;
};
struct AcknowledgeAlert {
    std::string alert_id;
};
struct TickStamped {
    bool stamped = false;
};
struct MarkCardForgotten {
    bool forgotten = false;
};
struct ConfirmCheckIn {};
struct LeaveCheckIn {};  ///< やめる: nothing was recorded
struct UndoCheckIn {
    std::string use_id;
    std::string reason;
};
struct RegisterMother {
    clinic::Registration registration;
};
struct OpenCheckOut {
    std::string use_id;
};
struct ConfirmCheckOut {
    clinic::CheckOut check_out;
    bool slip = false;  ///< she wishes a slip (控え)
    bool english = false;
};
struct DismissNotice {};

// ケア
struct ChoosePair {
    std::string use_id;
};
struct ChooseChild {
    std::string child_id;  ///< empty: the mother
};
struct WriteNote {
    clinic::NewNote note;  ///< observed_at unset (epoch): now
};
struct CorrectNote {
    std::string note_id;
    clinic::NewNote instead;
    std::string reason;
};
struct RetractNote {
    std::string note_id;
    std::string reason;
};

// 報告
struct ShowMonth {
    std::chrono::year_month month{};
};
struct ChooseProgramme {
    std::string programme;
};
struct CloseMonth {};   ///< 確定する, of the chosen programme and month
struct SendReports {};  ///< 送信する: everything that waits, now
struct CancelSending {};

template <class... What>
struct Kinds {
    template <class One>
    static constexpr bool kHold = (std::is_same_v<One, What> || ...);
};
/// Every intent there is.
using EveryIntent =
    Kinds<ScanText, ScanUnreadable, EnterNumber, SearchPeople, ChooseMother, SetService, SetDays, SetUnits,
          AnswerInfection, AnswerTreatment, AcknowledgeAlert, TickStamped, MarkCardForgotten, ConfirmCheckIn,
          LeaveCheckIn, UndoCheckIn, RegisterMother, OpenCheckOut, ConfirmCheckOut, DismissNotice, ChoosePair,
          ChooseChild, WriteNote, CorrectNote, RetractNote, ShowMonth, ChooseProgramme, CloseMonth,
          SendReports, CancelSending, RecordOrientation, MarkDidNotCome, ConfirmClock, OpenCare,
          ReportCardLost, SeeCoupon, CountStamps, OpenPaper, ClosePaper, PrintSlip, ExportPapers, LeaveExport,
          IssueInvoice, WriteUserReport, SendAgain, ShowFiguresYear, ShowFiguresOf, ExportFigures, ShowBoard,
          SearchForBoard, BeginBooking, SetBookingService, TryBooking, PlaceBooking, OfferBooking, LetWait,
          LeaveBooking, OpenBooking, CancelBooking, DidNotCome, TakeBackBooking, RecordLook, TakeIntoKeeping,
          GiveBack, RetractLook, TakeWatch, EndWatch, SetPresent, SetBabyInterval, BeginHandover,
          ConfirmHandoverLine, FinishHandover, StartTimer, MoveTimer, StopTimer, DropTimer, AnswerMark,
          AnswerAllergies, WriteMind, ReportIncident, OpenIncident, RegradeIncident, SaveFormField,
          AddIncidentEvent, RetractIncidentEvent, RecordTold, AttachIncidentFile, MakeIncidentReport,
          CloseIncident, ShowAllIncidents, OpenProgramme, SwitchContract, AnswerSetting, PullProgrammes,
          LookForFiles, CloseFiles, TakeInFile, TakeOver, ChooseScreen, EnterPin, LeaveSignIn,
          EnterByEmergency, LockTerminal, SeeEmergency, AddStaff, EndStaff, SetPin, PrintBadge, ShowAudit,
          PrintIncident, PrintEmergency, ForgetEmergencyPaper, PrintHandover, PrintWeek, PrintUse,
          SetSheetFolder, LookForPrinters, SetPrinter, PrintHouse, FoundClinic, LookForFolders,
          WriteFirstPapers, FinishFirstStart, KeepDraft, SaveParticulars, OpenSettings>;

/// One of them, behind a pointer: a variant of a hundred kinds would be compiled whole into every screen.
class Intent {
public:
    template <class What>
    requires EveryIntent::kHold<What> Intent(What what)
        : what_(std::make_shared<const What>(std::move(what))), kind_(typeid(What)) {}

    /// What was meant, if it is of this kind; else null.
    template <class What>
    [[nodiscard]] const What* as() const {
        return kind_ == typeid(What) ? static_cast<const What*>(what_.get()) : nullptr;
    }

private:
    std::shared_ptr<const void> what_;
    std::type_index kind_;
};

}  // namespace sango::screens
