#include "kiosk/ui/language.h"

#include <algorithm>

#include <fmt/format.h>
#include <toml++/toml.h>

namespace sango::ui {
namespace {

Error bad_words(const std::string& file, std::string_view what_ja, std::string_view what_en) {
    return error("bad_words", fmt::format("表示文ファイル {} が読めません: {}", file, what_ja),
                 fmt::format("The text file {} cannot be read: {}", file, what_en));
}

/// The numbers in braces, sorted: "{1} of {0}" -> "01".
std::string arguments_of(std::string_view pattern) {
    std::string out;
    for (std::size_t i = 0; i + 2 < pattern.size(); ++i)
        if (pattern[i] == '{' && pattern[i + 2] == '}' && pattern[i + 1] >= '0' && pattern[i + 1] <= '9')
            out += pattern[i + 1];
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

/// Walks the tables: one that holds "ja" is a sentence, any other is a level of the key.
std::optional<Error> take(const toml::table& table, const std::string& key, const std::string& file,
                          Words& words) {
    for (const auto& [name, node] : table) {
        const std::string full = key.empty() ? std::string(name.str()) : key + "." + std::string(name.str());
        const toml::table* inner = node.as_table();
        if (inner == nullptr)
            return bad_words(file, full + " は文ではありません。", full + " is not a sentence.");
        if (!inner->contains("ja") || !(*inner)["ja"].is_string()) {
            if (auto wrong = take(*inner, full, file, words)) return wrong;
            continue;
        }
        const auto ja = (*inner)["ja"].value<std::string>();
        const auto en = (*inner)["en"].value<std::string>();
        if (!en || inner->size() != 2)
            return bad_words(file, full + " には ja と en だけを書いてください。",
                             full + " takes ja and en, nothing else.");
        if (arguments_of(*ja) != arguments_of(*en))
            return bad_words(file, full + " の {番号} が二つの言語で違います。",
                             full + " has other {numbers} in the two languages.");
        words.add(full, Message{*ja, *en});
    }
    return std::nullopt;
}

}  // namespace

std::string_view language_code(Language language) {
    return language == Language::ja ? "ja" : "en";
}

Result<Words> Words::load(const std::filesystem::path& folder) {
    std::error_code failed;
    std::vector<std::filesystem::path> files;
    for (const auto& file : std::filesystem::directory_iterator(folder, failed))
        if (file.path().extension() == ".toml") files.push_back(file.path());
    if (files.empty())
        return error("bad_words", "表示文のフォルダ assets/text が見つかりません。入れ直してください。",
                     "The folder assets/text is missing. Install Sango again.");
    std::sort(files.begin(), files.end());
    Words words;
    for (const auto& path : files) {
        const std::string file = path.filename().string();
        try {
            const toml::table table = toml::parse_file(path.string());
            for (const auto& entry : table)
                if (entry.first.str() != path.stem().string())
                    return bad_words(file, "キーはファイル名で始めてください。",
                                     "keys begin with the file's name.");
            if (auto wrong = take(table, "", file, words)) return *wrong;
        } catch (const toml::parse_error& wrong) {
            const auto line = wrong.source().begin.line;
            return bad_words(file, fmt::format("{} 行目", line), fmt::format("line {}", line));
        }
    }
    return words;
}

void Words::add(std::string key, Message words) {
    words_.insert_or_assign(std::move(key), std::move(words));
}

const std::string& Words::find(Language language, std::string_view key) const {
    if (const auto found = words_.find(key); found != words_.end()) return pick(language, found->second);
    if (const auto known = missing_.find(key); known != missing_.end()) return known->second;
    return missing_.emplace(std::string(key), fmt::format("⟦{}⟧", key)).first->second;
}

std::string Words::tr(Language language, std::string_view key,
                      std::initializer_list<std::string_view> arguments) const {
    return filled(find(language, key), arguments);
}

bool Words::has(std::string_view key) const {
    return words_.find(key) != words_.end();
}

const Message* Words::both(std::string_view key) const {
    const auto found = words_.find(key);
    return found == words_.end() ? nullptr : &found->second;
}

std::vector<std::string> Words::keys() const {
    std::vector<std::string> keys;
    for (const auto& [key, words] : words_) keys.push_back(key);
    std::sort(keys.begin(), keys.end());
    return keys;
}

std::string filled(std::string_view pattern, std::initializer_list<std::string_view> arguments) {
    if (arguments.size() == 0) return std::string(pattern);
    std::string out;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool numbered = i + 2 < pattern.size() && pattern[i] == '{' && pattern[i + 2] == '}' &&
                              pattern[i + 1] >= '0' && pattern[i + 1] <= '9';
        const std::size_t number = numbered ? static_cast<std::size_t>(pattern[i + 1] - '0') : 0;
        if (numbered && number < arguments.size()) {
            out += *(arguments.begin() + number);
            i += 2;
        } else {
            out += pattern[i];
        }
    }
    return out;
}

}  // namespace sango::ui
