#include "shared/clinic/lottery.h"

#include "shared/card/keys.h"
#include "shared/clinic/writing.h"

#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/format.h>

namespace sango::clinic {
namespace {

using store::value;

Result<Priority> priority_of(const Clinic& clinic, std::string_view mother_id) {
    const auto mother = find_mother(clinic, mother_id);
    if (!mother) return mother.error();
    if (*mother && (*mother)->facts.support_need == programme::SupportNeed::high) return Priority::high_need;
    const auto used = clinic.database.integer(
        "SELECT (SELECT count(*) FROM service_use u WHERE mother_id = ?1 AND NOT EXISTS "
        "(SELECT 1 FROM use_undone x WHERE x.use_id = u.id)) + (SELECT count(*) FROM balance_use b WHERE "
        "b.balance_id = (SELECT max(id) FROM balance WHERE mother_id = ?1))",
        {value(mother_id)});
    if (!used) return used.error();
    return used->value_or(0) == 0 ? Priority::first_time : Priority::others;
}

Result<Done> write(Clinic& clinic, const Drawing& drawing) {
    const store::Stamp now{drawing.drawn_at, clinic.actor.staff_id};
    auto done = store::insert(clinic.database, "lottery",
                              {{"id", value(drawing.id)},
                               {"service", value(programme::word(drawing.service))},
                               {"first_day", value(drawing.first_day)},
                               {"last_day", value(drawing.last_day)},
                               {"seed", value(drawing.seed)},
                               {"drawn_at", value(now.at)},
                               {"drawn_by", value(now.actor)}},
                              now, "draw_lots");
    for (const Ranked& one : drawing.ranks) {
        if (!done) return done;
        done = store::insert(clinic.database, "lottery_rank",
                             {{"lottery_id", value(drawing.id)},
                              {"rank", value(one.rank)},
                              {"booking_id", value(one.booking_id)},
                              {"priority", value(static_cast<int>(one.priority))},
                              {"ticket", value(one.ticket)}},
                             now, "draw_lots");
    }
    return done;
}

}  // namespace

std::vector<Ranked> draw_lots(std::vector<Entry> entries, std::string_view seed) {
    std::vector<Ranked> ranks;
    for (const Entry& entry : entries)
        ranks.push_back({0, entry.booking_id, entry.priority,
                         hex(card::sha256(bytes_of(fmt::format("{}\n{}", seed, entry.booking_id))))});
    std::ranges::sort(ranks, {}, [](const Ranked& one) {
        return std::tuple(one.priority, std::string_view(one.ticket), std::string_view(one.booking_id));
    });
    for (std::size_t i = 0; i < ranks.size(); ++i) ranks[i].rank = static_cast<int>(i) + 1;
    return ranks;
}

bool repeats(const Drawing& drawing) {
    std::vector<Entry> entries;
    for (const Ranked& one : drawing.ranks) entries.push_back({one.booking_id, one.priority});
    return draw_lots(std::move(entries), drawing.seed) == drawing.ranks;
}

Result<Drawing> draw(Clinic& clinic, programme::Service service, Date first, Date last,
                     std::string_view seed) {
    if (seed.empty() || !is_line(seed, 200))
        return error("bad_seed", "抽選の種は1行200文字までです。",
                     "The seed is one line of at most 200 characters.");
    const auto open = open_requests(clinic);
    if (!open) return open.error();
    std::vector<Entry> entries;
    for (const Booking& booking : *open) {
        if (booking.service != service || booking.first_day < first || booking.first_day > last) continue;
        const auto priority = priority_of(clinic, booking.mother_id);
        if (!priority) return priority.error();
        entries.push_back({booking.id, *priority});
    }
    if (entries.empty())
        return error("nobody_asked", "この期間のお申し込みはありません。",
                     "Nobody has asked for these days.");
    Drawing drawing{clinic.ids.next(), service, first, last, std::string(seed), clinic.clock.now(), {}};
    drawing.ranks = draw_lots(std::move(entries), seed);
    if (auto done = transact(clinic, Right::booking, [&] { return write(clinic, drawing); }); !done)
        return done.error();
    return drawing;
}

Result<std::optional<Drawing>> find_drawing(const Clinic& clinic, std::string_view id) {
    std::optional<Drawing> drawing;
    auto read = clinic.database.query(
        "SELECT id, service, first_day, last_day, seed, drawn_at FROM lottery WHERE id = ?1", {value(id)},
        [&](const store::Row& row) {
            drawing = Drawing{
                row.text(0), programme::service_from(row.text(1)).value_or(programme::Service::day_care),
                row.date(2), row.date(3),
                row.text(4), row.instant(5),
                {}};
            return false;
        });
    if (!read) return read.error();
    if (!drawing) return drawing;
    read = clinic.database.query(
        "SELECT rank, booking_id, priority, ticket FROM lottery_rank WHERE lottery_id = ?1 ORDER BY rank",
        {value(id)}, [&](const store::Row& row) {
            drawing->ranks.push_back({static_cast<int>(row.integer(0)), row.text(1),
                                      static_cast<Priority>(row.integer(2)), row.text(3)});
            return true;
        });
    if (!read) return read.error();
    return drawing;
}

Result<std::vector<Waiting>> waiting_list(const Clinic& clinic) {
    auto open = open_requests(clinic);
    if (!open) return open.error();
    std::map<std::string, std::pair<std::string, int>> drawn;  // booking -> newest drawing and rank
    const auto read =
        clinic.database.query("SELECT booking_id, lottery_id, rank FROM lottery_rank ORDER BY lottery_id", {},
                              [&](const store::Row& row) {
                                  drawn[row.text(0)] = {row.text(1), static_cast<int>(row.integer(2))};
                                  return true;
                              });
    if (!read) return read.error();
    std::vector<Waiting> list;
    for (Booking& booking : *open) {
        const auto priority = priority_of(clinic, booking.mother_id);
        if (!priority) return priority.error();
        const auto at = drawn.find(booking.id);
        list.push_back({std::move(booking), *priority,
                        at == drawn.end() ? std::nullopt : std::optional(at->second.second)});
    }
    std::ranges::stable_sort(list, {}, [](const Waiting& one) {
        return std::tuple(one.rank ? 0 : 1, one.rank.value_or(0), one.priority, one.booking.asked_at);
    });
    return list;
}

}  // namespace sango::clinic
