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

}  // namespace sango::app
