#pragma once

#include "shared/sync/sending_log.h"
#include "tests/sync/line_to_municipality.h"

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace sango::test {

/// What goes to a municipality, a kind each, as the columns of the table of bad networks.
inline constexpr std::array<std::string_view, 9> kToldKinds{"use",         "use_undone",    "card_lost",
                                                            "user_report", "urgent_report", "report",
                                                            "invoice",     "incident",      "free_places"};

/// One thing that waits in the outbox.
struct ToldItem {
    std::size_t kind = 0;  ///< of kToldKinds
    sync::Job job;
};

/// What came of one try of one item.
struct ToldTry {
    const ToldItem* item = nullptr;
    sync::Answer answer;
};

/// A clinic and its municipality over a line that can be spoiled, with one of everything that waits to be
/// told. It lives through all rows of the table, as a clinic does: each row begins with things of its own.
class NetworkStage {
public:
    NetworkStage();
    static NetworkStage& shared();

    Line line;

    /// One of each kind (two uses more for the reports on them) is put into the outbox by the use cases.
    void begin_row();
    [[nodiscard]] const std::vector<ToldItem>& items() const { return items_; }
    /// How many rows have begun.
    [[nodiscard]] int row() const { return row_; }

    [[nodiscard]] clinic::Clinic& clinic() { return line.desk.clinic(); }
    [[nodiscard]] municipality::Server& server() { return line.municipality.server(); }
    [[nodiscard]] municipality::BadLine& wire() { return *server().line(); }

    // How a line is spoiled, until mend().
    void behave(municipality::Misbehaviour how, int status = 0);
    void show(const municipality::Identity& identity);  ///< as the municipality's own certificate
    void hang_up();                                     ///< nobody listens any more
    void be(sync::Endpoint endpoint) { endpoint_ = std::move(endpoint); }
    void mend();
    /// Where the clinic sends to, as it was when the line was spoiled.
    [[nodiscard]] const sync::Endpoint& endpoint() const { return endpoint_; }

    // Each item once, and what came of it is recorded.
    [[nodiscard]] std::vector<ToldTry> one_by_one(std::chrono::seconds limit = std::chrono::seconds(10));
    [[nodiscard]] std::vector<ToldTry> backwards();
    /// All at the same instant, each `times` times; the answers of one item stand together.
    [[nodiscard]] std::vector<ToldTry> at_once(int times, std::chrono::seconds limit);
    void record(const ToldTry& one);

    /// How it stands in the outbox, as both the screen and the command line show it.
    [[nodiscard]] sync::OutboxItem state_of(const ToldItem& item);
    /// Of report and invoice: what 報告 says of why there is no receipt; empty where it says nothing.
    [[nodiscard]] std::vector<Message> said_on_screen(const ToldItem& item);
    /// The good line: parked ones are sent again on a person's word, until nothing waits or four rounds are
    /// over.
    void send_the_rest();
    /// How often the receiver's own table holds it: 1 where all is well.
    [[nodiscard]] int held(const ToldItem& item);

private:
    void take_in_new_items(const std::string& after);

    sync::Endpoint endpoint_;
    std::string november_use_;
    std::vector<ToldItem> items_;
    int row_ = 0;
    bool serves_itself_ = true;
};

}  // namespace sango::test
