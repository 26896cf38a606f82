#include "shared/clinic/booking.h"
#include "shared/clinic/care_note.h"
#include "shared/clinic/check_in.h"
#include "tests/bench/big_clinic.h"
#include "tests/bench/measure.h"

#include <array>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

namespace sango::bench {
namespace {

constexpr int kRounds = 150;

/// One fdatasync of 4 KiB, appended as a log is.
class RawDisk {
public:
    explicit RawDisk(const std::filesystem::path& file)
        : file_(open(file.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600)) {
        if (file_ < 0) throw std::runtime_error("cannot write " + file.string());
        // The file has its full length already: only data are synced, as in a log that is used again.
        const std::vector<char> zeros(4'096 * kRounds * 8);
        if (pwrite(file_, zeros.data(), zeros.size(), 0) < 0 || fsync(file_) != 0)
            throw std::runtime_error("cannot write " + file.string());
    }
    RawDisk(const RawDisk&) = delete;
    RawDisk& operator=(const RawDisk&) = delete;
    ~RawDisk() { close(file_); }

    double sync_once() {
        return milliseconds([this] {
            std::array<char, 4'096> page{};
            page.fill(static_cast<char>(++written_));
            if (pwrite(file_, page.data(), page.size(), at_) < 0 || fdatasync(file_) != 0)
                throw std::runtime_error("fdatasync failed");
            at_ = (at_ + 4'096) % (4'096 * kRounds * 8);
        });
    }

private:
    int file_;
    off_t at_ = 0;
    int written_ = 0;
};

void report(const std::string& what, const Samples& ours, const Samples& disk) {
    print({what, ms(ours.median()), "one fdatasync of 4 KiB", ms(disk.median()),
           times(ours.median() / disk.median()), "1.50x", ours.n()});
}

}  // namespace

/// From "confirm" to durable: a note, a check-in and its undoing, a booking, each in alternation with one
/// fdatasync on the same disk; again with ten and a hundred times as much in the clinic.
void commit_time(const Places& places) {
    RawDisk raw(places.work / "raw");
    for (const int size : {1, 10, 100}) {
        BigClinic big(places.work / fmt::format("clinic-{}", size), size);
        clinic::Clinic& clinic = big.clinic();
        Samples notes;
        Samples disk;
        for (int i = 0; i < kRounds; ++i) {
            const clinic::NewNote note = big.note(i);
            notes.add(milliseconds([&] { (void)must(clinic::write_note(clinic, note)); }));
            disk.add(raw.sync_once());
        }
        report(fmt::format("note, {} notes in the clinic", big.notes()), notes, disk);

        Samples arrivals;
        Samples undone;
        Samples disk_then;
        for (int i = 0; i < kRounds; ++i) {
            const clinic::CheckInDraft draft = big.arrival();
            std::string use;
            arrivals.add(milliseconds([&] { use = must(clinic::check_in(clinic, draft)); }));
            disk_then.add(raw.sync_once());
            undone.add(milliseconds([&] { (void)must(clinic::undo_check_in(clinic, use, "測定")); }));
        }
        report(fmt::format("check-in, {} uses in the clinic", big.uses()), arrivals, disk_then);
        if (size == 1) report("check-in undone", undone, disk_then);

        (void)must(clinic::add_place(clinic, {0, clinic::PlaceKind::bed, "101"}));
        clinic::BookingDraft stay;
        stay.mother_id = big.arrival().mother_id;
        stay.service = programme::Service::short_stay;
        stay.first_day = japan_date(clinic.clock.now()) + std::chrono::days(7);
        stay.days = 3;
        stay.place_no = must(clinic::places(clinic)).front().no;
        Samples booked;
        Samples disk_last;
        for (int i = 0; i < kRounds; ++i) {
            std::string booking;
            booked.add(milliseconds([&] { booking = must(clinic::place_booking(clinic, stay)); }));
            disk_last.add(raw.sync_once());
            (void)must(clinic::take_back(clinic, booking));
        }
        report(fmt::format("booking, {} uses in the clinic", big.uses()), booked, disk_last);
    }
}

}  // namespace sango::bench
