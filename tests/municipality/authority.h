#pragma once

#include "shared/base/date.h"
#include "shared/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace sango::municipality {

/// A certificate (X.509) and its private key (ECDSA P-256), both PEM.
struct Identity {
    std::string certificate;
    std::string key;
};

/// From the first moment to the last.
struct Validity {
    Instant from{};
    Instant to{};
};

/// The municipality's own authority, self-signed.
[[nodiscard]] Result<Identity> make_authority(std::string_view name, const Validity& validity);
/// For the server: `hosts` are IPv4 addresses or DNS names.
[[nodiscard]] Result<Identity> issue_server(const Identity& authority, const std::vector<std::string>& hosts,
                                            const Validity& validity);
/// For a clinic: the common name is its number.
[[nodiscard]] Result<Identity> issue_client(const Identity& authority, std::string_view clinic,
                                            const Validity& validity);

}  // namespace sango::municipality
