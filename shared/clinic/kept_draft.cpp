#include "shared/clinic/kept_draft.h"

#include "shared/clinic/unfit_text.h"
#include "shared/clinic/writing.h"

namespace sango::clinic {
namespace {

using store::value;

constexpr store::Place kDraftPlace{"note_draft", "text_sealed", "1"};

}  // namespace

Result<Done> keep_draft(Clinic& clinic, const KeptDraft& draft) {
    if (!draft.text.empty() && !is_free_text(draft.text, kMostTextBytes)) return unfit_text();
    return transact(clinic, Right::care, [&]() -> Result<Done> {
        const auto done =
            draft.text.empty()
                ? clinic.database.run("DELETE FROM note_draft")
                : clinic.database.run(
                      "INSERT OR REPLACE INTO note_draft (place, use_id, child_id, kind, text_sealed) VALUES "
                      "(1, ?1, ?2, ?3, ?4)",
                      {value(draft.use_id), value(draft.child_id), value(word(draft.kind)),
                       value(clinic.keys.seal_for_clinic(kDraftPlace, draft.text))});
        if (!done) return done.error();
        return Done{};
    });
}

Result<Done> end_draft(Clinic& clinic, std::string_view use_id) {
    const auto ended = clinic.database.run("DELETE FROM note_draft WHERE use_id = ?1", {value(use_id)});
    if (!ended) return ended.error();
    return Done{};
}

Result<std::optional<KeptDraft>> kept_draft(const Clinic& clinic) {
    std::optional<KeptDraft> kept;
    Bytes sealed_text;
    const auto read = clinic.database.query(
        "SELECT d.use_id, d.child_id, d.kind, d.text_sealed FROM note_draft d WHERE NOT EXISTS (SELECT 1 "
        "FROM check_out c WHERE c.use_id = d.use_id)",
        {}, [&](const store::Row& row) {
            kept = {row.text(0), row.text(1), note_kind_from(row.text(2)).value_or(NoteKind::text), {}};
            sealed_text = row.bytes(3);
            return false;
        });
    if (!read) return read.error();
    if (!kept) return kept;
    auto text = clinic.keys.unseal_for_clinic(kDraftPlace, sealed_text);
    if (!text) return text.error();
    kept->text = std::move(*text);
    return kept;
}

}  // namespace sango::clinic
