#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sango::ui {

/// Where Japanese may be cut so that a phrase (文節) stays whole: 食事は|別献立に|してください. From ICU's
/// dictionary; loaded the first time a text needs more than one line, and remembered per text.
class Phrases {
public:
    Phrases();
    ~Phrases();
    Phrases(const Phrases&) = delete;
    Phrases& operator=(const Phrases&) = delete;

    /// One flag a character: true where a phrase begins. Valid until the next call.
    [[nodiscard]] const std::vector<bool>& starts(std::u32string_view text);

private:
    struct Breaker;
    std::unique_ptr<Breaker> breaker_;
    std::unordered_map<std::u32string, std::vector<bool>> known_;
};

}  // namespace sango::ui
