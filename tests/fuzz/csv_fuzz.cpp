#include "shared/clinic/csv.h"
#include "shared/clinic/mother_csv.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

// Whatever bytes are given as a CSV file: read, or refused with a line number; never more fields than bytes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view file(reinterpret_cast<const char*>(data), size);
    const auto lines = sango::clinic::read_csv(file);
    if (lines) {
        std::size_t fields = 0;
        for (const auto& line : *lines) fields += line.fields.size();
        if (fields > size + 1) std::abort();
    } else if (lines.error().code != "bad_csv") {
        std::abort();
    }
    static const sango::programme::Catalogue none;
    const auto mothers = sango::clinic::read_mothers(file, none, sango::make_date(2026, 11, 21));
    if (!mothers && mothers.error().code != "bad_csv") std::abort();
    return 0;
}
