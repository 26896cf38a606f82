#include "shared/clinic/papers.h"

#include "shared/clinic/booking_row.h"
#include "shared/clinic/profile.h"
#include "shared/clinic/writing.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sango::clinic {
namespace {

using store::value;

constexpr std::array<PaperKind, 4> kKinds{PaperKind::request_letter, PaperKind::decision,
                                          PaperKind::support_plan, PaperKind::assessment};
constexpr std::string_view kColumns =
    "id, mother_id, number, kind, issued_on, title_sealed, text_sealed, service, first_day, last_day, "
    "applied_at, granted, extra_days, centre_sealed, coordinator_sealed";

Error no_paper() {
    return error("not_found", "この書類が見つかりません。一覧を開き直してください。",
                 "This paper is not there. Open the list again.");
}
Error no_consent() {
    return error("no_consent", "ご本人の同意がないため、支援計画とアセスメントは表示できません。",
                 "Without her consent, support plan and assessment are not shown.");
}

/// A row with its boxes still closed.
struct Kept {
    Paper paper;
    Bytes title;
    Bytes text;
    Bytes centre;
    Bytes coordinator;
};

Kept kept_from(const store::Row& row) {
    Kept kept;
    kept.paper.id = row.text(0);
    kept.paper.mother_id = row.text(1);
    kept.paper.number = row.text(2);
    kept.paper.kind = paper_kind_from(row.text(3)).value_or(PaperKind::request_letter);
    kept.paper.issued_on = row.date(4);
    kept.title = row.bytes(5);
    kept.text = row.bytes(6);
    kept.centre = row.bytes(13);
    kept.coordinator = row.bytes(14);
    if (kept.paper.kind == PaperKind::decision && !row.null(7))
        kept.paper.decision =
            PaperDecision{programme::service_from(row.text(7)).value_or(programme::Service::day_care),
                          row.date(8),
                          row.date(9),
                          row.instant(10),
                          row.integer(11) != 0,
                          static_cast<int>(row.integer(12))};
    return kept;
}

Result<Done> open_box(const Clinic& clinic, const Paper& paper, const char* column, const Bytes& box,
                      std::string& into) {
    auto text = unsealed(clinic, paper.mother_id, {"paper", column, paper.id}, box);
    if (!text) return text.error();
    into = std::move(*text);
    return Done{};
}

Result<Done> open_decision(const Clinic& clinic, Kept& kept) {
    if (!kept.paper.decision) return Done{};
    PaperDecision& decision = *kept.paper.decision;
    if (auto done = open_box(clinic, kept.paper, "centre_sealed", kept.centre, decision.centre); !done)
        return done;
    return open_box(clinic, kept.paper, "coordinator_sealed", kept.coordinator, decision.coordinator);
}

Result<Done> open_boxes(const Clinic& clinic, Kept& kept, bool with_text) {
    if (auto done = open_decision(clinic, kept); !done) return done;
    if (auto done = open_box(clinic, kept.paper, "title_sealed", kept.title, kept.paper.title); !done)
        return done;
    if (!with_text) return Done{};
    return open_box(clinic, kept.paper, "text_sealed", kept.text, kept.paper.text);
}

Result<bool> consents(const Clinic& clinic, std::string_view mother_id) {
    const auto consent = clinic.database.integer(
        "SELECT consent FROM paper_consent WHERE mother_id = ?1 ORDER BY id DESC LIMIT 1",
        {value(mother_id)});
    if (!consent) return consent.error();
    return consent->value_or(0) != 0;
}

Result<Done> write_consent(Clinic& clinic, std::string_view mother_id, const SharedPapers& shared) {
    const auto known = clinic.database.integer(
        "SELECT consent FROM paper_consent WHERE mother_id = ?1 ORDER BY id DESC LIMIT 1",
        {value(mother_id)});
    if (!known) return known.error();
    if (*known && (**known != 0) == shared.consent) return Done{};
    return store::insert(clinic.database, "paper_consent",
                         {{"id", value(clinic.ids.next())},
                          {"mother_id", value(mother_id)},
                          {"consent", value(shared.consent)},
                          {"answered_at", value(shared.answered_at)}},
                         {clinic.clock.now(), "system"}, "pull_papers");
}

Result<Done> write_paper(Clinic& clinic, std::string_view mother_id, const Paper& paper) {
    const std::string id = clinic.ids.next();
    auto title = sealed(clinic, mother_id, {"paper", "title_sealed", id}, paper.title);
    if (!title) return title.error();
    auto text = sealed(clinic, mother_id, {"paper", "text_sealed", id}, paper.text);
    if (!text) return text.error();
    const auto& decision = paper.decision;
    const PaperDecision& told = decision ? *decision : PaperDecision{};
    auto centre = sealed(clinic, mother_id, {"paper", "centre_sealed", id}, told.centre);
    if (!centre) return centre.error();
    auto coordinator = sealed(clinic, mother_id, {"paper", "coordinator_sealed", id}, told.coordinator);
    if (!coordinator) return coordinator.error();
    const store::Value none{store::Null{}};
    const store::Stamp now{clinic.clock.now(), "system"};
    return store::insert(clinic.database, "paper",
                         {{"id", value(id)},
                          {"mother_id", value(mother_id)},
                          {"number", value(paper.number)},
                          {"kind", value(word(paper.kind))},
                          {"issued_on", value(paper.issued_on)},
                          {"title_sealed", std::move(*title)},
                          {"text_sealed", std::move(*text)},
                          {"service", decision ? value(programme::word(decision->service)) : none},
                          {"first_day", decision ? value(decision->first_day) : none},
                          {"last_day", decision ? value(decision->last_day) : none},
                          {"applied_at", decision ? value(decision->applied_at) : none},
                          {"granted", decision ? value(decision->granted) : none},
                          {"extra_days", decision ? value(decision->extra_days) : none},
                          {"centre_sealed", std::move(*centre)},
                          {"coordinator_sealed", std::move(*coordinator)},
                          {"received_at", value(now.at)}},
                         now, "pull_papers");
}

/// What the municipality granted for days to come stands on the board's waiting list as asked for.
Result<Done> ask_for_granted(Clinic& clinic, std::string_view mother_id, const Paper& paper) {
    const auto& decision = paper.decision;
    if (!decision || !decision->granted || decision->first_day < japan_date(clinic.clock.now()))
        return Done{};
    BookingDraft wish;
    wish.mother_id = mother_id;
    wish.service = decision->service;
    wish.first_day = decision->first_day;
    if (place_kind_of(decision->service) == PlaceKind::bed)
        wish.days =
            std::clamp(static_cast<int>((decision->last_day - decision->first_day).count()) + 1, 1, 60);
    const auto asked = ask_within(clinic, wish, BookingState::asked, "municipality", decision->applied_at);
    if (!asked) return asked.error();
    return Done{};
}

}  // namespace

