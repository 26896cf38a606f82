#include "shared/clinic/incident_form.h"

#include "shared/base/date.h"
#include "shared/clinic/writing.h"
#include "shared/programme/tree.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

namespace sango::clinic {
namespace {

using enum FormField::Section;
using enum FormField::Kind;

constexpr std::array kFields{
    FormField{"report_date", header, date, "報告年月日", "Date of the report"},
    FormField{"other_class", header, text, "その他の場合の内容", "If another: what"},
    FormField{"facility_name", facility, text, "施設名", "Facility"},
    FormField{"facility_owner", facility, text, "施設設置者（社名・法人名・自治体名等）", "Who runs it"},
    FormField{"facility_address", facility, text, "施設所在地", "Address of the facility"},
    FormField{"representative", facility, text, "代表責任者", "Representative"},
    FormField{"programme_manager", facility, text, "産後ケア事業管理者", "Manager of the programme"},
    FormField{"capacity_mothers", facility, number, "利用者の総定員（産婦）名", "Capacity, mothers"},
    FormField{"offers_short_stay", facility, yes_no, "短期入所（ショートステイ）型", "Offers short stay"},
    FormField{"offers_day_care", facility, yes_no, "通所（デイサービス）型", "Offers day care"},
    FormField{"offers_outreach", facility, yes_no, "居宅訪問（アウトリーチ）型", "Offers home visits"},
    FormField{"last_inspection", facility, date, "直近の指導監査", "Last inspection"},
    FormField{"emergency_manual", facility, yes_no, "緊急対応マニュアル等の有無", "Has an emergency manual"},
    FormField{"home_municipality", facility, text, "利用者居住市町村名", "The user's municipality"},
    FormField{"other_municipalities", facility, text, "他受託市町村名", "Other municipalities contracted"},
    FormField{"mother_age", user, number, "母の年齢（歳）", "Mother's age, years"},
    FormField{"child_age_months", user, number, "子どもの月齢（か月）", "Child's age, months"},
    FormField{"child_age_days", user, number, "子どもの月齢（日）", "Child's age, days"},
    FormField{"child_sex", user, text, "子どもの性別", "Child's sex"},
    FormField{"multiple_birth", user, yes_no, "多胎児", "Multiple birth"},
    FormField{"use_began", user, date, "利用開始月日", "Use began"},
    FormField{"planned_nights", user, number, "利用予定期間（泊）", "Planned nights"},
    FormField{"planned_days", user, number, "利用予定期間（日）", "Planned days"},
    FormField{"use_kind", user, text, "利用形態", "Kind of use"},
    FormField{"happened_at", event, moment, "事案発生日時", "When it happened"},
    FormField{"victim", event, text, "受傷、発症または死亡した者", "Who was hurt, fell ill or died"},
    FormField{"victim_other", event, text, "（その他の場合）", "If another: who"},
    FormField{"course", event, long_text, "事案発生の経緯", "How it came about"},
    FormField{"staff_on_duty", event, number, "産後ケア事業従事職員数", "Staff on duty"},
    FormField{"licensed_on_duty", event, number, "うち助産師・看護師・保健師", "Of them midwives and nurses"},
    FormField{"other_mothers", event, number, "該当者以外の産婦の人数", "Other mothers present"},
    FormField{"other_children", event, number, "該当者以外の児の人数", "Other children present"},
    FormField{"other_persons", event, number, "その他の人数", "Other persons present"},
    FormField{"other_persons_who", event, text, "その他の内容", "Who they were"},
    FormField{"measures", event, long_text, "施設で講じた再発防止策", "Measures taken"},
    FormField{"equipment", event, text, "器具のメーカー・製品名・型式・構造",
              "Equipment: maker, product, model, make"},
    FormField{"diagnosis", condition, text, "診断名", "Diagnosis"},
    FormField{"injured_part", condition, text, "受傷部位（負傷の場合）", "Part injured"},
    FormField{"symptoms", condition, long_text, "病状（症状の程度）", "Condition"},
    FormField{"history", condition, text, "既往症", "Earlier illnesses"},
    FormField{"outcome", condition, text, "事案の転帰", "Outcome"},
    FormField{"remarks", condition, long_text, "特記事項", "Remarks"},
    FormField{"municipality_noticed_at", municipality, moment, "市町村の事案把握日時",
              "Municipality learnt of it", true},
    FormField{"municipality_manual", municipality, yes_no, "市町村の緊急対応マニュアル等の有無",
              "Municipality has a manual", true},
    FormField{"facility_goes_on", municipality, text, "当該施設の事業継続状況",
              "Whether the facility goes on", true},
    FormField{"suspended_for", municipality, text, "（休止の場合）期間", "If suspended: how long", true},
    FormField{"prefecture_measures", municipality, long_text, "都道府県の講じた再発防止策",
              "Prefecture's measures", true},
    FormField{"prefecture_response", municipality, long_text, "都道府県としての対応", "Prefecture's response",
              true},
    FormField{"officer", municipality, text, "市町村担当者の所属・役職", "Municipal officer", true},
    FormField{"officer_phone", municipality, text, "連絡先（電話）", "Telephone", true},
    FormField{"officer_mail", municipality, text, "連絡先（E-mail）", "E-mail", true},
};

Error wrong(std::string_view code, const FormField& field, std::string_view ja, std::string_view en) {
    return error(code, fmt::format("「{}」{}", field.ja, ja), fmt::format("\"{}\" {}", field.en, en));
}

bool is_number(std::string_view value) {
    int number = 0;
    const auto [end, failed] = std::from_chars(value.data(), value.data() + value.size(), number);
    return failed == std::errc() && end == value.data() + value.size() && number >= 0 && number <= 9'999;
}

Result<Done> check_value(const FormField& field, std::string_view value) {
    if (!is_free_text(value, kMostTextBytes))
        return wrong("bad_text", field, "に使えない文字があるか、長すぎます。",
                     "holds signs that cannot be kept, or is too long.");
    switch (field.kind) {
        case text:
        case long_text:
            return Done{};
        case number:
            if (is_number(value)) return Done{};
            return wrong("bad_number", field, "は数字で入れてください。", "must be a number.");
        case date:
            if (parse_date(value)) return Done{};
            return wrong("bad_date", field, "は 2026-11-21 の形で入れてください。",
                         "must be like 2026-11-21.");
        case moment:
            if (parse_instant(value)) return Done{};
            return wrong("bad_moment", field, "の日時を選び直してください。", "must be a moment.");
        case yes_no:
            if (value == "yes" || value == "no") return Done{};
            return wrong("bad_answer", field, "は有か無かを選んでください。", "must be yes or no.");
    }
    return Done{};
}

}  // namespace

std::span<const FormField> form_fields() {
    return kFields;
}

const FormField* form_field(std::string_view key) {
    const auto found = std::ranges::find(kFields, key, &FormField::key);
    return found == kFields.end() ? nullptr : &*found;
}

Result<Done> check_form(const FormValues& values) {
    for (const auto& [key, value] : values) {
        const FormField* field = form_field(key);
        if (field == nullptr)
            return error("unknown_field", "様式にない項目があります。",
                         "There is a field the form does not have.");
        if (value.empty()) continue;
        if (auto fits = check_value(*field, value); !fits) return fits;
    }
    return Done{};
}

std::string form_json(const FormValues& values) {
    std::string json = "{";
    for (const FormField& field : kFields) {
        const auto value = values.find(field.key);
        if (value == values.end() || value->second.empty()) continue;
        if (json.size() > 1) json += ",";
        json += programme::json_quoted(field.key) + ":" + programme::json_quoted(value->second);
    }
    return json + "}";
}

Result<FormValues> form_from_json(std::string_view json) {
    const auto tree = programme::parse_json(json);
    if (!tree) return tree.error();
    FormValues values;
    if (const auto* members = std::get_if<programme::Node::Members>(&tree->value))
        for (const programme::Member& member : *members)
            if (const auto* value = std::get_if<std::string>(&member.node.value)) values[member.key] = *value;
    return values;
}

}  // namespace sango::clinic
