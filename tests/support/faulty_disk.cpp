#include "tests/support/faulty_disk.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <fstream>

#include <sqlite3.h>

namespace sango::test {
namespace {

FaultyDisk* current = nullptr;
sqlite3_vfs* real_vfs = nullptr;
sqlite3_vfs faulty_vfs;

struct File {
    sqlite3_file base;
    const char* name;
    sqlite3_file* real;
};
File* as_file(sqlite3_file* file) {
    return reinterpret_cast<File*>(file);
}
sqlite3_file* real_of(sqlite3_file* file) {
    return as_file(file)->real;
}

Bytes contents(const std::string& name) {
    std::ifstream in(name, std::ios::binary | std::ios::ate);
    Bytes bytes(in ? static_cast<std::size_t>(in.tellg()) : 0);
    in.seekg(0);
    in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    return bytes;
}

FaultyDisk::Unsynced* log_of(sqlite3_file* file) {
    const File* f = as_file(file);
    if (f->name == nullptr) return nullptr;
    const auto [at, fresh] = current->unsynced.try_emplace(f->name);
    if (fresh) at->second.synced = contents(f->name);
    return &at->second;
}

int x_close(sqlite3_file* file) {
    return real_of(file)->pMethods->xClose(real_of(file));
}
int x_read(sqlite3_file* file, void* out, int size, sqlite3_int64 offset) {
    return current->is_dead() ? SQLITE_IOERR_READ
                              : real_of(file)->pMethods->xRead(real_of(file), out, size, offset);
}
int x_write(sqlite3_file* file, const void* in, int size, sqlite3_int64 offset) {
    const bool alive = !current->is_dead();
    if (const int code = current->before_change(false)) {
        if (alive && current->tears())
            (void)real_of(file)->pMethods->xWrite(real_of(file), in, size / 2, offset);
        return code;
    }
    auto* log = log_of(file);
    const auto* bytes = static_cast<const std::uint8_t*>(in);
    if (log != nullptr) log->changes.push_back({offset, Bytes(bytes, bytes + size), false});
    return real_of(file)->pMethods->xWrite(real_of(file), in, size, offset);
}
int x_truncate(sqlite3_file* file, sqlite3_int64 size) {
    auto* log = log_of(file);
    if (const int code = current->before_change(false)) return code;
    if (log != nullptr) log->changes.push_back({size, {}, true});
    return real_of(file)->pMethods->xTruncate(real_of(file), size);
}
int x_sync(sqlite3_file* file, int) {
    if (const int code = current->before_change(true)) return code;
    // What is synced is what this disk remembers; the real one under it need not be troubled.
    if (as_file(file)->name != nullptr) current->unsynced.erase(as_file(file)->name);
    return SQLITE_OK;
}
int x_file_size(sqlite3_file* file, sqlite3_int64* size) {
    return real_of(file)->pMethods->xFileSize(real_of(file), size);
}
int x_lock(sqlite3_file* file, int kind) {
    return real_of(file)->pMethods->xLock(real_of(file), kind);
}
int x_unlock(sqlite3_file* file, int kind) {
    return real_of(file)->pMethods->xUnlock(real_of(file), kind);
}
int x_check_reserved(sqlite3_file* file, int* out) {
    return real_of(file)->pMethods->xCheckReservedLock(real_of(file), out);
}
int x_control(sqlite3_file* file, int what, void* with) {
    return real_of(file)->pMethods->xFileControl(real_of(file), what, with);
}
int x_sector(sqlite3_file* file) {
    return real_of(file)->pMethods->xSectorSize(real_of(file));
}
int x_traits(sqlite3_file*) {
    return 0;  // promises nothing: no atomic writes, no safe append, no power-safe overwrite
}

// Version 1 has no shared memory: that Sango works on it proves that the log's index is in its own memory.
const sqlite3_io_methods methods{1,         x_close,     x_read,   x_write,  x_truncate,
                                 x_sync,    x_file_size, x_lock,   x_unlock, x_check_reserved,
                                 x_control, x_sector,    x_traits, nullptr,  nullptr,
                                 nullptr,   nullptr,     nullptr,  nullptr};

int x_open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
    File* f = as_file(file);
    f->base.pMethods = nullptr;
    f->name = name;
    f->real = reinterpret_cast<sqlite3_file*>(f + 1);
    if (current->is_dead()) return SQLITE_IOERR;
    const int code = real_vfs->xOpen(real_vfs, name, f->real, flags, out_flags);
    if (f->real->pMethods != nullptr) f->base.pMethods = &methods;
    return code;
}
int x_delete(sqlite3_vfs*, const char* name, int sync_folder) {
    if (current->is_dead()) return SQLITE_IOERR_DELETE;
    current->unsynced.erase(name);
    return real_vfs->xDelete(real_vfs, name, sync_folder);
}

}  // namespace

FaultyDisk::FaultyDisk() {
    assert(current == nullptr);
    sqlite3_initialize();
    current = this;
    real_vfs = sqlite3_vfs_find(nullptr);
    faulty_vfs = *real_vfs;
    faulty_vfs.zName = "faulty";
    faulty_vfs.szOsFile = static_cast<int>(sizeof(File)) + real_vfs->szOsFile;
    faulty_vfs.xOpen = x_open;
    faulty_vfs.xDelete = x_delete;
    sqlite3_vfs_register(&faulty_vfs, 1);
}

FaultyDisk::~FaultyDisk() {
    sqlite3_vfs_unregister(&faulty_vfs);
    sqlite3_vfs_register(real_vfs, 1);
    current = nullptr;
}

void FaultyDisk::fail(Fault fault, int nth) {
    fault_ = fault;
    at_ = operations_ + nth;
    struck_ = false;
}

void FaultyDisk::heal() {
    fault_ = Fault::none;
    dead_ = false;
}

int FaultyDisk::before_change(bool is_sync) {
    if (dead_) return is_sync ? SQLITE_IOERR_FSYNC : SQLITE_IOERR_WRITE;
    ++operations_;
    if (fault_ == Fault::none || operations_ < at_) return SQLITE_OK;
    switch (fault_) {
        case Fault::full:
            if (is_sync) return SQLITE_OK;
            struck_ = true;
            return SQLITE_FULL;
        case Fault::write_error:
            if (struck_ || is_sync) return SQLITE_OK;
            struck_ = true;
            return SQLITE_IOERR_WRITE;
        case Fault::sync_error:
            if (struck_ || !is_sync) return SQLITE_OK;
            struck_ = true;
            return SQLITE_IOERR_FSYNC;
        default:
            struck_ = dead_ = true;
            return SQLITE_IOERR;
    }
}

void FaultyDisk::lose_unsynced(const Random& random) {
    for (auto& [name, log] : unsynced) {
        Bytes file = std::move(log.synced);
        for (const Change& change : log.changes) {
            std::uint8_t chance = 0;
            random({&chance, 1});
            if (chance < 80) continue;  // never reached the disk
            const auto offset = static_cast<std::size_t>(change.offset);
            if (change.truncation) {
                file.resize(offset);
                continue;
            }
            const std::size_t torn = chance < 110 ? change.written.size() / 2 : change.written.size();
            file.resize(std::max(file.size(), offset + torn));
            std::copy_n(change.written.begin(), torn, file.begin() + static_cast<std::ptrdiff_t>(offset));
        }
        std::ofstream(name, std::ios::binary | std::ios::trunc)
            .write(reinterpret_cast<const char*>(file.data()), static_cast<std::streamsize>(file.size()));
    }
    unsynced.clear();
}

}  // namespace sango::test
