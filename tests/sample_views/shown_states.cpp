#include "tests/sample_views/shown_states.h"

#include "tests/sample_views/sample_views.h"

#include <fmt/format.h>

namespace sango::sample {

using namespace screens;

ShownState shown_on(Screen screen, std::string name, KioskView view, std::vector<Touch> touches) {
    KioskState state;
    state.frame.screen = screen;
    return {std::move(name), std::move(view), std::move(state), ui::Language::ja, std::move(touches)};
}

ShownState by_night(ShownState state) {
    state.name += "-night";
    state.view.bar.now = at(3, 12, 22);
    return state;
}

namespace {

KioskView with(CandidateView who) {
    KioskView view = kiosk_with(std::move(who));
    view.check_in.expected[1].at_desk = true;
    return view;
}

KioskView with_care(CareView care) {
    KioskView view = sample::kiosk();
    view.care = std::move(care);
    return view;
}

KioskView with_report(ReportView report) {
    KioskView view = sample::kiosk();
    view.bar.now = at(17, 40, 9);
    view.bar.waiting = 2;
    view.report = std::move(report);
    return view;
}

ShownState shown(std::string name, KioskView view, std::vector<Touch> touches = {}) {
    return {std::move(name), std::move(view), {}, ui::Language::ja, std::move(touches)};
}
ShownState english(ShownState state) {
    state.name += "-en";
    state.language = ui::Language::en;
    return state;
}
KioskView fails(KioskView view, Message text, Notice::Tone tone = Notice::Tone::failure) {
    view.check_in.notice = Notice{tone, "any", std::move(text)};
    view.care.notice = view.check_in.notice;
    view.report.notice = view.check_in.notice;
    return view;
}

std::vector<ShownState> month_states() {
    std::vector<ShownState> all;
    const auto month = [&](std::string name, KioskView view, std::vector<Touch> touches = {}) {
        all.push_back(shown_on(Screen::report, std::move(name), std::move(view), std::move(touches)));
    };
    KioskView papers = with_report(sample::report_with_papers());
    papers.bar.deadline = BarDeadline{{"世田谷区 実施報告書 あと1日", "Setagaya City report: 1 d. left"}, 1};
    month("report-papers", papers);
    month("report-pdf", papers, {{"report.pdf"}});
    month("report-csv", papers, {{"report.csv"}, {"export.coding.cp932"}});
    month("report-log", papers, {{"report.log"}});
    KioskView deciding = papers;
    deciding.report.papers.lacking = sample::lacking_characters();
    month("report-decide", deciding, {{"decide.0.likely.0"}});
    KioskView told = papers;
    told.report.rows[0].told = 1;
    told.report.rows[1].gaps = {
        {"出来事をまだ自治体に伝えていません", "An incident was not told to the municipality"}};
    told.report.rows[1].mended_at = ReportRowView::Mend::incident;
    month("report-told", told);
    KioskView nowhere = papers;
    nowhere.report.papers.folders.clear();
    month("report-no-folder", nowhere, {{"report.sheet"}});
    all.push_back(shown_on(Screen::figures, "figures", sample::kiosk()));
    all.push_back(shown_on(Screen::figures, "figures-table", sample::kiosk(), {{"figures.as.table"}}));
    KioskView empty = sample::kiosk();
    empty.figures = sample::no_figures();
    all.push_back(shown_on(Screen::figures, "figures-none", empty));
    return all;
}

std::vector<ShownState> desk_states() {
    std::vector<ShownState> all;
    all.push_back(shown("checkin-idle", sample::kiosk()));
    all.push_back(shown("checkin-open", with(sample::candidate())));
    all.push_back(shown("checkin-ready", with(sample::ready())));
    all.push_back(shown("checkin-crowded", with(sample::crowded())));
    all.push_back(shown("checkin-triplets", with(sample::with_triplets())));
    all.push_back(shown("checkin-five-services", with(sample::five_services())));
    all.push_back(shown("checkin-loss", with(sample::after_loss())));
    all.push_back(shown("checkin-refused", with(sample::refused())));
    KioskView code = sample::kiosk();
    code.check_in = sample::desk_with_code();
    all.push_back(shown("checkin-code", code));
    CandidateView no_card = sample::without_card();
    all.push_back(shown("checkin-no-card", with(no_card)));
    all.push_back(shown("checkin-lost-ask", with(no_card), {{"checkin.lost"}}));
    all.push_back(shown("checkin-no-show-ask", with(no_card), {{"checkin.no_show"}}));
    all.push_back(shown("checkin-coupon", with(no_card), {{"checkin.coupon"}}));
    no_card.card_forgotten = true;
    all.push_back(shown("checkin-forgotten", with(no_card)));
    no_card.card_forgotten = false;
    no_card.missing =
        Message{"カードの紛失を届けました（11月21日）", "Card reported lost on Sat 21 November 2026"};
    all.push_back(shown("checkin-missing", with(no_card)));
    no_card.missing.reset();
    no_card.coupon_seen = true;
    all.push_back(shown("checkin-coupon-seen", with(no_card)));
    CandidateView stamps = sample::ready();
    stamps.asks_stamps = true;
    stamps.used_known = 4;
    stamps.balance_note =
        Message{"ほかの施設での利用: 11月19日 時点", "Uses elsewhere: as of Thu 19 November 2026"};
    stamps.asks_orientation = true;
    stamps.reasons.push_back({"orientation",
                              programme::Outcome::ask,
                              {"ご利用の前に、この施設のオリエンテーションが必要です。",
                               "This clinic gives an orientation before the first use."},
                              "利用までの流れ 2"});
    all.push_back(shown("checkin-stamps", with(stamps)));
    KioskView left = sample::kiosk();
    left.check_in.left = sample::left();
    all.push_back(shown("checkin-left", left));
    KioskView papers = with(sample::without_card());
    papers.shared_papers = sample::papers();
    all.push_back(shown("checkin-papers", papers));
    KioskView unfinished = sample::kiosk();
    unfinished.check_in.unfinished = {unfinished.check_in.in_house[2]};
    unfinished.check_in.unfinished[0].use_id = "u0";
    unfinished.check_in.unfinished[0].first_day = make_date(2026, 11, 3);
    all.push_back(shown("checkin-unfinished", unfinished, {{"checkin.list.house"}}));
    KioskView doubt = sample::kiosk();
    doubt.bar.trouble = Message{
        "端末の日付か時刻が違うようです。正しい日時に直すまで、カードは読めず、判定は「確認」になります。",
        "This terminal's date or time seems wrong. Until it is right no card can be read, and verdicts ask."};
    doubt.bar.clock_doubted = true;
    all.push_back(shown("checkin-clock", doubt));
    all.push_back(
        shown("checkin-number", sample::kiosk(), {{"checkin.number"}, {"checkin.number.field", "N-48"}}));
    KioskView hits = sample::kiosk();
    hits.check_in.hits = {
        {"m2", "山田 花子", "やまだ はなこ", "N-4821-7", {"練馬区", "Nerima City"}, 0xD9482F},
        {"m9",
         "山﨑 エリザベス真理亜セシリア",
         "やまさき えりざべすまりあせしりあ",
         "M-1120-5",
         {"南阿蘇村", "Minamiaso"},
         0x8A5A9E},
        {"m8", "𠮷野 葵", "よしの あおい", "N-5010-3", {"練馬区", "Nerima City"}, 0xD9482F}};
    all.push_back(shown("checkin-name", hits, {{"checkin.name"}, {"checkin.kana.ya"}, {"checkin.kana.ma"}}));
    KioskView none = sample::kiosk();
    none.check_in.hits.emplace();
    all.push_back(shown("checkin-name-none", none, {{"checkin.name"}, {"checkin.kana.wa"}}));
    KioskView done = sample::kiosk();
    done.check_in.done = sample::done();
    all.push_back(shown("checkin-done", done));
    all.push_back(shown("checkin-undo", done, {{"checkin.undo"}, {"checkin.undo.ask.reason.0"}}));
    KioskView leaving = sample::kiosk();
    leaving.check_in.check_out = sample::leaving();
    all.push_back(shown("checkout", leaving));
    all.push_back(shown("checkout-ready", leaving,
                        {{"checkin.list.house"},
                         {"checkout.arrival.tired"},
                         {"checkout.leaving.well"},
                         {"checkout.follow.yes"},
                         {"checkout.received"}}));
    KioskView form = sample::kiosk();
    form.check_in.register_form = clinic::Registration{};
    form.check_in.register_form->programme = "nerima";
    form.check_in.register_form->user_number = "N-6617-2";
    all.push_back(shown("checkin-register", form, {{"checkin.register.name", "𠮷野 葵"}}));
    all.push_back(shown("checkin-register-typed", sample::kiosk(),
                        {{"checkin.register.open"}, {"checkin.register.number", "N48217"}}));
    KioskView empty = sample::kiosk();
    empty.check_in = {};
    empty.bar.clinic_name = "社会福祉法人 さくら会 産後ケアセンター ねりまひまわり";
    empty.bar.waiting = 12;
    empty.bar.refused = 1;
    all.push_back(shown("checkin-empty", empty));
    KioskView many = with(sample::ready());
    for (int i = 0; i < 26; ++i)
        many.check_in.expected.push_back(many.check_in.expected[static_cast<std::size_t>(i) % 4]);
    many.bar.sending = true;
    all.push_back(shown("checkin-many",
                        fails(many, {"このカードは期限が切れています。区の窓口で更新をお願いしてください。",
                                     "This card has expired. Ask her to renew it at the ward office."})));
    KioskView trouble = with(sample::crowded());
    trouble.bar.trouble = Message{"ディスクの空きがありません。記録する前に、ファイルを減らしてください。",
                                  "The disk is full. Make room before anything is recorded."};
    all.push_back(shown("checkin-trouble", trouble));
    ShownState no_camera = shown("checkin-no-camera", sample::kiosk());
    no_camera.state.check_in.camera.note = Message{"カメラが見つかりません。番号か名前で探してください。",
                                                   "No camera was found. Search by number or name."};
    all.push_back(no_camera);
    all.push_back(shown("emergency", sample::kiosk(), {{"bar.emergency"}}));
    return all;
}

std::vector<ShownState> care_states() {
    std::vector<ShownState> all;
    CareView with_papers = sample::care();
    with_papers.papers = sample::papers().papers;
    all.push_back(shown_on(Screen::care, "care-papers", with_care(with_papers)));
    const auto care = [&](std::string name, KioskView view, std::vector<Touch> touches = {}) {
        all.push_back(shown_on(Screen::care, std::move(name), std::move(view), std::move(touches)));
    };
    care("care", sample::kiosk());
    care("care-twins", with_care(sample::care_of_twins()));
    care("care-written", sample::kiosk(), {{"care.record", "", [](KioskView& view) {
                                                view.care.notes.insert(view.care.notes.begin(),
                                                                       view.care.notes.front());
                                                view.care.notes.front().note_id = "n6";
                                                view.care.notes.front().text = {"ミルク 80 ml", "Milk 80 ml"};
                                                view.care.notes.front().note.what.observed_at = at(14, 5);
                                                view.care.last_note_id = "n6";
                                            }}});
    care("care-breast", sample::kiosk(), {{"care.kind.breast"}, {"care.side.left"}, {"care.preset.10"}});
    care("care-nappy", sample::kiosk(), {{"care.kind.nappy"}, {"care.nappy.both"}});
    care("care-temperature", sample::kiosk(),
         {{"care.kind.temperature"}, {"care.pad.3"}, {"care.pad.6"}, {"care.pad.8"}});
    care("care-weight-pad", sample::kiosk(), {{"care.kind.weight"}, {"care.pad.4"}});
    care("care-bath", sample::kiosk(), {{"care.kind.bath"}});
    care("care-sleep", sample::kiosk(), {{"care.kind.sleep"}, {"care.preset.60"}});
    care("care-meal", sample::kiosk(), {{"care.kind.meal"}, {"care.word.1"}});
    care("care-memo", sample::kiosk(), {{"care.kind.text"}, {"care.text", "よく飲んだ。𠮷野さんに伝える。"}});
    care("care-time", sample::kiosk(), {{"care.time"}});
    care("care-time-yesterday", sample::kiosk(), {{"care.time"}, {"care.time.day"}, {"care.hour.23"}});
    care("care-weights", sample::kiosk(), {{"care.view.weight"}});
    care("care-notes", sample::kiosk(), {{"care.view.notes"}});
    care("care-retract", sample::kiosk(), {{"care.view.notes"}, {"care.note.0.retract"}});
    care("care-correct", sample::kiosk(), {{"care.view.notes"}, {"care.note.0.correct"}, {"care.preset.80"}});
    CareView mother = sample::care();
    mother.child_id.clear();
    mother.age = {};
    mother.weight_g.reset();
    care("care-mother", with_care(mother));
    care("care-pain", with_care(mother), {{"care.kind.pain"}, {"care.pain.site.perineum"}});
    care("care-feeds", sample::kiosk(), {{"care.view.feeds"}});
    care("care-triplets", with_care(sample::care_of_triplets()));
    care("care-triplets-weight", with_care(sample::care_of_triplets()), {{"care.view.weight"}});
    CareView long_names = sample::care_of_twins();
    for (int i = 0; i < 5; ++i) {
        long_names.tiles.push_back(long_names.tiles[2]);
        long_names.tiles.back().use_id = fmt::format("x{}", i);
        long_names.tiles.back().mother = "勅使河原 エリザベス佐知子";
    }
    long_names.tabs[0].name = "ベネディクト";
    long_names.tabs.insert(long_names.tabs.begin(), {"c9", "クリストファー", {}});
    long_names.mother = "勅使河原 エリザベス佐知子マリアンヌ";
    long_names.alerts = {{"allergy", {"卵・乳アレルギー", "Egg and milk allergy"}, true}};
    care("care-long", fails(with_care(long_names), {"ディスクに書けませんでした。もう一度押してください。",
                                                    "It could not be written. Press again."}));
    care("care-empty", with_care({}));
    return all;
}

std::vector<ShownState> report_states() {
    std::vector<ShownState> all;
    const auto report = [&](std::string name, ReportView view) {
        all.push_back(shown_on(Screen::report, std::move(name), with_report(std::move(view))));
    };
    report("report", sample::report());
    report("report-accepted", sample::accepted_report());
    report("report-refused", sample::refused_report());
    ReportView sending = sample::accepted_report();
    sending.receipt_number.clear();
    sending.received_at.reset();
    sending.sending = true;
    sending.sending_percent = 64;
    sending.step = Step::sent;
    sending.action = ReportView::Action::cancel;
    report("report-sending", sending);
    ReportView waiting = sending;
    waiting.sending = false;
    waiting.next_try_at = at(18, 20, 9);
    waiting.action = ReportView::Action::send;
    report("report-waiting", waiting);
    ReportView ready = sample::report();
    for (ReportRowView& row : ready.rows) row.gaps.clear();
    ready.action_blocked.reset();
    ready.days_left = -2;
    report("report-ready", ready);
    ReportView empty = sample::report();
    empty.rows.clear();
    empty.totals.clear();
    empty.action = ReportView::Action::none;
    empty.action_blocked.reset();
    empty.cards.resize(1);
    report("report-no-rows", empty);
    report("report-none", {});
    ReportView five = sample::report();
    five.cards.push_back(five.cards[2]);
    five.cards.back().programme = "kashiwa";
    five.cards.back().name = {"柏市", "Kashiwa City"};
    report("report-five", five);
    return all;
}

}  // namespace

std::vector<ShownState> states() {
    std::vector<ShownState> all;
    for (auto* part : {&desk_states, &board_states, &care_states, &report_states, &month_states,
                       &night_states, &safety_states, &settings_states})
        for (ShownState& state : (*part)()) all.push_back(std::move(state));
    const std::vector<ShownState> japanese = all;
    for (const ShownState& state : japanese) all.push_back(english(state));
    for (const ShownState& state : japanese)
        if (state.name == "checkin-ready" || state.name == "care" || state.name == "report" ||
            state.name == "checkin-idle" || state.name == "checkin-code" || state.name == "checkin-papers" ||
            state.name == "checkin-coupon" || state.name == "checkin-left" ||
            state.name == "checkin-refused" || state.name == "care-retract" || state.name == "care-pain" ||
            state.name == "care-feeds" || state.name == "care-triplets" ||
            state.name == "care-triplets-weight" || state.name == "report-accepted" ||
            state.name == "report-papers" || state.name == "figures" || state.name == "settings" ||
            state.name == "settings-rules" || state.name == "settings-form")
            all.push_back(by_night(state));
    return all;
}

std::vector<ShownState> large_states() {
    std::vector<ShownState> all = {shown("large-checkin", with(sample::ready())),
                                   shown_on(Screen::care, "large-care", sample::kiosk()),
                                   shown_on(Screen::report, "large-report", with_report(sample::report()))};
    all.push_back(english(all[1]));
    all.push_back(shown_on(Screen::care, "large-care-triplets", with_care(sample::care_of_triplets())));
    all.push_back(by_night(all.back()));
    for (ShownState& state : night_states())
        if (state.name == "night" || state.name == "night-triplets" || state.name == "night-fifteen") {
            state.name = "large-" + state.name;
            all.push_back(std::move(state));
        }
    for (ShownState& state : settings_states())
        if (state.name == "settings" || state.name == "settings-rules") {
            state.name = "large-" + state.name;
            all.push_back(std::move(state));
        }
    return all;
}

}  // namespace sango::sample
