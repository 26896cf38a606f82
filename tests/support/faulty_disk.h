#pragma once

#include "shared/base/bytes.h"
#include "shared/base/id.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace sango::test {

/// A disk that fails when told: SQLite's default disk while this lives. One at a time.
///
/// It remembers what was written since the last sync of each file, so that a power cut can lose any of it.
class FaultyDisk {
public:
    enum class Fault {
        none,
        full,
        write_error,
        sync_error,
        torn_write,  ///< half of it is written, then the disk is gone
        power_cut    ///< the disk is gone
    };

    FaultyDisk();
    FaultyDisk(const FaultyDisk&) = delete;
    FaultyDisk& operator=(const FaultyDisk&) = delete;
    ~FaultyDisk();

    /// The `nth` changing operation from now (write, sync or truncate; the first is 1) fails, and all but
    /// the single errors go on failing until healed.
    void fail(Fault fault, int nth);
    void heal();
    [[nodiscard]] bool struck() const { return struck_; }
    /// Changing operations so far.
    [[nodiscard]] int operations() const { return operations_; }

    /// After a power cut: each write that was not synced is on the disk, or half on it, or not, by chance.
    void lose_unsynced(const Random& random);

    /// After a process was killed: what it wrote is there, synced or not.
    void keep_unsynced() { unsynced.clear(); }

    /// For the file methods: the code to answer with, 0 to go on.
    [[nodiscard]] int before_change(bool is_sync);
    [[nodiscard]] bool tears() const { return fault_ == Fault::torn_write && struck_; }
    struct Change {
        std::int64_t offset = 0;
        Bytes written;  ///< empty for a truncation to `offset`
        bool truncation = false;
    };
    struct Unsynced {
        Bytes synced;  ///< the whole file as of its last sync
        std::vector<Change> changes;
    };
    std::map<std::string, Unsynced> unsynced;
    [[nodiscard]] bool is_dead() const { return dead_; }

private:
    Fault fault_ = Fault::none;
    int at_ = 0;
    int operations_ = 0;
    bool struck_ = false;
    bool dead_ = false;
};

}  // namespace sango::test
