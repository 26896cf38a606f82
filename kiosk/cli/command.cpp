#include "kiosk/cli/command.h"

#include "shared/base/file.h"

#include <cstdlib>
#include <string_view>

namespace sango::cli {

bool speaks_japanese() {
    const char* lang = std::getenv("LANG");
    return lang != nullptr && std::string_view(lang).starts_with("ja");
}

int fail(const Error& error, int exit_code) {
    std::fprintf(stderr, "sango: %s\n", (speaks_japanese() ? error.message.ja : error.message.en).c_str());
    return exit_code;
}

std::optional<std::string> read_input(const std::string& path, std::size_t most) {
    return path == "-" ? read_stream(stdin, most) : read_file(path, most);
}

bool write_output(const std::string& path, std::string_view bytes) {
    std::FILE* out = path == "-" ? stdout : std::fopen(path.c_str(), "wb");
    if (out == nullptr) return false;
    const bool good = std::fwrite(bytes.data(), 1, bytes.size(), out) == bytes.size();
    return out == stdout ? good : std::fclose(out) == 0 && good;
}

}  // namespace sango::cli
