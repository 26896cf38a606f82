#include "shared/store/sealed_backup.h"

#include "shared/base/file.h"
#include "shared/store/backup.h"
#include "shared/store/device_secret.h"
#include "shared/store/durable_file.h"
#include "shared/store/failure.h"
#include "shared/store/hashing.h"
#include "shared/store/schema.h"

#include <array>
#include <charconv>
#include <functional>

#include <fmt/format.h>
#include <sodium.h>
#include <sqlite3.h>
#include <sys/stat.h>

namespace sango::store {
namespace {

constexpr std::string_view kTitle = "sango-backup 1";
constexpr std::string_view kTitleOfAny = "sango-backup ";
constexpr std::size_t kMostLabelBytes = 4'096;
constexpr std::size_t kPiece = std::size_t{64} * 1024;
constexpr std::size_t kSealedPiece = kPiece + crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr std::size_t kBoxBytes = crypto_secretstream_xchacha20poly1305_KEYBYTES + crypto_box_SEALBYTES;

/// The key of one backup's stream; zeroed when it goes.
struct StreamKey {
    std::array<std::uint8_t, crypto_secretstream_xchacha20poly1305_KEYBYTES> bytes{};
    StreamKey() = default;
    StreamKey(const StreamKey&) = delete;
    StreamKey& operator=(const StreamKey&) = delete;
    ~StreamKey() { sodium_memzero(bytes.data(), bytes.size()); }
};

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using OpenedFile = std::unique_ptr<std::FILE, CloseFile>;

Error unreadable() {
    return error("unreadable", "バックアップを読めません。場所と接続（USBメモリーなど）を確かめてください。",
                 "The backup cannot be read. Check where it is and that the stick is plugged in.");
}
Error not_a_backup() {
    return error("not_a_backup", "これはSangoのバックアップではありません。ファイルを選び直してください。",
                 "This is not a backup of Sango. Choose another file.");
}
Error too_new() {
    return error("too_new", "新しい版のSangoで作られたバックアップです。Sangoを更新してから戻してください。",
                 "A later Sango made this backup. Update Sango, then restore it.");
}
Error damaged() {
    return error("damaged",
                 "バックアップが壊れているか、途中で切れています。別の日のバックアップを使ってください。",
                 "The backup is damaged or cut short. Use another day's backup.");
}

std::string text_of_label(const BackupLabel& label, BytesView box) {
    return fmt::format("{}\nclinic {}\nmade {}\nschema {}\nrecovery {}\nkey {}\n\n", kTitle, label.clinic_id,
                       label.made_at.time_since_epoch().count(), label.schema, hex(label.recovery_key),
                       base64(box));
}

/// A label as read, and where the stream begins.
struct Head {
    BackupLabel label;
    Bytes box;
    std::string text;
};

template <class Number>
bool read_number(std::string_view text, Number& number) {
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc() && read.ptr == text.data() + text.size();
}

Result<Head> read_head(const std::filesystem::path& file) {
    const auto start = read_file(file, kMostLabelBytes);
    if (!start) return unreadable();
    if (!start->starts_with(kTitleOfAny)) return not_a_backup();
    if (!start->starts_with(std::string(kTitle) + "\n")) return too_new();
    const auto end = start->find("\n\n");
    if (end == std::string::npos) return damaged();
    Head head;
    head.text = start->substr(0, end + 2);
    std::string_view lines = std::string_view(head.text).substr(kTitle.size() + 1);
    const auto field = [&](std::string_view name) {
        std::string_view value;
        if (!lines.starts_with(name)) return value;
        value = lines.substr(name.size(), lines.find('\n') - name.size());
        lines.remove_prefix(name.size() + value.size() + 1);
        return value;
    };
    head.label.clinic_id = field("clinic ");
    std::int64_t made = 0;
    const bool numbers =
        read_number(field("made "), made) && read_number(field("schema "), head.label.schema);
    head.label.made_at = Instant(std::chrono::seconds(made));
    head.label.recovery_key = from_hex(field("recovery ")).value_or(Bytes());
    head.box = from_base64(field("key ")).value_or(Bytes());
    if (!numbers || head.label.clinic_id.empty() ||
        head.label.recovery_key.size() != crypto_box_PUBLICKEYBYTES || head.box.size() != kBoxBytes)
        return damaged();
    if (head.label.schema > static_cast<std::int64_t>(migrations().size())) return too_new();
    return head;
}

/// Takes the content of a backup piece by piece: the device secret first.
using Take = std::function<Result<Done>(BytesView piece, bool is_secret)>;

Result<Done> read_stream(std::FILE* in, const Head& head, const StreamKey& key, const Take& take) {
    std::array<std::uint8_t, crypto_secretstream_xchacha20poly1305_HEADERBYTES> start{};
    crypto_secretstream_xchacha20poly1305_state state;
    if (std::fseek(in, static_cast<long>(head.text.size()), SEEK_SET) != 0 ||
        std::fread(start.data(), 1, start.size(), in) != start.size() ||
        crypto_secretstream_xchacha20poly1305_init_pull(&state, start.data(), key.bytes.data()) != 0)
        return damaged();
    Bytes sealed(kSealedPiece);
    Bytes piece(kPiece);
    unsigned char tag = 0;
    for (bool first = true; tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL; first = false) {
        const std::size_t wanted =
            first ? kSecretDigits + crypto_secretstream_xchacha20poly1305_ABYTES : sealed.size();
        const std::size_t got = std::fread(sealed.data(), 1, wanted, in);
        unsigned long long size = 0;
        const BytesView bound = first ? bytes_of(head.text) : BytesView();
        if (got == 0 ||
            crypto_secretstream_xchacha20poly1305_pull(&state, piece.data(), &size, &tag, sealed.data(), got,
                                                       bound.data(), bound.size()) != 0)
            return damaged();
        if (auto taken = take(BytesView(piece).first(size), first); !taken) return taken;
    }
    sodium_memzero(piece.data(), piece.size());
    return std::fgetc(in) == EOF ? Result<Done>(Done{}) : Result<Done>(damaged());
}

/// Sealed piece after piece into `file`; the hash of what went in.
Result<Bytes> write_stream(std::FILE* copy, std::string_view secret, const std::string& label,
                           const StreamKey& key, DurableFile& file) {
    std::array<std::uint8_t, crypto_secretstream_xchacha20poly1305_HEADERBYTES> start{};
    crypto_secretstream_xchacha20poly1305_state state;
    crypto_secretstream_xchacha20poly1305_init_push(&state, start.data(), key.bytes.data());
    if (auto done = file.write(bytes_of(label)); !done) return done.error();
    if (auto done = file.write(start); !done) return done.error();
    Hashing content("backup");
    Bytes sealed(kSealedPiece);
    const auto push = [&](BytesView piece, BytesView bound, unsigned char tag) {
        unsigned long long size = 0;
        crypto_secretstream_xchacha20poly1305_push(&state, sealed.data(), &size, piece.data(), piece.size(),
                                                   bound.data(), bound.size(), tag);
        content.bytes(piece);
        return file.write(BytesView(sealed).first(size));
    };
    if (auto done = push(bytes_of(secret), bytes_of(label), 0); !done) return done.error();
    Bytes piece(kPiece);
    for (bool last = false; !last;) {
        const std::size_t got = std::fread(piece.data(), 1, piece.size(), copy);
        if (std::ferror(copy) != 0) return failure(SQLITE_IOERR_READ);
        last = got < piece.size();
        if (auto done = push(BytesView(piece).first(got), {},
                             last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0);
            !done)
            return done.error();
    }
    return content.finish();
}

Result<Done> read_with(const std::filesystem::path& file, const RecoveryKey& key, const Take& take) {
    auto head = read_head(file);
    if (!head) return head.error();
    if (head->label.recovery_key != key.public_key)
        return error(
            "other_recovery_key",
            "この復旧シートは、このバックアップのものではありません。同じ施設の、作成日の合うシートを使ってく"
            "ださい。",
            "These recovery sheets are not of this backup. Use this clinic's own, of the right date.");
    StreamKey stream;
    if (crypto_box_seal_open(stream.bytes.data(), head->box.data(), head->box.size(), key.public_key.data(),
                             key.secret_key.data()) != 0)
        return damaged();
    const OpenedFile in(std::fopen(file.c_str(), "rb"));
    if (in == nullptr) return unreadable();
    return read_stream(in.get(), *head, stream, take);
}

}  // namespace

Result<Done> seal_backup(const std::filesystem::path& database_copy, std::string_view device_secret,
                         const BackupLabel& label, const std::filesystem::path& to) {
    if (sodium_init() < 0 || device_secret.size() != kSecretDigits ||
        label.recovery_key.size() != crypto_box_PUBLICKEYBYTES)
        return error("no_recovery_key", "復旧シートがまだ作られていません。先に作ってください。",
                     "There are no recovery sheets yet. Make them first.");
    const OpenedFile copy(std::fopen(database_copy.c_str(), "rb"));
    if (copy == nullptr) return unreadable();
    StreamKey key;
    crypto_secretstream_xchacha20poly1305_keygen(key.bytes.data());
    Head head{label, Bytes(kBoxBytes), {}};
    crypto_box_seal(head.box.data(), key.bytes.data(), key.bytes.size(), label.recovery_key.data());
    head.text = text_of_label(label, head.box);

    auto file = DurableFile::create(to);
    if (!file) return file.error();
    const auto written = write_stream(copy.get(), device_secret, head.text, key, *file);
    if (!written) return written.error();
    const OpenedFile again(std::fopen(file->part().c_str(), "rb"));
    if (again == nullptr) return unreadable();
    Hashing content("backup");
    if (auto read = read_stream(again.get(), head, key,
                                [&](BytesView piece, bool) {
                                    content.bytes(piece);
                                    return Result<Done>(Done{});
                                });
        !read)
        return read;
    if (content.finish() != *written) return failure(SQLITE_IOERR);
    return file->commit();
}

Result<BackupLabel> read_backup_label(const std::filesystem::path& file) {
    auto head = read_head(file);
    if (!head) return head.error();
    return std::move(head->label);
}

Result<Done> check_backup(const std::filesystem::path& file, const RecoveryKey& key) {
    return read_with(file, key, [](BytesView, bool) { return Result<Done>(Done{}); });
}

Result<Done> open_backup(const std::filesystem::path& file, const RecoveryKey& key,
                         const std::filesystem::path& data) {
    if (auto good = check_backup(file, key); !good) return good;
    std::error_code failed;
    if (data.has_parent_path()) std::filesystem::create_directories(data.parent_path(), failed);
    if (::mkdir(data.c_str(), 0700) != 0) {
        if (errno == EEXIST)
            return error("exists",
                         "戻す先のフォルダーがすでにあります。新しい名前のフォルダーを指定してください。",
                         "The folder to restore to is there already. Name a new one.");
        return failure(SQLITE_CANTOPEN);
    }
    for (const char* folder : {"trust", "sync"}) ::mkdir((data / folder).c_str(), 0700);
    auto secret = DurableFile::create(data / "device.key");
    if (!secret) return secret.error();
    auto database = DurableFile::create(data / "clinic.db");
    if (!database) return database.error();
    if (auto read = read_with(
            file, key,
            [&](BytesView piece, bool is_secret) { return (is_secret ? *secret : *database).write(piece); });
        !read)
        return read;
    for (DurableFile* part : {&*secret, &*database})
        if (auto done = part->commit(); !done) return done;
    const auto restored = Database::open(data / "clinic.db");
    if (!restored) return restored.error();
    return restored->check_integrity();
}

}  // namespace sango::store
