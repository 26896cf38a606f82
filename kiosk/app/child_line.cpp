#include "kiosk/app/child_line.h"

namespace sango::app {
namespace {

constexpr int kPretermDays = 21;
constexpr int kLowBirthWeightGrams = 2'500;

bool counts_corrected(const clinic::Child& child) {
    if (!child.born || !child.due || *child.born >= *child.due) return false;
    return *child.due - *child.born > std::chrono::days(kPretermDays) ||
           (child.weight_g && *child.weight_g < kLowBirthWeightGrams);
}

}  // namespace

Message baby_name(const clinic::Child& child) {
    if (child.name.empty()) return {"赤ちゃん", "Baby"};
    return {child.name, child.name};
}

screens::ChildLine child_line(const clinic::Child& child, Date today) {
    screens::ChildLine line{child.name, {}};
    if (!child.born) return line;
    const auto age = age_on(*child.born, today);
    if (!age) return line;
    line.age = {age_text_ja(*age), age_text_en(*age)};
    if (!counts_corrected(child)) return line;
    if (const auto corrected = age_on(*child.due, today)) {
        std::string ja = age_text_ja(*corrected).substr(std::string_view("生後").size());
        line.age.ja += " (修正" + ja + ")";
        line.age.en += " (corrected " + age_text_en(*corrected) + ")";
    }
    return line;
}

Message allergy_text(const clinic::Mother& mother) {
    if (mother.allergies.find("アレルギー") != std::string::npos) return {mother.allergies, mother.allergies};
    return {mother.allergies + "アレルギー", "Allergy: " + mother.allergies};
}

}  // namespace sango::app
