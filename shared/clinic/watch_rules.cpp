#include "shared/clinic/watch_rules.h"

#include "shared/clinic/safety_file.h"

#include <algorithm>
#include <array>

namespace sango::clinic {
namespace {

using programme::Fields;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::array<std::string_view, 4> kPostures{"back", "side", "prone", "held"};
constexpr std::int64_t kHour = 3'600;

seconds read_seconds(Fields& from, std::string_view key, std::int64_t least, std::int64_t most) {
    return seconds(from.must(key).whole(key, least, most).value_or(least));
}

WatchInterval read_interval(Fields& from) {
    WatchInterval interval;
    interval.every = read_seconds(from, "every_s", 1, kHour);
    interval.least = read_seconds(from, "least", 1, kHour);
    interval.most = read_seconds(from, "most", 1, kHour);
    interval.setting = must_text(from, "setting");
    interval.source = must_text(from, "source");
    if (interval.every < interval.least || interval.every > interval.most)
        from.complain("every_s", "least から most までの値にしてください。",
                      "must lie between least and most.");
    return interval;
}

void read_intervals(Fields& root, WatchRules& rules, programme::Complaints& complaints) {
    root.must("interval").tables("interval", [&](Fields& from) {
        WatchInterval interval = read_interval(from);
        interval.under_months = must_whole(from, "under_months", 1, 72);
        if (!rules.intervals.empty() && interval.under_months <= rules.intervals.back().under_months)
            from.complain("under_months", "若い月齢から順に並べてください。",
                          "must rise from one to the next.");
        rules.intervals.push_back(std::move(interval));
    });
    if (rules.intervals.empty() && complaints.none())
        complaints.add(0, "interval", "1つ以上書いてください。", "at least one is needed.");
}

}  // namespace

Result<WatchRules> read_watch_rules(std::string_view toml, std::string_view file_name) {
    const auto tree = programme::parse_toml(toml, file_name);
    if (!tree) return tree.error();
    programme::Complaints complaints(file_name);
    Fields root(complaints, *tree, "");
    WatchRules rules;
    (void)root.must("format").whole("format", 1, 1);
    read_intervals(root, rules, complaints);

    Fields closer = root.must("closer").table("closer");
    rules.closer = read_interval(closer);
    rules.closer_for = minutes(closer.must("for_min").whole("for_min", 1, 60).value_or(1));
    rules.closer_for_source = must_text(closer, "for_source");
    closer.finish();
    Fields prone = root.must("prone").table("prone");
    rules.prone_again = read_seconds(prone, "again_s", 1, 300);
    rules.prone_source = must_text(prone, "source");
    prone.finish();
    Fields alarm = root.must("alarm").table("alarm");
    rules.sound_after = read_seconds(alarm, "sound_after_s", 0, 120);
    rules.louder_after = read_seconds(alarm, "louder_after_s", 1, 600);
    if (rules.louder_after <= rules.sound_after)
        alarm.complain("louder_after_s", "sound_after_s より長くしてください。",
                       "must be longer than sound_after_s.");
    (void)must_text(alarm, "source");
    alarm.finish();
    Fields staff = root.must("staff").table("staff");
    rules.staff_needed = must_whole(staff, "needed", 1, 20);
    rules.staff_source = must_text(staff, "source");
    staff.finish();
    root.finish();
    if (!complaints.none()) return complaints.first();
    return rules;
}

Result<WatchRules> load_watch_rules(const std::filesystem::path& file) {
    const auto text = safety_text(file);
    if (!text) return text.error();
    return read_watch_rules(*text, file.filename().string());
}

seconds interval_for(const WatchInterval& rule, std::optional<seconds> set) {
    return set ? std::clamp(*set, rule.least, rule.most) : rule.every;
}

const WatchInterval& interval_of_age(const WatchRules& rules, std::optional<Age> age) {
    // A baby whose age is not known is watched as the youngest.
    const int months = age ? age->months : 0;
    const auto found = std::ranges::find_if(rules.intervals,
                                            [&](const WatchInterval& i) { return months < i.under_months; });
    return found == rules.intervals.end() ? rules.intervals.back() : *found;
}

std::string_view word(Posture posture) {
    return kPostures.at(static_cast<std::size_t>(posture));
}

std::optional<Posture> posture_from(std::string_view word) {
    const auto at = std::ranges::find(kPostures, word);
    if (at == kPostures.end()) return std::nullopt;
    return static_cast<Posture>(at - kPostures.begin());
}

milliseconds look_due(const WatchRules& rules, const Watching& baby) {
    if (baby.posture == Posture::prone || baby.unwell)
        return baby.looked_at + std::min(rules.prone_again, baby.every);
    const milliseconds plain = baby.looked_at + baby.every;
    if (!baby.tended_at) return plain;
    const milliseconds closer = std::max(baby.looked_at, *baby.tended_at) + baby.closer_every;
    return closer <= *baby.tended_at + rules.closer_for ? std::min(plain, closer) : plain;
}

std::optional<milliseconds> closer_until(const WatchRules& rules, const Watching& baby, milliseconds now) {
    if (!baby.tended_at) return std::nullopt;
    const milliseconds until = *baby.tended_at + rules.closer_for;
    return now < until ? std::optional(until) : std::nullopt;
}

Alarm alarm_at(const WatchRules& rules, milliseconds due, milliseconds now) {
    if (now < due) return Alarm::none;
    if (now < due + rules.sound_after) return Alarm::shown;
    if (now < due + rules.louder_after) return Alarm::sound;
    return Alarm::loud;
}

std::optional<milliseconds> next_change(const WatchRules& rules, milliseconds due, milliseconds now) {
    for (const milliseconds at :
         {due, due + milliseconds(rules.sound_after), due + milliseconds(rules.louder_after)})
        if (now < at) return at;
    return std::nullopt;
}

}  // namespace sango::clinic
