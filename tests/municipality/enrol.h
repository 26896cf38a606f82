#pragma once

#include "tests/municipality/office.h"

#include <filesystem>
#include <string_view>

namespace sango::municipality {

/// Writes into a clinic's data folder what it needs to speak with this municipality:
///   trust/<code>.pem                     card key
///   sync/<programme>-authority.pem       who signed the server's certificate
///   sync/<programme>-clinic.pem, .key    the clinic's own certificate
///   sync/<programme>-receipt.pem         receipt key
///   sync/endpoints.toml                  the programme's table; those of others stay
[[nodiscard]] Result<Done> enrol_clinic(const Office& office, std::string_view clinic,
                                        const std::filesystem::path& clinic_data, std::string_view url);
/// Only the address, once it is known on which port the server listens. Error: not_enrolled.
[[nodiscard]] Result<Done> set_address(const Office& office, const std::filesystem::path& clinic_data,
                                       std::string_view url);

}  // namespace sango::municipality
