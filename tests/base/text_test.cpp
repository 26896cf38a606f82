#include "shared/base/text.h"

#include "shared/base/user_number.h"

#include <doctest/doctest.h>

using namespace sango;

TEST_CASE("A mother is found however her kana were typed") {
    CHECK(fold_for_search("ヤマダ　ハナコ") == "やまだはなこ");
    CHECK(fold_for_search("ﾔﾏﾀﾞ ﾊﾅｺ") == "やまだはなこ");
    CHECK(fold_for_search("やまだ はなこ") == "やまだはなこ");
    CHECK(fold_for_search("ＡＢＣ") == "abc");
    CHECK(fold_for_search("𠮷野 﨑") == "𠮷野﨑");
}

TEST_CASE("CP932 holds 髙 and 﨑 but not 𠮷, and says so instead of writing a question mark") {
    CHECK(missing_in_cp932("髙橋 﨑山").empty());
    CHECK(missing_in_cp932("𠮷野 𠮷田") == std::vector<char32_t>{U'𠮷'});
    CHECK_FALSE(to_cp932("𠮷野"));
    CHECK(from_cp932(*to_cp932("勅使河原 佐知子 髙﨑")) == "勅使河原 佐知子 髙﨑");
    CHECK_FALSE(from_cp932("\x81"));
}

TEST_CASE("Bytes that are not UTF-8 are seen") {
    CHECK(is_utf8("𠮷野"));
    CHECK_FALSE(is_utf8("\xC0\x80"));
    CHECK_FALSE(is_utf8("\xED\xA0\x80"));
    CHECK_FALSE(is_utf8("\xF0\xA0\xAE"));
    CHECK(utf8(code_points("髙𠮷a")) == "髙𠮷a");
}

TEST_CASE("A typed user number forgives the eye but not a wrong sign") {
    const auto number = make_user_number('N', "4821");
    REQUIRE(number);
    CHECK(parse_user_number(*number) == number);
    CHECK(parse_user_number(" ｎ４８２１" + number->substr(7)) == number);
    CHECK(parse_user_number("N-482L-" + number->substr(7)) == number);

    SUBCASE("every single wrong sign is found, and every swap of neighbours") {
        constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        const std::string plain = "N4821" + number->substr(7);
        for (std::size_t i = 0; i < plain.size(); ++i) {
            for (const char sign : alphabet) {
                std::string wrong = plain;
                wrong[i] = sign;
                CHECK(parse_user_number(wrong).has_value() == (sign == plain[i]));
            }
            if (i + 1 < plain.size() && plain[i] != plain[i + 1]) {
                std::string wrong = plain;
                std::swap(wrong[i], wrong[i + 1]);
                CHECK_FALSE(parse_user_number(wrong));
            }
        }
    }
}
