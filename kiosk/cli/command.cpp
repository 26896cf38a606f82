#include "kiosk/cli/command.h"

#include <cstdlib>
#include <string_view>

namespace sango::cli {

int fail(const Error& error, int exit_code) {
    const char* lang = std::getenv("LANG");
    const bool japanese = lang != nullptr && std::string_view(lang).starts_with("ja");
    std::fprintf(stderr, "sango: %s\n", (japanese ? error.message.ja : error.message.en).c_str());
    return exit_code;
}

}  // namespace sango::cli
