#include "shared/clinic/first_start.h"

#include "shared/base/text.h"
#include "shared/clinic/backup.h"
#include "shared/clinic/staff.h"
#include "shared/clinic/writing.h"

#include <algorithm>

namespace sango::clinic {
namespace {

constexpr std::size_t kMostIdSigns = 32;

std::string narrow_id(std::string_view typed) {
    return narrow(trim(typed));
}

/// It stands in file names and in what municipalities are sent.
bool is_clinic_id(std::string_view id) {
    return !id.empty() && id.size() <= kMostIdSigns && std::ranges::all_of(id, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
    });
}

bool is_name(std::string_view text) {
    return !fold_for_search(text).empty() && is_line(text, kMostLineBytes);
}

}  // namespace

Result<Done> check_first_clinic(const FirstClinic& first) {
    if (!is_name(trim(first.name)))
        return error("bad_clinic_name", "施設のお名前を入力してください。", "Enter the clinic's name.");
    if (!is_clinic_id(narrow_id(first.id)))
        return error("bad_clinic_id", "施設番号は、英数字とハイフンで32文字まで入力してください。",
                     "Enter the clinic's number: letters, digits and hyphens, at most 32.");
    if (!is_name(trim(first.manager)))
        return error("bad_name", "管理者のお名前を入力してください。", "Enter the manager's name.");
    return Done{};
}

Result<Done> found_clinic(const std::filesystem::path& data, const FirstClinic& first, const Clock& clock,
                          Random random) {
    if (auto good = check_first_clinic(first); !good) return good;
    auto hash = pin_hash(first.pin);
    if (!hash) return hash.error();
    return create(data,
                  {.id = narrow_id(first.id),
                   .name = std::string(trim(first.name)),
                   .staff = {{std::string(trim(first.manager)), std::string(word(Role::manager))}},
                   .pin_hash = std::move(*hash),
                   .papers_due = true},
                  clock, std::move(random));
}

Result<bool> papers_due(const Clinic& clinic) {
    const auto state = setting(clinic, kFirstStart);
    if (!state) return state.error();
    return *state == kPapersDue;
}

Result<Done> finish_first_start(Clinic& clinic, BytesView recovery_public_key) {
    return transact(clinic, Right::settings, [&]() -> Result<Done> {
        if (auto set = change_setting(clinic, kRecoveryKeySetting, hex(recovery_public_key)); !set)
            return set;
        return change_setting(clinic, kFirstStart, std::nullopt);
    });
}

}  // namespace sango::clinic
