#pragma once

#include <string>

namespace sango::screens {

// 受付, beyond the check-in itself.

/// オリエンテーション済み: the mother at the desk has had this clinic's orientation.
struct RecordOrientation {};
/// 来院なし: she who was booked did not come.
struct MarkDidNotCome {
    std::string booking_id;
};
/// A person has looked: date and time of this terminal are right.
struct ConfirmClock {};
/// The care page of this pair stands on the screen now: its reading is recorded.
struct OpenCare {
    std::string use_id;
};

/// 紛失を届ける: the card of the mother at the desk is lost.
struct ReportCardLost {};
/// 目で確認: the e-coupon of the mother at the desk was seen on her phone, or was not after all.
struct SeeCoupon {
    bool seen = false;
};
/// How many uses stand on her paper card.
struct CountStamps {
    int count = 0;
};
/// A paper that the municipality shared is opened; its reading is recorded.
struct OpenPaper {
    std::string paper_id;
};
struct ClosePaper {};

/// 控え of a use, for the mother, in the language that stands on the screen.
struct PrintSlip {
    std::string use_id;
    bool english = false;
};

}  // namespace sango::screens
