#include "shared/store/device_secret.h"

#include "shared/store/durable_file.h"

#include <cstdlib>

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sango::store {
namespace {

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

std::filesystem::path next_device_secret_file(const std::filesystem::path& file) {
    std::filesystem::path next = file;
    next += ".next";
    return next;
}

Result<Done> make_device_secret(const std::filesystem::path& file) {
    const Locked text = lock_bytes(kSecretBytes + kSecretDigits + 1);
    if (text == nullptr) return out_of_memory();
    std::uint8_t* secret = text.get();
    char* digits = reinterpret_cast<char*>(secret + kSecretBytes);
    randombytes_buf(secret, kSecretBytes);
    sodium_bin2hex(digits, kSecretDigits + 1, secret, kSecretBytes);
    digits[kSecretDigits] = '\n';

    // Under its own name only when it is whole and on the disk: a key cut off would open nothing, and none
    // other be made in its place.
    std::filesystem::path half = file;
    half += ".new";
    ::unlink(half.c_str());
    const OpenFile opened(::open(half.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (opened.get() < 0)
        return error("read_only", "端末の鍵を保存できません。保存先の権限を確かめてください。",
                     "The device key cannot be saved. Check the permissions of the data folder.");
    const ssize_t written = ::write(opened.get(), digits, kSecretDigits + 1);
    const bool whole = written == static_cast<ssize_t>(kSecretDigits + 1) && ::fsync(opened.get()) == 0;
    const bool named = whole && ::link(half.c_str(), file.c_str()) == 0;
    const bool taken = whole && !named && errno == EEXIST;
    ::unlink(half.c_str());
    if (taken) return error("exists", "端末の鍵はすでにあります。", "There is a device key already.");
    if (!named || !sync_folder(file.parent_path())) {
        if (named) ::unlink(file.c_str());
        return error("disk_full", "端末の鍵を保存できませんでした。ディスクの空きを確かめてください。",
                     "The device key could not be saved. Check that the disk has space.");
    }
    return Done{};
}

Result<Locked> read_device_secret(const std::filesystem::path& file) {
    const auto bad_key =
        error("bad_key",
              "端末の鍵ファイルが正しくありません。施設の鍵に戻し、所有者だけが読めるようにしてください。",
              "The device key file is not right. Restore the clinic's key, readable by its owner only.");
    const OpenFile opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (opened.get() < 0)
        return error("no_key", "端末の鍵が見つかりません。この端末の鍵ファイルを元の場所に戻してください。",
                     "The device key is missing. Put this terminal's key file back in its place.");
    struct stat status {};
    if (::fstat(opened.get(), &status) != 0 || (status.st_mode & 077U) != 0) return bad_key;

    const Locked text = lock_bytes(kSecretDigits + 2);
    Locked secret = lock_bytes(kSecretBytes);
    if (text == nullptr || secret == nullptr) return out_of_memory();
    char* digits = reinterpret_cast<char*>(text.get());
    ssize_t length = ::read(opened.get(), digits, kSecretDigits + 2);
    if (length > 0 && digits[length - 1] == '\n') --length;
    std::size_t bytes = 0;
    const char* end = nullptr;
    if (length != static_cast<ssize_t>(kSecretDigits) ||
        sodium_hex2bin(secret.get(), kSecretBytes, digits, kSecretDigits, nullptr, &bytes, &end) != 0 ||
        bytes != kSecretBytes)
        return bad_key;
    return secret;
}

}  // namespace sango::store
