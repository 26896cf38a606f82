#include "shared/base/text.h"
#include "shared/clinic/csv.h"
#include "shared/clinic/csv_fields.h"
#include "shared/clinic/earlier_uses.h"
#include "shared/clinic/writing.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace sango::clinic {
namespace {

enum class Column {
    programme,
    user_number,
    service,
    date,
    days,
    units,
    born,
    copay_yen,
    first_time,
    applied,
    decided
};
constexpr std::size_t kRequired = 7;
struct ColumnName {
    std::string_view en;
    std::string_view ja;
};
constexpr std::array<ColumnName, 11> kColumns{{{"programme", "事業"},
                                               {"user_number", "利用者番号"},
                                               {"service", "サービス"},
                                               {"date", "利用日"},
                                               {"days", "日数"},
                                               {"units", "回数"},
                                               {"born", "生年月日"},
                                               {"copay_yen", "利用者負担額"},
                                               {"first_time", "初回"},
                                               {"applied", "申込数"},
                                               {"decided", "利用決定数"}}};
using Where = std::array<std::optional<std::size_t>, kColumns.size()>;

constexpr std::string_view name_of(Column column) {
    return kColumns[static_cast<std::size_t>(column)].en;
}

Result<Where> read_header(const CsvLine& header) {
    Where where;
    for (std::size_t i = 0; i < header.fields.size(); ++i) {
        const std::string_view written = trim(header.fields[i]);
        const std::string plain = narrow(written);
        const auto* const column = std::ranges::find_if(
            kColumns, [&](const ColumnName& one) { return written == one.ja || plain == one.en; });
        if (column == kColumns.end())
            return csv_error(header.number, "", fmt::format("{}列目の見出しがわかりません。", i + 1),
                             fmt::format("The name of column {} is not known.", i + 1));
        auto& at = where[static_cast<std::size_t>(column - kColumns.begin())];
        if (at)
            return csv_error(header.number, column->en, "同じ見出しが2つあります。", "It is there twice.");
        at = i;
    }
    for (std::size_t i = 0; i < kRequired; ++i)
        if (!where[i])
            return csv_error(header.number, kColumns[i].en, "この列が必要です。", "This column is needed.");
    return where;
}

/// One line beside its header; the first field that does not fit is remembered.
class LineReader {
public:
    LineReader(const CsvLine& line, const Where& where) : line_(line), where_(where) {}

