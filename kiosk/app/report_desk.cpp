#include "kiosk/app/report_desk.h"

#include "kiosk/app/notice.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::app {
namespace {

using namespace screens;
using report::ImplementationReport;
using report::Stage;
using std::chrono::year_month;

Message count(int n, std::string_view ja, std::string_view en_one, std::string_view en_many) {
    return {fmt::format("{}{}", n, ja), fmt::format("{} {}", n, n == 1 ? en_one : en_many)};
}

Message money(Yen amount) {
    return {yen_text_ja(amount), yen_text_en(amount)};
}

bool with_municipality(Stage stage) {
    return stage == Stage::closed || stage == Stage::sent || stage == Stage::accepted;
}

/// The last step that is done.
Step step_done(const ImplementationReport& report) {
    switch (report.stage) {
        case Stage::accepted:
            return Step::accepted;
        case Stage::sent:
            return Step::sent;
        case Stage::closed:
            return Step::closed;
        case Stage::refused:
            return Step::checked;
        case Stage::checked:
            return Step::checked;
        case Stage::collected:
            return Step::collected;
    }
    return Step::collected;
}

ReportCard card_of(const ImplementationReport& report, ReportDesk::Sending sending) {
    ReportCard card{report.programme,
                    report.programme_name,
                    report.colour,
                    report.totals.persons,
                    report.totals.days,
                    step_done(report),
                    ReportCard::Tone::neutral,
                    {}};
    const auto say = [&](ReportCard::Tone tone, Message state) {
        card.tone = tone;
        card.state = std::move(state);
    };
    if (report.stage == Stage::accepted)
        say(ReportCard::Tone::done, {"受理 " + report.receipt_number, "Accepted " + report.receipt_number});
    else if (report.stage == Stage::refused)
        say(ReportCard::Tone::attention, {"差し戻し", "Sent back"});
    else if (with_municipality(report.stage) && sending.busy)
        say(ReportCard::Tone::waiting,
            {fmt::format("送信中 {}%", sending.percent), fmt::format("Sending {}%", sending.percent)});
    else if (with_municipality(report.stage))
        say(ReportCard::Tone::waiting, {"送信待ち", "Waiting to be sent"});
    else if (report.rows.empty())
        say(ReportCard::Tone::neutral, {"利用なし", "No uses"});
    else if (report.gaps > 0)
        say(ReportCard::Tone::attention,
            {fmt::format("確認が{}件", report.gaps), fmt::format("{} to mend", report.gaps)});
    else
        say(ReportCard::Tone::neutral, {"点検ずみ", "Checked"});
    return card;
}

std::string days_text(const report::Row& row) {
    const auto short_text = [](Date on) {
        const std::chrono::year_month_day d(on);
        return fmt::format("{}/{}", static_cast<unsigned>(d.month()), static_cast<unsigned>(d.day()));
    };
    if (row.days == 1) return short_text(row.first_day);
    return short_text(row.first_day) + "〜" + short_text(row.first_day + std::chrono::days(row.days - 1));
}

ReportRowView row_of(const ImplementationReport& report, std::size_t index,
                     const programme::Programme* programme, const std::vector<clinic::InHouse>& in_house) {
    const report::Row& row = report.rows[index];
    ReportRowView view;
    view.user_number = row.user_number;
    if (programme != nullptr) view.service = programme->service_name(row.service);
    view.days_text = days_text(row);
    view.days = row.days;
    view.units = row.units;
    view.copay = row.copay;
    view.use_id = row.use_id;
    for (const report::Gap& gap : row.gaps) view.gaps.push_back(gap.text);
    if (!row.gaps.empty() && row.gaps.front().code == "no_care") view.mended_at = ReportRowView::Mend::care;
    if (!row.gaps.empty() && row.gaps.front().code == "no_user_report")
        view.mended_at = ReportRowView::Mend::user_report;
    if (!row.gaps.empty() && row.gaps.front().code == "not_told") {
        view.mended_at = ReportRowView::Mend::incident;
        view.incident_id = row.untold;
    }
    view.told = static_cast<int>(row.told.size());
    for (const report::RefusalReason& reason : report.reasons)
        if (reason.row == index) view.refused.push_back(reason.text);
    view.still_in_house =
        std::ranges::any_of(in_house, [&](const clinic::InHouse& pair) { return pair.use_id == row.use_id; });
    return view;
}

void set_totals(ReportView& view, const ImplementationReport& report) {
    view.totals.emplace_back(Message{"実人員", "Persons"},
                             count(report.totals.persons, "人", "person", "persons"));
    view.totals.emplace_back(Message{"延日数", "Days"}, count(report.totals.days, "日", "day", "days"));
    view.totals.emplace_back(Message{"利用者負担", "Copay"}, money(report.totals.copay));
    std::size_t told = 0;
    for (const report::Row& row : report.rows) told += row.told.size();
    if (told > 0)
        view.totals.emplace_back(Message{"口頭で伝えた出来事", "Told by word"},
                                 count(static_cast<int>(told), "件", "incident", "incidents"));
    if (report.totals.fee) view.totals.emplace_back(Message{"委託料", "Fee"}, money(*report.totals.fee));
}

/// What the one button does, or why it cannot yet.
void set_action(ReportView& view, const ImplementationReport& report, ReportDesk::Sending sending,
                Date today) {
    using Action = ReportView::Action;
    const bool announced = with_municipality(report.stage) && !report.changed_since_close;
    if (announced && report.stage == Stage::accepted) return;
    if (announced) {
        view.action = sending.busy ? Action::cancel : Action::send;
        return;
    }
    if (report.rows.empty() && report.stage == Stage::collected) return;
    view.action = Action::close;
    if (today <= last_day(report.month))
        view.action_blocked = Message{"月が終わると押せます", "When the month is over"};
    else if (report.gaps > 0)
        view.action_blocked = Message{fmt::format("あと{}件を直すと押せます", report.gaps),
                                      fmt::format("Mend {} more first", report.gaps)};
}

void set_chosen(ReportView& view, const ImplementationReport& report, const clinic::Clinic& clinic,
                ReportDesk::Sending sending) {
    const Date today = japan_date(clinic.clock.now());
    view.name = report.programme_name;
    view.colour = report.colour;
    view.step = step_done(report);
    view.refused = report.stage == Stage::refused;
    view.receipt_number = report.receipt_number;
    view.received_at = report.received_at;
    view.next_try_at = report.next_try_at;
    view.sending = sending.busy && with_municipality(report.stage) && report.stage != Stage::accepted;
    view.sending_percent = sending.percent;
    view.report_due = report.due;
    if (report.due) view.days_left = static_cast<int>((*report.due - today).count());

    const auto pairs = clinic::in_house(clinic);
    const auto* programme = clinic.programmes.find(report.programme, last_day(report.month));
    for (std::size_t i = 0; i < report.rows.size(); ++i)
        view.rows.push_back(
            row_of(report, i, programme, pairs.ok() ? pairs.value() : std::vector<clinic::InHouse>()));
    // What has to be mended is what this screen is opened for.
    std::ranges::stable_partition(
        view.rows, [](const ReportRowView& row) { return !row.gaps.empty() || !row.refused.empty(); });
    for (const report::RefusalReason& reason : report.reasons)
        if (!reason.row) view.refusals.push_back(reason.text);
    set_totals(view, report);
    set_action(view, report, sending, today);
}

/// The first that cannot go on without someone: sent back, something to mend, or to be closed.
std::vector<ImplementationReport>::iterator waiting_for_a_person(std::vector<ImplementationReport>& reports) {
    const auto refused = std::ranges::find(reports, Stage::refused, &ImplementationReport::stage);
    if (refused != reports.end()) return refused;
    const auto to_mend = std::ranges::find_if(reports, [](const ImplementationReport& report) {
        return report.gaps > 0 && !with_municipality(report.stage);
    });
    if (to_mend != reports.end()) return to_mend;
    const auto to_close = std::ranges::find_if(reports, [](const ImplementationReport& report) {
        return report.stage == Stage::checked && !report.rows.empty();
    });
    return to_close != reports.end() ? to_close : reports.begin();
}

}  // namespace

