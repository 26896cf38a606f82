#include "shared/base/assets.h"

#include <cstdlib>

namespace sango {

std::filesystem::path assets_folder() {
    namespace fs = std::filesystem;
    if (const char* set = std::getenv("SANGO_ASSETS")) return set;
    std::error_code ignored;
    const fs::path program = fs::read_symlink("/proc/self/exe", ignored).parent_path();
    if (const fs::path installed = program.parent_path() / "share" / "sango";
        fs::is_directory(installed, ignored))
        return installed;
    for (fs::path at = program; at.has_relative_path(); at = at.parent_path())
        if (fs::is_directory(at / "assets" / "programmes", ignored)) return at / "assets";
    return {};
}

}  // namespace sango
