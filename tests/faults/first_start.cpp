#include "tests/faults/first_start.h"

#include "shared/clinic/first_start.h"
#include "shared/clinic/sign_in.h"
#include "shared/clinic/staff.h"
#include "shared/store/audit.h"
#include "shared/store/device_secret.h"
#include "tests/faults/failing_memory.h"
#include "tests/faults/house.h"
#include "tests/support/faulty_disk.h"

#include <fstream>

#include <sys/resource.h>

namespace sango::faults {
namespace {

using test::FaultyDisk;

constexpr const char* kFirstPin = "274913";
constexpr int kFirstPoints = 2;      ///< of the making of the database, in each way
constexpr int kAllocationStep = 10;  ///< hundreds of them are alike

/// The PIN's hash is made once: it is the same each time and slow by intent.
const clinic::NewClinic& sakura() {
    static const clinic::NewClinic first{
        "sakura-0123", "さくら助産院", {{"佐藤 美咲", "manager"}}, must(clinic::pin_hash(kFirstPin)), true};
    return first;
}

/// A machine whose database is made and empty; the founding comes next.
const std::filesystem::path& made_machine() {
    static const test::TempFolder folder{test::memory_folder()};
    static const std::filesystem::path data = [] {
        const auto made = folder.path() / "clinic";
        must(store::Database::open(made / "clinic.db"));
        must(store::make_device_secret(made / "device.key"));
        return made;
    }();
    return data;
}

/// 0: nothing there; 1: all of it; -1: a part; -2: not to be opened. Without the rules, which have no part in
/// it.
int what_is_there(const std::filesystem::path& data) {
    const auto database = store::Database::open(data / "clinic.db");
    if (!database || !database->check_integrity()) return -2;
    const auto number = [&](const char* sql) { return database->integer(sql).value().value_or(0); };
    const auto settings = number("SELECT count(*) FROM setting");
    const auto rows = number("SELECT (SELECT count(*) FROM staff) + (SELECT count(*) FROM staff_pin)");
    if (settings == 0 && rows == 0) return 0;
    const auto audit = store::verify_audit(*database);
    if (!audit || audit->broken || !store::Keyring::open(*database, data / "device.key")) return -2;
    const auto due = number("SELECT count(*) FROM setting WHERE name = 'first_start' AND value = 'papers'");
    return rows == 2 && due == 1 ? 1 : -1;
}

/// False once there are fewer points than `nth`.
bool found_at(Mode mode, const Random& random, bool from_nothing, int nth, Tally& tally) {
    FaultyDisk disk;
    const test::TempFolder folder{test::memory_folder()};
    const auto data = folder.path() / "clinic";
    if (!from_nothing) std::filesystem::copy(made_machine(), data);
    const HandClock clock(*parse_instant("2026-11-21T14:05:00+09:00"));
    if (mode == Mode::out_of_memory)
        fail_allocation(nth);
    else
        disk.fail(fault_of(mode), nth);
    const auto made = clinic::create(data, sakura(), clock, seeded_random(2));
    const bool struck = mode == Mode::out_of_memory ? allocation_failed() : disk.struck();
    fail_allocation(0);
    disk.heal();
    if (mode == Mode::power_cut)
        disk.lose_unsynced(random);
    else
        disk.keep_unsynced();
    if (!struck) return false;
    ++tally.points;
    const int there = what_is_there(data);
    if (there == -2) ++tally.corrupt;
    if (there == -1) ++tally.half_done;
    if (made.ok() && there == 0) ++tally.lost;
    if (!made.ok() && made.error().message.ja.empty()) ++tally.unsaid;
    if (there == 0 &&
        (!clinic::create(data, sakura(), clock, seeded_random(2)).ok() || what_is_there(data) != 1))
        ++tally.unsaid;
    return true;
}

/// Nothing large can be had while it lives.
class NoMemory {
public:
    NoMemory() {
        getrlimit(RLIMIT_AS, &before_);
        std::uint64_t pages = 0;
        std::ifstream("/proc/self/statm") >> pages;
        rlimit little = before_;
        little.rlim_cur = pages * 4096 + (8U << 20U);
        setrlimit(RLIMIT_AS, &little);
    }
    NoMemory(const NoMemory&) = delete;
    NoMemory& operator=(const NoMemory&) = delete;
    ~NoMemory() { setrlimit(RLIMIT_AS, &before_); }

private:
    rlimit before_{};
};

}  // namespace

Tally try_first_start(Mode mode, std::uint64_t seed) {
    const Random random = seeded_random(seed);
    Tally tally;
    const int step = mode == Mode::out_of_memory ? kAllocationStep : 1;
    for (int nth = 1; found_at(mode, random, false, nth, tally); nth += step) continue;
    const int stride = mode == Mode::out_of_memory ? 400 : 40;
    for (int i = 0; i < kFirstPoints; ++i)
        if (!found_at(mode, random, true, 1 + i * stride, tally)) break;
    return tally;
}

Tally try_hashing_without_memory() {
    House house;
    Tally tally;
    const std::string her = must(clinic::add_staff(house.clinic(), "田中 彩", clinic::Role::desk));
    must(clinic::set_pin(house.clinic(), her, kFirstPin));
    const clinic::Actor actor = house.clinic().actor;
    const Counts before = house.counts();
    const auto judge = [&](const Result<Done>& result) {
        ++tally.points;
        if (result.ok()) ++tally.unsaid;
        if (!result.ok() && (result.error().message.ja.empty() || result.error().code == "wrong_pin"))
            ++tally.unsaid;
        if (house.counts() != before) ++tally.half_done;
    };
    const auto without = [&](auto&& doing) {
        const NoMemory none;
        return doing();
    };
    judge(without([&] { return clinic::set_pin(house.clinic(), her, "805512"); }));
    judge(without([&] { return clinic::sign_in(house.clinic(), her, kFirstPin); }));
    if (!clinic::sign_in(house.clinic(), her, kFirstPin).ok()) ++tally.lost;
    house.clinic().actor = actor;
    return tally;
}

}  // namespace sango::faults
