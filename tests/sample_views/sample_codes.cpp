#include "shared/card/barcode.h"
#include "tests/sample_views/sample_views.h"

#include <functional>

namespace sango::sample {

using namespace screens;

CodeView code(std::string_view text) {
    CodeView view;
    view.text = text;
    const auto modules = card::make_qr(text);
    if (!modules.ok()) return view;
    card::Image image = card::draw_qr(modules.value(), 1);
    view.picture = {image.width, image.height, std::move(image.pixels),
                    std::hash<std::string_view>{}(text) | 1U};
    return view;
}

CheckInView desk_with_code() {
    CheckInView view = desk();
    view.coupon_codes = {
        {"nerima",
         {"練馬区", "Nerima City"},
         code("https://coupon.example/desk/sakura-0123/2026-11-21/0123456789abcdef0123456789abcdef")}};
    return view;
}

CandidateView five_services() {
    using programme::Service;
    CandidateView who = without_card();
    who.services = {{Service::short_stay, {"母子ショートステイ", "Short stay"}},
                    {Service::day_care, {"母子デイケア", "Day care"}},
                    {Service::outreach, {"アウトリーチ", "Home visit"}},
                    {Service::sibling_short_stay, {"きょうだいショートステイ", "Sibling short stay"}},
                    {Service::sibling_day_care, {"きょうだいデイケア", "Sibling day care"}}};
    who.service = Service::short_stay;
    who.shows_stepper = true;
    who.counts_days = true;
    who.days = 2;
    who.lines = {{{"母子ショートステイ（クーポン） 1日分", "Short stay with coupon, 1 day"}, Yen(2'000)},
                 {{"母子ショートステイ 1日分", "Short stay, 1 day"}, Yen(4'500)},
                 {{"多胎児加算 1日分", "Multiples, 1 day"}, Yen(500)}};
    who.copay = Yen(7'000);
    return who;
}

CandidateView without_card() {
    CandidateView who = ready();
    who.card_shown = false;
    who.asks_stamp = false;
    who.has_coupons = true;
    who.booking_id = "b2";
    who.no_show = Message{
        "予約の時刻を過ぎています。来院なしとして記録します。1回のご利用とみなします。利用者負担額をいただき"
        "ます。",
        "Her time is past. It will be recorded that she did not come. It counts as a use. The copay is due."};
    who.forgotten_sentence = {
        "母子健康手帳16ページ「産後ケアの記録」に利用を書きます。お帰りの後、利用者カードに写していただきます"
        "。",
        "Write the use in her handbook, page 16; she copies it to the card at home."};
    who.lost_sentence = {
        "再交付のカードに、これまでのご利用をすべて写していただきます。古いカードが出てきたら転記を確かめて処"
        "分し、カードは1枚にします。",
        "All earlier uses are copied to the reissued card; an old card that turns up is thrown away."};
    who.coupon_sentence = {"施設の二次元コードを読み取っていただき、電子クーポンを見せていただきます。",
                           "She reads the clinic's code with her phone and shows the e-coupon."};
    who.coupon_code = desk_with_code().coupon_codes.front().code;
    who.papers = papers().papers;
    return who;
}

LeftView left() {
    return {
        "u1",
        "田中 陽菜",
        {"ご利用がすべて終わったら、二次元コードからアンケートにお答えください。施設ごとに1回お願いします。",
         "After the last use please answer the questionnaire by its code, once for each clinic."},
        code("https://questionnaire.example/postpartum-care?clinic=sakura-0123")};
}

PapersView papers() {
    const Message plan{"支援計画", "Support plan"};
    return {"山田 花子",
            {{"p1", {"決定通知", "Decision"}, "利用決定通知書", make_date(2026, 11, 18)},
             {"p2", {"依頼書", "Request letter"}, "産後ケア事業実施依頼書", make_date(2026, 11, 12)},
             {"p3", plan, "支援計画", make_date(2026, 10, 30)}},
            "p3",
            "本人の希望\n夜にまとまって眠りたい。授乳の姿勢を見てほしい。\n\n家族の状況\n"
            "パートナーは月末まで出張。実家は遠方で、日中はお母さまと赤ちゃんだけで過ごす日が続いている。\n\n"
            "支援の方針\n1. 宿泊で休息をとる。\n2. 授乳と沐浴を一緒に確かめる。\n3. "
            "退所後は保健師の𠮷野が訪問する。"};
}

}  // namespace sango::sample
