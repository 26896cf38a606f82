#include "kiosk/platform/play_script.h"

#include "shared/base/text.h"

#include <charconv>
#include <optional>

#include <fmt/format.h>

namespace sango::platform {
namespace {

constexpr std::size_t kMostBytes = 1 << 20;
constexpr long long kMostSeconds = 31'536'000;

/// One reason, in both languages.
struct Wrong {
    std::string ja;
    std::string en;
};
using Parsed = std::variant<play::Command, Wrong>;

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

std::string_view stripped(std::string_view text) {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

/// Takes the first word off `rest`.
std::string_view take_word(std::string_view& rest) {
    rest = stripped(rest);
    std::size_t end = 0;
    while (end < rest.size() && !is_blank(rest[end])) ++end;
    const std::string_view word = rest.substr(0, end);
    rest = stripped(rest.substr(end));
    return word;
}

Wrong needs(std::string_view command, std::string_view what_ja, std::string_view what_en) {
    return {fmt::format("{} には{}が要ります。", command, what_ja),
            fmt::format("{} needs {}.", command, what_en)};
}
Wrong too_much(std::string_view command, std::string_view rest) {
    return {fmt::format("{} の後の「{}」は余分です。", command, rest),
            fmt::format("\"{}\" after {} is too much.", rest, command)};
}

Parsed one_word(std::string_view command, std::string_view rest, play::Command (*make)(std::string),
                std::string_view what_ja, std::string_view what_en) {
    const std::string_view word = take_word(rest);
    if (word.empty()) return needs(command, what_ja, what_en);
    if (!rest.empty()) return too_much(command, rest);
    return make(std::string(word));
}

Parsed parse_wait(std::string_view rest) {
    const std::string_view word = take_word(rest);
    long long seconds = 0;
    const auto [end, failed] = std::from_chars(word.data(), word.data() + word.size(), seconds);
    if (word.empty() || failed != std::errc{} || end != word.data() + word.size() || seconds < 0 ||
        seconds > kMostSeconds)
        return needs("wait", "0 から 31536000 までの秒数", "a whole number of seconds, 0 to 31536000");
    if (!rest.empty()) return too_much("wait", rest);
    return play::Wait{std::chrono::seconds(seconds)};
}

Parsed parse_line(std::string_view line) {
    std::string_view rest = line;
    const std::string_view command = take_word(rest);
    if (command == "tap")
        return one_word(
            command, rest, [](std::string id) -> play::Command { return play::Tap{std::move(id)}; }, "ID",
            "an id");
    if (command == "key")
        return one_word(
            command, rest, [](std::string name) -> play::Command { return play::Key{std::move(name)}; },
            "キーの名前", "the name of a key");
    if (command == "scan" || command == "shot") {
        if (rest.empty()) return needs(command, "ファイル名", "a file");
        const std::filesystem::path file{std::string(rest)};
        if (command == "scan") return play::Scan{file};
        return play::Shot{file};
    }
    if (command == "wait") return parse_wait(rest);
    if (command == "list") return rest.empty() ? Parsed{play::List{}} : too_much("list", rest);
    if (command == "type" || command == "expect") {
        const std::string_view id = take_word(rest);
        if (id.empty()) return needs(command, "ID", "an id");
        if (command == "expect") return play::Expect{std::string(id), std::string(rest)};
        if (rest.empty()) return needs("type", "入れる文字", "the text to type");
        return play::Type{std::string(id), std::string(rest)};
    }
    return Wrong{fmt::format("「{}」という命令はありません。", command),
                 fmt::format("there is no command \"{}\".", command)};
}

}  // namespace

Result<std::vector<PlayLine>> parse_play_script(std::string_view text) {
    const auto failed = [](std::size_t number, const Wrong& wrong) {
        return error("play_script", fmt::format("台本の {} 行目: {}", number, wrong.ja),
                     fmt::format("Play script, line {}: {}", number, wrong.en));
    };
    if (text.size() > kMostBytes)
        return failed(1, {"台本が大きすぎます（1 MiB まで）。", "the script is larger than 1 MiB."});
    if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
    std::vector<PlayLine> lines;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::size_t end = text.find('\n');
        const std::string_view line = stripped(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
        if (line.empty() || line.front() == '#') continue;
        if (!is_utf8(line) || line.find('\0') != std::string_view::npos)
            return failed(number, {"UTF-8 の文字ではありません。", "not UTF-8 text."});
        Parsed parsed = parse_line(line);
        if (const auto* wrong = std::get_if<Wrong>(&parsed)) return failed(number, *wrong);
        lines.push_back({number, std::get<play::Command>(std::move(parsed))});
    }
    return lines;
}

std::string play_text(const play::Command& command) {
    struct Write {
        std::string operator()(const play::Tap& c) const { return "tap " + c.id; }
        std::string operator()(const play::Type& c) const { return "type " + c.id + " " + c.text; }
        std::string operator()(const play::Scan& c) const { return "scan " + c.image.string(); }
        std::string operator()(const play::Key& c) const { return "key " + c.name; }
        std::string operator()(const play::Wait& c) const { return fmt::format("wait {}", c.time.count()); }
        std::string operator()(const play::Shot& c) const { return "shot " + c.file.string(); }
        std::string operator()(const play::List&) const { return "list"; }
        std::string operator()(const play::Expect& c) const {
            return c.text.empty() ? "expect " + c.id : "expect " + c.id + " " + c.text;
        }
    };
    return std::visit(Write{}, command);
}

}  // namespace sango::platform
