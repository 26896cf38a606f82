#pragma once

#include "shared/clinic/clinic.h"

namespace sango::clinic {

/// 端末の鍵の更新: a new device secret; see Keyring::renew_device_secret for what is returned and when. For a
/// machine that leaves the house, or whose key somebody may have seen. What has to be done besides: a backup,
/// for the older ones still hold the older secret. Only a manager. Errors: signed_out, not_allowed,
/// renewal_open, and those of the disk.
[[nodiscard]] Result<std::filesystem::path> renew_device_key(Clinic& clinic,
                                                             const std::filesystem::path& data);

}  // namespace sango::clinic
