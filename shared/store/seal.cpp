#include "shared/store/seal.h"

#include "shared/store/durable_file.h"

#include <cstdlib>
#include <cstring>
#include <map>
#include <vector>

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sango::store {
namespace {

constexpr std::size_t kKeyBytes = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::uint8_t kFormat = 1;
constexpr std::int64_t kFirstVersion = 1;
static_assert(kKeyBytes == 32 && crypto_kdf_KEYBYTES == 32);

struct SodiumFree {
    void operator()(std::uint8_t* memory) const { sodium_free(memory); }
};
/// Locked, guarded by unreadable pages, zeroed when freed.
using Locked = std::unique_ptr<std::uint8_t, SodiumFree>;

Locked lock_bytes(std::size_t size) {
    return Locked(static_cast<std::uint8_t*>(sodium_malloc(size)));
}

Error out_of_memory() {
    return error("out_of_memory", "メモリが足りません。ほかのプログラムを終了して、もう一度お試しください。",
                 "There is not enough memory. Close other programs and try again.");
}

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

class OpenFile {
public:
    explicit OpenFile(int descriptor) : descriptor_(descriptor) {}
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    [[nodiscard]] int get() const { return descriptor_; }

private:
    int descriptor_;
};

}  // namespace

std::filesystem::path device_secret_file(const std::filesystem::path& file) {
    const char* credentials = std::getenv("CREDENTIALS_DIRECTORY");
    if (credentials == nullptr || *credentials == '\0') return file;
    std::filesystem::path credential = std::filesystem::path(credentials) / "sango.key";
    std::error_code unknown;
    return std::filesystem::exists(credential, unknown) ? credential : file;
}

struct Keyring::State {
    Locked clinic_key;
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

Result<Done> Keyring::create(const std::filesystem::path& file) {
    if (sodium_init() < 0) return out_of_memory();
    const Locked text = lock_bytes(kKeyBytes + kSecretDigits + 1);
    if (text == nullptr) return out_of_memory();
    std::uint8_t* secret = text.get();
    char* digits = reinterpret_cast<char*>(secret + kKeyBytes);
    randombytes_buf(secret, kKeyBytes);
    sodium_bin2hex(digits, kSecretDigits + 1, secret, kKeyBytes);
    digits[kSecretDigits] = '\n';

    const OpenFile opened(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (opened.get() < 0) {
        if (errno == EEXIST)
            return error("exists", "端末の鍵はすでにあります。", "There is a device key already.");
        return error("read_only", "端末の鍵を保存できません。保存先の権限を確かめてください。",
                     "The device key cannot be saved. Check the permissions of the data folder.");
    }
    const ssize_t written = ::write(opened.get(), digits, kSecretDigits + 1);
    if (written != static_cast<ssize_t>(kSecretDigits + 1) || ::fsync(opened.get()) != 0 ||
        !sync_folder(file.parent_path())) {
        ::unlink(file.c_str());
        return error("disk_full", "端末の鍵を保存できませんでした。ディスクの空きを確かめてください。",
                     "The device key could not be saved. Check that the disk has space.");
    }
    return Done{};
}

Result<Keyring> Keyring::open(const std::filesystem::path& file) {
    if (sodium_init() < 0) return out_of_memory();
    const auto bad_key =
        error("bad_key",
              "端末の鍵ファイルが正しくありません。施設の鍵に戻し、所有者だけが読めるようにしてください。",
              "The device key file is not right. Restore the clinic's key, readable by its owner only.");
    const std::filesystem::path path = device_secret_file(file);
    const OpenFile opened(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (opened.get() < 0)
        return error("no_key", "端末の鍵が見つかりません。この端末の鍵ファイルを元の場所に戻してください。",
                     "The device key is missing. Put this terminal's key file back in its place.");
    struct stat status {};
    if (::fstat(opened.get(), &status) != 0 || (status.st_mode & 077U) != 0) return bad_key;

    const Locked memory = lock_bytes(kSecretDigits + 2 + crypto_kdf_KEYBYTES);
    if (memory == nullptr) return out_of_memory();
    char* digits = reinterpret_cast<char*>(memory.get());
    std::uint8_t* secret = memory.get() + kSecretDigits + 2;
    ssize_t length = ::read(opened.get(), digits, kSecretDigits + 2);
    if (length > 0 && digits[length - 1] == '\n') --length;
    std::size_t bytes = 0;
    const char* end = nullptr;
    if (length != static_cast<ssize_t>(kSecretDigits) ||
        sodium_hex2bin(secret, crypto_kdf_KEYBYTES, digits, kSecretDigits, nullptr, &bytes, &end) != 0 ||
        bytes != crypto_kdf_KEYBYTES)
        return bad_key;

    auto state = std::make_unique<State>();
    state->clinic_key = lock_bytes(kKeyBytes);
    if (state->clinic_key == nullptr) return out_of_memory();
    crypto_kdf_derive_from_key(state->clinic_key.get(), kKeyBytes, 1, "sangoclk", secret);
    return Keyring(std::move(state));
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
