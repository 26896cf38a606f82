#pragma once

#include "kiosk/screens/views.h"
#include "shared/base/result.h"

#include <filesystem>
#include <string>

namespace sango::app {

[[nodiscard]] inline screens::Notice failure_notice(const Error& error) {
    return {screens::Notice::Tone::failure, error.code, error.message};
}
[[nodiscard]] inline screens::Notice done_notice(std::string code, Message text) {
    return {screens::Notice::Tone::done, std::move(code), std::move(text)};
}

/// What became of a paper that was to be written: the file, or why not.
[[nodiscard]] inline screens::Notice paper_notice(const Result<std::filesystem::path>& file) {
    if (!file.ok()) return failure_notice(file.error());
    const std::string folder = file.value().parent_path().string();
    const std::string name = file.value().filename().string();
    return done_notice("printed", {folder + " に書き出しました（" + name + "）",
                                   "Written to " + folder + " (" + name + ")"});
}

}  // namespace sango::app
