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

/// Where a sealed value stands. Bound into the box, so that a box that was moved does not open.
struct Place {
    std::string_view table;
    std::string_view column;
    std::string_view row_id;
};

/// The keys of the clinic. Personal fields are sealed (XChaCha20-Poly1305) under the mother's own key, that
/// key under the clinic's, and the clinic's under one that is derived from the device secret
/// (device_secret.h). So a new device secret seals one key anew and no row. Keys lie in locked memory and are
/// zeroed when they go. Keys and nonces come from libsodium alone.
///
/// A box: 1 byte format (1), 24 bytes nonce, cipher text, 16 bytes tag. Associated data: format, table,
/// column, row id, mother's id ("" for the clinic's own), version of the key.
///
/// Errors: sealed (the box was changed, moved, or sealed under another key), no_mother_key (erased or never
/// made).
class Keyring {
public:
    /// A new clinic's, sealed to the device secret that is in `file` or given by systemd. Belongs into the
    /// transaction that makes the clinic. Errors: those of read_device_secret.
    [[nodiscard]] static Result<Keyring> make(Database& database, const std::filesystem::path& file);
    /// Ends a renewal that was cut off, whichever way it had got. Errors: those of read_device_secret,
    /// wrong_key (another clinic's).
    [[nodiscard]] static Result<Keyring> open(const Database& database, const std::filesystem::path& file);

    /// A new device secret (端末の鍵の更新): from now on the old one opens nothing in this database. Returns
    /// where the new one lies: `file`, or beside it where systemd gives the secret and a person must seal the
    /// new one to the machine. Cut off at any moment, one of the two opens. Errors: renewal_open, and those
    /// of make_device_secret and the database. Opens a transaction of its own.
    [[nodiscard]] Result<std::filesystem::path> renew_device_secret(Database& database,
                                                                    const std::filesystem::path& file,
                                                                    const Stamp& stamp);
    /// The file whose device secret opened this.
    [[nodiscard]] const std::filesystem::path& secret_file() const;

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
