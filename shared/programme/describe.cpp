#include "shared/programme/describe.h"

#include "shared/base/yen.h"
#include "shared/programme/case.h"
#include "shared/programme/describe_page.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sango::programme {
namespace {

std::string clock_text(std::chrono::seconds at) {
    return fmt::format("{}:{:02}", at.count() / 3600, at.count() / 60 % 60);
}

std::string days_before_ja(int days) {
    return days == 1 ? std::string("前日") : fmt::format("{}日前", days);
}

std::string list_ja(const std::vector<std::string>& parts) {
    return fmt::format("{}。", fmt::join(parts, "、"));
}

void describe_household(Page& page) {
    if (!page.rules_.household) return;
    const HouseholdRule& rule = *page.rules_.household;
    std::vector<std::string> ja;
    std::vector<std::string> en;
    for (const Household household : rule.exempt) {
        ja.emplace_back(household == Household::welfare ? "生活保護世帯" : "住民税非課税世帯");
        en.emplace_back(household == Household::welfare ? "welfare" : "tax-exempt");
    }
    std::string text_ja = fmt::format("{}は無償", fmt::join(ja, "・"));
    std::string text_en = fmt::format("{} households pay nothing", fmt::join(en, " and "));
    if (rule.apply_from_week) {
        text_ja += fmt::format("。申請は妊娠{}週から", *rule.apply_from_week);
        text_en += fmt::format("; to be applied for from week {} of pregnancy", *rule.apply_from_week);
    }
    if (const auto& lapses = rule.confirmation_lapses) {
        text_ja += fmt::format("。確認は毎年{}月{}日に切れる", lapses->month, lapses->day);
        text_en += fmt::format("; confirmations lapse every year on {:02}-{:02}", lapses->month, lapses->day);
    }
    page.line(text_ja + "。", text_en + ".", rule.source);
}

void describe_need(Page& page) {
    if (!page.rules_.need) return;
    const Need& need = *page.rules_.need;
    std::vector<std::string> ja;
    std::vector<std::string> en;
    if (need.without_family_support) {
        ja.emplace_back(need.unwell_or_anxious ? "ご家族から十分な支援を受けられず"
                                               : "ご家族から十分な支援を受けられない方");
        en.emplace_back("without enough help from the family");
    }
    if (need.unwell_or_anxious) {
        ja.emplace_back(need.special_need_suffices ? "不調・ご不安のある方または特に支援が必要な方"
                                                   : "不調・ご不安のある方");
        en.emplace_back(need.special_need_suffices ? "unwell or anxious or in special need"
                                                   : "unwell or anxious");
    }
    page.line(list_ja(ja), fmt::format("For mothers {}.", fmt::join(en, " and ")), need.source);
}

void describe_decision(Page& page) {
    if (!page.rules_.decision) return;
    const DecisionRule& rule = *page.rules_.decision;
    std::vector<std::string> ja;
    std::vector<std::string> en;
    if (rule.required) {
        ja.emplace_back("利用決定が必要");
        en.emplace_back("a decision is needed");
    }
    if (rule.request_letter_for_first_use) {
        ja.emplace_back("この施設で初めてのときは依頼書が必要");
        en.emplace_back("a first use needs the request letter");
    }
    if (rule.raises_limit) {
        ja.emplace_back("決定により上限を超えて使える");
        en.emplace_back("a decision may raise the limit");
    }
    page.line(list_ja(ja), fmt::format("{}.", fmt::join(en, "; ")), rule.source);
}

void describe_registration(Page& page) {
    const Rules& rules = page.rules_;
    if (rules.registration)
        page.line(fmt::format("利用登録は妊娠{}週から。", rules.registration->from_week),
                  fmt::format("Registered from week {} of pregnancy.", rules.registration->from_week),
                  rules.registration->source);
    for (const Centre& centre : rules.centres)
        page.line({"センター", "Centre"}, centre.name.ja + (centre.planned ? "（予定）。" : "。"),
                  centre.name.en + (centre.planned ? " (to follow)." : "."), centre.source);
}

void describe_conditions(Page& page) {
    const Rules& rules = page.rules_;
    page.section("対象の方", "Who may use it");
    page.line(fmt::format("{}にお住まいの方。", rules.name.ja),
              fmt::format("Residents of {}.", rules.name.en), rules.residency.source);
    if (rules.medical) page.line(rules.medical->refusal.ja, rules.medical->refusal.en, rules.medical->source);
    if (rules.infection)
        page.line(rules.infection->refusal.ja, rules.infection->refusal.en, rules.infection->source);
    describe_need(page);
    describe_decision(page);
    describe_household(page);
    describe_registration(page);
    const Message after_loss = page.names_of(rules.loss.services);
    if (rules.loss.services.empty())
        page.line("流産・死産の後にお使いいただけるサービスはない。", "After a loss: nothing.",
                  rules.loss.source);
    else
        page.line(fmt::format("流産・死産の後は{}を、その日から数えてお使いいただく。", after_loss.ja),
                  fmt::format("After a loss: {}, counted from its date.", after_loss.en), rules.loss.source);
}

void describe_cards(Page& page) {
    if (!page.rules_.cards) return;
    page.section("カード・クーポン", "Cards and coupons");
    for (const CardRule& rule : page.rules_.cards->kinds) {
        std::vector<std::string> ja;
        std::vector<std::string> en;
        if (rule.interview_from) {
            ja.push_back(fmt::format("{}からの面談の方。", era_date_text(*rule.interview_from)));
            en.push_back(fmt::format("Interviews from {}.", english_date_text(*rule.interview_from)));
        }
        if (rule.interview_until) {
            ja.push_back(fmt::format("{}までの面談の方。", era_date_text(*rule.interview_until)));
            en.push_back(fmt::format("Interviews until {}.", english_date_text(*rule.interview_until)));
        }
        if (rule.instruction) {
            ja.push_back(rule.instruction->ja);
            en.push_back(rule.instruction->en);
        }
        if (rule.late_cancel) {
            ja.push_back("期限を過ぎたキャンセル: " + rule.late_cancel->ja);
            en.push_back("Cancelled late: " + rule.late_cancel->en);
        }
        if (ja.empty()) {
            ja.emplace_back("この事業の利用証。");
            en.emplace_back("The certificate of this programme.");
        }
        page.line(rule.name, fmt::format("{}", fmt::join(ja, "")), fmt::format("{}", fmt::join(en, " ")),
                  rule.source);
    }
    if (page.rules_.cards->coupons)
        page.line(fmt::format("クーポンはおひとり{}枚。", *page.rules_.cards->coupons),
                  fmt::format("{} coupons a mother.", *page.rules_.cards->coupons),
                  page.rules_.cards->source);
}

void describe_late_cancel(Page& page, const LateCancel& late) {
    page.line(fmt::format("期限の後とご連絡のないときは{}、利用者負担額は{}。",
                          late.counts_as_use ? "1回のご利用と数え" : "ご利用に数えず",
                          late.copay_due ? "いただく" : "いただかない"),
              fmt::format("Later, or without a word: {}, and the copay is {}.",
                          late.counts_as_use ? "it counts as one use" : "it does not count",
                          late.copay_due ? "due" : "not due"),
              late.source);
}

void describe_times(Page& page) {
    const Rules& rules = page.rules_;
    page.section("お申し込みとキャンセル", "Booking and cancelling");
    if (rules.booking) {
        const Booking& booking = *rules.booking;
        if (booking.after_birth_only)
            page.line("ご予約はご出産の後から。", "No booking before the birth.", booking.source);
        if (booking.opens_days_before)
            page.line(fmt::format("お申し込みは{}日前から。", *booking.opens_days_before),
                      fmt::format("From {} days before.", *booking.opens_days_before), booking.source);
        if (booking.closes_days_before)
            page.line(fmt::format("お申し込みは{}の{}まで。", days_before_ja(*booking.closes_days_before),
                                  clock_text(booking.closes_at)),
                      fmt::format("Until {} on the day {} before.", clock_text(booking.closes_at),
                                  *booking.closes_days_before),
                      booking.source);
    }
    if (rules.cancel)
        page.line(fmt::format("キャンセルは{}の{}まで{}。", days_before_ja(rules.cancel->days_before),
                              clock_text(rules.cancel->at),
                              rules.cancel->before_closed_days ? "（休みならその前のあいている日）" : ""),
                  fmt::format("Cancel by {}, {} day(s) before{}.", clock_text(rules.cancel->at),
                              rules.cancel->days_before,
                              rules.cancel->before_closed_days ? ", or the nearest open day before" : ""),
                  rules.cancel->source);
    if (rules.cancel && rules.cancel->late) describe_late_cancel(page, *rules.cancel->late);
    if (!rules.report.source.empty()) {
        page.section("報告と請求", "Report and invoice");
        if (rules.report.due_day)
            page.line(
                fmt::format("実施報告書は翌月{}日まで。", *rules.report.due_day),
                fmt::format("Implementation report by day {} of the next month.", *rules.report.due_day),
                rules.report.source);
        if (rules.report.invoice_month_end == true)
            page.line("請求書は翌月末まで。", "Invoice by the end of the next month.", rules.report.source);
        if (rules.report.per_user)
            page.line("ご利用ごとに利用者別実施報告書を出す。", "A report on each use, once it is over.",
                      rules.report.source);
    }
    if (rules.records)
        page.line(
            fmt::format("書類は、委託期間が終わる年度の終了日の翌日から{}年間保存する。",
                        rules.records->years),
            fmt::format("Papers are kept for {} from the day after the fiscal year in which the contract "
                        "ends.",
                        counted_en(rules.records->years, "years")),
            rules.records->source);
}

void describe_settings(Page& page) {
    page.section("設定", "Settings");
    if (page.rules_.orientation)
        page.line("施設によりオリエンテーションが必要。", "Some clinics give an orientation first.",
                  page.rules_.orientation->source);
    for (const OpenSetting& setting : page.rules_.settings) {
        const bool clinic = setting.by == OpenSetting::By::clinic;
        const auto answered = page.answer(setting.name);
        std::string ja = fmt::format("{}（{}から{}まで）", setting.question.ja, setting.least, setting.most);
        std::string en = fmt::format("{} ({} to {})", setting.question.en, setting.least, setting.most);
        if (answered) {
            ja += ": " + answer_text(setting, answered).ja;
            en += ": " + answer_text(setting, answered).en;
        }
        page.line({fmt::format("{}（{}）", setting.name, clinic ? "施設" : "自治体"),
                   fmt::format("{} ({})", setting.name, clinic ? "clinic" : "municipality")},
                  ja + "。", en + ".", setting.source);
    }
    page.section("受付で伝えること", "To tell at the desk");
    for (const Guidance& one : page.rules_.guidance) page.line(one.text.ja, one.text.en, one.source);
}

}  // namespace

