#include "shared/programme/describe.h"
#include "shared/programme/rules.h"
#include "tests/programme/sample.h"

#include <algorithm>
#include <filesystem>

using namespace sango;
using namespace sango::programme;
using namespace sango::programme::sample;

namespace {

/// Nerima's file with the first `from` written as `to`, and the English complaint on loading it.
std::string complaint(std::string_view from, std::string_view to) {
    std::string text = file_text("nerima");
    const std::size_t at = text.find(from);
    REQUIRE_MESSAGE(at != std::string::npos, from);
    text.replace(at, from.size(), to);
    const auto loaded = load_programme(text, "nerima.toml");
    if (loaded) return "";
    CHECK_FALSE(loaded.error().message.ja.empty());
    return loaded.error().message.en;
}

int line_of(std::string_view part) {
    const std::string text = file_text("nerima");
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(text.find(part));
    return 1 + static_cast<int>(std::count(text.begin(), end, '\n'));
}

}  // namespace

TEST_CASE("A wrong field is refused with file, line and field") {
    struct Wrong {
        const char* from;
        const char* to;
        const char* field;
    };
    for (const Wrong& wrong : {
             Wrong{"each_day = 1500", "each_day = \"1500\"", "service.day_care.copay.each_day"},
             Wrong{"each_day = 1500", "each_day = -1", "service.day_care.copay.each_day"},
             Wrong{"each_day = 1500", "each_day = 1500.5", "service.day_care.copay.each_day"},
             Wrong{"each_day = 1500", "each_day = 15000000", "service.day_care.copay.each_day"},
             Wrong{"total = 7", "total = 0", "limit[0].total"},
             Wrong{"total_multiples = 18", "total_multiple = 18", "limit[1].total_multiple"},
             Wrong{"corrected_age = \"ask\"", "corrected_age = \"maybe\"",
                   "service.short_stay.window.corrected_age"},
             Wrong{"ask_after_months = 4 ", "ask_after_months = 12 ",
                   "service.short_stay.window.ask_after_months"},
             Wrong{"code = \"131202\"", "code = \"131203\"", "programme.code"},
             Wrong{"colour = \"#3B6FB6\"", "colour = \"blue\"", "programme.colour"},
             Wrong{"valid_from = 2021-04-01", "valid_from = \"2021-02-30\"", "programme.valid_from"},
             Wrong{"confirmation_lapses = \"07-01\"", "confirmation_lapses = \"02-29\"",
                   "household.confirmation_lapses"},
             Wrong{"at = 10:00:00", "at = 10", "cancel.at"},
             Wrong{"before_closed_days = true", "before_closed_days = \"yes\"", "cancel.before_closed_days"},
             Wrong{"counted_in = \"days\"", "counted_in = \"weeks\"", "service.short_stay.counted_in"},
             Wrong{"services = [\"outreach\"]", "services = [\"sibling_day_care\"]", "limit[2].services"},
             Wrong{"otherwise = \"ask\"", "otherwise = \"accept\"", "card.kinds[0].otherwise"},
             Wrong{"unit_price = { setting = \"unit_price.day_care\" }",
                   "unit_price = { setting = \"unit_price.other\" }", "service.day_care.unit_price"},
             Wrong{"topic = \"forgotten_card\"", "topic = \"other\"", "guidance[3].topic"},
             Wrong{"format = 1", "format = 2", "format"},
         }) {
        CAPTURE(wrong.to);
        const std::string expected =
            "nerima.toml:" + std::to_string(line_of(wrong.from)) + ": " + wrong.field + ": ";
        const std::string said = complaint(wrong.from, wrong.to);
        CHECK_MESSAGE(said.starts_with(expected), said);
    }
}

TEST_CASE("A missing field is refused with the line of its table") {
    CHECK(complaint("each_day = 1500\n", "")
              .starts_with("nerima.toml:" + std::to_string(line_of("[service.day_care.copay]")) +
                           ": service.day_care.copay.each_day: "));
    CHECK(complaint("[residency]", "[residence]").find("residency: is missing") != std::string::npos);
    CHECK(complaint("moved_out_source", "moved_source").find("residency.moved_out_source: is missing") !=
          std::string::npos);
}

