#include "shared/clinic/incident.h"

#include "shared/clinic/outbox.h"
#include "shared/clinic/safety.h"
#include "tests/clinic/hanakos_stay.h"

#include <algorithm>

using namespace sango;
using namespace sango::clinic;
using sango::test::code;
using sango::test::HanakosStay;
using namespace std::chrono_literals;

namespace {

struct Day : HanakosStay {
    Clinic& clinic() { return desk.clinic(); }
    std::string incident(Gravity gravity = Gravity::serious) {
        const auto id =
            report_incident(clinic(), {gravity, use, baby, desk.clock.now() - 5min, "呼吸が止まっていた"});
        REQUIRE_MESSAGE(id.ok(), (id.ok() ? "" : id.error().code));
        return *id;
    }
    Incident found(const std::string& id) {
        const auto incident = find_incident(clinic(), id);
        REQUIRE(incident.ok());
        REQUIRE(incident->has_value());
        return **incident;
    }
};

const Safety& safety(Day& day) {
    return *day.clinic().safety;
}

Instant at(const char* moment) {
    return *parse_instant(moment);
}

}  // namespace

TEST_CASE("a near miss is a class and a sentence, about someone or no one, and asks for nothing more") {
    Day day;
    const auto id =
        report_incident(day.clinic(), {Gravity::near_miss, "", "", day.desk.clock.now(), "柵が下りていた"});
    REQUIRE(id.ok());
    CHECK(day.found(*id).what.words == "柵が下りていた");
    CHECK_FALSE(day.found(*id).due.has_value());
    CHECK_FALSE(day.found(*id).tell_asked);
    CHECK(deadlines(day.clinic())->empty());
    REQUIRE(close_incident(day.clinic(), *id).ok());
    CHECK(incidents(day.clinic(), false)->empty());
    CHECK(incidents(day.clinic(), true)->size() == 1);
    CHECK(day.desk.audit_holds());
}

TEST_CASE("what cannot be is refused") {
    Day day;
    const auto report = [&](NewIncident incident) { return code(report_incident(day.clinic(), incident)); };
    const Instant now = day.desk.clock.now();
    CHECK(report({Gravity::other, day.use, day.baby, now + 1min, "転んだ"}) == "bad_time");
    CHECK(report({Gravity::other, day.use, day.baby, now, "  "}) == "empty_text");
    CHECK(report({Gravity::other, day.use, day.baby, now, "\x01"}) == "bad_text");
    CHECK(report({Gravity::other, day.use, "nobody", now, "転んだ"}) == "wrong_child");
    CHECK(report({Gravity::other, "nobody", "", now, "転んだ"}) == "not_found");
}

TEST_CASE(
    "a grave one asks for its first report by the end of the next day, the second within about a month (003 "
    "8 (4))") {
    Day day;
    const std::string id = day.incident();
    CHECK(day.found(id).report_asked == 1);
    CHECK(day.found(id).due == at("2026-11-22T23:59:59+09:00"));
    REQUIRE(save_form(day.clinic(), id, *known_values(day.clinic(), id)).ok());
    CHECK(*make_report(day.clinic(), id, Consent::not_asked) == 1);
    CHECK(day.found(id).report_asked == 2);
    CHECK(day.found(id).due == at("2026-12-21T23:59:59+09:00"));
    CHECK(*make_report(day.clinic(), id, Consent::refused) == 2);
    CHECK_FALSE(day.found(id).report_asked.has_value());
    CHECK(*make_report(day.clinic(), id, Consent::refused) == 3);
    CHECK(code(close_incident(day.clinic(), id)) == "not_told");
    REQUIRE(record_told(day.clinic(), id, "子育て支援課").ok());
    REQUIRE(close_incident(day.clinic(), id).ok());
    CHECK(code(add_event(day.clinic(), id, day.desk.clock.now(), "あとから")) == "closed");
}

TEST_CASE(
    "the classes follow the paper: death and serious by the form, worsening by word, a near miss in the "
    "house") {
    Day day;
    const auto& classes = safety(day).incidents;
    CHECK(class_of(classes, Gravity::death).form);
    CHECK(class_of(classes, Gravity::serious).form);
    CHECK(class_of(classes, Gravity::other).form);
    CHECK_FALSE(class_of(classes, Gravity::spoken).form);
    CHECK_FALSE(class_of(classes, Gravity::near_miss).form);
    for (const IncidentClass& one : classes) CHECK(one.source.starts_with("003 8"));
    const std::string id = day.incident(Gravity::spoken);
    CHECK(deadlines(day.clinic())->front().report == 0);
    CHECK(code(make_report(day.clinic(), id, Consent::given)) == "no_form");
}

