#include "shared/clinic/demo_papers.h"

#include "shared/clinic/papers.h"

#include <algorithm>
#include <vector>

namespace sango::clinic {
namespace {

struct PaperPlan {
    std::string_view name;  ///< of the mother
    PaperKind kind{};
    std::string_view number, title, text;
};

const std::vector<PaperPlan>& plans() {
    static const std::vector<PaperPlan> told{
        {"大塚 理恵", PaperKind::support_plan, "K-0412", "支援計画（産後2か月）",
         "めざすこと\n夜にまとまって眠れる日をつくる。上のお子さんと過ごす時間をもつ。\n\n"
         "お願いしたいこと\n到着時に眠れているかを伺い、食事の量をみる。帰る前に次の訪問の日を確かめる。\n\n"
         "担当\n子ども家庭支援センター 保健師 三宅"},
        {"大塚 理恵", PaperKind::assessment, "A-0412", "アセスメント（乳児期家庭訪問）",
         "育児の疲れが強い。昼に手伝える家族がいない。保健師が月に2回訪問している。"},
        {"村上 彩乃", PaperKind::support_plan, "P-0077", "支援プラン",
         "担当のセンター\n南部エリア 保健師 木下\n\n"
         "お願いしたいこと\n授乳の回数と体重をいっしょに確かめる。ご利用の後は、南部エリアの木下へ報告する"
         "。"},
        {"後藤 さやか", PaperKind::request_letter, "I-0148", "産後ケア事業依頼書",
         "次の方の産後ケアをお願いします。\n授乳のことで相談したいとのご希望があります。"}};
    return told;
}

Result<Done> share(Clinic& clinic, std::string_view name) {
    const auto mother = demo_mother(clinic, name);
    if (!mother) return mother.error();
    SharedPapers shared;
    shared.consent = true;
    shared.answered_at = clinic.clock.now();
    for (const PaperPlan& plan : plans()) {
        if (plan.name != name) continue;
        Paper paper;
        paper.number = plan.number;
        paper.kind = plan.kind;
        paper.issued_on = japan_date(clinic.clock.now()) - std::chrono::days(2);
        paper.title = plan.title;
        paper.text = plan.text;
        shared.papers.push_back(std::move(paper));
    }
    const auto kept = keep_papers(clinic, mother->id, shared);
    if (!kept) return kept.error();
    return Done{};
}

}  // namespace

void tell_papers(DemoStory& story) {
    for (const PaperPlan& plan : plans()) {
        const auto mother = std::ranges::find(demo_mothers(), plan.name, &DemoMother::name);
        const auto first = std::ranges::find(plans(), plan.name, &PaperPlan::name);
        if (&*first != &plan || !demo_number(*mother, story.clinic().programmes, story.today())) continue;
        story.at(japan_instant(story.today() - std::chrono::days(9), std::chrono::hours(9)),
                 [&story, name = plan.name] { return share(story.clinic(), name); });
    }
}

}  // namespace sango::clinic
