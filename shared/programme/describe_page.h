#pragma once

#include "shared/programme/describe.h"
#include "shared/programme/rules.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sango::programme {

/// The page that describe() writes, line by line.
class Page {
public:
    Page(const Rules& rules, const Settings& answers) : rules_(rules), answers_(answers) {}

    void section(std::string ja, std::string en) { section_ = {std::move(ja), std::move(en)}; }
    void line(std::string ja, std::string en, const std::string& source) {
        if (!en.empty() && en[0] >= 'a' && en[0] <= 'z') en[0] = static_cast<char>(en[0] - 'a' + 'A');
        line(Message{}, std::move(ja), std::move(en), source);
    }
    /// The same of one service, setting or card.
    void line(const Message& subject, std::string ja, std::string en, const std::string& source) {
        lines.push_back({section_, subject, {std::move(ja), std::move(en)}, source, open_});
        open_ = false;
    }
    [[nodiscard]] Message names_of(const std::vector<Service>& services) const;
    /// What a figure comes to: its number or the setting's answer. Without either the line that is written
    /// next is open.
    [[nodiscard]] Message number(const Figure& figure);
    [[nodiscard]] Message money(const Price& price);
    /// A setting's answer within its bounds.
    [[nodiscard]] std::optional<std::int64_t> answer(std::string_view setting) const;

    const Rules& rules_;
    std::vector<RuleLine> lines;

private:
    Message open_number(std::string_view setting);

    const Settings& answers_;
    Message section_;
    bool open_ = false;
};

/// Services and windows, limits, copay.
void describe_services(Page& page);

}  // namespace sango::programme