TEST_CASE("a worse turn is another class of the same incident") {
    Day day;
    const std::string id = day.incident(Gravity::spoken);
    NewIncident worse = day.found(id).what;
    worse.gravity = Gravity::serious;
    REQUIRE(correct_incident(day.clinic(), id, worse).ok());
    CHECK(day.found(id).what.gravity == Gravity::serious);
    CHECK(day.found(id).report_asked == 1);
    CHECK(incidents(day.clinic(), true)->size() == 1);
    CHECK(code(correct_incident(day.clinic(), "none", worse)) == "not_found");
}

TEST_CASE("the form has every field of 様式1 once, each with words in both languages") {
    std::vector<std::string_view> keys;
    for (const FormField& field : form_fields()) {
        keys.push_back(field.key);
        CHECK_FALSE(field.ja.empty());
        CHECK_FALSE(field.en.empty());
    }
    std::ranges::sort(keys);
    CHECK(std::ranges::adjacent_find(keys) == keys.end());
    CHECK(keys.size() == 51);
    for (const std::string_view key :
         {"facility_name", "capacity_mothers", "last_inspection", "mother_age",    "multiple_birth",
          "happened_at",   "victim",           "course",          "staff_on_duty", "licensed_on_duty",
          "other_mothers", "other_children",   "measures",        "diagnosis",     "injured_part",
          "symptoms",      "history",          "outcome",         "remarks",       "facility_goes_on",
          "officer_mail"})
        CHECK_MESSAGE(form_field(key) != nullptr, key);
}

TEST_CASE("what the clinic knows stands in the form from the first") {
    Day day;
    REQUIRE(set_setting(day.clinic(), "clinic.representative", "高木 直子").ok());
    const std::string id = day.incident();
    const FormValues values = *known_values(day.clinic(), id);
    CHECK(values.at("facility_name") == "さくら助産院");
    CHECK(values.at("representative") == "高木 直子");
    CHECK(values.at("home_municipality") == "練馬区");
    CHECK(values.at("child_age_months") == "2");
    CHECK(values.at("child_age_days") == "9");
    CHECK(values.at("multiple_birth") == "no");
    CHECK(values.at("use_began") == "2026-11-21");
    CHECK(values.at("other_mothers") == "0");
    CHECK(values.at("other_children") == "0");
    CHECK(values.at("happened_at") == "2026-11-21T14:00:00+09:00");
    CHECK(check_form(values).ok());
}

TEST_CASE("a form keeps what was typed and names the field that cannot be") {
    Day day;
    const std::string id = day.incident();
    REQUIRE(
        save_form(day.clinic(), id, {{"course", "授乳後30分。\n𠮷野さんが気づいた。"}, {"mother_age", "34"}})
            .ok());
    CHECK(day.found(id).form.at("course") == "授乳後30分。\n𠮷野さんが気づいた。");
    const auto wrong = save_form(day.clinic(), id, {{"mother_age", "thirty"}});
    CHECK(code(wrong) == "bad_number");
    CHECK(wrong.error().message.ja.find("母の年齢") != std::string::npos);
    CHECK(code(save_form(day.clinic(), id, {{"last_inspection", "去年"}})) == "bad_date");
    CHECK(code(save_form(day.clinic(), id, {{"happened_at", "3時"}})) == "bad_moment");
    CHECK(code(save_form(day.clinic(), id, {{"multiple_birth", "maybe"}})) == "bad_answer");
    CHECK(code(save_form(day.clinic(), id, {{"nonsense", "x"}})) == "unknown_field");
    CHECK(day.found(id).form.at("mother_age") == "34");
}

TEST_CASE("the time line is in the order of time, and a retracted line is gone from it") {
    Day day;
    const std::string id = day.incident();
    const Instant now = day.desk.clock.now();
    REQUIRE(add_event(day.clinic(), id, now - 1min, "119番に電話").ok());
    REQUIRE(add_event(day.clinic(), id, now - 4min, "心肺蘇生を開始").ok());
    const auto slip = add_event(day.clinic(), id, now, "まちがい");
    REQUIRE(slip.ok());
    REQUIRE(retract_event(day.clinic(), *slip).ok());
    CHECK(code(retract_event(day.clinic(), *slip)) == "not_found");
    const auto events = day.found(id).events;
    REQUIRE(events.size() == 2);
    CHECK(events[0].words == "心肺蘇生を開始");
    CHECK(events[1].words == "119番に電話");
}

