#pragma once

#include "shared/clinic/care_open.h"
#include "shared/clinic/watch.h"

#include <optional>
#include <string>
#include <vector>

namespace sango::clinic {

/// 申し送り: everything open on one page, confirmed line by line by whoever receives the shift.

/// One line of the page. `subject` names what it is about; together with `kind` it is one line, whatever it
/// says.
struct OpenLine {
    enum class Kind {
        watch,     ///< a baby in keeping; subject: the child
        mark,      ///< a value out of range that nobody has answered; subject: the note
        feed,      ///< a feed that is due; subject: the child
        timer,     ///< a running timer; subject: the timer
        incident,  ///< an incident with something still to do; subject: the incident
        pair,      ///< what happened with this pair since the last handover; subject: the use
    };
    Kind kind{};
    std::string subject;
    std::string use_id;
    std::string mother_id;
    std::string child_id;
    std::string place;
    std::string mother;
    std::string child;           ///< name; may be empty
    std::optional<Instant> due;  ///< feed
    std::optional<OpenMark> mark;
    std::optional<WatchedBaby> baby;  ///< watch
    std::vector<Note> notes;          ///< pair: since the last handover, oldest first
};
[[nodiscard]] std::string_view word(OpenLine::Kind kind);

/// Everything open now, in the order in which it is read: babies in keeping, marks, feeds, then pair by pair.
[[nodiscard]] Result<std::vector<OpenLine>> open_lines(const Clinic& clinic);

/// The handover under way, with what was confirmed of it.
struct Handover {
    std::string id;
    std::string given_by;  ///< staff ids
    std::string received_by;
    Instant begun_at{};
    std::vector<std::pair<std::string, std::string>> confirmed;  ///< word of the kind, subject
};
[[nodiscard]] Result<std::optional<Handover>> handover_under_way(const Clinic& clinic);
/// When the last one was finished; none: never.
[[nodiscard]] Result<std::optional<Instant>> last_handover(const Clinic& clinic);

/// Begins one, from whoever watches (or acts, where nobody watches) to `received_by`. One at a time: one that
/// was begun and not finished is left as it stands. Errors: not_found, same_person.
[[nodiscard]] Result<std::string> begin_handover(Clinic& clinic, std::string_view received_by);
/// The receiver's word to one line. `words`: what stood there, sealed for its mother. Errors: not_found (no
/// handover is under way, or the line is not open), confirmed.
[[nodiscard]] Result<Done> confirm_line(Clinic& clinic, OpenLine::Kind kind, std::string_view subject,
                                        std::string_view words);
/// Every line is confirmed: the receiver has the shift, and the watch where one is kept. Error: lines_open.
[[nodiscard]] Result<Done> finish_handover(Clinic& clinic);

}  // namespace sango::clinic
