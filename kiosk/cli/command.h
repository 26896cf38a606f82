#pragma once

#include "shared/base/result.h"

#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace CLI {
class App;
}

namespace sango::cli {

/// Exit codes of `sango`, the same for every command.
inline constexpr int kOk = 0;
inline constexpr int kRefused = 1;    ///< the answer is no, or the operation failed; the line says what to do
inline constexpr int kMalformed = 2;  ///< the command line or the input does not have the right form
inline constexpr int kBusy = 3;       ///< the clinic's data is in use by another program

/// What every command may read. Filled by CLI11 before a command runs.
struct Options {
    std::filesystem::path data;    ///< --data DIR
    std::filesystem::path assets;  ///< --assets DIR, found beside the program by default
    bool json = false;             ///< --json
    int exit_code = kOk;           ///< set by the command that ran
};

/// Whether the environment asks for Japanese (LANG=ja*).
[[nodiscard]] bool speaks_japanese();
/// One line on standard error, in the language of the environment (LANG=ja* is Japanese, else English), and
/// the code.
int fail(const Error& error, int exit_code);
/// read_file() of a path from the command line, where "-" is standard input.
[[nodiscard]] std::optional<std::string> read_input(const std::string& path, std::size_t most);
/// Whole, or false; "-" is standard output. An older file of that name is replaced.
[[nodiscard]] bool write_output(const std::string& path, std::string_view bytes);

// One function a command, each in <name>_command.cpp: adds the subcommand and its callback.
void add_demo_command(CLI::App& app, Options& options);
void add_verdict_command(CLI::App& app, Options& options);
void add_programme_command(CLI::App& app, Options& options);
void add_card_command(CLI::App& app, Options& options);
void add_user_command(CLI::App& app, Options& options);
void add_report_command(CLI::App& app, Options& options);
void add_clinic_command(CLI::App& app, Options& options);
void add_invoice_command(CLI::App& app, Options& options);
void add_outbox_command(CLI::App& app, Options& options);
void add_import_command(CLI::App& app, Options& options);
void add_figures_command(CLI::App& app, Options& options);
void add_slip_command(CLI::App& app, Options& options);
void add_retention_command(CLI::App& app, Options& options);
void add_audit_command(CLI::App& app, Options& options);
void add_backup_command(CLI::App& app, Options& options);
void add_key_command(CLI::App& app, Options& options);
void add_place_command(CLI::App& app, Options& options);
void add_staff_command(CLI::App& app, Options& options);
void add_closure_command(CLI::App& app, Options& options);
void add_booking_command(CLI::App& app, Options& options);
void add_free_command(CLI::App& app, Options& options);
void add_lottery_command(CLI::App& app, Options& options);
void add_paper_command(CLI::App& app, Options& options);

}  // namespace sango::cli
