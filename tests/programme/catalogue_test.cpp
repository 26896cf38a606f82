#include "shared/base/assets.h"
#include "shared/programme/rules.h"
#include "tests/programme/sample.h"

#include <filesystem>
#include <fstream>

#include <unistd.h>

using namespace sango;
using namespace sango::programme;
using namespace sango::programme::sample;
namespace fs = std::filesystem;

namespace {

/// A folder of programme files that is gone with the test.
class Folder {
public:
    Folder() : path_(fs::temp_directory_path() / ("sango-programmes-" + std::to_string(getpid()))) {
        fs::remove_all(path_);
        fs::create_directories(path_);
    }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    void put(std::string_view name, std::string_view text) const {
        std::ofstream(path_ / name, std::ios::binary) << text;
    }
    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

std::string with(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("The five municipalities load, and are found by id or code") {
    const auto catalogue = Catalogue::load(assets_folder() / "programmes");
    if (!catalogue) FAIL(catalogue.error().message.en);
    CHECK(catalogue->all().size() == 5);
    REQUIRE(catalogue->find("nerima", day("2026-05-10")));
    CHECK(catalogue->find("434337", day("2026-05-10"))->id() == "minamiaso");
    CHECK(catalogue->find("nerima", day("1999-01-01")) == nullptr);
    CHECK(catalogue->knows("nerima"));
    CHECK_FALSE(catalogue->knows("suginami"));
}

TEST_CASE("Rules that change are two files, each for its own days") {
    const Folder folder;
    const std::string text = file_text("nerima");
    folder.put("nerima-r8.toml",
               with(text, "valid_from = 2021-04-01", "valid_from = 2021-04-01\nvalid_to = 2027-03-31"));
    folder.put("nerima-r9.toml", with(with(text, "valid_from = 2021-04-01", "valid_from = 2027-04-01"),
                                      "each_day = 1500", "each_day = 1800"));
    folder.put("notes.txt", "not a programme");
    const auto catalogue = Catalogue::load(folder.path());
    REQUIRE(catalogue);
    const auto price = [&](std::string_view on) {
        return judge(*catalogue->find("nerima", day(on)), request(Service::day_care, on)).copay;
    };
    CHECK(price("2027-03-31") == Yen(1500));
    CHECK(price("2027-04-01") == Yen(1800));
}

TEST_CASE("Two versions in force on one day are refused") {
    const Folder folder;
    const std::string text = file_text("nerima");
    folder.put("a.toml",
               with(text, "valid_from = 2021-04-01", "valid_from = 2021-04-01\nvalid_to = 2027-04-01"));
    folder.put("b.toml", with(text, "valid_from = 2021-04-01", "valid_from = 2027-04-01"));
    const auto catalogue = Catalogue::load(folder.path());
    REQUIRE_FALSE(catalogue);
    CHECK(catalogue.error().code == "overlap");
    CHECK(catalogue.error().message.en.starts_with("b.toml: "));
}

TEST_CASE("Days between two versions without rules are told, and a use on them has none") {
    const Folder folder;
    const std::string text = file_text("nerima");
    const auto version = [&](const char* name, const std::string& days) {
        folder.put(name, with(text, "valid_from = 2021-04-01", days));
    };
    version("b.toml", "valid_from = 2027-05-01");
    version("a.toml", "valid_from = 2026-04-01\nvalid_to = 2027-03-31");
    version("c.toml", "valid_from = 2021-04-01\nvalid_to = 2026-03-30");
    const auto catalogue = Catalogue::load(folder.path());
    REQUIRE(catalogue);
    CHECK(catalogue->gaps() == std::vector<Gap>{{"nerima", day("2026-03-31"), day("2026-03-31")},
                                                {"nerima", day("2027-04-01"), day("2027-04-30")}});
    CHECK(catalogue->find("nerima", day("2026-03-30")) != nullptr);
    CHECK(catalogue->find("nerima", day("2026-03-31")) == nullptr);
    CHECK(catalogue->find("nerima", day("2026-04-01")) != nullptr);
    CHECK(catalogue->find("nerima", day("2027-04-30")) == nullptr);
    CHECK(catalogue->find("131202", day("2027-05-01"))->valid_from() == day("2027-05-01"));
}

TEST_CASE("An open version before another one is an overlap, and programmes do not disturb each other") {
    const Folder folder;
    const std::string nerima = file_text("nerima");
    folder.put("a.toml", nerima);
    folder.put("b.toml", file_text("nakano"));
    REQUIRE(Catalogue::load(folder.path()));
    CHECK(Catalogue::load(folder.path())->gaps().empty());
    folder.put("c.toml", with(nerima, "valid_from = 2021-04-01", "valid_from = 2027-04-01"));
    CHECK(Catalogue::load(folder.path()).error().code == "overlap");
    // The same municipality under another name is still the same municipality.
    folder.put("c.toml", with(with(nerima, "valid_from = 2021-04-01", "valid_from = 2027-04-01"),
                              "id = \"nerima\"", "id = \"nerima-new\""));
    CHECK(Catalogue::load(folder.path()).error().code == "overlap");
}

TEST_CASE("A broken file, an empty folder and no folder are each said") {
    const Folder folder;
    CHECK(Catalogue::load(folder.path()).error().code == "no_programmes");
    CHECK_FALSE(Catalogue::load(folder.path() / "nowhere"));
    folder.put("broken.toml", "format = ");
    const auto catalogue = Catalogue::load(folder.path());
    REQUIRE_FALSE(catalogue);
    CHECK(catalogue.error().message.en.starts_with("broken.toml:1: "));
    CHECK(load_programme_file(folder.path() / "gone.toml").error().code == "unreadable");
}

namespace {

/// Nerima's rules from another day on, with a limit of stays that tells them apart.
Programme laid(std::string_view from, int stays, int revision = 1, std::string_view until = {}) {
    std::string days = "valid_from = " + std::string(from) + "\nrevision = " + std::to_string(revision);
    if (!until.empty()) days += "\nvalid_to = " + std::string(until);
    const std::string text = with(with(file_text("nerima"), "valid_from = 2021-04-01", days), "total = 7",
                                  "total = " + std::to_string(stays));
    auto loaded = load_programme(text, "laid.toml");
    REQUIRE_MESSAGE(loaded.ok(), (loaded.ok() ? "" : loaded.error().message.en));
    return *std::move(loaded);
}

/// The limit of stays in force on a day; 0 for none.
int stays_on(const Catalogue& catalogue, std::string_view on) {
    const Programme* found = catalogue.find("nerima", day(on));
    return found == nullptr ? 0 : found->rules().limits.front().total.number;
}

Catalogue shipped() {
    return Catalogue::load(assets_folder() / "programmes").value();
}

}  // namespace

TEST_CASE("A version laid over the others holds from its first day on") {
    const Catalogue two = shipped().with({laid("2027-04-01", 8)});
    CHECK(stays_on(two, "2027-03-31") == 7);
    CHECK(stays_on(two, "2027-04-01") == 8);
    CHECK(two.versions("131202").size() == 2);
    CHECK(two.gaps().empty());
    // The order in which they came changes nothing.
    const Catalogue three = two.with({laid("2029-04-01", 9), laid("2028-04-01", 10)});
    CHECK(stays_on(three, "2028-03-31") == 8);
    CHECK(stays_on(three, "2028-04-01") == 10);
    CHECK(stays_on(three, "2029-04-01") == 9);
    CHECK(three.all().size() == shipped().all().size() + 3);
    CHECK(stays_on(shipped().with({laid("2029-04-01", 9)}).with({laid("2027-04-01", 8)}), "2028-05-01") == 8);
    CHECK(stays_on(shipped().with({laid("2029-04-01", 9)}).with({laid("2027-04-01", 8)}), "2029-05-01") == 9);
}

TEST_CASE("Of versions that begin on the same day the highest revision counts") {
    CHECK(stays_on(shipped().with({laid("2027-04-01", 9, 2), laid("2027-04-01", 8)}), "2027-05-01") == 9);
    CHECK(stays_on(shipped().with({laid("2021-04-01", 8)}), "2026-05-01") == 8);
    CHECK(shipped().with({laid("2021-04-01", 8)}).versions("nerima").size() == 1);
}

TEST_CASE("A version's own last day stands where the next does not come sooner") {
    const Catalogue year = shipped().with({laid("2027-04-01", 8, 1, "2028-03-31")});
    CHECK(stays_on(year, "2028-03-31") == 8);
    CHECK(stays_on(year, "2028-04-01") == 0);
    const Catalogue sooner = year.with({laid("2027-10-01", 9)});
    CHECK(stays_on(sooner, "2027-09-30") == 8);
    CHECK(stays_on(sooner, "2027-10-01") == 9);
    CHECK(sooner.find("setagaya", day("2027-10-01")) != nullptr);
}
