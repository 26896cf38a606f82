#pragma once

#include "kiosk/app/paper_tray.h"
#include "kiosk/screens/intents.h"
#include "kiosk/screens/views.h"
#include "shared/clinic/board.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sango::app {

/// 予約: which days are looked at, who is being placed, and what was just done.
class BoardDesk {
public:
    /// `tray` outlives the desk.
    explicit BoardDesk(PaperTray& tray) : tray_(tray) {}

    void handle(clinic::Clinic& clinic, const screens::ShowBoard& intent);
    void handle(clinic::Clinic& clinic, const screens::SearchForBoard& intent);
    void handle(clinic::Clinic& clinic, const screens::BeginBooking& intent);
    void handle(clinic::Clinic& clinic, const screens::SetBookingService& intent);
    void handle(clinic::Clinic& clinic, const screens::TryBooking& intent);
    void handle(clinic::Clinic& clinic, const screens::PlaceBooking& intent);
    void handle(clinic::Clinic& clinic, const screens::OfferBooking& intent);
    void handle(clinic::Clinic& clinic, const screens::LetWait& intent);
    void handle(clinic::Clinic& clinic, const screens::LeaveBooking& intent);
    void handle(clinic::Clinic& clinic, const screens::OpenBooking& intent);
    void handle(clinic::Clinic& clinic, const screens::CancelBooking& intent);
    void handle(clinic::Clinic& clinic, const screens::DidNotCome& intent);
    void handle(clinic::Clinic& clinic, const screens::TakeBackBooking& intent);
    void handle(clinic::Clinic& clinic, const screens::PrintWeek& intent);
    void dismiss();
    /// A minute has passed: offers that ended are withdrawn.
    void tick(clinic::Clinic& clinic);

    /// Empty while another screen is shown.
    [[nodiscard]] screens::BoardView view(clinic::Clinic& clinic);

private:
    struct Who {
        std::string name;
        Message town;
        std::uint32_t colour = 0;
    };
    struct Candidate {
        std::string mother_id;
        clinic::BookingDraft draft;
        bool moves = false;
        bool waits = false;
    };
    const Who& who(const clinic::Clinic& clinic, const std::string& mother_id);
    void done(std::string booking_id, std::string code, Message text);
    void fail(const Error& error);
    void find_bookings(const clinic::Clinic& clinic);
    void judge(const clinic::Clinic& clinic);
    [[nodiscard]] screens::BoardCandidate candidate_view(const clinic::Clinic& clinic, Date first);
    [[nodiscard]] std::optional<screens::BoardChosen> chosen_view(const clinic::Clinic& clinic);
    [[nodiscard]] std::vector<screens::BoardBar> bars(const clinic::Clinic& clinic,
                                                      const std::vector<clinic::Place>& places, Date first);
    [[nodiscard]] std::vector<screens::BoardWaiting> waiting(const clinic::Clinic& clinic);

    PaperTray& tray_;
    bool visible_ = false;
    std::optional<Date> first_;  ///< none: today
    int days_ = 14;
    std::optional<Candidate> candidate_;
    std::optional<clinic::BookingDraft> tried_;
    std::optional<screens::BoardAnswer> answer_;
    std::string opened_;
    std::string undo_id_;
    std::optional<screens::Notice> notice_;
    std::optional<std::vector<screens::PersonHit>> hits_;
    std::vector<screens::BoardFound> found_;
    std::map<std::string, Who, std::less<>> known_;
};

/// "練馬" / "Nerima": a municipality's name without what kind of municipality it is.
[[nodiscard]] Message town_of(const Message& municipality);
/// "11月29日(日)から3泊4日" / "Sun 29 November, 4 days": when a booking is.
[[nodiscard]] Message when_text(const clinic::Booking& booking);

}  // namespace sango::app
