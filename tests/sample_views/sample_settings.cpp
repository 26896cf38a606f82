#include "tests/sample_views/sample_settings.h"

#include "tests/sample_views/sample_views.h"

namespace sango::sample {

using namespace screens;

namespace {

using Kind = programme::OpenSetting::Kind;

const Message kSince{"令和3年4月1日(木)から", "From Thu 1 April 2021"};

ProgrammeLine line(const char* id, Message name, Message scheme, std::uint32_t colour, bool on, int unset) {
    ProgrammeLine one;
    one.id = id;
    one.name = std::move(name);
    one.scheme = std::move(scheme);
    one.colour = colour;
    one.contracted = on;
    one.unset = unset;
    one.in_force = kSince;
    return one;
}

OpenAnswerLine number(const char* name, Message question, Kind kind, Message counter, std::int64_t most) {
    OpenAnswerLine one;
    one.name = name;
    one.question = std::move(question);
    one.who = {"世田谷区（子ども家庭支援センター）", "Setagaya City (the child and family support centre)"};
    one.source = "901 III 1 (2) ② 利用料金";
    one.kind = kind;
    one.counter = std::move(counter);
    one.most = most;
    one.answer_words = {"未定", "not set"};
    return one;
}

programme::RuleLine rule(Message section, Message subject, Message text, const char* source,
                         bool open = false) {
    return {std::move(section), std::move(subject), std::move(text), source, open};
}

RulesPage rules() {
    const Message who{"対象の方", "Who may use it"};
    const Message limits{"数え方と上限", "Counting and limits"};
    const Message copay{"利用者負担額", "Copay"};
    const Message times{"お申し込みとキャンセル", "Booking and cancelling"};
    const Message stay{"母子ショートステイ", "Short stay"};
    const Message visit{"アウトリーチ", "Home visit"};
    const Message sibling{"きょうだいショートステイ", "Sibling short stay"};
    return {
        kSince,
        {"いまの決まり", "In force"},
        {"Sango に入っていた決まり（出典 901 表題）", "Came with Sango (source 901 表題)"},
        {rule(who, {}, {"世田谷区にお住まいの方。", "Residents of Setagaya City."},
              "901 III 1 (2) ① 利用対象者"),
         rule(who, {},
              {"ご家族から十分な支援を受けられず、不調・ご不安のある方。",
               "For mothers without enough help from the family and unwell or anxious."},
              "901 V 2 対象者"),
         rule(limits, stay,
              {"初日と最終日を含む日数で数える。", "counted in days, the first and the last included."},
              "901 V 5 (1)"),
         rule(limits, sibling,
              {"お母さまの母子ショートステイと同じ日にご利用いただく。",
               "on the days of the mother's own (Short stay)."},
              "901 V 5 (3)"),
         rule(limits, {"母子デイケア・アウトリーチ", "Day care, Home visit"},
              {"合わせて7日（回）まで。", "7 days together."}, "901 III 1 (2) ③ 利用期間、利用上限日数"),
         rule(copay, stay,
              {"1日（1回） 4,500円、クーポン使用時 2,000円。多胎児加算 500円。",
               "¥4,500 a day or visit, with coupon ¥2,000; multiples add ¥500."},
              "901 III 1 (2) ② 利用料金"),
         rule(copay, sibling,
              {"1日（1回） 未定（設定 copay.sibling_short_stay）。",
               "(not set: copay.sibling_short_stay) a day or visit."},
              "901 III 1 (2) ② 利用料金", true),
         rule(copay, visit,
              {"1日（1回） 2,000円、クーポン使用時 0円。多胎児加算 200円。",
               "¥2,000 a day or visit, with coupon ¥0; multiples add ¥200."},
              "901 III 1 (2) ② 利用料金"),
         rule(times, {}, {"お申し込みは14日前から。", "From 14 days before."}, "901 III 1 (2) ④ 利用方法"),
         rule(times, {}, {"お申し込みは前日の10:00まで。", "Until 10:00 on the day 1 before."},
              "901 III 1 (2) ④ 利用方法")}};
}

}  // namespace

SettingsView settings() {
    SettingsView view;
    view.may_change = true;
    view.managers = {{"m1", "高木 直子"}};
    view.particulars = {"さくら助産院",
                        "合同会社さくら",
                        "東京都練馬区豊玉北0-0-0",
                        "03-0000-0000",
                        "高木 直子",
                        "高木 直子",
                        "T0000000000000",
                        "",
                        "さくら銀行",
                        "練馬支店",
                        "普通",
                        "0000000",
                        "ゴウドウガイシヤサクラ"};
    view.programmes = {line("kashiwa", {"柏市", "Kashiwa City"},
                            {"柏市産後ケア事業", "Kashiwa postpartum care"}, 0x8C6D46, false, 5),
                       line("minamiaso", {"南阿蘇村", "Minamiaso Village"},
                            {"南阿蘇村産後ケア事業", "Minamiaso postpartum care"}, 0x2F7F86, true, 0),
                       line("nakano", {"中野区", "Nakano City"},
                            {"中野区産後ケア事業", "Nakano postpartum care"}, 0xC0662C, true, 4),
                       line("nerima", {"練馬区", "Nerima City"},
                            {"練馬区産後ケア事業", "Nerima postpartum care"}, 0x3B6FB6, true, 0),
                       line("setagaya", {"世田谷区", "Setagaya City"},
                            {"世田谷区産後ケア事業", "Setagaya postpartum care"}, 0x7A5AA6, true, 2)};
    view.programmes[3].signed_by_it = true;
    view.programmes[3].next = {"令和9年4月1日(木)から新しい決まり", "New rules from Thu 1 April 2027"};
    return view;
}

SettingsView settings_page() {
    SettingsView view = settings();
    ProgrammePage page;
    page.id = "setagaya";
    page.name = {"世田谷区", "Setagaya City"};
    page.scheme = {"世田谷区産後ケア事業", "Setagaya postpartum care"};
    page.contact = {"子ども家庭支援センター", "the child and family support centre"};
    page.colour = 0x7A5AA6;
    page.answers = {number("copay.sibling_short_stay",
                           {"きょうだいショートステイ1日の利用者負担額（円）",
                            "Copay of a day of sibling short stay (yen)"},
                           Kind::yen, {"円", "yen"}, 100'000),
                    number("copay.sibling_day_care",
                           {"きょうだいデイケア1回の利用者負担額（円）", "Copay of a sibling day care (yen)"},
                           Kind::yen, {"円", "yen"}, 100'000),
                    number("clinic.orientation",
                           {"ご利用の前にオリエンテーションが要りますか",
                            "Is an orientation needed before the first use?"},
                           Kind::yes_no, {}, 1),
                    number("contract.ends", {"いまの契約が終わる日", "Last day of the contract"}, Kind::date,
                           {}, 25'000)};
    OpenAnswerLine& ends = page.answers[3];
    ends.for_records = true;
    ends.source = "901 表題";
    ends.answer = make_date(2027, 3, 31).time_since_epoch().count();
    ends.answer_words = {"令和9年3月31日(水)", "Wed 31 March 2027"};
    ends.likely = {*ends.answer, make_date(2028, 3, 31).time_since_epoch().count()};
    page.answers[2].by_clinic = true;
    page.answers[2].who = {"この施設", "this clinic"};
    OpenAnswerLine& answered = page.answers[1];
    answered.answer = 1'500;
    answered.answer_words = {"1,500円", "¥1,500"};
    const SettingChangeLine first{
        answered.question, {"未定", "not set"}, {"1,200円", "¥1,200"}, at(10, 12, 2), "高木 直子"};
    const SettingChangeLine second{
        answered.question, {"1,200円", "¥1,200"}, {"1,500円", "¥1,500"}, at(16, 40, 9), "勅使河原 佐知子"};
    answered.history = {second, first};
    const SettingChangeLine contract{
        {"契約", "Contract"}, {"休止", "off"}, {"契約中", "on"}, at(9, 0, 1), "高木 直子"};
    page.history = {second, first, contract};
    RulesPage next = rules();
    next.days = {"令和9年4月1日(木)から", "From Thu 1 April 2027"};
    next.tab = {"令和9年度から", "From 2027"};
    next.origin = {"自治体の署名つき・令和8年11月21日(土) 高木 直子さんが取り込み",
                   "Signed by the municipality, taken in on Sat 21 November 2026 by 高木 直子"};
    page.versions = {rules(), next};
    view.page = std::move(page);
    return view;
}

SettingsView settings_of_others() {
    SettingsView view = settings();
    view.may_change = false;
    return view;
}

}  // namespace sango::sample