Message Page::names_of(const std::vector<Service>& services) const {
    std::vector<std::string_view> ja;
    std::vector<std::string_view> en;
    for (const Service service : services) {
        ja.push_back(rules_.service(service)->name.ja);
        en.push_back(rules_.service(service)->name.en);
    }
    return {fmt::format("{}", fmt::join(ja, "・")), fmt::format("{}", fmt::join(en, ", "))};
}

std::optional<std::int64_t> Page::answer(std::string_view setting) const {
    const auto found = answers_.find(setting);
    const OpenSetting* asked = rules_.setting(setting);
    if (found == answers_.end() || asked == nullptr) return std::nullopt;
    if (found->second < asked->least || found->second > asked->most) return std::nullopt;
    return found->second;
}

Message Page::open_number(std::string_view setting) {
    open_ = true;
    return {fmt::format("未定（設定 {}）", setting), fmt::format("(not set: {})", setting)};
}

Message Page::number(const Figure& figure) {
    if (!figure.open()) return {fmt::format("{}", figure.number), fmt::format("{}", figure.number)};
    const auto answered = answer(figure.setting);
    if (!answered) return open_number(figure.setting);
    return {fmt::format("{}", *answered), fmt::format("{}", *answered)};
}

Message Page::money(const Price& price) {
    if (!price.open()) return {yen_text_ja(price.yen), yen_text_en(price.yen)};
    const auto answered = answer(price.setting);
    if (!answered) return open_number(price.setting);
    return {yen_text_ja(Yen(*answered)), yen_text_en(Yen(*answered))};
}

