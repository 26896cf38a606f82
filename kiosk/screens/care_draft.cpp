#include "kiosk/screens/care_draft.h"

#include "shared/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

namespace sango::screens {
namespace {

using clinic::NoteKind;

constexpr std::array<NoteKind, 12> kChildKinds{NoteKind::milk,        NoteKind::breast,      NoteKind::nappy,
                                               NoteKind::temperature, NoteKind::weight,      NoteKind::bath,
                                               NoteKind::sleep,       NoteKind::breast_care, NoteKind::meal,
                                               NoteKind::medication,  NoteKind::counselling, NoteKind::text};
constexpr std::array<NoteKind, 8> kMotherKinds{
    NoteKind::breast_care, NoteKind::pain,        NoteKind::meal,  NoteKind::temperature,
    NoteKind::medication,  NoteKind::counselling, NoteKind::sleep, NoteKind::text};

}  // namespace

Ask ask_of(NoteKind kind) {
    switch (kind) {
        case NoteKind::milk:
        case NoteKind::sleep:
            return Ask::presets;
        case NoteKind::breast:
            return Ask::sides;
        case NoteKind::nappy:
            return Ask::nappy;
        case NoteKind::temperature:
        case NoteKind::weight:
            return Ask::measure;
        case NoteKind::bath:
            return Ask::nothing;
        case NoteKind::breast_care:
        case NoteKind::meal:
            return Ask::words;
        case NoteKind::medication:
        case NoteKind::counselling:
        case NoteKind::text:
            return Ask::text;
        case NoteKind::pain:
            return Ask::pain;
    }
    return Ask::text;
}

std::vector<int> presets_of(NoteKind kind, std::optional<int> last_amount) {
    std::vector<int> presets;
    switch (kind) {
        case NoteKind::milk:
            presets = {40, 60, 80, 100, 120};
            break;
        case NoteKind::breast:
            presets = {5, 10, 15};
            break;
        case NoteKind::sleep:
            presets = {30, 60, 90, 120};
            break;
        default:
            return {};
    }
    // What she drank last stands among them, in the place of what is farthest from it.
    if (kind == NoteKind::milk && last_amount && std::ranges::find(presets, *last_amount) == presets.end()) {
        const auto distance = [&](int preset) { return std::abs(preset - *last_amount); };
        *std::ranges::max_element(presets, {}, distance) = *last_amount;
        std::ranges::sort(presets);
    }
    return presets;
}

bool spans_time(NoteKind kind) {
    return kind == NoteKind::sleep || kind == NoteKind::breast;
}

bool always_mothers(NoteKind kind) {
    return kind == NoteKind::breast_care || kind == NoteKind::meal || kind == NoteKind::counselling ||
           kind == NoteKind::pain;
}

std::span<const NoteKind> kinds_for(bool child) {
    if (child) return kChildKinds;
    return kMotherKinds;
}

NoteDraft fresh_draft(const CareView& view, NoteKind kind) {
    NoteDraft draft;
    draft.use_id = view.use_id;
    draft.child_id = view.child_id;
    draft.kind = kind;
    if (kind == NoteKind::milk) draft.amount = view.last_milk_ml;
    return draft;
}

std::optional<int> amount_of(std::string_view digits) {
    int amount = 0;
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), amount);
    if (failed != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return amount;
}

std::size_t digits_of(NoteKind kind) {
    return kind == NoteKind::weight ? 5 : kind == NoteKind::sleep ? 4 : 3;
}

std::string_view missing(const NoteDraft& draft, Instant now) {
    if (draft.at && *draft.at > now) return "care.need_past";
    switch (ask_of(draft.kind)) {
        case Ask::presets:
            if (!draft.amount) return "care.need_amount";
            break;
        case Ask::sides:
            if (draft.detail.empty()) return "care.need_side";
            if (!draft.amount) return "care.need_minutes";
            break;
        case Ask::nappy:
            if (draft.detail.empty()) return "care.need_nappy";
            break;
        case Ask::measure:
            if (!draft.amount) return "care.need_measure";
            break;
        case Ask::pain:
            if (draft.detail.empty()) return "care.need_site";
            if (!draft.amount) return "care.need_pain";
            break;
        case Ask::nothing:
            break;
        case Ask::words:
        case Ask::text:
            if (trim(draft.text).empty()) return "care.need_text";
            break;
    }
    if (!draft.armed) return "care.need_again";
    return {};
}

clinic::NewNote note_of(const NoteDraft& draft, Instant now) {
    clinic::NewNote note;
    note.use_id = draft.use_id;
    if (!always_mothers(draft.kind)) note.child_id = draft.child_id;
    note.kind = draft.kind;
    note.detail = draft.detail;
    note.amount = draft.amount;
    note.text = trim(draft.text);
    if (draft.at)
        note.observed_at = *draft.at;
    else if (spans_time(draft.kind) && draft.amount)
        note.observed_at = now - std::chrono::minutes(*draft.amount);
    return note;
}

NoteDraft draft_of(const clinic::NewNote& note) {
    NoteDraft draft;
    draft.use_id = note.use_id;
    draft.child_id = note.child_id;
    draft.kind = note.kind;
    draft.amount = note.amount;
    draft.detail = note.detail;
    draft.text = note.text;
    draft.at = note.observed_at;
    return draft;
}

}  // namespace sango::screens
