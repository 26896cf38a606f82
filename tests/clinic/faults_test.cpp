#include "tests/clinic/desk.h"
#include "tests/support/faulty_disk.h"

using namespace sango;
using namespace sango::clinic;
using sango::test::Desk;
using sango::test::FaultyDisk;

TEST_CASE("Whatever write or sync of a check-in or a note fails, it is there whole or not at all, and said") {
    for (const auto fault :
         {FaultyDisk::Fault::full, FaultyDisk::Fault::write_error, FaultyDisk::Fault::sync_error}) {
        FaultyDisk disk;
        Desk desk(true);
        bool struck = true;
        for (int nth = 1; struck; ++nth) {
            const CheckInDraft draft = desk.draft_of_someone_new();
            const auto uses = desk.count("service_use");
            const auto notes = desk.count("care_note");
            disk.fail(fault, nth);
            auto use = check_in(desk.clinic(), draft);
            auto note = Result<std::string>(std::string());
            if (use) note = write_note(desk.clinic(), desk.milk(*use));
            struck = disk.struck();
            disk.heal();
            for (const auto* result : {&use, &note})
                if (!*result) {
                    CHECK((result->error().code == "disk_full" || result->error().code == "io"));
                    CHECK_FALSE(result->error().message.ja.empty());
                }
            CHECK(desk.count("service_use") == uses + (use ? 1 : 0));
            CHECK(desk.count("care_note") == notes + (use && note ? 1 : 0));
            CHECK(desk.count("outbox") == desk.count("service_use"));
            // Once the disk is well the same tap goes through.
            if (!use) CHECK(check_in(desk.clinic(), draft).ok());
        }
        CHECK(desk.audit_holds());
        desk.open();
        CHECK(desk.clinic().database.check_integrity().ok());
        CHECK(desk.audit_holds());
    }
}

TEST_CASE("A registration that the disk refused leaves no key behind, and works the next time") {
    FaultyDisk disk;
    Desk desk(true);
    disk.fail(FaultyDisk::Fault::full, 1);
    CHECK(register_mother(desk.clinic(), desk.hanako()).error().code == "disk_full");
    disk.heal();
    CHECK(desk.count("mother_key") == 0);
    const std::string id = desk.register_hanako();
    desk.open();
    CHECK((*find_mother(desk.clinic(), id))->name == "山田 花子");
}
