#include "shared/programme/family.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::programme {

using std::chrono::days;

Family family_of(const Request& request) {
    Family family;
    if (request.mother && request.mother->loss_on) {
        family.loss = request.mother->loss_on;
        return family;
    }
    if (!request.children || request.children->empty()) {
        family.missing = {"children"};
        return family;
    }
    const std::vector<Child>& children = *request.children;
    std::optional<Date> born_later;  // a birth after the first day of use
    for (std::size_t i = 0; i < children.size(); ++i) {
        const Child& child = children[i];
        if (!child.born && child.due && *child.due > request.start)
            family.expected = family.expected ? std::min(*family.expected, *child.due) : child.due;
        else if (!child.born)
            family.missing.push_back(fmt::format("children[{}].born", i));
        else if (*child.born > request.start)
            born_later = born_later ? std::min(*born_later, *child.born) : child.born;
        else if (!family.born || *child.born > *family.born)
            family.born = child.born;
    }
    // A child still to come does not close the window of the one that is here.
    if (!family.born) family.born = born_later;
    if (family.born) family.expected.reset();
    if (!family.missing.empty()) family.born.reset();
    if (!family.born) return family;
    for (std::size_t i = 0; i < children.size(); ++i) {
        const auto& born = children[i].born;
        if (born && *born <= *family.born && *family.born - *born <= days(kOneBirthDays))
            family.youngest.push_back(i);
    }
    family.multiples = family.youngest.size() > 1;
    return family;
}

Correction correction_of(const Request& request, const Family& family) {
    Correction correction;
    correction.from = correction.at_most = *family.born;
    for (const std::size_t i : family.youngest) {
        const Child& child = (*request.children)[i];
        const bool due_known = child.due && *child.due - *child.born <= days(kEarliestBirthDays);
        const bool light = child.weight_g && *child.weight_g < kLightBirthGrams;
        if (!due_known) {
            correction.missing.push_back(fmt::format("children[{}].due", i));
            correction.at_most = std::max(correction.at_most, *child.born + days(kEarliestBirthDays));
            continue;
        }
        const bool early = *child.due - *child.born > days(kEarlyBirthDays);
        if (early || light) {
            correction.from = std::max(correction.from, *child.due);
        } else if (!child.weight_g && *child.due > *family.born) {
            correction.missing.push_back(fmt::format("children[{}].weight_g", i));
            correction.at_most = std::max(correction.at_most, *child.due);
        }
    }
    correction.at_most = std::max(correction.at_most, correction.from);
    return correction;
}

}  // namespace sango::programme
