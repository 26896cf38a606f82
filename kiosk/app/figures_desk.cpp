#include "kiosk/app/figures_desk.h"

#include "kiosk/app/notice.h"
#include "shared/report/export.h"
#include "shared/report/export_folders.h"
#include "shared/report/figures.h"
#include "shared/report/figures_sheet.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::app {
namespace {

using namespace screens;
using report::Counts;
using report::Figures;

constexpr int kYears = 3;

/// Every programme with a use on record, in the catalogue's order.
std::vector<FiguresView::Programme> programmes_used(const clinic::Clinic& clinic) {
    std::vector<std::string> ids;
    const auto read = clinic.database.query(
        "SELECT programme FROM earlier_use UNION SELECT m.programme FROM mother m WHERE EXISTS (SELECT 1 "
        "FROM "
        "service_use u WHERE u.mother_id = m.id)",
        {}, [&](const store::Row& row) {
            ids.push_back(row.text(0));
            return true;
        });
    std::vector<FiguresView::Programme> programmes;
    if (!read.ok()) return programmes;
    for (const programme::Programme& one : clinic.programmes.all())
        if (std::ranges::find(ids, one.id()) != ids.end() &&
            std::ranges::find(programmes, one.id(), &FiguresView::Programme::id) == programmes.end())
            programmes.push_back({one.id(), one.name(), one.colour()});
    return programmes;
}

void add_services(FiguresView& view, const std::vector<Figures>& years, const programme::Programme* rules) {
    for (int n = 0; n < programme::kServiceCount; ++n) {
        const auto service = static_cast<programme::Service>(n);
        if (std::ranges::none_of(years, [&](const Figures& year) { return year.services.contains(service); }))
            continue;
        FiguresView::Service& row = view.services.emplace_back();
        row.id = programme::word(service);
        row.name = report::service_name(rules, service);
        for (const Figures& year : years) {
            const auto found = year.services.find(service);
            const Counts counts = found == year.services.end() ? Counts{} : found->second;
            row.years.push_back({report::fiscal_year_name(year.fiscal_year), counts.persons, counts.days});
        }
    }
}

void add_rate(FiguresView& view, std::string id, Message name, std::optional<std::int64_t> tenths,
              Message from) {
    FiguresView::Rate rate{std::move(id), std::move(name), std::nullopt, 0, std::move(from)};
    if (tenths) {
        rate.figure = report::percent_text(*tenths);
        rate.share = std::clamp(static_cast<double>(*tenths) / 1'000, 0.0, 1.0);
    }
    view.rates.push_back(std::move(rate));
}

void add_rates(FiguresView& view, const Figures& year) {
    const Counts& all = year.all;
    add_rate(
        view, "utilisation", {"稼働率", "Utilisation"}, report::utilisation(year),
        year.capacity
            ? Message{fmt::format("{}日／{}枠", grouped(year.days_in_places), grouped(*year.capacity)),
                      fmt::format("{} of {} places", grouped(year.days_in_places), grouped(*year.capacity))}
            : Message{"定員が未設定です", "places are not set"});
    add_rate(view, "decision", {"利用決定率", "Decision rate"}, report::decision_rate(all),
             all.applied > 0
                 ? Message{fmt::format("決定{}／申込{}", grouped(all.decided), grouped(all.applied)),
                           fmt::format("{} of {} applied", grouped(all.decided), grouped(all.applied))}
                 : Message{"申込の記録なし", "no applications"});
    add_rate(view, "first_time", {"初回の割合", "First uses"}, report::first_time_share(all),
             {fmt::format("初回{}／{}件", grouped(all.first_time), grouped(all.uses)),
              fmt::format("{} of {} uses", grouped(all.first_time), grouped(all.uses))});
}

std::string hundredths(const std::optional<std::int64_t>& number) {
    return number ? fmt::format("{}.{:02}", *number / 100, *number % 100) : "—";
}

void add_sums(FiguresView& view, const Figures& year) {
    const Counts& all = year.all;
    view.sums.emplace_back(Message{"利用者負担の合計", "Copay"},
                           Message{yen_text_ja(all.copay), yen_text_en(all.copay)});
    view.sums.emplace_back(Message{"請求額の合計", "Invoiced"},
                           year.invoiced ? Message{yen_text_ja(*year.invoiced), yen_text_en(*year.invoiced)}
                                         : Message{"—", "—"});
    const std::string uses = hundredths(report::average_uses(all));
    view.sums.emplace_back(Message{"おひとりの平均利用", "Uses per mother"}, Message{uses + "件", uses});
    const std::string shown = grouped(year.questionnaires_shown);
    view.sums.emplace_back(Message{"アンケートのご案内", "Questionnaires shown"},
                           Message{shown + "件", shown});
    if (!year.questionnaires_answered || !year.answered_as_of) return;
    const std::string answered = grouped(*year.questionnaires_answered);
    const std::string as_of = report::short_moment(*year.answered_as_of);
    view.sums.emplace_back(Message{"回答（" + as_of + "）", "Answered (" + as_of + ")"},
                           Message{answered + "件", answered});
}

void add_table(FiguresView& view, const report::Sheet& ja, const report::Sheet& en) {
    for (std::size_t i = 0; i < ja.titles.size(); ++i) view.titles.push_back({ja.titles[i], en.titles[i]});
    const auto shown = [](const report::Cell& cell) {
        if (const auto* text = std::get_if<std::string>(&cell)) return *text;
        if (const auto* number = std::get_if<std::int64_t>(&cell)) return grouped(*number);
        if (const auto* yen = std::get_if<Yen>(&cell)) return grouped(yen->amount());
        return std::string();
    };
    for (std::size_t r = 0; r < ja.rows.size(); ++r) {
        std::vector<std::string> row;
        for (std::size_t c = 0; c < ja.rows[r].size(); ++c)
            row.push_back(c == 0 ? shown(ja.rows[r][c]) + "\n" + shown(en.rows[r][c]) : shown(ja.rows[r][c]));
        view.table.push_back(std::move(row));
    }
}

Result<std::vector<Figures>> count_years(const clinic::Clinic& clinic, const std::string& programme,
                                         int last) {
    std::vector<Figures> years;
    for (int year = last - kYears + 1; year <= last; ++year) {
        auto counted = report::figures(clinic, programme, year);
        if (!counted) return counted.error();
        years.push_back(std::move(*counted));
    }
    return years;
}

/// The programme that has the most uses of the year: what a hand most likely looks for. Empty: none has any.
std::string most_used(const clinic::Clinic& clinic, int year) {
    std::string most;
    int uses = -1;
    for (const FiguresView::Programme& one : programmes_used(clinic)) {
        const auto counted = report::figures(clinic, one.id, year);
        if (!counted.ok() || counted->all.uses <= uses) continue;
        uses = counted->all.uses;
        most = one.id;
    }
    return most;
}

}  // namespace

void FiguresDesk::handle(clinic::Clinic&, const ShowFiguresYear& intent) {
    year_ = intent.year;
    seq_ = -1;
    notice_.reset();
}

void FiguresDesk::handle(clinic::Clinic&, const ShowFiguresOf& intent) {
    programme_ = intent.programme;
    seq_ = -1;
    notice_.reset();
}

void FiguresDesk::handle(clinic::Clinic& clinic, const ExportFigures&) {
    const auto folders = report::export_folders(clinic);
    if (folders.empty()) {
        notice_ = failure_notice(
            error("no_folder", "書き出す先がありません。USBメモリーを差してから、もう一度押してください。",
                  "There is nowhere to export to. Plug in a USB stick and try again."));
        return;
    }
    const auto years = count_years(clinic, programme_, year_);
    if (!years.ok()) {
        notice_ = failure_notice(years.error());
        return;
    }
    const auto* rules = report::version_for(clinic, programme_, month_of(japan_date(clinic.clock.now())));
    const auto file = folders.front() / fmt::format("tokei_{}_{}.csv", programme_, year_);
    const auto done = report::write_file(
        file, report::csv_utf8(report::figures_sheet(years.value(), rules, report::Tongue::ja)));
    notice_ = done.ok() ? done_notice("exported",
                                      {"書き出しました: " + file.string(), "Exported to " + file.string()})
                        : failure_notice(done.error());
}

FiguresView FiguresDesk::view(clinic::Clinic& clinic) {
    const auto head = clinic.database.integer("SELECT max(seq) FROM audit");
    const std::int64_t seq = head.ok() ? head->value_or(0) : -1;
    if (seq >= 0 && seq == seq_) {
        worked_.notice = notice_;
        return worked_;
    }
    FiguresView view;
    view.notice = notice_;
    const int current = fiscal_year(japan_date(clinic.clock.now()));
    if (year_ == 0) year_ = current;
    view.year = year_;
    view.year_name = report::fiscal_year_name(year_);
    view.last_year = year_ >= current;
    view.programmes = programmes_used(clinic);
    if (std::ranges::find(view.programmes, programme_, &FiguresView::Programme::id) == view.programmes.end())
        programme_ = most_used(clinic, year_);
    view.programme = programme_;
    if (!programme_.empty()) {
        const auto years = count_years(clinic, programme_, year_);
        if (!years.ok()) {
            view.notice = failure_notice(years.error());
            return view;
        }
        const Figures& year = years->back();
        const auto* rules = report::version_for(clinic, programme_, month_of(japan_date(clinic.clock.now())));
        view.colour = year.colour;
        add_services(view, years.value(), rules);
        add_rates(view, year);
        // Without gaps: what is beside a column is a month younger or older.
        if (!year.all.ages.empty())
            for (int months = 0; months <= year.all.ages.rbegin()->first; ++months) {
                const auto found = year.all.ages.find(months);
                view.ages.emplace_back(months, found == year.all.ages.end() ? 0 : found->second);
            }
        add_sums(view, year);
        add_table(view, report::figures_sheet(years.value(), rules, report::Tongue::ja),
                  report::figures_sheet(years.value(), rules, report::Tongue::en));
    }
    seq_ = seq;
    worked_ = view;
    return view;
}

}  // namespace sango::app
