#pragma once

#include "kiosk/ui/picture.h"
#include "shared/base/date.h"
#include "shared/base/result.h"

#include <optional>
#include <string>
#include <vector>

namespace sango::screens {

// 受付, beyond the verdict: codes for phones, and what the municipality shared.

/// A QR code and what it leads to.
struct CodeView {
    std::string text;     ///< what a phone reads
    ui::Picture picture;  ///< one pixel a module, quiet zone included
};

/// The clinic's own code for e-coupons of one programme.
struct CouponCode {
    std::string programme;
    Message name;  ///< 練馬区
    CodeView code;
};

/// She has just left: the questionnaire's code, for her phone.
struct LeftView {
    std::string use_id;
    std::string name;
    Message sentence;  ///< what the programme says of the questionnaire
    CodeView code;
};

struct PaperLine {
    std::string id;
    Message kind;  ///< 依頼書
    std::string title;
    Date issued_on{};
};

/// What the municipality shared of a mother, one of it open.
struct PapersView {
    std::string name;
    std::vector<PaperLine> papers;
    std::string open_id;
    std::string text;
};

}  // namespace sango::screens
