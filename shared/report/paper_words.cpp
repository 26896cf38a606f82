#include "shared/report/paper_words.h"

#include "shared/clinic/safety.h"
#include "shared/programme/rules.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace sango::report {
namespace {

struct Named {
    std::string_view word;
    std::string_view ja;
    std::string_view en;
};

template <std::size_t N>
Message named(const std::array<Named, N>& names, std::string_view word) {
    const auto* const found = std::ranges::find(names, word, &Named::word);
    if (found == names.end()) return {std::string(word), std::string(word)};
    return {std::string(found->ja), std::string(found->en)};
}

constexpr std::array<Named, 13> kCare{{{"milk", "ミルク", "milk"},
                                       {"breast", "授乳", "breastfeeding"},
                                       {"nappy", "おむつ", "nappy"},
                                       {"temperature", "体温", "temperature"},
                                       {"weight", "体重", "weight"},
                                       {"bath", "沐浴", "bath"},
                                       {"sleep", "睡眠", "sleep"},
                                       {"breast_care", "乳房ケア", "breast care"},
                                       {"meal", "食事", "meal"},
                                       {"medication", "服薬", "medication"},
                                       {"counselling", "相談", "counselling"},
                                       {"text", "記録", "notes"},
                                       {"pain", "痛み", "pain"}}};
constexpr std::array<Named, 6> kShown{{{"card", "利用者カード", "card"},
                                       {"coupon", "電子クーポン", "e-coupon"},
                                       {"forgotten", "持参なし", "left at home"},
                                       {"number", "番号入力", "number"},
                                       {"cancelled_late", "締切後のキャンセル", "cancelled late"},
                                       {"did_not_come", "来院なし", "did not come"}}};

}  // namespace

const programme::Programme* version_for(const clinic::Clinic& clinic, std::string_view programme,
                                        std::chrono::year_month month) {
    if (const auto* found = clinic.programmes.find(programme, last_day(month))) return found;
    const programme::Programme* newest = nullptr;
    for (const programme::Programme& version : clinic.programmes.all())
        if (version.id() == programme && (newest == nullptr || newest->valid_from() < version.valid_from()))
            newest = &version;
    return newest;
}

Message service_name(const programme::Programme* programme, programme::Service service) {
    if (programme != nullptr)
        if (Message name = programme->service_name(service); !name.ja.empty()) return name;
    const std::string word(programme::word(service));
    return {word, word};
}

Message care_name(std::string_view kind) {
    return named(kCare, kind);
}

Message condition_name(clinic::Condition condition) {
    switch (condition) {
        case clinic::Condition::well:
            return {"落ち着いている", "well"};
        case clinic::Condition::tired:
            return {"疲れている", "tired"};
        case clinic::Condition::unwell:
            return {"つらそう", "unwell"};
    }
    return {};
}

Message shown_name(std::string_view shown) {
    return named(kShown, shown);
}

std::string care_text(const Row& row, Tongue tongue) {
    std::string text;
    for (const auto& [kind, count] : row.care) {
        if (!text.empty()) text += tongue == Tongue::ja ? "、" : ", ";
        text += tongue == Tongue::ja ? fmt::format("{}{}回", care_name(kind).ja, count)
                                     : fmt::format("{} {}", care_name(kind).en, count);
    }
    return text;
}

std::string short_moment(Instant at) {
    const std::chrono::year_month_day day(japan_date(at));
    return fmt::format("{}/{} {}", static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()),
                       time_text(at));
}

std::string told_text(const clinic::Clinic& clinic, const Row& row, Tongue tongue) {
    std::string text;
    for (const clinic::ToldIncident& one : row.told) {
        const Message& name = clinic::class_of(clinic.safety->incidents, one.gravity).name;
        if (!text.empty()) text += '\n';
        text += tongue == Tongue::ja ? fmt::format("{} {}（{} {}へ）", short_moment(one.happened_at), name.ja,
                                                   short_moment(*one.told_at), one.told_to)
                                     : fmt::format("{} {} (told {}, {})", short_moment(one.happened_at),
                                                   name.en, short_moment(*one.told_at), one.told_to);
    }
    return text;
}

std::string day_text(Date day, Tongue tongue) {
    return tongue == Tongue::ja ? era_date_text(day) : english_date_text(day);
}

std::string month_words(std::chrono::year_month month, Tongue tongue) {
    return tongue == Tongue::ja ? era_month_text(month) : english_month_text(month);
}

std::string money_text(Yen amount, Tongue tongue) {
    return tongue == Tongue::ja ? yen_text_ja(amount) : yen_text_en(amount);
}

std::string addressee(const programme::Programme& programme, Tongue tongue) {
    return tongue == Tongue::ja ? programme.name().ja + "長 様" : "To the mayor of " + programme.name().en;
}

Result<std::vector<std::string>> clinic_lines(const clinic::Clinic& clinic) {
    std::vector<std::string> lines;
    for (const char* name : {"clinic.name", "clinic.address", "clinic.phone", "clinic.representative"}) {
        auto set = clinic::setting(clinic, name);
        if (!set) return set.error();
        if (*set && !(*set)->empty()) lines.push_back(std::move(**set));
    }
    return lines;
}

}  // namespace sango::report
