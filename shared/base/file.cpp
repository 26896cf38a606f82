#include "shared/base/file.h"

#include <algorithm>
#include <memory>

namespace sango {

std::optional<std::string> read_stream(std::FILE* in, std::size_t most) {
    std::string bytes;
    std::string part(std::size_t{64} * 1024, '\0');
    while (bytes.size() <= most) {
        const std::size_t wanted = std::min(part.size(), most - bytes.size() + 1);
        const std::size_t got = std::fread(part.data(), 1, wanted, in);
        if (got == 0) break;
        bytes.append(part, 0, got);
    }
    if (std::ferror(in) != 0) return std::nullopt;
    return bytes;
}

std::optional<std::string> read_file(const std::filesystem::path& file, std::size_t most) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> in(std::fopen(file.c_str(), "rb"), &std::fclose);
    if (in == nullptr) return std::nullopt;
    return read_stream(in.get(), most);
}

}  // namespace sango
