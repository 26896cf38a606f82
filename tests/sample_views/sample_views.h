#pragma once

#include "kiosk/screens/views.h"

#include <string>
#include <string_view>

namespace sango::sample {

/// Hand-made views of an invented clinic, for the tests and the pictures of the screens. Every name, number
/// and rule in them is made up.

/// A Saturday afternoon: "2026-11-21 14:05".
[[nodiscard]] Instant at(int hour, int minute, unsigned day = 21);

[[nodiscard]] screens::BarView bar();
/// A code as a phone would read it.
[[nodiscard]] screens::CodeView code(std::string_view text);
/// Nobody at the desk, the clinic's own code beside the card.
[[nodiscard]] screens::CheckInView desk_with_code();
/// She came without her card.
[[nodiscard]] screens::CandidateView without_card();
/// Siblings come along too, the stay is counted, and the bill has three lines.
[[nodiscard]] screens::CandidateView five_services();
[[nodiscard]] screens::LeftView left();
[[nodiscard]] screens::PapersView papers();
/// Four expected, three in the house, nobody at the desk.
[[nodiscard]] screens::CheckInView desk();
/// 山田 花子 with one child and an allergy, day care, ○, everything open.
[[nodiscard]] screens::CandidateView candidate();
/// The same once everything was asked and ticked: 受付する can be pressed.
[[nodiscard]] screens::CandidateView ready();
/// A long name, twins, many rules, several alerts.
[[nodiscard]] screens::CandidateView crowded();
/// After a loss: outreach only, and no word of a child.
[[nodiscard]] screens::CandidateView after_loss();
/// × with reasons.
[[nodiscard]] screens::CandidateView refused();
[[nodiscard]] screens::DoneView done();
[[nodiscard]] screens::CheckOutView leaving();
[[nodiscard]] screens::CareView care();
[[nodiscard]] screens::CareView care_of_twins();
/// Three babies of one mother: the second is looked at.
[[nodiscard]] screens::CareView care_of_triplets();
/// The same at check-in, and in the night: three tiles of one room.
[[nodiscard]] screens::CandidateView with_triplets();
[[nodiscard]] screens::NightView night_of_triplets();
/// 3:12 in the night: five babies in keeping, one of them prone. Of KioskView::night; bar.now is at(3, 12,
/// 22).
[[nodiscard]] screens::NightView night();
/// A whole kiosk in that night.
[[nodiscard]] screens::KioskView kiosk_at_night();
/// 安全: people in the house; `open`: a grave incident that is open and asks for its first report.
[[nodiscard]] screens::KioskView kiosk_with_incident(bool open);
/// 報告 of one municipality with two gaps; four cards.
[[nodiscard]] screens::ReportView report();
[[nodiscard]] screens::ReportView accepted_report();
/// Thirty rows, refused with reasons.
[[nodiscard]] screens::ReportView refused_report();

/// Accepted, its invoice not issued yet, one notice refused: with folders to export to and every try.
[[nodiscard]] std::vector<screens::LackingCharacter> lacking_characters();
[[nodiscard]] screens::ReportView report_with_papers();
/// 統計 of one municipality, three years.
[[nodiscard]] screens::FiguresView figures();
[[nodiscard]] screens::FiguresView no_figures();
/// 予約: two weeks of eight places; somebody being placed; her ghost judged; a booking opened.
[[nodiscard]] screens::BoardView board();
[[nodiscard]] screens::BoardView board_placing();
[[nodiscard]] screens::BoardView board_judged(programme::Outcome outcome);
[[nodiscard]] screens::BoardView board_opened();
/// As many places and days as a large house looks at, all of them busy.
[[nodiscard]] screens::BoardView crowded_board(int places, int days);

[[nodiscard]] screens::KioskView kiosk();
[[nodiscard]] screens::KioskView kiosk_with(screens::CandidateView who);

}  // namespace sango::sample
