// What a programme tells the desk without judging: each fact where the paper has it.

#include "shared/programme/describe.h"
#include "shared/programme/rules.h"
#include "tests/programme/sample.h"

using namespace sango;
using namespace sango::programme;
using namespace sango::programme::sample;

namespace {

/// The Japanese text on a topic, with its source after it.
std::string told(std::string_view id, std::string_view topic) {
    const Programme one = rules_of(id);
    const Guidance* guidance = one.rules().guidance_on(topic);
    if (guidance == nullptr) return "";
    CHECK_FALSE(guidance->text.en.empty());
    return guidance->text.ja + " [" + guidance->source + "]";
}

bool says(const std::string& text, std::initializer_list<const char*> parts) {
    for (const char* part : parts)
        if (text.find(part) == std::string::npos) return false;
    return true;
}

/// Every sentence of the page with this source, in both languages.
std::string page(std::string_view id, std::string_view source) {
    std::string text;
    for (const RuleLine& line : describe(rules_of(id)))
        if (line.source == source) text += sentence(line).ja + " " + sentence(line).en + "\n";
    return text;
}

}  // namespace

TEST_CASE("002 表題, 001 表題, 003 表題, 000 件名: whose programme it is, and whom to call") {
    CHECK(rules_of("nerima").rules().phone == "03-5984-4621");
    CHECK(rules_of("minamiaso").rules().phone == "0967-67-2715");
    for (const auto& [id, source] : {std::pair{"nerima", "002 表題"}, std::pair{"setagaya", "001 表題"},
                                     std::pair{"minamiaso", "003 表題"}, std::pair{"nakano", "000 件名"},
                                     std::pair{"kashiwa", "004 産後ケア事業"}})
        CHECK(rules_of(id).rules().source == source);
}

TEST_CASE(
    "002 利用までの流れ 1 <出産後に転入してきた方>: who moves in after the birth applies 14 days before") {
    CHECK(says(told("nerima", "registration"), {"14日前", "電子申請", "<出産後に転入してきた方>"}));
}

TEST_CASE("002 利用までの流れ 1: what the desk does with a card, and with a coupon") {
    const Programme nerima = rules_of("nerima");
    CHECK(says(nerima.card_instruction(CardKind::card).ja, {"利用者カード", "利用日"}));
    CHECK(says(nerima.card_instruction(CardKind::coupon).ja, {"二次元コード", "電子クーポン"}));
}

TEST_CASE("002 利用予約後のキャンセルについて: too late counts as one use, and the copay is due") {
    const auto late = rules_of("nerima").late_cancel();
    REQUIRE(late);
    CHECK(late->counts_as_use);
    CHECK(late->copay_due);
    CHECK(late->source == "002 利用予約後のキャンセルについて");
    CHECK(says(rules_of("nerima").late_cancel_instruction(CardKind::coupon).ja, {"減らします"}));
    CHECK(says(rules_of("nerima").late_cancel_instruction(CardKind::card).ja, {"ご本人", "キャンセル日"}));
    CHECK(says(told("nerima", "late_cancel"), {"午前10時", "1回"}));
    for (const char* id : {"setagaya", "minamiaso", "nakano", "kashiwa"}) {
        CHECK_FALSE(rules_of(id).late_cancel());
        CHECK(rules_of(id).late_cancel_instruction(CardKind::card).ja.empty());
    }
}

TEST_CASE(
    "002 持参できなかった場合について 電子クーポン: the clinic reports, the ward deducts under its own day") {
    CHECK(says(told("nerima", "forgotten_coupon"), {"区に利用を報告", "後日", "日付", "電子クーポン]"}));
}

TEST_CASE(
    "002 持参できなかった場合について 利用者カード(1): into the handbook, page 16, and onto the card later") {
    CHECK(says(told("nerima", "forgotten_card"), {"母子健康手帳16ページ", "写して", "(1)]"}));
}

TEST_CASE(
    "002 持参できなかった場合について 利用者カード(2): a reissued card carries all uses, and is the only "
    "one") {
    CHECK(says(told("nerima", "lost_card"), {"すべて写して", "1枚", "(2)]"}));
}

TEST_CASE("002 利用日数 ※5: a meal not taken changes nothing; a visit comes without one") {
    CHECK(says(told("nerima", "meals"), {"変わりません", "訪問", "※5]"}));
}

TEST_CASE("002 利用日数 ※2: which ages a clinic takes is its own setting") {
    CHECK(says(page("nerima", "002 利用日数 ※2"), {"対象の月齢は施設ごと", "clinic.day_care_from_months"}));
}

TEST_CASE("002 利用日数: a visit is of about 90 minutes") {
    CHECK(rules_of("nerima").rules().service(Service::outreach)->unit_minutes == 90);
    CHECK(says(page("nerima", "002 利用日数"), {"1回90分"}));
}

