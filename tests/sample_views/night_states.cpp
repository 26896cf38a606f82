#include "tests/sample_views/sample_views.h"
#include "tests/sample_views/shown_states.h"

#include <fmt/format.h>

namespace sango::sample {

using namespace screens;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds kNow = 10h;

NightTile tile(std::string place, std::string name, std::chrono::minutes ago,
               clinic::Posture posture = clinic::Posture::back) {
    NightTile made;
    made.use_id = "u" + place;
    made.child_id = "c" + name;
    made.place = std::move(place);
    made.name = {name, name};
    made.mother = "山田 花子";
    made.seen.posture = posture;
    made.look_id = "l" + name;
    made.looked_by = "鈴木 恵";
    made.looked_at = kNow - ago;
    made.every = 5min;
    made.due = made.looked_at + made.every;
    return made;
}

NightView fifteen() {
    NightView view = night();
    constexpr std::array<const char*, 5> kNames{"あおい", "はると", "ゆづき", "さくら", "りん"};
    view.babies.clear();
    for (int i = 0; i < 15; ++i)
        view.babies.push_back(tile(std::to_string(101 + i), kNames[static_cast<std::size_t>(i) % 5],
                                   std::chrono::minutes(i % 5),
                                   i == 7 ? clinic::Posture::side : clinic::Posture::back));
    view.babies[3] = tile("104", "クリストファー", 127min);
    view.babies[11] = tile("112", "髙橋の赤ちゃん", 6min, clinic::Posture::prone);
    view.last_look_id = "l";
    view.last_look_name = "104 クリストファー";
    return view;
}

ShownState on_night(std::string name, NightView view, std::vector<Touch> touches = {}) {
    ShownState state{std::move(name), kiosk_at_night(), {}, ui::Language::ja, std::move(touches)};
    state.state.frame.screen = Screen::night;
    state.view.night = std::move(view);
    return state;
}

}  // namespace

NightView night() {
    NightView view;
    view.rules.intervals.emplace_back();
    view.babies = {tile("101", "あおい", 2min), tile("102", "はると", 4min), tile("102", "ゆづき", 4min),
                   tile("103", "さくら", 6min, clinic::Posture::prone), tile("105", "りん", 1min)};
    for (const std::size_t fed : {1U, 2U}) {
        view.babies[fed].tended_at = kNow - 9min;
        view.babies[fed].closer_until = kNow + 6min;
        view.babies[fed].fed_last = true;
    }
    view.with_mothers = {{"u9", "c9", "デイ1", {"そら", "Sora"}, "勅使河原 佐知子"},
                         {"u8", "c8", "106", {"赤ちゃん", "Baby"}, "𠮷野 葵"}};
    view.staff = {
        {"s1", "佐藤 美咲", false, false}, {"s2", "鈴木 恵", true, true}, {"s3", "高木 直子", false, false}};
    view.watcher = "鈴木 恵";
    view.watcher_id = "s2";
    view.present = 1;
    view.needed = 2;
    view.next = {{at(3, 30, 22), "101", {"授乳", "Feed"}},
                 {at(4, 0, 22), "103", {"体温 △", "Temperature △"}},
                 {at(4, 15, 22), "105", {"授乳", "Feed"}}};
    return view;
}

NightView night_of_triplets() {
    NightView view = night();
    view.babies = {tile("102", "はると", 2min), tile("102", "ゆづき", 4min), tile("102", "そら", 1min)};
    for (NightTile& one : view.babies) one.mother = "𠮷野 葵";
    view.babies[1].tended_at = kNow - 9min;
    view.babies[1].closer_until = kNow + 6min;
    view.babies[1].fed_last = true;
    view.next = {{at(3, 30, 22), "102", {"授乳 はると", "Feed はると"}},
                 {at(3, 40, 22), "102", {"授乳 ゆづき", "Feed ゆづき"}},
                 {at(4, 0, 22), "102", {"授乳 そら", "Feed そら"}}};
    return view;
}

KioskView kiosk_at_night() {
    KioskView view = kiosk();
    view.bar.now = at(3, 12, 22);
    view.bar.steady = kNow;
    view.bar.staff_name = "鈴木 恵";
    view.night = night();
    return view;
}

