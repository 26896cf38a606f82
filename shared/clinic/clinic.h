#pragma once

#include "shared/base/clock.h"
#include "shared/base/id.h"
#include "shared/base/result.h"
#include "shared/card/revocation.h"
#include "shared/card/trust.h"
#include "shared/clinic/role.h"
#include "shared/programme/programme.h"
#include "shared/store/database.h"
#include "shared/store/seal.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sango::clinic {

class NameIndex;  // shared/clinic/name_index.h
struct Recent;    // shared/clinic/recent.h
struct Safety;    // shared/clinic/safety.h

/// Who acts: id of a member of staff (担当者), written into every row.
struct Actor {
    std::string staff_id;
    std::string name;
    std::optional<Role> role{};  ///< none: nobody is signed in
};

/// What rows name where no person acted.
inline constexpr std::string_view kTerminalActor = "system";

/// Acts as the terminal itself until it goes: what the clock or an answer of a municipality sets off.
class AsTerminal {
public:
    explicit AsTerminal(Clinic& clinic);
    AsTerminal(const AsTerminal&) = delete;
    AsTerminal& operator=(const AsTerminal&) = delete;
    ~AsTerminal();

private:
    Clinic& clinic_;
    Actor before_;
};

/// The open clinic: its data and what its rules need. Owned by the clinic thread; every use case takes it
/// first.
struct Clinic {
    store::Database database;
    store::Keyring keys;
    programme::Catalogue programmes;
    card::Trust trust;
    const Clock& clock;
    IdSource ids;
    Actor actor;
    /// Names are sealed, so what search needs is kept in memory; built at the first search.
    std::shared_ptr<NameIndex> names{};
    /// What the newest links of the audit chain told, so that the clock can be checked at each verdict.
    std::shared_ptr<Recent> recent{};
    /// Intervals of the watch, ranges, whom to call: assets/safety, or the clinic's own copies.
    std::shared_ptr<const Safety> safety{};
};

/// What a data folder holds: clinic.db, device.key (0600), trust/<code>*.pem (the municipalities' keys),
/// programmes/ and safety/ (optional overrides), sync/ (certificate, key, authorities, endpoints.toml).
struct OpenRequest {
    std::filesystem::path data;
    std::filesystem::path assets;
};
/// Where the device secret is, unless systemd gives it.
[[nodiscard]] std::filesystem::path device_key_file(const std::filesystem::path& data);
/// Opens a clinic that `create` made. The actor is the first member of staff. Errors: no_clinic, no_key,
/// wrong_key (the device secret is of another clinic), bad_assets, and those of store and programme.
[[nodiscard]] Result<Clinic> open(const OpenRequest& request, const Clock& clock, Random random);

struct NewClinic {
    std::string id;    ///< the clinic's number with the municipalities, e.g. "sakura-0123"
    std::string name;  ///< さくら助産院
    std::vector<std::pair<std::string, std::string>> staff;  ///< name, role (desk, night, manager)
    std::string pin_hash{};   ///< of the first of the staff (staff.h); empty: none yet
    bool papers_due = false;  ///< its first start (first_start.h) has still to be finished
};
/// Makes the data folder (0700), the device key and the database; cut off at any moment there is a whole
/// clinic or none, and it can be called again. Fails with `exists` if there is a clinic already.
[[nodiscard]] Result<Done> create(const std::filesystem::path& data, const NewClinic& clinic,
                                  const Clock& clock, Random random);

/// Everyone who is of the staff now, in the order in which they came.
struct Staff {
    std::string id;
    std::string name;
    Role role{};
};
[[nodiscard]] Result<std::vector<Staff>> staff(const Clinic& clinic);
/// Error: not_found.
[[nodiscard]] Result<Staff> find_staff(const Clinic& clinic, std::string_view staff_id);
/// From now on this member of staff acts. Error: not_found.
[[nodiscard]] Result<Done> act_as(Clinic& clinic, std::string_view staff_id);

// Settings (names and values are text):
//   clinic.id, clinic.name          made by create()
//   first_start                     "papers": made by create(), until finish_first_start()
//   lock.minutes                    1 to 60: untouched for so long, the terminal locks itself; 5 if unset
//   clinic.closed_days              "2026-12-31,2027-01-01"
//   screen.language, screen.light   "ja", "en"; "auto", "day", "night": chosen by hand
//   contract.<programme>            "1": contracted (契約中); else new check-ins are refused
//   programme.<programme>.<key>     whole number: a setting of programme::Settings, e.g.
//                                   programme.nerima.unit_price.day_care
[[nodiscard]] Result<std::optional<std::string>> setting(const Clinic& clinic, std::string_view name);
/// Each change is kept with what stood there before.
[[nodiscard]] Result<Done> set_setting(Clinic& clinic, std::string_view name, std::string_view value,
                                       Right right = Right::settings);
[[nodiscard]] Result<Done> unset_setting(Clinic& clinic, std::string_view name);

struct SettingChange {
    std::string name;
    std::optional<std::string> before;  ///< none: was not set
    std::optional<std::string> after;   ///< none: is not set any more
    Instant at{};
    std::string by;  ///< name of the member of staff; empty for the system
};
/// The changes of settings whose names begin so, newest first, at most `most`.
[[nodiscard]] Result<std::vector<SettingChange>> setting_history(const Clinic& clinic,
                                                                 std::string_view prefix, int most = 100);

/// The clinic's date: Japan's.
[[nodiscard]] inline Date today(const Clinic& clinic) {
    return japan_date(clinic.clock.now());
}
/// Whether today's date can be believed: not before 2026, and not more than 5 minutes before the newest
/// moment that was recorded here. While it cannot, cards answer `clock` and verdicts at least `ask`.
[[nodiscard]] bool clock_trustworthy(const Clinic& clinic);
/// A person has looked: date and time are right now, whatever was recorded under a wrong clock before.
[[nodiscard]] Result<Done> confirm_clock(Clinic& clinic);

}  // namespace sango::clinic
