#pragma once

#include "shared/base/id.h"
#include "shared/base/result.h"
#include "shared/card/keys.h"

#include <filesystem>
#include <string>

namespace sango::municipality {

/// The municipality's folder: who it is and its keys.
///   office.json                       {"code": "131202", "programme": "nerima"}
///   authority.pem, authority.key      signs the certificates of both sides
///   server.pem, server.key            for 127.0.0.1 and localhost
///   clinics/<clinic>.pem, .key        what each clinic shows
///   card.pem, card.key                signs user cards and the programme's rules (Ed25519)
///   programmes/<first day>-<n>.cose   the rules, signed, as clinics get them
///   receipt.pem, receipt.key          signs receipts (Ed25519)
///   ledger.db
struct Office {
    std::filesystem::path folder;
    std::string code;
    std::string programme;
    card::PrivateKey card_key;
    card::PrivateKey receipt_key;
};

[[nodiscard]] Result<Office> open_office(const std::filesystem::path& folder);
/// Makes what is not there yet, certificates included; a second call leaves all as it is.
[[nodiscard]] Result<Office> found_office(const std::filesystem::path& folder, std::string_view code,
                                          std::string_view programme, Instant now, const Random& random);
/// Makes the clinic's client certificate, if it has none.
[[nodiscard]] Result<Done> admit_clinic(const Office& office, std::string_view clinic, Instant now);

[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& file);
/// 0600 from the first byte where `secret`.
[[nodiscard]] Result<Done> write_file(const std::filesystem::path& file, std::string_view bytes,
                                      bool secret = false);

}  // namespace sango::municipality
