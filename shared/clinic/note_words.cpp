#include "shared/clinic/note_words.h"

#include "shared/base/yen.h"

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
    }
    return {};
}

Message detail_name(std::string_view detail) {
    if (detail == "left") return {"左", "left"};
    if (detail == "right") return {"右", "right"};
    if (detail == "urine") return {"おしっこ", "wet"};
    if (detail == "stool") return {"うんち", "dirty"};
    if (detail == "both") return {"両方", "both"};
    return {};
}

std::string amount_text(NoteKind kind, int amount) {
    switch (kind) {
        case NoteKind::milk:
            return fmt::format("{} ml", amount);
        case NoteKind::temperature:
            return fmt::format("{}.{} ℃", amount / 10, amount % 10);
        case NoteKind::weight:
            return grouped(amount) + " g";
        default:
            return {};
    }
}

}  // namespace

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
