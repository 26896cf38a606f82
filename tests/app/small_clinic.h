#pragma once

#include "kiosk/app/front.h"
#include "shared/base/clock.h"
#include "shared/clinic/clinic.h"
#include "tests/support/temp_folder.h"

#include <string>
#include <vector>

#include <sqlite3.h>

namespace sango::test {

/// 2026-11-21 (Saturday) 14:05 in Japan.
inline const Instant kAfternoon = japan_instant(make_date(2026, 11, 21), std::chrono::minutes(14 * 60 + 5));

/// A clinic of one member of staff, contracted with two municipalities, with nobody registered.
class SmallClinic {
public:
    SmallClinic();
    [[nodiscard]] const std::filesystem::path& data() const { return data_; }
    [[nodiscard]] HandClock& clock() { return clock_; }
    [[nodiscard]] clinic::OpenRequest request() const;
    [[nodiscard]] clinic::Clinic open();

private:
    TempFolder folder_;
    std::filesystem::path data_ = folder_.path() / "clinic";
    HandClock clock_{kAfternoon};
};

/// A mother of Nerima with a baby of two months, nothing unusual. `nth` makes another.
[[nodiscard]] clinic::Registration mother_of_nerima(int nth = 1);

/// A network that only notes what it was asked and answers when told to.
struct FakeNetwork {
    struct Sending {
        sync::Job job;
        std::function<void(sync::Answer)> then;
    };
    struct Question {
        std::string path;
        std::function<void(Result<std::string>)> then;
    };
    std::vector<Sending> sendings;
    std::vector<Question> questions;
    int cancelled = 0;

    [[nodiscard]] app::Front::Network network();
};

[[nodiscard]] sync::Answer refused();
[[nodiscard]] sync::Answer no_answer();

/// Endpoints that lead nowhere.
[[nodiscard]] std::vector<sync::Endpoint> two_endpoints();

/// While it lives nothing can be written into the clinic's database.
class FailingDisk {
public:
    explicit FailingDisk(sqlite3* database) : database_(database) { set("PRAGMA query_only = 1"); }
    FailingDisk(const FailingDisk&) = delete;
    FailingDisk& operator=(const FailingDisk&) = delete;
    ~FailingDisk() { set("PRAGMA query_only = 0"); }

private:
    void set(const char* pragma) { sqlite3_exec(database_, pragma, nullptr, nullptr, nullptr); }
    sqlite3* database_;
};

}  // namespace sango::test
