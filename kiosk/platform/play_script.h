#pragma once

#include "shared/base/result.h"

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sango::platform {

/// A play script drives the kiosk without hands, one command a line; empty lines and lines that begin
/// with # are passed over. Words are separated by spaces or tabs; TEXT is the rest of the line, trimmed.
///
///     tap ID             press what has this id
///     type ID TEXT       tap a field and type; ID "-" is the field that has the keyboard
///     scan IMAGE         hold a picture in front of the camera
///     key NAME           press a key: enter, escape, tab, ...
///     wait SECONDS       turn the clock (whole seconds, 0 to 31,536,000)
///     shot FILE.png      write a picture of the screen
///     list               print every widget
///     expect ID TEXT     fail unless the text of ID holds TEXT; "expect ID" asks only that it is there
namespace play {
struct Tap {
    std::string id;
    bool operator==(const Tap&) const = default;
};
struct Type {
    std::string id;  ///< "-" for the one focused
    std::string text;
    bool operator==(const Type&) const = default;
};
struct Scan {
    std::filesystem::path image;
    bool operator==(const Scan&) const = default;
};
struct Key {
    std::string name;
    bool operator==(const Key&) const = default;
};
struct Wait {
    std::chrono::seconds time{0};
    bool operator==(const Wait&) const = default;
};
struct Shot {
    std::filesystem::path file;
    bool operator==(const Shot&) const = default;
};
struct List {
    bool operator==(const List&) const = default;
};
struct Expect {
    std::string id;
    std::string text;
    bool operator==(const Expect&) const = default;
};
using Command = std::variant<Tap, Type, Scan, Key, Wait, Shot, List, Expect>;
}  // namespace play

struct PlayLine {
    std::size_t number = 0;  ///< in the file, from 1
    play::Command command;

    bool operator==(const PlayLine&) const = default;
};

/// Fails ("play_script") with the line's number and what is wrong with it. At most 1 MiB.
[[nodiscard]] Result<std::vector<PlayLine>> parse_play_script(std::string_view text);
/// The command as a script would hold it; parsing it gives the command again.
[[nodiscard]] std::string play_text(const play::Command& command);

}  // namespace sango::platform
