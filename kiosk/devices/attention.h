#pragma once

#include "shared/card/barcode.h"

#include <array>
#include <cstdint>
#include <optional>

namespace sango::devices {

/// How hard each frame is worth being searched. A picture that changes is searched at once and for a while
/// after; one that stands still holds no new card and is looked at more and more rarely. Changes of the whole
/// light (exposure, lamps) count for little, a card anywhere in the picture counts.
class Attention {
public:
    /// `hard_every`: every n-th searched frame gets the hard pass; 0: none does.
    explicit Attention(int hard_every) : hard_every_(hard_every) {}

    /// The effort for the next frame; none: it shows what was searched before.
    [[nodiscard]] std::optional<card::Effort> next(const card::LuminanceView& frame);
    /// The frame held a code: what stands before the camera goes on being looked at.
    void found();

    static constexpr int kAwake = 60;      ///< frames searched after the last change
    static constexpr int kRarest = 1'800;  ///< frames from one look to the next, at most

private:
    static constexpr int kColumns = 32;
    static constexpr int kRows = 18;
    /// Of each cell: how bright against the whole, and how much it varies inside. Luminance levels.
    struct Cell {
        std::int16_t level = 0;
        std::int16_t spread = 0;
    };
    using Signature = std::array<Cell, static_cast<std::size_t>(kColumns) * kRows>;

    [[nodiscard]] static Signature signature_of(const card::LuminanceView& frame);
    [[nodiscard]] static bool differs(const Signature& a, const Signature& b);

    int hard_every_;
    int searched_ = 0;  ///< without a code, since the last one
    int still_ = 0;     ///< frames since the last change
    int next_look_ = 0;
    int pause_ = 0;
    std::optional<Signature> seen_;  ///< as the picture was at the last change
};

}  // namespace sango::devices
