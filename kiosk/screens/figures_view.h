#pragma once

#include "kiosk/screens/notice.h"
#include "shared/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sango::screens {

/// 統計 of one programme: what the screen draws. Years are fiscal years, oldest first.
struct FiguresView {
    struct Programme {
        std::string id;
        Message name;
        std::uint32_t colour = 0;
    };
    struct Year {
        Message name;  ///< 令和5年度
        int persons = 0;
        int days = 0;
    };
    struct Service {
        std::string id;
        Message name;
        std::vector<Year> years;
    };
    struct Rate {
        std::string id;  ///< utilisation, decision, first_time
        Message name;
        std::optional<std::string> figure;  ///< "86.2%"; none: it cannot be worked out
        double share = 0;                   ///< of the bar, 0 to 1
        Message from;                       ///< 4,695日 / 5,445枠, or what is missing
    };

    int year = 0;  ///< chosen; 0: nothing was worked out yet
    Message year_name;
    bool last_year = false;  ///< there is none after it
    std::vector<Programme> programmes;
    std::string programme;  ///< chosen
    std::uint32_t colour = 0;
    std::vector<Service> services;
    std::vector<Rate> rates;
    std::vector<std::pair<int, int>> ages;  ///< full months since birth, uses
    std::vector<std::pair<Message, Message>> sums;
    std::vector<Message> titles;                  ///< of the table behind
    std::vector<std::vector<std::string>> table;  ///< first column in Japanese and English: "ja\nen"
    std::optional<Notice> notice;
};

}  // namespace sango::screens
