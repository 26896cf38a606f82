#include "kiosk/app/media.h"

#include <algorithm>
#include <cstdlib>

namespace sango::app {
namespace {

namespace fs = std::filesystem;

constexpr int kDeepest = 3;
constexpr std::size_t kMostFiles = 200;
constexpr int kMostEntries = 20'000;  // a stick full of photographs must not hold up the desk

std::vector<fs::path> roots() {
    if (const char* named = std::getenv("SANGO_MEDIA"); named != nullptr && *named != '\0') return {named};
    return {"/media", "/run/media"};
}

}  // namespace

std::vector<fs::path> files_on_media(std::string_view extension) {
    std::vector<fs::path> files;
    int left = kMostEntries;
    for (const fs::path& root : roots()) {
        std::error_code failed;
        for (fs::recursive_directory_iterator at(root, fs::directory_options::skip_permission_denied, failed),
             end;
             !failed && at != end && left > 0 && files.size() < kMostFiles; at.increment(failed), --left) {
            if (at.depth() >= kDeepest) at.disable_recursion_pending();
            std::error_code unknown;
            if (at->path().extension() == extension && at->is_regular_file(unknown))
                files.push_back(at->path());
        }
    }
    std::ranges::sort(files, {}, [](const fs::path& file) { return file.filename(); });
    return files;
}

}  // namespace sango::app