Message sentence(const RuleLine& line) {
    if (line.subject.ja.empty()) return line.text;
    return {line.subject.ja + ": " + line.text.ja, line.subject.en + ": " + line.text.en};
}

Message answer_text(const OpenSetting& setting, std::optional<std::int64_t> answer) {
    if (!answer) return {"未定", "not set"};
    switch (setting.kind) {
        case OpenSetting::Kind::yen:
            return {yen_text_ja(Yen(*answer)), yen_text_en(Yen(*answer))};
        case OpenSetting::Kind::yes_no:
        case OpenSetting::Kind::about_her:
            return *answer != 0 ? Message{"はい", "yes"} : Message{"いいえ", "no"};
        case OpenSetting::Kind::date: {
            const Date day{std::chrono::days(*answer)};
            return {era_date_text(day), english_date_text(day)};
        }
        case OpenSetting::Kind::months:
        case OpenSetting::Kind::count:
            break;
    }
    return {fmt::format("{}{}", *answer, setting.counter.ja),
            counted_en(static_cast<int>(*answer), setting.counter.en)};
}

std::vector<RuleLine> describe(const Programme& programme, const Settings& answers) {
    Page page(programme.rules(), answers);
    describe_conditions(page);
    describe_services(page);
    describe_cards(page);
    describe_times(page);
    describe_settings(page);
    return std::move(page.lines);
}

}  // namespace sango::programme
