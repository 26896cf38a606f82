#include "shared/base/text.h"
#include "shared/clinic/incident_rows.h"

#include <algorithm>
#include <array>

namespace sango::clinic {
namespace {

using store::value;

/// By what the file begins with, never by its name.
std::optional<std::string_view> media_type_of(BytesView contents) {
    struct Known {
        std::string_view begins;
        std::string_view type;
    };
    using namespace std::string_view_literals;
    constexpr std::array<Known, 3> kKnown{{{"\x89PNG\r\n\x1a\n"sv, "image/png"},
                                           {"\xFF\xD8\xFF"sv, "image/jpeg"},
                                           {"%PDF-"sv, "application/pdf"}}};
    for (const Known& known : kKnown) {
        if (contents.size() < known.begins.size()) continue;
        const bool same = std::ranges::equal(contents.first(known.begins.size()), known.begins, {}, {},
                                             [](char c) { return static_cast<std::uint8_t>(c); });
        if (same) return known.type;
    }
    return std::nullopt;
}

}  // namespace

Result<std::string> attach_file(Clinic& clinic, std::string_view incident_id, std::string_view name,
                                BytesView contents) {
    if (trim(name).empty() || !is_line(name, kMostLineBytes))
        return error("bad_name", "ファイルの名前を入れてください。", "The file needs a name.");
    if (contents.size() > kMostFileBytes)
        return error("too_large", "ファイルが大きすぎます（8 MBまで）。小さくして添付し直してください。",
                     "The file is too large (8 MB at most). Make it smaller and attach it again.");
    const auto type = media_type_of(contents);
    if (!type)
        return error("bad_kind", "添付できるのは写真（PNG・JPEG）とPDFです。",
                     "Only PNG, JPEG and PDF can be attached.");
    return transact(clinic, Right::incident, [&]() -> Result<std::string> {
        const auto incident = open_incident(clinic, incident_id);
        if (!incident) return incident.error();
        const std::string id = clinic.ids.next();
        const store::Stamp now = stamp(clinic);
        auto sealed_name =
            sealed_for(clinic, incident->mother_id, {"incident_file", "name_sealed", id}, name);
        if (!sealed_name) return sealed_name.error();
        const std::string_view whole(reinterpret_cast<const char*>(contents.data()), contents.size());
        auto box = sealed_for(clinic, incident->mother_id, {"incident_file", "contents_sealed", id}, whole);
        if (!box) return box.error();
        const auto done = store::insert(clinic.database, "incident_file",
                                        {{"id", value(id)},
                                         {"incident_id", value(incident->subject)},
                                         {"name_sealed", std::move(*sealed_name)},
                                         {"media_type", value(*type)},
                                         {"bytes", value(static_cast<std::int64_t>(contents.size()))},
                                         {"contents_sealed", std::move(*box)},
                                         {"recorded_at", value(now.at)},
                                         {"recorded_by", value(now.actor)}},
                                        now, "attach");
        if (!done) return done.error();
        return id;
    });
}

Result<Bytes> attached_file(const Clinic& clinic, std::string_view file_id) {
    std::string incident_id;
    Bytes box;
    const auto read =
        clinic.database.query("SELECT incident_id, contents_sealed FROM incident_file WHERE id = ?1",
                              {value(file_id)}, [&](const store::Row& row) {
                                  incident_id = row.text(0);
                                  box = row.bytes(1);
                                  return false;
                              });
    if (!read) return read.error();
    const auto incident = incident_now(clinic, incident_id);
    if (!incident) return incident.error();
    const auto contents =
        unsealed_for(clinic, incident->mother_id, {"incident_file", "contents_sealed", file_id}, box);
    if (!contents) return contents.error();
    const BytesView bytes = bytes_of(*contents);
    return Bytes(bytes.begin(), bytes.end());
}

}  // namespace sango::clinic
