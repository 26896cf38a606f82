#pragma once

#include <filesystem>
#include <string>

namespace sango::app {

struct BootOptions {
    std::filesystem::path data;
    std::filesystem::path assets;  ///< empty: found beside the program
    std::string at;                ///< RFC 3339, empty: the machine's clock
    bool headless = false;
    std::filesystem::path play;
    std::string size = "1280x800";
    bool whole_screen = false;
    std::string camera = "/dev/video0";
    std::string scanner = "/dev/sango-scanner";  ///< event device of a scanner that types (packaging/udev)
    std::string sound = "default";               ///< ALSA device of the night's alarm
    std::string language;                        ///< empty: as it was last chosen
};

/// The kiosk from start to end; the exit status: 0 well, 1 it could not go on (one line on standard error
/// says why), 2 the options are not of the right form.
[[nodiscard]] int boot(const BootOptions& options);

}  // namespace sango::app
