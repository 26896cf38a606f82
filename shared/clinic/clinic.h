#pragma once

#include "shared/base/clock.h"
#include "shared/base/id.h"
#include "shared/base/result.h"
#include "shared/card/revocation.h"
#include "shared/card/trust.h"
#include "shared/programme/programme.h"
#include "shared/store/database.h"
#include "shared/store/seal.h"

#include <filesystem>
#include <memory>
#include <string>

namespace sango::clinic {

/// Who acts: id of a member of staff (担当者), written into every row.
struct Actor {
    std::string staff_id;
    std::string name;
};

/// The open clinic: its data and what its rules need. Owned by the clinic thread; every use case takes it
/// first.
struct Clinic {
    store::Database database;
    store::Keyring keys;
    programme::Catalogue programmes;
    card::Trust trust;
    const Clock& clock;
    IdSource ids;
    Actor actor;
};

/// What a data folder holds: clinic.db, device.key (0600), trust/<code>*.pem (issuers' card keys),
/// programmes/ (optional overrides), sync/ (certificate, key, authorities, endpoints.toml).
struct OpenRequest {
    std::filesystem::path data;
    std::filesystem::path assets;
};
/// Opens a clinic that `create` made. Errors: busy, corrupt, no_clinic, no_key, ...
[[nodiscard]] Result<Clinic> open(const OpenRequest& request, const Clock& clock, Random random);

struct NewClinic {
    std::string id;    ///< the clinic's number with the municipalities, e.g. "sakura-0123"
    std::string name;  ///< さくら助産院
    std::vector<std::pair<std::string, std::string>> staff;  ///< name, role
};
/// Makes the data folder (0700), the device key and the database. Fails with `exists` if there is a clinic
/// already.
[[nodiscard]] Result<Done> create(const std::filesystem::path& data, const NewClinic& clinic,
                                  const Clock& clock, Random random);

[[nodiscard]] Result<std::optional<std::string>> setting(const Clinic& clinic, std::string_view name);
[[nodiscard]] Result<Done> set_setting(Clinic& clinic, std::string_view name, std::string_view value);

}  // namespace sango::clinic
