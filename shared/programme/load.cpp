#include "shared/programme/loading.h"
#include "shared/programme/programme.h"

#include <algorithm>
#include <charconv>
#include <set>

#include <fmt/format.h>

namespace sango::programme {
namespace {

constexpr std::int64_t kFormat = 1;
constexpr int kLastRevision = 999;
const Message kYen{"円", "yen"};

bool all_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// 全国地方公共団体コード: five digits and a check digit (weights 6 to 2, modulus 11).
bool is_government_code(std::string_view code) {
    if (code.size() != 6 || !all_digits(code)) return false;
    int sum = 0;
    for (std::size_t i = 0; i < 5; ++i) sum += (code[i] - '0') * (6 - static_cast<int>(i));
    return (11 - sum % 11) % 10 == code[5] - '0';
}

bool is_id(std::string_view id) {
    return !id.empty() && id.size() <= 40 && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || c == '-' || c == '_';
    });
}

std::optional<std::uint32_t> colour_from(std::string_view text) {
    std::uint32_t value = 0;
    if (text.size() != 7 || text[0] != '#') return std::nullopt;
    const auto [end, wrong] = std::from_chars(text.data() + 1, text.data() + 7, value, 16);
    if (wrong != std::errc() || end != text.data() + 7) return std::nullopt;
    return value;
}

void read_header(Loading& loading, Fields root) {
    Rules& rules = loading.rules;
    Fields header = root.must("programme").table("programme");
    rules.id = header.must("id").text("id").value_or("");
    if (header.there() && !is_id(rules.id))
        header.complain("id", "小文字のローマ字で書いてください。", "must be lower-case letters.");
    rules.code = header.must("code").text("code").value_or("");
    if (header.there() && !is_government_code(rules.code))
        header.complain("code", "全国地方公共団体コード（検査数字を含む6桁）で書いてください。",
                        "must be a local government code of six digits with its check digit.");
    rules.name = header.must("name").message("name").value_or(Message{});
    rules.scheme = header.must("scheme").message("scheme").value_or(Message{});
    rules.contact = header.must("contact").message("contact").value_or(Message{});
    rules.phone = header.text("phone").value_or("");
    const auto colour = colour_from(header.must("colour").text("colour").value_or(""));
    if (header.there() && !colour)
        header.complain("colour", "#2E8B62 の形で書いてください。", "must be written like #2E8B62.");
    rules.colour = colour.value_or(0);
    rules.valid_from = header.must("valid_from").date("valid_from").value_or(Date{});
    rules.valid_to = header.date("valid_to");
    rules.revision = static_cast<int>(header.whole("revision", 1, kLastRevision).value_or(1));
    if (rules.valid_to && *rules.valid_to < rules.valid_from)
        header.complain("valid_to", "valid_from より前の日です。", "is before valid_from.");
    if (const auto prefix = header.text("user_number_prefix")) {
        if (prefix->size() == 1 && (*prefix)[0] >= 'A' && (*prefix)[0] <= 'Z' && (*prefix)[0] != 'I' &&
            (*prefix)[0] != 'L' && (*prefix)[0] != 'O' && (*prefix)[0] != 'U')
            rules.user_number_prefix = (*prefix)[0];
        else
            header.complain("user_number_prefix", "I・L・O・U を除く大文字1字で書いてください。",
                            "must be one capital letter other than I, L, O and U.");
    }
    rules.source = read_source(header);
    header.finish();
}

void read_setting(Loading& loading, Fields& from) {
    OpenSetting setting;
    setting.name = from.must("name").text("name").value_or("");
    if (loading.rules.setting(setting.name) != nullptr)
        from.complain("name", "同じ名前の設定がもうあります。", "is declared twice.");
    const auto by = from.must("by").word("by", {"municipality", "clinic"});
    setting.by = by == "clinic" ? OpenSetting::By::clinic : OpenSetting::By::municipality;
    setting.question = from.must("question").message("question").value_or(Message{});
    setting.least = from.must("least").whole("least", 0, kHighestPrice).value_or(0);
    setting.most = from.must("most").whole("most", 0, kHighestPrice).value_or(0);
    if (setting.most < setting.least)
        from.complain("most", "least より小さい数です。", "is less than least.");
    setting.source = read_source(from);
    loading.rules.settings.push_back(std::move(setting));
}

/// The setting's name where `key` holds {setting = "name"}.
std::optional<std::string> read_open(Loading& loading, Fields& from, std::string_view key,
                                     OpenSetting::Kind kind, const Message& counter) {
    const Node* node = from.find(key);
    if (node == nullptr || !std::holds_alternative<Node::Members>(node->value)) return std::nullopt;
    Fields open = from.table(key);
    std::string setting = open.must("setting").text("setting").value_or("");
    open.finish();
    loading.settings_used.push_back(
        {setting, OpenSetting::By::municipality, kind, counter, node->line, from.path_of(key)});
    return setting;
}

