#include "shared/clinic/profile.h"
#include "shared/clinic/writing.h"

#include <algorithm>
#include <map>

namespace sango::clinic {
namespace {

using store::value;

/// A child with the row that counts now.
struct Known {
    Child child;
    std::string row_id;
    int ordinal = 0;
    bool told = false;  ///< already spoken of in this telling: a twin is another child
};

Result<std::vector<Known>> known_children(const Clinic& clinic, std::string_view mother_id) {
    std::vector<Known> children;
    std::vector<Bytes> names;
    std::map<std::string, std::size_t> by_row;
    const auto read = clinic.database.query(
        "SELECT id, replaces, ordinal, name_sealed, born, due, weight_g FROM child WHERE mother_id = ?1 "
        "ORDER BY id",
        {value(mother_id)}, [&](const store::Row& row) {
            const std::string row_id = row.text(0);
            const auto before = by_row.find(row.text(1));
            const std::size_t at = before == by_row.end() ? children.size() : before->second;
            if (at == children.size()) {
                children.emplace_back();
                names.emplace_back();
                children[at].child.id = row_id;
            }
            by_row[row_id] = at;
            Known& known = children[at];
            known.row_id = row_id;
            known.ordinal = static_cast<int>(row.integer(2));
            known.child.born = row.maybe_date(4);
            known.child.due = row.maybe_date(5);
            const auto weight = row.maybe_integer(6);
            known.child.weight_g = weight ? std::optional(static_cast<int>(*weight)) : std::nullopt;
            names[at] = row.bytes(3);
            return true;
        });
    if (!read) return read.error();
    for (std::size_t i = 0; i < children.size(); ++i) {
        auto name = unsealed(clinic, mother_id, {"child", "name_sealed", children[i].row_id}, names[i]);
        if (!name) return name.error();
        children[i].child.name = std::move(*name);
    }
    std::ranges::stable_sort(children, {}, &Known::ordinal);
    return children;
}

Result<Done> write_child(Clinic& clinic, std::string_view mother_id, const Child& child, int ordinal,
                         std::string_view replaces) {
    const std::string id = clinic.ids.next();
    const store::Stamp now = stamp(clinic);
    auto name = sealed(clinic, mother_id, {"child", "name_sealed", id}, child.name);
    if (!name) return name.error();
    return store::insert(clinic.database, "child",
                         {{"id", value(id)},
                          {"mother_id", value(mother_id)},
                          {"replaces", replaces.empty() ? store::Value(store::Null{}) : value(replaces)},
                          {"ordinal", value(ordinal)},
                          {"name_sealed", std::move(*name)},
                          {"born", value(child.born)},
                          {"due", value(child.due)},
                          {"weight_g", value(child.weight_g)},
                          {"recorded_at", value(now.at)},
                          {"recorded_by", value(now.actor)}},
                         now, replaces.empty() ? "child" : "correct_child");
}

/// The known child that `told` speaks of: born on the same day, or the birth that was expected.
Known* same_child(std::vector<Known>& known, const Child& told) {
    const auto find = [&](auto&& fits) -> Known* {
        const auto at = std::ranges::find_if(known, [&](const Known& k) { return !k.told && fits(k.child); });
        return at == known.end() ? nullptr : &*at;
    };
    if (!told.born)
        return find([&](const Child& child) { return !child.born || (told.due && child.due == told.due); });
    if (Known* same = find([&](const Child& child) {
            return child.born == told.born &&
                   (told.name.empty() || child.name.empty() || child.name == told.name);
        }))
        return same;
    if (Known* same = find([&](const Child& child) { return child.born == told.born; })) return same;
    return find([](const Child& child) { return !child.born; });
}

}  // namespace

Result<std::vector<Child>> children_of(const Clinic& clinic, std::string_view mother_id) {
    const auto known = known_children(clinic, mother_id);
    if (!known) return known.error();
    std::vector<Child> children;
    for (const Known& one : *known) children.push_back(one.child);
    return children;
}

Result<Done> merge_children(Clinic& clinic, std::string_view mother_id, const std::vector<Child>& told) {
    auto known = known_children(clinic, mother_id);
    if (!known) return known.error();
    int next_ordinal = 1;
    for (const Known& one : *known) next_ordinal = std::max(next_ordinal, one.ordinal + 1);
    for (const Child& child : told) {
        Known* same = same_child(*known, child);
        if (same == nullptr) {
            if (auto done = write_child(clinic, mother_id, child, next_ordinal++, ""); !done) return done;
            continue;
        }
        same->told = true;
        Child now = same->child;
        if (!child.name.empty()) now.name = child.name;
        if (child.born) now.born = child.born;
        if (child.due) now.due = child.due;
        if (child.weight_g) now.weight_g = child.weight_g;
        const bool news = now.name != same->child.name || now.born != same->child.born ||
                          now.due != same->child.due || now.weight_g != same->child.weight_g;
        if (!news) continue;
        if (auto done = write_child(clinic, mother_id, now, same->ordinal, same->row_id); !done) return done;
    }
    return Done{};
}

}  // namespace sango::clinic
