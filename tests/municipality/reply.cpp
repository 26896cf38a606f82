#include "tests/municipality/reply.h"

#include <nlohmann/json.hpp>

namespace sango::municipality {

Reply problem(int status, std::string_view title, const Faults& faults) {
    constexpr std::size_t kMost = 100;
    auto errors = nlohmann::ordered_json::array();
    for (const Fault& fault : faults) {
        if (errors.size() == kMost) break;
        errors.push_back(
            {{"pointer", fault.pointer}, {"detail", fault.text.en}, {"detail_ja", fault.text.ja}});
    }
    const nlohmann::ordered_json body = {
        {"type", "about:blank"}, {"title", title}, {"status", status}, {"errors", std::move(errors)}};
    using Json = nlohmann::ordered_json;
    return {
        status, "application/problem+json", body.dump(-1, ' ', false, Json::error_handler_t::replace), {}};
}

Reply problem(int status, std::string_view title, std::string_view pointer, std::string_view ja,
              std::string_view en) {
    return problem(status, title, {{std::string(pointer), {std::string(ja), std::string(en)}}});
}

Reply own_fault(const Error& error) {
    Reply reply = problem(500, "Internal Server Error", "", error.message.ja, error.message.en);
    reply.headers.emplace_back("Retry-After", "60");
    return reply;
}

}  // namespace sango::municipality
