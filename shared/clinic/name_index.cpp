#include "shared/clinic/name_index.h"

#include "shared/base/text.h"

#include <algorithm>
#include <tuple>

namespace sango::clinic {
namespace {

std::string folded_number(std::string_view number) {
    std::string folded = fold_for_search(number);
    std::erase(folded, '-');
    return folded;
}

/// 0 is best; nullopt: not at all.
std::optional<int> rank(const NameIndex::Entry& entry, std::string_view text, std::string_view number) {
    if (!number.empty() && entry.number == number) return 0;
    if (!text.empty()) {
        if (entry.kana == text || entry.name == text) return 1;
        if (entry.kana.starts_with(text) || entry.name.starts_with(text)) return 2;
        if (entry.kana.find(text) != std::string::npos || entry.name.find(text) != std::string::npos)
            return 3;
    }
    if (!number.empty() && entry.number.find(number) != std::string::npos) return 4;
    return std::nullopt;
}

}  // namespace

NameIndex::Entry NameIndex::entry(std::string_view mother_id, std::string_view name, std::string_view kana,
                                  std::string_view number) {
    return {std::string(mother_id), fold_for_search(name), fold_for_search(kana), folded_number(number)};
}

void NameIndex::put(Entry entry) {
    if (!entries_) return;
    const auto known = std::ranges::find(*entries_, entry.mother_id, &Entry::mother_id);
    if (known != entries_->end())
        *known = std::move(entry);
    else
        entries_->push_back(std::move(entry));
}

std::vector<std::string> NameIndex::search(std::string_view text, std::size_t most) const {
    std::vector<std::string> ids;
    if (!entries_) return ids;
    const std::string folded = fold_for_search(text);
    const std::string number = folded_number(text);
    std::vector<std::tuple<int, std::string_view, std::string_view>> hits;
    for (const Entry& entry : *entries_)
        if (const auto how = rank(entry, folded, number))
            hits.emplace_back(*how, entry.kana, entry.mother_id);
    const std::size_t count = std::min(most, hits.size());
    std::ranges::partial_sort(hits, hits.begin() + static_cast<std::ptrdiff_t>(count));
    for (std::size_t i = 0; i < count; ++i) ids.emplace_back(std::get<2>(hits[i]));
    return ids;
}

}  // namespace sango::clinic
