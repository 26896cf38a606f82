#pragma once

#include "shared/clinic/clinic.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sango::clinic {

// A programme file (TOML) that its municipality signed: a COSE_Sign1 (RFC 9052) whose payload is the file,
// with the content type "application/toml" in the protected header, by the key that signs the municipality's
// cards.
inline constexpr std::string_view kProgrammeContentType = "application/toml";
inline constexpr std::size_t kLargestProgrammeFile = std::size_t{1024} * 1024 + 1024;  ///< bytes

struct SignedProgramme {
    programme::Programme programme;
    std::string key_id;  ///< of the key that signed it, hexadecimal
    Bytes payload;
};
/// Reads, and believes nothing before the signature holds. `name` is what the sentences call the file. Pure.
/// Errors, in this order: not_signed (too large, or no such message), unknown_signer (no trusted key),
/// bad_signature, malformed (the rules do not load: line and field), other_municipality (signed by one
/// municipality's key, about another's programme).
[[nodiscard]] Result<SignedProgramme> read_signed_programme(const card::Trust& trust, BytesView file,
                                                            std::string_view name);

enum class CameFrom { municipality, file };

/// What a file brought.
struct TakenIn {
    std::string programme;
    Message name;
    Date valid_from{};
    int revision = 1;
};
/// Takes a signed file in: its rules are in force from their first day, beside the older versions. A
/// manager's act. Errors, nothing changed: those above, not_manager, already_taken (this very file),
/// older_version (begins before the newest known version, or on the same day without a higher revision than
/// the signed one that is there), other_programme (its id or code belongs to another known programme).
[[nodiscard]] Result<TakenIn> take_in_programme(Clinic& clinic, BytesView file, std::string_view name,
                                                CameFrom came_from);
/// The same for several files, all or nothing; those known already or older are left out without an error.
[[nodiscard]] Result<std::vector<TakenIn>> take_in_newer(Clinic& clinic, const std::vector<Bytes>& files,
                                                         CameFrom came_from);

/// The signed versions that were taken in, in order. Their signatures were checked then; the audit chain
/// holds them since.
[[nodiscard]] Result<std::vector<programme::Programme>> signed_programmes(const store::Database& database);

/// How a signed version came here; none for one that came with Sango.
struct Origin {
    CameFrom came_from{};
    Instant at{};
    std::string by;  ///< name of the member of staff
};
[[nodiscard]] Result<std::optional<Origin>> origin_of(const Clinic& clinic,
                                                      const programme::Programme& version);

}  // namespace sango::clinic
