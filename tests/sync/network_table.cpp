#include "tests/sync/network_table.h"

#include <fmt/format.h>

namespace sango::test {

NetworkTable& NetworkTable::shared() {
    static NetworkTable table;
    return table;
}

NetworkTable::Row& NetworkTable::add(std::string_view name) {
    rows_.push_back({std::string(name), {}, {}});
    return rows_.back();
}

std::string NetworkTable::text() const {
    constexpr std::size_t kName = 52;
    std::string text = fmt::format("{:<{}}", "bad networks, over TLS: lost + doubled + unclear", kName);
    for (const std::string_view kind : kToldKinds) text += fmt::format(" {:>13}", kind);
    for (const AskedKind& kind : asked_kinds()) text += fmt::format(" {:>13}", kind.name);
    text += "    tries     s\n";
    Wrongs all;
    for (const Row& row : rows_) {
        text += fmt::format("{:<{}}", row.name, kName);
        int tries = 0;
        for (const Wrongs& one : row.wrongs) {
            text += one.tries == 0 ? fmt::format(" {:>13}", "-") : fmt::format(" {:>13}", one.sum());
            tries += one.tries;
            all.unclear += one.unclear;
            all.lost += one.lost;
            all.doubled += one.doubled;
        }
        all.tries += tries;
        text += fmt::format(" {:>8} {:>5.1f}\n", tries, row.took.count());
    }
    return text + fmt::format("{} rows x {} kinds, {} tries: lost {}, doubled {}, unclear {}\n", rows_.size(),
                              kColumns, all.tries, all.lost, all.doubled, all.unclear);
}

}  // namespace sango::test
