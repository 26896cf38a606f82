#include "shared/report/house_papers.h"

#include "shared/report/export.h"
#include "shared/report/export_folders.h"
#include "shared/report/house_sheet.h"
#include "shared/store/audit.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::report {

std::string paper_name(std::string_view what, Instant now) {
    std::string day = date_text(japan_date(now));
    std::string time = time_text(now);
    std::erase(day, '-');
    std::erase(time, ':');
    return fmt::format("sango-{}-{}-{:0>4}.pdf", what, day, time);
}

Result<std::filesystem::path> write_paper(clinic::Clinic& clinic, clinic::Right right, std::string_view table,
                                          const Document& document, std::string_view file_name) {
    if (auto allowed = clinic::require(clinic, right); !allowed) return allowed.error();
    auto folders = export_folders(clinic);
    if (const auto own = clinic::setting(clinic, kSheetFolderSetting); own.ok() && *own && !(*own)->empty())
        folders.emplace_back(**own);
    if (folders.empty())
        return error("no_folder",
                     "書き出す先がありません。USBメモリーを挿すか、設定で保存先を決めてください。",
                     "There is nowhere to write to. Put a stick in, or choose a folder in the settings.");
    const auto bytes = pdf(document);
    if (!bytes) return bytes.error();
    auto file = folders.front() / file_name;
    if (auto done = write_file(file, *bytes); !done) return done.error();
    const auto noted = store::note_action(clinic.database, table, file_name,
                                          {clinic.clock.now(), clinic.actor.staff_id}, "export");
    if (!noted) return noted.error();
    return file;
}

}  // namespace sango::report
