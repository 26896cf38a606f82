#include "shared/clinic/mother_csv.h"

#include "shared/base/text.h"
#include "shared/clinic/csv.h"
#include "shared/clinic/csv_fields.h"
#include "shared/clinic/writing.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

namespace sango::clinic {
namespace {

enum class Column {
    programme,
    user_number,
    name,
    kana,
    address,
    phone,
    allergies,
    child_name,
    born,
    due,
    weight_g,
    household,
    household_confirmed_on,
    moved_out_on,
    loss_on,
    resident
};
struct ColumnName {
    std::string_view en;
    std::string_view ja;
};
constexpr std::array<ColumnName, 16> kColumns{{{"programme", "事業"},
                                               {"user_number", "利用者番号"},
                                               {"name", "氏名"},
                                               {"kana", "ふりがな"},
                                               {"address", "住所"},
                                               {"phone", "電話"},
                                               {"allergies", "アレルギー"},
                                               {"child_name", "お子さんの名前"},
                                               {"born", "生年月日"},
                                               {"due", "出産予定日"},
                                               {"weight_g", "出生体重"},
                                               {"household", "世帯"},
                                               {"household_confirmed_on", "世帯確認日"},
                                               {"moved_out_on", "転出日"},
                                               {"loss_on", "流産死産日"},
                                               {"resident", "住民"}}};

std::optional<std::size_t> column_named(std::string_view written) {
    // narrow() is for numbers: it would take the ー of アレルギー for a hyphen.
    const std::string_view name = trim(written);
    for (std::size_t i = 0; i < kColumns.size(); ++i)
        if (name == kColumns[i].ja || narrow(name) == kColumns[i].en) return i;
    return std::nullopt;
}

std::optional<programme::Household> read_household(std::string_view text) {
    if (text == "課税") return programme::Household::taxed;
    if (text == "非課税") return programme::Household::tax_exempt;
    if (text == "生活保護") return programme::Household::welfare;
    return programme::household_from(text);
}

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> parts;
    while (true) {
        const std::size_t semicolon = std::min(text.find(';'), text.size());
        parts.emplace_back(trim(text.substr(0, semicolon)));
        if (semicolon == text.size()) return parts;
        text.remove_prefix(semicolon + 1);
    }
}

/// One line beside its header.
class LineReader {
public:
    LineReader(const CsvLine& line, const std::array<std::optional<std::size_t>, kColumns.size()>& where)
        : line_(line), where_(where) {}

    [[nodiscard]] std::string text(Column column) const {
        const auto at = where_[static_cast<std::size_t>(column)];
        return at ? std::string(trim(line_.fields[*at])) : std::string();
    }
    [[nodiscard]] Error wrong(Column column, std::string_view ja, std::string_view en) const {
        return csv_error(line_.number, kColumns[static_cast<std::size_t>(column)].en, ja, en);
    }
    Result<Done> read_line(Column column, std::string& into) const {
        into = text(column);
        if (!is_line(into, kMostLineBytes))
            return wrong(column, "使えない文字があるか、長すぎます。",
                         "It holds signs that cannot be kept, or is too long.");
        return Done{};
    }
    Result<Done> read_date(Column column, std::string_view written, std::optional<Date>& into) const {
        if (written.empty()) return Done{};
        into = csv_day(written);
        if (!into)
            return wrong(column, "日付として読めません（例: 2026-05-10）。",
                         "It is not a date (like 2026-05-10).");
        return Done{};
    }
    Result<Done> read_date(Column column, std::optional<Date>& into) const {
        return read_date(column, text(column), into);
    }

private:
    const CsvLine& line_;
    const std::array<std::optional<std::size_t>, kColumns.size()>& where_;
};

Result<Done> read_weight(const LineReader& line, const std::string& written, std::optional<int>& into) {
    if (written.empty()) return Done{};
    const std::string text = narrow(written);
    int grams = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), grams);
    if (failed != std::errc() || end != text.data() + text.size() || grams < 100 || grams > 29'999)
        return line.wrong(Column::weight_g, "グラムの数として読めません（例: 3020）。",
                          "It is not a number of grams (like 3020).");
    into = grams;
    return Done{};
}

