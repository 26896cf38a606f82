#include "kiosk/app/clinic_thread.h"

#include "tests/app/small_clinic.h"

#include <future>
#include <mutex>
#include <thread>

#include <doctest/doctest.h>
#include <sqlite3.h>

using namespace sango;
using namespace sango::test;

namespace {

/// What the clinic thread told, from the thread of the test.
class Told {
public:
    app::ClinicThread::Publish publish() {
        return [this](screens::KioskView view) {
            const std::scoped_lock lock(mutex_);
            newest_ = std::move(view);
            ++count_;
            told_.notify_all();
        };
    }
    app::ClinicThread::Failed failed() {
        return [this](const Error& error) {
            const std::scoped_lock lock(mutex_);
            failure_ = error;
            told_.notify_all();
        };
    }
    screens::KioskView wait_until(const std::function<bool(const screens::KioskView&)>& holds) {
        std::unique_lock lock(mutex_);
        REQUIRE(told_.wait_for(lock, std::chrono::seconds(60), [&] { return newest_ && holds(*newest_); }));
        return *newest_;
    }
    Error wait_for_failure() {
        std::unique_lock lock(mutex_);
        REQUIRE(told_.wait_for(lock, std::chrono::seconds(60), [&] { return failure_.has_value(); }));
        return *failure_;
    }

private:
    std::mutex mutex_;
    std::condition_variable told_;
    std::optional<screens::KioskView> newest_;
    std::optional<Error> failure_;
    int count_ = 0;
};

bool always(const screens::KioskView&) {
    return true;
}

}  // namespace

TEST_CASE("the clinic opens on its own thread, and can be opened again after it was closed") {
    SmallClinic clinic;
    for (int turn = 0; turn < 3; ++turn) {
        Told told;
        const app::ClinicThread thread(clinic.request(), clinic.clock(), system_random(), told.publish(),
                                       told.failed());
        CHECK(told.wait_until(always).bar.clinic_name == "さくら助産院");
    }
}

TEST_CASE("a clinic thread that ends before it was ready leaves nothing behind") {
    SmallClinic clinic;
    for (int turn = 0; turn < 10; ++turn) {
        Told told;
        const app::ClinicThread thread(clinic.request(), clinic.clock(), system_random(), told.publish(),
                                       told.failed());
    }
    CHECK_NOTHROW((void)clinic.open());
}

TEST_CASE("where there is no clinic, it asks for one instead of making one by itself") {
    TempFolder folder;
    HandClock clock(kAfternoon);
    Told told;
    SmallClinic elsewhere;
    {
        app::ClinicThread thread({folder.path() / "nothing", elsewhere.request().assets}, clock,
                                 system_random(), told.publish(), told.failed());
        CHECK(told.wait_until([](const screens::KioskView& view) { return view.first_start.has_value(); })
                  .first_start->step == screens::FirstStartView::Step::clinic);
        thread.post(screens::ConfirmCheckIn{});  // and taps on a screen without clinic do no harm
        thread.tick();
    }
    CHECK_FALSE(std::filesystem::exists(folder.path() / "nothing" / "clinic.db"));
}

TEST_CASE("a clinic that another program has open says so") {
    SmallClinic clinic;
    const auto other = clinic.open();
    Told told;
    const app::ClinicThread thread(clinic.request(), clinic.clock(), system_random(), told.publish(),
                                   told.failed());
    CHECK(told.wait_for_failure().code == "busy");
}

TEST_CASE("a tap becomes a view, and once nothing is under way the newest view is out") {
    SmallClinic clinic;
    Told told;
    app::ClinicThread thread(clinic.request(), clinic.clock(), system_random(), told.publish(),
                             told.failed());
    thread.post(screens::RegisterMother{mother_of_nerima(1)});
    thread.post(screens::AnswerInfection{false});
    thread.post(screens::ConfirmCheckIn{});
    const auto view = told.wait_until([](const auto& now) { return now.check_in.done.has_value(); });
    CHECK(view.check_in.in_house.size() == 1);
    while (!thread.idle()) std::this_thread::yield();
    CHECK(told.wait_until(always).bar.waiting == 1);
}

TEST_CASE("a record that was changed behind Sango's back is told in the bar after the start") {
    SmallClinic clinic;
    {
        auto opened = clinic.open();
        REQUIRE(sqlite3_exec(opened.database.handle(), "UPDATE staff SET name = 'Someone else'", nullptr,
                             nullptr, nullptr) == SQLITE_OK);
    }
    Told told;
    const app::ClinicThread thread(clinic.request(), clinic.clock(), system_random(), told.publish(),
                                   told.failed());
    const auto view =
        told.wait_until([](const screens::KioskView& now) { return now.bar.trouble.has_value(); });
    CHECK(view.bar.trouble->ja.find("監査記録が合いません") == 0);
    CHECK(view.bar.trouble->en.find("a record was changed") != std::string::npos);
}

TEST_CASE(
    "once there are recovery sheets the day's backup is made by itself, and the next day's at its tick") {
    SmallClinic clinic;
    store::RecoverySheets sheets;
    {
        auto opened = clinic.open();
        sheets = clinic::make_recovery(opened).value();
    }
    const auto backups = [&] { return clinic::backups_in(clinic.data() / "backups").size(); };
    Told told;
    app::ClinicThread thread(clinic.request(), clinic.clock(), system_random(), told.publish(),
                             told.failed());
    told.wait_until([&](const screens::KioskView&) { return backups() == 1; });
    while (!thread.idle()) std::this_thread::yield();
    thread.tick();
    while (!thread.idle()) std::this_thread::yield();
    CHECK(backups() == 1);
    clinic.clock().turn(std::chrono::days(1));
    thread.tick();
    while (!thread.idle()) std::this_thread::yield();
    CHECK(backups() == 2);
    const auto key = store::read_recovery_sheets(sheets.sheets[0] + "\n" + sheets.sheets[1]);
    CHECK(store::check_backup(clinic::backups_in(clinic.data() / "backups").front().file, *key).ok());
}

TEST_CASE("a backup that cannot be written is told in the bar until one succeeds") {
    SmallClinic clinic;
    {
        auto opened = clinic.open();
        REQUIRE(clinic::make_recovery(opened).ok());
        REQUIRE(clinic::set_setting(opened, "backup.folder", "/proc/no-stick").ok());
    }
    Told told;
    app::ClinicThread thread(clinic.request(), clinic.clock(), system_random(), told.publish(),
                             told.failed());
    while (!thread.idle()) std::this_thread::yield();
    thread.tick();
    const auto view =
        told.wait_until([](const screens::KioskView& now) { return now.bar.trouble.has_value(); });
    CHECK(view.bar.trouble->en.find("folder for backups") != std::string::npos);
}
