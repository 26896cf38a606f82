#pragma once

#include "shared/base/bytes.h"
#include "shared/base/date.h"
#include "shared/base/result.h"
#include "shared/store/audit.h"
#include "shared/store/database.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace sango::store {

/// Characters of a device secret in its file: 32 bytes, hexadecimal.
inline constexpr std::size_t kSecretDigits = 64;
/// Where the device secret is: $CREDENTIALS_DIRECTORY/sango.key where there is such a file, else `file`.
[[nodiscard]] std::filesystem::path device_secret_file(const std::filesystem::path& file);

/// Where a sealed value stands. Bound into the box, so that a box that was moved does not open.
struct Place {
    std::string_view table;
    std::string_view column;
    std::string_view row_id;
};

/// The keys of the clinic. Personal fields are sealed (XChaCha20-Poly1305) under the mother's own key, that
/// key under the clinic's, and the clinic's is derived from the device secret: 32 bytes as 64 hexadecimal
/// digits, in `$CREDENTIALS_DIRECTORY/sango.key` where systemd gives one, else in a 0600 file.
/// Keys lie in locked memory and are zeroed when they go. Keys and nonces come from libsodium alone.
///
/// A box: 1 byte format (1), 24 bytes nonce, cipher text, 16 bytes tag. Associated data: format, table,
/// column, row id, mother's id ("" for the clinic's own), version of the key.
///
/// Errors: no_key (no key file), bad_key (not 64 digits, or others may read the file), sealed (the box was
/// changed, moved, or sealed under another key), no_mother_key (erased or never made).
class Keyring {
public:
    /// Writes a new device secret to `file` (0600, durable); `exists` if there is one.
    [[nodiscard]] static Result<Done> create(const std::filesystem::path& file);
    /// `file` is for machines without a systemd credential.
    [[nodiscard]] static Result<Keyring> open(const std::filesystem::path& file);

    Keyring(Keyring&&) noexcept;
    Keyring& operator=(Keyring&&) noexcept;
    ~Keyring();

    /// Makes and stores the key of a new mother; belongs into the transaction that registers her.
    [[nodiscard]] Result<Done> add_mother(Database& database, std::string_view mother_id, const Stamp& stamp);

    [[nodiscard]] Result<Bytes> seal(const Database& database, std::string_view mother_id, const Place& place,
                                     std::string_view text) const;
    [[nodiscard]] Result<std::string> unseal(const Database& database, std::string_view mother_id,
                                             const Place& place, BytesView box) const;

    /// The same under the clinic's own key: outbox bodies, reasons of a refusal.
    [[nodiscard]] Bytes seal_for_clinic(const Place& place, std::string_view text) const;
    [[nodiscard]] Result<std::string> unseal_for_clinic(const Place& place, BytesView box) const;

    /// 32 bytes that this clinic alone has, of the clinic's key: the seed of the key that signs its badges.
    [[nodiscard]] std::array<std::uint8_t, 32> badge_seed() const;

    /// Drops what is kept in memory of the mothers' keys.
    void forget() const;

private:
    struct State;
    explicit Keyring(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace sango::store