/// Each setting that a rule reads is declared, and is of one kind.
void check_settings(Loading& loading) {
    std::set<std::string_view> met;
    for (const SettingUse& use : loading.settings_used) {
        const auto declared =
            std::ranges::find(loading.rules.settings, use.name, [](const auto& one) { return one.name; });
        if (declared == loading.rules.settings.end() || declared->by != use.by) {
            loading.complaints.add(
                use.line, use.path,
                fmt::format("設定「{}」が [[setting]] にありません（by も合わせてください）。", use.name),
                fmt::format("the setting {} is not declared under [[setting]] with that `by`.", use.name));
        } else if (met.insert(use.name).second) {
            declared->kind = use.kind;
            declared->counter = use.counter;
        } else if (declared->kind != use.kind || declared->counter != use.counter) {
            loading.complaints.add(
                use.line, use.path,
                fmt::format("設定「{}」は、別の種類の数としても使われています。", use.name),
                fmt::format("the setting {} is read as a number of another kind, too.", use.name));
        }
    }
}

void check_no_idle_setting(Loading& loading, Fields& root) {
    for (const OpenSetting& setting : loading.rules.settings) {
        const bool used = std::any_of(loading.settings_used.begin(), loading.settings_used.end(),
                                      [&](const SettingUse& use) { return use.name == setting.name; });
        if (!used)
            root.complain("setting", fmt::format("設定「{}」を使う規則がありません。", setting.name),
                          fmt::format("no rule reads the setting {}.", setting.name));
    }
}

}  // namespace

std::string read_source(Fields& from, std::string_view key) {
    std::string source = from.must(key).text(key).value_or("");
    if (from.there() && (source.size() < 5 || !all_digits(source.substr(0, 3)) || source[3] != ' '))
        from.complain(key, "資料の番号と節を「002 利用日数 ※1」の形で書いてください。",
                      "must name the document and section, like \"002 利用日数 ※1\".");
    return source;
}

std::optional<Figure> read_figure(Loading& loading, Fields& from, std::string_view key, int least, int most,
                                  OpenSetting::Kind kind, const Message& counter) {
    if (auto setting = read_open(loading, from, key, kind, counter)) return Figure{0, std::move(*setting)};
    const auto number = from.whole(key, least, most);
    return number ? std::optional(Figure{static_cast<int>(*number), {}}) : std::nullopt;
}

std::optional<Price> read_price(Loading& loading, Fields& from, std::string_view key) {
    if (auto setting = read_open(loading, from, key, OpenSetting::Kind::yen, kYen))
        return Price{Yen(), std::move(*setting)};
    const auto yen = read_yen(from, key);
    return yen ? std::optional(Price{*yen, {}}) : std::nullopt;
}

std::optional<Yen> read_yen(Fields& from, std::string_view key) {
    const auto number = from.whole(key, 0, kHighestPrice);
    return number ? std::optional(Yen(*number)) : std::nullopt;
}

std::string read_clinic_setting(Loading& loading, Fields& from, std::string_view key,
                                OpenSetting::Kind kind) {
    const auto name = from.must(key).text(key);
    if (!name) return {};
    const bool months = kind == OpenSetting::Kind::months;
    loading.settings_used.push_back(
        {*name, OpenSetting::By::clinic, kind, months ? kMonths : Message{}, from.line(), from.path_of(key)});
    return *name;
}

std::vector<Service> read_services(Fields& from, std::string_view key) {
    std::vector<Service> services;
    for (const std::string& word : from.must(key).words(
             key, {"short_stay", "day_care", "outreach", "sibling_short_stay", "sibling_day_care"}))
        if (const auto service = service_from(word)) services.push_back(*service);
    return services;
}

Result<Programme> load_programme(std::string_view toml, std::string_view file_name) {
    const auto tree = parse_toml(toml, file_name);
    if (!tree) return tree.error();
    Complaints complaints(file_name);
    Loading loading{complaints, {}, {}};
    Fields root(complaints, *tree, "");

    root.must("format").whole("format", kFormat, kFormat);
    root.tick("programme");
    read_header(loading, root);

    Fields services = root.must("service").table("service");
    for (int i = 0; i < kServiceCount; ++i) {
        const auto service = static_cast<Service>(i);
        Fields one = services.table(word(service));
        if (one.there()) read_service(loading, one, service);
    }
    services.finish();
    if (services.there() && loading.rules.offered.empty())
        root.complain("service", "サービスが一つもありません。", "holds no service.");

    root.tables("limit", [&](Fields& limit) { read_limit(loading, limit); });
    read_conditions(loading, root);
    root.tables("setting", [&](Fields& setting) { read_setting(loading, setting); });
    check_settings(loading);
    check_no_idle_setting(loading, root);
    root.finish();

    if (!complaints.none()) return complaints.first();
    return Programme(std::make_shared<const Rules>(std::move(loading.rules)));
}

}  // namespace sango::programme
