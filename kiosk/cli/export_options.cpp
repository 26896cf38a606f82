#include "kiosk/cli/export_options.h"

#include "shared/base/text.h"

#include <cstdio>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace sango::cli {

void add_export_options(CLI::App& command, ExportAsked& asked) {
    command.add_option("--out", asked.folder, "The folder to write to")->required();
    command.add_option("--format", asked.formats, "pdf, xlsx, csv, apart by commas; pdf")
        ->delimiter(',')
        ->check(CLI::IsMember({"pdf", "xlsx", "csv"}));
    command.add_option("--encoding", asked.encoding, "Of the CSV: utf-8 or cp932")
        ->check(CLI::IsMember({"utf-8", "cp932"}));
    command.add_option("--substitute", asked.substitutes,
                       "What stands for a character that CP932 lacks, like 𠮷=吉");
    command.add_flag("--english", asked.english, "In English");
}

std::optional<report::ExportRequest> export_request(const ExportAsked& asked, int& code) {
    report::ExportRequest request;
    request.folder = asked.folder;
    if (!asked.formats.empty()) request.formats.clear();
    for (const std::string& format : asked.formats)
        request.formats.push_back(format == "pdf"    ? report::Format::pdf
                                  : format == "xlsx" ? report::Format::xlsx
                                                     : report::Format::csv);
    if (asked.encoding == "cp932") request.encoding = report::Encoding::cp932;
    if (asked.english) request.tongue = report::Tongue::en;
    for (const std::string& pair : asked.substitutes) {
        const std::u32string points = code_points(pair);
        if (points.size() < 2 || points[1] != U'=') {
            code = fail(error("malformed", "--substitute は 𠮷=吉 の形で入れてください。",
                              "--substitute must be like 𠮷=吉."),
                        kMalformed);
            return std::nullopt;
        }
        request.substitutes[points[0]] = utf8(std::u32string_view(points).substr(2));
    }
    return request;
}

void print_files(const std::vector<std::filesystem::path>& files, bool json) {
    if (json) {
        nlohmann::ordered_json list = nlohmann::ordered_json::array();
        for (const auto& file : files) list.push_back(file.string());
        const nlohmann::ordered_json line = {{"ok", true}, {"files", std::move(list)}};
        std::puts(line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace).c_str());
        return;
    }
    for (const auto& file : files) std::puts(file.c_str());
}

}  // namespace sango::cli
