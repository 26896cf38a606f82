#pragma once

#include "kiosk/screens/intents.h"
#include "kiosk/screens/views.h"
#include "shared/clinic/clinic.h"

#include <optional>
#include <string>

namespace sango::app {

/// サインイン: whose badge was shown, who may come in, who is of the staff.
class SignInDesk {
public:
    /// Nobody is signed in where the clinic asks who is there, but for the one who `stays`.
    explicit SignInDesk(clinic::Clinic& clinic, bool stays = false);

    /// What is scanned is a badge, or nobody is signed in: it is this desk's.
    [[nodiscard]] bool takes(const std::string& scanned) const;
    void scanned(clinic::Clinic& clinic, const std::string& text);

    void handle(clinic::Clinic& clinic, const screens::EnterPin& intent);
    void handle(clinic::Clinic& clinic, const screens::LeaveSignIn& intent);
    void handle(clinic::Clinic& clinic, const screens::EnterByEmergency& intent);
    void handle(clinic::Clinic& clinic, const screens::LockTerminal& intent);
    void handle(clinic::Clinic& clinic, const screens::SeeEmergency& intent);
    void handle(clinic::Clinic& clinic, const screens::AddStaff& intent);
    void handle(clinic::Clinic& clinic, const screens::EndStaff& intent);
    void handle(clinic::Clinic& clinic, const screens::SetPin& intent);
    void handle(clinic::Clinic& clinic, const screens::PrintBadge& intent);
    void dismiss() { staff_notice_.reset(); }

    [[nodiscard]] bool open() const { return state_ == screens::SignInView::State::open; }
    [[nodiscard]] bool watching() const { return state_ == screens::SignInView::State::watch; }
    [[nodiscard]] screens::SignInView view(const clinic::Clinic& clinic, bool settings_visible) const;

private:
    void tell(const Result<Done>& result, Message done);
    void come_in();
    void look_whether_asked(const clinic::Clinic& clinic);
    void leave(clinic::Clinic& clinic);

    screens::SignInView::State state_ = screens::SignInView::State::open;
    bool asked_ = false;
    clinic::Staff holder_;  ///< whose badge was shown; empty id: nobody's
    std::optional<screens::Notice> notice_;
    std::optional<screens::Notice> staff_notice_;
};

}  // namespace sango::app