    [[nodiscard]] std::string text(Column column) const {
        const auto at = where_[static_cast<std::size_t>(column)];
        return at ? std::string(trim(line_.fields[*at])) : std::string();
    }
    void complain(Column column, std::string_view ja, std::string_view en) {
        if (!wrong_) wrong_ = csv_error(line_.number, name_of(column), ja, en);
    }
    std::optional<int> whole(Column column, int least, int most) {
        const std::string written = text(column);
        if (written.empty()) return std::nullopt;
        const auto number = csv_whole(written);
        if (!number || *number < least || *number > most) {
            complain(column, fmt::format("{}から{}までの整数を入れてください。", least, most),
                     fmt::format("It must be a whole number from {} to {}.", least, most));
            return std::nullopt;
        }
        return static_cast<int>(*number);
    }
    std::optional<Date> day(Column column) {
        const std::string written = text(column);
        if (written.empty()) return std::nullopt;
        const auto day = csv_day(written);
        if (!day)
            complain(column, "日付として読めません（例: 2026-05-10）。",
                     "It is not a date (like 2026-05-10).");
        return day;
    }
    template <class T>
    T needed(Column column, std::optional<T> value) {
        if (!value) complain(column, "空欄です。値を入れてください。", "It is empty; it is needed.");
        return value.value_or(T{});
    }
    [[nodiscard]] const std::optional<Error>& wrong() const { return wrong_; }

private:
    const CsvLine& line_;
    const Where& where_;
    std::optional<Error> wrong_;
};

std::optional<programme::Service> service_named(const programme::Programme& programme,
                                                std::string_view written) {
    if (const auto service = programme::service_from(narrow(written))) return service;
    for (const programme::Service service : programme.services()) {
        const Message name = programme.service_name(service);
        if (written == name.ja || written == name.en) return service;
    }
    return std::nullopt;
}

EarlierUse read_use(LineReader& line, const programme::Catalogue& programmes, Date today) {
    EarlierUse use;
    const programme::Programme* programme = csv_programme(programmes, line.text(Column::programme));
    if (programme == nullptr) {
        line.complain(Column::programme, "この自治体の事業は登録されていません。",
                      "This municipality's programme is not known here.");
        return use;
    }
    use.programme = programme->id();
    use.user_number = narrow(line.text(Column::user_number));
    if (use.user_number.empty() || !is_line(use.user_number, 64))
        line.complain(Column::user_number, "利用者番号がないか、正しくありません。",
                      "The user number is missing or not right.");
    const auto service = service_named(*programme, line.text(Column::service));
    if (!service)
        line.complain(Column::service, "サービスの種類がわかりません（例: short_stay）。",
                      "It is no service (like short_stay).");
    use.service = service.value_or(programme::Service::day_care);
    use.first_day = line.needed(Column::date, line.day(Column::date));
    if (use.first_day > today)
        line.complain(Column::date, "まだ来ていない日です。", "That day has not come yet.");
    use.days = line.needed(Column::days, line.whole(Column::days, 0, 60));
    use.units = line.needed(Column::units, line.whole(Column::units, use.days == 0 ? 0 : 1, 60));
    use.born = line.day(Column::born);
    if (use.born && *use.born > use.first_day)
        line.complain(Column::born, "利用日よりあとの日です。", "It is after the day of use.");
    if (const auto yen = line.whole(Column::copay_yen, 0, 9'999'999)) use.copay = Yen(*yen);
    if (const std::string written = line.text(Column::first_time); !written.empty()) {
        use.first_time = csv_flag(written);
        if (!use.first_time)
            line.complain(Column::first_time, "はい・いいえのどちらかを入れてください。",
                          "It must be yes or no.");
    }
    use.applied = line.whole(Column::applied, 0, 100'000);
    use.decided = line.whole(Column::decided, 0, 100'000);
    if (use.days == 0 && use.applied.value_or(0) == 0 && use.decided.value_or(0) == 0)
        line.complain(Column::days, "0日は、利用に至らなかった申込だけです（申込数を入れてください）。",
                      "0 days is for applications that led to no use (give applied).");
    return use;
}

/// One error for all broken lines.
Error all_of(const std::vector<Error>& faults) {
    constexpr std::size_t kMostTold = 20;
    Error all{"bad_csv", {}};
    for (std::size_t i = 0; i < std::min(faults.size(), kMostTold); ++i) {
        const std::string_view between = i == 0 ? "" : "\n";
        all.message.ja += fmt::format("{}{}", between, faults[i].message.ja);
        all.message.en += fmt::format("{}{}", between, faults[i].message.en);
    }
    if (faults.size() > kMostTold) {
        all.message.ja += fmt::format("\nほかに{}行あります。", faults.size() - kMostTold);
        all.message.en += fmt::format("\nAnd {} more lines.", faults.size() - kMostTold);
    }
    return all;
}

}  // namespace

Result<std::vector<EarlierUse>> read_earlier_uses(std::string_view file,
                                                  const programme::Catalogue& programmes, Date today) {
    const auto lines = read_csv(file);
    if (!lines) return lines.error();
    if (lines->empty())
        return csv_error(1, "", "見出しの行がありません。", "There is no line that names the columns.");
    const CsvLine& header = lines->front();
    const auto where = read_header(header);
    if (!where) return where.error();
    std::vector<EarlierUse> uses;
    std::vector<Error> faults;
    for (auto at = std::next(lines->begin()); at != lines->end(); ++at) {
        if (at->fields.size() != header.fields.size()) {
            faults.push_back(csv_error(
                at->number, "", fmt::format("列の数が見出し（{}列）と合いません。", header.fields.size()),
                fmt::format("It does not have the {} columns of the header.", header.fields.size())));
            continue;
        }
        LineReader line(*at, *where);
        uses.push_back(read_use(line, programmes, today));
        uses.back().line = at->number;
        if (line.wrong()) faults.push_back(*line.wrong());
    }
    if (!faults.empty()) return all_of(faults);
    return uses;
}

}  // namespace sango::clinic
