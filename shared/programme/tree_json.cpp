// The one file that reads JSON with nlohmann-json, by its event interface: the library's own tree keeps only
// the last of two equal names, and a request must not mean two things.

#include "shared/base/text.h"
#include "shared/programme/fields.h"
#include "shared/programme/tree.h"

#include <unordered_set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace sango::programme {
namespace {

class Builder final : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit Builder(Complaints& complaints) : complaints_(complaints) {}

    bool null() override { return put(Node::Null{}); }
    bool boolean(bool value) override { return put(value); }
    bool number_integer(std::int64_t value) override { return put(value); }
    bool number_unsigned(std::uint64_t value) override {
        if (value > static_cast<std::uint64_t>(INT64_MAX)) return put(Node::Foreign{});
        return put(static_cast<std::int64_t>(value));
    }
    bool number_float(double, const std::string&) override { return put(Node::Foreign{}); }
    bool string(std::string& value) override { return put(std::move(value)); }
    bool binary(nlohmann::json::binary_t&) override { return false; }

    bool start_object(std::size_t) override { return open(Node::Members{}); }
    bool start_array(std::size_t) override { return open(Node::Items{}); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(std::string& name) override {
        Open& top = open_.back();
        top.key = name;
        if (top.names.insert(name).second) return true;
        complaints_.add(0, path(), "同じ項目が二度あります。", "is given twice.");
        return false;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) override {
        complaints_.add(0, path(), fmt::format("JSON として読めません（{}バイトめ）。", position),
                        fmt::format("this is not JSON (at byte {}).", position));
        return false;
    }

    [[nodiscard]] Node& root() { return root_; }

private:
    struct Open {
        Node node;
        std::string key;
        std::unordered_set<std::string> names;
    };

    [[nodiscard]] std::string path() const {
        std::string path;
        for (const Open& at : open_) {
            if (const auto* items = std::get_if<Node::Items>(&at.node.value))
                path += fmt::format("[{}]", items->size());
            else
                path += (path.empty() || at.key.empty() ? "" : ".") + at.key;
        }
        return path;
    }

    template <class Value>
    bool put(Value value) {
        Node node;
        node.value = std::move(value);
        return place(std::move(node));
    }
    bool place(Node node) {
        if (open_.empty()) {
            root_ = std::move(node);
        } else if (auto* items = std::get_if<Node::Items>(&open_.back().node.value)) {
            items->push_back(std::move(node));
        } else {
            std::get<Node::Members>(open_.back().node.value).push_back({open_.back().key, std::move(node)});
            open_.back().key.clear();
        }
        return true;
    }
    template <class Value>
    bool open(Value value) {
        if (open_.size() == static_cast<std::size_t>(kDeepestNesting)) {
            complaints_.add(0, path(), "入れ子が深すぎます。", "is nested too deeply.");
            return false;
        }
        open_.emplace_back();
        open_.back().node.value = std::move(value);
        return true;
    }
    bool close() {
        Node done = std::move(open_.back().node);
        open_.pop_back();
        return place(std::move(done));
    }

    Complaints& complaints_;
    std::vector<Open> open_;
    Node root_;
};

}  // namespace

Result<Node> parse_json(std::string_view text) {
    Complaints complaints("");
    if (text.size() > kLargestDocument) {
        complaints.add(0, "", "入力が大きすぎます（1 MiB まで）。",
                       "the input is too large (1 MiB at most).");
        return complaints.first();
    }
    try {
        Builder builder(complaints);
        if (nlohmann::json::sax_parse(text, &builder)) return std::move(builder.root());
        if (complaints.none()) complaints.add(0, "", "JSON として読めません。", "this is not JSON.");
    } catch (const std::exception&) {
        complaints.add(0, "", "入力を読み取れません。", "the input cannot be read.");
    }
    return complaints.first();
}

std::string json_quoted(std::string_view text) {
    std::string out = "\"";
    for (const char32_t c : code_points(text)) {
        if (c == U'"' || c == U'\\') {
            out += '\\';
            out += static_cast<char>(c);
        } else if (c < 0x20 || c == 0x7f) {
            out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        } else {
            append_utf8(out, c);
        }
    }
    return out + '"';
}

}  // namespace sango::programme
