#pragma once

#include "shared/base/date.h"
#include "shared/base/result.h"
#include "shared/programme/verdict.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sango::programme {

struct Rules;  // shared/programme/rules.h: what judge() reads

/// What a cancellation after the deadline, or a mother who does not come, leads to.
struct LateCancel {
    bool counts_as_use = false;  ///< the booked use counts against the limit as if it had taken place
    bool copay_due = false;      ///< and is paid for
    std::string source;
};

/// A municipality's office that coordinates uses and is reported back to.
struct Centre {
    Message name;
    bool planned = false;  ///< announced, not open yet
    std::string source;
};

/// One municipality's programme (産後ケア事業) as it stood in one span of days: an immutable, checked value,
/// cheap to copy.
class Programme {
public:
    explicit Programme(std::shared_ptr<const Rules> rules);

    [[nodiscard]] const std::string& id() const;    ///< "nerima": the file's word, used on the command line
    [[nodiscard]] const std::string& code() const;  ///< local government code, "131202"
    [[nodiscard]] const Message& name() const;      ///< 練馬区 / Nerima City
    [[nodiscard]] std::uint32_t colour() const;     ///< 0xRRGGBB, the municipality's colour everywhere
    [[nodiscard]] Date valid_from() const;          ///< first day on which these rules hold
    [[nodiscard]] std::optional<Date> valid_to() const;  ///< last day, none while open
    /// 1, or more where it corrects an earlier file that begins on the same day.
    [[nodiscard]] int revision() const;
    /// The same rules, in force until `last` at the latest.
    [[nodiscard]] Programme ended_on(Date last) const;
    [[nodiscard]] const std::vector<Service>& services() const;
    /// What the programme calls a service: "母子ショートステイ".
    [[nodiscard]] Message service_name(Service service) const;
    /// What stands on a use's card: whether the desk writes the date, stamps and hands it back (paper cards).
    [[nodiscard]] Message card_instruction(CardKind kind) const;
    /// What the programme says to do when she came without her card (お忘れ), or lost it (紛失): for the kind
    /// she holds, for both kinds if that is not known. After a loss nothing in it speaks of a child. Empty if
    /// the programme says nothing.
    [[nodiscard]] Message forgotten_card_instruction(std::optional<CardKind> kind, bool after_loss) const;
    [[nodiscard]] Message lost_card_instruction(bool after_loss) const;
    /// What is said with the questionnaire's code; empty if the programme says nothing.
    [[nodiscard]] Message questionnaire_text(bool after_loss) const;
    /// Whether mothers of this programme hold a card, or a coupon, of this kind.
    [[nodiscard]] bool has_card(CardKind kind) const;
    /// Who answers questions: 健康推進課母子保健係.
    [[nodiscard]] const Message& contact() const;
    /// True where copay and billing count started units of this service (a day care of 6 hours: 3 units).
    [[nodiscard]] bool counts_units(Service service) const;
    /// Day of the next month by which the implementation report is due (10), if the programme says so.
    [[nodiscard]] std::optional<int> report_due_day() const;
    /// First day on which a mother may register, or apply for the exemption, by her due date (40 weeks 0
    /// days); none if the programme rules no week.
    [[nodiscard]] std::optional<Date> registration_opens(Date due) const;
    [[nodiscard]] std::optional<Date> exemption_opens(Date due) const;
    /// What follows from a late cancellation; none if the programme says nothing.
    [[nodiscard]] std::optional<LateCancel> late_cancel() const;
    /// What becomes of her card or coupon then; empty if the programme says nothing.
    [[nodiscard]] Message late_cancel_instruction(CardKind kind) const;
    /// The municipality's centres, one of which coordinates each use; empty where there are none.
    [[nodiscard]] const std::vector<Centre>& centres() const;
    /// Last day on which the papers of a contract that ends on `contract_ends` are kept.
    [[nodiscard]] std::optional<Date> records_kept_until(Date contract_ends) const;
    [[nodiscard]] const Rules& rules() const { return *rules_; }

private:
    std::shared_ptr<const Rules> rules_;
};

/// Reads one programme file (TOML). Errors name file, line and field.
[[nodiscard]] Result<Programme> load_programme(std::string_view toml, std::string_view file_name);

/// The same from a file; errors name it by its last part.
[[nodiscard]] Result<Programme> load_programme_file(const std::filesystem::path& path);

/// What is left of the limit that binds the service asked for, before this use. none: no limit is known, or
/// the service is not offered (after a loss most are not).
struct Allowance {
    int left = 0;
    int total = 0;
};
[[nodiscard]] std::optional<Allowance> allowance(const Programme& programme, const Request& request);

/// Whether both are versions of one programme: by id or by code.
[[nodiscard]] bool same_programme(const Programme& a, const Programme& b);

/// Days between two versions of one programme on which neither is in force.
struct Gap {
    std::string id;
    Date first{};
    Date last{};

    bool operator==(const Gap&) const = default;
};

/// All programme versions of a folder. A use is judged by the version in force on its first day.
class Catalogue {
public:
    /// Every "*.toml" in `folder`. Fails on the first bad file, on two versions of one programme whose days
    /// overlap, and on an empty folder.
    [[nodiscard]] static Result<Catalogue> load(const std::filesystem::path& folder);
    /// The same of these files.
    [[nodiscard]] static Result<Catalogue> load_files(std::vector<std::filesystem::path> files);

    /// The same with versions that came later, each laid over what there is: it holds from its first day on,
    /// the version before ends on the day before, and one that begins on the same day is replaced by the
    /// highest revision of those that came.
    [[nodiscard]] Catalogue with(std::vector<Programme> later) const;
    /// Every version of one programme, by id or code, oldest first.
    [[nodiscard]] std::vector<Programme> versions(std::string_view id_or_code) const;

    /// In the order of the programmes' ids and days. A gap may be meant (a scheme that paused), so it is
    /// told, not refused.
    [[nodiscard]] std::vector<Gap> gaps() const;
    /// The version in force on `day`, by id ("nerima") or code ("131202"); nullptr if none.
    [[nodiscard]] const Programme* find(std::string_view id_or_code, Date day) const;
    /// Whether any version has this id or code.
    [[nodiscard]] bool knows(std::string_view id_or_code) const;
    [[nodiscard]] const std::vector<Programme>& all() const { return programmes_; }

private:
    std::vector<Programme> programmes_;
};

/// What is said where find() and all() know no programme of that name: code "unknown_programme".
[[nodiscard]] Error no_such_programme();

}  // namespace sango::programme
