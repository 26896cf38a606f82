#include "shared/report/user_paper.h"

#include "shared/clinic/note_words.h"
#include "shared/clinic/people.h"
#include "shared/clinic/use.h"
#include "shared/report/care_charts.h"
#include "shared/report/paper_words.h"
#include "shared/report/rows.h"
#include "shared/report/user_report.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace sango::report {
namespace {

using clinic::Note;
using clinic::NoteKind;

constexpr int kMostDays = 14;  // of 24 hours each

Form record_form(const clinic::Clinic& clinic, const clinic::Use& use, const Row& row,
                 const std::optional<UserReport>& report) {
    const auto* programme = version_for(clinic, use.programme, month_of(use.first_day));
    Form form;
    form.fields = {
        {"利用者番号", row.user_number},
        {"サービス", service_name(programme, row.service).ja},
        {"利用日", row.days == 1 ? era_date_text(use.first_day)
                                 : era_date_text(use.first_day) + "から" + std::to_string(row.days) + "日"},
        {"実施したケア", care_text(row, Tongue::ja)}};
    if (row.left) {
        form.fields.emplace_back("来所時", condition_name(row.left->on_arrival).ja);
        form.fields.emplace_back("退所時", condition_name(row.left->on_leaving).ja);
        form.fields.emplace_back("フォロー", row.left->follow_up ? "要" : "不要");
    }
    if (report) {
        form.fields.emplace_back("本人の同意", report->consent ? "有" : "無");
        if (report->urgent) form.fields.emplace_back("速やかな報告", "要");
        if (!report->remarks.empty()) form.fields.emplace_back("特記事項", report->remarks);
    }
    return form;
}

void add_child(const clinic::Clinic& clinic, const clinic::Use& use, const clinic::Child& child,
               std::size_t number, bool several, const std::vector<Note>& notes, Document& document,
               Result<Done>& done) {
    const bool any =
        std::ranges::any_of(notes, [&](const Note& note) { return note.what.child_id == child.id; });
    const auto weights = clinic::weights_of_child(clinic, child.id);
    if (!weights) {
        done = weights.error();
        return;
    }
    if (!any && weights->empty()) return;
    document.blocks.emplace_back(
        Heading{several ? fmt::format("お子さん {}", number) : std::string("お子さん")});
    const Date last = std::min(use.last_day(), japan_date(use.left_at.value_or(clinic.clock.now())));
    Date day = std::max(use.first_day, last - std::chrono::days(kMostDays - 1));
    const auto add = [&](Sketch sketch, std::string caption) {
        sketch.caption = std::move(caption);
        document.blocks.emplace_back(std::move(sketch));
    };
    std::string caption = "24時間の記録（黒い棒：ミルク ml、白い棒：母乳、白丸：おしっこ、黒丸：うんち）";
    for (; any && day <= last; day += std::chrono::days(1))
        add(day_sketch(notes, child.id, day), std::exchange(caption, {}));
    if (!weights->empty()) add(weight_sketch(*weights, child.weight_g), "体重（出生時からの増減）");
    const auto feeds = clinic::feeds_by_day(notes, child.id);
    if (!feeds.empty()) add(feed_sketch(feeds), "1日ごとの授乳");
}

void add_pain(const std::vector<Note>& notes, Document& document) {
    Table table{{{"日時", 2}, {"場所", 2}, {"痛み（0–10）", 1, Align::right}}, {}, {}};
    for (const Note& note : notes)
        if (note.what.kind == NoteKind::pain)
            table.rows.push_back(
                {era_date_text(japan_date(note.what.observed_at)) + " " + time_text(note.what.observed_at),
                 clinic::pain_site(note.what.detail).ja, std::to_string(note.what.amount.value_or(0))});
    if (table.rows.empty()) return;
    document.blocks.emplace_back(Heading{"お母さんの痛み"});
    document.blocks.emplace_back(std::move(table));
}

}  // namespace

Result<Document> user_paper(const clinic::Clinic& clinic, std::string_view use_id) {
    const auto use = clinic::standing_use(clinic, use_id);
    if (!use) return use.error();
    const auto row = row_of(clinic, *use);
    if (!row) return row.error();
    const auto report = user_report(clinic, use_id);
    if (!report) return report.error();
    const auto notes = clinic::notes_of_use(clinic, use_id);
    if (!notes) return notes.error();
    const auto mother = clinic::find_mother(clinic, use->mother_id);
    if (!mother) return mother.error();
    auto own = clinic_lines(clinic);
    if (!own) return own.error();

    Document document;
    document.title = "利用者別実施報告書";
    document.made_at = clinic.clock.now();
    document.caption = row->user_number;
    if (const auto* programme = version_for(clinic, use->programme, month_of(use->first_day)))
        document.blocks.emplace_back(Paragraph{addressee(*programme, Tongue::ja)});
    document.blocks.emplace_back(Issuer{std::move(*own), false});
    document.blocks.emplace_back(record_form(clinic, *use, *row, *report));
    Result<Done> done = Done{};
    if (*mother && !(*mother)->facts.loss_on) {
        const auto& children = (*mother)->children;
        for (std::size_t i = 0; i < children.size(); ++i)
            add_child(clinic, *use, children[i], i + 1, children.size() > 1, *notes, document, done);
    }
    if (!done) return done.error();
    add_pain(*notes, document);
    return document;
}

}  // namespace sango::report
