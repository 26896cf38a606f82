#pragma once

#include <string_view>

namespace sango::store {

// The migrations, one file each, in the order in which schema.cpp runs them.
extern const std::string_view kFirst;        ///< the main job: mothers, uses, notes, reports, outbox, audit
extern const std::string_view kOutboxKinds;  ///< the outbox takes announcements of any kind
extern const std::string_view kBoard;        ///< the booking board: places, closures, what is held, lots
extern const std::string_view kMonth;        ///< month's end: earlier uses, invoices, erasing
extern const std::string_view kDesk;         ///< alerts seen, orientation, lost cards and coupons seen by eye
extern const std::string_view kCards;        ///< lost cards, the clinic's code for e-coupons, questionnaire
extern const std::string_view kPapers;       ///< what a municipality shares of a mother before a use
extern const std::string_view kCare;         ///< marks answered, timers, assessments, allergies asked
extern const std::string_view kNight;        ///< the night: keeping, looks, who watches, handover
extern const std::string_view kIncident;     ///< incidents, their form, reports and files
extern const std::string_view kSettings;     ///< history of the settings, programmes signed by a municipality
extern const std::string_view kStaff;        ///< PINs, badges, who signed in
extern const std::string_view kSlip;         ///< what she pays, line by line, as it was said
extern const std::string_view
    kOutboxBody;  ///< bodies of the outbox apart from it, so that they can be erased
extern const std::string_view kQuestionnaire;  ///< how many answered the questionnaire
extern const std::string_view kCoordination;   ///< which centre and person coordinate a mother's uses
extern const std::string_view kDraft;          ///< what is being written

}  // namespace sango::store
