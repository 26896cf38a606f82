#include "shared/store/seal.h"

#include "shared/store/device_secret.h"
#include "shared/store/durable_file.h"

#include <map>
#include <vector>

#include <sodium.h>

namespace sango::store {
namespace {

constexpr std::size_t kKeyBytes = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::uint8_t kFormat = 1;
constexpr std::int64_t kFirstVersion = 1;
constexpr Place kClinicKey{"setting", "value", "clinic.key"};
static_assert(kKeyBytes == 32 && crypto_kdf_KEYBYTES == kSecretBytes);

Error cannot_open_box() {
    return error(
        "sealed",
        "暗号化された個人情報を開けません。データが書き換えられたか、別の鍵で作られています。担当者に連絡して"
        "ください。",
        "Sealed personal data does not open: it was changed, or made under another key. Call support.");
}

void append_number(Bytes& out, std::uint64_t value) {
    for (unsigned shift = 0; shift < 64; shift += 8) out.push_back(static_cast<std::uint8_t>(value >> shift));
}

void append_text(Bytes& out, std::string_view text) {
    append_number(out, text.size());
    out.insert(out.end(), text.begin(), text.end());
}

Bytes associated_data(const Place& place, std::string_view mother_id, std::int64_t version) {
    Bytes data{kFormat};
    for (const std::string_view part : {place.table, place.column, place.row_id, mother_id})
        append_text(data, part);
    append_number(data, static_cast<std::uint64_t>(version));
    return data;
}

Bytes close_box(const std::uint8_t* key, BytesView associated, BytesView content) {
    Bytes box(1 + kNonceBytes + content.size() + kTagBytes);
    box[0] = kFormat;
    std::uint8_t* nonce = box.data() + 1;
    randombytes_buf(nonce, kNonceBytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(nonce + kNonceBytes, nullptr, content.data(), content.size(),
                                               associated.data(), associated.size(), nullptr, nonce, key);
    return box;
}

/// Into `content`, which must have room for box_content_size(box).
bool open_box(const std::uint8_t* key, BytesView associated, BytesView box, std::uint8_t* content) {
    const std::uint8_t* nonce = box.data() + 1;
    const std::size_t sealed = box.size() - 1 - kNonceBytes;
    return crypto_aead_xchacha20poly1305_ietf_decrypt(content, nullptr, nullptr, nonce + kNonceBytes, sealed,
                                                      associated.data(), associated.size(), nonce, key) == 0;
}

bool has_box_form(BytesView box) {
    return box.size() >= 1 + kNonceBytes + kTagBytes && box[0] == kFormat;
}

std::size_t box_content_size(BytesView box) {
    return box.size() - 1 - kNonceBytes - kTagBytes;
}

Result<std::string> open_text(const std::uint8_t* key, BytesView associated, BytesView box) {
    if (!has_box_form(box)) return cannot_open_box();
    std::string text(box_content_size(box), '\0');
    if (!open_box(key, associated, box, reinterpret_cast<std::uint8_t*>(text.data())))
        return cannot_open_box();
    return text;
}

/// Keys of many mothers lie together: a locked page each would exhaust the limit of locked memory.
class KeyShelf {
public:
    /// Room for one key; null where there is no memory.
    std::uint8_t* place() {
        if (used_ == kKeysInPage || pages_.empty()) {
            Locked page = lock_bytes(kKeysInPage * kKeyBytes);
            if (page == nullptr) return nullptr;
            pages_.push_back(std::move(page));
            used_ = 0;
        }
        return pages_.back().get() + kKeyBytes * used_++;
    }
    void clear() {
        pages_.clear();
        used_ = 0;
    }

private:
    static constexpr std::size_t kKeysInPage = 4096 / kKeyBytes;
    std::vector<Locked> pages_;
    std::size_t used_ = 0;
};

struct MotherKey {
    std::int64_t version = 0;
    const std::uint8_t* key = nullptr;
};

Bytes mother_key_data(std::string_view mother_id, std::int64_t version) {
    return associated_data({"mother_key", "sealed", mother_id}, mother_id, version);
}

/// The key that seals the clinic's key, of the device secret in `file`.
Result<Locked> sealing_key(const std::filesystem::path& file) {
    const auto secret = read_device_secret(file);
    if (!secret) return secret.error();
    Locked key = lock_bytes(kKeyBytes);
    if (key == nullptr) return out_of_memory();
    crypto_kdf_derive_from_key(key.get(), kKeyBytes, 1, "sangoclk", secret->get());
    return key;
}

Result<Done> keep_clinic_key(Database& database, const std::uint8_t* clinic_key,
                             const std::filesystem::path& file) {
    const auto key = sealing_key(file);
    if (!key) return key.error();
    const Bytes box =
        close_box(key->get(), associated_data(kClinicKey, "", kFirstVersion), {clinic_key, kKeyBytes});
    const auto done = database.run(
        "INSERT INTO setting (name, value) VALUES ('clinic.key', ?1) "
        "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        {value(base64(box))});
    if (!done) return done.error();
    return Done{};
}

Result<Locked> open_clinic_key(BytesView box, const std::filesystem::path& file) {
    const auto key = sealing_key(file);
    if (!key) return key.error();
    Locked opened = lock_bytes(kKeyBytes);
    if (opened == nullptr) return out_of_memory();
    if (!has_box_form(box) || box_content_size(box) != kKeyBytes ||
        !open_box(key->get(), associated_data(kClinicKey, "", kFirstVersion), box, opened.get()))
        return error("wrong_key",
                     "端末の鍵がこの施設のものではありません。この端末の鍵ファイルを元に戻してください。",
                     "The device key is not this clinic's. Put this terminal's own key file back.");
    return opened;
}

/// Whether `next` is `file` now; else it stays under the name it has. Both are found by the next start, so a
/// rename that a power cut takes back costs nothing.
bool put_in_place(const std::filesystem::path& next, const std::filesystem::path& file) {
    std::error_code failed;
    std::filesystem::rename(next, file, failed);
    if (!failed) (void)sync_folder(file.parent_path());
    return !failed;
}

}  // namespace

struct Keyring::State {
    Locked clinic_key;
    std::filesystem::path secret_file;
    KeyShelf shelf;
    std::map<std::string, MotherKey, std::less<>> mothers;

    Result<MotherKey> mother_key(const Database& database, std::string_view mother_id) {
        if (const auto known = mothers.find(mother_id); known != mothers.end()) return known->second;
        MotherKey found;
        Bytes box;
        const auto read = database.query("SELECT version, sealed FROM mother_key WHERE mother_id = ?1",
                                         {value(mother_id)}, [&](const Row& row) {
                                             found.version = row.integer(0);
                                             box = row.bytes(1);
                                             return false;
                                         });
        if (!read) return read.error();
        if (found.version == 0)
            return error("no_mother_key", "この方の個人情報は消去されています。",
                         "This user's personal data has been erased.");
        if (!has_box_form(box) || box_content_size(box) != kKeyBytes) return cannot_open_box();
        std::uint8_t* room = shelf.place();
        if (room == nullptr) return out_of_memory();
        if (!open_box(clinic_key.get(), mother_key_data(mother_id, found.version), box, room))
            return cannot_open_box();
        found.key = room;
        mothers.emplace(mother_id, found);
        return found;
    }
};

Keyring::Keyring(std::unique_ptr<State> state) : state_(std::move(state)) {}
Keyring::Keyring(Keyring&&) noexcept = default;
Keyring& Keyring::operator=(Keyring&&) noexcept = default;
Keyring::~Keyring() = default;

Result<Keyring> Keyring::make(Database& database, const std::filesystem::path& file) {
    auto state = std::make_unique<State>();
    state->clinic_key = lock_bytes(kKeyBytes);
    if (state->clinic_key == nullptr) return out_of_memory();
    randombytes_buf(state->clinic_key.get(), kKeyBytes);
    state->secret_file = device_secret_file(file);
    if (auto kept = keep_clinic_key(database, state->clinic_key.get(), state->secret_file); !kept)
        return kept.error();
    return Keyring(std::move(state));
}

Result<Keyring> Keyring::open(const Database& database, const std::filesystem::path& file) {
    const auto text = database.text("SELECT value FROM setting WHERE name = 'clinic.key'");
    if (!text) return text.error();
    const Bytes box = from_base64(text->value_or("")).value_or(Bytes());
    const std::filesystem::path current = device_secret_file(file);
    const std::filesystem::path next = next_device_secret_file(file);
    auto state = std::make_unique<State>();
    auto key = open_clinic_key(box, current);
    std::error_code none;
    if (key) {
        // A renewal that was cut off before it counted, or the twin of what systemd now holds.
        std::filesystem::remove(next, none);
        state->secret_file = current;
    } else {
        if (!std::filesystem::exists(next, none)) return key.error();
        auto renewed = open_clinic_key(box, next);
        if (!renewed) return key.error();
        key = std::move(renewed);
        state->secret_file = next;
        if (current == file && put_in_place(next, file)) state->secret_file = file;
    }
    state->clinic_key = std::move(*key);
    return Keyring(std::move(state));
}

Result<std::filesystem::path> Keyring::renew_device_secret(Database& database,
                                                           const std::filesystem::path& file,
                                                           const Stamp& stamp) {
    const std::filesystem::path next = next_device_secret_file(file);
    if (state_->secret_file == next)
        return error("renewal_open",
                     "前回新しくした鍵がまだ登録されていません。先にその鍵をこの機器に登録してください。",
                     "The key that was renewed before is not installed yet. Install that one first.");
    std::error_code none;
    std::filesystem::remove(next, none);
    if (auto made = make_device_secret(next); !made) return made.error();
    auto transaction = Transaction::begin(database);
    if (!transaction) return transaction.error();
    auto done = keep_clinic_key(database, state_->clinic_key.get(), next);
    if (done) done = note_action(database, kClinicKey.table, kClinicKey.row_id, stamp, "renew_key");
    if (done) done = transaction->commit();
    if (!done) return done.error();
    const bool in_place = state_->secret_file == file && put_in_place(next, file);
    state_->secret_file = in_place ? file : next;
    // What the old secret opened must not stay in the log.
    const auto emptied = database.run("PRAGMA wal_checkpoint(TRUNCATE)");
    if (!emptied) return emptied.error();
    return state_->secret_file;
}

const std::filesystem::path& Keyring::secret_file() const {
    return state_->secret_file;
}

Result<Done> Keyring::add_mother(Database& database, std::string_view mother_id, const Stamp& stamp) {
    const Locked key = lock_bytes(kKeyBytes);
    if (key == nullptr) return out_of_memory();
    randombytes_buf(key.get(), kKeyBytes);
    // Not kept in memory yet: the transaction may still fail.
    return insert(
        database, "mother_key",
        {{"mother_id", value(mother_id)},
         {"version", value(kFirstVersion)},
         {"sealed", value(close_box(state_->clinic_key.get(), mother_key_data(mother_id, kFirstVersion),
                                    {key.get(), kKeyBytes}))}},
        stamp, "make_key");
}

Result<Bytes> Keyring::seal(const Database& database, std::string_view mother_id, const Place& place,
                            std::string_view text) const {
    const auto key = state_->mother_key(database, mother_id);
    if (!key) return key.error();
    return close_box(key->key, associated_data(place, mother_id, key->version), bytes_of(text));
}

Result<std::string> Keyring::unseal(const Database& database, std::string_view mother_id, const Place& place,
                                    BytesView box) const {
    const auto key = state_->mother_key(database, mother_id);
    if (!key) return key.error();
    return open_text(key->key, associated_data(place, mother_id, key->version), box);
}

Bytes Keyring::seal_for_clinic(const Place& place, std::string_view text) const {
    return close_box(state_->clinic_key.get(), associated_data(place, "", kFirstVersion), bytes_of(text));
}

Result<std::string> Keyring::unseal_for_clinic(const Place& place, BytesView box) const {
    return open_text(state_->clinic_key.get(), associated_data(place, "", kFirstVersion), box);
}

std::array<std::uint8_t, 32> Keyring::badge_seed() const {
    std::array<std::uint8_t, 32> seed{};
    crypto_kdf_derive_from_key(seed.data(), seed.size(), 1, "sangobdg", state_->clinic_key.get());
    return seed;
}

void Keyring::forget() const {
    state_->mothers.clear();
    state_->shelf.clear();
}

}  // namespace sango::store
