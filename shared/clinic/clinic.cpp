#include "shared/clinic/clinic.h"

#include "shared/clinic/first_start.h"
#include "shared/clinic/name_index.h"
#include "shared/clinic/programme_file.h"
#include "shared/clinic/recent.h"
#include "shared/clinic/safety.h"
#include "shared/clinic/writing.h"
#include "shared/store/device_secret.h"

#include <algorithm>
#include <utility>

#include <sys/stat.h>

namespace sango::clinic {
namespace {

using store::value;

constexpr std::string_view kMaker = "system";

std::filesystem::path database_file(const std::filesystem::path& data) {
    return data / "clinic.db";
}
Error no_clinic() {
    return error(
        "no_clinic",
        "このフォルダーには施設のデータがありません。場所を確かめてください。新しい施設は端末の画面で、デモは"
        "「sango demo --data フォルダー」で作れます。",
        "There is no clinic in this folder. Check the path. A new clinic is made on the terminal's screen, a "
        "demo with: sango demo --data DIR");
}
Error unreachable() {
    return error("read_only", "データのフォルダーを開けません。保存先の接続と権限を確かめてください。",
                 "The data folder cannot be opened. Check the disk and its permissions.");
}

Result<Done> write_setting(store::Database& database, std::string_view name, std::string_view text) {
    const auto done =
        database.run("INSERT INTO setting (name, value) VALUES (?1, ?2)", {value(name), value(text)});
    if (!done) return done.error();
    return Done{};
}

Result<Done> write_clinic(store::Database& database, const std::filesystem::path& data,
                          const NewClinic& clinic, Instant now, IdSource& ids) {
    auto transaction = store::Transaction::begin(database);
    if (!transaction) return transaction.error();
    if (auto keys = store::Keyring::make(database, device_key_file(data)); !keys) return keys.error();
    for (const auto& [name, text] : {std::pair<std::string_view, std::string_view>{"clinic.id", clinic.id},
                                     {"clinic.name", clinic.name}})
        if (auto done = write_setting(database, name, text); !done) return done;
    if (clinic.papers_due)
        if (auto done = write_setting(database, kFirstStart, kPapersDue); !done) return done;
    std::string hash = clinic.pin_hash;
    for (const auto& [name, role] : clinic.staff) {
        const std::string id = ids.next();
        const auto done = store::insert(
            database, "staff",
            {{"id", value(id)}, {"name", value(name)}, {"role", value(role)}, {"added_at", value(now)}},
            {now, kMaker}, "add_staff");
        if (!done) return done;
        if (const std::string own = std::exchange(hash, {}); !own.empty())
            if (auto set = insert_pin(database, ids.next(), id, own, {now, kMaker}); !set) return set;
    }
    return transaction->commit();
}

Result<Done> make_folders(const std::filesystem::path& data) {
    std::error_code failed;
    if (data.has_parent_path()) std::filesystem::create_directories(data.parent_path(), failed);
    for (const auto& folder : {data, data / "trust", data / "sync"})
        if (mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
            return error("read_only",
                         "データのフォルダーを作れません。保存先の場所と権限を確かめてください。",
                         "The data folder cannot be made. Check the path and its permissions.");
    return Done{};
}

/// The clinic's own programme files where it has some, else those that came with Sango.
std::filesystem::path programme_folder(const OpenRequest& request) {
    std::error_code none;
    const auto own = request.data / "programmes";
    for (const auto& entry : std::filesystem::directory_iterator(own, none))
        if (entry.path().extension() == ".toml") return own;
    return request.assets / "programmes";
}

/// A clinic that trusts no issuer yet is a clinic: it says so of each card.
Result<card::Trust> load_trust(const std::filesystem::path& folder) {
    auto trust = card::Trust::load(folder);
    if (!trust && (trust.error().code == "trust_empty" || trust.error().code == "trust_folder_missing"))
        return card::Trust();
    return trust;
}

}  // namespace

std::filesystem::path device_key_file(const std::filesystem::path& data) {
    return data / "device.key";
}

Result<Done> create(const std::filesystem::path& data, const NewClinic& clinic, const Clock& clock,
                    Random random) {
    if (auto made = make_folders(data); !made) return made;
    const std::filesystem::path key = device_key_file(data);
    if (store::device_secret_file(key) == key)  // else systemd gives it, and none lies about in a file
        if (auto made = store::make_device_secret(key); !made && made.error().code != "exists") return made;
    auto database = store::Database::open(database_file(data));
    if (!database) return database.error();
    const auto known = database->text("SELECT value FROM setting WHERE name = 'clinic.id'");
    if (!known) return known.error();
    if (*known)
        return error("exists",
                     "このフォルダーにはすでに施設のデータがあります。別のフォルダーを指定してください。",
                     "There is a clinic in this folder already. Name another folder.");
    IdSource ids(clock, std::move(random));
    return write_clinic(*database, data, clinic, clock.now(), ids);
}

Result<Clinic> open(const OpenRequest& request, const Clock& clock, Random random) {
    std::error_code unknown;
    if (!std::filesystem::exists(database_file(request.data), unknown)) {
        // What cannot be looked at is not therefore absent: nobody is to begin anew over it.
        if (unknown) return unreachable();
        return no_clinic();
    }
    auto database = store::Database::open(database_file(request.data));
    if (!database) return database.error();
    const auto id = database->text("SELECT value FROM setting WHERE name = 'clinic.id'");
    if (!id) return id.error();
    if (!*id) return no_clinic();
    auto keys = store::Keyring::open(*database, device_key_file(request.data));
    if (!keys) return keys.error();
    auto programmes = programme::Catalogue::load(programme_folder(request));
    if (!programmes) return programmes.error();
    auto signed_ones = signed_programmes(*database);
    if (!signed_ones) return signed_ones.error();
    auto trust = load_trust(request.data / "trust");
    if (!trust) return trust.error();
    auto safety = load_safety({request.data / "safety", request.assets / "safety"});
    if (!safety) return safety.error();
    Clinic clinic{.database = std::move(*database),
                  .keys = std::move(*keys),
                  .programmes = programmes->with(std::move(*signed_ones)),
                  .trust = std::move(*trust),
                  .clock = clock,
                  .ids = IdSource(clock, std::move(random)),
                  .actor = {},
                  .names = std::make_shared<NameIndex>(),
                  .recent = std::make_shared<Recent>(),
                  .safety = std::make_shared<const Safety>(std::move(*safety))};
    const auto recent = recent_links(clinic.database, 0);
    if (!recent) return recent.error();
    clinic.ids.continue_after(recent->newest_id);
    const auto people = staff(clinic);
    if (!people) return people.error();
    if (!people->empty()) clinic.actor = {people->front().id, people->front().name, people->front().role};
    return clinic;
}

Result<std::vector<Staff>> staff(const Clinic& clinic) {
    std::vector<Staff> people;
    const auto read = clinic.database.query(
        "SELECT id, name, role FROM staff s WHERE NOT EXISTS (SELECT 1 FROM staff_end e WHERE e.staff_id = "
        "s.id) "
        "ORDER BY id",
        {}, [&](const store::Row& row) {
            people.push_back({row.text(0), row.text(1), role_from(row.text(2)).value_or(Role::night)});
            return true;
        });
    if (!read) return read.error();
    return people;
}

Result<Staff> find_staff(const Clinic& clinic, std::string_view staff_id) {
    const auto people = staff(clinic);
    if (!people) return people.error();
    const auto one = std::ranges::find(*people, staff_id, &Staff::id);
    if (one == people->end())
        return error("not_found", "この担当者は登録されていません。",
                     "This member of staff is not registered.");
    return *one;
}

Result<Done> act_as(Clinic& clinic, std::string_view staff_id) {
    const auto one = find_staff(clinic, staff_id);
    if (!one) return one.error();
    clinic.actor = {one->id, one->name, one->role};
    return Done{};
}

AsTerminal::AsTerminal(Clinic& clinic) : clinic_(clinic), before_(std::move(clinic.actor)) {
    clinic.actor = {std::string(kTerminalActor), "", Role::terminal};
}

AsTerminal::~AsTerminal() {
    clinic_.actor = std::move(before_);
}

}  // namespace sango::clinic