std::string_view word(PaperKind kind) {
    switch (kind) {
        case PaperKind::request_letter:
            return "request_letter";
        case PaperKind::decision:
            return "decision";
        case PaperKind::support_plan:
            return "support_plan";
        case PaperKind::assessment:
            return "assessment";
    }
    return "";
}

std::optional<PaperKind> paper_kind_from(std::string_view text) {
    const auto found = std::ranges::find_if(kKinds, [&](PaperKind kind) { return word(kind) == text; });
    return found == kKinds.end() ? std::nullopt : std::optional(*found);
}

bool needs_consent(PaperKind kind) {
    return kind == PaperKind::support_plan || kind == PaperKind::assessment;
}

Result<int> keep_papers(Clinic& clinic, std::string_view mother_id, const SharedPapers& shared) {
    if (!shared.consent &&
        std::ranges::any_of(shared.papers, [](const Paper& paper) { return needs_consent(paper.kind); }))
        return no_consent();
    return transact(clinic, Right::reception, [&]() -> Result<int> {
        const auto mother = clinic.database.integer("SELECT 1 FROM mother WHERE id = ?1", {value(mother_id)});
        if (!mother) return mother.error();
        if (!*mother)
            return error("not_found", "この利用者番号の方は登録されていません。",
                         "Nobody is registered with this user number.");
        if (auto done = write_consent(clinic, mother_id, shared); !done) return done.error();
        int fresh = 0;
        for (const Paper& paper : shared.papers) {
            const auto known =
                clinic.database.integer("SELECT 1 FROM paper WHERE mother_id = ?1 AND number = ?2",
                                        {value(mother_id), value(paper.number)});
            if (!known) return known.error();
            if (*known) continue;
            if (auto done = write_paper(clinic, mother_id, paper); !done) return done.error();
            if (auto asked = ask_for_granted(clinic, mother_id, paper); !asked) return asked.error();
            ++fresh;
        }
        return fresh;
    });
}

