#pragma once

#include "kiosk/screens/notice.h"
#include "shared/base/date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sango::screens {

/// Whom to call, what to say.
struct CallView {
    Message who;
    std::string number;
    std::vector<Message> steps;
    std::string source;
};

struct IncidentRow {
    std::string incident_id;
    std::string gravity;
    Message class_name;
    Instant happened_at{};
    std::string who;  ///< "103 井上 澪さん"; empty: about no one
    std::string words;
    std::optional<Message> asks;  ///< 第1報 22日まで; none: nothing is asked for
    std::optional<Instant> due;
    bool closed = false;
};

struct FormFieldView {
    std::string key;
    int section = 0;
    Message label;
    enum class Kind { text, long_text, number, date, moment, yes_no } kind{};
    std::string value;
    bool municipalitys = false;
};

struct IncidentEventView {
    std::string event_id;
    Instant at{};
    std::string words;
    std::string by;
};
struct IncidentReportView {
    int number = 0;
    Instant made_at{};
    Message state;  ///< 送信待ち / 受理 / 紙で提出
};

struct IncidentView {
    IncidentRow row;
    std::vector<std::pair<std::string, Message>> classes;  ///< gravity and name, for another class
    bool has_form = false;
    std::vector<FormFieldView> fields;
    std::vector<IncidentEventView> events;
    std::vector<IncidentReportView> reports;
    std::vector<std::string> files;  ///< names
    std::optional<Instant> told_at;
    std::string told_whom;
    std::vector<CallView> calls;  ///< now, by the municipality's hours
    int next_report = 1;
    std::optional<Message> cannot_close;
};

struct IncidentPerson {
    std::string use_id;
    std::string child_id;
    std::string words;  ///< "103 さくら（井上 澪さん）"
};

struct SafetyView {
    std::vector<IncidentRow> rows;
    bool all = false;
    std::vector<IncidentPerson> people;  ///< in the house now
    std::vector<std::pair<std::string, Message>> classes;
    std::optional<IncidentView> open;
    std::optional<Notice> notice;
    std::uint64_t saved = 0;  ///< grows with each incident that was recorded
};

/// A report that is asked for, for the bar.
struct IncidentDue {
    std::string incident_id;
    Message what;                ///< 第1報
    std::optional<Instant> due;  ///< none: by word, at once
};

}  // namespace sango::screens