TEST_CASE("A rule without a source, or with one that names no document, is refused") {
    CHECK(complaint("[cancel]\n", "[cancel]\nsources = \"\"\n") != "");
    CHECK(complaint("source = \"002 利用予約後のキャンセルについて\"\n", "").find("cancel.source") !=
          std::string::npos);
    CHECK(complaint("source = \"002 利用予約後のキャンセルについて\"", "source = \"ちらし\"")
              .find("cancel.source") != std::string::npos);
}

TEST_CASE("What is not TOML is refused with its line") {
    CHECK(complaint("[cancel]", "[cancel")
              .starts_with("nerima.toml:" + std::to_string(line_of("[cancel]")) + ": "));
    CHECK_FALSE(load_programme("", "empty.toml"));
    CHECK_FALSE(load_programme("\xff\xfe", "bytes.toml"));
    CHECK_FALSE(load_programme(std::string(2'000'000, '#'), "large.toml"));
    CHECK_FALSE(load_programme("a = " + std::string(60, '[') + std::string(60, ']'), "deep.toml"));
}

TEST_CASE("A setting no rule reads, or declared twice, is refused") {
    CHECK(complaint("name = \"clinic.orientation_done\"", "name = \"clinic.orientation\"") != "");
    const std::string idle =
        "[[setting]]\nname = \"idle\"\nby = \"clinic\"\nquestion = { ja = \"x\", en = \"x\" }\n"
        "least = 0\nmost = 1\nsource = \"002 x\"\n";
    CHECK(complaint("[orientation]", idle + "[orientation]").find("no rule reads") != std::string::npos);
}

TEST_CASE("A setting knows what it counts from the rule that reads it, and is of one kind") {
    using Kind = OpenSetting::Kind;
    const auto setting = [](std::string_view id, std::string_view name) {
        const Programme programme = rules_of(id);
        const OpenSetting* found = programme.rules().setting(name);
        REQUIRE(found != nullptr);
        return *found;
    };
    CHECK(setting("nakano", "copay.outreach").kind == Kind::yen);
    CHECK(setting("nakano", "limit.total").counter == Message{"日", "days"});
    CHECK(setting("kashiwa", "window.months").kind == Kind::months);
    CHECK(setting("nerima", "clinic.orientation").kind == Kind::yes_no);
    CHECK(setting("nerima", "clinic.orientation_done").kind == Kind::about_her);
    // A price read as a limit.
    CHECK(complaint("total = 7", "total = { setting = \"unit_price.short_stay\" }").find("another kind") !=
          std::string::npos);
    CHECK(complaint("user_number_prefix = \"N\"", "revision = 0").find("revision") != std::string::npos);
}

TEST_CASE("Rules that need another rule are refused without it") {
    // A copay on the certificate needs [card]; a coupon's price needs its number.
    const auto changed = [](std::string_view id, std::string_view from, std::string_view to) {
        std::string text = file_text(id);
        const std::size_t at = text.find(from);
        REQUIRE(at != std::string::npos);
        text.replace(at, from.size(), to);
        const auto loaded = load_programme(text, id);
        return loaded ? std::string() : loaded.error().message.en;
    };
    CHECK(changed("setagaya", "coupons = 5 ", "# coupons = 5 ").find("card: is needed") != std::string::npos);
    CHECK(changed("nerima", "counted_in = \"days\"", "counted_in = \"nights\"").find("whole_price: ") !=
          std::string::npos);
    CHECK(changed("setagaya", "service = \"day_care\"", "service = \"sibling_day_care\"")
              .find("service.sibling_day_care.rides_on.service: ") != std::string::npos);
    CHECK(changed("minamiaso", "unit_minutes = 120", "# unit_minutes = 120").find("unit_minutes") !=
          std::string::npos);
    CHECK(changed("minamiaso", "counted_in = \"units\" ", "counted_in = \"hours\" ").find("unit_minutes") !=
          std::string::npos);
    CHECK(changed("kashiwa", "planned = true ", "planned = 1 ").find("centre[3].planned") !=
          std::string::npos);
    CHECK(changed("minamiaso", "years = 5 ", "years = 0 ").find("records.years") != std::string::npos);
    CHECK(changed("setagaya", "from_week = 28 ", "from_week = 41 ").find("registration.from_week") !=
          std::string::npos);
    CHECK(changed("nerima", "copay_due = true", "copay_due = \"yes\"").find("cancel.late.copay_due") !=
          std::string::npos);
}