Result<Done> read_children(const LineReader& line, std::vector<Child>& children) {
    std::array<std::vector<std::string>, 4> parts;
    constexpr std::array kOfChild{Column::child_name, Column::born, Column::due, Column::weight_g};
    std::size_t count = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (const std::string text = line.text(kOfChild[i]); !text.empty()) parts[i] = split(text);
        count = std::max(count, parts[i].size());
    }
    if (count > 10)
        return line.wrong(Column::born, "お子さんの人数が多すぎます。", "There are too many children.");
    const auto part = [&](std::size_t column, std::size_t child) {
        if (column == 2 && parts[column].size() == 1) return parts[column].front();
        return child < parts[column].size() ? parts[column][child] : std::string();
    };
    for (std::size_t i = 0; i < count; ++i) {
        Child& child = children.emplace_back();
        child.name = part(0, i);
        if (!is_line(child.name, kMostLineBytes))
            return line.wrong(Column::child_name, "使えない文字があるか、長すぎます。",
                              "It holds signs that cannot be kept, or is too long.");
        if (auto read = line.read_date(Column::born, part(1, i), child.born); !read) return read;
        if (auto read = line.read_date(Column::due, part(2, i), child.due); !read) return read;
        if (auto read = read_weight(line, part(3, i), child.weight_g); !read) return read;
    }
    return Done{};
}

Result<Registration> read_registration(const LineReader& line, const programme::Catalogue& programmes,
                                       Date today) {
    Registration told;
    told.source = "csv";
    told.user_number = narrow(line.text(Column::user_number));
    if (told.user_number.empty() || !is_line(told.user_number, 64))
        return line.wrong(Column::user_number, "利用者番号がないか、正しくありません。",
                          "The user number is missing or not right.");
    for (const auto& [column, into] : {std::pair{Column::name, &told.name},
                                       {Column::kana, &told.kana},
                                       {Column::address, &told.address},
                                       {Column::phone, &told.phone},
                                       {Column::allergies, &told.allergies}})
        if (auto read = line.read_line(column, *into); !read) return read.error();
    if (auto read = read_children(line, told.children); !read) return read.error();
    if (const std::string text = line.text(Column::household); !text.empty()) {
        told.facts.household = read_household(text);
        if (!told.facts.household)
            return line.wrong(Column::household, "課税・非課税・生活保護のどれかを入れてください。",
                              "It must be taxed, tax_exempt or welfare.");
    }
    if (const std::string text = narrow(line.text(Column::resident)); !text.empty()) {
        told.facts.resident = csv_flag(text);
        if (!told.facts.resident)
            return line.wrong(Column::resident, "はい・いいえのどちらかを入れてください。",
                              "It must be yes or no.");
    }
    for (const auto& [column, into] :
         {std::pair{Column::household_confirmed_on, &told.facts.household_confirmed_on},
          {Column::moved_out_on, &told.facts.moved_out_on},
          {Column::loss_on, &told.facts.loss_on}})
        if (auto read = line.read_date(column, *into); !read) return read.error();
    const std::string named = line.text(Column::programme);
    const programme::Programme* programme = programmes.find(narrow(named), today);
    for (const programme::Programme& one : programmes.all())
        if (programme == nullptr && (one.name().ja == named || one.name().en == named))
            programme = programmes.find(one.id(), today);
    if (programme == nullptr)
        return line.wrong(Column::programme, "この自治体の事業は登録されていません。",
                          "This municipality's programme is not known here.");
    told.programme = programme->id();
    return told;
}

}  // namespace

Result<std::vector<CsvRegistration>> read_mothers(std::string_view file,
                                                  const programme::Catalogue& programmes, Date today) {
    const auto lines = read_csv(file);
    if (!lines) return lines.error();
    if (lines->empty())
        return csv_error(1, "", "見出しの行がありません。", "There is no line that names the columns.");
    std::array<std::optional<std::size_t>, kColumns.size()> where;
    const CsvLine& header = lines->front();
    for (std::size_t i = 0; i < header.fields.size(); ++i) {
        const auto column = column_named(header.fields[i]);
        if (!column)
            return csv_error(header.number, "", fmt::format("{}列目の見出しがわかりません。", i + 1),
                             fmt::format("The name of column {} is not known.", i + 1));
        if (where[*column])
            return csv_error(header.number, kColumns[*column].en, "同じ見出しが2つあります。",
                             "It is there twice.");
        where[*column] = i;
    }
    for (const Column needed : {Column::programme, Column::user_number})
        if (!where[static_cast<std::size_t>(needed)])
            return csv_error(header.number, kColumns[static_cast<std::size_t>(needed)].en,
                             "この列が必要です。", "This column is needed.");
    std::vector<CsvRegistration> registrations;
    for (auto line = std::next(lines->begin()); line != lines->end(); ++line) {
        if (line->fields.size() != header.fields.size())
            return csv_error(
                line->number, "", fmt::format("列の数が見出し（{}列）と合いません。", header.fields.size()),
                fmt::format("It does not have the {} columns of the header.", header.fields.size()));
        auto told = read_registration(LineReader(*line, where), programmes, today);
        if (!told) return told.error();
        registrations.push_back({line->number, std::move(*told)});
    }
    return registrations;
}

}  // namespace sango::clinic
