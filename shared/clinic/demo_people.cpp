#include "shared/clinic/demo_people.h"

#include "shared/base/user_number.h"
#include "shared/programme/rules.h"

namespace sango::clinic {
namespace {

constexpr std::chrono::days kInterviewBefore{90};

Date born_on(const DemoMother& mother, Date today) {
    const std::chrono::year_month_day day = today;
    std::chrono::year_month_day then = day - std::chrono::months(mother.months);
    if (!then.ok()) then = then.year() / then.month() / std::chrono::last;
    return Date(then) - std::chrono::days(mother.days);
}

Date latest_july(Date today) {
    const std::chrono::year_month_day day = today;
    const Date july = day.year() / 7 / 1;
    return july <= today ? july : Date((day.year() - std::chrono::years(1)) / 7 / 1);
}

}  // namespace

const std::vector<DemoMother>& demo_mothers() {
    static const std::vector<DemoMother> mothers{
        {.programme = "nerima",
         .number = "4821",
         .name = "山田 花子",
         .kana = "やまだ はなこ",
         .address = "東京都練馬区豊玉北6-12-1",
         .phone = "03-5555-0101",
         .allergies = "卵",
         .months = 2,
         .days = 9,
         .children = {{"あおい", 9, 2'480}}},
        {.programme = "nerima",
         .number = "3370",
         .name = "𠮷野 葵",
         .kana = "よしの あおい",
         .address = "東京都練馬区石神井町3-30-26",
         .phone = "03-5555-0102",
         .months = 1,
         .days = 20,
         .children = {{"はると", 18, 2'310}, {"ゆづき", 18, 2'250}}},
        {.programme = "nerima",
         .number = "5164",
         .name = "井上 澪",
         .kana = "いのうえ みお",
         .address = "東京都練馬区大泉町1-1-1",
         .phone = "03-5555-0103",
         .months = 3,
         .days = 2,
         .children = {{"さくら", 2, 3'120}}},
        {.programme = "nerima",
         .number = "6038",
         .name = "中村 結衣",
         .kana = "なかむら ゆい",
         .address = "東京都練馬区光が丘2-9-6",
         .phone = "03-5555-0104",
         .months = 0,
         .days = 26,
         .children = {{"ひなた", -3, 3'020}}},
        {.programme = "nerima",
         .number = "2207",
         .name = "田中 陽菜",
         .kana = "たなか ひな",
         .address = "東京都練馬区貫井1-36-15",
         .phone = "03-5555-0105",
         .months = 4,
         .days = 12,
         .children = {{"りん", 5, 2'960}}},
        {.programme = "nerima",
         .number = "7745",
         .name = "髙橋 凛",
         .kana = "たかはし りん",
         .address = "東京都練馬区北町2-26-1",
         .phone = "03-5555-0106",
         .months = 5,
         .days = 3,
         .children = {{"蓮", 0, 3'340}}},
        {.programme = "nerima",
         .number = "1958",
         .name = "﨑山 真帆",
         .kana = "さきやま まほ",
         .address = "東京都練馬区関町北1-7-14",
         .phone = "03-5555-0107",
         .follow_up = "授乳の姿勢をもう一度いっしょに確かめる",
         .months = 2,
         .days = 0,
         .children = {{"そら", 4, 2'870}}},
        {.programme = "nerima",
         .number = "8812",
         .name = "勅使河原 佐知子",
         .kana = "てしがわら さちこ",
         .address = "東京都練馬区西大泉五丁目三十四番地二号 グランドメゾン西大泉弐番館一二〇三号室",
         .phone = "03-5555-0108",
         .months = 1,
         .days = 5,
         .children = {{"クリスティーナ小百合", 7, 3'210}}},
        {.programme = "nerima",
         .number = "9403",
         .name = "小林 美穂",
         .kana = "こばやし みほ",
         .address = "東京都練馬区旭丘1-2-1",
         .phone = "03-5555-0109",
         .months = 4,
         .days = 25,
         .children = {{"ゆい", 1, 3'050}},
         .household = programme::Household::tax_exempt,
         .confirmation_lapsed = true},
        {.programme = "nerima",
         .number = "4470",
         .name = "松本 由佳",
         .kana = "まつもと ゆか",
         .address = "東京都練馬区春日町4-16-9",
         .phone = "03-5555-0110",
         .months = 3,
         .days = 18,
         .children = {{"みなと", 6, 2'740}}},
        {.programme = "nerima",
         .number = "5526",
         .name = "清水 千夏",
         .kana = "しみず ちなつ",
         .address = "東京都練馬区田柄5-14-23",
         .phone = "03-5555-0111",
         .months = 12,
         .days = 5,
         .children = {{"こはる", 3, 3'180}}},
        {.programme = "nerima",
         .number = "6691",
         .name = "木村 絵里",
         .kana = "きむら えり",
         .address = "東京都練馬区高野台1-7-29",
         .phone = "03-5555-0112",
         .months = 2,
         .days = 24,
         .children = {{"いつき", 8, 2'900}},
         .moved_out_days_ago = 10},
        {.programme = "nerima",
         .number = "7319",
         .name = "森田 彩",
         .kana = "もりた あや",
         .address = "東京都練馬区桜台1-22-9",
         .phone = "03-5555-0113",
         .follow_up = "ゆっくりお話を伺う",
         .loss_days_ago = 40},
        {.programme = "nerima",
         .number = "8065",
         .name = "岡本 七海",
         .kana = "おかもと ななみ",
         .address = "東京都練馬区氷川台3-24-1",
         .phone = "03-5555-0114",
         .allergies = "そば・落花生",
         .months = 1,
         .days = 28,
         .children = {{"", 0, 3'290}},
         .household = programme::Household::welfare},
        {.programme = "minamiaso",
         .number = "0148",
         .name = "後藤 さやか",
         .kana = "ごとう さやか",
         .address = "熊本県阿蘇郡南阿蘇村大字河陽1705-1",
         .phone = "0967-55-0101",
         .months = 3,
         .days = 7,
         .children = {{"ひより", 4, 3'080}},
         .copay_per_unit = 500},
        {.programme = "minamiaso",
         .number = "0162",
         .name = "甲斐 友梨",
         .kana = "かい ゆり",
         .address = "熊本県阿蘇郡南阿蘇村大字吉田1495",
         .phone = "0967-55-0102",
         .months = 2,
         .days = 15,
         .children = {{"あさひ", 10, 2'650}},
         .copay_per_unit = 500},
        {.programme = "minamiaso",
         .number = "0175",
         .name = "有働 菜々",
         .kana = "うどう なな",
         .address = "熊本県阿蘇郡南阿蘇村大字中松3586",
         .phone = "0967-55-0103",
         .months = 1,
         .days = 2,
         .children = {{"つむぎ", 2, 3'140}},
         .granted = false},
        {.programme = "setagaya",
         .number = "2041",
         .name = "西川 朋子",
         .kana = "にしかわ ともこ",
         .address = "東京都世田谷区桜3-12-5",
         .phone = "03-5555-0201",
         .months = 3,
         .days = 2,
         .children = {{"みつき", 16, 2'520}, {"はづき", 16, 2'510}},
         .coupons = 5},
        {.programme = "setagaya",
         .number = "2066",
         .name = "大塚 理恵",
         .kana = "おおつか りえ",
         .address = "東京都世田谷区上馬4-8-17 コーポ上馬202",
         .phone = "03-5555-0202",
         .follow_up = "上のお子さんのことも伺う",
         .months = 2,
         .days = 27,
         .children = {{"すず", 3, 2'990}},
         .extra_days = 3,
         .family_support = programme::FamilySupport::none,
         .support_need = programme::SupportNeed::high,
         .coupons = 5},
        {.programme = "setagaya",
         .number = "2079",
         .name = "福田 沙織",
         .kana = "ふくだ さおり",
         .address = "東京都世田谷区代沢2-30-1",
         .phone = "03-5555-0203",
         .months = 0,
         .days = 24,
         .children = {{"りお", 5, 3'030}},
         .granted = false,
         .coupons = 5},
        {.programme = "nakano",
         .number = "20317",
         .name = "石田 真由",
         .kana = "いしだ まゆ",
         .address = "東京都中野区本町5-4-11",
         .phone = "03-5555-0301",
         .months = 4,
         .days = 8,
         .children = {{"かなで", -2, 3'260}}},
        {.programme = "nakano",
         .number = "20354",
         .name = "藤原 千尋",
         .kana = "ふじわら ちひろ",
         .address = "東京都中野区鷺宮2-14-6",
         .phone = "03-5555-0302",
         .allergies = "牛乳",
         .months = 5,
         .days = 10,
         .children = {{"いろは", 38, 2'190}}},
        {.programme = "kashiwa",
         .number = "1120",
         .name = "村上 彩乃",
         .kana = "むらかみ あやの",
         .address = "千葉県柏市南増尾3-9-2",
         .phone = "04-5555-0401",
         .months = 2,
         .days = 4,
         .children = {{"あおと", 6, 2'880}},
         .extra_days = 5,
         .centre = "南部エリア",
         .coordinator = "保健師 木下",
         .family_support = programme::FamilySupport::none,
         .support_need = programme::SupportNeed::high},
        {.programme = "kashiwa",
         .number = "1134",
         .name = "岸本 遥",
         .kana = "きしもと はるか",
         .address = "千葉県柏市松葉町4-1-18",
         .phone = "04-5555-0402",
         .months = 2,
         .days = 19,
         .children = {{"そうま", 1, 3'150}},
         .extra_days = 3,
         .centre = "中央エリア",
         .coordinator = "保健師 野口",
         .family_support = programme::FamilySupport::enough}};
    return mothers;
}

std::optional<std::string> demo_number(const DemoMother& mother, const programme::Catalogue& programmes,
                                       Date today) {
    const programme::Programme* programme = programmes.find(mother.programme, today);
    if (programme == nullptr) return std::nullopt;
    const char prefix = programme->rules().user_number_prefix;
    if (prefix == 0) return std::string(mother.number);
    return make_user_number(prefix, mother.number);
}

Registration demo_registration(const DemoMother& mother, std::string_view number, Date today, bool later) {
    Registration told;
    told.source = "roster";
    told.programme = mother.programme;
    told.user_number = number;
    told.name = mother.name;
    told.kana = mother.kana;
    told.address = mother.address;
    told.phone = mother.phone;
    told.allergies = mother.allergies;
    told.follow_up = mother.follow_up;
    told.facts.resident = true;
    told.facts.medical_treatment = false;
    told.facts.unwell_or_anxious = true;
    told.facts.family_support = mother.family_support;
    told.facts.support_need = mother.support_need;
    told.facts.household = mother.household;
    if (mother.household != programme::Household::taxed)
        told.facts.household_confirmed_on =
            latest_july(today) + std::chrono::days(mother.confirmation_lapsed ? -20 : 5);
    if (mother.loss_days_ago) told.facts.loss_on = today - std::chrono::days(*mother.loss_days_ago);
    if (later && mother.moved_out_days_ago)
        told.facts.moved_out_on = today - std::chrono::days(*mother.moved_out_days_ago);
    told.decision.granted = mother.granted;
    told.decision.request_letter = mother.granted;
    told.decision.extra_days = mother.extra_days;
    told.decision.centre = mother.centre;
    told.decision.coordinator = mother.coordinator;
    const Date born = born_on(mother, today);
    for (const DemoChild& child : mother.children)
        told.children.push_back({.id = {},
                                 .name = std::string(child.name),
                                 .born = born,
                                 .due = born + std::chrono::days(child.due_after_birth),
                                 .weight_g = child.weight_g});
    return told;
}

Date demo_interview(const DemoMother& mother, Date today) {
    return born_on(mother, today) - kInterviewBefore;
}

}  // namespace sango::clinic
