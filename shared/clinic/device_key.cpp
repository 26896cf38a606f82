#include "shared/clinic/device_key.h"

#include "shared/clinic/writing.h"

namespace sango::clinic {

Result<std::filesystem::path> renew_device_key(Clinic& clinic, const std::filesystem::path& data) {
    if (auto allowed = require(clinic, Right::settings); !allowed) return allowed.error();
    return clinic.keys.renew_device_secret(clinic.database, device_key_file(data), stamp(clinic));
}

}  // namespace sango::clinic
