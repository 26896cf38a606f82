// The database as it may come back from a disk that failed or a hand that changed it. First byte 'f': the
// rest is the file itself. Else changes of a demo clinic's rows, each one of: table, row, column, kind of
// value, length, value; then everything that a screen or a paper reads of it is read.

#include "shared/base/text.h"
#include "shared/clinic/care_open.h"
#include "shared/clinic/closure.h"
#include "shared/clinic/demo_clinic.h"
#include "shared/clinic/first_start.h"
#include "shared/clinic/handover.h"
#include "shared/clinic/incident.h"
#include "shared/clinic/kept_draft.h"
#include "shared/clinic/lottery.h"
#include "shared/clinic/sign_in.h"
#include "shared/clinic/staff.h"
#include "shared/clinic/watch.h"
#include "shared/report/deadlines.h"
#include "shared/sync/outbox_sending.h"
#include "tests/support/temp_folder.h"

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <sqlite3.h>

namespace {

using namespace sango;

void must(bool holds) {
    if (!holds) std::abort();
}

/// An error is a sentence in both languages; what came out otherwise is of no matter here.
template <class T>
bool read_or_said(const Result<T>& read) {
    if (!read)
        must(is_utf8(read.error().message.ja) && !read.error().message.ja.empty() &&
             !read.error().message.en.empty());
    return read.ok();
}

struct Column {
    std::string table;
    std::string name;
    std::int64_t rows = 0;
};

/// Made once: changes are rolled back.
struct Model {
    test::TempFolder folder{test::memory_folder()};
    HandClock clock{*parse_instant("2026-11-22T03:12:00+09:00")};
    std::filesystem::path data = folder.path() / "clinic";
    std::optional<clinic::Clinic> clinic;
    std::vector<Column> columns;

    Model() {
        const std::filesystem::path assets = std::filesystem::path(SANGO_SOURCE_DIR) / "assets";
        must(clinic::make_demo_clinic({data, assets, clock.now(), 1, false}).ok());
        auto opened = clinic::open({data, assets}, clock, seeded_random(2));
        must(opened.ok());
        clinic.emplace(std::move(*opened));
        must(clinic->database
                 .query("SELECT m.name, c.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c WHERE "
                        "m.type = "
                        "'table' AND m.name NOT LIKE 'sqlite_%' ORDER BY m.name, c.cid",
                        {},
                        [&](const store::Row& row) {
                            columns.push_back({row.text(0), row.text(1)});
                            return true;
                        })
                 .ok());
        for (Column& column : columns)
            column.rows =
                clinic->database.integer("SELECT count(*) FROM \"" + column.table + "\"")->value_or(0);
        say("PRAGMA foreign_keys = OFF");
        say("PRAGMA ignore_check_constraints = ON");
    }
    void say(const char* sql) const {
        sqlite3_exec(clinic->database.handle(), sql, nullptr, nullptr, nullptr);
    }
};

/// Bytes of the input, zeros after its end.
struct Bites {
    const std::uint8_t* data;
    std::size_t size;
    std::size_t next() {
        if (size == 0) return 0;
        --size;
        return *data++;
    }
    std::string_view next(std::size_t most) {
        const std::size_t length = std::min(most, size);
        const std::string_view piece(reinterpret_cast<const char*>(data), length);
        data += length;
        size -= length;
        return piece;
    }
};

void change_row(const Model& model, Bites& from) {
    const Column& column = model.columns[(from.next() * 256 + from.next()) % model.columns.size()];
    const std::int64_t row = column.rows == 0 ? 0 : static_cast<std::int64_t>(from.next()) % column.rows;
    const std::size_t kind = from.next() % 4;
    const std::string_view value = from.next(from.next());
    const std::string sql = "UPDATE \"" + column.table + "\" SET \"" + column.name +
                            "\" = ?1 WHERE rowid = (SELECT rowid FROM \"" + column.table +
                            "\" LIMIT 1 OFFSET " + std::to_string(row) + ")";
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(model.clinic->database.handle(), sql.c_str(), -1, &statement, nullptr) !=
        SQLITE_OK)
        return;
    const int length = static_cast<int>(value.size());
    if (kind == 0) sqlite3_bind_null(statement, 1);
    if (kind == 1) sqlite3_bind_int64(statement, 1, std::strtoll(std::string(value).c_str(), nullptr, 10));
    if (kind == 2) sqlite3_bind_text(statement, 1, value.data(), length, SQLITE_TRANSIENT);
    if (kind == 3) sqlite3_bind_blob(statement, 1, value.data(), length, SQLITE_TRANSIENT);
    (void)sqlite3_step(statement);
    sqlite3_finalize(statement);
}

void read_all(clinic::Clinic& now) {
    now.keys.forget();
    const auto house = clinic::in_house(now);
    const clinic::CareLimits limits = clinic::care_limits(now);
    if (read_or_said(house))
        for (const clinic::InHouse& pair : *house) {
            const auto notes = clinic::notes_of_use(now, pair.use_id);
            if (read_or_said(notes)) (void)read_or_said(clinic::care_open(now, limits, pair, *notes));
        }
    (void)read_or_said(clinic::expected_today(now));
    (void)read_or_said(clinic::never_checked_out(now));
    (void)read_or_said(clinic::watch_board(now));
    (void)read_or_said(clinic::open_lines(now));
    (void)read_or_said(clinic::incidents(now, true));
    (void)read_or_said(clinic::deadlines(now));
    (void)read_or_said(clinic::closures(now));
    (void)read_or_said(clinic::open_requests(now));
    (void)read_or_said(clinic::waiting_list(now));
    (void)read_or_said(clinic::staff_access(now));
    (void)read_or_said(clinic::sign_in_needed(now));
    (void)read_or_said(clinic::unseen_emergencies(now));
    (void)read_or_said(clinic::setting_history(now, ""));
    (void)read_or_said(clinic::kept_draft(now));
    (void)read_or_said(clinic::papers_due(now));
    (void)read_or_said(report::open_deadlines(now));
    (void)read_or_said(sync::outbox_status(now));
    (void)clinic::clock_trustworthy(now);
}

void open_file(const Model& model, std::string_view bytes) {
    const std::filesystem::path file = model.folder.path() / "other.db";
    for (const char* ending : {"", "-wal", "-shm"}) {
        std::error_code gone;
        std::filesystem::remove(file.string() + ending, gone);
    }
    std::ofstream(file, std::ios::binary) << bytes;
    const auto opened = store::Database::open(file);
    if (!read_or_said(opened)) return;
    (void)read_or_said(opened->check_integrity());
    (void)read_or_said(store::verify_audit(*opened));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static Model model;
    if (size == 0) return 0;
    if (data[0] == 'f') {
        open_file(model, {reinterpret_cast<const char*>(data) + 1, size - 1});
        return 0;
    }
    Bites from{data + 1, std::min<std::size_t>(size - 1, 2'000)};
    model.say("BEGIN");
    while (from.size > 0) change_row(model, from);
    read_all(*model.clinic);
    if (data[0] == 'a') (void)read_or_said(store::verify_audit(model.clinic->database));
    model.say("ROLLBACK");
    return 0;
}
