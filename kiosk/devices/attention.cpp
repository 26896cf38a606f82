#include "kiosk/devices/attention.h"

#include <algorithm>
#include <cstdlib>

namespace sango::devices {
namespace {

constexpr int kSamples = 8;      // at least, along each side of a cell
constexpr int kNoticeable = 8;   // luminance levels; the mean of a noisy camera's cell moves by 1 or 2
constexpr int kFirstPause = 30;  // frames

}  // namespace

Attention::Signature Attention::signature_of(const card::LuminanceView& frame) {
    Signature signature;
    if (frame.data == nullptr || frame.width < kColumns || frame.height < kRows) return signature;
    const int cell_width = frame.width / kColumns;
    const int cell_height = frame.height / kRows;
    const int step_x = std::max(1, cell_width / kSamples);
    const int step_y = std::max(1, cell_height / kSamples);
    int whole = 0;
    for (int row = 0; row < kRows; ++row) {
        for (int column = 0; column < kColumns; ++column) {
            int sum = 0;
            int count = 0;
            std::array<int, std::size_t{2} * kSamples * 2 * kSamples> levels{};
            std::size_t kept = 0;
            for (int y = 0; y < cell_height && kept < levels.size(); y += step_y) {
                const std::uint8_t* line =
                    frame.data + static_cast<std::ptrdiff_t>(row * cell_height + y) * frame.row_stride +
                    static_cast<std::ptrdiff_t>(column * cell_width) * frame.pixel_stride;
                for (int x = 0; x < cell_width && kept < levels.size(); x += step_x) {
                    const int level = line[static_cast<std::ptrdiff_t>(x) * frame.pixel_stride];
                    levels[kept++] = level;
                    sum += level;
                    ++count;
                }
            }
            const int mean = sum / std::max(1, count);
            int spread = 0;
            for (std::size_t i = 0; i < kept; ++i) spread += std::abs(levels[i] - mean);
            Cell& cell =
                signature[static_cast<std::size_t>(row) * kColumns + static_cast<std::size_t>(column)];
            cell.level = static_cast<std::int16_t>(mean);
            cell.spread = static_cast<std::int16_t>(spread / std::max(1, count));
            whole += mean;
        }
    }
    const int average = whole / (kColumns * kRows);
    for (Cell& cell : signature) cell.level = static_cast<std::int16_t>(cell.level - average);
    return signature;
}

bool Attention::differs(const Signature& a, const Signature& b) {
    for (std::size_t i = 0; i < a.size(); ++i)
        if (std::abs(a[i].level - b[i].level) > kNoticeable ||
            std::abs(a[i].spread - b[i].spread) > kNoticeable)
            return true;
    return false;
}

std::optional<card::Effort> Attention::next(const card::LuminanceView& frame) {
    const Signature signature = signature_of(frame);
    if (!seen_ || differs(*seen_, signature)) {
        seen_ = signature;
        still_ = 0;
        next_look_ = kAwake + kFirstPause;
        pause_ = kFirstPause;
    } else {
        ++still_;
    }
    if (still_ >= kAwake) {
        if (still_ < next_look_) return std::nullopt;
        pause_ = std::min(2 * pause_, kRarest);
        next_look_ = still_ + pause_;
        return hard_every_ > 0 ? card::Effort::hard : card::Effort::fast;
    }
    ++searched_;
    const bool hard = hard_every_ > 0 && searched_ % hard_every_ == 0;
    return hard ? card::Effort::hard : card::Effort::fast;
}

void Attention::found() {
    searched_ = 0;
    still_ = 0;
}

}  // namespace sango::devices
