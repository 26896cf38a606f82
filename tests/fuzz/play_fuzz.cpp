// A play script: what is read is written and read again as the same.

#include "kiosk/platform/play_script.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sango::platform;
    const auto parsed = parse_play_script({reinterpret_cast<const char*>(data), size});
    if (!parsed) {
        if (parsed.error().message.ja.empty() || parsed.error().message.en.empty()) std::abort();
        return 0;
    }
    for (const PlayLine& line : *parsed) {
        const auto again = parse_play_script(play_text(line.command));
        if (!again || again->size() != 1 || again->front().command != line.command) std::abort();
    }
    return 0;
}
