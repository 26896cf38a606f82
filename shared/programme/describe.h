#pragma once

#include "shared/base/result.h"
#include "shared/programme/programme.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sango::programme {

struct OpenSetting;  // shared/programme/rules.h

/// One rule of a programme as a sentence with its source, for a page a person reads.
struct RuleLine {
    Message section;  ///< 数え方と上限 / Counting and limits
    Message subject;  ///< what it speaks of (母子デイケア); empty where the sentence says it
    Message text;
    std::string source;
    bool open = false;  ///< a number in it is not set yet: 未定
};

/// Every rule, setting and text of the file, in the order of a visit. A number that the source leaves open is
/// the one in `answers`, or 未定 with the setting's name.
[[nodiscard]] std::vector<RuleLine> describe(const Programme& programme, const Settings& answers = {});

/// The line as one sentence: "母子デイケア: 1日（1回） 1,500円。".
[[nodiscard]] Message sentence(const RuleLine& line);

/// A setting's answer with its unit: 1,500円, 12日, はい, 令和9年3月31日(水); 未定 / not set for none.
[[nodiscard]] Message answer_text(const OpenSetting& setting, std::optional<std::int64_t> answer);

}  // namespace sango::programme
