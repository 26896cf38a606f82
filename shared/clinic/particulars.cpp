#include "shared/clinic/particulars.h"

#include "shared/base/text.h"
#include "shared/clinic/writing.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::clinic {
namespace {

using Group = Particular::Group;
using ParticularKind = Particular::Kind;

constexpr std::array kParticulars{
    Particular{"name", Group::clinic, ParticularKind::line, "施設の名前", "Name of the clinic"},
    Particular{"owner", Group::clinic, ParticularKind::line, "設置者", "Owner"},
    Particular{"address", Group::clinic, ParticularKind::line, "所在地", "Address"},
    Particular{"phone", Group::clinic, ParticularKind::line, "電話番号", "Telephone"},
    Particular{"representative", Group::clinic, ParticularKind::line, "代表者（印の名前）",
               "Representative (beside the stamp)"},
    Particular{"programme_manager", Group::clinic, ParticularKind::line, "産後ケア事業の管理者",
               "Manager of postpartum care"},
    Particular{"invoice.registration", Group::invoice, ParticularKind::registration, "登録番号（インボイス）",
               "Invoice registration no."},
    Particular{"invoice.prefix", Group::invoice, ParticularKind::line, "請求書番号の頭につける字",
               "Before invoice numbers"},
    Particular{"bank.name", Group::bank, ParticularKind::line, "金融機関", "Bank"},
    Particular{"bank.branch", Group::bank, ParticularKind::line, "支店", "Branch"},
    Particular{"bank.kind", Group::bank, ParticularKind::account_kind, "口座の種類", "Kind of account"},
    Particular{"bank.number", Group::bank, ParticularKind::digits, "口座番号", "Account number"},
    Particular{"bank.holder", Group::bank, ParticularKind::kana, "口座名義（カナ）",
               "Account holder (katakana)"},
};

std::string setting_of(const Particular& what) {
    return fmt::format("clinic.{}", what.name);
}

bool all_digits(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// What banks print of a holder's name.
bool is_holder(std::string_view text) {
    constexpr std::u32string_view kSigns = U" ().-/,「」・ー";
    return std::ranges::all_of(code_points(text), [&](char32_t point) {
        return (point >= U'ァ' && point <= U'ヴ') || (point >= U'A' && point <= U'Z') ||
               (point >= U'0' && point <= U'9') || kSigns.find(point) != std::u32string_view::npos;
    });
}

Result<std::string> registration(std::string_view typed) {
    constexpr std::size_t kDigits = 13;
    std::string number = narrow(typed);
    std::erase_if(number, [](char c) { return c == '-' || c == ' '; });
    if (!number.empty() && (number.front() == 'T' || number.front() == 't')) number.erase(0, 1);
    if (number.size() != kDigits || !all_digits(number))
        return error("bad_registration", "T と数字13桁です。", "T and 13 digits, please.");
    return "T" + number;
}

Result<std::string> account_number(std::string_view typed) {
    constexpr std::size_t kMost = 7;
    std::string number = narrow(typed);
    std::erase_if(number, [](char c) { return c == '-' || c == ' '; });
    if (number.size() > kMost || !all_digits(number))
        return error("bad_account_number", "口座番号は7桁までです。", "At most 7 digits, please.");
    // Shorter ones are told with their zeros: an office types what it reads.
    return number.empty() ? number : std::string(kMost - number.size(), '0') + number;
}

Result<std::string> holder(std::string_view typed) {
    std::string kana = to_katakana(typed);
    if (!is_holder(kana))
        return error("bad_holder", "口座名義はカタカナで入れてください。",
                     "Write the holder's name in katakana.");
    return kana;
}

}  // namespace

std::span<const Particular> particulars() {
    return kParticulars;
}

Result<std::vector<std::string>> known_particulars(const Clinic& clinic) {
    std::vector<std::string> known;
    for (const Particular& one : kParticulars) {
        auto set = setting(clinic, setting_of(one));
        if (!set) return set.error();
        known.push_back(set->value_or(""));
    }
    return known;
}

Result<std::string> tidy_particular(const Particular& what, std::string_view typed) {
    const std::string_view text = trim(typed);
    if (text.empty()) return std::string();
    if (!is_line(text, kMostLineBytes))
        return error("bad_particular", fmt::format("{}は1行で入れてください。", what.ja),
                     fmt::format("{}: one line, please.", what.en));
    switch (what.kind) {
        case ParticularKind::line:
            return std::string(text);
        case ParticularKind::registration:
            return registration(text);
        case ParticularKind::account_kind:
            if (std::ranges::find(kAccountKinds, text) != kAccountKinds.end()) return std::string(text);
            return error("bad_account_kind", "口座の種類は「普通」か「当座」です。",
                         "The kind of account is 普通 or 当座.");
        case ParticularKind::digits:
            return account_number(text);
        case ParticularKind::kana:
            return holder(text);
    }
    return std::string(text);
}

Result<Done> set_particulars(Clinic& clinic, std::span<const std::pair<std::string, std::string>> told) {
    return transact(clinic, Right::settings, [&]() -> Result<Done> {
        for (const auto& [name, text] : told) {
            const auto what = std::ranges::find(kParticulars, name, &Particular::name);
            if (what == kParticulars.end())
                return error("unknown_particular", "その項目はありません。", "There is no such item.");
            const auto tidy = tidy_particular(*what, text);
            if (!tidy) return tidy.error();
            if (tidy->empty() && what == kParticulars.begin())
                return error("bad_particular", "施設の名前を入れてください。", "The clinic needs a name.");
            const auto before = setting(clinic, setting_of(*what));
            if (!before) return before.error();
            if (before->value_or("") == *tidy) continue;
            const auto written =
                change_setting(clinic, setting_of(*what),
                               tidy->empty() ? std::nullopt : std::optional<std::string_view>(*tidy));
            if (!written) return written;
        }
        return Done{};
    });
}

}  // namespace sango::clinic
