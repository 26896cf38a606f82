#include "shared/report/export_folders.h"

#include <algorithm>
#include <cstdlib>
#include <system_error>

#include <sys/stat.h>
#include <unistd.h>

namespace sango::report {
namespace {

namespace fs = std::filesystem;

bool writable(const fs::path& folder) {
    std::error_code failed;
    return fs::is_directory(folder, failed) && access(folder.c_str(), W_OK | X_OK) == 0;
}

/// A mounted medium is on another device than the folder it hangs in.
bool mounted(const fs::path& folder) {
    struct stat own {};
    struct stat above {};
    return stat(folder.c_str(), &own) == 0 && S_ISDIR(own.st_mode) &&
           stat(folder.parent_path().c_str(), &above) == 0 && own.st_dev != above.st_dev;
}

}  // namespace

std::vector<fs::path> export_folders(const clinic::Clinic& clinic) {
    std::vector<fs::path> folders;
    const auto set = clinic::setting(clinic, "export.folder");
    if (set.ok() && *set && writable(**set)) folders.emplace_back(**set);
    if (const char* named = std::getenv("SANGO_MEDIA"); named != nullptr && *named != '\0') {
        if (writable(named)) folders.emplace_back(named);
        return folders;
    }
    const auto look_into = [&](const fs::path& root, auto&& deeper, int depth) -> void {
        std::error_code failed;
        for (fs::directory_iterator at(root, failed), end; !failed && at != end; at.increment(failed)) {
            if (mounted(at->path()) && writable(at->path()))
                folders.push_back(at->path());
            else if (depth > 0)
                deeper(at->path(), deeper, depth - 1);
        }
    };
    for (const char* root : {"/media", "/run/media", "/mnt"}) look_into(root, look_into, 1);
    return folders;
}

}  // namespace sango::report
