#include "kiosk/cli/at_hand.h"
#include "shared/clinic/device_key.h"

#include <cstdio>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace sango::cli {
namespace {

int renew_key(Options& options, const std::string& at) {
    auto hand = open_clinic(options, at);
    if (!hand) return options.exit_code;
    const auto file = clinic::renew_device_key(hand->clinic(), options.data);
    if (!file) return fail_with(file.error());
    const bool in_place = *file == clinic::device_key_file(options.data);
    if (options.json) {
        const nlohmann::ordered_json line = {
            {"ok", true}, {"file", file->string()}, {"to_be_installed", !in_place}};
        std::puts(line.dump().c_str());
    } else if (speaks_japanese()) {
        std::puts(fmt::format("端末の鍵を新しくしました: {}", file->string()).c_str());
        if (!in_place)
            std::puts("この機器に登録するまで、端末はこのファイルで開きます。登録後に消去してください。");
        std::puts("古い鍵で開くバックアップが残っています。sango backup make で作り直してください。");
    } else {
        std::puts(fmt::format("There is a new device key: {}", file->string()).c_str());
        if (!in_place)
            std::puts("The terminal opens with this file until it is sealed to the machine. Shred it then.");
        std::puts("Older backups hold the older key. Make a new one: sango backup make");
    }
    return kOk;
}

}  // namespace

void add_key_command(CLI::App& app, Options& options) {
    CLI::App* key = app.add_subcommand("key", "The device key, which opens the clinic's data");
    key->require_subcommand(1);
    auto at = std::make_shared<std::string>();
    key->add_option("--at", *at, "Let the clock stand here (demo clinics)");
    key->add_subcommand("renew", "A new one; the one before opens nothing any more")
        ->callback([at, &options] { options.exit_code = renew_key(options, *at); });
}

}  // namespace sango::cli