TEST_CASE("002 利用までの流れ 5: a questionnaire after the last use, one for each clinic") {
    CHECK(says(told("nerima", "questionnaire"), {"アンケート", "施設ごと", "5]"}));
}

TEST_CASE("002 災害時等の対応: in a disaster clinic and mother decide") {
    CHECK(says(told("nerima", "disaster"), {"中止", "相談"}));
}

TEST_CASE("002 利用できる方 ★: a corrected age goes to the section, by telephone") {
    CHECK(says(told("nerima", "corrected_age"), {"修正月齢", "03-5984-4621"}));
}

TEST_CASE("002 利用日数 ※4・利用者負担額について: applied for from week 30, lapsing each 1 July") {
    CHECK(says(page("nerima", "002 利用日数 ※4・利用者負担額について"), {"妊娠30週", "7月1日", "無償"}));
}

TEST_CASE(
    "001 III 1 (2) ④ 利用方法: lots are drawn, high need first, then first-time users; registered from week "
    "28") {
    CHECK(says(told("setagaya", "lottery"), {"抽選", "支援の必要性が高い方", "初めて"}));
    CHECK(says(page("setagaya", "001 III 1 (2) ④ 利用方法"), {"妊娠28週"}));
}

TEST_CASE("001 V 5 (3)・(4): a sibling comes with the mother's own booking") {
    CHECK(says(told("setagaya", "siblings"), {"お母さまのご予約", "(3)・(4)]"}));
    CHECK(says(page("setagaya", "001 V 5 (3)"), {"お母さまの母子ショートステイと同じ日"}));
    CHECK(says(page("setagaya", "001 V 5 (4)"), {"お母さまの母子デイケアと同じ日"}));
}

TEST_CASE("001 V 4 (1): one midwife at least, by day one for four pairs, the nursery never alone") {
    CHECK(says(told("setagaya", "staff"), {"助産師が1名以上", "4組に1名", "乳児室", "保育士"}));
}

TEST_CASE("001 V 7 区との連携: a report for each use, an urgent one at once with her consent") {
    CHECK(says(told("setagaya", "follow_up"), {"利用者別実施報告書", "同意", "すぐに"}));
}

TEST_CASE("003 6 (1) 利用申請受付から利用決定まで: extras and the clinic's own options are explained") {
    CHECK(says(told("minamiaso", "extras"), {"おむつ", "ミルク", "食事", "別のサービス"}));
}

TEST_CASE("003 6 (2) 利用日当日の受付・確認事項: look, write the day, stamp or sign, hand it back") {
    CHECK(says(rules_of("minamiaso").card_instruction(CardKind::card).ja,
               {"住所・氏名", "上限", "利用日", "施設印（サイン可）", "お返し"}));
}

TEST_CASE(
    "003 6 (3) 利用後の処理: the report by the 10th, the invoice by the month's end, urgent things before") {
    CHECK(rules_of("minamiaso").report_due_day() == 10);
    CHECK(rules_of("minamiaso").rules().report.invoice_month_end == true);
    CHECK(says(told("minamiaso", "follow_up"), {"実施報告書より先に", "村"}));
}

TEST_CASE("001 V 7 区との連携: a report on each use, once it is over") {
    CHECK(rules_of("setagaya").rules().report.per_user);
    CHECK_FALSE(rules_of("minamiaso").rules().report.per_user);
}

TEST_CASE("003 7 (3) 実施担当者: a midwife, public health nurse or nurse always, for stays round the clock") {
    CHECK(says(told("minamiaso", "staff"), {"助産師・保健師・看護師", "1名以上", "24時間"}));
}

TEST_CASE("000 5 (3): care at any hour of any day") {
    CHECK(says(told("nakano", "staff"), {"24時間365日", "従事者", "ベッド", "緊急"}));
}

TEST_CASE("004 平成29年度新規事業予定①: three centres, the northern to follow, one of them coordinates") {
    std::vector<std::string> open;
    std::vector<std::string> planned;
    const Programme kashiwa = rules_of("kashiwa");
    for (const Centre& centre : kashiwa.centres())
        (centre.planned ? planned : open).push_back(centre.name.ja);
    CHECK(open == std::vector<std::string>{"中央エリア", "南部エリア", "保健所内"});
    CHECK(planned == std::vector<std::string>{"北部エリア"});
    CHECK(rules_of("nerima").centres().empty());
    CHECK(says(page("kashiwa", "004 平成29年度新規事業予定①"), {"中央エリア", "北部エリア（予定）"}));
}

TEST_CASE("004 平成29年度新規事業予定①・出産直後の支援: report back to the centre, along the support plan") {
    CHECK(says(told("kashiwa", "coordinator"), {"担当のセンター", "担当者", "報告", "支援プラン"}));
    Request asked = request(Service::day_care);
    const Verdict verdict = judge(rules_of("kashiwa"), asked);
    CHECK(says(find(verdict, "decision")->text.ja, {"担当のセンターに報告"}));
}
