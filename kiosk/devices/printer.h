#pragma once

#include "shared/base/result.h"

#include <functional>
#include <string>
#include <vector>

namespace sango::devices {

/// プリンター that can be printed on.
struct KnownPrinter {
    std::string name;   ///< what it is asked for by
    std::string words;  ///< what stands on its plate, or where it stands; may be empty
};

/// A PDF for a printer: by the name under which this machine knows it, or by an address on the clinic's own
/// network ("ipp://host/path", "ipps://host/path").
struct PrintJob {
    std::string printer;
    std::string title;  ///< shown in the queue, by everyone there: no person's name
    std::string pdf;
};
enum class PrintEnd {
    printed,
    handed_over  ///< the printer has it and still works on it
};

/// How papers are printed. Each call waits for the printer, up to half a minute: for a worker's thread. Tests
/// put their own in its place.
struct Printing {
    /// Error no_print_service: the machine has none, or it does not answer.
    std::function<Result<std::vector<KnownPrinter>>()> known;
    /// `give_up` is asked again and again; what was handed over by then stays handed over. Errors:
    /// no_print_service, no_printer (it is not there), printer_stopped, no_paper (the job waits there),
    /// not_printed.
    std::function<Result<PrintEnd>(const PrintJob& job, const std::function<bool()>& give_up)> print;
};

/// Through CUPS, by the Internet Printing Protocol (RFC 8011). `server`: "host:port" or the path of a socket;
/// empty: this machine's.
[[nodiscard]] Printing cups_printing(std::string server = {});

}  // namespace sango::devices
