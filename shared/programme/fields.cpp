#include "shared/programme/fields.h"

#include "shared/base/text.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sango::programme {
namespace {

/// A field's name for a message: one line, never long, whatever was written there.
std::string printable(std::string_view field) {
    std::u32string shown;
    for (const char32_t c : code_points(field)) {
        if (shown.size() == 80) {
            shown += U'…';
            break;
        }
        shown += c < 0x20 || c == 0x7f || c == 0x85 || c == 0x2028 || c == 0x2029 ? U'?' : c;
    }
    return utf8(shown);
}

std::string quoted_list(std::initializer_list<std::string_view> words) {
    return fmt::format("{}", fmt::join(words, ", "));
}

bool among(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

void Complaints::add(int line, std::string_view field, std::string_view ja, std::string_view en) {
    if (first_) return;
    std::string place;
    if (!file_name_.empty()) place = fmt::format("{}:{}: ", printable(file_name_), line);
    if (!field.empty()) place += printable(field) + ": ";
    first_ = Error{"malformed", Message{place + std::string(ja), place + std::string(en)}};
}

Fields::Fields(Complaints& complaints, const Node& node, std::string path)
    : complaints_(&complaints), path_(std::move(path)), line_(node.line) {
    members_ = std::get_if<Node::Members>(&node.value);
    if (members_ == nullptr)
        complaints.add(line_, path_, "項目の組（表）で書いてください。", "must be a table of fields.");
}

std::string Fields::path_of(std::string_view key) const {
    return path_.empty() ? std::string(key) : fmt::format("{}.{}", path_, key);
}

void Fields::complain(std::string_view key, std::string_view ja, std::string_view en) {
    int line = line_;
    if (members_ != nullptr)
        for (const Member& member : *members_)
            if (member.key == key) line = member.node.line;
    complaints_->add(line, path_of(key), ja, en);
}

void Fields::wrong(const Node& node, std::string_view key, std::string_view ja, std::string_view en) {
    complaints_->add(node.line, path_of(key), ja, en);
}

const Node* Fields::find(std::string_view key) {
    if (members_ == nullptr) return nullptr;
    tick(key);
    for (const Member& member : *members_)
        if (member.key == key) return member.node.is_null() ? nullptr : &member.node;
    return nullptr;
}

Fields& Fields::must(std::string_view key) {
    if (members_ != nullptr && find(key) == nullptr) complain(key, "必要な項目がありません。", "is missing.");
    return *this;
}

std::optional<std::string> Fields::text(std::string_view key) {
    const Node* node = find(key);
    if (node == nullptr) return std::nullopt;
    const auto* text = std::get_if<std::string>(&node->value);
    if (text == nullptr || trim(*text).empty()) {
        wrong(*node, key, "空でない文字で書いてください。", "must be text that is not empty.");
        return std::nullopt;
    }
    return *text;
}

std::optional<bool> Fields::flag(std::string_view key) {
    const Node* node = find(key);
    if (node == nullptr) return std::nullopt;
    const auto* flag = std::get_if<bool>(&node->value);
    if (flag == nullptr) {
        wrong(*node, key, "true か false で書いてください。", "must be true or false.");
        return std::nullopt;
    }
    return *flag;
}

std::optional<std::int64_t> Fields::whole(std::string_view key, std::int64_t least, std::int64_t most) {
    const Node* node = find(key);
    if (node == nullptr) return std::nullopt;
    const auto* number = std::get_if<std::int64_t>(&node->value);
    if (number == nullptr || *number < least || *number > most) {
        wrong(*node, key, fmt::format("{}から{}までの整数で書いてください。", least, most),
              fmt::format("must be a whole number from {} to {}.", least, most));
        return std::nullopt;
    }
    return *number;
}

std::optional<Date> Fields::date(std::string_view key) {
    const Node* node = find(key);
    if (node == nullptr) return std::nullopt;
    if (const auto* day = std::get_if<Date>(&node->value)) return *day;
    if (const auto* text = std::get_if<std::string>(&node->value))
        if (const auto day = parse_date(*text)) return day;
    wrong(*node, key, "暦にある日付を 2026-04-01 の形で書いてください。",
          "must be a day of the calendar, written like 2026-04-01.");
    return std::nullopt;
}

std::optional<std::chrono::seconds> Fields::time_of_day(std::string_view key) {
    const Node* node = find(key);
    if (node == nullptr) return std::nullopt;
    if (const auto* time = std::get_if<std::chrono::seconds>(&node->value)) return *time;
    wrong(*node, key, "時刻を 10:00:00 の形で書いてください。",
          "must be a time of day, written like 10:00:00.");
    return std::nullopt;
}

std::optional<std::string> Fields::word(std::string_view key, std::initializer_list<std::string_view> words) {
    const Node* node = find(key);
    if (node == nullptr) return std::nullopt;
    const auto* text = std::get_if<std::string>(&node->value);
    if (text == nullptr || !among(*text, words)) {
        wrong(*node, key, fmt::format("次のどれかで書いてください: {}。", quoted_list(words)),
              fmt::format("must be one of {}.", quoted_list(words)));
        return std::nullopt;
    }
    return *text;
}

Fields Fields::table(std::string_view key) {
    const Node* node = find(key);
    return node == nullptr ? Fields(*complaints_) : Fields(*complaints_, *node, path_of(key));
}

void Fields::tables(std::string_view key, const std::function<void(Fields&)>& read) {
    const Node* node = find(key);
    if (node == nullptr) return;
    const auto* items = std::get_if<Node::Items>(&node->value);
    if (items == nullptr) {
        wrong(*node, key, "一覧（配列）で書いてください。", "must be a list.");
        return;
    }
    for (std::size_t i = 0; i < items->size() && complaints_->none(); ++i) {
        Fields item(*complaints_, (*items)[i], fmt::format("{}[{}]", path_of(key), i));
        read(item);
        item.finish();
    }
}

std::vector<std::string> Fields::words(std::string_view key,
                                       std::initializer_list<std::string_view> allowed) {
    const Node* node = find(key);
    if (node == nullptr) return {};
    std::vector<std::string> found;
    const auto* items = std::get_if<Node::Items>(&node->value);
    bool good = items != nullptr && !items->empty();
    for (std::size_t i = 0; good && i < items->size(); ++i) {
        const auto* text = std::get_if<std::string>(&(*items)[i].value);
        good = text != nullptr && among(*text, allowed) &&
               std::find(found.begin(), found.end(), *text) == found.end();
        if (good) found.push_back(*text);
    }
    if (good) return found;
    wrong(*node, key, fmt::format("次の言葉の一覧で、一度ずつ書いてください: {}。", quoted_list(allowed)),
          fmt::format("must be a list of these words, each once: {}.", quoted_list(allowed)));
    return {};
}

std::optional<Message> Fields::message(std::string_view key) {
    Fields both = table(key);
    if (!both.there()) return std::nullopt;
    const auto ja = both.must("ja").text("ja");
    const auto en = both.must("en").text("en");
    both.finish();
    if (!ja || !en) return std::nullopt;
    return Message{*ja, *en};
}

void Fields::finish() {
    if (members_ == nullptr) return;
    const Member* first = nullptr;
    for (const Member& member : *members_)
        if (std::find(ticked_.begin(), ticked_.end(), member.key) == ticked_.end() &&
            (first == nullptr || member.node.line < first->node.line))
            first = &member;
    if (first != nullptr)
        complaints_->add(first->node.line, path_of(first->key),
                         "この項目はありません。つづりを確かめてください。",
                         "is not a known field; check the spelling.");
}

}  // namespace sango::programme
