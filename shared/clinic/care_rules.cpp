#include "shared/clinic/care_rules.h"

#include "shared/clinic/safety_file.h"

namespace sango::clinic {
namespace {

using programme::Fields;

void read_temperature(Fields& from, CareRules& rules) {
    const auto of = from.must("of").word("of", {"child", "mother"});
    Range& range = of == "mother" ? rules.mother_temperature : rules.child_temperature;
    range.low = must_whole(from, "low", 300, 430);
    range.high = must_whole(from, "high", 300, 430);
    range.low_setting = must_text(from, "low_setting");
    range.high_setting = must_text(from, "high_setting");
    range.source = must_text(from, "source");
    if (range.high < range.low)
        from.complain("high", "low より大きくしてください。", "must not be below low.");
}

}  // namespace

Result<CareRules> read_care_rules(std::string_view toml, std::string_view file_name) {
    const auto tree = programme::parse_toml(toml, file_name);
    if (!tree) return tree.error();
    programme::Complaints complaints(file_name);
    Fields root(complaints, *tree, "");
    CareRules rules;
    (void)must_whole(root, "format", 1, 1);
    root.must("temperature").tables("temperature", [&](Fields& from) { read_temperature(from, rules); });
    for (const Range* range : {&rules.child_temperature, &rules.mother_temperature})
        if (range->source.empty() && complaints.none())
            complaints.add(0, "temperature", "child と mother の両方を書いてください。",
                           "both child and mother are needed.");
    Fields weight = root.must("weight").table("weight");
    rules.most_loss_percent = must_whole(weight, "most_loss_percent", 1, 30);
    rules.loss_setting = must_text(weight, "setting");
    rules.loss_source = must_text(weight, "source");
    weight.finish();
    Fields feed = root.must("feed").table("feed");
    rules.feed_every_min = must_whole(feed, "every_min", 30, 720);
    rules.feed_setting = must_text(feed, "setting");
    rules.feed_source = must_text(feed, "source");
    feed.finish();
    root.finish();
    if (!complaints.none()) return complaints.first();
    return rules;
}

}  // namespace sango::clinic
