#include "shared/clinic/handover_words.h"

#include "shared/clinic/note_words.h"

#include <fmt/format.h>

namespace sango::clinic {
namespace {

Message watch_words(const WatchedBaby& baby) {
    const bool prone = baby.seen.posture == Posture::prone;
    return {fmt::format("預かり中。{}分ごと。{}に見ました（{}）", baby.watching.every.count() / 60,
                        time_text(baby.observed_at), prone ? "うつぶせ" : "異常なし"),
            fmt::format("In keeping, every {} min, seen at {} ({})", baby.watching.every.count() / 60,
                        time_text(baby.observed_at), prone ? "prone" : "well")};
}

Message mark_words(const OpenMark& mark) {
    const Message value = note_text({{}, mark.child_id, mark.kind, {}, mark.amount, {}, mark.observed_at});
    return {"△ " + time_text(mark.observed_at) + " " + value.ja + "。まだ答えがありません",
            "△ " + time_text(mark.observed_at) + " " + value.en + ", not answered yet"};
}

/// "ミルク 3回 180 ml・おしっこ 2・うんち 1・体温 36.8 ℃", and each memo whole.
Message pair_words(const std::vector<Note>& notes) {
    int feeds = 0;
    int milk = 0;
    int nappies = 0;
    std::vector<Message> rest;
    for (const Note& note : notes) {
        if (note.what.kind == NoteKind::milk || note.what.kind == NoteKind::breast) ++feeds;
        if (note.what.kind == NoteKind::milk) milk += note.what.amount.value_or(0);
        if (note.what.kind == NoteKind::nappy) ++nappies;
        if (!note.what.text.empty() || note.what.kind == NoteKind::temperature ||
            note.what.kind == NoteKind::weight || note.what.kind == NoteKind::pain)
            rest.push_back(note_text(note.what));
    }
    Message words;
    const auto add = [&](const std::string& ja, const std::string& en) {
        words.ja += (words.ja.empty() ? "" : "・") + ja;
        words.en += (words.en.empty() ? "" : ", ") + en;
    };
    if (feeds > 0) add(fmt::format("授乳 {}回", feeds), fmt::format("{} feeds", feeds));
    if (milk > 0) add(fmt::format("ミルク {} ml", milk), fmt::format("milk {} ml", milk));
    if (nappies > 0) add(fmt::format("おむつ {}回", nappies), fmt::format("{} nappies", nappies));
    for (const Message& one : rest) add(one.ja, one.en);
    if (words.ja.empty()) return {"前の申し送りのあと、記録はありません", "No notes since the last handover"};
    return words;
}

}  // namespace

bool is_urgent(const OpenLine& line, Instant now) {
    if (line.kind == OpenLine::Kind::mark || line.kind == OpenLine::Kind::incident) return true;
    if (line.baby) return line.baby->seen.posture == Posture::prone || line.baby->watching.unwell;
    return line.kind == OpenLine::Kind::feed && line.due && *line.due <= now;
}

Message line_words(const OpenLine& line, Instant now) {
    switch (line.kind) {
        case OpenLine::Kind::watch:
            return line.baby ? watch_words(*line.baby) : Message{};
        case OpenLine::Kind::mark:
            return line.mark ? mark_words(*line.mark) : Message{};
        case OpenLine::Kind::feed:
            return {"つぎの授乳 " + time_text(line.due.value_or(now)),
                    "Next feed " + time_text(line.due.value_or(now))};
        case OpenLine::Kind::timer:
            return {time_text(line.due.value_or(now)) + " から続いています",
                    "Running since " + time_text(line.due.value_or(now))};
        case OpenLine::Kind::incident:
            return {"事案の報告が残っています。安全の画面で確かめてください",
                    "A report of an incident is due: see the safety screen"};
        case OpenLine::Kind::pair:
            return pair_words(line.notes);
    }
    return {};
}

}  // namespace sango::clinic