TEST_CASE("files are kept sealed, and only pictures and PDF") {
    Day day;
    const std::string id = day.incident();
    const std::string pdf = "%PDF-1.4 図面";
    const auto file = attach_file(day.clinic(), id, "zu.pdf", bytes_of(pdf));
    REQUIRE(file.ok());
    const auto back = attached_file(day.clinic(), *file);
    REQUIRE(back.ok());
    CHECK(std::string(back->begin(), back->end()) == pdf);
    CHECK(day.found(id).files.front().name == "zu.pdf");
    CHECK(code(attach_file(day.clinic(), id, "x.exe", bytes_of("MZ"))) == "bad_kind");
    CHECK(code(attach_file(day.clinic(), id, " ", bytes_of(pdf))) == "bad_name");
    CHECK(code(attach_file(day.clinic(), id, "big.pdf",
                           bytes_of("%PDF-" + std::string(kMostFileBytes, 'x')))) == "too_large");
    const auto plain = day.clinic().database.integer(
        "SELECT count(*) FROM incident_file WHERE instr(contents_sealed, CAST('%PDF' AS BLOB)) > 0");
    CHECK(*plain == 0);
}

TEST_CASE(
    "with her consent the report goes into the outbox in the same transaction, without it stays on paper") {
    Day day;
    const std::string id = day.incident();
    CHECK(code(make_report(day.clinic(), id, Consent::given)) == "empty_form");
    REQUIRE(save_form(day.clinic(), id, {{"course", "授乳後"}}).ok());
    const auto waiting = [&] {
        return *day.clinic().database.integer("SELECT count(*) FROM outbox WHERE kind = 'incident'");
    };
    REQUIRE(make_report(day.clinic(), id, Consent::refused).ok());
    CHECK(waiting() == 0);
    REQUIRE(make_report(day.clinic(), id, Consent::given).ok());
    CHECK(waiting() == 1);
    const auto outbox = day.clinic().database.text("SELECT id FROM outbox WHERE kind = 'incident'");
    const auto body = announced_body(day.clinic(), **outbox);
    REQUIRE(body.ok());
    CHECK(body->find("\"report\":2") != std::string::npos);
    CHECK(body->find("\"course\":\"授乳後\"") != std::string::npos);
    CHECK(body->find("\"user_number\":\"N-4821-1\"") != std::string::npos);
    CHECK(body->find("山田") == std::string::npos);
    CHECK(day.found(id).reports.back().announced);
    CHECK_FALSE(day.found(id).reports.back().received);
    CHECK(day.desk.audit_holds());
}

TEST_CASE("whom to call follows the office's hours, New Year and national holidays (003 8 (4))") {
    Day day;
    const Office& office = safety(day).offices.front();
    const auto phone = [&](const char* moment) {
        const auto calls = call_now(office, safety(day).holidays, at(moment));
        return calls.size() == 1 ? calls.front().phone : std::string("both");
    };
    const std::string open = "0967-67-2715";
    const std::string closed = "0967-67-1111";
    CHECK(phone("2026-11-24T08:29:59+09:00") == closed);
    CHECK(phone("2026-11-24T08:30:00+09:00") == open);
    CHECK(phone("2026-11-24T17:29:59+09:00") == open);
    CHECK(phone("2026-11-24T17:30:00+09:00") == closed);
    CHECK(phone("2026-11-21T12:00:00+09:00") == closed);  // Saturday
    CHECK(phone("2026-11-23T12:00:00+09:00") == closed);  // 勤労感謝の日, a Monday
    CHECK(phone("2026-12-28T12:00:00+09:00") == open);
    CHECK(phone("2026-12-29T12:00:00+09:00") == closed);
    CHECK(phone("2027-01-01T12:00:00+09:00") == closed);
    CHECK(phone("2027-01-04T12:00:00+09:00") == open);
    CHECK(phone("2028-02-01T12:00:00+09:00") == "both");
    CHECK(phone("2028-02-01T20:00:00+09:00") == closed);
    CHECK(office.closed.steps.size() == 2);
    CHECK(office.source.starts_with("003 8"));
}
