#include "tests/sample_views/sample_views.h"
#include "tests/sample_views/shown_states.h"

namespace sango::sample {

using namespace screens;

namespace {

IncidentRow row() {
    return {.incident_id = "i1",
            .gravity = "serious",
            .class_name = {"重症・重傷（30日以上か意識不明）", "Serious (30 days or more, or unconscious)"},
            .happened_at = at(13, 20),
            .who = "井上 澪さん",
            .words = "授乳後に寝かせて10分、呼びかけに反応がなかった。",
            .asks = Message{"第1報", "Report 1"},
            .due = at(23, 59, 22),
            .closed = false};
}

std::vector<std::pair<std::string, Message>> classes() {
    return {{"near_miss", {"ヒヤリ・ハット", "Near miss"}},
            {"spoken", {"症状の悪化・受診・トラブル", "Worse, to see a doctor, trouble"}},
            {"other", {"その他の負傷・疾病", "Another injury or illness"}},
            {"serious", {"重症・重傷（30日以上か意識不明）", "Serious (30 days or more, or unconscious)"}},
            {"death", {"死亡", "Death"}}};
}

IncidentView open_incident() {
    IncidentView view;
    view.row = row();
    view.classes = classes();
    view.has_form = true;
    view.fields = {
        {"report_date",
         0,
         {"報告年月日", "Date of the report"},
         FormFieldView::Kind::date,
         "2026-11-21",
         false},
        {"facility_name", 1, {"施設名", "Facility"}, FormFieldView::Kind::text, "さくら助産院", false},
        {"facility_owner",
         1,
         {"施設設置者（社名・法人名・自治体名等）", "Who runs it"},
         FormFieldView::Kind::text,
         "",
         false},
        {"capacity_mothers",
         1,
         {"利用者の総定員（産婦）名", "Capacity, mothers"},
         FormFieldView::Kind::number,
         "4",
         false},
        {"mother_age",
         2,
         {"母の年齢（歳）", "Mother's age, years"},
         FormFieldView::Kind::number,
         "34",
         false},
        {"multiple_birth", 2, {"多胎児", "Multiple birth"}, FormFieldView::Kind::yes_no, "no", false},
        {"course",
         3,
         {"事案発生の経緯", "How it came about"},
         FormFieldView::Kind::long_text,
         "授乳後に寝かせた。\n10分後に見に行った。",
         false},
        {"measures",
         3,
         {"施設で講じた再発防止策", "Measures taken"},
         FormFieldView::Kind::long_text,
         "",
         false},
        {"diagnosis", 4, {"診断名", "Diagnosis"}, FormFieldView::Kind::text, "", false},
        {"officer",
         5,
         {"市町村担当者の所属・役職", "Municipal officer"},
         FormFieldView::Kind::text,
         "",
         true}};
    view.events = {
        {"e1", at(13, 20), "呼びかけに反応なし。心肺蘇生を開始", "鈴木 恵"},
        {"e2", at(13, 21), "119番に電話した。AEDを取りに行った。お母さんに声をかけ、一緒にいてもらった。",
         "佐藤 美咲"}};
    view.calls = {{{"総務課 代表電話（警備会社対応）", "General affairs, main number"},
                   "0967-67-1111",
                   {{"「村の産後ケア事業で事故が発生したため、子育て支援課と連絡を取りたい」と伝えます。",
                     "Say that an accident happened in postpartum care."},
                    {"村の職員から折り返しがあります。", "Village staff call back."}},
                   "003 8 (4) 報告時の連絡先"}};
    view.cannot_close = Message{"第1報がまだです", "Report 1 is not made yet"};
    return view;
}

ShownState on_safety(std::string name, KioskView view, std::vector<Touch> touches = {}) {
    ShownState state{std::move(name), std::move(view), {}, ui::Language::ja, std::move(touches)};
    state.state.frame.screen = Screen::safety;
    return state;
}

}  // namespace

KioskView kiosk_with_incident(bool open) {
    KioskView view = kiosk();
    view.safety.classes = classes();
    view.safety.people = {{"u8", "", "103 井上 澪さん"},
                          {"u8", "c8", "103 さくら（井上 澪さん）"},
                          {"u6", "c2", "102 はると（𠮷野 葵さん）"},
                          {"u6", "c3", "102 ゆづき（𠮷野 葵さん）"}};
    if (!open) return view;
    view.safety.rows = {row()};
    view.safety.open = open_incident();
    view.bar.deadlines = {{"i1", {"第1報", "Report 1"}, at(23, 59, 22)}};
    return view;
}

std::vector<ShownState> safety_states() {
    std::vector<ShownState> all;
    all.push_back(on_safety("safety-none", kiosk_with_incident(false)));
    KioskView list = kiosk_with_incident(true);
    list.safety.open.reset();
    IncidentRow near = row();
    near.incident_id = "i2";
    near.class_name = {"ヒヤリ・ハット", "Near miss"};
    near.who.clear();
    near.asks.reset();
    near.due.reset();
    near.words = "ベッドの柵が下りたままだった。";
    list.safety.rows.push_back(near);
    all.push_back(on_safety("safety", list));
    all.push_back(on_safety("safety-new", kiosk_with_incident(false),
                            {{"safety.new"}, {"safety.class.spoken"}, {"safety.words", "少し熱がある"}}));
    all.push_back(on_safety("safety-incident", kiosk_with_incident(true)));
    all.push_back(
        on_safety("safety-form", kiosk_with_incident(true), {{"safety.tab.form"}, {"safety.section.3"}}));
    all.push_back(on_safety("safety-report", kiosk_with_incident(true),
                            {{"safety.tab.report"}, {"safety.consent.given"}}));
    KioskView done = kiosk_with_incident(true);
    done.safety.open->reports = {{1, at(15, 0), {"受理", "Received"}}};
    done.safety.open->next_report = 2;
    done.safety.open->told_at = at(13, 40);
    done.safety.open->told_whom = "総務課 代表電話（警備会社対応）";
    done.safety.open->files = {"zu.png", "経過表.pdf"};
    all.push_back(on_safety("safety-reported", done, {{"safety.tab.report"}}));
    KioskView emergency = kiosk_with_incident(true);
    emergency.bar.emergency.push_back({{"南阿蘇村 総務課 代表電話（警備会社対応）", "Minamiaso, main number"},
                                       "0967-67-1111",
                                       emergency.safety.open->calls.front().steps});
    emergency.bar.emergency_notes = {{"AED：玄関を入って右の壁", "AED: on the right wall by the door"},
                                     {"声をかける → 人を呼ぶ → 119番とAED → 心肺蘇生をつづける",
                                      "Call out, get help, 119 and AED, keep on reviving"}};
    all.push_back(on_safety("emergency-page", emergency, {{"bar.emergency"}}));
    return all;
}

}  // namespace sango::sample
