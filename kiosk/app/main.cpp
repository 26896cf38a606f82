#include "kiosk/app/boot.h"
#include "shared/base/least_privilege.h"

#include <iostream>

#include <CLI/CLI.hpp>

namespace {

constexpr int kMalformed = 2;

}  // namespace

int main(int argc, char** argv) {
    sango::take_least_privilege();
    CLI::App app{"Sango: the terminal on a midwife clinic's desk", "sango-kiosk"};
    sango::app::BootOptions options;
    app.add_option("--data", options.data, "The clinic's data folder")->required();
    app.add_option("--assets", options.assets, "The folder with programmes and texts");
    app.add_option("--at", options.at, "Stand at this time (RFC 3339) instead of the machine's clock");
    app.add_flag("--headless", options.headless, "Draw on an off-screen surface, without a window");
    app.add_option("--play", options.play, "Carry out this script and end (with --headless)");
    app.add_option("--size", options.size, "Pixels of the surface, WIDTHxHEIGHT (1280x800)");
    app.add_flag("--whole-screen", options.whole_screen, "Fill the monitor, as in the kiosk session");
    app.add_option("--camera", options.camera, "The camera's device (/dev/video0)");
    app.add_option("--scanner", options.scanner,
                   "Event device of a scanner that types, held for the kiosk alone (/dev/sango-scanner)");
    app.add_option("--sound", options.sound, "The loudspeaker's ALSA device (default)");
    app.add_option("--language", options.language, "ja or en; else as it was last chosen");
    app.set_version_flag("--version", "sango-kiosk 0.1.0");
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& asked) {
        return app.exit(asked);
    } catch (const CLI::ParseError& wrong) {
        std::cerr << "sango-kiosk: " << wrong.what() << " (see sango-kiosk --help)\n";
        return kMalformed;
    }
    return sango::app::boot(options);
}
