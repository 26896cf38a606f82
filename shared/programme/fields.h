#pragma once

#include "shared/base/result.h"
#include "shared/programme/tree.h"

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sango::programme {

/// Keeps the first thing that is wrong with a document, as "file:line: field: what is wrong".
class Complaints {
public:
    /// `file_name` empty: only the field is named (JSON from a pipe).
    explicit Complaints(std::string_view file_name) : file_name_(file_name) {}

    void add(int line, std::string_view field, std::string_view ja, std::string_view en);
    [[nodiscard]] bool none() const { return !first_; }
    /// Only when !none(). Code "malformed".
    [[nodiscard]] const Error& first() const { return *first_; }

private:
    std::string file_name_;
    std::optional<Error> first_;
};

/// A table of a document, read strictly: what is read is ticked off, and finish() complains about whatever
/// nobody asked for. A JSON null counts as missing. Reading goes on after a complaint, with empty values.
class Fields {
public:
    Fields(Complaints& complaints, const Node& node, std::string path);
    /// A table that is not there; reading it yields nothing and complains about nothing.
    explicit Fields(Complaints& complaints) : complaints_(&complaints) {}

    [[nodiscard]] bool there() const { return members_ != nullptr; }
    /// "service.day_care" + "copay" -> "service.day_care.copay".
    [[nodiscard]] std::string path_of(std::string_view key) const;
    void complain(std::string_view key, std::string_view ja, std::string_view en);

    /// nullptr if missing or null.
    const Node* find(std::string_view key);
    /// Complains if missing, for the next read of the same key.
    Fields& must(std::string_view key);

    std::optional<std::string> text(std::string_view key);
    std::optional<bool> flag(std::string_view key);
    std::optional<std::int64_t> whole(std::string_view key, std::int64_t least, std::int64_t most);
    std::optional<Date> date(std::string_view key);
    std::optional<std::chrono::seconds> time_of_day(std::string_view key);
    /// One of `words`.
    std::optional<std::string> word(std::string_view key, std::initializer_list<std::string_view> words);
    Fields table(std::string_view key);
    /// Calls `read` for each table of a list.
    void tables(std::string_view key, const std::function<void(Fields&)>& read);
    std::vector<std::string> words(std::string_view key, std::initializer_list<std::string_view> words);
    /// {ja = "…", en = "…"}, both required where the table is there.
    std::optional<Message> message(std::string_view key);
    [[nodiscard]] const Node::Members* members() const { return members_; }
    [[nodiscard]] int line() const { return line_; }
    [[nodiscard]] Complaints& complaints() { return *complaints_; }
    void tick(std::string_view key) { ticked_.emplace_back(key); }

    void finish();

private:
    void wrong(const Node& node, std::string_view key, std::string_view ja, std::string_view en);

    Complaints* complaints_;
    const Node::Members* members_ = nullptr;
    std::string path_;
    int line_ = 0;
    std::vector<std::string> ticked_;
};

}  // namespace sango::programme