TEST_CASE("A setting answered outside its bounds is not answered") {
    const Programme nakano = rules_of("nakano");
    Request asked = request(Service::day_care);
    for (const auto& [answer, taken] : {std::pair{0, false}, std::pair{1, true}, std::pair{100, true},
                                        std::pair{101, false}, std::pair{-5, false}}) {
        asked.settings["limit.total"] = answer;
        CHECK(judge(nakano, asked).remaining.has_value() == taken);
        CHECK((outcome(judge(nakano, asked), "setting") == "ask") == !taken);
    }
}

TEST_CASE("Each municipality's file says who it is") {
    const Programme nerima = rules_of("nerima");
    CHECK(nerima.id() == "nerima");
    CHECK(nerima.code() == "131202");
    CHECK(nerima.name() == Message{"練馬区", "Nerima City"});
    CHECK(nerima.services() ==
          std::vector<Service>{Service::short_stay, Service::day_care, Service::outreach});
    CHECK(nerima.service_name(Service::short_stay).ja == "母子ショートステイ");
    CHECK_FALSE(nerima.report_due_day());
    CHECK(nerima.rules().user_number_prefix == 'N');
    CHECK(nerima.rules().household->apply_from_week == 30);
    CHECK(nerima.rules().service(Service::outreach)->unit_minutes == 90);
    CHECK_FALSE(nerima.card_instruction(CardKind::coupon).ja.empty());

    const Programme minamiaso = rules_of("minamiaso");
    CHECK(minamiaso.code() == "434337");
    CHECK(minamiaso.report_due_day() == 10);
    CHECK(minamiaso.rules().report.invoice_month_end == true);
    CHECK(minamiaso.card_instruction(CardKind::card).ja.find("お返しします") != std::string::npos);
    CHECK(rules_of("setagaya").code() == "131121");
    CHECK(rules_of("nakano").code() == "131148");
    CHECK(rules_of("kashiwa").code() == "122173");
}

TEST_CASE("Every rule can be shown, in both languages and with its source") {
    // An open number is 未定 until it is answered; then it is the answer.
    const auto line_with = [](const Settings& answers, std::string_view source) {
        for (const RuleLine& line : describe(rules_of("nakano"), answers))
            if (line.source == source && line.section.ja == "利用者負担額") return line;
        return RuleLine{};
    };
    CHECK(line_with({}, "000 1 (3)").open);
    CHECK(sentence(line_with({}, "000 1 (3)")).ja.find("未定（設定 copay.outreach）") != std::string::npos);
    const Settings answered{{"copay.outreach", 1'200}};
    CHECK_FALSE(line_with(answered, "000 1 (3)").open);
    CHECK(sentence(line_with(answered, "000 1 (3)")).ja == "アウトリーチ: 1日（1回） 1,200円。");
    CHECK(line_with({{"copay.outreach", 999'999}}, "000 1 (3)").open);

    for (const char* id : {"nerima", "minamiaso", "setagaya", "nakano", "kashiwa"}) {
        const auto lines = describe(rules_of(id));
        CHECK(lines.size() > 8);
        for (const RuleLine& line : lines) {
            CHECK_FALSE(line.section.ja.empty());
            CHECK_FALSE(line.text.ja.empty());
            CHECK_FALSE(line.text.en.empty());
            CHECK_FALSE(line.source.empty());
        }
    }
}
