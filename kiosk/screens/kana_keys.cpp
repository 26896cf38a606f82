#include "kiosk/screens/kana_keys.h"

#include "shared/base/text.h"

#include <span>

namespace sango::screens {
namespace {

constexpr std::array<std::u32string_view, 20> kVoices{
    U"かが", U"きぎ", U"くぐ", U"けげ", U"こご", U"さざ",   U"しじ",   U"すず",   U"せぜ",   U"そぞ",
    U"ただ", U"ちぢ", U"つづ", U"てで", U"とど", U"はばぱ", U"ひびぴ", U"ふぶぷ", U"へべぺ", U"ほぼぽ"};
constexpr std::array<std::u32string_view, 9> kSizes{U"あぁ", U"いぃ", U"うぅ", U"えぇ", U"おぉ",
                                                    U"つっ", U"やゃ", U"ゆゅ", U"よょ"};

std::string turned(std::string_view text, std::span<const std::u32string_view> rings) {
    std::u32string points = code_points(text);
    if (points.empty()) return {};
    for (const std::u32string_view ring : rings) {
        const std::size_t found = ring.find(points.back());
        if (found == std::u32string_view::npos) continue;
        points.back() = ring[(found + 1) % ring.size()];
        break;
    }
    return utf8(points);
}

}  // namespace

const std::array<std::array<KanaKey, kKanaRows>, kKanaColumns>& kana_keys() {
    static constexpr std::array<std::array<KanaKey, kKanaRows>, kKanaColumns> kKeys{{
        {{{"a", "あ"}, {"i", "い"}, {"u", "う"}, {"e", "え"}, {"o", "お"}}},
        {{{"ka", "か"}, {"ki", "き"}, {"ku", "く"}, {"ke", "け"}, {"ko", "こ"}}},
        {{{"sa", "さ"}, {"shi", "し"}, {"su", "す"}, {"se", "せ"}, {"so", "そ"}}},
        {{{"ta", "た"}, {"chi", "ち"}, {"tsu", "つ"}, {"te", "て"}, {"to", "と"}}},
        {{{"na", "な"}, {"ni", "に"}, {"nu", "ぬ"}, {"ne", "ね"}, {"no", "の"}}},
        {{{"ha", "は"}, {"hi", "ひ"}, {"fu", "ふ"}, {"he", "へ"}, {"ho", "ほ"}}},
        {{{"ma", "ま"}, {"mi", "み"}, {"mu", "む"}, {"me", "め"}, {"mo", "も"}}},
        {{{"ya", "や"}, {}, {"yu", "ゆ"}, {}, {"yo", "よ"}}},
        {{{"ra", "ら"}, {"ri", "り"}, {"ru", "る"}, {"re", "れ"}, {"ro", "ろ"}}},
        {{{"wa", "わ"}, {}, {"wo", "を"}, {}, {"n", "ん"}}},
    }};
    return kKeys;
}

std::string with_voice_turned(std::string_view text) {
    return turned(text, kVoices);
}
std::string with_size_turned(std::string_view text) {
    return turned(text, kSizes);
}

std::string without_last(std::string_view text) {
    std::u32string points = code_points(text);
    if (!points.empty()) points.pop_back();
    return utf8(points);
}

}  // namespace sango::screens
