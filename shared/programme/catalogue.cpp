#include "shared/base/file.h"
#include "shared/programme/programme.h"
#include "shared/programme/tree.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::programme {
namespace {

bool overlap(const Programme& a, const Programme& b) {
    const bool a_before_b = a.valid_to() && *a.valid_to() < b.valid_from();
    const bool b_before_a = b.valid_to() && *b.valid_to() < a.valid_from();
    return !a_before_b && !b_before_a;
}

bool in_force(const Programme& programme, Date day) {
    return programme.valid_from() <= day && (!programme.valid_to() || day <= *programme.valid_to());
}

}  // namespace

bool same_programme(const Programme& a, const Programme& b) {
    return a.id() == b.id() || a.code() == b.code();
}

Result<Programme> load_programme_file(const std::filesystem::path& path) {
    const std::string name = path.filename().string();
    const auto text = read_file(path, kLargestDocument);
    if (!text)
        return error("unreadable",
                     fmt::format("{} を開けません。場所と読み取り権限を確かめてください。", name),
                     fmt::format("{} cannot be opened; check where it is and that it may be read.", name));
    return load_programme(*text, name);
}

Result<Catalogue> Catalogue::load(const std::filesystem::path& folder) {
    std::error_code failed;
    std::vector<std::filesystem::path> files;
    for (std::filesystem::directory_iterator at(folder, failed), end; !failed && at != end;
         at.increment(failed))
        if (at->path().extension() == ".toml") files.push_back(at->path());
    return load_files(std::move(files));
}

Result<Catalogue> Catalogue::load_files(std::vector<std::filesystem::path> files) {
    std::sort(files.begin(), files.end());
    Catalogue catalogue;
    for (const auto& file : files) {
        auto programme = load_programme_file(file);
        if (!programme) return programme.error();
        for (const Programme& other : catalogue.programmes_) {
            if (same_programme(other, *programme) && overlap(other, *programme))
                return error(
                    "overlap",
                    fmt::format("{}: {} の期間がほかのファイルと重なっています。valid_from と valid_to "
                                "を直してください。",
                                file.filename().string(), programme->id()),
                    fmt::format("{}: the days of {} overlap another file's; mend valid_from and valid_to.",
                                file.filename().string(), programme->id()));
        }
        catalogue.programmes_.push_back(std::move(*programme));
    }
    if (catalogue.programmes_.empty())
        return error("no_programmes",
                     "事業のファイル（*.toml）が見つかりません。--assets のフォルダを確かめてください。",
                     "no programme file (*.toml) was found; check the folder given as --assets.");
    return catalogue;
}

Catalogue Catalogue::with(std::vector<Programme> later) const {
    // Stable: of two that begin on the same day with the same revision the one that came last counts.
    std::ranges::stable_sort(
        later, {}, [](const Programme& one) { return std::pair(one.valid_from(), one.revision()); });
    Catalogue whole = *this;
    for (Programme& version : later) {
        std::vector<Programme> kept;
        for (const Programme& one : whole.programmes_) {
            if (!same_programme(one, version) || one.valid_from() > version.valid_from())
                kept.push_back(one);
            else if (one.valid_from() < version.valid_from())
                kept.push_back(one.ended_on(version.valid_from() - std::chrono::days(1)));
        }
        std::optional<Date> next;
        for (const Programme& one : kept)
            if (same_programme(one, version) && one.valid_from() > version.valid_from())
                next = std::min(next.value_or(one.valid_from()), one.valid_from());
        kept.push_back(next ? version.ended_on(*next - std::chrono::days(1)) : std::move(version));
        whole.programmes_ = std::move(kept);
    }
    std::ranges::stable_sort(whole.programmes_, {}, [](const Programme& one) {
        return std::pair(std::string_view(one.id()), one.valid_from());
    });
    return whole;
}

std::vector<Programme> Catalogue::versions(std::string_view id_or_code) const {
    std::vector<Programme> found;
    for (const Programme& one : programmes_)
        if (one.id() == id_or_code || one.code() == id_or_code) found.push_back(one);
    std::ranges::stable_sort(found, {}, &Programme::valid_from);
    return found;
}

std::vector<Gap> Catalogue::gaps() const {
    std::vector<const Programme*> versions;
    for (const Programme& one : programmes_) versions.push_back(&one);
    std::sort(versions.begin(), versions.end(), [](const Programme* a, const Programme* b) {
        return std::pair(a->id(), a->valid_from()) < std::pair(b->id(), b->valid_from());
    });
    std::vector<Gap> gaps;
    for (std::size_t i = 1; i < versions.size(); ++i) {
        const Programme& before = *versions[i - 1];
        const Programme& after = *versions[i];
        if (before.id() != after.id() || !before.valid_to()) continue;
        const Date first = *before.valid_to() + std::chrono::days(1);
        const Date last = after.valid_from() - std::chrono::days(1);
        if (first <= last) gaps.push_back({before.id(), first, last});
    }
    return gaps;
}

const Programme* Catalogue::find(std::string_view id_or_code, Date day) const {
    for (const Programme& programme : programmes_)
        if ((programme.id() == id_or_code || programme.code() == id_or_code) && in_force(programme, day))
            return &programme;
    return nullptr;
}

bool Catalogue::knows(std::string_view id_or_code) const {
    return std::any_of(programmes_.begin(), programmes_.end(), [&](const Programme& programme) {
        return programme.id() == id_or_code || programme.code() == id_or_code;
    });
}

Error no_such_programme() {
    return error("unknown_programme", "この事業は登録されていません。事業の一覧を確かめてください。",
                 "No such programme. Look at the list of programmes.");
}

}  // namespace sango::programme
