#include "shared/clinic/note_words.h"

#include "shared/base/yen.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace sango::clinic {
namespace {

Message kind_name(NoteKind kind) {
    switch (kind) {
        case NoteKind::milk:
            return {"ミルク", "Milk"};
        case NoteKind::breast:
            return {"母乳", "Breast"};
        case NoteKind::nappy:
            return {"おむつ", "Nappy"};
        case NoteKind::temperature:
            return {"体温", "Temperature"};
        case NoteKind::weight:
            return {"体重", "Weight"};
        case NoteKind::bath:
            return {"沐浴", "Bath"};
        case NoteKind::sleep:
            return {"睡眠", "Sleep"};
        case NoteKind::breast_care:
            return {"乳房ケア", "Breast care"};
        case NoteKind::meal:
            return {"食事", "Meal"};
        case NoteKind::medication:
            return {"服薬", "Medication"};
        case NoteKind::counselling:
            return {"相談", "Counselling"};
        case NoteKind::text:
            return {"メモ", "Note"};
        case NoteKind::pain:
            return {"痛み", "Pain"};
    }
    return {};
}

struct Site {
    std::string_view word;
    std::string_view ja;
    std::string_view en;
};
/// As kPainSites has them.
constexpr std::array<Site, 8> kSites{{{"belly", "おなか", "belly"},
                                      {"wound", "傷", "wound"},
                                      {"perineum", "会陰", "perineum"},
                                      {"breast", "乳房", "breasts"},
                                      {"nipple", "乳頭", "nipples"},
                                      {"back", "腰・背中", "back"},
                                      {"head", "頭", "head"},
                                      {"other", "その他", "elsewhere"}}};

Message detail_name(std::string_view detail) {
    if (detail == "left") return {"左", "left"};
    if (detail == "right") return {"右", "right"};
    if (detail == "urine") return {"おしっこ", "wet"};
    if (detail == "stool") return {"うんち", "dirty"};
    if (detail == "both") return {"両方", "both"};
    return pain_site(detail);
}

std::string amount_text(NoteKind kind, int amount) {
    switch (kind) {
        case NoteKind::milk:
            return fmt::format("{} ml", amount);
        case NoteKind::temperature:
            return fmt::format("{}.{} ℃", amount / 10, amount % 10);
        case NoteKind::weight:
            return grouped(amount) + " g";
        case NoteKind::pain:
            return fmt::format("{}/10", amount);
        default:
            return {};
    }
}

}  // namespace

Message pain_site(std::string_view word) {
    const auto site = std::ranges::find(kSites, word, &Site::word);
    if (site == kSites.end()) return {};
    return {std::string(site->ja), std::string(site->en)};
}

Message note_text(const NewNote& note) {
    Message text = kind_name(note.kind);
    const Message detail = detail_name(note.detail);
    if (!detail.ja.empty()) {
        text.ja += " " + detail.ja;
        text.en += " " + detail.en;
    }
    if (note.amount) {
        if (note.kind == NoteKind::breast || note.kind == NoteKind::sleep) {
            text.ja += fmt::format(" {}分", *note.amount);
            text.en += fmt::format(" {} min", *note.amount);
        } else {
            text.ja += " " + amount_text(note.kind, *note.amount);
            text.en += " " + amount_text(note.kind, *note.amount);
        }
    }
    if (!note.text.empty()) {
        text.ja += " " + note.text;
        text.en += " " + note.text;
    }
    return text;
}

}  // namespace sango::clinic
