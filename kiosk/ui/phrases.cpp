#include "kiosk/ui/phrases.h"

#include "kiosk/ui/slots.h"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

namespace sango::ui {
namespace {

constexpr std::size_t kMostKnown = 1000;

/// What stands in a slot is a kanji as far as phrases go.
char32_t for_phrases(char32_t point) {
    return point >= Slots::kFirst && point <= Slots::kLast ? U'字' : point;
}

}  // namespace

struct Phrases::Breaker {
    std::unique_ptr<icu::BreakIterator> iterator;
};

Phrases::Phrases() = default;
Phrases::~Phrases() = default;

const std::vector<bool>& Phrases::starts(std::u32string_view text) {
    if (const auto found = known_.find(std::u32string(text)); found != known_.end()) return found->second;
    if (!breaker_) {
        breaker_ = std::make_unique<Breaker>();
        UErrorCode status = U_ZERO_ERROR;
        breaker_->iterator.reset(icu::BreakIterator::createLineInstance(icu::Locale("ja@lw=phrase"), status));
        if (U_FAILURE(status)) breaker_->iterator.reset();
    }
    if (known_.size() >= kMostKnown) known_.clear();
    std::vector<bool>& flags = known_[std::u32string(text)];
    flags.assign(text.size(), false);
    if (!breaker_->iterator) return flags;
    icu::UnicodeString units;
    std::vector<std::size_t> point_at;  // of each UTF-16 unit
    for (std::size_t i = 0; i < text.size(); ++i) {
        units.append(static_cast<UChar32>(for_phrases(text[i])));
        point_at.resize(static_cast<std::size_t>(units.length()), i);
    }
    breaker_->iterator->setText(units);
    for (int32_t at = breaker_->iterator->first(); at != icu::BreakIterator::DONE;
         at = breaker_->iterator->next())
        if (static_cast<std::size_t>(at) < point_at.size())
            flags[point_at[static_cast<std::size_t>(at)]] = true;
    return flags;
}

}  // namespace sango::ui
