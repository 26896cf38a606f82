#include "shared/clinic/handover.h"

#include "shared/clinic/handover_lines.h"
#include "shared/clinic/watch_reading.h"
#include "shared/clinic/writing.h"

#include <algorithm>
#include <array>

namespace sango::clinic {
namespace {

using store::value;

constexpr std::array<std::string_view, 6> kKinds{"watch", "mark", "feed", "timer", "incident", "pair"};

Error none_under_way() {
    return error("not_found", "いま行っている申し送りがありません。もう一度はじめてください。",
                 "No handover is under way. Begin it again.");
}

Result<Handover> must_be_under_way(const Clinic& clinic) {
    auto handover = handover_under_way(clinic);
    if (!handover) return handover.error();
    if (!*handover) return none_under_way();
    return std::move(**handover);
}

bool is_confirmed(const Handover& handover, const OpenLine& line) {
    return std::ranges::find(handover.confirmed, std::pair(std::string(word(line.kind)), line.subject)) !=
           handover.confirmed.end();
}

/// The words of a line, sealed for the mother it is about, or for the clinic where it is about none.
Result<store::Value> sealed_words(const Clinic& clinic, const OpenLine& line, std::string_view id,
                                  std::string_view words) {
    const store::Place place{"handover_line", "words_sealed", id};
    if (line.mother_id.empty()) return store::value(clinic.keys.seal_for_clinic(place, words));
    auto box = clinic.keys.seal(clinic.database, line.mother_id, place, words);
    if (!box) return box.error();
    return store::value(std::move(*box));
}

}  // namespace

std::string_view word(OpenLine::Kind kind) {
    return kKinds.at(static_cast<std::size_t>(kind));
}

Result<std::optional<Handover>> handover_under_way(const Clinic& clinic) {
    std::optional<Handover> handover;
    auto read = clinic.database.query(
        "SELECT h.id, h.given_by, h.received_by, h.begun_at FROM handover h WHERE h.id = (SELECT max(id) "
        "FROM "
        "handover) AND NOT EXISTS (SELECT 1 FROM handover_done d WHERE d.handover_id = h.id)",
        {}, [&](const store::Row& row) {
            handover = Handover{row.text(0), row.text(1), row.text(2), row.instant(3), {}};
            return false;
        });
    if (!read) return read.error();
    if (!handover) return handover;
    read = clinic.database.query("SELECT kind, subject FROM handover_line WHERE handover_id = ?1 ORDER BY id",
                                 {value(handover->id)}, [&](const store::Row& row) {
                                     handover->confirmed.emplace_back(row.text(0), row.text(1));
                                     return true;
                                 });
    if (!read) return read.error();
    return handover;
}

Result<std::optional<Instant>> last_handover(const Clinic& clinic) {
    const auto at = clinic.database.integer("SELECT max(done_at) FROM handover_done");
    if (!at) return at.error();
    if (!*at) return std::optional<Instant>();
    return std::optional(Instant(std::chrono::seconds(**at)));
}

Result<std::string> begin_handover(Clinic& clinic, std::string_view received_by) {
    return transact(clinic, Right::watch, [&]() -> Result<std::string> {
        if (const auto receiver = find_staff(clinic, received_by); !receiver) return receiver.error();
        const auto watcher = current_watcher(clinic);
        if (!watcher) return watcher.error();
        const std::string giver = watcher->empty() ? clinic.actor.staff_id : *watcher;
        if (giver == received_by)
            return error("same_person", "引き継ぐ方と受ける方が同じです。受ける方を選び直してください。",
                         "Giver and receiver are the same. Choose who receives.");
        const std::string id = clinic.ids.next();
        const store::Stamp now = stamp(clinic);
        const auto done = store::insert(clinic.database, "handover",
                                        {{"id", value(id)},
                                         {"given_by", value(giver)},
                                         {"received_by", value(received_by)},
                                         {"begun_at", value(now.at)},
                                         {"recorded_by", value(now.actor)}},
                                        now, "begin_handover");
        if (!done) return done.error();
        return id;
    });
}

Result<Done> confirm_line(Clinic& clinic, OpenLine::Kind kind, std::string_view subject,
                          std::string_view words) {
    return transact(clinic, Right::watch, [&]() -> Result<Done> {
        const auto handover = must_be_under_way(clinic);
        if (!handover) return handover.error();
        const auto lines = open_lines(clinic);
        if (!lines) return lines.error();
        const auto line = std::ranges::find_if(
            *lines, [&](const OpenLine& one) { return one.kind == kind && one.subject == subject; });
        if (line == lines->end())
            return error("not_found", "この行はもう済んでいます。画面を開き直してください。",
                         "This line is settled already. Open the page again.");
        if (is_confirmed(*handover, *line))
            return error("confirmed", "この行はもう確認されています。", "This line is confirmed already.");
        const std::string id = clinic.ids.next();
        auto box = sealed_words(clinic, *line, id, words);
        if (!box) return box.error();
        // The word is the receiver's own.
        const store::Stamp now{clinic.clock.now(), handover->received_by};
        return store::insert(clinic.database, "handover_line",
                             {{"id", value(id)},
                              {"handover_id", value(handover->id)},
                              {"kind", value(word(kind))},
                              {"subject", value(subject)},
                              {"words_sealed", std::move(*box)},
                              {"confirmed_at", value(now.at)},
                              {"confirmed_by", value(now.actor)}},
                             now, "confirm_line");
    });
}

Result<Done> finish_handover(Clinic& clinic) {
    return transact(clinic, Right::watch, [&]() -> Result<Done> {
        const auto handover = must_be_under_way(clinic);
        if (!handover) return handover.error();
        const auto lines = open_lines(clinic);
        if (!lines) return lines.error();
        const bool open =
            std::ranges::any_of(*lines, [&](const OpenLine& line) { return !is_confirmed(*handover, line); });
        if (open)
            return error("lines_open", "まだ確認していない行があります。上から順に確認してください。",
                         "There are lines not confirmed yet. Confirm them one by one.");
        const store::Stamp now{clinic.clock.now(), handover->received_by};
        auto done = store::insert(
            clinic.database, "handover_done",
            {{"handover_id", value(handover->id)}, {"done_at", value(now.at)}, {"done_by", value(now.actor)}},
            now, "finish_handover");
        if (!done) return done;
        const auto watcher = current_watcher(clinic);
        if (!watcher) return watcher.error();
        if (watcher->empty() || *watcher == handover->received_by) return Done{};
        return record_watcher(clinic, handover->received_by, handover->id);
    });
}

}  // namespace sango::clinic