void ReportDesk::handle(clinic::Clinic&, const ShowMonth& intent) {
    month_ = intent.month;
    programme_.clear();
    notice_.reset();
}

void ReportDesk::handle(clinic::Clinic&, const ChooseProgramme& intent) {
    programme_ = intent.programme;
    notice_.reset();
}

void ReportDesk::handle(clinic::Clinic& clinic, const CloseMonth&) {
    if (!month_ || programme_.empty()) return;
    const auto closed = report::close(clinic, programme_, *month_);
    notice_ = closed.ok()
                  ? done_notice("closed", {"確定しました。送信を始めます。", "Closed. Sending begins."})
                  : failure_notice(closed.error());
}

ReportView ReportDesk::view(clinic::Clinic& clinic, Sending sending) {
    if (!month_) month_ = month_of(japan_date(clinic.clock.now())) - std::chrono::months(1);
    ReportView view;
    view.month = *month_;
    view.notice = notice_;
    auto reports = report::build_all(clinic, *month_);
    if (!reports.ok()) {
        view.notice = failure_notice(reports.error());
        return view;
    }
    // Those with something to report come first; among them the first that waits for a person is shown.
    std::ranges::stable_partition(reports.value(),
                                  [](const ImplementationReport& report) { return !report.rows.empty(); });
    for (const ImplementationReport& report : reports.value()) view.cards.push_back(card_of(report, sending));
    const auto chosen = std::ranges::find(reports.value(), programme_, &ImplementationReport::programme);
    const auto& shown = chosen != reports->end() ? chosen : waiting_for_a_person(*reports);
    if (shown == reports->end()) return view;
    programme_ = shown->programme;
    view.programme = programme_;
    set_chosen(view, *shown, clinic, sending);
    // The receipt says more than "sending begins".
    if (shown->stage == Stage::accepted && view.notice && view.notice->code == "closed") view.notice.reset();
    return view;
}

}  // namespace sango::app
