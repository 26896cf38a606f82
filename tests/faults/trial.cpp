#include "tests/faults/trial.h"

#include "tests/faults/failing_memory.h"

#include <array>
#include <memory>

namespace sango::faults {
namespace {

using test::FaultyDisk;

constexpr std::array kModes{Mode::killed,     Mode::torn, Mode::power_cut,    Mode::write_error,
                            Mode::sync_error, Mode::full, Mode::out_of_memory};

/// A house is looked through whole after each point, so one that grows costs the square of its points.
constexpr int kTriesInOneHouse = 8;

bool ends_the_process(Mode mode) {
    return mode == Mode::killed || mode == Mode::torn || mode == Mode::power_cut;
}

/// How many rows of each table the workflow adds when all is well.
Counts added(const Counts& before, const Counts& after) {
    Counts more;
    for (const auto& [table, rows] : after) more[table] = rows - before.at(table);
    return more;
}

Counts sum(Counts counts, const Counts& more) {
    for (auto& [table, rows] : counts) rows += more.at(table);
    return counts;
}

class Trial {
public:
    Trial(const Workflow& workflow, Mode mode, std::uint64_t seed)
        : workflow_(workflow), mode_(mode), random_(seeded_random(seed)) {
        const Act well = next();
        const Counts before = house_->counts();
        must(well());
        more_ = added(before, house_->counts());
    }

    Tally everywhere() {
        for (int nth = 1; at_point(nth); ++nth) ++tally_.points;
        return tally_;
    }

private:
    Act next() {
        if (!house_ || workflow_.once || ++tried_in_it_ == kTriesInOneHouse) {
            house_ = std::make_unique<House>();
            tried_in_it_ = 0;
        }
        return workflow_.ready(*house_);
    }

    /// False once the workflow has fewer points than `nth`.
    bool at_point(int nth) {
        const Act tried = next();
        const Counts before = house_->counts();
        const Counts done = sum(before, more_);
        if (mode_ == Mode::out_of_memory)
            fail_allocation(nth);
        else
            disk_.fail(fault_of(mode_), nth);
        const Result<Done> result = tried();
        const bool struck = mode_ == Mode::out_of_memory ? allocation_failed() : disk_.struck();
        fail_allocation(0);
        if (ends_the_process(mode_)) {
            if (!start_again()) return struck;
        } else {
            disk_.heal();
        }
        if (!result.ok() && (result.error().message.ja.empty() || result.error().message.en.empty()))
            ++tally_.unsaid;
        judge(result.ok(), before, done, tried);
        return struck;
    }

    bool start_again() {
        house_->close();
        disk_.heal();
        if (mode_ == Mode::power_cut)
            disk_.lose_unsynced(random_);
        else
            disk_.keep_unsynced();
        if (house_->open().ok()) return true;
        ++tally_.corrupt;
        house_ = std::make_unique<House>();
        return false;
    }

    void judge(bool said_done, const Counts& before, const Counts& done, const Act& tried) {
        if (!house_->sound()) ++tally_.corrupt;
        const Counts now = house_->counts();
        if (said_done) {
            if (now == before)
                ++tally_.lost;
            else if (now != done)
                ++tally_.half_done;
            return;
        }
        if (now == done) return;  // durable, only the word of it did not get through
        if (now != before) ++tally_.half_done;
        if (!tried().ok()) ++tally_.unsaid;
    }

    const Workflow& workflow_;
    Mode mode_;
    Random random_;
    FaultyDisk disk_;  // before the house, whose files lie on it
    std::unique_ptr<House> house_;
    int tried_in_it_ = 0;
    Counts more_;
    Tally tally_;
};

}  // namespace

std::string_view word(Mode mode) {
    switch (mode) {
        case Mode::killed:
            return "killed";
        case Mode::torn:
            return "torn write";
        case Mode::power_cut:
            return "power cut";
        case Mode::write_error:
            return "write error";
        case Mode::sync_error:
            return "sync error";
        case Mode::full:
            return "disk full";
        case Mode::out_of_memory:
            return "out of memory";
    }
    return "";
}

test::FaultyDisk::Fault fault_of(Mode mode) {
    switch (mode) {
        case Mode::killed:
        case Mode::power_cut:
            return test::FaultyDisk::Fault::power_cut;
        case Mode::torn:
            return test::FaultyDisk::Fault::torn_write;
        case Mode::write_error:
            return test::FaultyDisk::Fault::write_error;
        case Mode::sync_error:
            return test::FaultyDisk::Fault::sync_error;
        case Mode::full:
            return test::FaultyDisk::Fault::full;
        case Mode::out_of_memory:
            break;
    }
    return test::FaultyDisk::Fault::none;
}

std::span<const Mode> all_modes() {
    return kModes;
}

Tally try_everywhere(const Workflow& workflow, Mode mode, std::uint64_t seed) {
    return Trial(workflow, mode, seed).everywhere();
}

}  // namespace sango::faults
