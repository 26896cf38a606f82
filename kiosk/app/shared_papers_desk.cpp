#include "kiosk/app/shared_papers_desk.h"

#include "kiosk/app/notice.h"
#include "shared/clinic/people.h"

#include <utility>

namespace sango::app {
namespace {

Message kind_name(clinic::PaperKind kind) {
    switch (kind) {
        case clinic::PaperKind::request_letter:
            return {"依頼書", "Request letter"};
        case clinic::PaperKind::decision:
            return {"決定通知", "Decision"};
        case clinic::PaperKind::support_plan:
            return {"支援計画", "Support plan"};
        case clinic::PaperKind::assessment:
            return {"アセスメント", "Assessment"};
    }
    return {};
}

}  // namespace

std::vector<screens::PaperLine> paper_lines(const clinic::Clinic& clinic, std::string_view mother_id) {
    std::vector<screens::PaperLine> lines;
    const auto papers = clinic::papers_of(clinic, mother_id);
    if (!papers.ok()) return lines;
    for (const clinic::Paper& paper : papers.value())
        lines.push_back({paper.id, kind_name(paper.kind), paper.title, paper.issued_on});
    return lines;
}

void SharedPapersDesk::handle(clinic::Clinic& clinic, const screens::OpenPaper& intent) {
    auto paper = clinic::read_paper(clinic, intent.paper_id);
    if (!paper.ok()) {
        open_.reset();
        notice_ = failure_notice(paper.error());
        return;
    }
    screens::PapersView view;
    const auto mother = clinic::find_mother(clinic, paper->mother_id);
    if (mother.ok() && mother.value()) view.name = (*mother)->name;
    view.papers = paper_lines(clinic, paper->mother_id);
    view.open_id = paper->id;
    view.text = std::move(paper->text);
    open_ = std::move(view);
}

void SharedPapersDesk::handle(clinic::Clinic&, const screens::ClosePaper&) {
    open_.reset();
}

std::optional<screens::Notice> SharedPapersDesk::take_notice() {
    return std::exchange(notice_, std::nullopt);
}

}  // namespace sango::app
