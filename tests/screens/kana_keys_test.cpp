#include "kiosk/screens/kana_keys.h"

#include <set>

#include <doctest/doctest.h>

using namespace sango::screens;

TEST_CASE("the voice key turns the last kana round its voiced forms and back") {
    CHECK(with_voice_turned("か") == "が");
    CHECK(with_voice_turned("が") == "か");
    CHECK(with_voice_turned("さは") == "さば");
    CHECK(with_voice_turned("さば") == "さぱ");
    CHECK(with_voice_turned("さぱ") == "さは");
    CHECK(with_voice_turned("ま") == "ま");
    CHECK(with_voice_turned("") == "");
}

TEST_CASE("the size key turns the last kana small and large") {
    CHECK(with_size_turned("いつ") == "いっ");
    CHECK(with_size_turned("きや") == "きゃ");
    CHECK(with_size_turned("きゃ") == "きや");
    CHECK(with_size_turned("𠮷") == "𠮷");
}

TEST_CASE("erasing takes one character, whatever it is made of") {
    CHECK(without_last("やま") == "や");
    CHECK(without_last("𠮷野𠮷") == "𠮷野");
    CHECK(without_last("") == "");
}

TEST_CASE("the fifty sounds are there once each, with an id each") {
    std::set<std::string_view> ids;
    std::set<std::string_view> kana;
    for (const auto& column : kana_keys())
        for (const KanaKey& key : column)
            if (!key.kana.empty()) {
                CHECK(ids.insert(key.id).second);
                CHECK(kana.insert(key.kana).second);
            }
    CHECK(kana.size() == 46);
}
