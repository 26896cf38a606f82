#pragma once

#include "kiosk/cli/command.h"
#include "shared/report/export.h"

#include <optional>
#include <string>
#include <vector>

namespace sango::cli {

/// What an export's command line says.
struct ExportAsked {
    std::string folder;
    std::vector<std::string> formats;
    std::string encoding = "utf-8";
    std::vector<std::string> substitutes;
    bool english = false;
};
void add_export_options(CLI::App& command, ExportAsked& asked);
/// nullopt: the error has been said, and `code` is set.
[[nodiscard]] std::optional<report::ExportRequest> export_request(const ExportAsked& asked, int& code);
/// One path a line, or {"ok":true,"files":[...]}.
void print_files(const std::vector<std::filesystem::path>& files, bool json);

}  // namespace sango::cli
