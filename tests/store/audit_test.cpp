#include "shared/store/audit.h"

#include "tests/store/staff_rows.h"
#include "tests/support/temp_folder.h"

#include <doctest/doctest.h>
#include <sqlite3.h>

using namespace sango;
using namespace sango::store;
using sango::test::kNow;
using sango::test::TempFolder;

namespace {

/// A chain of 20 members of staff, 5 balances with a use each, and one reading.
struct Chain {
    TempFolder temp{test::memory_folder()};
    Database database = Database::open(temp.path() / "clinic.db").value();

    Chain() {
        for (int i = 0; i < 20; ++i) REQUIRE(add_staff(i).ok());
        REQUIRE(insert(database, "mother",
                       {{"id", value("m1")},
                        {"programme", value("nerima")},
                        {"user_number", value("N-4821-7")},
                        {"registered_at", value(kNow)},
                        {"registered_by", value("s0")}},
                       {kNow, "s0"}, "register")
                    .ok());
        for (int i = 0; i < 5; ++i) {
            const std::string id = "b" + std::to_string(i);
            REQUIRE(insert(database, "balance",
                           {{"id", value(id)}, {"mother_id", value("m1")}, {"answered_at", value(kNow)}},
                           {kNow, "system"}, "balance")
                        .ok());
            REQUIRE(insert(database, "balance_use",
                           {{"balance_id", value(id)},
                            {"ordinal", value(1)},
                            {"service", value("day_care")},
                            {"first_day", value(make_date(2026, 11, 1))},
                            {"days", value(1)},
                            {"units", value(1)}},
                           {kNow, "system"}, "balance")
                        .ok());
        }
        REQUIRE(note_action(database, "mother", "m1", {kNow, "s0"}, "read").ok());
        CHECK_FALSE(verify_audit(database)->broken);
    }
    Result<Done> add_staff(int i) {
        return insert(database, "staff",
                      {{"id", value("s" + std::to_string(i))},
                       {"name", value("佐藤 美咲")},
                       {"role", value("desk")},
                       {"added_at", value(kNow)}},
                      {kNow, "system"}, "add_staff");
    }
    /// What someone does who has the file and sqlite3.
    void tamper(const char* sql) const {
        REQUIRE(sqlite3_exec(database.handle(), "PRAGMA foreign_keys = OFF", nullptr, nullptr, nullptr) ==
                SQLITE_OK);
        REQUIRE_MESSAGE(sqlite3_exec(database.handle(), sql, nullptr, nullptr, nullptr) == SQLITE_OK,
                        sqlite3_errmsg(database.handle()));
    }
    [[nodiscard]] Broken broken(std::vector<std::string> anchors = {}) const {
        const auto audit = verify_audit(database, anchors);
        REQUIRE(audit.ok());
        REQUIRE(audit->broken);
        CHECK_FALSE(sentence(*audit->broken).ja.empty());
        CHECK_FALSE(sentence(*audit->broken).en.empty());
        return *audit->broken;
    }
};

}  // namespace

TEST_CASE("A chain that nobody touched holds, and its head counts its links") {
    const Chain chain;
    const auto audit = verify_audit(chain.database);
    REQUIRE(audit.ok());
    CHECK(audit->links == 32);
    CHECK(audit->head.starts_with("32:"));
    CHECK(audit->head == *audit_head(chain.database));
}

TEST_CASE("An empty chain holds") {
    const TempFolder temp(test::memory_folder());
    const auto database = Database::open(temp.path() / "clinic.db");
    REQUIRE(database.ok());
    CHECK(*audit_head(*database) == "0:");
    const std::vector<std::string> anchors{"0:"};
    CHECK_FALSE(verify_audit(*database, anchors)->broken);
}

TEST_CASE("A changed record is found, whatever column was changed") {
    for (const char* change : {"UPDATE staff SET name = '鈴木 恵' WHERE id = 's7'",
                               "UPDATE staff SET added_at = added_at + 1 WHERE id = 's7'",
                               "UPDATE staff SET role = 'manager' WHERE id = 's7'"}) {
        const Chain chain;
        chain.tamper(change);
        const Broken broken = chain.broken();
        CHECK(broken.how == Broken::How::row_changed);
        CHECK(broken.seq == 8);
        CHECK(broken.table == "staff");
        CHECK(broken.row_key == "s7");
    }
}

TEST_CASE("A changed record with a key of two columns is found") {
    const Chain chain;
    chain.tamper("UPDATE balance_use SET days = 2 WHERE balance_id = 'b3'");
    const Broken broken = chain.broken();
    CHECK(broken.how == Broken::How::row_changed);
    CHECK(broken.table == "balance_use");
    CHECK(broken.row_key == "b3/1");
}

TEST_CASE("A removed record is found") {
    const Chain chain;
    chain.tamper("DELETE FROM staff WHERE id = 's19'");
    const Broken broken = chain.broken();
    CHECK(broken.how == Broken::How::row_removed);
    CHECK(broken.seq == 20);
    CHECK(broken.row_key == "s19");
}

TEST_CASE("A record added past the chain is found") {
    const Chain chain;
    chain.tamper("INSERT INTO staff VALUES ('ghost', 'だれか', 'manager', 1)");
    const Broken broken = chain.broken();
    CHECK(broken.how == Broken::How::row_added);
    CHECK(broken.table == "staff");
    CHECK(broken.row_key == "ghost");
}

TEST_CASE("A record exchanged for another under the chain is found") {
    const Chain chain;
    chain.tamper("UPDATE staff SET id = 'ghost' WHERE id = 's5'");
    CHECK(chain.broken().how == Broken::How::row_removed);
}