Result<std::vector<Paper>> papers_of(const Clinic& clinic, std::string_view mother_id) {
    const auto consent = consents(clinic, mother_id);
    if (!consent) return consent.error();
    std::vector<Kept> kept;
    const auto read =
        clinic.database.query("SELECT " + std::string(kColumns) +
                                  " FROM paper WHERE mother_id = ?1 ORDER BY issued_on DESC, id DESC",
                              {value(mother_id)}, [&](const store::Row& row) {
                                  kept.push_back(kept_from(row));
                                  return true;
                              });
    if (!read) return read.error();
    std::vector<Paper> papers;
    for (Kept& one : kept) {
        if (needs_consent(one.paper.kind) && !*consent) continue;
        if (auto opened = open_boxes(clinic, one, false); !opened) return opened.error();
        papers.push_back(std::move(one.paper));
    }
    return papers;
}

Result<Paper> read_paper(Clinic& clinic, std::string_view paper_id) {
    if (auto allowed = require(clinic, Right::read); !allowed) return allowed.error();
    std::optional<Kept> kept;
    const auto read = clinic.database.query("SELECT " + std::string(kColumns) + " FROM paper WHERE id = ?1",
                                            {value(paper_id)}, [&](const store::Row& row) {
                                                kept = kept_from(row);
                                                return false;
                                            });
    if (!read) return read.error();
    if (!kept) return no_paper();
    const auto consent = consents(clinic, kept->paper.mother_id);
    if (!consent) return consent.error();
    if (needs_consent(kept->paper.kind) && !*consent) return no_consent();
    if (auto opened = open_boxes(clinic, *kept, true); !opened) return opened.error();
    if (auto noted = store::note_action(clinic.database, "paper", paper_id, stamp(clinic), "read"); !noted)
        return noted.error();
    return std::move(kept->paper);
}

Result<std::optional<PaperDecision>> decision_on(const Clinic& clinic, std::string_view mother_id,
                                                 programme::Service service, Date day) {
    std::optional<Kept> kept;
    const auto read = clinic.database.query(
        "SELECT " + std::string(kColumns) +
            " FROM paper WHERE mother_id = ?1 AND kind = 'decision' AND service = ?2 AND first_day <= ?3 "
            "AND last_day >= ?3 ORDER BY issued_on DESC, id DESC LIMIT 1",
        {value(mother_id), value(programme::word(service)), value(day)}, [&](const store::Row& row) {
            kept = kept_from(row);
            return false;
        });
    if (!read) return read.error();
    if (!kept) return std::optional<PaperDecision>();
    if (auto opened = open_decision(clinic, *kept); !opened) return opened.error();
    return std::move(kept->paper.decision);
}

void apply_decision(const PaperDecision& decision, programme::Request& request) {
    programme::Decision& known = *request.decision;
    request.asked_at = decision.applied_at;
    known.granted = decision.granted;
    known.extra_days = std::max(known.extra_days, decision.extra_days);
    if (!decision.centre.empty()) known.centre = decision.centre;
    if (!decision.coordinator.empty()) known.coordinator = decision.coordinator;
}

Result<std::string> coordinating_centre(const Clinic& clinic, std::string_view mother_id,
                                        programme::Service service, Date day) {
    const auto decision = decision_on(clinic, mother_id, service, day);
    if (!decision) return decision.error();
    if (*decision && !(*decision)->centre.empty()) return (*decision)->centre;
    const auto profile = newest_profile(clinic, mother_id);
    if (!profile) return profile.error();
    return *profile ? (*profile)->decision.centre : std::string();
}

Result<bool> has_request_letter(const Clinic& clinic, std::string_view mother_id) {
    const auto found = clinic.database.integer(
        "SELECT 1 FROM paper WHERE mother_id = ?1 AND kind = 'request_letter'", {value(mother_id)});
    if (!found) return found.error();
    return found->has_value();
}

}  // namespace sango::clinic
