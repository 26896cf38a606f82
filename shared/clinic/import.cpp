#include "shared/clinic/csv.h"
#include "shared/clinic/mother_csv.h"
#include "shared/clinic/name_index.h"
#include "shared/clinic/registering.h"
#include "shared/clinic/writing.h"

namespace sango::clinic {

Result<ImportResult> import_mothers(Clinic& clinic, std::string_view csv) {
    const auto lines = read_mothers(csv, clinic.programmes, japan_date(clinic.clock.now()));
    if (!lines) return lines.error();
    auto imported = transact(clinic, Right::reception, [&]() -> Result<ImportResult> {
        ImportResult result;
        for (const CsvRegistration& line : *lines) {
            const auto registered = register_within(clinic, line.registration);
            // What the line reader lets through can still fail for what is known here, or for the disk.
            if (!registered && registered.error().code.starts_with("bad_"))
                return csv_error(line.line, "", registered.error().message.ja, registered.error().message.en);
            if (!registered) return registered.error();
            ++(registered->added ? result.added : result.known);
        }
        return result;
    });
    clinic.keys.forget();
    if (imported) clinic.names->forget();  // built again at the next search
    return imported;
}

}  // namespace sango::clinic
