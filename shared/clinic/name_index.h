#pragma once

#include "shared/base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sango::clinic {

/// Folded names, kana and numbers of all mothers, in memory only. Some thousands of mothers are searched in
/// well under a millisecond by looking at each.
class NameIndex {
public:
    struct Entry {
        std::string mother_id;
        std::string name;    ///< folded
        std::string kana;    ///< folded
        std::string number;  ///< folded, without hyphens
    };

    [[nodiscard]] bool built() const { return entries_.has_value(); }
    void build(std::vector<Entry> entries) { entries_ = std::move(entries); }
    /// Nothing until it is built.
    void put(Entry entry);
    void forget() { entries_.reset(); }
    /// Ids of at most `most` mothers, best first: the number itself, then what begins a name, then what is in
    /// one.
    [[nodiscard]] std::vector<std::string> search(std::string_view text, std::size_t most) const;

    [[nodiscard]] static Entry entry(std::string_view mother_id, std::string_view name, std::string_view kana,
                                     std::string_view number);

private:
    std::optional<std::vector<Entry>> entries_;
};

}  // namespace sango::clinic
