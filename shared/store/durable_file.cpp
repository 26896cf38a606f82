#include "shared/store/durable_file.h"

#include "shared/store/failure.h"

#include <utility>

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

namespace sango::store {
namespace {

Error write_failure() {
    return failure(errno == ENOSPC || errno == EDQUOT ? SQLITE_FULL : SQLITE_IOERR);
}

}  // namespace

bool sync_folder(const std::filesystem::path& folder) {
    const int opened = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (opened < 0) return false;
    const bool synced = ::fsync(opened) == 0;
    ::close(opened);
    return synced;
}

DurableFile::DurableFile(std::filesystem::path to, std::filesystem::path part, int descriptor)
    : to_(std::move(to)), part_(std::move(part)), descriptor_(descriptor) {}

DurableFile::DurableFile(DurableFile&& other) noexcept
    : to_(std::move(other.to_)),
      part_(std::move(other.part_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      committed_(other.committed_) {}

DurableFile::~DurableFile() {
    if (descriptor_ < 0) return;
    ::close(descriptor_);
    if (!committed_) ::unlink(part_.c_str());
}

Result<DurableFile> DurableFile::create(const std::filesystem::path& to) {
    std::filesystem::path part = to;
    part += ".part";
    ::unlink(part.c_str());  // of a process that was killed
    const int made = ::open(part.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (made < 0) return failure(errno == ENOSPC ? SQLITE_FULL : SQLITE_CANTOPEN);
    return DurableFile(to, std::move(part), made);
}

Result<Done> DurableFile::write(BytesView bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return write_failure();
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return Done{};
}

Result<Done> DurableFile::commit() {
    if (::fsync(descriptor_) != 0) return write_failure();
    if (::rename(part_.c_str(), to_.c_str()) != 0) return write_failure();
    committed_ = true;
    if (!sync_folder(to_.parent_path())) return write_failure();
    return Done{};
}

}  // namespace sango::store
