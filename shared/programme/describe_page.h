#pragma once

#include "shared/programme/describe.h"
#include "shared/programme/rules.h"

#include <string>
#include <string_view>
#include <vector>

namespace sango::programme {

/// The page that describe() writes, line by line.
class Page {
public:
    explicit Page(const Rules& rules) : rules_(rules) {}

    void section(std::string ja, std::string en) { section_ = {std::move(ja), std::move(en)}; }
    void line(std::string ja, std::string en, const std::string& source) {
        lines.push_back({section_, {std::move(ja), std::move(en)}, source});
    }
    [[nodiscard]] Message names_of(const std::vector<Service>& services) const;

    const Rules& rules_;
    std::vector<RuleLine> lines;

private:
    Message section_;
};

/// Services and windows, limits, copay.
void describe_services(Page& page);

}  // namespace sango::programme
