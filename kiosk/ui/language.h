#pragma once

#include "shared/base/result.h"

#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sango::ui {

enum class Language { ja, en };

/// "ja", "en".
[[nodiscard]] std::string_view language_code(Language language);

/// Every sentence of the kiosk in both languages. The files are assets/text/<screen>.toml:
///
///     [checkin.confirm]
///     ja = "受付する"
///     en = "Check in"
///
/// The first word of a key is the file's name. `{0}`, `{1}` stand for arguments, the same set in both
/// languages.
class Words {
public:
    /// Reads all *.toml of `folder`. An error names file and key.
    [[nodiscard]] static Result<Words> load(const std::filesystem::path& folder);

    void add(std::string key, Message words);
    /// A key that is not there gives the key itself between ⟦ ⟧, so that it shows in every test picture.
    [[nodiscard]] const std::string& find(Language language, std::string_view key) const;
    [[nodiscard]] std::string tr(Language language, std::string_view key,
                                 std::initializer_list<std::string_view> arguments = {}) const;
    [[nodiscard]] bool has(std::string_view key) const;
    [[nodiscard]] std::vector<std::string> keys() const;
    [[nodiscard]] const Message* both(std::string_view key) const;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::unordered_map<std::string, Message, Hash, std::equal_to<>> words_;
    mutable std::unordered_map<std::string, std::string, Hash, std::equal_to<>> missing_;
};

/// "{0}" and "{1}" in `pattern` replaced; a number without an argument stays as it stands.
[[nodiscard]] std::string filled(std::string_view pattern, std::initializer_list<std::string_view> arguments);

[[nodiscard]] inline const std::string& pick(Language language, const Message& message) {
    return language == Language::ja ? message.ja : message.en;
}

}  // namespace sango::ui
