// The one file that sees toml++.

#include "shared/programme/fields.h"
#include "shared/programme/tree.h"

#include <fmt/format.h>
#include <toml++/toml.h>

namespace sango::programme {
namespace {

Node node_of(const toml::node& from, int depth, Complaints& complaints);

int line_of(const toml::node& node) {
    return static_cast<int>(node.source().begin.line);
}

std::optional<Date> day_of(const toml::date& day) {
    return parse_date(fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day));
}

Node::Members members_of(const toml::table& table, int depth, Complaints& complaints) {
    Node::Members members;
    for (const auto& [key, value] : table)
        members.push_back({std::string(key.str()), node_of(value, depth + 1, complaints)});
    return members;
}

Node node_of(const toml::node& from, int depth, Complaints& complaints) {
    Node node;
    node.line = line_of(from);
    node.value = Node::Foreign{};
    if (depth > kDeepestNesting) {
        complaints.add(node.line, "", "入れ子が深すぎます。", "is nested too deeply.");
    } else if (const auto* table = from.as_table()) {
        node.value = members_of(*table, depth, complaints);
    } else if (const auto* array = from.as_array()) {
        Node::Items items;
        for (const toml::node& item : *array) items.push_back(node_of(item, depth + 1, complaints));
        node.value = std::move(items);
    } else if (const auto* flag = from.as_boolean()) {
        node.value = flag->get();
    } else if (const auto* number = from.as_integer()) {
        node.value = number->get();
    } else if (const auto* text = from.as_string()) {
        node.value = text->get();
    } else if (const auto* day = from.as_date()) {
        if (const auto known = day_of(day->get())) node.value = *known;
    } else if (const auto* time = from.as_time(); time != nullptr && time->get().nanosecond == 0) {
        node.value = std::chrono::seconds(std::chrono::hours(time->get().hour) +
                                          std::chrono::minutes(time->get().minute) +
                                          std::chrono::seconds(time->get().second));
    }
    return node;
}

}  // namespace

Result<Node> parse_toml(std::string_view text, std::string_view file_name) {
    Complaints complaints(file_name);
    if (text.size() > kLargestDocument) {
        complaints.add(1, "", "ファイルが大きすぎます（1 MiB まで）。",
                       "the file is too large (1 MiB at most).");
        return complaints.first();
    }
    try {
        const toml::table table = toml::parse(text, std::string(file_name));
        Node root = node_of(table, 0, complaints);
        if (root.line == 0) root.line = 1;
        if (!complaints.none()) return complaints.first();
        return root;
    } catch (const toml::parse_error& wrong) {
        complaints.add(static_cast<int>(wrong.source().begin.line), "",
                       fmt::format("TOML として読めません。（{}）", wrong.description()),
                       fmt::format("this is not TOML. ({})", wrong.description()));
    } catch (const std::exception&) {
        complaints.add(1, "", "ファイルを読み取れません。", "the file cannot be read.");
    }
    return complaints.first();
}

}  // namespace sango::programme
