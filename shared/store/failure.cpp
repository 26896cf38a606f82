#include "shared/store/failure.h"

#include <fmt/format.h>
#include <sqlite3.h>

namespace sango::store {

Error failure(int sqlite_code) {
    switch (sqlite_code & 0xFF) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return error("busy",
                         "この施設のデータは別のプログラムが使用中です。そちらを終了してから、もう一度お試し"
                         "ください。",
                         "Another program is using this clinic's data. Close it, then try again.");
        case SQLITE_FULL:
            return error("disk_full",
                         "ディスクがいっぱいで保存できませんでした。これまでの記録は残っています。空きを作っ"
                         "てから、もう一度お試しください。",
                         "The disk is full, so this was not saved. Everything before it is safe. Free some "
                         "space, then "
                         "try again.");
        case SQLITE_READONLY:
        case SQLITE_PERM:
            return error("read_only", "データの保存先に書き込めません。保存先の権限を確かめてください。",
                         "The data folder cannot be written to. Check its permissions.");
        case SQLITE_CANTOPEN:
            return error("read_only", "データの保存先を開けません。保存先の場所と権限を確かめてください。",
                         "The data folder cannot be opened. Check that it exists and its permissions.");
        case SQLITE_IOERR:
            if (sqlite_code == SQLITE_IOERR_NOMEM) return failure(SQLITE_NOMEM);
            return error("io",
                         "ディスクの読み書きに失敗し、保存できませんでした。これまでの記録は残っています。続"
                         "くときは担当者に連絡してください。",
                         "The disk failed to read or write, so this was not saved. Everything before it is "
                         "safe. If it "
                         "goes on, call support.");
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return error("corrupt", "データが壊れています。入力をやめ、バックアップから戻してください。",
                         "The data is damaged. Stop entering and restore the backup.");
        case SQLITE_CONSTRAINT:
            return error("constraint",
                         "記録の決まりに合わないため、保存しませんでした。内容を確かめてください。",
                         "This does not fit what is already recorded, so it was not saved. Check it.");
        case SQLITE_NOMEM:
            return error("out_of_memory", "メモリが足りず、保存できませんでした。もう一度お試しください。",
                         "There was not enough memory, so this was not saved. Try again.");
        default:
            return error(
                "schema",
                fmt::format("プログラムの不具合で保存できませんでした（番号 {}）。担当者に連絡してください。",
                            sqlite_code),
                fmt::format("A fault in the program kept this from being saved (number {}). Call support.",
                            sqlite_code));
    }
}

Error failure(sqlite3* database) {
    return failure(sqlite3_extended_errcode(database));
}

}  // namespace sango::store