std::vector<ShownState> night_states() {
    std::vector<ShownState> all;
    NightView calm = night();
    calm.babies[3] = tile("103", "さくら", 3min);
    calm.last_look_id = "l";
    calm.last_look_name = "105 りん";
    all.push_back(on_night("night", night()));
    all.push_back(on_night("night-calm", calm));
    all.push_back(on_night("night-triplets", night_of_triplets()));
    all.push_back(on_night("night-triplets-round", night_of_triplets(), {{"night.round"}}));
    all.push_back(on_night("night-look", night(), {{"night.baby.3"}}));
    all.push_back(on_night("night-look-unwell", night(),
                           {{"night.baby.4"}, {"night.look.colour.poor"}, {"night.look.laid"}}));
    all.push_back(on_night("night-round", night(), {{"night.round"}}));
    all.push_back(on_night("night-take", night(), {{"night.take"}}));
    all.push_back(on_night("night-take-first", night(), {{"night.take"}, {"night.take.0"}}));
    all.push_back(on_night("night-duty", night(), {{"night.duty"}}));
    all.push_back(on_night("night-receive", night(), {{"night.handover"}}));
    all.push_back(on_night("night-receive-word", night(), {{"night.handover"}, {"night.receive.0"}}));
    NightView handed = night();
    handed.handover = {true, "鈴木 恵", "勅使河原 佐知子", at(3, 5, 22), {}, at(16, 58)};
    handed.handover.lines = {
        {"watch",
         "c4",
         "103",
         "さくら",
         {"預かり中。5分ごと。3:06に見ました（うつぶせ）", "In keeping, every 5 min, seen at 3:06 (prone)"},
         true,
         true},
        {"mark",
         "n1",
         "105",
         "りん",
         {"△ 2:20 体温 37.8 ℃。まだ答えがありません", "△ 2:20 temperature 37.8 °C, not answered yet"},
         true},
        {"notes",
         "u8",
         "106",
         "𠮷野 葵",
         {"ミルク 3回 180 ml・おしっこ 2・うんち 1。2:40 メモ「左の乳房に張り。冷やして様子を見ています。朝、"
          "もう一度みてほしいとのこと」",
          "3 feeds 180 ml, 2 wet, 1 stool. 2:40 memo \"左の乳房に張り。冷やして様子を見ています。朝、"
          "もう一度みてほしいとのこと\""}}};
    all.push_back(on_night("night-handover", handed, {{"night.handover"}}));
    handed.notice = Notice{Notice::Tone::done,
                           "printed",
                           {"/media/usb に書き出しました（sango-handover-20261122-0312.pdf）",
                            "Written to /media/usb (sango-handover-20261122-0312.pdf)"}};
    handed.handover.lines.clear();
    all.push_back(on_night("night-handover-empty", handed, {{"night.handover"}}));
    all.push_back(on_night("night-undo", calm, {{"night.undo"}, {"night.undo.ask.reason.0"}}));
    NightView overdue = night();
    overdue.babies[0] = tile("101", "あおい", 7min);
    all.push_back(on_night("night-overdue", overdue));
    ShownState silent = on_night("night-no-sound", overdue);
    silent.view.bar.no_sound = Message{"音が出ません。", "There is no sound."};
    all.push_back(silent);
    ShownState elsewhere = on_night("alarm-on-care", overdue);
    elsewhere.state.frame.screen = Screen::care;
    all.push_back(elsewhere);
    ShownState behind = elsewhere;
    behind.name = "alarm-over-dialog";
    behind.touches = {{"care.view.notes"}, {"care.note.0.retract"}};
    all.push_back(behind);
    behind.name = "alarm-over-emergency";
    behind.touches = {{"bar.emergency"}};
    all.push_back(behind);
    behind.name = "alarm-over-both";
    behind.touches = {{"care.view.notes"}, {"care.note.0.retract"}, {"bar.emergency"}};
    all.push_back(behind);
    ShownState by_day = elsewhere;
    by_day.name = "alarm-by-day";
    by_day.view.bar.now = at(14, 5);
    all.push_back(by_day);
    all.push_back(on_night("night-fifteen", fifteen()));
    NightView eight = fifteen();
    eight.babies.resize(8);
    all.push_back(on_night("night-eight", eight));
    NightView one = night();
    one.babies.resize(1);
    all.push_back(on_night("night-one", one));
    NightView nobody = night();
    nobody.babies.clear();
    nobody.needed = 0;
    all.push_back(on_night("night-nobody", nobody));
    nobody.watcher.clear();
    nobody.staff[1].watches = false;
    nobody.next.clear();
    nobody.with_mothers.clear();
    all.push_back(on_night("night-no-watcher", nobody));
    all.push_back(on_night("night-take-none", nobody, {{"night.take"}}));
    return all;
}

}  // namespace sango::sample
