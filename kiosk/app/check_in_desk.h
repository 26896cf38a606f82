#pragma once

#include "kiosk/screens/intents.h"
#include "kiosk/screens/views.h"
#include "shared/clinic/check_in.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace sango::app {

/// 受付: the one check-in that is being prepared at the desk, and what was just done.
class CheckInDesk {
public:
    /// Called when a mother comes to the desk: her uses elsewhere are asked for.
    using AskBalance = std::function<void(const std::string& programme, const std::string& user_number)>;
    explicit CheckInDesk(AskBalance ask_balance) : ask_balance_(std::move(ask_balance)) {}

    void handle(clinic::Clinic& clinic, const screens::ScanText& intent);
    void handle(clinic::Clinic& clinic, const screens::ScanUnreadable& intent);
    void handle(clinic::Clinic& clinic, const screens::EnterNumber& intent);
    void handle(clinic::Clinic& clinic, const screens::SearchPeople& intent);
    void handle(clinic::Clinic& clinic, const screens::ChooseMother& intent);
    void handle(clinic::Clinic& clinic, const screens::SetService& intent);
    void handle(clinic::Clinic& clinic, const screens::SetDays& intent);
    void handle(clinic::Clinic& clinic, const screens::SetUnits& intent);
    void handle(clinic::Clinic& clinic, const screens::AnswerInfection& intent);
    void handle(clinic::Clinic& clinic, const screens::AnswerTreatment& intent);
    void handle(clinic::Clinic& clinic, const screens::AcknowledgeAlert& intent);
    void handle(clinic::Clinic& clinic, const screens::TickStamped& intent);
    void handle(clinic::Clinic& clinic, const screens::RecordOrientation& intent);
    void handle(clinic::Clinic& clinic, const screens::MarkDidNotCome& intent);
    void handle(clinic::Clinic& clinic, const screens::MarkCardForgotten& intent);
    void handle(clinic::Clinic& clinic, const screens::ReportCardLost& intent);
    void handle(clinic::Clinic& clinic, const screens::SeeCoupon& intent);
    void handle(clinic::Clinic& clinic, const screens::CountStamps& intent);
    void handle(clinic::Clinic& clinic, const screens::ConfirmCheckIn& intent);
    void handle(clinic::Clinic& clinic, const screens::LeaveCheckIn& intent);
    void handle(clinic::Clinic& clinic, const screens::UndoCheckIn& intent);
    void handle(clinic::Clinic& clinic, const screens::RegisterMother& intent);
    void handle(clinic::Clinic& clinic, const screens::OpenCheckOut& intent);
    void handle(clinic::Clinic& clinic, const screens::ConfirmCheckOut& intent);
    void handle(clinic::Clinic& clinic, const screens::PrintSlip& intent);
    void handle(clinic::Clinic& clinic, const screens::DismissNotice& intent);

    /// Said over the desk by another part of the kiosk.
    void tell(screens::Notice notice) { notice_ = std::move(notice); }

    [[nodiscard]] screens::CheckInView view(clinic::Clinic& clinic) const;

private:
    struct Desk {
        clinic::CheckInDraft draft;
    };

    void begin(clinic::Clinic& clinic, const clinic::CheckInDraft& draft);
    void print_slip(clinic::Clinic& clinic, const std::string& use_id, bool english);
    void fail(const Error& error);
    void clear();
    [[nodiscard]] std::vector<screens::ExpectedRow> expected_rows(clinic::Clinic& clinic) const;
    [[nodiscard]] std::optional<screens::CheckOutView> check_out_view(clinic::Clinic& clinic) const;

    AskBalance ask_balance_;
    std::optional<Desk> desk_;
    std::optional<std::string> check_out_use_;
    std::optional<screens::DoneView> done_;
    std::optional<screens::LeftView> left_;
    std::optional<screens::Notice> notice_;
    std::optional<std::vector<screens::PersonHit>> hits_;
    std::optional<clinic::Registration> register_form_;
    clinic::CheckInDraft waiting_for_name_;  ///< what goes on once the form is filled in
    std::uint64_t scans_ = 0;
};

/// What the verdict panel shows for a draft (candidate_view.cpp).
[[nodiscard]] Result<screens::CandidateView> candidate_view(clinic::Clinic& clinic,
                                                            const clinic::CheckInDraft& draft);

/// The questionnaire's code for her who has just left, recorded as shown; none where the programme has none,
/// or her days are long over (desk_codes.cpp).
[[nodiscard]] std::optional<screens::LeftView> left_view(clinic::Clinic& clinic, const clinic::InHouse& use);
/// The clinic's own codes for e-coupons, one a contracted programme that has them.
[[nodiscard]] std::vector<screens::CouponCode> coupon_codes(const clinic::Clinic& clinic);
/// What she shows while no card of hers has been read: nothing, or a card whose loss was reported.
[[nodiscard]] std::string shown_without_card(const clinic::Clinic& clinic, std::string_view mother_id);

/// The programme version in force today, or nullptr.
[[nodiscard]] const programme::Programme* programme_today(const clinic::Clinic& clinic, std::string_view id);

}  // namespace sango::app
