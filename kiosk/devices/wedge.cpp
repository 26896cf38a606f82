#include "kiosk/devices/wedge.h"

#include "shared/base/text.h"
#include "shared/card/read.h"

#include <utility>

namespace sango::devices {

bool Wedge::too_late(std::chrono::milliseconds now) const {
    return now - last_ > settings_.gap;
}

std::u32string Wedge::release() {
    return std::exchange(held_, {});
}

WedgeOutput Wedge::character(char32_t point, std::chrono::milliseconds now) {
    WedgeOutput out;
    if (too_late(now)) {
        out.typed = release();
        overflow_ = false;
    }
    last_ = now;
    if (line_.size() < settings_.max_length) {
        line_ += point;
    }
    if (overflow_) {
        out.typed += point;
        return out;
    }
    held_ += point;
    if (held_.size() > settings_.max_length) {
        out.typed += release();
        overflow_ = true;
    }
    return out;
}

WedgeOutput Wedge::enter(std::chrono::milliseconds now) {
    WedgeOutput out;
    const bool one_burst = !too_late(now) && !overflow_;
    last_ = now;
    overflow_ = false;
    std::string line = utf8(std::exchange(line_, {}));
    if (line.starts_with(card::kCardPrefix)) {
        held_.clear();
        out.scan = std::move(line);
        return out;
    }
    if (one_burst && held_.size() >= settings_.min_length) {
        out.scan = utf8(release());
    } else {
        out.typed = release() + U'\n';
    }
    return out;
}

WedgeOutput Wedge::tick(std::chrono::milliseconds now) {
    WedgeOutput out;
    if (too_late(now)) {
        out.typed = release();
    }
    return out;
}

std::optional<std::chrono::milliseconds> Wedge::deadline() const {
    if (held_.empty()) {
        return std::nullopt;
    }
    return last_ + settings_.gap + std::chrono::milliseconds(1);
}

}  // namespace sango::devices