TEST_CASE("A changed link is found, whatever field was changed") {
    for (const char* change :
         {"UPDATE audit SET actor = 'other' WHERE seq = 5", "UPDATE audit SET at = at + 1 WHERE seq = 5",
          "UPDATE audit SET action = 'x' WHERE seq = 5",
          "UPDATE audit SET table_name = 'child' WHERE seq = 5",
          "UPDATE audit SET row_key = 's5' WHERE seq = 5", "UPDATE audit SET row_hash = x'00' WHERE seq = 5",
          "UPDATE audit SET row_hash = x'' WHERE seq = 5", "UPDATE audit SET hash = x'00' WHERE seq = 5"}) {
        const Chain chain;
        chain.tamper(change);
        CHECK(chain.broken().how == Broken::How::link_changed);
        CHECK(chain.broken().seq == 5);
    }
}

TEST_CASE("A reading that was rubbed out is found") {
    const Chain chain;
    REQUIRE(const_cast<Chain&>(chain).add_staff(99).ok());
    chain.tamper("DELETE FROM audit WHERE action = 'read'");
    CHECK(chain.broken().how == Broken::How::link_missing);
    chain.tamper("UPDATE audit SET seq = seq - 1 WHERE seq > 32");
    CHECK(chain.broken().how == Broken::How::link_changed);
}

TEST_CASE("A removed first link is found") {
    const Chain chain;
    chain.tamper("DELETE FROM audit WHERE seq = 1");
    CHECK(chain.broken().how == Broken::How::link_missing);
    CHECK(chain.broken().seq == 2);
}

TEST_CASE("Two links in each other's place are found") {
    const Chain chain;
    chain.tamper(
        "UPDATE audit SET seq = 1000 WHERE seq = 3; UPDATE audit SET seq = 3 WHERE seq = 4;"
        "UPDATE audit SET seq = 4 WHERE seq = 1000");
    CHECK(chain.broken().how == Broken::How::link_changed);
    CHECK(chain.broken().seq == 3);
}

TEST_CASE("A cut tail with its records holds in itself, but not against the municipality's receipt") {
    Chain chain;
    const std::vector<std::string> anchors{*audit_head(chain.database)};
    REQUIRE(chain.add_staff(20).ok());
    CHECK_FALSE(verify_audit(chain.database, anchors)->broken);
    chain.tamper(
        "DELETE FROM audit WHERE seq > 30; DELETE FROM balance_use WHERE balance_id = 'b4';"
        "DELETE FROM staff WHERE id = 's20'");
    CHECK_FALSE(verify_audit(chain.database)->broken);
    CHECK(chain.broken(anchors).how == Broken::How::tail_cut);
    CHECK(chain.broken(anchors).seq == 31);
}

TEST_CASE("A cut tail whose records stayed is found without any receipt") {
    const Chain chain;
    chain.tamper("DELETE FROM audit WHERE seq > 30");
    CHECK(chain.broken().how == Broken::How::row_added);
}

TEST_CASE("The head in a stored receipt must be in the chain") {
    Chain chain;
    const auto write_receipt = [&](const std::string& id, const std::string& head) {
        REQUIRE(insert(chain.database, "outbox",
                       {{"id", value(id)},
                        {"kind", value("report")},
                        {"programme", value("nerima")},
                        {"path", value("/v1/reports")},
                        {"subject", value("2026-10/1")},
                        {"idempotency_key", value(id)},
                        {"body_sealed", value(Bytes{1})},
                        {"created_at", value(kNow)}},
                       {kNow, "s0"}, "close")
                    .ok());
        REQUIRE(insert(chain.database, "receipt",
                       {{"outbox_id", value(id)},
                        {"number", value("R8-10-0412")},
                        {"body", value(Bytes{1})},
                        {"signature", value(Bytes{1})},
                        {"audit_head", value(head)},
                        {"received_at", value(kNow)}},
                       {kNow, "system"}, "receive")
                    .ok());
    };
    write_receipt("o1", *audit_head(chain.database));
    CHECK_FALSE(verify_audit(chain.database)->broken);
    write_receipt("o2", "30:" + std::string(64, '0'));
    CHECK(chain.broken().how == Broken::How::tail_cut);
}

TEST_CASE("A column added by a later migration leaves the old links valid") {
    const Chain chain;
    chain.tamper("ALTER TABLE staff ADD COLUMN badge TEXT");
    CHECK_FALSE(verify_audit(chain.database)->broken);
    chain.tamper("UPDATE staff SET badge = 'x' WHERE id = 's1'");
    CHECK(chain.broken().how == Broken::How::row_changed);
}

TEST_CASE("the chain is walked in slices while the clinic goes on writing") {
    Chain chain;
    auto walk = AuditWalk::begin(chain.database).value();
    int slices = 0;
    std::optional<Audit> audit;
    while (!audit) {
        audit = walk.step(chain.database, 3).value();
        if (++slices < 4) REQUIRE(chain.add_staff(100 + slices).ok());
    }
    CHECK(slices > 10);
    CHECK_FALSE(audit->broken);
    CHECK(audit->head == audit_head(chain.database).value());
}

TEST_CASE("a slice says what is broken as the whole walk does") {
    for (const std::int64_t links : {1, 7, 1000}) {
        Chain chain;
        chain.tamper("UPDATE staff SET name = 'X' WHERE id = 's9'");
        auto walk = AuditWalk::begin(chain.database).value();
        std::optional<Audit> audit;
        while (!audit) audit = walk.step(chain.database, links).value();
        REQUIRE(audit->broken);
        CHECK(audit->broken->how == Broken::How::row_changed);
        CHECK(audit->broken->row_key == "s9");
    }
}
