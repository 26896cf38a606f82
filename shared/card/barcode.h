#pragma once

#include "shared/base/result.h"
#include "shared/card/picture.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sango::card {

/// fast: a few milliseconds, for every camera frame. hard: also inverted, tiny, blurred and badly lit codes
/// and a second decoder, some tens of milliseconds; for every n-th frame and for files.
enum class Effort { fast, hard };

/// The bytes in the QR code of the picture, exactly as printed. With several codes, one of ours if there is
/// one. nullopt if no code is found. Never throws.
[[nodiscard]] std::optional<std::string> find_code(const LuminanceView& picture, Effort effort);

/// A QR code's modules without quiet zone.
struct Modules {
    int size = 0;            ///< modules along a side
    std::vector<bool> dark;  ///< size * size, row by row

    [[nodiscard]] bool at(int x, int y) const {
        return dark[static_cast<std::size_t>(y) * static_cast<std::size_t>(size) +
                    static_cast<std::size_t>(x)];
    }
};

/// `text` as a QR code, error correction Q; alphanumeric mode if the text is all of that alphabet, else
/// UTF-8 bytes. Error: `qr_too_long` (a code holds at most 2,420 alphanumeric signs).
[[nodiscard]] Result<Modules> make_qr(std::string_view text);

/// The modules as a picture, `scale` pixels (1 to 64) a module, in a quiet zone of four modules.
[[nodiscard]] Image draw_qr(const Modules& modules, int scale);
[[nodiscard]] Result<Done> write_qr_png(const std::filesystem::path& file, std::string_view text,
                                        int scale = 8);

}  // namespace sango::card
