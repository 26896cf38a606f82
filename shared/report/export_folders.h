#pragma once

#include "shared/clinic/clinic.h"

#include <filesystem>
#include <vector>

namespace sango::report {

/// Where files can be exported to now: the folder of setting "export.folder", then whatever is mounted and
/// can be written to under /media, /run/media and /mnt (a USB stick), or the folder $SANGO_MEDIA in their
/// place.
[[nodiscard]] std::vector<std::filesystem::path> export_folders(const clinic::Clinic& clinic);

}  // namespace sango::report
