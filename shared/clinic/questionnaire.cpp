#include "shared/clinic/questionnaire.h"

#include "shared/clinic/use.h"
#include "shared/clinic/writing.h"

namespace sango::clinic {

using store::value;

Result<std::optional<std::string>> questionnaire_address(const Clinic& clinic, std::string_view programme) {
    const auto address = setting(clinic, "questionnaire." + std::string(programme));
    if (!address) return address.error();
    if (!*address || (*address)->empty()) return std::optional<std::string>();
    const auto clinic_id = setting(clinic, "clinic.id");
    if (!clinic_id) return clinic_id.error();
    constexpr std::string_view kPlace = "{clinic}";
    std::string text = **address;
    if (const auto at = text.find(kPlace); at != std::string::npos)
        text.replace(at, kPlace.size(), clinic_id->value_or(""));
    return std::optional(std::move(text));
}

Result<Done> record_questionnaire_shown(Clinic& clinic, std::string_view use_id) {
    return transact(clinic, Right::reception, [&]() -> Result<Done> {
        const auto use = standing_use(clinic, use_id);
        if (!use) return use.error();
        const store::Stamp now = stamp(clinic);
        return store::insert(clinic.database, "questionnaire_shown",
                             {{"id", value(clinic.ids.next())},
                              {"use_id", value(use_id)},
                              {"shown_at", value(now.at)},
                              {"shown_by", value(now.actor)}},
                             now, "questionnaire");
    });
}

Result<int> questionnaires_shown(const Clinic& clinic, std::string_view programme, Date first, Date last) {
    const std::chrono::seconds midnight(0);
    const auto count = clinic.database.integer(
        "SELECT count(*) FROM questionnaire_shown q JOIN service_use u ON u.id = q.use_id "
        "JOIN mother m ON m.id = u.mother_id WHERE m.programme = ?1 AND q.shown_at >= ?2 AND q.shown_at < ?3",
        {value(programme), value(japan_instant(first, midnight)),
         value(japan_instant(last + std::chrono::days(1), midnight))});
    if (!count) return count.error();
    return static_cast<int>(count->value_or(0));
}

Result<Done> keep_questionnaire_answers(Clinic& clinic, std::string_view programme,
                                        const QuestionnaireAnswers& answers) {
    return transact(clinic, Right::reception, [&]() -> Result<Done> {
        const auto newest = clinic.database.integer(
            "SELECT max(answered_at) FROM questionnaire_answered WHERE programme = ?1", {value(programme)});
        if (!newest) return newest.error();
        if (*newest && Instant(std::chrono::seconds(**newest)) > answers.answered_at) return Done{};
        if (auto gone = clinic.database.run("DELETE FROM questionnaire_answered WHERE programme = ?1",
                                            {value(programme)});
            !gone)
            return gone.error();
        for (const auto& [month, count] : answers.answered) {
            const auto put = clinic.database.run(
                "INSERT INTO questionnaire_answered (programme, month, answered, answered_at) VALUES (?1, "
                "?2, "
                "?3, ?4)",
                {value(programme), value(month_text(month)), value(count), value(answers.answered_at)});
            if (!put) return put.error();
        }
        return Done{};
    });
}

Result<std::optional<QuestionnairesAnswered>> questionnaires_answered(const Clinic& clinic,
                                                                      std::string_view programme, Date first,
                                                                      Date last) {
    std::optional<QuestionnairesAnswered> found;
    const auto read = clinic.database.query(
        "SELECT sum(answered), max(answered_at) FROM questionnaire_answered WHERE programme = ?1 AND month "
        "BETWEEN ?2 AND ?3",
        {value(programme), value(month_text(month_of(first))), value(month_text(month_of(last)))},
        [&](const store::Row& row) {
            if (!row.null(0)) found = {static_cast<int>(row.integer(0)), row.instant(1)};
            return false;
        });
    if (!read) return read.error();
    return found;
}

}  // namespace sango::clinic
