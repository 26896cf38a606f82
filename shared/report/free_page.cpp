#include "shared/report/free_page.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace sango::report {
namespace {

using clinic::FreeCount;
using clinic::FreeDay;
using clinic::PlaceKind;

constexpr std::array<PlaceKind, 3> kKinds{PlaceKind::bed, PlaceKind::day_place, PlaceKind::midwife};
constexpr std::array<std::string_view, 3> kNames{"宿泊", "日帰り", "訪問"};
constexpr std::array<std::string_view, 7> kWeekdays{"日", "月", "火", "水", "木", "金", "土"};

constexpr std::string_view kStyle = R"css(
:root { color-scheme: light dark; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 40rem; padding: 1rem; font: 1.0625rem/1.6 "BIZ UDGothic", "Hiragino Sans", "Noto Sans JP", sans-serif; color: #1f2a37; background: #faf7f2; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; }
h2 { font-size: 1.125rem; margin: 1.75rem 0 .5rem; }
p { margin: .25rem 0; }
table { width: 100%; border-collapse: collapse; background: #fff; border: 1px solid #e6dfd5; border-radius: .75rem; overflow: hidden; }
th, td { padding: .55rem .4rem; text-align: center; white-space: nowrap; border-bottom: 1px solid #e6dfd5; font-weight: 400; }
thead th { background: #f3ede4; font-weight: 700; }
tbody th { text-align: left; padding-left: .75rem; }
tr:last-child th, tr:last-child td { border-bottom: 0; }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.many { color: #17603f; font-weight: 700; }
.few { color: #7a4d00; font-weight: 700; }
.none { color: #5b6472; }
.sat { color: #1f5c99; }
.sun { color: #a52a1a; }
footer { margin-top: 2rem; font-size: .9375rem; color: #4b5563; }
@media (prefers-color-scheme: dark) {
  body { background: #14110e; color: #e8dccb; }
  table { background: #1d1915; border-color: #3a322a; }
  th, td { border-color: #3a322a; }
  thead th { background: #2b241d; }
  .many { color: #8fd6b0; } .few { color: #f0c070; } .none { color: #a89a88; }
  .sat { color: #9cc4ee; } .sun { color: #f2a394; }
  footer { color: #b8a994; }
}
)css";

std::string escaped(std::string_view text) {
    std::string out;
    for (const char sign : text) {
        switch (sign) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out += sign;
        }
    }
    return out;
}

std::string cell(const FreeCount& count, bool over) {
    if (over) return R"(<td class="none">終了</td>)";
    if (count.free + count.taken == 0) return R"(<td class="none">休み</td>)";
    if (count.free == 0) return R"(<td class="none">× 満員</td>)";
    if (count.free == 1) return R"(<td class="few">△ <span class="said">残り</span>1</td>)";
    return fmt::format(R"(<td class="many">○ <span class="said">空き</span>{}</td>)", count.free);
}

std::string row(const FreeDay& day, const std::vector<std::size_t>& columns, Date today) {
    const unsigned weekday = std::chrono::weekday(day.day).c_encoding();
    const std::string_view tint = weekday == 0 ? R"( class="sun")" : weekday == 6 ? R"( class="sat")" : "";
    std::string text = fmt::format(R"(<tr><th scope="row"{}><time datetime="{}">{}({})</time></th>)", tint,
                                   date_text(day.day), month_day_text(day.day), kWeekdays[weekday]);
    for (const std::size_t column : columns) text += cell(day.kinds[column], day.day < today);
    return text + "</tr>\n";
}

std::string head(const std::vector<std::size_t>& columns) {
    std::string text = R"(<thead><tr><th scope="col">日にち</th>)";
    for (const std::size_t column : columns)
        text += fmt::format(R"(<th scope="col">{}</th>)", kNames[column]);
    return text + "</tr></thead>\n";
}

}  // namespace

std::string free_page(std::string_view clinic_name, Instant as_of, const std::vector<FreeDay>& days) {
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < kKinds.size(); ++i)
        if (std::ranges::any_of(days, [&](const FreeDay& day) { return day.kinds[i] != FreeCount{}; }))
            columns.push_back(i);
    const std::string name = escaped(clinic_name);
    std::string page = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
        "content=\"width=device-width, initial-scale=1\">\n<title>空き状況 "
        "{0}</title>\n<style>{1}</style>\n</head>\n"
        "<body>\n<main>\n<h1>{0}</h1>\n<p>産後ケアの空き状況です。<time datetime=\"{2}\">{3} {4}</time> "
        "現在</p>\n"
        "<p>○ 空きあり　△ 残り1　× 満員（数字は空いている数）</p>\n",
        name, kStyle, instant_text(as_of), era_date_text(japan_date(as_of)), time_text(as_of));
    for (std::size_t begin = 0; begin < days.size(); begin += 7) {
        const std::size_t end = std::min(days.size(), begin + 7);
        const std::string id = fmt::format("week-{}", begin / 7 + 1);
        page += fmt::format("<h2 id=\"{}\">{}から{}</h2>\n<table aria-labelledby=\"{}\">\n", id,
                            month_day_text(days[begin].day), month_day_text(days[end - 1].day), id);
        page += head(columns) + "<tbody>\n";
        for (std::size_t i = begin; i < end; ++i) page += row(days[i], columns, japan_date(as_of));
        page += "</tbody>\n</table>\n";
    }
    page +=
        "</"
        "main>\n<footer><p>お申し込みの前に空きが変わることがあります。ご利用には、お住まいの市区町村の決定や"
        "利用者カードが必要です。</p></footer>\n</body>\n</html>\n";
    return page;
}

}  // namespace sango::report
